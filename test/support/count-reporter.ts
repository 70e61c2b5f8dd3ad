import type { Reporter, TestModule } from "vitest/node";

/** Ends the output of a run with a line that other programs can read: `N passed, N failed`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandled.length, skipped: 0 };
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === "passed") counts.passed += 1;
        else if (state === "failed") counts.failed += 1;
        else counts.skipped += 1;
      }
      // A file that could not be loaded, or a group whose hook failed, has run no test.
      for (const part of [module, ...module.children.allSuites()])
        if (part.errors().length) counts.failed += 1;
    }
    process.stdout.write(`\n${counts.skipped} skipped\n${counts.passed} passed, ${counts.failed} failed\n`);
  }
}

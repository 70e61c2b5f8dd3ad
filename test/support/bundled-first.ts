import { readFileSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const USES_BUNDLED = /\b(bundledDatabase|startTestServer|askBundled)\b/;

/** Runs the files that start from the bundled data one after the other, so that it is loaded seldom. */
export default class BundledFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const bundled = new Set(
      sorted.filter(({ moduleId }) => USES_BUNDLED.test(readFileSync(moduleId, "utf8"))),
    );
    return [...bundled, ...sorted.filter((file) => !bundled.has(file))];
  }
}

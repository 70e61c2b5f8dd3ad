import { readFileSync } from "node:fs";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const USES_BUNDLED = /\b(bundledDatabase|startTestServer|askBundled)\b/;

/**
 * Runs the files without a database first, then those that start from the bundled data, so that it is loaded seldom, then
 * the others.
 */
export default class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const places = new Map(files.map((file) => [file, placeOf(file)]));
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
  }
}

function placeOf({ project, moduleId }: TestSpecification): number {
  if (project.name !== "integration") return 0;
  return USES_BUNDLED.test(readFileSync(moduleId, "utf8")) ? 1 : 2;
}

import { afterAll, beforeAll, expect } from "vitest";

/** Warnings of Node, for example of event emitters with too many listeners, point to errors: they fail the test file. */
const warnings: string[] = [];
const keep = (warning: Error) => void warnings.push(warning.stack ?? String(warning));

beforeAll(() => void process.on("warning", keep));
afterAll(() => {
  process.off("warning", keep);
  expect(warnings, "warnings of Node").toEqual([]);
});

import { afterAll, expect } from "vitest";

/** Warnings of Node, for example of event emitters with too many listeners, point to errors: they fail the test file. */
const warnings: string[] = [];
process.on("warning", (warning) => warnings.push(warning.stack ?? String(warning)));

afterAll(() => expect(warnings, "warnings of Node").toEqual([]));

import type { Condition } from "../mapping/value-definition.js";
import type { Columns } from "../read/record.js";
import { readColumn } from "./template.js";

export type Test = (columns: Columns) => boolean;
type ColumnTest = Extract<Condition, Readonly<Record<string, unknown>>>[string];

/** Compiles a condition to a test of the columns of a row. */
export function compileCondition(condition: Condition | undefined): Test {
  if (condition === undefined) return () => true;
  if (Array.isArray(condition)) {
    const tests = condition.map((one) => compileAll(one));
    return (columns) => tests.some((test) => test(columns));
  }
  return compileAll(condition as Readonly<Record<string, ColumnTest>>);
}

function compileAll(columnTests: Readonly<Record<string, ColumnTest>>): Test {
  const tests = Object.entries(columnTests).map(([column, test]) => {
    const read = readColumn(column);
    const fits = compileTest(test);
    return (columns: Columns) => fits(read(columns));
  });
  return (columns) => tests.every((test) => test(columns));
}

function compileTest(test: ColumnTest): (text: string | null) => boolean {
  if (typeof test === "string" || test === null) return (text) => text === test;
  if (Array.isArray(test)) {
    const allowed = new Set<string | null>(test);
    return (text) => allowed.has(text);
  }
  const { matches, least, most, not } = test;
  const pattern = matches === undefined ? undefined : new RegExp(matches, "u");
  const excluded = not === undefined ? undefined : new Set([not].flat());
  const isNumeric = least !== undefined || most !== undefined;
  const inRange = (text: string | null) => {
    const number = text === null || text.trim() === "" ? Number.NaN : Number(text);
    return number >= (least ?? Number.NEGATIVE_INFINITY) && number <= (most ?? Number.POSITIVE_INFINITY);
  };
  return (text) =>
    (pattern === undefined || (text !== null && pattern.test(text))) &&
    (excluded === undefined || !excluded.has(text)) &&
    (!isNumeric || inRange(text));
}

import type { Value } from "../../model/value.js";
import type { LookUp } from "../look-up/look-up.js";
import type { PropertyValue } from "../mapping/value-definition.js";
import type { Columns } from "../read/record.js";
import { mentionedColumn } from "../values/mentioned.js";
import { RowError } from "../values/row-error.js";
import { compileList, compileValue } from "../values/value.js";
import { compileEnd, type EndFinder, NO_SPELL, type ResolvedEnd } from "./ends.js";
import type { PropertyChecker } from "./properties.js";

/** Makes one property from the columns of a row. */
export interface PropertyMaker {
  readonly name: string;
  /** The column of its id, for error messages. */
  readonly column: string | null;
  readonly make: (columns: Columns) => string | readonly string[] | null;
  /** Finds the node, if the property is the id of a looked-up node. */
  readonly find?: EndFinder;
}

/** A property is a value, a list of the texts that apply, or the id of a looked-up node. */
export function compileProperties(
  properties: Readonly<Record<string, PropertyValue>>,
  lookups: ReadonlyMap<string, LookUp>,
): readonly PropertyMaker[] {
  return Object.entries(properties).map(([name, value]) => ({
    name,
    column: mentionedColumn(value),
    ...compileProperty(value, lookups),
  }));
}

function compileProperty(
  value: PropertyValue,
  lookups: ReadonlyMap<string, LookUp>,
): Pick<PropertyMaker, "make" | "find"> {
  if (Array.isArray(value)) return { make: compileList(value) };
  if (typeof value !== "object" || value === null || !("lookup" in value))
    return { make: compileValue(value) };
  const find = compileEnd(value, lookups);
  return { find, make: (columns) => find(columns, NO_SPELL)[0]?.id ?? null };
}

/** Texts as checked values; null for none. */
export function checked(texts: Readonly<Record<string, string | null>>, checker: PropertyChecker) {
  const values: Record<string, Value> = {};
  for (const [key, text] of Object.entries(texts)) if (text !== null) values[key] = checker.value(key, text);
  return values;
}

/** The properties that makers make of a row. Throws RowError with the name of the column. */
export function valuesOf(makers: readonly PropertyMaker[], checker: PropertyChecker, columns: Columns) {
  const values: Record<string, Value> = {};
  for (const { name, column, make } of makers) {
    const text = make(columns);
    if (text !== null) values[name] = withColumnName(column, () => checker.value(name, text));
  }
  return values;
}

/** Adds the column name to a validation error. */
function withColumnName<T>(column: string | null, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RowError && error.column === null ? new RowError(column, error.message) : error;
  }
}

/** What only an alias finds is inferred, and the assertion keeps the code or name of the file. */
export function overrideOf(ends: readonly ResolvedEnd[]): Readonly<Record<string, Value>> {
  const codes = ends.flatMap(({ sourceCode }) => sourceCode ?? []);
  return codes.length ? { basis: "INFERRED", sourceCode: codes.join(", ") } : {};
}

import type { Condition, Value } from "../mapping/value-definition.js";
import type { Columns } from "../read/record.js";
import { compileCondition } from "./condition.js";
import { compileDate } from "./date.js";
import { RowError } from "./row-error.js";
import { type Compiled, compileTemplate, readColumn } from "./template.js";

/** Compiles a value to a function of the columns of a row; null means "no value". */
export function compileValue(value: Value | undefined): Compiled {
  if (value === undefined || value === null) return () => null;
  if (typeof value === "string") return compileTemplate(value);
  if ("date" in value) return compileDate(value.date);
  if ("first" in value) {
    const makers = value.first.map(compileValue);
    return (columns) => {
      for (const make of makers) {
        const text = make(columns);
        if (text !== null) return text;
      }
      return null;
    };
  }
  if ("cases" in value) return compileCases(value);
  return compileColumn(value);
}

function compileCases({ cases, else: otherwise }: Extract<Value, { cases: unknown }>): Compiled {
  const compiled = cases.map(({ when, value }) => ({
    test: compileCondition(when),
    make: compileValue(value),
  }));
  const rest = compileValue(otherwise);
  return (columns) => (compiled.find(({ test }) => test(columns))?.make ?? rest)(columns);
}

function compileColumn({
  column,
  match,
  map,
  else: otherwise,
}: Extract<Value, { column: string }>): Compiled {
  const read = readColumn(column);
  const pattern = match === undefined ? undefined : new RegExp(match, "u");
  const table = map === undefined ? undefined : new Map(Object.entries(map));
  const rest = otherwise === undefined ? undefined : compileValue(otherwise);
  return (columns) => {
    let text = read(columns);
    if (text !== null && pattern) {
      const found = pattern.exec(text);
      if (!found) return restOrError(rest, columns, column, `"${text}" does not match ${match}.`);
      text = found.groups?.value ?? found[1] ?? found[0];
    }
    if (text === null || !table) return text ?? (rest ? rest(columns) : null);
    const mapped = table.get(text);
    return mapped === undefined
      ? restOrError(rest, columns, column, `"${text}" is not in the map of values.`)
      : mapped;
  };
}

function restOrError(
  rest: Compiled | undefined,
  columns: Columns,
  column: string,
  message: string,
): string | null {
  if (rest) return rest(columns);
  throw new RowError(column, message);
}

/** Compiles a list to a function that returns the texts whose condition is met, or null if there are none. */
export function compileList(items: readonly { readonly when: Condition; readonly value: string }[]) {
  const compiled = items.map(({ when, value }) => ({
    test: compileCondition(when),
    make: compileTemplate(value),
  }));
  return (columns: Columns): readonly string[] | null => {
    const list = compiled.flatMap(({ test, make }) => (test(columns) ? (make(columns) ?? []) : []));
    return list.length ? list : null;
  };
}

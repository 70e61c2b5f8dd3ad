import type { PropertyValue, Value } from "../mapping/value-definition.js";

/** The columns that a value is computed from, each once; columns that only a condition tests are left out. */
export function mentionedColumns(value: Value | undefined): readonly string[] {
  return [...new Set(columnsIn(value))];
}

function columnsIn(value: Value | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (typeof value === "string")
    return [...value.matchAll(/\{([^{}|]+)/gu)].flatMap(([, column]) => column ?? []);
  if ("column" in value) return [value.column, ...columnsIn(value.else)];
  if ("date" in value) {
    const { column, year, month, day } = value.date;
    return [column, year, month, day].flatMap((name) => name ?? []);
  }
  if ("first" in value) return value.first.flatMap(columnsIn);
  return [...value.cases.map((one) => one.value), value.else].flatMap(columnsIn);
}

/** The first column that a value uses, for error messages; null if it uses none. */
export function mentionedColumn(value: PropertyValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return /\{([^{}|]+)/u.exec(value)?.[1] ?? null;
  if (Array.isArray(value)) return Object.keys(value[0]?.when ?? {})[0] ?? null;
  if ("column" in value) return value.column;
  if ("date" in value) return value.date.column ?? value.date.year ?? null;
  if ("first" in value) return mentionedColumn(value.first[0]);
  if ("lookup" in value) return mentionedColumn(value.code) ?? mentionedColumn(value.name);
  return mentionedColumn(value.cases[0]?.value) ?? mentionedColumn(value.else);
}

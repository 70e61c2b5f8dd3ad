import type { PropertyValue } from "../mapping/definition.js";

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

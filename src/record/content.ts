import type { Assertion, Columns } from "./derive.js";

/** True if both have the same values; a missing value equals null. */
export function sameContent(one: Columns, other: Columns): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => JSON.stringify(one[key] ?? null) === JSON.stringify(other[key] ?? null));
}

/** A key that is equal for two assertions of one source about the same fact with the same values. */
export function contentKey({ factKey, sourceId, columns }: Assertion): string {
  return JSON.stringify([factKey, sourceId, columns]);
}

/** Removes duplicate assertions. */
export function distinct(assertions: readonly Assertion[]): readonly Assertion[] {
  return [...new Map(assertions.map((assertion) => [contentKey(assertion), assertion])).values()];
}

import type { Assertion, Columns } from "./derive.js";

/** True when both have the same values; an absent value and null are the same. */
export function sameContent(one: Columns, other: Columns): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => JSON.stringify(one[key] ?? null) === JSON.stringify(other[key] ?? null));
}

/** A text that two assertions share when one source asserts the same fact with the same values. */
export function contentKey({ factKey, sourceId, columns }: Assertion): string {
  return JSON.stringify([factKey, sourceId, columns]);
}

/** A source that asserts the same thing twice has asserted it once. */
export function distinct(assertions: readonly Assertion[]): readonly Assertion[] {
  return [...new Map(assertions.map((assertion) => [contentKey(assertion), assertion])).values()];
}

import { LAST_DAY } from "../model/edtf.js";
import type { Assertion, Columns } from "./derive.js";

/** True if both have the same values; a missing value equals null. */
export function sameContent(one: Columns, other: Columns): boolean {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => JSON.stringify(one[key] ?? null) === JSON.stringify(other[key] ?? null));
}

/** Columns that say where and until when a source observed a fact, not what it says about it. */
const OF_OBSERVATION: ReadonlySet<string> = new Set(["locator", "observedUntil", "coveredUntil"]);

/**
 * True if a source says the same as before in another place, or observed it until another day. The certain end of a
 * spell without a stated end follows from the observation.
 */
export function isRenewal(one: Columns, other: Columns): boolean {
  return sameContent(saidBy(one), saidBy(other));
}

function saidBy(columns: Columns): Columns {
  const derived = columns.validToMax === LAST_DAY ? ["validToMin"] : [];
  const ofStart = columns.validFrom == null && columns.on == null ? ["validFromMax"] : [];
  return Object.fromEntries(
    Object.entries(columns).filter(
      ([name]) => !OF_OBSERVATION.has(name) && ![...derived, ...ofStart].includes(name),
    ),
  );
}

/** A key that is equal for two assertions of one source about the same fact with the same values. */
export function contentKey({ factKey, sourceId, columns }: Assertion): string {
  return JSON.stringify([factKey, sourceId, columns]);
}

/** Removes duplicate assertions. */
export function distinct(assertions: readonly Assertion[]): readonly Assertion[] {
  return [...new Map(assertions.map((assertion) => [contentKey(assertion), assertion])).values()];
}

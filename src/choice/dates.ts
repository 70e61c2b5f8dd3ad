import { LAST_DAY } from "../model/edtf.js";
import type { Value } from "../model/value.js";

/** The possible days of one date. */
interface Bounds {
  readonly min: string;
  readonly max: string;
}

/** What one assertion says about time: the bounds of its dates, by property. */
export type Dates = Readonly<Record<string, Bounds>>;

/** The dates among the columns of an assertion. */
export function datesOf(columns: Readonly<Record<string, Value>>): Dates {
  const dates: Record<string, Bounds> = {};
  for (const [column, min] of Object.entries(columns)) {
    if (!column.endsWith("Min") || typeof min !== "string") continue;
    const name = column.slice(0, -"Min".length);
    const max = columns[`${name}Max`];
    if (typeof max === "string") dates[name] = { min, max };
  }
  const { date } = columns;
  if (typeof date === "string" && !dates.date) dates.date = { min: date, max: date };
  return dates;
}

/**
 * True if one source says the same as another, but more exactly: as many spells, each date within the bounds of the
 * other, and at least one of them narrower. A date that the other source does not give has no bounds. docs/meaning.md,
 * "Sources".
 */
export function saysMoreExactly(one: readonly Dates[], other: readonly Dates[]): boolean {
  return isCompatible(one, other) && !isCompatible(other, one);
}

/** True if both have as many spells, and each date of the other source contains the date of the first one. */
function isCompatible(one: readonly Dates[], other: readonly Dates[]): boolean {
  if (one.length !== other.length) return false;
  return datePairs(one, other).every(([ours, theirs]) => ours !== undefined && isWithin(ours, theirs));
}

/** The spells of one source, and the last day that it says to have observed; null if it says none. */
export interface Observed {
  readonly dates: readonly Dates[];
  readonly seenUntil: string | null;
}

/**
 * True if both observed the same spells, of which the last one continues, and the first source observed it longer.
 * Spells are the same if their dates can be the same. If the sources disagree on a start, overlapping spells are the
 * same only if both say until when they observed them: the day of a publication alone does not settle who is right.
 */
export function observedLonger(one: Observed, other: Observed): boolean {
  const [ours, theirs] = [one.dates, other.dates];
  const [ownEnd, otherEnd] = [ours.at(-1)?.validTo, theirs.at(-1)?.validTo];
  if (ours.length !== theirs.length || !ownEnd || !otherEnd) return false;
  if (ownEnd.max !== LAST_DAY || otherEnd.max !== LAST_DAY || ownEnd.min <= otherEnd.min) return false;
  if (datePairs(ours, theirs).every(([left, right]) => left !== undefined && touch(left, right))) return true;
  const isObserved = one.seenUntil !== null && other.seenUntil !== null;
  return isObserved && ours.every((spell, index) => overlap(spell, theirs[index]));
}

function touch(one: Bounds, other: Bounds): boolean {
  return one.min <= other.max && other.min <= one.max;
}

function overlap(one: Dates, other: Dates | undefined): boolean {
  const [from, to, otherFrom, otherTo] = [one.validFrom, one.validTo, other?.validFrom, other?.validTo];
  if (!from || !to || !otherFrom || !otherTo) return false;
  return from.min <= otherTo.max && otherFrom.min <= to.max;
}

/** The dates of the other source, each with the date of the first source for the same property and spell. */
function datePairs(
  one: readonly Dates[],
  other: readonly Dates[],
): readonly (readonly [Bounds | undefined, Bounds])[] {
  return other.flatMap((dates, index) =>
    Object.entries(dates).map(([name, bounds]) => [one[index]?.[name], bounds] as const),
  );
}

function isWithin(inner: Bounds, outer: Bounds): boolean {
  return inner.min >= outer.min && inner.max <= outer.max;
}

import { type Row, textOf } from "./bundle.js";
import { BEGINNING, compareText, type Days, daysOf, FOREVER } from "./days.js";

/** When a spell holds, as its source states it: the possible days of its first and of its last day. */
export interface Validity {
  readonly from: Days;
  readonly to: Days;
  /** True for evidence of a day or period, which tells nothing of the time around it. */
  readonly isEvidence: boolean;
  /** The last day on which the row itself was observed. */
  readonly observedUntil: string | undefined;
}

/** The possible first and last days of the life of a node; undefined where they are not recorded. */
export interface Life {
  readonly start: Days | undefined;
  readonly end: Days | undefined;
}

/** A condition on time: a day, or all days that the text of a period may mean. */
export interface TimeCondition {
  readonly period: Days;
  /** False for a single day that an edge must hold on, or by which an act must be done. */
  readonly isPeriod: boolean;
  readonly certain: boolean;
}

interface Span {
  readonly first: string;
  readonly last: string;
}

/**
 * The validity that a row states (design section 2, valid time). The last day seen of a spell without a known end is
 * that of the row, else the last one that the source covers, else the day of its publication. A spell without a start
 * was seen on the last day seen.
 */
export function statedValidity(row: Row, publishedAt: string | undefined): Validity {
  // What a source covers, it observed as well as what it observed by itself.
  const observedUntil = textOf(row, "observedUntil") ?? textOf(row, "coveredUntil");
  const on = textOf(row, "on");
  if (on !== undefined) return { from: daysOf(on), to: daysOf(on), isEvidence: true, observedUntil };
  const [start, end] = [textOf(row, "validFrom"), textOf(row, "validTo")];
  const from = start === undefined ? undefined : daysOf(start);
  const lastSeen = observedUntil ?? publishedAt ?? from?.max ?? BEGINNING;
  const to = end === undefined || end === ".." ? { min: lastSeen, max: FOREVER } : daysOf(end);
  const isSeen = to.min !== BEGINNING && to.min !== FOREVER;
  const unknown = { min: BEGINNING, max: isSeen ? to.min : FOREVER };
  return { from: from ?? unknown, to, isEvidence: false, observedUntil };
}

/** All days on which a spell may hold. The lives of its nodes limit a side that the source does not state. */
export function possibleSpan({ from, to, observedUntil }: Validity, lives: readonly Life[]): Span {
  const births = lives.flatMap(({ start }) => start?.min ?? []);
  const deaths = lives.flatMap(({ end }) => end?.max ?? []);
  const first = from.min === BEGINNING ? latest([BEGINNING, ...births]) : from.min;
  if (to.max !== FOREVER) return { first, last: to.max };
  const death = earliest([FOREVER, ...deaths]);
  return { first, last: latest([death, observedUntil ?? death]) };
}

/** All days on which a spell holds for certain; none if the first is after the last. */
export function certainSpan(validity: Validity, lives: readonly Life[]): Span {
  const { from, to, observedUntil } = validity;
  const deaths = lives.flatMap(({ end }) => end?.min ?? []);
  // Who observed it after the death of a node contradicts that death.
  const isStated = to.max !== FOREVER || observedUntil !== undefined;
  return {
    first: latest([from.max, possibleSpan(validity, lives).first]),
    last: isStated ? to.min : earliest([to.min, ...deaths]),
  };
}

/** Whether a spell holds on a day, or on some day of a period. */
export function spellMeets(
  validity: Validity,
  { period, certain }: TimeCondition,
  lives: readonly Life[],
): boolean {
  const { first, last } = (certain ? certainSpan : possibleSpan)(validity, lives);
  return first <= last && first <= period.max && period.min <= last;
}

/**
 * Whether an act was done by a day, or within a period. Without a date, it was possibly done at any time after both
 * nodes had begun to live, and within a period only while they lived.
 */
export function actMeets(
  date: Days | undefined,
  { period, isPeriod, certain }: TimeCondition,
  lives: readonly Life[],
): boolean {
  if (date) {
    const { min, max } = certain ? { min: date.max, max: date.min } : date;
    return min <= period.max && (!isPeriod || max >= period.min);
  }
  return (
    !certain &&
    lives.every(
      ({ start, end }) => (!start || start.min <= period.max) && (!isPeriod || !end || end.max >= period.min),
    )
  );
}

function earliest(days: readonly string[]): string {
  return [...days].sort(compareText)[0] ?? FOREVER;
}

function latest(days: readonly string[]): string {
  return [...days].sort(compareText).at(-1) ?? BEGINNING;
}

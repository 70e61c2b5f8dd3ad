import { type Row, textOf } from "./bundle.js";
import { BEGINNING, type Days, daysOf, FOREVER } from "./days.js";

/** When a spell holds: the possible days of its first and of its last day. */
export interface Validity {
  readonly from: Days;
  readonly to: Days;
  /** True for evidence for one day only. */
  readonly ofOneDay: boolean;
}

/** A condition on time. `period` is one day, or all days that the text of a period may mean. */
export interface TimeCondition {
  readonly period: Days;
  readonly certain: boolean;
}

/**
 * The validity that a row states (design section 2, valid time). Where neither end nor last day seen is known,
 * the source's day of publication is the last day seen. An assertion without a start was seen on its last day.
 */
export function statedValidity(row: Row, publishedAt: string | undefined): Validity {
  const on = textOf(row, "on");
  if (on !== undefined) return seenOn(on);
  const start = textOf(row, "validFrom");
  const end = textOf(row, "validTo");
  const from = start === undefined ? undefined : daysOf(start);
  const seen = textOf(row, "observedUntil") ?? publishedAt;
  if (from === undefined && end === undefined && seen !== undefined) return seenOn(seen);
  const to = endDays(end, seen ?? from?.max ?? BEGINNING);
  const known = to.min !== BEGINNING && to.min !== FOREVER;
  const unknown = { min: BEGINNING, max: known ? to.min : FOREVER };
  return { from: from ?? unknown, to, ofOneDay: false };
}

function seenOn(day: string): Validity {
  return { from: { min: BEGINNING, max: day }, to: { min: day, max: FOREVER }, ofOneDay: true };
}

function endDays(end: string | undefined, lastSeen: string): Days {
  if (end === undefined) return { min: lastSeen, max: FOREVER };
  return end === ".." ? { min: FOREVER, max: FOREVER } : daysOf(end);
}

/**
 * Whether a spell meets a condition: possibly, when some day of the period lies between the first possible start
 * and the last possible end; for certain, when some day lies between the last possible start and the first
 * possible end, and that end comes no later than the earliest end of the two nodes.
 */
export function meets(validity: Validity, { period, certain }: TimeCondition, livesUntil: string): boolean {
  const { from, to } = validity;
  const first = certain ? from.max : from.min;
  const last = !certain ? to.max : livesUntil < to.min ? livesUntil : to.min;
  return first <= last && first <= period.max && period.min <= last;
}

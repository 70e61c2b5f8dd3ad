import { type Days, daysOf, shiftDay } from "./days.js";

/** Lengths of periods: how much of a day's text names its period, and what stands for the rest. */
const BUCKETS = {
  DAY: [10, ""],
  MONTH: [7, ""],
  YEAR: [4, ""],
  DECADE: [3, "X"],
  CENTURY: [2, "XX"],
} as const;

export type Bucket = keyof typeof BUCKETS;

export function isPeriodOf(text: string): text is Bucket {
  return text in BUCKETS;
}

/** The period in which a day lies, as EDTF. */
export function periodAt(day: string, bucket: Bucket): string {
  const [length, rest] = BUCKETS[bucket];
  return day.slice(0, length) + rest;
}

/** All periods that have a day of some time in them, in order. */
export function periodsIn({ min, max }: Days, bucket: Bucket): readonly string[] {
  const first = periodAt(min, bucket);
  const last = daysOf(first).max;
  return last >= max ? [first] : [first, ...periodsIn({ min: shiftDay(last, 1), max }, bucket)];
}

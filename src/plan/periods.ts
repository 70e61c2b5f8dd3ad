import { PactError } from "../errors.js";
import type { Bucket } from "../model/aggregation.js";
import { dayAfter } from "../model/days.js";
import type { DayBounds } from "../model/edtf.js";
import { FIRST_DAY, LAST_DAY, parseEdtf } from "../model/edtf.js";

/** One period of a series: its EDTF text, its first day and its last day. */
export interface Period {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

/** Maximum number of periods in one series. */
const MAX_PERIODS = 1_000;

/** All periods of a given length that lie within or overlap a time span, in order. */
export function periodsOf({ min, max }: DayBounds, by: Bucket): readonly Period[] {
  if (min === FIRST_DAY || max === LAST_DAY) {
    throw new PactError("BAD_INPUT", 'A series requires a start and an end: write "during" as 1990/2010.');
  }
  const periods: Period[] = [];
  for (let from = min; from <= max; from = dayAfter(periods.at(-1)?.to ?? max)) {
    if (periods.length === MAX_PERIODS) {
      throw new PactError("BAD_INPUT", `A series has at most ${MAX_PERIODS} periods; use longer periods.`);
    }
    const period = periodAt(from, by);
    const bounds = parseEdtf(period);
    periods.push({ period, from: bounds.min, to: bounds.max });
  }
  return periods;
}

/** The period of a given length that contains a day, as EDTF. */
function periodAt(day: string, by: Bucket): string {
  switch (by) {
    case "DAY":
      return day;
    case "MONTH":
      return day.slice(0, 7);
    case "YEAR":
      return day.slice(0, 4);
    case "DECADE":
      return `${day.slice(0, 3)}X`;
    case "CENTURY":
      return `${day.slice(0, 2)}XX`;
  }
}

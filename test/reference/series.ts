import { isPeriodOf, periodsIn } from "./bucket.js";
import { type Days, daysOf } from "./days.js";
import type { Args } from "./item.js";
import { type PathContext, valueAt } from "./path.js";
import type { Seen } from "./seen.js";

/** A period of a series, and its first and last day. */
export interface Period {
  readonly period: string;
  readonly from: string;
  readonly to: string;
}

/** The periods of a series. */
export function periodsOf({ by, during }: Args): readonly Period[] {
  const bucket = String(by);
  if (!isPeriodOf(bucket)) throw new Error(`"${bucket}" is no length of periods.`);
  return periodsIn(daysOf(String(during)), bucket).map((period) => {
    const { min, max } = daysOf(period);
    return { period, from: min, to: max };
  });
}

/** The rows that fall in a period: by a date, or by the time in which an edge holds. */
export function rowsIn(
  context: PathContext,
  rows: readonly Seen[],
  period: Period,
  { at, of }: Args,
): readonly Seen[] {
  const certain = context.scope.certainty === "CERTAIN";
  const days = pointOf(period, at);
  return rows.filter((row) => {
    if (typeof of === "string") return liesIn(valueAt(context, row, of).days, days, certain);
    return (
      row.kind === "edge" && context.reader.meets(row.assertion, { period: days, isPeriod: true, certain })
    );
  });
}

function pointOf({ from, to }: Period, at: unknown): Days {
  if (at === "START") return { min: from, max: from };
  return at === "END" ? { min: to, max: to } : { min: from, max: to };
}

/** Possibly, when some day of the date lies in it; for certain, when all do. */
function liesIn(date: Days | undefined, { min, max }: Days, certain: boolean): boolean {
  if (!date) return false;
  return certain ? min <= date.min && date.max <= max : date.min <= max && min <= date.max;
}

import { BEGINNING, FOREVER } from "./days.js";
import type { Args } from "./item.js";
import { compareKey, type Key, keyOf } from "./order.js";
import { type PathContext, valueAt } from "./path.js";
import type { Seen } from "./seen.js";
import type { Value } from "./value.js";

const MEASURES = ["count", "nodes", "min", "max", "avg"] as const;
type Measure = (typeof MEASURES)[number];

const DAY = 86_400_000;

export function isMeasure(name: string): name is Measure {
  return MEASURES.some((measure) => measure === name);
}

/** One number, or one least or greatest value, over rows. */
export function measureOf(
  context: PathContext,
  rows: readonly Seen[],
  measure: Measure,
  { of, since }: Args,
): unknown {
  if (measure === "count") return rows.length;
  if (measure === "nodes") return new Set(rows.map(({ node }) => node.id)).size;
  const values = (path: unknown) => rows.map((row) => valueAt(context, row, String(path)));
  if (measure !== "avg") return farthest(values(of), measure);
  if (typeof since !== "string") return averageOf(values(of).map(({ shown }) => shown));
  const starts = values(since).map(exactDay);
  return averageOf(
    values(of).map((value, index) => {
      const [start, end] = [starts[index], exactDay(value)];
      return start === undefined || end === undefined ? undefined : (end - start) / DAY;
    }),
  );
}

/**
 * The least of the first possible days of dates, the greatest of the last ones; of other values as they are. An open end
 * is "..", a start that nothing limits is not known.
 */
function farthest(values: readonly Value[], measure: "min" | "max"): string | null {
  const found = values.flatMap((value): readonly { readonly key: Key; readonly text: string | null }[] => {
    const { shown, days } = value;
    if (shown === undefined || shown === null) return [];
    const day = days?.[measure];
    if (day === undefined) return [{ key: keyOf(value), text: String(shown) }];
    return [{ key: day, text: day === BEGINNING ? null : day === FOREVER ? ".." : day }];
  });
  found.sort((one, other) => compareKey(one.key, other.key, measure === "max"));
  return found[0]?.text ?? null;
}

function averageOf(values: readonly unknown[]): number | null {
  const numbers = values.filter((value): value is number => typeof value === "number");
  return numbers.length ? numbers.reduce((sum, each) => sum + each, 0) / numbers.length : null;
}

/** A date that is known to the day, in milliseconds; ".." is no day. */
function exactDay({ shown, days }: Value): number | undefined {
  const isKnown = shown !== undefined && shown !== null && shown !== ".." && days?.min === days?.max;
  return isKnown && days ? Date.parse(days.min) : undefined;
}

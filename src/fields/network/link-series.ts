import type { Row } from "../../hydrate/row.js";
import type { Bound } from "../../plan/bind.js";
import type { LinkSeriesPlan } from "./plan.js";
import { pairKey } from "./ties.js";

/** The rows of a series of links, by the keys of their pairs. */
interface LinkSeries {
  readonly slot: string;
  readonly byPair: ReadonlyMap<string, readonly Row[]>;
}

/**
 * Converts database rows [from, to, [[period, shared], …]] to the rows of each pair. A period is covered if it begins by
 * the last day that the sources cover.
 */
export function linkSeries(
  { slot, n, columns }: LinkSeriesPlan,
  rows: readonly unknown[],
  coveredUntil: unknown,
  bound: Bound,
): LinkSeries {
  const isCovered = (from: string) => (typeof coveredUntil === "string" ? from <= coveredUntil : null);
  const periods = (bound.periods.get(n) ?? []).map((period) => ({
    ...period,
    covered: isCovered(period.from),
  }));
  const byPair = rows.map((row): readonly [string, readonly Row[]] => {
    const [from, to, counts] = Array.isArray(row) ? row : [];
    const inPeriods = (Array.isArray(counts) ? counts : []).map((count: unknown) => {
      const [index, shared] = Array.isArray(count) ? count : [];
      const values = { ...periods[Number(index)], shared: Number(shared) };
      return Object.fromEntries(columns.map((each) => [each.slot, values[each.column] ?? null]));
    });
    return [pairKey({ from: String(from), to: String(to) }), inPeriods];
  });
  return { slot, byPair: new Map(byPair) };
}

import { groupBy } from "../group-by.js";
import type { Bound } from "../plan/bind.js";
import type { AggregatePlan, GroupsPlan, MeasurePlan, SeriesPlan } from "../plan/kinds/pages.js";
import { isRow, type Row, rowsOf } from "./row.js";

/** Notes that a list was truncated to its limit. */
export type NoteCut = (n: number) => void;

/** Converts an aggregate to its final form: numbers, truncated groups, and series without gaps. */
export function hydrateAggregate(plan: AggregatePlan, value: unknown, bound: Bound, noteCut: NoteCut): Row {
  if (!isRow(value)) return {};
  const result: Row = isRow(value.totals) ? value.totals : {};
  for (const groups of plan.groups) {
    result[groups.slot] = limited(groups, rowsOf(value[groups.slot]), bound, noteCut);
  }
  for (const { slot } of plan.groupCounts) result[slot] = value[slot];
  for (const series of plan.series) {
    result[series.slot] = periodsOf(series, value[series.slot], bound, noteCut);
  }
  return result;
}

function limited(
  { n }: GroupsPlan,
  rows: readonly Row[],
  { pages }: Bound,
  noteCut: NoteCut,
): readonly Row[] {
  const size = pages.get(n)?.size ?? rows.length;
  if (rows.length > size) noteCut(n);
  return rows.slice(0, size);
}

/** The groups of one period. Unlike other groups, the database has not skipped any of them. */
function limitedInPeriod(
  groups: GroupsPlan,
  rows: readonly Row[],
  bound: Bound,
  noteCut: NoteCut,
): readonly Row[] {
  return limited(groups, rows.slice(bound.pages.get(groups.n)?.offset ?? 0), bound, noteCut);
}

function periodsOf(plan: SeriesPlan, value: unknown, bound: Bound, noteCut: NoteCut): readonly Row[] {
  const counted = new Map(rowsOf(isRow(value) ? value.totals : []).map((row) => [row.i, row]));
  const grouped = plan.groups.map((groups) => ({
    groups,
    byPeriod: groupBy(rowsOf(isRow(value) ? value[groups.slot] : []), (row) => row.i),
  }));
  const until = isRow(value) && typeof value.coveredUntil === "string" ? value.coveredUntil : undefined;
  const counts = plan.groupCounts.map(({ slot }) => ({
    slot,
    byPeriod: new Map(rowsOf(isRow(value) ? value[slot] : []).map((row) => [row.i, row.groups])),
  }));
  return (bound.periods.get(plan.n) ?? []).map((period, i) => {
    const row: Row = { ...emptyMeasures(plan.measures), certainCount: 0, ...counted.get(i) };
    row.covered = until === undefined ? null : period.from <= until;
    for (const { slot, column } of plan.columns) row[slot] = period[column];
    for (const { groups, byPeriod } of grouped) {
      row[groups.slot] = limitedInPeriod(groups, byPeriod.get(i) ?? [], bound, noteCut);
    }
    for (const { slot, byPeriod } of counts) row[slot] = byPeriod.get(i) ?? 0;
    return row;
  });
}

function emptyMeasures(measures: readonly MeasurePlan[]): Row {
  return Object.fromEntries(
    measures.map(({ slot, kind, statistics = [] }) => [
      slot,
      kind === "lag" ? noLag(statistics) : emptyMeasure(kind),
    ]),
  );
}

function emptyMeasure(kind: string): number | null {
  return kind === "count" || kind === "nodes" ? 0 : null;
}

function noLag(statistics: NonNullable<MeasurePlan["statistics"]>): Row {
  return Object.fromEntries(statistics.map(({ slot, column }) => [slot, emptyMeasure(column)]));
}

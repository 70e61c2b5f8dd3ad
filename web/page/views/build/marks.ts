import type { Mark } from "../../draw/mark.js";
import { type Count, type Period, periodsOf, yearOf } from "./grouping.js";

export type Part = Count["part"];

/** More parts than this are drawn as one. */
const MAX_PARTS = 10;
/** More values than this are only in the table. */
const MAX_VALUES = 40;

/** The parts with the largest counts; the others are drawn as one. */
export function largestParts(counts: readonly Count[]): ReadonlySet<Part> {
  const sums = new Map<Part, number>();
  for (const { part, count } of counts) sums.set(part, (sums.get(part) ?? 0) + count);
  const sorted = [...sums].sort(([, one], [, other]) => other - one).map(([part]) => part);
  return new Set(sorted.length > MAX_PARTS ? sorted.slice(0, MAX_PARTS - 1) : sorted);
}

/**
 * A mark for each period and part, the given parts first: a period without rows has 0, so that no line goes past it.
 */
export function marksOverTime(
  counts: readonly Count[],
  period: Period,
  parts: ReadonlySet<Part>,
  partName: (part: Part) => string,
): readonly Mark[] {
  const names = [...[...parts].map(partName), ...counts.map(({ part }) => partName(part))];
  const sums = new Map(names.map((name) => [name, new Map<string, number>()]));
  for (const { key, part, count } of counts) {
    if (key === null) continue;
    const name = partName(part);
    const ofPart = sums.get(name) ?? new Map<string, number>();
    sums.set(name, ofPart.set(key, (ofPart.get(key) ?? 0) + count));
  }
  const periods = periodsOf(counts, period);
  return [...sums].flatMap(([part, ofPart]) =>
    periods.map((x) => ({ x, year: yearOf(x), part, count: ofPart.get(x) ?? 0 })),
  );
}

/** A mark for each part of the first values: of numbers in their order, else of those with the largest counts. */
export function marksByValue(
  counts: readonly Count[],
  isInOrder: boolean,
  valueName: (value: string | null) => string,
  partName: (part: Part) => string,
): readonly Mark[] {
  const values = groupedBy(counts, ({ key }) => key);
  const sumOf = (list: readonly Count[]) => list.reduce((sum, { count }) => sum + count, 0);
  const sorted = [...values.values()];
  if (!isInOrder) sorted.sort((one, other) => sumOf(other) - sumOf(one));
  return sorted.slice(0, MAX_VALUES).flatMap((ofValue) =>
    [...groupedBy(ofValue, ({ part }) => partName(part))].map(([part, list]) => ({
      x: valueName(list[0]?.label ?? null),
      year: 0,
      part,
      count: sumOf(list),
    })),
  );
}

function groupedBy<Row, Key>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}

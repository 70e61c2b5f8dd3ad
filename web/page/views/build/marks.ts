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

/** A mark for each period and part, the largest first: a period without rows has 0, so that no line goes past it. */
export function marksOverTime(
  counts: readonly Count[],
  period: Period,
  partName: (part: Part) => string,
): readonly Mark[] {
  const names = [...[...largestParts(counts)].map(partName), ...counts.map(({ part }) => partName(part))];
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

/** A mark for each count of the first values. */
export function marksByValue(
  counts: readonly Count[],
  valueName: (value: string | null) => string,
  partName: (part: Part) => string,
): readonly Mark[] {
  const shown = new Set([...new Set(counts.map(({ key }) => key))].slice(0, MAX_VALUES));
  return counts
    .filter(({ key }) => shown.has(key))
    .map(({ label, part, count }) => ({ x: valueName(label), year: 0, part: partName(part), count }));
}

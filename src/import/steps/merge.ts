import { dayAfter } from "../../model/days.js";
import { LAST_DAY, OPEN, parseEdtf } from "../../model/edtf.js";
import type { Step } from "../mapping/step-definition.js";
import { type DataRow, withColumns } from "../read/record.js";
import { RowError } from "../values/row-error.js";
import { readColumn } from "../values/template.js";
import { eachRow, type Stage, type StepEvents } from "./stage.js";

type MergeSpec = Extract<Step, { merge: unknown }>["merge"];

interface Spell {
  readonly row: DataRow;
  readonly min: string;
  /** Last possible day; undefined for an ongoing spell. */
  readonly max: string | undefined;
}

/**
 * Merges spells that touch or overlap into one, from the first day to the last day of all of them. Rows without a first
 * day are not changed. All rows are kept in memory until the last one.
 */
export function mergeStage(spec: MergeSpec, next: Stage, events: StepEvents): Stage {
  const [readFrom, readTo] = [readColumn(spec.from), readColumn(spec.to)];
  const keyColumns = [...spec.key, ...spec.same].map(readColumn);
  const groups = new Map<string, Spell[]>();
  const collect = eachRow(next, events, (row, hand) => {
    const from = readFrom(row.columns);
    if (from === null) return hand(row);
    const to = readTo(row.columns);
    const end = to === null || to === OPEN ? LAST_DAY : parseBounds(to, spec.to).max;
    const { min } = parseBounds(from, spec.from);
    if (end < min) throw new RowError(spec.to, `The spell ends (${to}) before it begins (${from}).`);
    const spell = { row, min, max: end === LAST_DAY ? undefined : end };
    const group = JSON.stringify(keyColumns.map((read) => read(row.columns)));
    const known = groups.get(group);
    if (known) known.push(spell);
    else groups.set(group, [spell]);
  });
  return {
    push: collect.push,
    end: () => {
      for (const spells of groups.values()) for (const row of mergedRows(spells, spec)) next.push(row);
      next.end();
    },
  };
}

function parseBounds(text: string, column: string) {
  try {
    return parseEdtf(text);
  } catch (error) {
    throw new RowError(column, error instanceof Error ? error.message : String(error));
  }
}

function mergedRows(spells: Spell[], spec: MergeSpec): readonly DataRow[] {
  const sorted = spells.sort(
    (a, b) => (a.min < b.min ? -1 : Number(a.min > b.min)) || a.row.line - b.row.line,
  );
  const merged: Spell[] = [];
  for (const spell of sorted) {
    const before = merged.at(-1);
    if (before && touches(before.max, spell.min))
      merged[merged.length - 1] = mergeSpells(before, spell, spec);
    else merged.push(spell);
  }
  return merged.map(({ row }) => row);
}

/** True if the second spell begins no later than the day after the first one ends. */
function touches(end: string | undefined, start: string): boolean {
  return end === undefined || start <= dayAfter(end);
}

function mergeSpells(one: Spell, other: Spell, { to, largest, last }: MergeSpec): Spell {
  const endsLater = one.max !== undefined && (other.max === undefined || other.max > one.max);
  const later = endsLater ? other : one;
  const columns: Record<string, string | null> = { ...one.row.columns, [to]: later.row.columns[to] ?? null };
  for (const column of last) columns[column] = later.row.columns[column] ?? null;
  for (const column of largest) columns[column] = larger(one.row.columns[column], other.row.columns[column]);
  return { row: withColumns(one.row, columns), min: one.min, max: later.max };
}

function larger(one: string | null | undefined, other: string | null | undefined): string | null {
  if (one == null || other == null) return one ?? other ?? null;
  return Number(other) > Number(one) ? other : one;
}

import type { Step } from "../mapping/definition.js";
import { type DataRow, withColumns } from "../read/record.js";
import { RowError } from "../values/row-error.js";
import { readColumn } from "../values/template.js";
import { eachRow, type Stage, type StepEvents } from "./stage.js";

type FoldSpec = Extract<Step, { fold: unknown }>["fold"];

/** Consecutive years with the same values, with the first of their rows. */
interface Segment {
  readonly first: number;
  last: number;
  readonly same: string;
  readonly row: DataRow;
  lastLine: number;
}

/**
 * Combines yearly rows into spells: consecutive years with the same values. A spell gets the columns first and last
 * (years), and since and until (EDTF). These are exact years if the adjacent year has other values, or if the rows
 * begin or end there; intervals if the adjacent year is missing; and empty if the end is unknown. All spells are kept
 * in memory until the last row.
 */
export function foldStage({ key, same, year, missing }: FoldSpec, next: Stage, events: StepEvents): Stage {
  const readYear = readColumn(year);
  const unknown = new Set(missing.map((value) => joinKeyParts(same.map(() => value))));
  const [keyColumns, sameColumns] = [key.map(readColumn), same.map(readColumn)];
  const groups = new Map<string, Segment[]>();
  const collect = eachRow(next, events, (row) => {
    const text = readYear(row.columns);
    if (text === null || !/^\d{4}$/.test(text)) throw new RowError(year, `"${text ?? ""}" is not a year.`);
    const group = joinKeyParts(keyColumns.map((read) => read(row.columns)));
    const values = joinKeyParts(sameColumns.map((read) => read(row.columns)));
    const segments = groups.get(group) ?? [];
    groups.set(group, segments);
    const open = segments.at(-1);
    const number = Number(text);
    if (open && open.last + 1 === number && open.same === values) {
      open.last = number;
      open.lastLine = row.line;
    } else segments.push({ first: number, last: number, same: values, row, lastLine: row.line });
  });
  return {
    push: collect.push,
    end: () => {
      for (const segments of groups.values())
        emitSpells(joinedSegments(segments, events, year), unknown, next);
      next.end();
    },
  };
}

function joinKeyParts(parts: readonly (string | null)[]): string {
  return parts.length === 1 ? (parts[0] ?? "") : JSON.stringify(parts);
}

/** Joins segments; rows may come in any order. Rejects a duplicate year at its second row. */
function joinedSegments(segments: Segment[], events: StepEvents, column: string): readonly Segment[] {
  const spells: Segment[] = [];
  for (const segment of segments.sort((a, b) => a.first - b.first)) {
    const before = spells.at(-1);
    const one = before ? withoutRepeated(segment, before, events, column) : segment;
    if (!one) continue;
    if (before && before.last + 1 === one.first && before.same === one.same) {
      before.last = one.last;
      before.lastLine = Math.max(before.lastLine, one.lastLine);
    } else spells.push(one);
  }
  return spells;
}

/** Removes duplicate years from a segment and rejects them; undefined if nothing remains. */
function withoutRepeated(
  segment: Segment,
  { last, row, lastLine }: Segment,
  events: StepEvents,
  column: string,
): Segment | undefined {
  for (let year = segment.first; year <= Math.min(last, segment.last); year += 1) {
    const where = row.line === lastLine ? `line ${row.line}` : `lines ${row.line} to ${lastLine}`;
    events.rejected(segment.row, new RowError(column, `Duplicate year ${year}, first in ${where}.`));
  }
  if (segment.last <= last) return undefined;
  return segment.first > last ? segment : { ...segment, first: last + 1 };
}

function emitSpells(spells: readonly Segment[], unknown: ReadonlySet<string>, next: Stage): void {
  const known = spells.filter(({ same }) => !unknown.has(same));
  known.forEach((spell, index) => {
    const [before, after] = [known[index - 1], known[index + 1]];
    const isFirst = spells[0] === spell;
    const isLast = spells.at(-1) === spell;
    const begins = isFirst || before?.last === spell.first - 1;
    const ends = isLast || after?.first === spell.last + 1;
    const columns = {
      ...spell.row.columns,
      first: yearText(spell.first),
      last: yearText(spell.last),
      since: begins
        ? yearText(spell.first)
        : `${before ? yearText(before.last + 1) : ".."}/${yearText(spell.first)}`,
      until: ends
        ? yearText(spell.last)
        : after
          ? `${yearText(spell.last)}/${yearText(after.first - 1)}`
          : null,
    };
    next.push(withColumns(spell.row, columns));
  });
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}

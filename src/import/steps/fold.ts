import type { Step } from "../mapping/step-definition.js";
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
 * begin or end there. If the adjacent year has no row, they are exact, too, where a gap means "out"; where it means
 * "unknown", they are intervals. An unknown end is empty. All spells are kept in memory until the last row.
 */
export function foldStage(
  { key, same, year, missing, gaps }: FoldSpec,
  next: Stage,
  events: StepEvents,
): Stage {
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
        emitSpells(joinedSegments(segments, events, year), { unknown, gaps }, next);
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

/** What years without a value mean. */
interface Silence {
  /** Values that mean that the year is unknown. */
  readonly unknown: ReadonlySet<string>;
  readonly gaps: FoldSpec["gaps"];
}

function emitSpells(spells: readonly Segment[], { unknown, gaps }: Silence, next: Stage): void {
  const isUnknown = (segment: Segment | undefined) => segment !== undefined && unknown.has(segment.same);
  const known = spells.flatMap((segment, place) => (isUnknown(segment) ? [] : [{ segment, place }]));
  known.forEach(({ segment, place }, index) => {
    const [before, after] = [known[index - 1]?.segment, known[index + 1]?.segment];
    // A gap says as much as a value, unless the year beside the spell has a row that says that it is unknown.
    const isOut = (neighbour: Segment | undefined, touches: boolean) =>
      gaps === "out" && !(touches && isUnknown(neighbour));
    const [previous, following] = [spells[place - 1], spells[place + 1]];
    const begins =
      !previous || before?.last === segment.first - 1 || isOut(previous, previous.last === segment.first - 1);
    const ends =
      !following ||
      after?.first === segment.last + 1 ||
      isOut(following, following.first === segment.last + 1);
    const columns = {
      ...segment.row.columns,
      first: yearText(segment.first),
      last: yearText(segment.last),
      since: begins
        ? yearText(segment.first)
        : `${before ? yearText(before.last + 1) : ".."}/${yearText(segment.first)}`,
      until: ends
        ? yearText(segment.last)
        : after
          ? `${yearText(segment.last)}/${yearText(after.first - 1)}`
          : null,
    };
    next.push(withColumns(segment.row, columns));
  });
}

function yearText(year: number): string {
  return String(year).padStart(4, "0");
}

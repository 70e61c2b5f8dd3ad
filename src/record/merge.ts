import { formatPosition, type Problem } from "../input/problem.js";
import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { edgeIdOf } from "../model/ids.js";
import { edgeModel } from "../model/registry.js";
import { sameContent } from "./content.js";
import type { Assertion, Columns } from "./derive.js";

/** An assertion that stands in the graph. */
export interface StoredAssertion {
  readonly type: string;
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly factKey: string;
  readonly sourceId: string;
  readonly spell: number;
  readonly revision: number;
  readonly standing: number;
  readonly primary: boolean;
  readonly recordedAt: string;
  readonly retractedAt: string | null;
  readonly columns: Columns;
}

/** What is to be done with one wanted assertion. */
export interface Decision {
  readonly wanted: Assertion;
  readonly outcome: "created" | "updated" | "unchanged";
  /** What is written anew; absent when the assertion stands so already. */
  readonly created?: StoredAssertion;
  /** What it takes the place of. */
  readonly retracted?: StoredAssertion;
  /** What stands so already. */
  readonly kept?: StoredAssertion;
}

/**
 * Compares what one source asserts of one fact now with what it asserted before. A row that differs from the
 * spell it overlaps corrects it: the old assertion is retracted, a new one written. A spell that overlaps none
 * is new. What a bundle does not name stays.
 */
export function mergeAssertions(
  wanted: readonly Assertion[],
  stored: readonly StoredAssertion[],
  recordedAt: string,
): { decisions: readonly Decision[]; problems: readonly Problem[] } {
  const free = new Set(stored.filter((old) => old.retractedAt === null));
  const problems = contradictionsIn(wanted);
  const decided = new Map<Assertion, Decision>();
  const settle = (matches: (row: Assertion, old: StoredAssertion) => boolean) => {
    for (const row of wanted) {
      const old = decided.has(row) ? undefined : [...free].find((candidate) => matches(row, candidate));
      if (!old) continue;
      free.delete(old);
      decided.set(
        row,
        sameContent(row.columns, old.columns)
          ? { wanted: row, outcome: "unchanged", kept: old }
          : correction(row, old, recordedAt),
      );
    }
  };
  settle((row, old) => sameContent(row.columns, old.columns));
  settle(sameSpell);
  settle(correctsDate);
  let spell = Math.max(-1, ...stored.map((old) => old.spell));
  for (const row of wanted) {
    if (decided.has(row)) continue;
    spell += 1;
    decided.set(row, { wanted: row, outcome: "created", created: newAssertion(row, spell, 0, recordedAt) });
  }
  return { decisions: wanted.flatMap((row) => decided.get(row) ?? []), problems };
}

function correction(row: Assertion, old: StoredAssertion, recordedAt: string): Decision {
  const created = newAssertion(row, old.spell, old.revision + 1, recordedAt);
  return { wanted: row, outcome: "updated", created, retracted: old };
}

function newAssertion(row: Assertion, spell: number, revision: number, recordedAt: string): StoredAssertion {
  const { type, from, to, factKey, sourceId, columns } = row;
  const id = edgeIdOf(factKey, sourceId, spell, revision);
  const state = { standing: 0, primary: false, recordedAt, retractedAt: null };
  return { type, id, from, to, factKey, sourceId, spell, revision, ...state, columns };
}

/** Spells, or events such as two notices of withdrawal, are the same when they can share a day. */
function sameSpell(row: Assertion, old: { readonly type: string; readonly columns: Columns }): boolean {
  if (!edgeModel(row.type).timed) return shareDate(row.columns, old.columns);
  const [one, other] = [spellOf(row.columns), spellOf(old.columns)];
  if (one.isPoint || other.isPoint) return one.isPoint && other.isPoint && one.seen === other.seen;
  return one.min <= other.max && other.min <= one.max;
}

/** Events without a date are not told apart. */
function shareDate(one: Columns, other: Columns): boolean {
  const bounds = (columns: Columns) => ({
    min: columns.dateMin ?? columns.date ?? FIRST_DAY,
    max: columns.dateMax ?? columns.date ?? LAST_DAY,
  });
  const [left, right] = [bounds(one), bounds(other)];
  return left.min <= right.max && right.min <= left.max;
}

/** A date is never identity: an event left over on either side is the same one with its date corrected. */
function correctsDate(row: Assertion): boolean {
  return !edgeModel(row.type).timed;
}

function spellOf(columns: Columns) {
  const { validFromMin, validToMin, validToMax } = columns;
  return {
    isPoint: isOfOneDay(columns),
    seen: validToMin,
    min: String(validFromMin),
    max: String(validToMax),
  };
}

/** True for evidence for one day, or some day of a month or year, which says nothing of the days around it; an open end says something. */
export function isOfOneDay({ validFromMin, validFromMax, validToMin, validToMax }: Columns): boolean {
  const isAround = validFromMin === FIRST_DAY && validToMax === LAST_DAY;
  const isBounded = validToMin !== FIRST_DAY && validToMin !== LAST_DAY;
  return isAround && isBounded && String(validFromMax) >= String(validToMin);
}

/** Where one source asserts the same spell or event twice, in different words: the place of the later one. */
export function contradictionsIn(wanted: readonly Assertion[]): readonly Problem[] {
  return wanted.flatMap((row, index) => {
    const first = wanted
      .slice(0, index)
      .find(
        (before) =>
          sameSpell(row, before) && !areApart(row, before) && !sameContent(row.columns, before.columns),
      );
    if (!first) return [];
    const message = `${row.type} from ${row.from} to ${row.to} is asserted twice by ${row.sourceId}: first at ${formatPosition(first.at)}. Keep one.`;
    return [{ at: row.at, message }];
  });
}

/** Two spells of one bundle whose bounds are not known exactly are two if what is known of them lies apart. */
function areApart(one: Assertion, other: Assertion): boolean {
  if (!edgeModel(one.type).timed) return false;
  const [[from, to], [otherFrom, otherTo]] = [witnessed(one.columns), witnessed(other.columns)];
  return to < otherFrom || otherTo < from;
}

/** The time that a spell is known to touch: from its latest start to its earliest end, or the other way round. */
function witnessed({ validFromMax, validToMin }: Columns): readonly [string, string] {
  const [start, end] = [String(validFromMax), String(validToMin)];
  return start <= end ? [start, end] : [end, start];
}

import { formatPosition, type Problem } from "../input/problem.js";
import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { edgeIdOf } from "../model/ids.js";
import { edgeModel } from "../model/registry.js";
import { isRenewal, sameContent } from "./content.js";
import type { Assertion, Columns } from "./derive.js";

/** An assertion stored in the graph. */
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
  /** The instants at which the assertion became primary, and those at which it ceased to be. */
  readonly chosenFrom: readonly string[];
  readonly chosenUntil: readonly string[];
  /** True if it says the same as the assertion that it replaced, or that replaced it, and was only observed anew. */
  readonly renews?: boolean;
  readonly renewed?: boolean;
  /** True if an editor retracted it, not a correction or a new release. */
  readonly retractedByHand?: boolean;
  readonly columns: Columns;
}

/** The decision for one wanted assertion. */
export interface Decision {
  readonly wanted: Assertion;
  /** retracted: an editor has retracted the same assertion, and it stays retracted. */
  readonly outcome: "created" | "updated" | "unchanged" | "retracted";
  /** The assertion to create; undefined if an identical one exists. */
  readonly created?: StoredAssertion;
  /** The assertion it replaces. */
  readonly retracted?: StoredAssertion;
  /** The existing identical assertion. */
  readonly kept?: StoredAssertion;
}

/**
 * Compares what a source asserts about a fact now with what it asserted before. A row that differs from the spell
 * that it overlaps, or names the assertion that it corrects, is a correction: the old assertion is retracted and a new
 * one is created. A spell that overlaps no other is new, and so is an act on another day, unless the rows are a release,
 * which has the acts of a fact whole. Assertions that the bundle does not mention are kept; what an editor retracted
 * stays retracted.
 */
export function mergeAssertions(
  wanted: readonly Assertion[],
  stored: readonly StoredAssertion[],
  recordedAt: string,
): { decisions: readonly Decision[]; problems: readonly Problem[] } {
  const free = new Set(stored.filter((old) => old.retractedAt === null));
  const problems = [...contradictionsIn(wanted)];
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
  for (const row of wanted) {
    if (!decided.has(row) && staysRetracted(row, stored))
      decided.set(row, { wanted: row, outcome: "retracted" });
  }
  settle((row, old) => row.corrects != null && [old.id, dateOf(old)].includes(row.corrects));
  for (const row of wanted) if (row.corrects != null && !decided.has(row)) problems.push(notFound(row, free));
  // A row corrects the spell with the same dates first: neighboring spells can share a day.
  settle(sameDates);
  settle((row, old) => sameSpell(row, old) && !areApart(row, old));
  settle(sameSpell);
  settle((row, old) => row.isRelease === true && !edgeModel(old.type).timed);
  let spell = nextSpell(stored);
  for (const row of wanted) {
    if (decided.has(row)) continue;
    decided.set(row, { wanted: row, outcome: "created", created: newAssertion(row, spell, 0, recordedAt) });
    spell += 1;
  }
  return { decisions: wanted.flatMap((row) => decided.get(row) ?? []), problems };
}

function correction(row: Assertion, old: StoredAssertion, recordedAt: string): Decision {
  const created = newAssertion(row, old.spell, old.revision + 1, recordedAt);
  const isSame = isRenewal(row.columns, old.columns);
  return {
    wanted: row,
    outcome: "updated",
    created: isSame ? { ...created, renews: true } : created,
    retracted: old,
  };
}

/** The number of the next spell of a fact. */
export function nextSpell(stored: readonly StoredAssertion[]): number {
  return Math.max(-1, ...stored.map((old) => old.spell)) + 1;
}

/** An assertion to create, of which nothing is chosen yet. */
export function newAssertion(
  row: Assertion,
  spell: number,
  revision: number,
  recordedAt: string,
): StoredAssertion {
  const { type, from, to, factKey, sourceId, columns } = row;
  const id = edgeIdOf(factKey, sourceId, spell, revision);
  const state = {
    standing: 0,
    primary: false,
    recordedAt,
    retractedAt: null,
    chosenFrom: [],
    chosenUntil: [],
  };
  return { type, id, from, to, factKey, sourceId, spell, revision, ...state, columns };
}

/** True if both state the same dates, in the words of the source. */
function sameDates(row: Assertion, old: StoredAssertion): boolean {
  const names = edgeModel(row.type).timed ? ["validFrom", "validTo"] : ["date"];
  const dates = (columns: Columns) => names.map((name) => columns[name] ?? null);
  const [ours, theirs] = [dates(row.columns), dates(old.columns)];
  return (
    ours.some((date) => date !== null) &&
    String(ours) === String(theirs) &&
    !isToldApart(row.type, row.columns, old.columns)
  );
}

/** Two spells, or two events such as notices of withdrawal, are the same if they can share a day. */
function sameSpell(row: Assertion, old: { readonly type: string; readonly columns: Columns }): boolean {
  if (!edgeModel(row.type).timed)
    return shareDate(row.columns, old.columns) && !isToldApart(row.type, row.columns, old.columns);
  const [one, other] = [spellOf(row.columns), spellOf(old.columns)];
  if (one.isPoint || other.isPoint)
    return one.isPoint && other.isPoint && one.min === other.min && one.max === other.max;
  return one.min <= other.max && other.min <= one.max;
}

/** Two signatures on one day at two places are two acts. */
function isToldApart(type: string, one: Columns, other: Columns): boolean {
  return edgeModel(type).apart.some((name) => {
    const [left, right] = [one[name] ?? null, other[name] ?? null];
    return left !== null && right !== null && left !== right;
  });
}

/** Events without a date count as the same. */
function shareDate(one: Columns, other: Columns): boolean {
  const bounds = (columns: Columns) => ({
    min: columns.dateMin ?? columns.date ?? FIRST_DAY,
    max: columns.dateMax ?? columns.date ?? LAST_DAY,
  });
  const [left, right] = [bounds(one), bounds(other)];
  return left.min <= right.max && right.min <= left.max;
}

/** The date of an act, or the begin of a spell, in the words of the source. */
function dateOf({ type, columns }: Pick<StoredAssertion, "type" | "columns">): string | null {
  const date = columns[edgeModel(type).timed ? "validFrom" : "date"];
  return typeof date === "string" ? date : null;
}

/** True if the last that the record has of this statement is that an editor retracted it. */
function staysRetracted(row: Assertion, stored: readonly StoredAssertion[]): boolean {
  const same = stored.filter((old) => isRenewal(row.columns, old.columns));
  const last = same.reduce<StoredAssertion | undefined>(
    (latest, old) => (latest && latest.recordedAt > old.recordedAt ? latest : old),
    undefined,
  );
  return !row.restore && last?.retractedByHand === true && last.retractedAt !== null;
}

function notFound(row: Assertion, free: ReadonlySet<StoredAssertion>): Problem {
  const known = [...free].map((old) => dateOf(old) ?? old.id).join(", ") || "none";
  const message = `corrects: ${row.sourceId} has no ${row.type} from ${row.from} to ${row.to} with the date or id ${row.corrects}. Known: ${known}.`;
  return { at: row.at, message };
}

function spellOf(columns: Columns) {
  const { validFromMin, validToMax } = columns;
  return {
    isPoint: isEvidence(columns),
    min: String(validFromMin),
    max: String(validToMax),
  };
}

/** True for evidence for a single day, or for some day in a month or year. */
export function isEvidence({ on }: Columns): boolean {
  return on !== undefined && on !== null;
}

/** Reports a spell or event that one source asserts twice with different values, at its second position. */
export function contradictionsIn(wanted: readonly Assertion[]): readonly Problem[] {
  return wanted.flatMap((row, index) => {
    const first = wanted
      .slice(0, index)
      .find(
        (before) =>
          sameSpell(row, before) && !areApart(row, before) && !sameContent(row.columns, before.columns),
      );
    if (!first) return [];
    const message = `${row.type} from ${row.from} to ${row.to} is asserted twice by ${row.sourceId}: first at ${formatPosition(first.at)}. Keep only one.`;
    return [{ at: row.at, message }];
  });
}

/** Two spells with inexact bounds are different if their known parts do not touch. */
function areApart(one: Assertion, other: { readonly columns: Columns }): boolean {
  if (!edgeModel(one.type).timed) return false;
  const [[from, to], [otherFrom, otherTo]] = [knownSpan(one.columns), knownSpan(other.columns)];
  return to < otherFrom || otherTo < from;
}

/** The known part of a spell: from its latest start to its earliest end, or the other way round. */
function knownSpan({ validFromMax, validToMin }: Columns): readonly [string, string] {
  const [start, end] = [String(validFromMax), String(validToMin)];
  return start <= end ? [start, end] : [end, start];
}

import { edgeModel } from "../../src/model/registry.js";
import type { Assertion } from "./assertion.js";
import { compareText, type Days, FOREVER } from "./days.js";

const RANKS = ["PREFERRED", "NORMAL", "DEPRECATED"];

/** The priority of each source. */
export type Priorities = (source: string) => number;

/** What one source asserts of a fact. */
export interface Witness {
  readonly source: string;
  readonly isRetracted: boolean;
  readonly rank: number;
  readonly isEvidence: boolean;
  readonly recordedIn: number;
  /** Its spells or events, the earliest one first. */
  readonly spells: readonly Assertion[];
  /** The last day on which the source says to have observed the fact, or that it covers. */
  readonly seenUntil: string | undefined;
}

/** The assertions of one fact that are read: all of the first source that has any that are neither taken back nor deprecated. */
export function preferredOf(fact: readonly Assertion[], priorities: Priorities): readonly Assertion[] {
  const readable = fact.filter(({ rank, retractedIn }) => rank !== "DEPRECATED" && retractedIn === undefined);
  const best = sourcesInOrder(fact, priorities).find((source) =>
    readable.some((each) => each.source === source),
  );
  return readable.filter(({ source }) => source === best);
}

/**
 * The sources of one fact, the best one first (design section 2, choice among sources): by rank, spells before
 * evidence, priority, first recorded, id. But a source comes after all that say the same better.
 */
export function sourcesInOrder(fact: readonly Assertion[], priorities: Priorities): readonly string[] {
  return witnessesInOrder(fact, priorities).map(({ source }) => source);
}

/** What each source asserts of one fact, the best source first. */
export function witnessesInOrder(fact: readonly Assertion[], priorities: Priorities): readonly Witness[] {
  const witnesses = [...new Set(fact.map(({ source }) => source))].map((source) =>
    witnessOf(
      source,
      fact.filter((each) => each.source === source),
    ),
  );
  witnesses.sort(
    (one, other) =>
      Number(one.isRetracted) - Number(other.isRetracted) ||
      one.rank - other.rank ||
      Number(one.isEvidence) - Number(other.isEvidence) ||
      priorities(other.source) - priorities(one.source) ||
      one.recordedIn - other.recordedIn ||
      compareText(one.source, other.source),
  );
  const order = new Set<Witness>();
  const place = (witness: Witness): void => {
    for (const other of witnesses) if (!order.has(other) && saysItBetter(other, witness)) place(other);
    order.add(witness);
  };
  witnesses.forEach(place);
  return [...order];
}

/** The first of the rules, in the order of the design, that sets two sources of one fact apart. */
export function ruleBetween(one: Witness, other: Witness, priorities: Priorities): string {
  if (one.rank !== other.rank) return "RANK";
  if (one.isEvidence !== other.isEvidence) return "SPELL";
  const agree =
    one.spells.length !== other.spells.length ||
    one.spells.every((spell, index) => !contradicts(spell, other.spells[index]));
  if (agree && isMoreExact(one, other)) return "EXACTNESS";
  if (agree && sawLonger(one, other)) return "REACH";
  return priorities(one.source) === priorities(other.source) ? "FIRST_RECORDED" : "PRIORITY";
}

/** A source is known by what it has not taken back; one that took back everything by all that it said. */
function witnessOf(source: string, said: readonly Assertion[]): Witness {
  const kept = said.filter(({ retractedIn }) => retractedIn === undefined);
  const counted = kept.length ? kept : said;
  const rank = Math.min(...counted.map((each) => RANKS.indexOf(each.rank)));
  const best = counted.filter((each) => RANKS.indexOf(each.rank) === rank);
  const isEvidence = best.every(({ validity }) => validity?.isEvidence === true);
  const first = best.filter(({ validity }) => (validity?.isEvidence === true) === isEvidence);
  return {
    source,
    isRetracted: !kept.length,
    rank,
    isEvidence,
    recordedIn: Math.min(...first.map(({ recordedIn }) => recordedIn)),
    seenUntil: counted
      .flatMap(({ values }) => values.observedUntil ?? values.coveredUntil ?? [])
      .map(String)
      .sort(compareText)
      .at(-1),
    spells: [...counted].sort((one, other) => compareText(startOf(one), startOf(other))),
  };
}

function startOf({ dates: { validFrom, date } }: Assertion): string {
  return (validFrom ?? date)?.min ?? "";
}

function saysItBetter(one: Witness, other: Witness): boolean {
  if (one.rank !== other.rank || one.isEvidence !== other.isEvidence) return false;
  if (one.isRetracted !== other.isRetracted || one.spells.length !== other.spells.length) return false;
  if (one.spells.some((spell, index) => contradicts(spell, other.spells[index]))) return false;
  if (isMoreExact(one, other)) return true;
  return !isMoreExact(other, one) && sawLonger(one, other);
}

/** Another role, flag, number or list contradicts. Different texts may say the same. */
function contradicts({ type, values }: Assertion, other: Assertion | undefined): boolean {
  return edgeModel(type)
    .ownProperties.filter(({ kind }) => ["code", "boolean", "int", "list"].includes(kind))
    .filter(({ name }) => name !== "divided")
    .some(({ name }) => {
      const [own, others] = [values[name], other?.values[name]];
      return own != null && others != null && String(own) !== String(others);
    });
}

/** Every date of the other contains the one in its place, and one of them is wider. A date not given contains all. */
function isMoreExact(one: Witness, other: Witness): boolean {
  const pairs = pairsOf(one, other);
  return (
    pairs.every(([own, others]) => !others || (own && contains(others, own))) &&
    pairs.some(([own, others]) => own && !(others && contains(own, others)))
  );
}

/**
 * Both know of no end of the last spell, and the one saw it on a later day. All their dates may be the same; if they do
 * not agree on a start, both must say until when they saw it, and their spells share a day.
 */
function sawLonger(one: Witness, other: Witness): boolean {
  const [own, others] = [one.spells.at(-1)?.dates.validTo, other.spells.at(-1)?.dates.validTo];
  if (own?.max !== FOREVER || others?.max !== FOREVER || own.min <= others.min) return false;
  if (pairsOf(one, other).every(([mine, theirs]) => !theirs || (mine && touch(mine, theirs)))) return true;
  if (one.seenUntil === undefined || other.seenUntil === undefined) return false;
  return one.spells.every(({ dates: mine }, index) => {
    const theirs = other.spells[index]?.dates;
    if (!mine.validFrom || !mine.validTo || !theirs?.validFrom || !theirs.validTo) return false;
    return mine.validFrom.min <= theirs.validTo.max && theirs.validFrom.min <= mine.validTo.max;
  });
}

type Pair = readonly [own: Days | undefined, others: Days | undefined];

/** The dates of two sources side by side: of each spell, by property. */
function pairsOf(one: Witness, other: Witness): readonly Pair[] {
  return one.spells.flatMap(({ dates: own }, index) => {
    const others = other.spells[index]?.dates ?? {};
    const names = new Set([...Object.keys(own), ...Object.keys(others)]);
    return [...names].map((name): Pair => [own[name], others[name]]);
  });
}

function contains(outer: Days, inner: Days): boolean {
  return outer.min <= inner.min && inner.max <= outer.max;
}

function touch(one: Days, other: Days): boolean {
  return one.min <= other.max && other.min <= one.max;
}

import { groupBy } from "../group-by.js";
import type { Value } from "../model/value.js";
import { observedLonger, saysMoreExactly } from "./dates.js";
import { inOrder, joinedSpells, type Spell, sharedSpells } from "./spells.js";
import { contradict } from "./statements.js";

/** The part of an assertion that determines its standing. */
export interface Claim extends Spell {
  readonly id: string;
  readonly sourceId: string;
  readonly rank: Value;
  /** True for evidence of a day or period, which says less than a spell. */
  readonly isEvidence: boolean;
  /** The last day on which the source says to have observed the fact; null if it says none. */
  readonly seenUntil: string | null;
  readonly priority: number;
  readonly recordedAt: string;
  readonly retractedAt: string | null;
}

/** What one source asserts about a fact. */
export interface Witness extends Pick<Claim, "sourceId" | "rank" | "isEvidence" | "priority" | "recordedAt"> {
  /** In the order of their starts. */
  readonly spells: readonly Spell[];
  readonly seenUntil: string | null;
  readonly isRetracted: boolean;
}

const RANKS: readonly Value[] = ["PREFERRED", "NORMAL", "DEPRECATED"];

/**
 * The standing of all assertions of one fact: the place of their source, starting at 0. All live spells of the first
 * source that has one are primary; deprecated assertions are never primary.
 */
export function standings(
  fact: readonly Claim[],
): ReadonlyMap<string, { standing: number; primary: boolean }> {
  const order = orderedWitnesses(fact).map(({ sourceId }) => sourceId);
  const readable = fact.filter((claim) => claim.retractedAt === null && claim.rank !== "DEPRECATED");
  const chosen = order.find((sourceId) => readable.some((claim) => claim.sourceId === sourceId));
  return new Map(
    fact.map((claim) => {
      const primary = claim.sourceId === chosen && readable.includes(claim);
      return [claim.id, { standing: order.indexOf(claim.sourceId), primary }];
    }),
  );
}

/** The sources of a fact, best first. */
export function orderedWitnesses(fact: readonly Claim[]): readonly Witness[] {
  return orderOf([...groupBy(fact, ({ sourceId }) => sourceId).values()].map(witnessOf));
}

/** The rule by which one source comes before another. */
export function ruleBetween(one: Witness, other: Witness): Rule {
  if (one.rank !== other.rank) return "RANK";
  if (one.isEvidence !== other.isEvidence) return "SPELL";
  const better = saysBetter(one, other);
  if (better) return better;
  return one.priority === other.priority ? "FIRST_RECORDED" : "PRIORITY";
}

/** Why a source comes before another: its rank, a spell rather than evidence, exactness, reach, priority or age. */
export type Rule = "RANK" | "SPELL" | "EXACTNESS" | "REACH" | "PRIORITY" | "FIRST_RECORDED";

/**
 * The sources of a fact, best first: by rank, then spells before evidence, then by priority and first record; but
 * before each source comes any source that says the same more exactly, or observed the same spell longer.
 */
function orderOf(witnesses: readonly Witness[]): readonly Witness[] {
  const waiting = [...witnesses].sort(compareWitnesses);
  const order: Witness[] = [];
  for (let first = waiting[0]; first; first = waiting[0]) {
    const best = bestOf(first, waiting);
    waiting.splice(waiting.indexOf(best), 1);
    order.push(best);
  }
  return order;
}

/** Follows from a source to those that say the same better. No source is visited twice. */
function bestOf(first: Witness, waiting: readonly Witness[]): Witness {
  const visited = new Set([first]);
  let best = first;
  for (;;) {
    const better = waiting.find((other) => !visited.has(other) && saysTheSameBetter(other, best));
    if (!better) return best;
    visited.add(better);
    best = better;
  }
}

function saysTheSameBetter(one: Witness, other: Witness): boolean {
  const alike =
    one.rank === other.rank && one.isEvidence === other.isEvidence && one.isRetracted === other.isRetracted;
  return alike && saysBetter(one, other) !== undefined;
}

/** The rule by which one source says the same as another, and more; undefined if none applies. */
function saysBetter(one: Witness, other: Witness): "EXACTNESS" | "REACH" | undefined {
  const [ours, theirs] = sharedSpells(one.spells, other.spells);
  const isPaired =
    ours.length === theirs.length &&
    ours.every(({ statements }, index) => !contradict(statements, theirs[index]?.statements ?? {}));
  // It must say everything that the other one says.
  if (!isPaired || theirs.length < other.spells.length) return undefined;
  const [own, others] = [ours.map(({ dates }) => dates), theirs.map(({ dates }) => dates)];
  if (saysMoreExactly(own, others)) return "EXACTNESS";
  if (saysMoreExactly(others, own)) return undefined;
  const isLonger = observedLonger(
    { dates: own, seenUntil: one.seenUntil },
    { dates: others, seenUntil: other.seenUntil },
  );
  return isLonger ? "REACH" : undefined;
}

function compareWitnesses(one: Witness, other: Witness): number {
  return (
    Number(one.isRetracted) - Number(other.isRetracted) ||
    RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
    Number(one.isEvidence) - Number(other.isEvidence) ||
    other.priority - one.priority ||
    compareInstants(one.recordedAt, other.recordedAt) ||
    (one.sourceId < other.sourceId ? -1 : Number(one.sourceId > other.sourceId))
  );
}

/** A source is ranked by its live assertions; retracted ones count only if it has no others. */
function witnessOf(claims: readonly Claim[]): Witness {
  const live = claims.filter(({ retractedAt }) => retractedAt === null);
  const counted = live.length ? live : claims;
  const [best] = [...counted].sort(
    (one, other) =>
      RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
      Number(one.isEvidence) - Number(other.isEvidence) ||
      compareInstants(one.recordedAt, other.recordedAt),
  );
  return {
    sourceId: best?.sourceId ?? "",
    rank: best?.rank ?? "NORMAL",
    isEvidence: best?.isEvidence ?? false,
    priority: best?.priority ?? 0,
    recordedAt: best?.recordedAt ?? "",
    spells: best?.isEvidence ? inOrder(counted) : joinedSpells(counted),
    seenUntil:
      counted
        .flatMap(({ seenUntil }) => seenUntil ?? [])
        .sort()
        .at(-1) ?? null,
    isRetracted: live.length === 0,
  };
}

/** The last day on which a source says to have observed a fact, from the columns of an assertion. */
export function seenUntilOf({ observedUntil, coveredUntil }: Readonly<Record<string, Value>>): string | null {
  const day = observedUntil ?? coveredUntil;
  return typeof day === "string" ? day : null;
}

/** Instants may use different time zones, so they cannot be compared as text. */
function compareInstants(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}

import type { Value } from "../model/value.js";

/** What decides between two sources of one fact. */
export interface Claim {
  readonly sourceId: string;
  readonly rank: Value;
  /** True when it says only that something held on one day, not since when and until when. */
  readonly ofOneDay: boolean;
  readonly priority: number;
  readonly recordedAt: string;
}

const RANKS: readonly Value[] = ["PREFERRED", "NORMAL", "DEPRECATED"];

/**
 * Negative when the first claim goes before the second: rank, then a spell before evidence of one day, then
 * priority of the source, then first recorded.
 */
export function compareClaims(one: Claim, other: Claim): number {
  return (
    RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
    Number(one.ofOneDay) - Number(other.ofOneDay) ||
    other.priority - one.priority ||
    compareInstants(one.recordedAt, other.recordedAt) ||
    (one.sourceId < other.sourceId ? -1 : Number(one.sourceId > other.sourceId))
  );
}

/** An assertion of a fact as far as its standing depends on it. */
export interface Ranked extends Claim {
  readonly id: string;
  readonly retractedAt: string | null;
}

/**
 * The standing of all assertions of one fact: the place of their source among its sources, 0 first. Primary are
 * all live spells of the first source that has one; a deprecated assertion never is.
 */
export function standings(
  fact: readonly Ranked[],
): ReadonlyMap<string, { standing: number; primary: boolean }> {
  const best = new Map<string, Ranked>();
  for (const claim of fact) {
    const known = best.get(claim.sourceId);
    if (!known || compareOfSource(claim, known) < 0) best.set(claim.sourceId, claim);
  }
  const order = [...best.values()].sort(compareClaims).map((claim) => claim.sourceId);
  const readable = fact.filter((claim) => claim.retractedAt === null && claim.rank !== "DEPRECATED");
  const chosen = order.find((sourceId) => readable.some((claim) => claim.sourceId === sourceId));
  return new Map(
    fact.map((claim) => {
      const primary = claim.sourceId === chosen && readable.includes(claim);
      return [claim.id, { standing: order.indexOf(claim.sourceId), primary }];
    }),
  );
}

/** A source stands where its live assertions put it; retracted ones count only when it has no other. */
function compareOfSource(one: Ranked, other: Ranked): number {
  const retracted = Number(one.retractedAt !== null) - Number(other.retractedAt !== null);
  return (
    retracted ||
    RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
    Number(one.ofOneDay) - Number(other.ofOneDay) ||
    compareInstants(one.recordedAt, other.recordedAt)
  );
}

/** Instants can be written in several time zones, so they are not compared as text. */
function compareInstants(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}

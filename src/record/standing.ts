import type { Value } from "../model/value.js";

/** The criteria for ranking two sources of one fact. */
export interface Claim {
  readonly sourceId: string;
  readonly rank: Value;
  /** True if the claim is valid for a single day, without a known start and end. */
  readonly ofOneDay: boolean;
  readonly priority: number;
  readonly recordedAt: string;
}

const RANKS: readonly Value[] = ["PREFERRED", "NORMAL", "DEPRECATED"];

/**
 * Negative if the first claim ranks before the second: by rank, then a spell before evidence of one day, then
 * by priority of the source, then first recorded.
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

/** The part of an assertion that determines its standing. */
export interface Ranked extends Claim {
  readonly id: string;
  readonly retractedAt: string | null;
}

/**
 * The standing of all assertions of one fact: the rank of their source, starting at 0. All live spells of the first
 * source that has one are primary; deprecated assertions are never primary.
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

/** A source is ranked by its live assertions; retracted ones count only if it has no others. */
function compareOfSource(one: Ranked, other: Ranked): number {
  const retracted = Number(one.retractedAt !== null) - Number(other.retractedAt !== null);
  return (
    retracted ||
    RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
    Number(one.ofOneDay) - Number(other.ofOneDay) ||
    compareInstants(one.recordedAt, other.recordedAt)
  );
}

/** Instants may use different time zones, so they cannot be compared as text. */
function compareInstants(one: string, other: string): number {
  return Date.parse(one) - Date.parse(other);
}

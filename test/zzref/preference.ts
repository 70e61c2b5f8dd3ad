import type { Assertion } from "./assertion.js";
import { compareText } from "./days.js";

const RANKS = ["PREFERRED", "NORMAL"];

/**
 * The assertions of one fact that are read: all of the source that comes first by rank, then a spell before
 * evidence of one day, then priority, then first recorded, then id. Deprecated ones are never read.
 * All given assertions must stand; which ones do is the caller's to know.
 */
export function preferredOf(
  fact: readonly Assertion[],
  priorities: { priorityOf(source: string): number },
  tieOf: (assertion: Assertion) => string = ({ source }) => source,
): readonly Assertion[] {
  const readable = fact.filter(({ rank }) => RANKS.includes(rank));
  const [best] = [...readable].sort(
    (one, other) =>
      RANKS.indexOf(one.rank) - RANKS.indexOf(other.rank) ||
      Number(isOfOneDay(one)) - Number(isOfOneDay(other)) ||
      priorities.priorityOf(other.source) - priorities.priorityOf(one.source) ||
      one.recordedIn - other.recordedIn ||
      compareText(tieOf(one), tieOf(other)),
  );
  return readable.filter(({ source }) => source === best?.source);
}

function isOfOneDay({ validity }: Assertion): boolean {
  return validity?.ofOneDay === true;
}

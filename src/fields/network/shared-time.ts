import { columnText } from "../../compile/columns.js";
import type { MatchedEdgePlan } from "../../plan/kinds/matched.js";
import { validityOf } from "../../plan/names.js";

/** Expressions for the first and last day on which two edges hold. */
export interface SharedTime {
  readonly from: string;
  readonly to: string;
}

/** The time in which two edges possibly or certainly hold at once. */
export function sharedTime(one: MatchedEdgePlan, other: MatchedEdgePlan, certain: boolean): SharedTime {
  const [first, second] = [one, other].map((edge) => {
    const { min, max } = validityOf(edge, certain);
    return { from: columnText(min), to: columnText(max) };
  });
  return {
    from: chosen(first?.from, ">=", second?.from),
    to: chosen(first?.to, "<=", second?.to),
  };
}

function chosen(one = "", comparison: string, other = ""): string {
  return `CASE WHEN ${one} ${comparison} ${other} THEN ${one} ELSE ${other} END`;
}

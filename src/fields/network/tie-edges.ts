import { PactError } from "../../errors.js";
import type { Tie } from "../../model/projection.js";
import { entryCondition } from "../../plan/condition.js";
import type { MatchedEdgePlan } from "../../plan/kinds/matched.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import type { Entered, Planner } from "../../plan/planner.js";
import type { Variable } from "../../statement/environment.js";

/** One of the two edges that tie actors, with the condition on it. With a proxy, `via` is the node that acted. */
export interface TieEdge extends MatchedEdgePlan {
  readonly condition: ConditionPlan | undefined;
}

/** The condition that the argument `ties` sets on the edges of a projection. */
export function tieArgument(ties: unknown, { field, projection }: Tie): unknown {
  if (typeof ties !== "object" || ties === null) return undefined;
  const given = Object.entries(ties).filter(([, value]) => value != null);
  const own = given.find(([name]) => name === field.name);
  if (own && given.length === 1) return own[1];
  const others = given.map(([name]) => name).filter((name) => name !== field.name);
  const what = others.length
    ? `${others.join(", ")} does not belong to ${projection}`
    : "it has no condition";
  throw new PactError("BAD_INPUT", `ties: ${what}. The edges of ${projection} are ${field.name}.`);
}

/** Plans one of the two edges. */
export function tieEdge(
  planner: Planner,
  entered: Entered,
  { tie, given, actor, m }: { tie: Tie; given: unknown; actor: Variable; m: Variable },
): TieEdge {
  const { field, proxy } = tie;
  const edge = {
    field,
    r: planner.variable("r"),
    via: proxy ? planner.variable("s") : actor,
    node: m,
  };
  return { ...edge, condition: entryCondition(planner, entered, ["ties", field.name], given, edge) };
}

/** True if a condition on an edge is about a property, at any level of and, or, not. */
export function mentions(where: unknown, property: string | undefined): boolean {
  if (typeof where !== "object" || where === null || property === undefined) return false;
  return Object.entries(where).some(([name, value]) => {
    if (name === property) return true;
    if (name === "not") return mentions(value, property);
    return (name === "and" || name === "or") && Array.isArray(value)
      ? value.some((part) => mentions(part, property))
      : false;
  });
}

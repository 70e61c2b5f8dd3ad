import type { ConditionPlan, RelationPlan } from "../plan/kinds/values.js";
import type { Environment } from "../statement/environment.js";
import { isAnchored, relationMatch } from "./condition.js";

/** A condition taken apart: clauses that find the matching nodes from their rare end, and what remains to be checked. */
export interface DrivenCondition {
  readonly clauses: string;
  readonly rest: ConditionPlan | undefined;
}

/**
 * Takes a relation out of a condition if it leads, through another one, to a node given by its id. The database then
 * starts from that node instead of checking the relation for every node of the list.
 */
export function drivenBy(
  environment: Environment,
  condition: ConditionPlan | undefined,
): DrivenCondition | undefined {
  for (const part of partsOf(condition)) {
    if (part.kind !== "exists") continue;
    for (const inner of partsOf(part.relation.condition)) {
      if (inner.kind !== "exists" || !isAnchored(inner.relation)) continue;
      const first = { ...part.relation, condition: without(part.relation.condition, inner) };
      return {
        clauses: [first, inner.relation].map((relation) => relationMatch(environment, relation)).join(" "),
        rest: without(condition, part),
      };
    }
  }
  return undefined;
}

function partsOf(condition: ConditionPlan | undefined): readonly ConditionPlan[] {
  if (condition?.kind === "and") return condition.parts.flatMap(partsOf);
  return condition ? [condition] : [];
}

function without(condition: RelationPlan["condition"], part: ConditionPlan): RelationPlan["condition"] {
  const parts = partsOf(condition).filter((each) => each !== part);
  return parts.length > 1 ? { kind: "and", parts } : parts[0];
}

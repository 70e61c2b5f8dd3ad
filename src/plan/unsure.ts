import { model } from "../model/registry.js";
import type { Variable } from "../statement/environment.js";
import type { CoveragePlan } from "./kinds/nodes.js";
import type { AggregatePlan } from "./kinds/pages.js";
import type { ScopePlan } from "./kinds/scope.js";
import type { ConditionPlan, RelationPlan } from "./kinds/values.js";

/**
 * The relations of the nodes of a list whose absence or number the answer depends on: those that a condition denies or
 * counts, and those that an aggregate runs over. If they are not recorded, the answer must say so.
 */
export function unsureRelations(
  condition: ConditionPlan | undefined,
  aggregates: readonly AggregatePlan[],
  node: Variable,
  scope: ScopePlan,
): readonly CoveragePlan[] {
  const relations = [...denied(condition, false), ...aggregates.flatMap(({ hops }) => hops.slice(0, 1))];
  const own = relations.filter(
    ({ via, field }) => via === node && model.subjectTypes.includes(field.edge.type),
  );
  return [...new Map(own.map(({ field }) => [field.name, { field, scope }])).values()];
}

function denied(condition: ConditionPlan | undefined, isNegated: boolean): readonly RelationPlan[] {
  switch (condition?.kind) {
    case "and":
    case "or":
      return condition.parts.flatMap((part) => denied(part, isNegated));
    case "not":
      return denied(condition.part, !isNegated);
    case "exists":
      return isNegated ? [condition.relation] : [];
    case "compare":
      return condition.value.kind === "count" ? [condition.value.relation] : [];
    default:
      return [];
  }
}

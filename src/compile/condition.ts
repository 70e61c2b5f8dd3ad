import type { ConditionPlan, ScopePlan } from "../plan/plan.js";
import { edgeCondition, endsOf } from "./scope.js";

/** Whether a node has, or has not, an edge of a kind that the scope lets through. */
export function existsCondition(
  { field, exists }: ConditionPlan,
  variable: string,
  scope: ScopePlan,
): string {
  const [left, right] = field.direction === "out" ? ["-", "->"] : ["<-", "-"];
  const [r, other] = [`${variable}r`, `${variable}n`];
  const condition = edgeCondition(endsOf(field, { r, node: other, via: variable }), scope);
  const found = `EXISTS { MATCH (${variable})${left}[${r}:${field.edge.type}]${right}(${other}) WHERE ${condition} }`;
  return exists ? found : `NOT ${found}`;
}

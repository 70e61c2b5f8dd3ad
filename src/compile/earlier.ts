import { EARLIER_SOURCE } from "../model/constraints.js";
import type { EarlierPlan } from "../plan/kinds/scope.js";
import type { Variable } from "../statement/environment.js";

/**
 * A source as it was at an instant: the first earlier version that was replaced after it, else the source itself. Other
 * nodes have no such versions.
 */
export function atInstant(node: Variable, { earlier, asKnownAt }: EarlierPlan): string {
  return (
    `coalesce(head(COLLECT { MATCH (${earlier}:${EARLIER_SOURCE} {id: ${node}.id}) ` +
    `WHERE ${earlier}.until > ${asKnownAt} RETURN ${earlier} ORDER BY ${earlier}.until LIMIT 1 }), ${node})`
  );
}

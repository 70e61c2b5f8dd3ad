import type { EdgeField } from "../../model/registry.js";
import type { Variable } from "../../statement/environment.js";

/** A matched edge, with the node at this end (`via`) and the one at the other end (`node`). */
export interface MatchedEdgePlan {
  readonly field: EdgeField;
  readonly r: Variable;
  readonly via: Variable;
  readonly node: Variable;
}

/** Matched nodes: a variable, and their possible types. */
export interface MatchedNodePlan {
  readonly variable: Variable;
  readonly labels: readonly string[];
}

/** A matched edge of any type, with both its ends. */
export interface MatchedAssertionPlan {
  readonly r: Variable;
  readonly from: Variable;
  readonly to: Variable;
}

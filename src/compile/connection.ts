import { MAX_PART_HOPS } from "../model/bounds.js";
import { model } from "../model/registry.js";
import type { ConnectionPlan, EdgePlan } from "../plan/kinds/nodes.js";
import type { MatchedEdgePlan } from "../plan/kinds/values.js";
import type { Environment, Variable } from "../statement/environment.js";
import { conditions } from "./condition.js";
import { edgePattern, hopOf } from "./edges.js";
import { pageExpression } from "./page.js";
import type { Prelude } from "./prelude.js";
import type { RowSource } from "./rows.js";
import { inheritedCondition, successionPath } from "./succession.js";

/**
 * The variables of one matched edge. `predecessor` is the state for which the edge is asserted, if `node` may have the
 * edge by succession.
 */
export interface EdgeVariables extends MatchedEdgePlan {
  readonly predecessor?: Variable;
}

/** A page of the edges of a node, as one map. */
export function connectionExpression(
  plan: ConnectionPlan,
  owner: Variable,
  prelude: Prelude,
  writeEdge: (edge: EdgePlan, variables: EdgeVariables, prelude: Prelude) => readonly string[],
): string {
  const { environment } = prelude;
  const { matched } = plan;
  const rows = rowsOf(environment, plan, owner);
  const source: RowSource = {
    match: rows.match,
    conditions: [...rows.conditions, ...conditions(environment, plan.condition)],
    carried: [...rows.carried, `${matched.r}`, `${matched.node}`],
  };
  return pageExpression(plan.page, source, prelude, {
    ids: [`${matched.node}.id`, `${matched.r}.id`],
    entries: (inner) => writeEdge(plan.edge, { ...matched, ...rows.ends }, inner),
  });
}

/** Matches the edges of a list: from the owner, from its parts or predecessors, or to predecessors. */
function rowsOf(environment: Environment, plan: ConnectionPlan, owner: Variable) {
  const { matched, scope, succession } = plan;
  if (succession?.side === "via") return fromPredecessors(environment, plan, owner);
  if (succession) return toPredecessors(environment, plan, owner);
  const { pattern, conditions: own } = edgePattern(environment, matched, scope);
  const before = plan.includeParts ? partsClause(environment, plan, owner) : "";
  const carried = before ? [`${matched.via}`] : [];
  return { match: `${before}MATCH ${pattern}`, conditions: own, carried, ends: {} };
}

/** The edges of the owner and of its predecessors. */
function fromPredecessors(environment: Environment, plan: ConnectionPlan, owner: Variable) {
  const { matched, scope } = plan;
  const { pattern, conditions: own } = edgePattern(environment, matched, scope);
  const path = successionPath(environment, plan, { later: owner, earlier: matched.via }, "predecessors");
  const ends = { heir: owner, via: matched.via, node: matched.node };
  return {
    match: `MATCH ${path.pattern} MATCH ${pattern}`,
    conditions: [inheritedCondition(environment, plan, own, path.chain, ends)],
    carried: [`${matched.via}`],
    ends: {},
  };
}

/** The edges to states, and the edges that later states have from these by succession. */
function toPredecessors(environment: Environment, plan: ConnectionPlan, owner: Variable) {
  const { matched, scope, succession } = plan;
  const earlier = succession?.earlier ?? matched.node;
  const { pattern, conditions: own } = edgePattern(environment, { ...matched, node: earlier }, scope);
  const path = successionPath(environment, plan, { later: matched.node, earlier }, "successors");
  const ends = { heir: matched.node, via: earlier, node: owner };
  return {
    match: `MATCH ${pattern} MATCH ${path.pattern}`,
    conditions: [inheritedCondition(environment, plan, own, path.chain, ends)],
    carried: [`${earlier}`],
    ends: { predecessor: earlier },
  };
}

/** Matches the owner of a list and all its parts. */
function partsClause(environment: Environment, { matched, scope }: ConnectionPlan, owner: Variable): string {
  const hop = {
    field: model.hierarchy.backward,
    via: environment.variable("x"),
    r: environment.variable("p"),
    node: environment.variable("y"),
  };
  const step = hopOf(edgePattern(environment, hop, scope));
  return `MATCH (${owner})(${step}){0,${MAX_PART_HOPS}}(${matched.via}) WITH DISTINCT ${matched.via} `;
}

import { MAX_PART_HOPS } from "../model/bounds.js";
import { model } from "../model/registry.js";
import type { MatchedEdgePlan } from "../plan/kinds/matched.js";
import type { ConnectionPlan, EdgePlan } from "../plan/kinds/nodes.js";
import type { Environment, Variable } from "../statement/environment.js";
import { conditions } from "./condition.js";
import { coverageExpression, isBlank } from "./coverage.js";
import { edgePattern, hopOf } from "./edges.js";
import { pageExpression } from "./page.js";
import type { Prelude } from "./prelude.js";
import type { RowSource } from "./rows.js";
import { inheritedCondition, successionPath } from "./succession.js";
import { isTimed } from "./validity.js";

/**
 * The variables of one matched edge. `predecessor` is the state for which the edge is asserted, if `node` may have the
 * edge by succession.
 */
export interface EdgeVariables extends MatchedEdgePlan {
  readonly predecessor?: Variable;
  /** Condition: the edge certainly holds at the time of the scope, if that is more than a matter of its own dates. */
  readonly certainly?: string;
  /** The state that has the edge, and the one of which it is asserted; the same if it is not inherited. */
  readonly inheritance?: { readonly heir: Variable; readonly from: Variable };
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
  const source = sourceOf(environment, plan, rows);
  const certain: ConnectionPlan = { ...plan, scope: { ...plan.scope, certain: true } };
  return pageExpression(plan.page, source, prelude, {
    ids: [`${matched.node}.id`, `${matched.r}.id`],
    // The database knows the number of edges of a node: without conditions it need not read them to count them.
    isShort: source.conditions.length > 0 || plan.includeParts,
    entries: (inner) => writeEdge(plan.edge, { ...matched, ...rows.ends }, inner),
    certain: isTimed(plan.scope)
      ? () => sourceOf(environment, certain, rowsOf(environment, certain, owner))
      : undefined,
    more: recordedEntries(environment, plan, owner),
  });
}

/** Whether the relation is recorded: in full if that is selected, and for a list that may be empty. */
function recordedEntries(environment: Environment, plan: ConnectionPlan, owner: Variable): readonly string[] {
  return [
    ...(plan.wantsCoverage ? [`coverage: ${coverageExpression(plan, owner, environment)}`] : []),
    ...(plan.tellsBlank ? [`blank: ${isBlank(plan, owner, environment)}`] : []),
  ];
}

function sourceOf(
  environment: Environment,
  { matched, condition }: ConnectionPlan,
  rows: ReturnType<typeof rowsOf>,
): RowSource {
  return {
    match: rows.match,
    conditions: [...rows.conditions, ...conditions(environment, condition)],
    carried: [...rows.carried, `${matched.r}`, `${matched.node}`],
  };
}

/** Matches the edges of a list: from the owner, from its parts or predecessors, or to predecessors. */
function rowsOf(environment: Environment, plan: ConnectionPlan, owner: Variable) {
  const { matched, succession } = plan;
  if (succession?.side === "via") return fromPredecessors(environment, plan, owner);
  if (succession) return toPredecessors(environment, plan, owner);
  const { pattern, conditions: own } = ownPattern(environment, plan, matched);
  const before = plan.includeParts ? partsClause(environment, plan, owner) : "";
  const carried = before ? [`${matched.via}`] : [];
  return { match: `${before}MATCH ${pattern}`, conditions: own, carried, ends: {} };
}

/** The edges of the owner and of its predecessors. */
function fromPredecessors(environment: Environment, plan: ConnectionPlan, owner: Variable) {
  const { matched } = plan;
  const { pattern } = ownPattern(environment, plan, matched);
  const path = successionPath(environment, plan, { later: owner, earlier: matched.via }, "predecessors");
  const ends = { heir: owner, via: matched.via, node: matched.node };
  return {
    match: `MATCH ${path.pattern} MATCH ${pattern}`,
    ...inherited(environment, plan, matched, path.chain, ends),
    ends: {
      inheritance: { heir: owner, from: matched.via },
      ...certainly(environment, plan, matched, path.chain, ends),
    },
  };
}

/** The edges to states, and the edges that later states have from these by succession. */
function toPredecessors(environment: Environment, plan: ConnectionPlan, owner: Variable) {
  const { matched, succession } = plan;
  const earlier = succession?.earlier ?? matched.node;
  const asserted = { ...matched, node: earlier };
  const { pattern } = ownPattern(environment, plan, asserted);
  const path = successionPath(environment, plan, { later: matched.node, earlier }, "successors");
  const ends = { heir: matched.node, via: earlier, node: owner };
  return {
    match: `MATCH ${pattern} MATCH ${path.pattern}`,
    ...inherited(environment, plan, asserted, path.chain, ends),
    ends: {
      predecessor: earlier,
      inheritance: { heir: matched.node, from: earlier },
      ...certainly(environment, plan, asserted, path.chain, ends),
    },
  };
}

/** The edges of the list, asserted for the nodes of the plan or for their predecessors. */
function ownPattern(
  environment: Environment,
  { scope, ofAllSources }: ConnectionPlan,
  matched: MatchedEdgePlan,
) {
  return edgePattern(environment, matched, scope, { reading: ofAllSources ? "claimed" : "chosen" });
}

type InheritedEnds = Parameters<typeof inheritedCondition>[4];

function inherited(
  environment: Environment,
  plan: ConnectionPlan,
  matched: MatchedEdgePlan,
  chain: Variable,
  ends: InheritedEnds,
) {
  const { conditions: own } = ownPattern(environment, plan, matched);
  return {
    conditions: [inheritedCondition(environment, plan, own, chain, ends)],
    carried: [`${ends.via}`, ...(wantsHolds(plan) ? [`${chain}`] : [])],
  };
}

/** The condition under which an edge that may be inherited certainly holds, if that is selected. */
function certainly(
  environment: Environment,
  plan: ConnectionPlan,
  matched: MatchedEdgePlan,
  chain: Variable,
  ends: InheritedEnds,
): { readonly certainly?: string } {
  if (!wantsHolds(plan)) return {};
  const certain = { ...plan, scope: { ...plan.scope, certain: true } };
  const { conditions: own } = ownPattern(environment, certain, matched);
  return { certainly: inheritedCondition(environment, certain, own, chain, ends) };
}

function wantsHolds({ edge }: ConnectionPlan): boolean {
  return edge.fields.some(({ kind }) => kind === "holds");
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

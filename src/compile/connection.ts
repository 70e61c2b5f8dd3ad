import type { EdgeField } from "../model/registry.js";
import { edgeModel } from "../model/registry.js";
import { MOST_PART_HOPS } from "../plan/limits.js";
import type { ConnectionPlan, EdgePlan, PagePlan } from "../plan/plan.js";
import { cursorConditions, orderAndLimit, outsideConditions } from "./page.js";
import { edgeCondition, endsOf } from "./scope.js";

/** Variables of one matched edge: the edge, the node at the other end, the node at this end. */
export interface EdgeVariables {
  readonly r: string;
  readonly type: string;
  readonly direction: EdgeField["direction"];
  readonly node: string;
  readonly via: string;
}

/** Writes the entries of the map of one edge; given from outside, since nodes and edges nest in each other. */
type EdgeWriter = (plan: EdgePlan, variables: EdgeVariables) => readonly string[];

/** A connection as one expression: a map of `items`, `total`, and what lies outside the cursors. */
export function connectionExpression(plan: ConnectionPlan, owner: string, writeEdge: EdgeWriter): string {
  const { n } = plan.page;
  const via = plan.includeParts ? `v${n}` : owner;
  const variables = {
    r: `r${n}`,
    type: plan.field.edge.type,
    direction: plan.field.direction,
    node: `n${n}`,
    via,
  };
  const match = matchClause(plan, owner, variables);
  const condition = edgeCondition(endsOf(plan.field, variables), plan.scope);
  const keys = [`${variables.node}.id`, `${variables.r}.id`];
  const items = () => {
    const where = [condition, ...cursorConditions(plan.page, keys)].join(" AND ");
    const carried = [...(plan.includeParts ? [via] : []), variables.r, variables.node].join(", ");
    const entries = [`c: [${keys.join(", ")}]`, ...writeEdge(plan.edge, variables)];
    return (
      `COLLECT { ${match} WHERE ${where} WITH ${carried} ${orderAndLimit(plan.page, keys)} ` +
      `RETURN {${entries.join(", ")}} }`
    );
  };
  return pageExpression(plan.page, {
    items,
    total: () => `COUNT { ${match} WHERE ${condition} }`,
    exists: (extra) => `EXISTS { ${match} WHERE ${condition} AND ${extra} }`,
    keys,
  });
}

/** How the parts of a page are written for one kind of list. */
export interface PageParts {
  readonly items: () => string;
  readonly total: () => string;
  readonly exists: (extra: string) => string;
  readonly keys: readonly string[];
}

/** The map of a page; only what was selected is in it. */
export function pageExpression(page: PagePlan, { items, total, exists, keys }: PageParts): string {
  const outside = page.wantsPageInfo ? outsideConditions(page, keys) : {};
  return `{${[
    ...(page.wantsItems ? [`items: ${items()}`] : []),
    ...(page.wantsTotal ? [`total: ${total()}`] : []),
    ...(outside.before ? [`before: ${exists(outside.before)}`] : []),
    ...(outside.behind ? [`behind: ${exists(outside.behind)}`] : []),
  ].join(", ")}}`;
}

function matchClause(
  plan: ConnectionPlan,
  owner: string,
  { r, type, direction, node, via }: EdgeVariables,
): string {
  const [left, right] = direction === "out" ? ["-", "->"] : ["<-", "-"];
  const edge = `${left}[${r}:${type}]${right}(${node})`;
  if (!plan.includeParts) return `MATCH (${owner})${edge}`;
  const { n } = plan.page;
  const hierarchy = edgeModel("PART_OF");
  const hop = { r: `p${n}`, node: `y${n}`, via: `x${n}` };
  const condition = edgeCondition(endsOf(hierarchy.backward, hop), plan.scope);
  const step = `(${hop.via})<-[${hop.r}:${hierarchy.type}]-(${hop.node}) WHERE ${condition}`;
  return `MATCH (${owner})(${step}){0,${MOST_PART_HOPS}}(${via}) WITH DISTINCT ${via} MATCH (${via})${edge}`;
}

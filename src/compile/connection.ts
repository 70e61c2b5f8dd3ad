import type { EdgeField } from "../model/registry.js";
import { edgeModel } from "../model/registry.js";
import { MOST_PART_HOPS } from "../plan/limits.js";
import { predecessorOf } from "../plan/names.js";
import type { ConnectionPlan, EdgePlan, PagePlan } from "../plan/plan.js";
import { aggregateExpression } from "./aggregate.js";
import { conditionExpression } from "./condition.js";
import {
  carriedKeys,
  cursorConditions,
  keyList,
  keyVariables,
  orderAndLimit,
  outsideConditions,
  type SortKeys,
  sortKeys,
} from "./page.js";
import { listOfRows, type Prelude } from "./prelude.js";
import { matched, type RowSource, whereClause } from "./rows.js";
import { edgeCondition, endsOf } from "./scope.js";
import { identifier, mapOf } from "./statement.js";
import { orInherited, successionPath } from "./succession.js";

/** Variables of one matched edge: the edge, the node at the other end, the node at this end. */
export interface EdgeVariables {
  readonly r: string;
  readonly type: string;
  readonly direction: EdgeField["direction"];
  readonly node: string;
  readonly via: string;
  /** The state of which the edge is asserted, where `node` may have it by succession. */
  readonly predecessor?: string;
}

/** A page of the edges of a node, as one map. */
export function connectionExpression(
  plan: ConnectionPlan,
  owner: string,
  prelude: Prelude,
  writeEdge: (edge: EdgePlan, variables: EdgeVariables, prelude: Prelude) => readonly string[],
): string {
  const { n } = plan.page;
  const { type } = plan.field.edge;
  const { direction } = plan.field;
  const own = { r: `r${n}`, type, direction, node: `n${n}` };
  const rows = rowsOf(plan, owner, own);
  const condition = [rows.condition, ...(plan.condition ? [conditionExpression(plan.condition)] : [])].join(
    " AND ",
  );
  const carried = [...rows.carried, own.r, own.node];
  return pageExpression(plan.page, { match: rows.match, condition, carried }, prelude, {
    ids: [`${own.node}.id`, `${own.r}.id`],
    entries: (inner) => writeEdge(plan.edge, { ...own, ...rows.ends }, inner),
  });
}

type OwnVariables = Pick<EdgeVariables, "r" | "type" | "direction" | "node">;

/** How the edges of a list are matched: from the owner, its parts or predecessors, or to predecessors. */
function rowsOf(plan: ConnectionPlan, owner: string, own: OwnVariables) {
  const { n } = plan.page;
  const plain = (via: string, before: string) => ({
    match: `${before}MATCH (${via})${arrow(own, own.node)}`,
    condition: edgeCondition(endsOf(plan.field, { ...own, via }), plan.scope),
    carried: before ? [via] : [],
    ends: { via },
  });
  if (plan.includeParts) return plain(`v${n}`, partsClause(plan, owner));
  if (plan.succession?.side === "via") {
    const via = `v${n}`;
    const { condition } = plain(via, "");
    const { path, chain } = successionPath(plan, { later: owner, earlier: via }, "predecessors");
    const ends = { r: own.r, heir: owner, via, node: own.node };
    return {
      match: `MATCH ${path} MATCH (${via})${arrow(own, own.node)}`,
      condition: orInherited(plan, condition, chain, ends),
      carried: [via],
      ends: { via },
    };
  }
  if (plan.succession) {
    const earlier = predecessorOf(own.node);
    const condition = edgeCondition(endsOf(plan.field, { ...own, via: owner, node: earlier }), plan.scope);
    const { path, chain } = successionPath(plan, { later: own.node, earlier }, "successors");
    const ends = { r: own.r, heir: own.node, via: earlier, node: owner };
    return {
      match: `MATCH (${owner})${arrow(own, earlier)} MATCH ${path}`,
      condition: orInherited(plan, condition, chain, ends),
      carried: [earlier],
      ends: { via: owner, predecessor: earlier },
    };
  }
  return plain(owner, "");
}

function arrow({ r, type, direction }: OwnVariables, node: string): string {
  const [left, right] = direction === "out" ? ["-", "->"] : ["<-", "-"];
  return `${left}[${r}:${type}]${right}(${node})`;
}

/** What is written of each row of a page. */
export interface RowWriter {
  /** Unique keys that make the order total. */
  readonly ids: readonly string[];
  /** A condition that lets an index give the rows in the order of the ids. */
  readonly seek?: string;
  readonly entries: (prelude: Prelude) => readonly string[];
}

/** The map of a page; only what was selected is in it. */
export function pageExpression(
  page: PagePlan,
  source: RowSource,
  prelude: Prelude,
  { ids, seek, entries }: RowWriter,
): string {
  const keys = sortKeys(page, ids);
  const carried = [...source.carried, ...keyVariables(page)].join(", ");
  // Keys that were asked for are computed once, before conditions on them; ids are at hand.
  const computed = page.keys.length > 0;
  const rows = (extra: readonly string[]) =>
    computed
      ? `${matched(source)} WITH ${[...source.carried, ...carriedKeys(page)].join(", ")}${whereClause(extra)}`
      : matched(source, extra);
  return pageMap(page, keys, {
    items: () => {
      const wanted = rows([...(seek && !computed ? [seek] : []), ...cursorConditions(page, keys)]);
      const limited = `${wanted} WITH ${carried} ${orderAndLimit(page, keys)}`;
      return listOfRows(prelude, `l${page.n}`, limited, (inner) =>
        mapOf([`c: ${keyList(keys)}`, ...entries(inner)]),
      );
    },
    total: () => `COUNT { ${matched(source)} }`,
    exists: (extra) => `EXISTS { ${rows([extra])}${computed ? " RETURN 1" : ""} }`,
    more: page.aggregates.map(
      (aggregate) => `${identifier(aggregate.slot)}: ${aggregateExpression(aggregate, source, prelude)}`,
    ),
  });
}

/** How the parts of a page are written for one kind of list. */
export interface PageParts {
  readonly items: () => string;
  readonly total: () => string;
  readonly exists: (extra: string) => string;
  readonly more?: readonly string[];
}

/** The map of a page from its parts. */
export function pageMap(page: PagePlan, keys: SortKeys, { items, total, exists, more }: PageParts): string {
  const outside = page.wantsPageInfo ? outsideConditions(page, keys) : {};
  return `{${[
    ...(page.wantsItems ? [`items: ${items()}`] : []),
    ...(page.wantsTotal ? [`total: ${total()}`] : []),
    ...(outside.before ? [`before: ${exists(outside.before)}`] : []),
    ...(outside.behind ? [`behind: ${exists(outside.behind)}`] : []),
    ...(more ?? []),
  ].join(", ")}}`;
}

/** The owner of a list and all its parts. */
function partsClause({ page, scope }: ConnectionPlan, owner: string): string {
  const { n } = page;
  const hierarchy = edgeModel("PART_OF");
  const hop = { r: `p${n}`, node: `y${n}`, via: `x${n}` };
  const condition = edgeCondition(endsOf(hierarchy.backward, hop), scope);
  const step = `(${hop.via})<-[${hop.r}:${hierarchy.type}]-(${hop.node}) WHERE ${condition}`;
  return `MATCH (${owner})(${step}){0,${MOST_PART_HOPS}}(v${n}) WITH DISTINCT v${n} `;
}

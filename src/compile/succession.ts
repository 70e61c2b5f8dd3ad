import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { edgeModel, nodeModel } from "../model/registry.js";
import { MOST_SUCCESSIONS } from "../plan/limits.js";
import type { ConnectionPlan } from "../plan/plan.js";
import { timelessScope } from "../plan/scope.js";
import { edgeCondition, endsOf, lastDayOf } from "./scope.js";

/**
 * The shortest chain of successions between a state and a later one, also the empty one, by the views that the
 * parameter lists. `chain` is the list of its edges, from where the path begins.
 */
export function successionPath(
  { page, succession }: ConnectionPlan,
  { later, earlier }: { readonly later: string; readonly earlier: string },
  towards: "predecessors" | "successors",
): { readonly path: string; readonly chain: string } {
  const { n } = page;
  const [x, y, p] = [`x${n}`, `y${n}`, `p${n}`];
  const [heir, from, to] = towards === "predecessors" ? [x, later, earlier] : [y, earlier, later];
  const { type } = edgeModel("RELATED_TO");
  // The edge starts at the later state, but for a merger, which starts at the state that ends.
  const begins = `CASE ${p}.kind WHEN 'MERGED_INTO' THEN endNode(${p}) ELSE startNode(${p}) END = ${heir}`;
  const hop = `(${x})-[${p}:${type}]-(${y}) WHERE ${p}.primary AND ${p}.kind IN $${succession?.kinds} AND ${begins}`;
  return { path: `ANY SHORTEST (${from})(${hop}){0,${MOST_SUCCESSIONS}}(${to})`, chain: p };
}

/** An edge whose end has it by succession: `heir` has it from `via`. */
interface Inherited {
  readonly r: string;
  readonly heir: string;
  readonly via: string;
  readonly node: string;
}

/**
 * The condition of an edge, or for one that is had by succession: that it held when the state followed its
 * predecessor, that it goes on (what it leads to has not ended), and that the state has no such edge of its own,
 * which would say more. Without a time asked for, all edges of predecessors.
 */
export function orInherited(
  { field, scope, succession }: ConnectionPlan,
  condition: string,
  chain: string,
  { r, heir, via, node }: Inherited,
): string {
  const { asOf, during, certain } = scope;
  if (!field.edge.timed || (!asOf && !during)) return condition;
  const succeeded = succession?.side === "via" ? `last(${chain})` : `head(${chain})`;
  const [first, last] = asOf ? [`$${asOf}`, `$${asOf}`] : [`$${during?.min}`, `$${during?.max}`];
  const bound = (name: string, possible: "min" | "max") =>
    (possible === "min") === certain ? maxColumn(name) : minColumn(name);
  const ends = lifeEnds(succession?.side === "via" ? field.targets : field.owners).map((property) =>
    lastDayOf(node, property, certain ? minColumn : maxColumn),
  );
  const here = succession?.side === "via";
  const readOf = (edge: string, state: string) =>
    edgeCondition(
      endsOf(field, { r: edge, ...(here ? { via: state, node } : { via: node, node: state }) }),
      timelessScope(scope),
    );
  const inherited = [
    // Every succession on the way has happened by then.
    `all(link IN ${chain} WHERE link.${bound("date", "min")} <= ${last})`,
    `${r}.${bound("validFrom", "min")} <= ${succeeded}.${certain ? minColumn("date") : maxColumn("date")}`,
    // The last day of the predecessor is the day before the succession.
    `${r}.${certain ? minColumn("validTo") : maxColumn("validTo")} >= ` +
      `${succeeded}.${certain ? maxColumn("date") : minColumn("date")} - duration({days: 1})`,
    ...(ends.length ? [`coalesce(${[...ends, `date('${LAST_DAY}')`].join(", ")}) >= ${first}`] : []),
    // Only a state that is there at the time has anything.
    `coalesce(${heir}.${certain ? minColumn("existsTo") : maxColumn("existsTo")}, date('${LAST_DAY}')) >= ${first}`,
    `coalesce(${heir}.${bound("existsFrom", "min")}, date('${FIRST_DAY}')) <= ${last}`,
    readOf(r, via),
    `NOT EXISTS { MATCH (${heir})-[${r}h:${field.edge.type}]-(${node}) WHERE ${readOf(`${r}h`, heir)} }`,
  ];
  return `CASE WHEN ${heir} = ${via} THEN ${condition} ELSE ${inherited.join(" AND ")} END`;
}

function lifeEnds(labels: readonly string[]): readonly PropertyModel[] {
  return labels.flatMap((label) => {
    const property = nodeModel(label).lifeEnd;
    return property ? [property] : [];
  });
}

import { MOST_ROUTES } from "../plan/limits.js";
import type { PathPlan } from "../plan/plan.js";
import { conditionExpression } from "./condition.js";
import { listOfRows, Prelude } from "./prelude.js";
import { graphEdgeEntries, nodeExpression } from "./project.js";
import { whereClause } from "./rows.js";
import { isPublished } from "./scope.js";
import { identifier, mapOf } from "./statement.js";
import { viaCondition, viaTypes } from "./via.js";

/**
 * Routes between two nodes, the shortest first: `value` is the list of them, `missing` the ids of ends that do
 * not exist. From a node to itself there is one route, without edges.
 */
export function pathStatement(plan: PathPlan): string {
  const { n, via, scope, maxHops, condition } = plan;
  const hop = `(x)-[r:${viaTypes(via)}]-(y) WHERE ${viaCondition(via, { r: "r", x: "x", y: "y" }, scope)}`;
  const inner = condition
    ? [`all(z IN nodes(p) WHERE z = a OR z = b OR coalesce(${conditionExpression(condition)}, false))`]
    : [];
  const simple = plan.all ? ["all(z IN nodes(p) WHERE single(other IN nodes(p) WHERE other = z))"] : [];
  const before = [...simple, ...inner];
  const pattern = `(a)(${hop}){1,${maxHops}}(b)`;
  const selector = plan.all ? `SHORTEST ${MOST_ROUTES + 1}` : "ALL SHORTEST";
  const route = before.length
    ? `${selector} (p = ${pattern} WHERE ${before.join(" AND ")})`
    : `p = ${selector} ${pattern}`;
  const rows =
    "CALL (a, b) { WITH a, b WHERE a = b RETURN [a] AS passed, [] AS edges " +
    `UNION WITH a, b WHERE a <> b MATCH ${route} RETURN nodes(p) AS passed, relationships(p) AS edges } ` +
    "WITH passed, edges ORDER BY size(edges), [node IN passed | node.id], [edge IN edges | edge.id] " +
    `LIMIT $limit${n}`;
  const prelude = new Prelude();
  const value = listOfRows(prelude, `l${n}`, rows, (outer) =>
    mapOf([
      ...(plan.length ? [`${identifier(plan.length)}: size(edges)`] : []),
      ...nodesOf(plan, outer),
      ...edgesOf(plan, outer),
    ]),
  );
  return (
    `OPTIONAL MATCH (a:Entity {id: $from${n}})${whereClause(isPublished("a", scope))} ` +
    `OPTIONAL MATCH (b:Entity {id: $to${n}})${whereClause(isPublished("b", scope))} ${prelude.text}` +
    `RETURN ${value} AS value, ` +
    `CASE WHEN a IS NULL THEN [$from${n}] ELSE [] END + CASE WHEN b IS NULL THEN [$to${n}] ELSE [] END AS missing`
  );
}

function nodesOf({ n, nodes }: PathPlan, outer: Prelude): readonly string[] {
  if (!nodes) return [];
  return [
    `nodes: ${listOfRows(outer, `ln${n}`, "UNWIND passed AS x", (inner) => nodeExpression(nodes, "x", inner))}`,
  ];
}

function edgesOf({ n, edges }: PathPlan, outer: Prelude): readonly string[] {
  if (!edges) return [];
  const rows = "UNWIND edges AS r WITH r, startNode(r) AS f, endNode(r) AS t";
  return [`edges: ${listOfRows(outer, `lr${n}`, rows, (inner) => mapOf(graphEdgeEntries(edges, inner)))}`];
}

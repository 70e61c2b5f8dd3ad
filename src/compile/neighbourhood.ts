import type { NeighbourhoodPlan } from "../plan/plan.js";
import { conditionExpression } from "./condition.js";
import { listOfRows, Prelude } from "./prelude.js";
import { graphEdgeEntries, nodeExpression } from "./project.js";
import { whereClause } from "./rows.js";
import { isPublished } from "./scope.js";
import { identifier, mapOf } from "./statement.js";
import { viaCondition, viaTypes } from "./via.js";

/**
 * The nodes within some hops of the nodes asked for, the nearest first, and the edges between those that are kept:
 * `value` is one map, `missing` the ids that do not exist.
 */
export function neighbourhoodStatement(plan: NeighbourhoodPlan): string {
  const { n, hops, scope } = plan;
  const where = whereClause(isPublished("x", scope));
  const levels = Array.from({ length: hops }, (_, hop) => hop + 1);
  const found = ["[0, s0]", ...levels.map((level) => `[${level}, s${level}]`)].join(", ");
  const prelude = new Prelude();
  const value = mapOf([
    ...(plan.wantsNodes ? [`nodes: ${nodesOf(plan, prelude)}`] : []),
    ...(plan.edges ? [`edges: ${edgesOf(plan, prelude)}`] : []),
    ...plan.columns.map(({ slot, column }) => `${identifier(slot)}: ${column}`),
  ]);
  return (
    `CALL () { UNWIND $ids${n} AS id MATCH (x:Entity {id: id})${where} RETURN collect(DISTINCT x) AS s0 } ` +
    levels.map((level) => hopClause(plan, level)).join("") +
    `CALL (*) { UNWIND [${found}] AS level UNWIND level[1] AS x WITH x, min(level[0]) AS distance ` +
    "ORDER BY distance, x.id RETURN collect({x: x, distance: distance}) AS found } " +
    `WITH found[0..$limit${n}] AS kept, size(found) - size(found[0..$limit${n}]) AS nodesLeftOut ` +
    `${edgesClause(plan)}` +
    `WITH kept, nodesLeftOut, between[0..$edges${n}] AS edges, size(between) - size(between[0..$edges${n}]) AS edgesLeftOut ` +
    `${prelude.text}RETURN ${value} AS value, ` +
    `[id IN $ids${n} WHERE NOT EXISTS { MATCH (x:Entity {id: id})${where} }] AS missing`
  );
}

function hopClause({ via, scope, condition }: NeighbourhoodPlan, level: number): string {
  const before = `s${level - 1}`;
  const followed = viaCondition(via, { r: "r", x: "x", y: "y" }, scope);
  const fits = condition ? ` AND ${conditionExpression(condition)}` : "";
  return (
    `CALL (${before}) { UNWIND ${before} AS x MATCH (x)-[r:${viaTypes(via)}]-(y) WHERE ${followed}${fits} ` +
    `RETURN collect(DISTINCT y) AS s${level} } `
  );
}

function edgesClause({ via, scope }: NeighbourhoodPlan): string {
  const either = via.map(({ type }) => ({ type, direction: "BOTH" as const }));
  return (
    `CALL (kept) { WITH [each IN kept | each.x] AS nodes UNWIND nodes AS x MATCH (x)-[r:${viaTypes(via)}]->(y) ` +
    `WHERE y IN nodes AND ${viaCondition(either, { r: "r", x: "x", y: "y" }, scope)} ` +
    "WITH r ORDER BY type(r), r.id RETURN collect(r) AS between } "
  );
}

function nodesOf({ n, distance, node }: NeighbourhoodPlan, prelude: Prelude): string {
  const rows = "UNWIND kept AS each WITH each.x AS x, each.distance AS distance";
  return listOfRows(prelude, `ln${n}`, rows, (inner) =>
    mapOf([
      ...(distance ? [`${identifier(distance)}: distance`] : []),
      ...(node ? [`node: ${nodeExpression(node, "x", inner)}`] : []),
    ]),
  );
}

function edgesOf({ n, edges }: NeighbourhoodPlan, prelude: Prelude): string {
  const rows = "UNWIND edges AS r WITH r, startNode(r) AS f, endNode(r) AS t";
  return listOfRows(prelude, `lr${n}`, rows, (inner) => mapOf(edges ? graphEdgeEntries(edges, inner) : []));
}

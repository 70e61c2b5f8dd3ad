import { conditions } from "../../compile/condition.js";
import { matchEdge, stepPattern } from "../../compile/edges.js";
import { listOfRows, Prelude } from "../../compile/prelude.js";
import { graphEdgeList, nodeExpression } from "../../compile/project.js";
import { isPublished } from "../../compile/record.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { identifier, mapOf, whereClause } from "../../statement/text.js";
import { missingIds } from "../found.js";
import { forwards } from "../steps.js";
import type { NeighbourhoodPlan } from "./plan.js";

/**
 * The nodes within some hops of the given nodes, nearest first, and the edges between the returned nodes.
 * `value` is one map, `missing` lists the ids that do not exist.
 */
export function compileNeighbourhood(plan: NeighbourhoodPlan, environment: Environment): string {
  const { ids, hops, scope, maxNodes, maxEdges } = plan;
  const start = environment.variable("x");
  const levels = Array.from({ length: hops + 1 }, () => environment.variable("level"));
  const [kept, edges, between] = [
    environment.variable("kept"),
    environment.variable("edges"),
    environment.variable("between"),
  ];
  const [first] = levels;
  const prelude = new Prelude(environment);
  const value = mapOf([
    ...(plan.wantsNodes ? [`nodes: ${nodesOf(plan, kept, prelude)}`] : []),
    ...(plan.edges ? [`edges: ${edgesOf(plan, edges, prelude)}`] : []),
    ...plan.columns.map(({ slot, column }) => `${identifier(slot)}: ${column}`),
  ]);
  return (
    `CALL () { UNWIND ${ids} AS id MATCH (${start}:Entity {id: id})${whereClause(isPublished(start, scope))} ` +
    `RETURN collect(DISTINCT ${start}) AS ${first} } ` +
    levels
      .slice(1)
      .map((level, index) => hopClause(plan, levels[index] ?? level, level, environment))
      .join("") +
    `CALL (*) { UNWIND [${levels.map((level, distance) => `[${distance}, ${level}]`).join(", ")}] AS level ` +
    `UNWIND level[1] AS node WITH node, min(level[0]) AS distance ORDER BY distance, node.id ` +
    "RETURN collect({x: node, distance: distance}) AS found } " +
    `WITH found[0..${maxNodes}] AS ${kept}, size(found) - size(found[0..${maxNodes}]) AS nodesLeftOut ` +
    `${edgesClause(plan, kept, between, environment)}` +
    `WITH ${kept}, nodesLeftOut, ${between}[0..${maxEdges}] AS ${edges}, ` +
    `size(${between}) - size(${between}[0..${maxEdges}]) AS edgesLeftOut ` +
    `${prelude.text}RETURN ${value} AS value, ${missingIds(ids, environment.variable("x"), scope)} AS missing`
  );
}

/** The nodes one hop beyond those of a level. */
function hopClause(
  { steps, scope, condition, y }: NeighbourhoodPlan,
  before: Variable,
  level: Variable,
  environment: Environment,
): string {
  const [x, r] = [environment.variable("x"), environment.variable("r")];
  const step = matchEdge(
    stepPattern(environment, steps, { r, x, y }, scope),
    conditions(environment, condition),
  );
  return `CALL (${before}) { UNWIND ${before} AS ${x} ${step} RETURN collect(DISTINCT ${y}) AS ${level} } `;
}

function edgesClause(
  { steps, scope }: NeighbourhoodPlan,
  kept: Variable,
  between: Variable,
  environment: Environment,
): string {
  const [x, r, y] = [environment.variable("x"), environment.variable("r"), environment.variable("y")];
  const either = forwards(steps.map(({ type }) => type));
  const step = matchEdge(stepPattern(environment, either, { r, x, y }, scope), [`${y} IN nodes`]);
  return (
    `CALL (${kept}) { WITH [each IN ${kept} | each.x] AS nodes UNWIND nodes AS ${x} ${step} ` +
    `WITH ${r} ORDER BY type(${r}), ${r}.id RETURN collect(${r}) AS ${between} } `
  );
}

function nodesOf({ x, distance, node }: NeighbourhoodPlan, kept: Variable, prelude: Prelude): string {
  const rows = `UNWIND ${kept} AS each WITH each.x AS ${x}, each.distance AS distance`;
  return listOfRows(prelude, rows, (inner) =>
    mapOf([
      ...(distance ? [`${identifier(distance)}: distance`] : []),
      ...(node ? [`node: ${nodeExpression(node, x, inner)}`] : []),
    ]),
  );
}

function edgesOf({ edges: plan }: NeighbourhoodPlan, edges: Variable, prelude: Prelude): string {
  return plan ? graphEdgeList(plan, edges, prelude) : "[]";
}

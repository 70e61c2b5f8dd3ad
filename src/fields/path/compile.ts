import { conditionExpression } from "../../compile/condition.js";
import { hopOf, stepPattern } from "../../compile/edges.js";
import { listOfRows, Prelude } from "../../compile/prelude.js";
import { graphEdgeEntries, nodeExpression } from "../../compile/project.js";
import { isPublished } from "../../compile/record.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { identifier, mapOf, whereClause } from "../../statement/text.js";
import { MAX_ROUTES, type PathPlan } from "./plan.js";

/**
 * Routes between two nodes, shortest first. `value` is the list of routes, `missing` lists the ids of ends
 * that do not exist. There is one route from a node to itself, without edges.
 */
export function compilePath(plan: PathPlan, environment: Environment): string {
  const { from, to, limit, scope } = plan;
  const [a, b] = [environment.variable("a"), environment.variable("b")];
  const [passed, edges] = [environment.variable("passed"), environment.variable("edges")];
  const rows =
    `CALL (${a}, ${b}) { WITH ${a}, ${b} WHERE ${a} = ${b} RETURN [${a}] AS ${passed}, [] AS ${edges} ` +
    `UNION WITH ${a}, ${b} WHERE ${a} <> ${b} ${routes(plan, { a, b, passed, edges }, environment)} } ` +
    `WITH ${passed}, ${edges} ` +
    `ORDER BY size(${edges}), [node IN ${passed} | node.id], [edge IN ${edges} | edge.id] LIMIT ${limit}`;
  const prelude = new Prelude(environment);
  const value = listOfRows(prelude, rows, (outer) =>
    mapOf([
      ...(plan.length ? [`${identifier(plan.length)}: size(${edges})`] : []),
      ...nodesOf(plan, passed, outer),
      ...edgesOf(plan, edges, outer),
    ]),
  );
  return (
    `OPTIONAL MATCH (${a}:Entity {id: ${from}})${whereClause(isPublished(a, scope))} ` +
    `OPTIONAL MATCH (${b}:Entity {id: ${to}})${whereClause(isPublished(b, scope))} ${prelude.text}` +
    `RETURN ${value} AS value, ` +
    `CASE WHEN ${a} IS NULL THEN [${from}] ELSE [] END + CASE WHEN ${b} IS NULL THEN [${to}] ELSE [] END AS missing`
  );
}

interface RouteVariables {
  readonly a: Variable;
  readonly b: Variable;
  readonly passed: Variable;
  readonly edges: Variable;
}

function routes(
  { steps, scope, maxHops, all, between: z, condition }: PathPlan,
  { a, b, passed, edges }: RouteVariables,
  environment: Environment,
): string {
  const p = environment.variable("p");
  const hop = { r: environment.variable("r"), x: environment.variable("x"), y: environment.variable("y") };
  const inner = condition
    ? [
        `all(${z} IN nodes(${p}) WHERE ${z} = ${a} OR ${z} = ${b} ` +
          `OR coalesce(${conditionExpression(environment, condition)}, false))`,
      ]
    : [];
  const simple = all
    ? [`all(node IN nodes(${p}) WHERE single(other IN nodes(${p}) WHERE other = node))`]
    : [];
  const before = [...simple, ...inner];
  const pattern = `(${a})(${hopOf(stepPattern(environment, steps, hop, scope))}){1,${maxHops}}(${b})`;
  const selector = all ? `SHORTEST ${MAX_ROUTES + 1}` : "ALL SHORTEST";
  const route = before.length
    ? `${selector} (${p} = ${pattern} WHERE ${before.join(" AND ")})`
    : `${p} = ${selector} ${pattern}`;
  return `MATCH ${route} RETURN nodes(${p}) AS ${passed}, relationships(${p}) AS ${edges}`;
}

function nodesOf({ x, nodes }: PathPlan, passed: Variable, outer: Prelude): readonly string[] {
  if (!nodes) return [];
  return [
    `nodes: ${listOfRows(outer, `UNWIND ${passed} AS ${x}`, (inner) => nodeExpression(nodes, x, inner))}`,
  ];
}

function edgesOf({ edges: plan }: PathPlan, edges: Variable, outer: Prelude): readonly string[] {
  if (!plan) return [];
  const { r, from, to } = plan;
  const rows = `UNWIND ${edges} AS ${r} WITH ${r}, startNode(${r}) AS ${from}, endNode(${r}) AS ${to}`;
  return [`edges: ${listOfRows(outer, rows, (inner) => mapOf(graphEdgeEntries(plan, inner)))}`];
}

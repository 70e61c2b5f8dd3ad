import { conditionExpression } from "../../compile/condition.js";
import { hopOf, stepPattern } from "../../compile/edges.js";
import { listOfRows, Prelude } from "../../compile/prelude.js";
import { graphEdgeList, nodeExpression } from "../../compile/project.js";
import { isPublished } from "../../compile/record.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { constant, identifier, mapOf, whereClause } from "../../statement/text.js";
import { edgesIn, hopsExpression } from "./hops.js";
import { MAX_ROUTES, type PathPlan, type PathStatus } from "./plan.js";

/** Routes are sorted only if there are at most this many of them. */
const MAX_SORTED = 20_000;

/**
 * How two nodes are connected. `value` is a map with the selected columns and `paths`, the list of routes, shortest
 * first; `missing` lists the ids of ends that do not exist. There is one route from a node to itself, without edges.
 */
export function compilePath(plan: PathPlan, environment: Environment): string {
  return new PathWriter(plan, environment).statement();
}

class PathWriter {
  private readonly a: Variable;
  private readonly b: Variable;
  private readonly p: Variable;
  /** The number of hops of the shortest route of any length. */
  private readonly nearest: Variable;
  private readonly passed: Variable;
  private readonly edges: Variable;
  private readonly hop: string;

  constructor(
    private readonly plan: PathPlan,
    private readonly environment: Environment,
  ) {
    this.a = environment.variable("a");
    this.b = environment.variable("b");
    this.p = environment.variable("p");
    this.nearest = environment.variable("nearest");
    this.passed = environment.variable("passed");
    this.edges = environment.variable("edges");
    this.hop = this.hopText();
  }

  statement(): string {
    const { a, b, nearest, plan } = this;
    const { from, to, scope } = plan;
    const prelude = new Prelude(this.environment);
    const value = mapOf([
      ...plan.columns.map(({ slot, column }) => `${identifier(slot)}: ${this.column(column)}`),
      ...(plan.wantsRoutes ? [`paths: ${this.routes(prelude)}`] : []),
    ]);
    return (
      `OPTIONAL MATCH (${a}:Entity {id: ${from}})${whereClause(isPublished(a, scope))} ` +
      `OPTIONAL MATCH (${b}:Entity {id: ${to}})${whereClause(isPublished(b, scope))} ` +
      `CALL (${a}, ${b}) { ${this.shortest()} RETURN min(hops) AS ${nearest} } ${prelude.text}RETURN ${value} AS value, ` +
      `CASE WHEN ${a} IS NULL THEN [${from}] ELSE [] END + CASE WHEN ${b} IS NULL THEN [${to}] ELSE [] END AS missing`
    );
  }

  private column(column: "status" | "length"): string {
    if (column === "length") return `${this.nearest}`;
    const status = (code: PathStatus) => constant(code);
    return (
      `CASE WHEN ${this.nearest} IS NULL THEN ${status("NONE")} ` +
      `WHEN ${this.nearest} > ${this.plan.maxHops} THEN ${status("NONE_WITHIN_BOUND")} ELSE ${status("FOUND")} END`
    );
  }

  /**
   * Rows with the number of `hops` of shortest routes. Without a bound, the search visits each node once; with one, the
   * database would visit it again at every distance.
   */
  private shortest(): string {
    const { a, b, p, plan } = this;
    const selector = plan.hops.isUniform ? "SHORTEST 1" : "ALL SHORTEST";
    const hops = hopsExpression(plan.hops, `relationships(${p})`);
    return (
      `CALL (${a}, ${b}) { WITH ${a}, ${b} WHERE ${a} = ${b} RETURN 0 AS hops ` +
      `UNION WITH ${a}, ${b} WHERE ${a} <> ${b} MATCH ${p} = ${selector} (${a})(${this.hop})+(${b}) ` +
      `RETURN ${hops} AS hops LIMIT ${MAX_SORTED} }`
    );
  }

  private routes(outer: Prelude): string {
    const { a, b, nearest, passed, edges, plan } = this;
    const hops = hopsExpression(plan.hops, edges);
    const rows =
      `CALL (${a}, ${b}, ${nearest}) { WITH ${a}, ${b} WHERE ${a} = ${b} RETURN [${a}] AS ${passed}, [] AS ${edges} ` +
      `UNION WITH ${a}, ${b}, ${nearest} WHERE ${a} <> ${b} AND ${nearest} <= ${plan.maxHops} ${this.found()} } ` +
      `WITH ${passed}, ${edges}, ${hops} AS hops WHERE hops <= ${plan.maxHops} ` +
      `ORDER BY hops, size(${edges}), [node IN ${passed} | node.id], [edge IN ${edges} | edge.id] LIMIT ${plan.limit}`;
    return listOfRows(outer, rows, (inner) =>
      mapOf([
        ...(plan.length ? [`${identifier(plan.length)}: hops`] : []),
        ...this.nodes(inner),
        ...this.edgesOfRoute(inner),
      ]),
    );
  }

  /** The routes: all of the shortest ones, or the shortest of all that visit no node twice. */
  private found(): string {
    const { a, b, p, plan } = this;
    const result = `RETURN nodes(${p}) AS ${this.passed}, relationships(${p}) AS ${this.edges} LIMIT ${MAX_SORTED}`;
    if (!plan.all) return `MATCH ${p} = ALL SHORTEST (${a})(${this.hop})+(${b}) ${result}`;
    const pattern = `(${a})(${this.hop}){1,${edgesIn(plan.hops, plan.maxHops)}}(${b})`;
    const simple = `all(node IN nodes(${p}) WHERE single(other IN nodes(${p}) WHERE other = node))`;
    return `MATCH SHORTEST ${MAX_ROUTES + 1} (${p} = ${pattern} WHERE ${simple}) ${result}`;
  }

  /** One edge of a route. The conditions on the nodes between are part of it, so that the search does not go on from others. */
  private hopText(): string {
    const { steps, scope, between, condition } = this.plan;
    const { environment } = this;
    const ends = { r: environment.variable("r"), x: environment.variable("x"), y: between };
    const inner = condition
      ? [`(${between} = ${this.b} OR coalesce(${conditionExpression(environment, condition)}, false))`]
      : [];
    return hopOf(stepPattern(environment, steps, ends, scope), inner);
  }

  private nodes(outer: Prelude): readonly string[] {
    const { x, nodes } = this.plan;
    if (!nodes) return [];
    const rows = `UNWIND ${this.passed} AS ${x}`;
    return [`nodes: ${listOfRows(outer, rows, (inner) => nodeExpression(nodes, x, inner))}`];
  }

  private edgesOfRoute(outer: Prelude): readonly string[] {
    const { edges: plan } = this.plan;
    if (!plan) return [];
    return [`edges: ${graphEdgeList(plan, this.edges, outer)}`];
  }
}

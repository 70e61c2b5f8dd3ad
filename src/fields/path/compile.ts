import { conditionExpression } from "../../compile/condition.js";
import { hopOf, matchEdge, stepPattern } from "../../compile/edges.js";
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
  /** The number of edges of the routes that have the fewest. */
  private readonly fewest: Variable;
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
    this.fewest = environment.variable("fewest");
    this.passed = environment.variable("passed");
    this.edges = environment.variable("edges");
    this.hop = this.hopText();
  }

  statement(): string {
    const { a, b, nearest, fewest, plan } = this;
    const { from, to, scope } = plan;
    const prelude = new Prelude(this.environment);
    const value = mapOf([
      ...plan.columns.map(({ slot, column }) => `${identifier(slot)}: ${this.column(column)}`),
      ...(plan.wantsRoutes ? [`paths: ${this.routes(prelude)}`] : []),
    ]);
    return (
      `OPTIONAL MATCH (${a}:Entity {id: ${from}})${whereClause(isPublished(a, scope))} ` +
      `OPTIONAL MATCH (${b}:Entity {id: ${to}})${whereClause(isPublished(b, scope))} ` +
      `CALL (${a}, ${b}) { ${this.shortest()} RETURN min(hops) AS ${nearest}, min(size) AS ${fewest} } ${prelude.text}RETURN ${value} AS value, ` +
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
   * Rows with the number of `hops` and the `size` of shortest routes, which is the number of their edges. Without a bound,
   * the search visits each node once; with one, the database would visit it again at every distance.
   */
  private shortest(): string {
    const { a, b, p, plan } = this;
    const selector = plan.hops.isUniform ? "SHORTEST 1" : "ALL SHORTEST";
    const hops = hopsExpression(plan.hops, `relationships(${p})`);
    return (
      `CALL (${a}, ${b}) { WITH ${a}, ${b} WHERE ${a} = ${b} RETURN 0 AS hops, 0 AS size ` +
      `UNION WITH ${a}, ${b} WHERE ${a} <> ${b} MATCH ${p} = ${selector} (${a})(${this.hop})+(${b}) ` +
      `RETURN ${hops} AS hops, size(relationships(${p})) AS size LIMIT ${MAX_SORTED} }`
    );
  }

  private routes(outer: Prelude): string {
    const { a, b, nearest, fewest, passed, edges, plan } = this;
    const hops = hopsExpression(plan.hops, edges);
    const found = this.found().map(
      (branch) =>
        `UNION ALL WITH ${a}, ${b}, ${nearest}, ${fewest} WHERE ${a} <> ${b} AND ${nearest} <= ${plan.maxHops} ${branch} ` +
        `LIMIT ${MAX_SORTED} `,
    );
    const rows =
      `CALL (${a}, ${b}, ${nearest}, ${fewest}) { WITH ${a}, ${b} WHERE ${a} = ${b} RETURN [${a}] AS ${passed}, [] AS ${edges} ` +
      `${found.join("")}} ` +
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

  /** Searches for the routes, of which one finds them: all of the shortest ones, or the shortest that visit no node twice. */
  private found(): readonly string[] {
    const { a, b, p, fewest, plan } = this;
    const result = `RETURN nodes(${p}) AS ${this.passed}, relationships(${p}) AS ${this.edges}`;
    if (!plan.all)
      return [
        `AND ${fewest} = 2 ${this.overOneNode()}`,
        `AND ${fewest} <> 2 MATCH ${p} = ALL SHORTEST (${a})(${this.hop})+(${b}) ${result}`,
      ];
    const pattern = `(${a})(${this.hop}){1,${edgesIn(plan.hops, plan.maxHops)}}(${b})`;
    const simple = `all(node IN nodes(${p}) WHERE single(other IN nodes(${p}) WHERE other = node))`;
    return [`MATCH SHORTEST ${MAX_ROUTES + 1} (${p} = ${pattern} WHERE ${simple}) ${result}`];
  }

  /**
   * The routes with one node between the ends. There can be many thousands of them, and the time of ALL SHORTEST grows with
   * the square of their number.
   */
  private overOneNode(): string {
    const { a, b, environment, plan } = this;
    const { steps, scope, between, condition } = plan;
    const [one, other] = [environment.variable("r"), environment.variable("r")];
    const first = stepPattern(environment, steps, { r: one, x: a, y: between }, scope);
    const last = stepPattern(environment, steps, { r: other, x: between, y: b }, scope);
    const allowed = condition ? [conditionExpression(environment, condition)] : [];
    return (
      `${matchEdge(first, allowed)} ${matchEdge(last)} ` +
      `RETURN [${a}, ${between}, ${b}] AS ${this.passed}, [${one}, ${other}] AS ${this.edges}`
    );
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

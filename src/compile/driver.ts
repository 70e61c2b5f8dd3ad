import type { ConditionPlan, RelationPlan } from "../plan/kinds/values.js";
import type { Environment, Variable } from "../statement/environment.js";
import { identifier } from "../statement/text.js";
import { anchorOf, conditionExpression, farLabel, relationMatch } from "./condition.js";
import { degreeOf, numberOfEdges } from "./edges.js";

/** Rows of a list, found from the rare end of a condition. */
export interface DrivenRows {
  /** Clauses that find the rows; they end with a WITH. */
  readonly match: string;
  /** Conditions of this WITH. */
  readonly conditions: readonly string[];
  /** The part of the condition that remains to be checked. */
  readonly rest: ConditionPlan | undefined;
}

/** A part of a condition that leads from a row over a first edge and a second one to a node given by its id. */
interface Route {
  readonly part: ConditionPlan;
  /** The first edge, without the condition that leads on over the second one. */
  readonly first: RelationPlan;
  readonly last: RelationPlan;
  /** The condition on the id. */
  readonly anchor: ConditionPlan;
}

/**
 * Finds the rows of a list from the nodes given by their ids in its condition, unless so much is linked to these nodes
 * that most rows match. Then it is quicker to check each row, because the first match of a row ends its check. The first
 * route finds the rows; each other one makes a set that the rows must be in.
 */
export function drivenRows(
  environment: Environment,
  x: Variable,
  label: string,
  condition: ConditionPlan | undefined,
): DrivenRows | undefined {
  const routes = partsOf(condition).flatMap((part) => routeOf(part) ?? []);
  const [first, ...others] = routes;
  if (!first) return undefined;
  const all = `MATCH (${x}:${identifier(label)})`;
  const isCommon = environment.variable("common");
  const found =
    `${commonClause(environment, first, label, isCommon)} ` +
    `CALL (${isCommon}) { WITH ${isCommon} WHERE NOT ${isCommon} ${all} ${walked(environment, first)} RETURN DISTINCT ${x} ` +
    `UNION ALL WITH ${isCommon} WHERE ${isCommon} ${all} WHERE ${conditionExpression(environment, first.part)} RETURN ${x} }`;
  const sets = others.map((route) => setOf(environment, route, x, label));
  const kept = [x, ...sets.flatMap(({ variables }) => variables)].join(", ");
  return {
    match: `${[...sets.map(({ clauses }) => clauses), found].join(" ")} WITH ${kept}`,
    conditions: sets.map(({ condition: isMember }) => isMember),
    rest: without(
      condition,
      routes.map(({ part }) => part),
    ),
  };
}

/** The rows that match a route as a set, and the condition that a row is in it. */
function setOf(environment: Environment, route: Route, x: Variable, label: string) {
  const [isCommon, rows] = [environment.variable("common"), environment.variable("rows")];
  const clauses =
    `${commonClause(environment, route, label, isCommon)} ` +
    `CALL (${isCommon}) { WITH ${isCommon} WHERE NOT ${isCommon} MATCH (${x}:${identifier(label)}) ` +
    `${walked(environment, route)} RETURN collect(DISTINCT ${x}) AS ${rows} }`;
  const checked = conditionExpression(environment, route.part);
  const condition = `((NOT ${isCommon} AND ${x} IN ${rows}) OR (${isCommon} AND ${checked}))`;
  return { clauses, condition, variables: [isCommon, rows] };
}

/**
 * Tells whether the nodes of a route are linked to so much that rows are checked one by one. The nodes have `degree`
 * edges, so degree × edges / middles first edges lead on from there. If each row is checked, about one in middles / degree
 * first edges leads to a match, so rows × middles / degree are visited.
 */
function commonClause(environment: Environment, route: Route, label: string, isCommon: Variable): string {
  const { first, last, anchor } = route;
  const degree = environment.variable("degree");
  const node = `(${last.node}:${identifier(farLabel(last))})`;
  const rows = `COUNT { (:${identifier(label)}) }`;
  const middles = `COUNT { (:${identifier(farLabel(first))}) }`;
  return (
    `CALL () { MATCH ${node} WHERE ${conditionExpression(environment, anchor)} ` +
    `WITH toFloat(sum(${degreeOf(last.node, last.field.edge.type)})) AS ${degree} ` +
    `RETURN ${degree} * ${degree} * ${numberOfEdges(first.field.edge.type)} > ${rows} * ${middles} * ${middles} AS ${isCommon} }`
  );
}

/** The clauses that match a route, from a row that is matched already. */
function walked(environment: Environment, { first, last }: Route): string {
  return [first, last].map((relation) => relationMatch(environment, relation)).join(" ");
}

function routeOf(part: ConditionPlan): Route | undefined {
  if (part.kind !== "exists") return undefined;
  for (const inner of partsOf(part.relation.condition)) {
    if (inner.kind !== "exists") continue;
    const anchor = anchorOf(inner.relation);
    if (!anchor) continue;
    const first = { ...part.relation, condition: without(part.relation.condition, [inner]) };
    return { part, first, last: inner.relation, anchor };
  }
  return undefined;
}

function partsOf(condition: ConditionPlan | undefined): readonly ConditionPlan[] {
  if (condition?.kind === "and") return condition.parts.flatMap(partsOf);
  return condition ? [condition] : [];
}

function without(
  condition: ConditionPlan | undefined,
  removed: readonly ConditionPlan[],
): ConditionPlan | undefined {
  const parts = partsOf(condition).filter((each) => !removed.includes(each));
  return parts.length > 1 ? { kind: "and", parts } : parts[0];
}

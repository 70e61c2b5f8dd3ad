import { edgePattern, matchEdge, nameScope } from "../../compile/edges.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { model } from "../../model/registry.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { Environment, Parameter, Variable } from "../../statement/environment.js";
import { identifier, whereClause } from "../../statement/text.js";
import type { CodeKey, NodeFieldPlan } from "./plan.js";

/** Maximum number of nodes listed in the error "this code matches several nodes". */
const MAX_CANDIDATES = 10;

/** Rows with `id` and `value` (the node as a map): none, one, or several if a code matches several nodes. */
export function compileNode(plan: NodeFieldPlan, environment: Environment): string {
  const { x, key, node } = plan;
  const prelude = new Prelude(environment);
  const value = node ? nodeExpression(node, x, prelude) : "{}";
  const match = key.kind === "id" ? byId(plan, `${key.id}`) : byCode(plan, key, environment);
  return `${match} ${prelude.text}RETURN ${x}.id AS id, ${value} AS value`;
}

function byId({ x, label, scope }: NodeFieldPlan, id: string): string {
  return `MATCH (${x}:${identifier(label)} {id: ${id}})${whereClause(isKnown(x, scope))}`;
}

/**
 * A code can pass from one state to another, so the requested day decides which state it means. Without a scheme, codes of
 * ISO come first: AUS is Australia, although it is Austria among the letters of COW.
 */
function byCode(
  { x, label, scope }: NodeFieldPlan,
  { norm, scheme }: CodeKey,
  environment: Environment,
): string {
  const [name, h] = [environment.variable("m"), environment.variable("h")];
  const iso = scheme ? [] : [isOfIso({ label, scope }, norm, name, environment)];
  const conditions = [
    ...(scheme ? [`${name}.scheme = ${scheme}`] : []),
    ...iso,
    `${x}:${identifier(label)}`,
    ...isKnown(x, scope),
  ];
  return (
    `${coded(environment, { name, norm, h, x, scope }, conditions)} ` +
    `WITH DISTINCT ${x} ORDER BY ${x}.id LIMIT ${MAX_CANDIDATES}`
  );
}

/** Condition: a code is one of ISO, or no code of ISO is the same. */
function isOfIso(
  { label, scope }: Pick<NodeFieldPlan, "label" | "scope">,
  norm: Parameter,
  name: Variable,
  environment: Environment,
): string {
  const [other, g, y] = [environment.variable("m"), environment.variable("h"), environment.variable("x")];
  const conditions = [`${other}.scheme STARTS WITH 'iso'`, `${y}:${identifier(label)}`, ...isKnown(y, scope)];
  const same = coded(environment, { name: other, norm, h: g, x: y, scope }, conditions);
  return `(${name}.scheme STARTS WITH 'iso' OR NOT EXISTS { ${same} })`;
}

/** Clauses that match the nodes with a code. */
function coded(
  environment: Environment,
  { name, norm, h, x, scope }: Coded,
  conditions: readonly string[],
): string {
  const edge = { field: model.names.forward, r: h, via: x, node: name };
  return (
    `MATCH (${name}:${model.nameLabel} {norm: ${norm}}) ` +
    matchEdge(edgePattern(environment, edge, nameScope(scope)), [`${name}.kind = 'CODE'`, ...conditions])
  );
}

interface Coded {
  readonly name: Variable;
  readonly norm: Parameter;
  readonly h: Variable;
  readonly x: Variable;
  readonly scope: ScopePlan;
}

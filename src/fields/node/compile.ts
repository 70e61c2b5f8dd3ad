import { edgePattern, matchEdge, nameScope } from "../../compile/edges.js";
import { Prelude } from "../../compile/prelude.js";
import { nodeExpression } from "../../compile/project.js";
import { isKnown } from "../../compile/record.js";
import { model } from "../../model/registry.js";
import type { Environment } from "../../statement/environment.js";
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

/** A code can pass from one state to another, so the requested day decides which state it means. */
function byCode(
  { x, label, scope }: NodeFieldPlan,
  { norm, scheme }: CodeKey,
  environment: Environment,
): string {
  const [name, h] = [environment.variable("m"), environment.variable("h")];
  const edge = { field: model.names.forward, r: h, via: x, node: name };
  const conditions = [
    `${name}.kind = 'CODE'`,
    ...(scheme ? [`${name}.scheme = ${scheme}`] : []),
    `${x}:${identifier(label)}`,
    ...isKnown(x, scope),
  ];
  return (
    `MATCH (${name}:${model.nameLabel} {norm: ${norm}}) ` +
    `${matchEdge(edgePattern(environment, edge, nameScope(scope)), conditions)} ` +
    `WITH DISTINCT ${x} ORDER BY ${x}.id LIMIT ${MAX_CANDIDATES}`
  );
}

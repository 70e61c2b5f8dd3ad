import { model } from "../model/registry.js";
import type { CoveragePlan } from "../plan/kinds/nodes.js";
import { timelessScope } from "../plan/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { constant, mapOf } from "../statement/text.js";
import { edgePattern, matchEdge } from "./edges.js";
import { edgeInTime, FROM, NO_END, NO_START, TO } from "./spell.js";
import { holds, isTimed } from "./validity.js";

/**
 * What is recorded of a relation of a node, as a map: `covers`, what each source lists completely and whether that
 * includes the requested time, and `sources`, the sources that assert any of it.
 */
export function coverageExpression(plan: CoveragePlan, owner: Variable, environment: Environment): string {
  const { scope, field } = plan;
  const [c, source] = [environment.variable("c"), environment.variable("s")];
  const edge = { field: model.coverage.backward, r: c, via: owner, node: source };
  const applies = isTimed(scope)
    ? holds(edgeInTime(edge), { ...scope, certain: false }).join(" AND ")
    : "true";
  const entries = mapOf([
    `source: ${c}.sourceId`,
    `applies: ${applies}`,
    `from: toString(nullIf(${c}.${FROM.min}, ${NO_START}))`,
    `until: toString(nullIf(${c}.${TO.max}, ${NO_END}))`,
  ]);
  const [r, node] = [environment.variable("r"), environment.variable("n")];
  const any = edgePattern(environment, { field, r, via: owner, node }, timelessScope(scope), {
    reading: "claimed",
  });
  return mapOf([
    `covers: COLLECT { ${covering(plan, owner, environment, c, source)} RETURN ${entries} }`,
    `sources: COLLECT { ${matchEdge(any)} RETURN DISTINCT ${r}.sourceId }`,
  ]);
}

/** True if nothing is recorded of a relation of a node: no source asserts any of it, or lists it completely. */
export function isBlank(plan: CoveragePlan, owner: Variable, environment: Environment): string {
  const { field, scope } = plan;
  const [r, node, c, source] = ["r", "n", "c", "s"].map((hint) => environment.variable(hint));
  if (!r || !node || !c || !source) return "false";
  const any = edgePattern(environment, { field, r, via: owner, node }, timelessScope(scope), {
    reading: "claimed",
  });
  return (
    `NOT EXISTS { ${matchEdge(any)} } ` +
    `AND NOT EXISTS { ${covering(plan, owner, environment, c, source)} }`
  );
}

function covering(
  { field, scope }: CoveragePlan,
  owner: Variable,
  environment: Environment,
  r: Variable,
  node: Variable,
): string {
  const edge = { field: model.coverage.backward, r, via: owner, node };
  const read = edgePattern(environment, edge, timelessScope(scope), { reading: "claimed" });
  return matchEdge(read, [`${r}.relation = ${constant(field.name)}`]);
}

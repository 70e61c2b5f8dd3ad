import { model } from "../model/registry.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { matchEdge, stepPattern } from "./edges.js";

const ANY_STEP = [...model.edges.keys()].map((type) => ({ type, direction: "BOTH" }) as const);

/** Condition: one of the sources of the scope asserts something about a node. There is none without sources. */
export function spokenOf(environment: Environment, node: Variable, scope: ScopePlan): readonly string[] {
  if (!scope.sources) return [];
  const [r, other] = [environment.variable("r"), environment.variable("y")];
  const edge = stepPattern(environment, ANY_STEP, { r, x: node, y: other }, scope, "believed");
  return [`EXISTS { ${matchEdge(edge)} }`];
}

import { model } from "../model/registry.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { hopOf, stepPattern } from "./edges.js";

const ANY_STEP = [...model.edges.keys()].map((type) => ({ type, direction: "BOTH" }) as const);

/** Condition: one of the sources of the scope asserts something about a node. There is none without sources. */
export function spokenOf(environment: Environment, node: Variable, scope: ScopePlan): readonly string[] {
  const { sources } = scope;
  if (!sources) return [];
  const [r, other] = [environment.variable("r"), environment.variable("y")];
  const edge = stepPattern(environment, ANY_STEP, { r, x: node, y: other }, scope, "believed");
  return [`EXISTS { MATCH ${hopOf(edge, [`${r}.sourceId IN ${sources}`])} }`];
}

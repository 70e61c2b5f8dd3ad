import { nodeModel } from "../model/registry.js";
import type { Environment, Parameter, Variable } from "../statement/environment.js";
import type { ScopePlan } from "./kinds/scope.js";
import type { InForcePlan } from "./kinds/values.js";
import { ofNodeValue } from "./reported.js";

/** The field and the condition for whether a treaty was in force on a day. */
export const IN_FORCE_ON = "inForceOn";

/** Whether nodes of a type were in force on a day; undefined for a type that never is. */
export function inForcePlan(
  variable: Variable,
  labels: readonly string[],
  scope: ScopePlan,
  environment: Environment,
  day: () => Parameter,
): InForcePlan | undefined {
  const [label, ...others] = labels;
  if (label === undefined || others.length) return undefined;
  const { force, event, lifeEnd } = nodeModel(label);
  if (!force || !event || !lifeEnd) return undefined;
  const [start, signed, end] = [force, event, lifeEnd].map((property) =>
    ofNodeValue(variable, labels, property, scope, environment),
  );
  return start && signed && end && { start, signed, end, day: day() };
}

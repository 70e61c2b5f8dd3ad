import type { PropertyModel } from "../model/property.js";
import { model } from "../model/registry.js";
import type { Environment, Variable } from "../statement/environment.js";
import { IDENTITY } from "./filterable.js";
import type { ReportedPlan, ScopePlan } from "./kinds/scope.js";
import type { ColumnValuePlan } from "./kinds/values.js";

/** A property of a node as a value. */
export function ofNodeValue(
  variable: Variable,
  labels: readonly string[],
  property: PropertyModel,
  scope: ScopePlan,
  environment: Environment,
): ColumnValuePlan {
  return { kind: "column", variable, property, ...reportedIn(labels, property, scope, environment) };
}

/**
 * How to read a property of a node under a condition on sources or on the record. Without one, the value that is stored
 * with the node is the chosen one. Id and name identify a node, and nobody reports on sources and names.
 */
export function reportedIn(
  labels: readonly string[],
  property: PropertyModel,
  { sources, asKnownAt, importing, certain }: ScopePlan,
  environment: Environment,
): { readonly reported?: ReportedPlan } {
  const isPlain = !sources && !asKnownAt;
  const isIdentity = IDENTITY.some(({ name }) => name === property.name);
  if (isPlain || isIdentity || labels.every((label) => NOT_REPORTED.includes(label))) return {};
  const scope = {
    certain,
    ...(sources ? { sources } : {}),
    ...(asKnownAt ? { asKnownAt } : {}),
    ...(importing ? { importing } : {}),
  };
  const [r, source, other] = ["report", "reporter", "other"].map((hint) => environment.variable(hint));
  if (!r || !source || !other) return {};
  return { reported: { property, scope, r, source, other } };
}

const NOT_REPORTED: readonly string[] = [model.sourceLabel, model.nameLabel];

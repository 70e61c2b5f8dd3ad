import type { PropertyModel } from "../model/property.js";
import { model } from "../model/registry.js";
import type { Environment, Variable } from "../statement/environment.js";
import { IDENTITY } from "./filterable.js";
import type { EarlierPlan, ReportedPlan, ScopePlan } from "./kinds/scope.js";
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

/** How to read a source under a condition on the record: nobody reports on it, but what it was is kept. */
export function earlierIn(
  labels: readonly string[],
  { asKnownAt }: ScopePlan,
  environment: Environment,
): EarlierPlan | undefined {
  if (!asKnownAt || !labels.includes(model.sourceLabel)) return undefined;
  return { earlier: environment.variable("earlier"), asKnownAt };
}

/**
 * How to read a property of a node under a condition on sources or on the record. Without one, the value that is stored
 * with the node is the chosen one. Id and name identify a node, and nobody reports on sources and names.
 */
export function reportedIn(
  labels: readonly string[],
  property: PropertyModel,
  scope: ScopePlan,
  environment: Environment,
): { readonly reported?: ReportedPlan } {
  const { sources, asKnownAt, importing, facts, certain } = scope;
  const isPlain = !sources && !asKnownAt;
  const isIdentity = IDENTITY.some(({ name }) => name === property.name);
  const earlier = labels.length === 1 || isIdentity ? earlierIn(labels, scope, environment) : undefined;
  if (earlier && !UNCHANGED.includes(property.name)) return { reported: earlier };
  if (isPlain || isIdentity || labels.every((label) => NOT_REPORTED.includes(label))) return {};
  const among = {
    certain,
    ...(sources ? { sources } : {}),
    ...(asKnownAt ? { asKnownAt } : {}),
    ...(importing ? { importing } : {}),
    ...(facts ? { facts } : {}),
  };
  const [r, source, other] = ["report", "reporter", "other"].map((hint) => environment.variable(hint));
  if (!r || !source || !other) return {};
  return { reported: { property, scope: among, r, source, other } };
}

/** Properties of a source that no load changes. */
const UNCHANGED: readonly string[] = ["id", "recordedAt"];
const NOT_REPORTED: readonly string[] = [model.sourceLabel, model.nameLabel];

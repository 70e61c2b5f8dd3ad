import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Variable } from "../statement/environment.js";
import { inRecord, isBelieved, isPublished } from "./record.js";

/** An assertion, and the pattern that matches the other assertions of the same fact. */
export interface FactPattern {
  readonly r: Variable;
  readonly pattern: (claim: Variable) => string;
}

/**
 * Conditions: an assertion is from the best source of its fact within the scope, by their stored standing. The primary
 * assertion of a requested source needs no look at the others.
 */
export function bestOf(
  variables: { variable(hint: string): Variable },
  fact: FactPattern,
  scope: ScopePlan,
): readonly string[] {
  const { r, pattern } = fact;
  const other = variables.variable("other");
  const better =
    `NOT EXISTS { MATCH ${pattern(other)} WHERE ${other}.factKey = ${r}.factKey ` +
    `AND ${other}.standing < ${r}.standing AND ${visible(other, scope).join(" AND ")} }`;
  if (scope.asKnownAt) return [...visible(r, scope), better];
  const isBest = [...inRecord(r, scope), isBelieved(r), better].join(" AND ");
  return [...isPublished(r, scope), ...ofSources(r, scope), `(${r}.primary OR (${isBest}))`];
}

/** Conditions: an assertion is in the record and believed, and one of the requested sources makes it. */
export function visible(r: Variable, scope: ScopePlan): readonly string[] {
  return [...inRecord(r, scope), isBelieved(r), ...ofSources(r, scope)];
}

/** Conditions: one of the requested sources makes an assertion. */
export function ofSources(r: Variable, { sources }: ScopePlan): readonly string[] {
  return sources ? [`${r}.sourceId IN ${sources}`] : [];
}

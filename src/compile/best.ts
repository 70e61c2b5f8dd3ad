import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Variable } from "../statement/environment.js";
import { inRecord, isBelieved } from "./record.js";

/** An assertion, and the pattern that matches the other assertions of the same fact. */
export interface FactPattern {
  readonly r: Variable;
  readonly pattern: (claim: Variable) => string;
}

/** Conditions: an assertion is from the best source of its fact within the scope, by their stored standing. */
export function bestOf(
  variables: { variable(hint: string): Variable },
  fact: FactPattern,
  scope: ScopePlan,
): readonly string[] {
  const { r, pattern } = fact;
  const other = variables.variable("other");
  // The first source of a fact needs no look at the others.
  const better =
    `(${r}.standing = 0 OR NOT EXISTS { MATCH ${pattern(other)} WHERE ${other}.factKey = ${r}.factKey ` +
    `AND ${other}.standing < ${r}.standing AND ${visible(other, scope).join(" AND ")} })`;
  return [...visible(r, scope), better];
}

/** Conditions: an assertion is in the record and believed, and one of the requested sources makes it. */
export function visible(r: Variable, scope: ScopePlan): readonly string[] {
  const { sources } = scope;
  return [...inRecord(r, scope), isBelieved(r), ...(sources ? [`${r}.sourceId IN ${sources}`] : [])];
}

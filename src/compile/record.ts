import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Parameter, Variable } from "../statement/environment.js";

/** Conditions: a node or edge does not belong to an import that is still in progress. */
export function isPublished(
  variable: Variable,
  { importing }: Pick<ScopePlan, "importing">,
): readonly string[] {
  return importing ? [`${variable}.recordedAt < ${importing}`] : [];
}

/** Conditions: a node was in the record at the instant of the scope, and was not merged into another one. */
export function isKnown(node: Variable, scope: ScopePlan): readonly string[] {
  const { asKnownAt, facts } = scope;
  const published = isPublished(node, scope);
  if (!asKnownAt) return [...published, ...(facts?.isUnmerged ? [] : [`${node}.mergedAt IS NULL`])];
  return [...published, `${node}.recordedAt <= ${asKnownAt}`, `NOT ${wasMerged(node, asKnownAt)}`];
}

/** Condition: a node was merged into another one at an instant. The node keeps from when to when it was. */
function wasMerged(node: Variable, instant: Parameter): string {
  const merges = `range(0, size(coalesce(${node}.mergedFrom, [])) - 1)`;
  const until = `coalesce(${node}.mergedUntil[i] > ${instant}, true)`;
  return `any(i IN ${merges} WHERE ${node}.mergedFrom[i] <= ${instant} AND ${until})`;
}

/** Conditions: an assertion is in the record. With `retractedToo`, retracted assertions also match. */
export function inRecord(r: Variable, scope: ScopePlan, retractedToo = false): readonly string[] {
  const { asKnownAt } = scope;
  const published = isPublished(r, scope);
  if (!asKnownAt) return [...published, ...(retractedToo ? [] : [`${r}.retractedAt IS NULL`])];
  const live = `(${r}.retractedAt IS NULL OR ${r}.retractedAt > ${asKnownAt})`;
  return [...published, `${r}.recordedAt <= ${asKnownAt}`, ...(retractedToo ? [] : [live])];
}

/** Condition: an assertion was the chosen one of its fact at an instant. The record keeps from when to when it was. */
export function wasChosen(r: Variable, instant: Parameter): string {
  const choice = `range(0, size(${r}.chosenFrom) - 1)`;
  const until = `coalesce(${r}.chosenUntil[i] > ${instant}, true)`;
  return `any(i IN ${choice} WHERE ${r}.chosenFrom[i] <= ${instant} AND ${until})`;
}

/** Condition: the editors do not deprecate an assertion. */
export function isBelieved(r: Variable): string {
  return `coalesce(${r}.rank, 'NORMAL') <> 'DEPRECATED'`;
}

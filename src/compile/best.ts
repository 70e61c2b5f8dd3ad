import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn } from "../model/property.js";
import { model } from "../model/registry.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { inRecord, isBelieved } from "./record.js";

/** An assertion, and the pattern that matches the other assertions of the same fact. */
export interface FactPattern {
  readonly r: Variable;
  readonly pattern: (claim: Variable) => string;
}

/**
 * Conditions: an assertion is the best one of its fact within the scope. Under a condition on sources, assertions are
 * compared by standing. With `asKnownAt`, they are compared by what was known at that instant.
 */
export function bestOf(environment: Environment, fact: FactPattern, scope: ScopePlan): readonly string[] {
  const { r, pattern } = fact;
  const other = environment.variable("other");
  const sameFact = `MATCH ${pattern(other)} WHERE ${other}.factKey = ${r}.factKey`;
  const seen = visible(other, scope).join(" AND ");
  if (!scope.asKnownAt) {
    const better = `NOT EXISTS { ${sameFact} AND ${other}.standing < ${r}.standing AND ${seen} }`;
    return [...visible(r, scope), better];
  }
  const source = environment.variable("source");
  // Neo4j plans EXISTS in a tenth of the time that it needs for a comparison with the head of a list.
  const best =
    `EXISTS { ${sameFact} AND ${seen} MATCH (${source}:${model.sourceLabel} {id: ${other}.sourceId}) ` +
    `WITH ${other}, ${source} ORDER BY ${preference(other, source)} LIMIT 1 ` +
    `WITH ${other} WHERE ${other}.sourceId = ${r}.sourceId RETURN ${other} }`;
  return [...visible(r, scope), best];
}

function visible(r: Variable, scope: ScopePlan): readonly string[] {
  const { sources } = scope;
  return [...inRecord(r, scope), isBelieved(r), ...(sources ? [`${r}.sourceId IN ${sources}`] : [])];
}

const FROM = { min: minColumn("validFrom"), max: maxColumn("validFrom") };
const TO = { min: minColumn("validTo"), max: maxColumn("validTo") };

/**
 * The sort order for claims of one fact, best first. src/record/standing.ts uses the same order to compute the stored
 * `standing`, which applies to the present.
 */
function preference(claim: Variable, source: Variable): string {
  const preferred = `CASE ${claim}.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END`;
  const ofOneDay =
    `CASE WHEN ${claim}.${FROM.min} = date('${FIRST_DAY}') AND ${claim}.${TO.max} = date('${LAST_DAY}') ` +
    `AND ${claim}.${FROM.max} >= ${claim}.${TO.min} AND ${claim}.${TO.min} > date('${FIRST_DAY}') ` +
    `AND ${claim}.${TO.min} < date('${LAST_DAY}') THEN 1 ELSE 0 END`;
  return [
    preferred,
    ofOneDay,
    `coalesce(${source}.priority, 0) DESC`,
    `${claim}.recordedAt`,
    `${claim}.sourceId`,
  ].join(", ");
}

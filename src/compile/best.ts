import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn } from "../model/property.js";
import { model } from "../model/registry.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Environment, Variable } from "../statement/environment.js";
import { inRecord, isBelieved } from "./record.js";

/** An assertion, and how the other assertions of the same fact are matched. */
export interface FactPattern {
  readonly r: Variable;
  readonly pattern: (claim: Variable) => string;
  readonly timed: boolean;
  /** The variable for other claims, where several patterns must have the same text. */
  readonly other?: Variable;
}

/**
 * That an assertion is the best of those of its fact which the scope lets through: under a condition on sources by their
 * standing, as known at an instant by what was known then.
 */
export function bestOf(environment: Environment, fact: FactPattern, scope: ScopePlan): readonly string[] {
  const { r, pattern } = fact;
  const other = fact.other ?? environment.variable("other");
  const sameFact = `MATCH ${pattern(other)} WHERE ${other}.factKey = ${r}.factKey`;
  const seen = visible(other, scope).join(" AND ");
  if (!scope.asKnownAt) {
    const better = `NOT EXISTS { ${sameFact} AND ${other}.standing < ${r}.standing AND ${seen} }`;
    return [...visible(r, scope), better];
  }
  const source = environment.variable("source");
  const best =
    `${r}.sourceId = head(COLLECT { ${sameFact} AND ${seen} ` +
    `MATCH (${source}:${model.sourceLabel} {id: ${other}.sourceId}) ` +
    `WITH ${other}, ${source} ORDER BY ${preference(fact.timed, other, source)} LIMIT 1 RETURN ${other}.sourceId })`;
  return [...visible(r, scope), best];
}

function visible(r: Variable, scope: ScopePlan): readonly string[] {
  const { sources } = scope;
  return [...inRecord(r, scope), isBelieved(r), ...(sources ? [`${r}.sourceId IN ${sources}`] : [])];
}

const FROM = { min: minColumn("validFrom"), max: maxColumn("validFrom") };
const TO = { min: minColumn("validTo"), max: maxColumn("validTo") };

/** The order of claims of one fact, the best first, as src/record/standing.ts has it: what `standing` keeps for today. */
function preference(timed: boolean, claim: Variable, source: Variable): string {
  const preferred = `CASE ${claim}.rank WHEN 'PREFERRED' THEN 0 ELSE 1 END`;
  const ofOneDay =
    `CASE WHEN ${claim}.${FROM.min} = date('${FIRST_DAY}') AND ${claim}.${TO.max} = date('${LAST_DAY}') ` +
    `AND ${claim}.${FROM.max} >= ${claim}.${TO.min} AND ${claim}.${TO.min} > date('${FIRST_DAY}') ` +
    `AND ${claim}.${TO.min} < date('${LAST_DAY}') THEN 1 ELSE 0 END`;
  return [
    preferred,
    ...(timed ? [ofOneDay] : []),
    `coalesce(${source}.priority, 0) DESC`,
    `${claim}.recordedAt`,
    `${claim}.sourceId`,
  ].join(", ");
}

import { NAME_FORMS } from "../model/constraints.js";
import { model } from "../model/registry.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import { recordScope } from "../plan/scope.js";
import type { Environment, Parameter, Variable } from "../statement/environment.js";
import { constant } from "../statement/text.js";
import { edgePattern, matchEdge } from "./edges.js";
import { edgeInTime } from "./spell.js";
import { possiblyHolds } from "./validity.js";

/** Maximum number of names from one index query. */
const MAX_FOUND = 1_000;

/** A clause that finds names by their forms: Name nodes, and nodes by their display name. */
export function namesFound(query: string, name: Variable): string {
  return (
    `CALL db.index.fulltext.queryNodes(${constant(NAME_FORMS)}, ${query}, {limit: ${MAX_FOUND}}) ` +
    `YIELD node AS ${name}`
  );
}

/** A name that was found, and the node to match that has it. */
export interface NamedNodes {
  readonly name: Variable;
  readonly x: Variable;
  readonly scope: ScopePlan;
  /** Only names in this language; null for all. */
  readonly lang?: Parameter;
  /** The variable to keep beside the name. */
  readonly carried: string;
}

/**
 * Clauses that match the nodes with a name: those with an edge to it, or the node of a display name. They add `matched`,
 * the text, and `ofDay`, which sorts the names of the requested day first.
 */
export function nodesNamed(environment: Environment, { name, x, scope, lang, carried }: NamedNodes): string {
  const edge = { field: model.names.backward, r: environment.variable("h"), via: name, node: x };
  const inLanguage = lang ? [`(${lang} IS NULL OR coalesce(${name}.lang, ${lang}) = ${lang})`] : [];
  const named = matchEdge(edgePattern(environment, edge, recordScope(scope)), inLanguage);
  const holding = possiblyHolds(edgeInTime(edge), scope).join(" AND ");
  const ofDay = holding ? `CASE WHEN ${holding} THEN '0' ELSE '1' END` : "'0'";
  const isName = `${name}:${model.nameLabel}`;
  return (
    `CALL (${name}) { WITH ${name} WHERE ${isName} ${named} ` +
    `RETURN ${x}, ${name}.text AS matched, ${ofDay} AS ofDay ` +
    `UNION ALL WITH ${name} WHERE NOT ${isName}${lang ? ` AND ${lang} IS NULL` : ""} ` +
    `RETURN ${name} AS ${x}, ${name}.name AS matched, '0' AS ofDay } ` +
    `WITH ${carried}, ${name}, ${x}, matched, ofDay`
  );
}

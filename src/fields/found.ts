import { isPublished } from "../compile/record.js";
import { PactError } from "../errors.js";
import type { Row } from "../hydrate/row.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Parameter, Variable } from "../statement/environment.js";
import { whereClause } from "../statement/text.js";

/** The value of a statement with one row; NOT_FOUND when its column `missing` names ids that are not in the graph. */
export function foundValue([row]: readonly Row[]): unknown {
  const missing: readonly unknown[] = Array.isArray(row?.missing) ? row.missing : [];
  if (missing.length) throw notFound(missing);
  return row?.value ?? null;
}

/** Those of a list of ids that are not in the graph, as an expression. */
export function missingIds(ids: Parameter, x: Variable, scope: ScopePlan): string {
  const where = whereClause(isPublished(x, scope));
  return `[id IN ${ids} WHERE NOT EXISTS { MATCH (${x}:Entity {id: id})${where} }]`;
}

function notFound(ids: readonly unknown[]): PactError {
  const text = ids.map(String).join(", ");
  return new PactError(
    "NOT_FOUND",
    `There is no node ${text}. Ids look like state:kaz; search finds nodes by name.`,
  );
}

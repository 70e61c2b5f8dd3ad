import { isPublished } from "../compile/record.js";
import { PactError } from "../errors.js";
import type { Row } from "../hydrate/row.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import type { Parameter, Variable } from "../statement/environment.js";
import { whereClause } from "../statement/text.js";

/** The value of a statement with one row. Throws NOT_FOUND if its column `missing` lists any ids. */
export function foundValue([row]: readonly Row[]): unknown {
  const missing: readonly unknown[] = Array.isArray(row?.missing) ? row.missing : [];
  if (missing.length) throw notFound(missing);
  return row?.value ?? null;
}

/** An expression for the ids in a list that are not in the graph; none are missing if no list is given. */
export function missingIds(ids: Parameter | undefined, x: Variable, scope: ScopePlan): string {
  if (!ids) return "[]";
  const where = whereClause(isPublished(x, scope));
  return `[id IN ${ids} WHERE NOT EXISTS { MATCH (${x}:Entity {id: id})${where} }]`;
}

function notFound(ids: readonly unknown[]): PactError {
  const text = ids.map(String).join(", ");
  return new PactError(
    "NOT_FOUND",
    `Node not found: ${text}. Ids look like state:kaz; use search to find nodes by name.`,
  );
}

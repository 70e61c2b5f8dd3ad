import { edgeModel } from "../model/registry.js";
import type { AssertedPlan } from "../plan/plan.js";
import { foundPage } from "./found-page.js";
import { plainKey } from "./page.js";
import type { Prelude } from "./prelude.js";
import { isPublished } from "./scope.js";

/** Everything that a source asserts and has not retracted, ordered by edge type and id. */
export function assertedExpression(
  { page, scope, edge }: AssertedPlan,
  source: string,
  prelude: Prelude,
  entries: (inner: Prelude) => readonly string[],
): string {
  const { r, from, to } = edge.variables;
  const branches = edge.types.map(
    (type) =>
      `MATCH (${from})-[${r}:${edgeModel(type).type} {sourceId: ${source}.id}]->(${to}) ` +
      `WHERE ${[`${r}.retractedAt IS NULL`, ...isPublished(r, scope)].join(" AND ")} RETURN ${r}, ${from}, ${to}`,
  );
  const found = `CALL (${source}) { ${branches.join(" UNION ALL ")} }`;
  const keys = [plainKey(`type(${r})`), plainKey(`${r}.id`)];
  return foundPage(page, { found, carried: `${r}, ${from}, ${to}`, keys, entries }, prelude);
}

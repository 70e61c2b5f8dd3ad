import { edgeModel } from "../model/registry.js";
import type { AssertedPlan } from "../plan/plan.js";
import { pageMap } from "./connection.js";
import { cursorConditions, keyList, orderAndLimit, plainKey } from "./page.js";
import { listOfRows, type Prelude } from "./prelude.js";
import { whereClause } from "./rows.js";
import { mapOf } from "./statement.js";

/** Everything that a source asserts and has not retracted, ordered by edge type and id. */
export function assertedExpression(
  { page, edge }: AssertedPlan,
  source: string,
  prelude: Prelude,
  edgeEntries: (inner: Prelude) => readonly string[],
): string {
  const { r, from, to } = edge.variables;
  const branches = edge.types.map(
    (type) =>
      `MATCH (${from})-[${r}:${edgeModel(type).type} {sourceId: ${source}.id}]->(${to}) ` +
      `WHERE ${r}.retractedAt IS NULL RETURN ${r}, ${from}, ${to}`,
  );
  const found = `CALL (${source}) { ${branches.join(" UNION ALL ")} }`;
  const keys = [plainKey(`type(${r})`), plainKey(`${r}.id`)];
  const carried = `${r}, ${from}, ${to}`;
  return pageMap(page, keys, {
    items: () => {
      const where = whereClause(cursorConditions(page, keys));
      const rows = `${found} WITH ${carried}${where} WITH ${carried} ${orderAndLimit(page, keys)}`;
      return listOfRows(prelude, `l${page.n}`, rows, (inner) =>
        mapOf([`c: ${keyList(keys)}`, ...edgeEntries(inner)]),
      );
    },
    total: () => `COUNT { ${found} RETURN ${r} }`,
    exists: (extra) => `EXISTS { ${found} WITH ${r} WHERE ${extra} RETURN ${r} }`,
  });
}

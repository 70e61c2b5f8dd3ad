import { edgeModel } from "../model/registry.js";
import type { AssertedPlan } from "../plan/kinds/nodes.js";
import type { Variable } from "../statement/environment.js";
import { edgePattern, matchEdge } from "./edges.js";
import { foundPage, plainKey } from "./page.js";
import type { Prelude } from "./prelude.js";

/** All assertions of a source that are not retracted, ordered by edge type and id. */
export function assertedExpression(
  { page, scope, edge }: AssertedPlan,
  source: Variable,
  prelude: Prelude,
  entries: (inner: Prelude) => readonly string[],
): string {
  const { r, from, to } = edge;
  const branches = edge.types.map((type) => {
    const matched = { field: edgeModel(type).forward, r, via: from, node: to };
    const asserted = edgePattern(prelude.environment, matched, scope, { reading: "asserted" });
    const ofSource = [`${r}.sourceId = ${source}.id`];
    return `${matchEdge({ ...asserted, conditions: [...ofSource, ...asserted.conditions] })} RETURN ${r}, ${from}, ${to}`;
  });
  const found = `CALL (${source}) { ${branches.join(" UNION ALL ")} }`;
  const keys = [plainKey(`type(${r})`), plainKey(`${r}.id`)];
  return foundPage(page, { found, carried: [r, from, to], keys, entries }, prelude);
}

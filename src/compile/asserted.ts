import { edgeModel } from "../model/registry.js";
import type { AssertedPlan } from "../plan/kinds/nodes.js";
import type { Variable } from "../statement/environment.js";
import { conditions } from "./condition.js";
import { edgePattern, matchEdge } from "./edges.js";
import { foundPage, plainKey } from "./page.js";
import type { Prelude } from "./prelude.js";
import { subjectColumns, subjectVariables } from "./subject.js";

/** All assertions of a source that are not retracted, ordered by edge type and id. */
export function assertedExpression(
  { page, scope, condition, edge, subject }: AssertedPlan,
  source: Variable,
  prelude: Prelude,
  entries: (inner: Prelude) => readonly string[],
): string {
  const { r, from, to } = edge;
  const branches = edge.types.map((type) => {
    const matched = { field: edgeModel(type).forward, r, via: from, node: to };
    const asserted = edgePattern(prelude.environment, matched, scope, { reading: "asserted" });
    const ofSource = [`${r}.sourceId = ${source}.id`];
    const all = [...ofSource, ...asserted.conditions, ...conditions(prelude.environment, condition)];
    const columns = [r, from, to, ...subjectColumns(subject, type, edge)].join(", ");
    return `${matchEdge({ ...asserted, conditions: all })} RETURN ${columns}`;
  });
  const found = `CALL (${source}) { ${branches.join(" UNION ALL ")} }`;
  const keys = [plainKey(`type(${r})`), plainKey(`${r}.id`)];
  return foundPage(
    page,
    { found, carried: [r, from, to, ...subjectVariables(subject)], keys, entries },
    prelude,
  );
}

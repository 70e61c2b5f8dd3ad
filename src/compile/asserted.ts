import { edgeModel } from "../model/registry.js";
import type { AssertedPlan } from "../plan/kinds/nodes.js";
import type { PagePlan } from "../plan/kinds/pages.js";
import type { Variable } from "../statement/environment.js";
import { constant, whereClause } from "../statement/text.js";
import { conditions } from "./condition.js";
import { edgePattern, matchEdge } from "./edges.js";
import { foundPage, plainKey } from "./page.js";
import type { Prelude } from "./prelude.js";
import { subjectColumns, subjectVariables } from "./subject.js";

/** Text that sorts after every id. */
const LAST_TEXT = "\uffff";

/**
 * All assertions of a source that are not retracted, ordered by edge type and id. A page reads of each type at most as
 * many as it has, in the order of an index, and not all that the source asserts.
 */
export function assertedExpression(
  { page, scope, condition, edge, subject }: AssertedPlan,
  source: Variable,
  prelude: Prelude,
  entries: (inner: Prelude) => readonly string[],
): string {
  const { r, from, to } = edge;
  const branch = (type: string, reach: Reach) => {
    const matched = { field: edgeModel(type).forward, r, via: from, node: to };
    const asserted = edgePattern(prelude.environment, matched, scope, { reading: "asserted" });
    const ofSource = [`${r}.sourceId = ${source}.id`, ...reach.ids];
    const all = [...ofSource, ...asserted.conditions, ...conditions(prelude.environment, condition)];
    const columns = [r, from, to, ...subjectColumns(subject, type, edge)].join(", ");
    return `${reach.before}${matchEdge({ ...asserted, conditions: all })} ${reach.after}RETURN ${columns}`;
  };
  const union = (reachOf: (type: string) => Reach) =>
    `CALL (${source}) { ${edge.types.map((type) => branch(type, reachOf(type))).join(" UNION ALL ")} }`;
  const found = union(() => ({ before: "", ids: [`${r}.id >= ''`], after: "" }));
  const near = union((type) => reachOfPage(page, type, source, edge));
  const keys = [plainKey(`type(${r})`), plainKey(`${r}.id`)];
  return foundPage(
    page,
    { found, near, carried: [r, from, to, ...subjectVariables(subject)], keys, entries },
    prelude,
  );
}

/** Which assertions of one type are read: a clause before the MATCH, conditions on the id, and a clause after it. */
interface Reach {
  readonly before: string;
  readonly ids: readonly string[];
  readonly after: string;
}

/** The assertions of one type that can be on a page. */
function reachOfPage(page: PagePlan, type: string, source: Variable, edge: AssertedPlan["edge"]): Reach {
  const { r, from, to } = edge;
  const code = constant(type);
  const bound = (sign: ">" | "<", [ofType, id]: readonly unknown[], otherwise: string) =>
    `${r}.id ${sign} CASE WHEN ${code} = ${ofType} THEN ${id} ELSE ${otherwise} END`;
  const { after, before, backward, limit } = page;
  const types = [
    ...(after ? [`${code} >= ${after[0]}`] : []),
    ...(before ? [`${code} <= ${before[0]}`] : []),
  ];
  const direction = backward ? " DESC" : "";
  return {
    before: types.length ? `WITH ${source}${whereClause(types)} ` : "",
    ids: [
      after ? bound(">", after, "''") : `${r}.id >= ''`,
      ...(before ? [bound("<", before, constant(LAST_TEXT))] : []),
    ],
    after: `WITH ${[r, from, to].join(", ")} ORDER BY ${r}.sourceId${direction}, ${r}.id${direction} LIMIT ${limit} `,
  };
}

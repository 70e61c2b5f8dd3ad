import { edgeModel } from "../model/registry.js";
import type { ChangesPlan } from "../plan/plan.js";
import { foundPage } from "./found-page.js";
import { plainKey, type SortKeys } from "./page.js";
import { listOfRows, Prelude } from "./prelude.js";
import { graphEdgeEntries } from "./project.js";
import { isPublished } from "./scope.js";
import { identifier, mapOf } from "./statement.js";

/** What was recorded or retracted after an instant, in that order: `value` is a page of it. */
export function changesStatement(plan: ChangesPlan): string {
  const prelude = new Prelude();
  const carried = "r, f, t, at, kind";
  const branches = plan.types.flatMap((type) => [
    branch(plan, type, "recordedAt", "RECORDED"),
    branch(plan, type, "retractedAt", "RETRACTED"),
  ]);
  const found = `CALL () { ${branches.join(" UNION ALL ")} }`;
  const map = foundPage(
    plan.page,
    { found, carried, keys: KEYS, entries: (inner) => entriesOf(plan, inner) },
    prelude,
  );
  return `${prelude.text}RETURN ${map} AS value`;
}

const KEYS: SortKeys = [
  { expression: "at", descending: false, nullable: false, temporal: true },
  plainKey("kind"),
  plainKey("r.id"),
];

function branch(
  { page, scope, until, about, sources }: ChangesPlan,
  type: string,
  column: string,
  kind: string,
): string {
  const { n } = page;
  const conditions = [
    `r.${column} > $since${n}`,
    ...isPublished("r", scope),
    ...(until ? [`r.${column} <= $until${n}`] : []),
    ...(about ? [`(f.id IN $about${n} OR t.id IN $about${n})`] : []),
    ...(sources ? [`r.sourceId IN $by${n}`] : []),
  ];
  return (
    `MATCH (f)-[r:${edgeModel(type).type}]->(t) WHERE ${conditions.join(" AND ")} ` +
    `RETURN r, f, t, r.${column} AS at, '${kind}' AS kind`
  );
}

function entriesOf({ columns, edge, page }: ChangesPlan, inner: Prelude): readonly string[] {
  const text = { at: "toString(at)", kind: "kind" };
  return [
    ...columns.map(({ slot, column }) => `${identifier(slot)}: ${text[column]}`),
    ...(edge
      ? [
          `edge: head(${listOfRows(inner, `le${page.n}`, "UNWIND [1] AS one", (deeper) => mapOf(graphEdgeEntries(edge, deeper)))})`,
        ]
      : []),
  ];
}

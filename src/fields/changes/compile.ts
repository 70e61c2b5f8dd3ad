import { edgePattern, matchEdge } from "../../compile/edges.js";
import { dayKey, foundPage, plainKey } from "../../compile/page.js";
import { listOfRows, Prelude } from "../../compile/prelude.js";
import { graphEdgeEntries, subjectEntries } from "../../compile/project.js";
import { subjectColumns, subjectVariables } from "../../compile/subject.js";
import { edgeModel } from "../../model/registry.js";
import type { Environment, Variable } from "../../statement/environment.js";
import { identifier, mapOf } from "../../statement/text.js";
import { missingIds } from "../found.js";
import type { ChangesPlan } from "./plan.js";

/**
 * Assertions recorded or retracted after an instant, in chronological order. `value` is a page of them, `missing` lists the
 * ids that do not exist.
 */
export function compileChanges(plan: ChangesPlan, environment: Environment): string {
  const { types, page, scope, about, r, from, to, subject } = plan;
  const [at, kind] = [environment.variable("at"), environment.variable("kind")];
  const prelude = new Prelude(environment);
  const branches = types.flatMap((type) => [
    branch(plan, environment, type, { at, kind, column: "recordedAt", code: "RECORDED", renewal: "renews" }),
    branch(plan, environment, type, {
      at,
      kind,
      column: "retractedAt",
      code: "RETRACTED",
      renewal: "renewed",
    }),
  ]);
  const map = foundPage(
    page,
    {
      found: `CALL () { ${branches.join(" UNION ALL ")} }`,
      carried: [r, from, to, at, kind, ...subjectVariables(subject)],
      keys: [dayKey(`${at}`), plainKey(`${kind}`), plainKey(`${r}.id`)],
      entries: (inner) => entriesOf(plan, at, kind, inner),
    },
    prelude,
  );
  const missing = missingIds(about, environment.variable("x"), scope);
  return `${prelude.text}RETURN ${map} AS value, ${missing} AS missing`;
}

interface ChangeColumn {
  readonly at: Variable;
  readonly kind: Variable;
  readonly column: string;
  readonly code: string;
  /** Set on edges that were only observed anew, which is no change. */
  readonly renewal: string;
}

function branch(
  { scope, since, until, about, by, r, from, to, subject }: ChangesPlan,
  environment: Environment,
  type: string,
  { at, kind, column, code, renewal }: ChangeColumn,
): string {
  const edge = { field: edgeModel(type).forward, r, via: from, node: to };
  const conditions = [
    `${r}.${column} > ${since}`,
    `${r}.${renewal} IS NULL`,
    ...(until ? [`${r}.${column} <= ${until}`] : []),
    ...(about ? [`(${from}.id IN ${about} OR ${to}.id IN ${about})`] : []),
    ...(by ? [`${r}.sourceId IN ${by}`] : []),
  ];
  const recorded = edgePattern(environment, edge, scope, { reading: "recorded" });
  const columns = [r, from, to, `${r}.${column} AS ${at}`, `'${code}' AS ${kind}`];
  const returned = [...columns, ...subjectColumns(subject, type, { from, to })].join(", ");
  return `${matchEdge(recorded, conditions)} RETURN ${returned}`;
}

function entriesOf(
  { columns, edge, subject, r }: ChangesPlan,
  at: Variable,
  kind: Variable,
  inner: Prelude,
): readonly string[] {
  const by = `CASE ${kind} WHEN 'RETRACTED' THEN ${r}.retractedBy ELSE ${r}.recordedBy END`;
  const text = { at: `toString(${at})`, kind: `${kind}`, recordedBy: by };
  const one = (plan: NonNullable<ChangesPlan["edge"]>) =>
    listOfRows(inner, "UNWIND [1] AS one", (deeper) => mapOf(graphEdgeEntries(plan, deeper)));
  return [
    ...columns.map(({ slot, column }) => `${identifier(slot)}: ${text[column]}`),
    ...(edge ? [`edge: head(${one(edge)})`] : []),
    ...subjectEntries(subject, inner),
  ];
}

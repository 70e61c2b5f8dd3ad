import { OPEN } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { edgeModel, model } from "../model/registry.js";
import { boundNames } from "../plan/parameters.js";
import type { TimelinePlan } from "../plan/plan.js";
import { foundPage } from "./found-page.js";
import { plainKey, type SortKeys } from "./page.js";
import { listOfRows, Prelude } from "./prelude.js";
import { graphEdgeEntries, nodeExpression } from "./project.js";
import { identifier } from "./statement.js";
import { viaCondition } from "./via.js";

/** Events that concern some nodes: `value` is a page of them. */
export function timelineStatement(plan: TimelinePlan): string {
  const { n } = plan.page;
  const prelude = new Prelude();
  const map = foundPage(
    plan.page,
    {
      found: foundEvents(plan),
      carried: "x, r, date, from, to, what",
      keys: KEYS,
      entries: (inner) => entriesOf(plan, inner),
    },
    prelude,
  );
  return (
    `${prelude.text}RETURN ${map} AS value, ` +
    `[id IN $about${n} WHERE NOT EXISTS { MATCH (s:Entity {id: id}) }] AS missing`
  );
}

const KEYS: SortKeys = [
  { expression: "from", descending: false, nullable: false, temporal: true },
  plainKey("what"),
  plainKey("r.id"),
];

function entriesOf(plan: TimelinePlan, inner: Prelude): readonly string[] {
  const { columns, node, edge, respondsTo, page } = plan;
  const text = { date: "date", from: "toString(from)", to: "toString(to)", what: "what" };
  const ends = "WITH r, startNode(r) AS f, endNode(r) AS t";
  return [
    ...columns.map(({ slot, column }) => `${identifier(slot)}: ${text[column]}`),
    ...(node ? [`node: ${nodeExpression(node, "x", inner)}`] : []),
    ...(edge
      ? [
          `edge: head(${listOfRows(inner, `le${page.n}`, `UNWIND [r] AS e ${ends}`, (deeper) => `{${graphEdgeEntries(edge, deeper).join(", ")}}`)})`,
        ]
      : []),
    ...(respondsTo
      ? [
          `${identifier(respondsTo.slot)}: ${listOfRows(inner, `lo${page.n}`, `MATCH (x)-[q:RELATED_TO {kind: 'RESPONDS_TO'}]->(o) WHERE q.primary WITH o ORDER BY o.id`, (deeper) => nodeExpression(respondsTo.node, "o", deeper))}`,
        ]
      : []),
  ];
}

/** A subquery with all events: edges with dates, edges to something dated, the dates of the nodes, and responses. */
function foundEvents(plan: TimelinePlan): string {
  const { page, within } = plan;
  const branches = [
    ...plan.types.flatMap((type) => edgeBranches(plan, type)),
    ...ownDates(page.n),
    ...(plan.types.includes("RELATED_TO") ? [responses(page.n)] : []),
  ];
  const { min, max } = boundNames(`within${page.n}`);
  const inTime = within ? ` WHERE from <= $${max} AND to >= $${min}` : "";
  return `CALL () { CALL () { ${branches.join(" UNION ")} } WITH x, r, date, from, to, what${inTime} RETURN x, r, date, from, to, what }`;
}

function edgeBranches({ page, scope }: TimelinePlan, type: string): readonly string[] {
  const edge = edgeModel(type);
  const dates = edge.ownProperties.filter(({ kind }) => kind === "edtf");
  const followed = viaCondition([{ type, direction: "BOTH" }], { r: "r", x: "s", y: "x" }, scope);
  const match = `MATCH (s:Entity)-[r:${edge.type}]-(x) WHERE s.id IN $about${page.n} AND ${followed}`;
  const dated = dates.map((property) => {
    const { name } = property;
    const known = name === "validTo" ? ` AND r.${name} <> '${OPEN}'` : "";
    return `${match} AND r.${name} IS NOT NULL${known} RETURN x, r, ${datesOf("r", property)}, '${type}.${name}' AS what`;
  });
  const undated = dates.map(({ name }) => ` AND r.${name} IS NULL`).join("");
  const ofNode = `coalesce(x.date, x.signed) AS date, coalesce(x.dateMin, x.signedMin) AS from, coalesce(x.dateMax, x.signedMax) AS to`;
  const isDated = "coalesce(x.date, x.signed) IS NOT NULL";
  return [...dated, `${match}${undated} AND ${isDated} RETURN x, r, ${ofNode}, '${type}' AS what`];
}

/** The dates that sources report of the nodes themselves. */
function ownDates(n: number): readonly string[] {
  const dated = [...model.nodes.values()].flatMap(({ label, properties }) =>
    label === "Source"
      ? []
      : properties.filter(({ kind }) => kind === "edtf").map((property) => ({ label, property })),
  );
  return dated.map(
    ({ label, property }) =>
      `MATCH (x:${label})<-[r:REPORTS {property: '${property.name}'}]-() WHERE x.id IN $about${n} AND r.primary ` +
      `AND x.${property.name} IS NOT NULL RETURN x, r, ${datesOf("x", property)}, '${label}.${property.name}' AS what`,
  );
}

/** Statements that answer those which concern the nodes, and their answers in turn. */
function responses(n: number): string {
  return (
    `MATCH (s:Entity)<-[c:CONCERNS]-(first:Statement) WHERE s.id IN $about${n} AND c.primary ` +
    "MATCH (first)(()<-[q:RELATED_TO WHERE q.primary AND q.kind = 'RESPONDS_TO']-()){1,12}(x:Statement) " +
    "WHERE x.date IS NOT NULL WITH DISTINCT x, last(q) AS r " +
    "RETURN x, r, x.date AS date, x.dateMin AS from, x.dateMax AS to, 'RELATED_TO.RESPONDS_TO' AS what"
  );
}

function datesOf(variable: string, { name }: PropertyModel): string {
  const column = (of: string) => `${variable}.${of}`;
  return `${column(name)} AS date, ${column(minColumn(name))} AS from, ${column(maxColumn(name))} AS to`;
}

import { OPEN } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { edgeModel, model } from "../model/registry.js";
import type { TimelinePlan } from "../plan/plan.js";
import { boundNames } from "../statement/parameters.js";
import { foundPage } from "./found-page.js";
import { plainKey, type SortKeys } from "./page.js";
import { listOfRows, Prelude } from "./prelude.js";
import { graphEdgeEntries, nodeExpression } from "./project.js";
import { whereClause } from "./rows.js";
import { edgeCondition, endsOf, isPublished } from "./scope.js";
import { identifier, mapOf } from "./statement.js";
import { viaCondition, viaTypes } from "./via.js";

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
    `[id IN $about${n} WHERE NOT EXISTS { MATCH (s:Entity {id: id})${whereClause(isPublished("s", plan.scope))} }] AS missing`
  );
}

const KEYS: SortKeys = [
  { expression: "from", descending: false, nullable: false, temporal: true },
  plainKey("what"),
  plainKey("r.id"),
  plainKey("x.id"),
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
          `edge: head(${listOfRows(inner, `le${page.n}`, `UNWIND [r] AS e ${ends}`, (deeper) => mapOf(graphEdgeEntries(edge, deeper)))})`,
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
    ofEdges(plan),
    ...ownDates(plan),
    ...(plan.types.includes("RELATED_TO") ? [ofResponses(plan)] : []),
  ];
  const { min, max } = boundNames(`within${page.n}`);
  const inTime = within ? ` WHERE from <= $${max} AND to >= $${min}` : "";
  return `CALL () { CALL () { ${branches.join(" UNION ")} } WITH x, r, date, from, to, what${inTime} RETURN x, r, date, from, to, what }`;
}

/** Each date of an edge is an event; of an edge without one, the date of the node at its other end. */
function ofEdges({ page, scope, types }: TimelinePlan): string {
  const via = types.map((type) => ({ type, direction: "BOTH" as const }));
  const followed = viaCondition(via, { r: "r", x: "s", y: "x" }, scope);
  const names = new Set(
    types.flatMap((type) =>
      edgeModel(type).ownProperties.flatMap(({ name, kind }) => (kind === "edtf" ? [`'${name}'`] : [])),
    ),
  );
  const dated = `[name IN [${[...names].join(", ")}] WHERE r[name] IS NOT NULL AND r[name] <> '${OPEN}' | `;
  const ofEdge = "{date: r[name], from: r[name + 'Min'], to: r[name + 'Max'], what: type(r) + '.' + name}]";
  const ofNode =
    "CASE WHEN coalesce(x.date, x.signed) IS NULL THEN [] ELSE [{date: coalesce(x.date, x.signed), " +
    "from: coalesce(x.dateMin, x.signedMin), to: coalesce(x.dateMax, x.signedMax), what: type(r)}] END";
  return (
    `MATCH (s:Entity)-[r:${viaTypes(via)}]-(x) WHERE s.id IN $about${page.n} AND ${followed} ` +
    `WITH x, r, ${dated}${ofEdge} AS dates UNWIND CASE WHEN size(dates) > 0 THEN dates ELSE ${ofNode} END AS event ` +
    "RETURN x, r, event.date AS date, event.from AS from, event.to AS to, event.what AS what"
  );
}

/** The dates of the nodes themselves, each with a source that reports it just so. */
function ownDates({ page, scope }: TimelinePlan): readonly string[] {
  const reports = edgeModel("REPORTS");
  const read = edgeCondition(endsOf(reports.forward, { r: "r", via: "s", node: "x" }), scope);
  const dated = [...model.nodes.values()].flatMap(({ label, properties }) =>
    label === "Source"
      ? []
      : properties.filter(({ kind }) => kind === "edtf").map((property) => ({ label, property })),
  );
  return dated.map(
    ({ label, property }) =>
      `MATCH (x:${label})<-[r:${reports.type} {property: '${property.name}'}]-(s) WHERE x.id IN $about${page.n} ` +
      `AND ${read} AND r.value = '"' + x.${property.name} + '"' ` +
      `RETURN x, r, ${datesOf("x", property)}, '${label}.${property.name}' AS what`,
  );
}

/** Statements that answer those which concern the nodes, and their answers in turn. */
function ofResponses({ page, scope }: TimelinePlan): string {
  const concerns = edgeModel("CONCERNS");
  const answers = edgeModel("RELATED_TO");
  const concerning = edgeCondition(endsOf(concerns.backward, { r: "c", via: "s", node: "first" }), scope);
  const answering = edgeCondition(endsOf(answers.backward, { r: "q", via: "y", node: "z" }), scope);
  return (
    `MATCH (s:Entity)<-[c:${concerns.type}]-(first:Statement) WHERE s.id IN $about${page.n} AND ${concerning} ` +
    `MATCH (first)((y)<-[q:${answers.type}]-(z) WHERE q.kind = 'RESPONDS_TO' AND ${answering}){1,12}(x:Statement) ` +
    "WHERE x.date IS NOT NULL WITH DISTINCT x, last(q) AS r " +
    "RETURN x, r, x.date AS date, x.dateMin AS from, x.dateMax AS to, 'RELATED_TO.RESPONDS_TO' AS what"
  );
}

function datesOf(variable: string, { name }: PropertyModel): string {
  const column = (of: string) => `${variable}.${of}`;
  return `${column(name)} AS date, ${column(minColumn(name))} AS from, ${column(maxColumn(name))} AS to`;
}

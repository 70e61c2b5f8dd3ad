import type { ValueKind } from "../model/property.js";
import { model } from "../model/registry.js";
import type {
  AssertionsPlan,
  EdgeFieldPlan,
  EdgePlan,
  GraphEdgePlan,
  HoldsPlan,
  NodeFieldPlan,
  NodePlan,
  PropertyPlan,
  SourcePlan,
  SubjectPlan,
} from "../plan/kinds/nodes.js";
import type { Variable } from "../statement/environment.js";
import { identifier, mapOf } from "../statement/text.js";
import { assertedExpression } from "./asserted.js";
import { columnText } from "./columns.js";
import { connectionExpression, type EdgeVariables } from "./connection.js";
import { ownValues } from "./edge-values.js";
import { edgePattern, matchEdge } from "./edges.js";
import { inForceExpression } from "./in-force.js";
import { codesExpression, nameExpression, typeExpression } from "./name.js";
import { listOfRows, type Prelude } from "./prelude.js";
import { reportedColumn } from "./reported.js";
import { edgeInTime, FROM, NO_END, NO_START, TO } from "./spell.js";
import { holds, isTimed } from "./validity.js";
import { whyEdge, whyProperty } from "./why.js";

/** A map with the selected data of a node, as one expression. */
export function nodeExpression(plan: NodePlan, variable: Variable, prelude: Prelude): string {
  const [first, ...others] = plan.variants;
  if (!first) return "{}";
  if (!others.length) return variantExpression(plan, first, variable, prelude);
  const branches = plan.variants.map((variant) => {
    const condition = variant.labels.map((label) => `${variable}:${identifier(label)}`).join(" OR ");
    return `WHEN ${condition} THEN ${variantExpression(plan, variant, variable, prelude)}`;
  });
  return `CASE ${branches.join(" ")} END`;
}

function variantExpression(
  plan: NodePlan,
  { labels, fields }: NodePlan["variants"][number],
  variable: Variable,
  prelude: Prelude,
): string {
  const entries = fields.map(
    (field) => `${identifier(field.slot)}: ${nodeFieldExpression(field, variable, prelude)}`,
  );
  return `{${[...(plan.polymorphic ? [`__typename: ${typeOfVariant(labels, variable)}`] : []), ...entries].join(", ")}}`;
}

function typeOfVariant(labels: readonly string[], variable: Variable): string {
  return labels.length === 1 ? `'${labels[0]}'` : typeExpression(variable);
}

function nodeFieldExpression(field: NodeFieldPlan, variable: Variable, prelude: Prelude): string {
  switch (field.kind) {
    case "property":
      return propertyExpression(field, variable);
    case "name":
      return nameExpression(prelude.environment, field, variable);
    case "codes":
      return codesExpression(prelude.environment, field, variable);
    case "connection":
      return connectionExpression(field, variable, prelude, edgeExpression);
    case "inForce":
      return inForceExpression(field.plan);
    case "why":
      return whyProperty(field, variable, prelude.environment);
    case "asserted":
      return assertedExpression(field, variable, prelude, (inner) => [
        ...graphEdgeEntries(field.edge, inner),
        ...subjectEntries(field.subject, inner),
      ]);
  }
}

const TEMPORAL: readonly ValueKind[] = ["date", "datetime"];

/** A stored property in the form that the API returns. */
function propertyExpression(
  { column, valueKind, isBound, reported }: PropertyPlan,
  variable: Variable,
): string {
  const stored = reported ? reportedColumn(variable, reported, column) : `${variable}.${identifier(column)}`;
  // Only an interval can have an open side; the first and the last day that can be stored are also days.
  if (isBound) return boundText(stored, reported ? "false" : isInterval(variable, column));
  return TEMPORAL.includes(valueKind) ? `toString(${stored})` : stored;
}

/**
 * A stored property of an edge. The bounds of a spell are limited by the lives of its nodes; an unbounded side is null.
 */
function edgePropertyExpression(field: PropertyPlan, edge: EdgeVariables): string {
  const { column, valueKind } = field;
  const { r } = edge;
  if (valueKind !== "date" || !edge.field.edge.timed || !BOUNDS.has(column))
    return propertyExpression(field, r);
  return boundText(columnText({ variable: r, column, edge: asserted(edge) }), `${r}.on IS NULL`);
}

const BOUNDS: ReadonlySet<string> = new Set([FROM.min, FROM.max, TO.min, TO.max]);

/** A bound as text. The stored bounds of a side that no source states are not shown, if there can be such a side. */
function boundText(day: string, canBeOpen: string): string {
  const isShown = `day > ${NO_START} AND day < ${NO_END}`;
  return `head([day IN [${day}] WHERE NOT (${canBeOpen}) OR ${isShown} | toString(day)])`;
}

function isInterval(variable: Variable, column: string): string {
  return `${variable}.${column.replace(/(Min|Max)$/, "")} CONTAINS '/'`;
}

/** Map entries with the selected data of an edge and its ends. */
function edgeExpression(plan: EdgePlan, variables: EdgeVariables, prelude: Prelude): readonly string[] {
  const { node, via } = variables;
  const own = plan.fields.map(
    (field) => `${identifier(field.slot)}: ${edgeFieldExpression(field, variables, prelude)}`,
  );
  return [
    ...own,
    ...(plan.node ? [`node: ${nodeExpression(plan.node, node, prelude)}`] : []),
    ...(plan.via ? [`via: ${nodeExpression(plan.via, via, prelude)}`] : []),
    ...(plan.predecessor ? [predecessorEntry(plan.predecessor, variables, prelude)] : []),
  ];
}

/** The predecessor is null if the node itself has the fact, or if succession is not followed. */
function predecessorEntry(
  { slot, node }: NonNullable<EdgePlan["predecessor"]>,
  { predecessor, node: successor }: EdgeVariables,
  prelude: Prelude,
): string {
  if (!predecessor) return `${identifier(slot)}: null`;
  const value = nodeExpression(node, predecessor, prelude);
  return `${identifier(slot)}: CASE WHEN ${predecessor} <> ${successor} THEN ${value} END`;
}

function edgeFieldExpression(field: EdgeFieldPlan, variables: EdgeVariables, prelude: Prelude): string {
  switch (field.kind) {
    case "property":
      return edgePropertyExpression(field, variables);
    case "why":
      return whyEdge(field, asserted(variables), prelude.environment, variables.inheritance);
    case "holds":
      return holdsExpression(field, variables);
    case "source":
      return sourceExpression(field, variables.r, prelude);
    case "assertions":
      return assertionsExpression(field, variables, prelude);
  }
}

/** The edge with the state of which it is asserted, which may be a predecessor. */
function asserted({ predecessor, ...edge }: EdgeVariables): EdgeVariables {
  return predecessor ? { ...edge, node: predecessor } : edge;
}

/** Whether an edge certainly or possibly holds. Without a time there is nothing to tell. */
function holdsExpression({ scope }: HoldsPlan, variables: EdgeVariables): string {
  if (!isTimed(scope)) return "null";
  if (variables.certainly) return `CASE WHEN ${variables.certainly} THEN 'CERTAIN' ELSE 'POSSIBLE' END`;
  const [certainly, possibly] = [true, false].map((certain) =>
    holds(edgeInTime(variables), { ...scope, certain }).join(" AND "),
  );
  // Other assertions of the fact may not hold at this time at all.
  return `CASE WHEN ${certainly} THEN 'CERTAIN' WHEN ${possibly} THEN 'POSSIBLE' END`;
}

/** The source of an edge. */
function sourceExpression({ variable, node }: SourcePlan, r: Variable, prelude: Prelude): string {
  const fields = node.variants[0]?.fields ?? [];
  const onlyId = fields.every((field) => field.kind === "property" && field.column === "id");
  if (onlyId) return mapOf(fields.map((field) => `${identifier(field.slot)}: ${r}.sourceId`));
  const match = `MATCH (${variable}:${model.sourceLabel} {id: ${r}.sourceId})`;
  return `head(${listOfRows(prelude, match, (inner) => nodeExpression(node, variable, inner))})`;
}

function assertionsExpression(
  { edge, scope, includeRetracted, fields }: AssertionsPlan,
  { r }: EdgeVariables,
  prelude: Prelude,
): string {
  const { r: a, via, node } = edge;
  const reading = includeRetracted ? "recorded" : "asserted";
  const { pattern, conditions } = edgePattern(prelude.environment, edge, scope, { reading });
  const rows =
    `${matchEdge({ pattern, conditions: [`${a}.factKey = ${r}.factKey`, ...conditions] })} ` +
    `WITH ${[a, via, node].join(", ")} ORDER BY ${a}.standing, ${a}.spell, ${a}.recordedAt, ${a}.id`;
  return listOfRows(prelude, rows, (inner) => mapOf(edgeExpression(fields, edge, inner)));
}

/** Map entries with the selected data of an edge of any type. */
export function graphEdgeEntries(plan: GraphEdgePlan, prelude: Prelude): readonly string[] {
  const { r, from, to, fromNode, toNode } = plan;
  return [
    ...plan.fields.map((field) => `${identifier(field.slot)}: ${propertyExpression(field, r)}`),
    ...(plan.source ? [`${identifier(plan.source.slot)}: ${sourceExpression(plan.source, r, prelude)}`] : []),
    ...(plan.edgeType ? [`${identifier(plan.edgeType)}: type(${r})`] : []),
    ...(plan.values ? [`${identifier(plan.values)}: ${ownValues(plan.types, r)}`] : []),
    ...(fromNode ? [`from: ${nodeExpression(fromNode, from, prelude)}`] : []),
    ...(toNode ? [`to: ${nodeExpression(toNode, to, prelude)}`] : []),
  ];
}

/** A list of edges of any type as a list of maps. */
export function graphEdgeList(plan: GraphEdgePlan, edges: Variable, prelude: Prelude): string {
  const { r, from, to } = plan;
  const rows = `UNWIND ${edges} AS ${r} WITH ${r}, startNode(${r}) AS ${from}, endNode(${r}) AS ${to}`;
  return listOfRows(prelude, rows, (inner) => mapOf(graphEdgeEntries(plan, inner)));
}

/** Map entries with the selected data of the node that an edge says something about. */
export function subjectEntries(subject: SubjectPlan | undefined, prelude: Prelude): readonly string[] {
  return subject ? [`node: ${nodeExpression(subject.node, subject.variable, prelude)}`] : [];
}

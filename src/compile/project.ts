import type { ValueKind } from "../model/property.js";
import { model } from "../model/registry.js";
import type {
  AssertionsPlan,
  EdgeFieldPlan,
  EdgePlan,
  GraphEdgePlan,
  NodeFieldPlan,
  NodePlan,
  PropertyPlan,
  SourcePlan,
} from "../plan/kinds/nodes.js";
import type { Variable } from "../statement/environment.js";
import { identifier, mapOf } from "../statement/text.js";
import { assertedExpression } from "./asserted.js";
import { connectionExpression, type EdgeVariables } from "./connection.js";
import { ownValues } from "./edge-values.js";
import { edgePattern, matchEdge } from "./edges.js";
import { nameExpression, typeExpression } from "./name.js";
import { listOfRows, type Prelude } from "./prelude.js";

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
    case "connection":
      return connectionExpression(field, variable, prelude, edgeExpression);
    case "asserted":
      return assertedExpression(field, variable, prelude, (inner) => graphEdgeEntries(field.edge, inner));
  }
}

const TEMPORAL: readonly ValueKind[] = ["date", "datetime"];

/** A stored property in the form that the API returns. */
function propertyExpression({ column, valueKind }: PropertyPlan, variable: Variable): string {
  const stored = `${variable}.${identifier(column)}`;
  return TEMPORAL.includes(valueKind) ? `toString(${stored})` : stored;
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
      return propertyExpression(field, variables.r);
    case "source":
      return sourceExpression(field, variables.r, prelude);
    case "assertions":
      return assertionsExpression(field, variables, prelude);
  }
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

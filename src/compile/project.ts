import type { ValueKind } from "../model/property.js";
import type {
  AssertionsPlan,
  ConnectionPlan,
  EdgeFieldPlan,
  EdgePlan,
  NamePlan,
  NodeFieldPlan,
  NodePlan,
  PropertyPlan,
  SourcePlan,
} from "../plan/plan.js";
import { assertedExpression } from "./asserted.js";
import { connectionExpression, type EdgeVariables } from "./connection.js";
import { isLive, possiblyHolds } from "./scope.js";
import { identifier } from "./statement.js";

/** A map with what is read of a node, as one expression. */
export function nodeExpression(plan: NodePlan, variable: string): string {
  const [first, ...others] = plan.variants;
  if (!first) return "{}";
  if (!others.length) return variantExpression(plan, first.fields, first.labels, variable);
  const branches = plan.variants.map(({ labels, fields }) => {
    const condition = labels.map((label) => `${variable}:${identifier(label)}`).join(" OR ");
    return `WHEN ${condition} THEN ${variantExpression(plan, fields, labels, variable)}`;
  });
  return `CASE ${branches.join(" ")} END`;
}

function variantExpression(
  plan: NodePlan,
  fields: readonly NodeFieldPlan[],
  labels: readonly string[],
  variable: string,
): string {
  const entries = fields.map((field) => `${identifier(field.slot)}: ${nodeFieldExpression(field, variable)}`);
  return `{${[...(plan.polymorphic ? [`__typename: ${typeExpression(labels, variable)}`] : []), ...entries].join(", ")}}`;
}

function typeExpression(labels: readonly string[], variable: string): string {
  if (labels.length === 1) return `'${labels[0]}'`;
  return `head([label IN labels(${variable}) WHERE label <> 'Entity'])`;
}

function nodeFieldExpression(field: NodeFieldPlan, variable: string): string {
  switch (field.kind) {
    case "property":
      return propertyExpression(field, variable);
    case "name":
      return nameExpression(field, variable);
    case "connection":
      return connectionOf(field, variable);
    case "asserted":
      return assertedExpression(field, variable, { node: nodeExpression, property: propertyExpression });
  }
}

function connectionOf(field: ConnectionPlan, variable: string): string {
  return connectionExpression(field, variable, edgeExpression);
}

const TEMPORAL: readonly ValueKind[] = ["date", "datetime"];

function propertyExpression({ column, valueKind }: PropertyPlan, variable: string): string {
  const stored = `${variable}.${identifier(column)}`;
  return TEMPORAL.includes(valueKind) ? `toString(${stored})` : stored;
}

/**
 * The name in the first language of the chain that has one, else the display name. Of several the one that holds
 * at the time asked for, then the one that any source prefers. A name is a label: a condition on sources or on
 * certainty does not take it away.
 */
function nameExpression({ n, languages, scope }: NamePlan, variable: string): string {
  if (languages === undefined) return `${variable}.name`;
  const [h, m, chain] = [`h${n}`, `m${n}`, `$${languages}`];
  const place = `[i IN range(0, size(${chain}) - 1) WHERE ${chain}[i] = ${m}.lang][0]`;
  const holding = possiblyHolds(h, scope).join(" AND ");
  const order = [
    place,
    ...(holding ? [`CASE WHEN ${holding} THEN 0 ELSE 1 END`] : []),
    `coalesce(${h}.preferred, false) DESC`,
    `${m}.text`,
  ];
  return (
    `coalesce(head(COLLECT { MATCH (${variable})-[${h}:HAS_NAME]->(${m}) ` +
    `WHERE ${m}.kind = 'NAME' AND ${m}.lang IN ${chain} AND ${isLive(h)} ` +
    `WITH ${m}, ${h} ORDER BY ${order.join(", ")} LIMIT 1 RETURN ${m}.text }), ${variable}.name)`
  );
}

/** Entries of a map with what is read of an edge and its ends. */
export function edgeExpression(plan: EdgePlan, variables: EdgeVariables): readonly string[] {
  const { node, via } = variables;
  const own = plan.fields.map(
    (field) => `${identifier(field.slot)}: ${edgeFieldExpression(field, variables)}`,
  );
  return [
    ...own,
    ...(plan.node ? [`node: ${nodeExpression(plan.node, node)}`] : []),
    ...(plan.via ? [`via: ${nodeExpression(plan.via, via)}`] : []),
  ];
}

function edgeFieldExpression(field: EdgeFieldPlan, variables: EdgeVariables): string {
  switch (field.kind) {
    case "property":
      return propertyExpression(field, variables.r);
    case "source":
      return sourceExpression(field, variables.r);
    case "assertions":
      return assertionsExpression(field, variables);
  }
}

function sourceExpression({ n, node }: SourcePlan, r: string): string {
  const fields = node.variants[0]?.fields ?? [];
  const onlyId = fields.every((field) => field.kind === "property" && field.column === "id");
  if (onlyId) return `{${fields.map((field) => `${identifier(field.slot)}: ${r}.sourceId`).join(", ")}}`;
  const s = `s${n}`;
  return `head(COLLECT { MATCH (${s}:Source {id: ${r}.sourceId}) RETURN ${nodeExpression(node, s)} })`;
}

function assertionsExpression(
  plan: AssertionsPlan,
  { r, type, direction, node, via }: EdgeVariables,
): string {
  const a = `a${plan.n}`;
  const [left, right] = direction === "out" ? ["-", "->"] : ["<-", "-"];
  const conditions = [
    `${a}.factKey = ${r}.factKey`,
    ...(plan.includeRetracted ? [] : [`${a}.retractedAt IS NULL`]),
  ];
  const entries = edgeExpression(plan.fields, { r: a, type, direction, node, via });
  return (
    `COLLECT { MATCH (${via})${left}[${a}:${type}]${right}(${node}) WHERE ${conditions.join(" AND ")} ` +
    `WITH ${[a, via, node].join(", ")} ORDER BY ${a}.standing, ${a}.spell, ${a}.recordedAt, ${a}.id ` +
    `RETURN {${entries.join(", ")}} }`
  );
}

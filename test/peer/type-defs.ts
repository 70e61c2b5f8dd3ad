import type { CodeList } from "../../src/model/describe-enum.js";
import { END_SETS, endSetsWith } from "../../src/model/entity.js";
import { columnsOf, type PropertyModel } from "../../src/model/property.js";
import type { EdgeField, EdgeModel, Model, NodeModel } from "../../src/model/registry.js";

/**
 * The ontology as type definitions of @neo4j/graphql, made from the model so that the peer describes just the
 * graph that the service does: its labels, relationship types, properties and kinds of end. It only reads.
 * With `labels` it describes these node types alone; an end that is then of one type needs no interface.
 */
export function peerTypeDefs(model: Model, labels: readonly string[] = [...model.nodes.keys()]): string {
  const nodes = [...model.nodes.values()].filter(({ label }) => labels.includes(label));
  const edges = [...model.edges.values()];
  const lists = [...nodes, ...edges].flatMap(({ properties }) =>
    properties.flatMap(({ codes }) => codes ?? []),
  );
  const codes = new Map(lists.map((list) => [list.name, list]));
  return [
    "extend schema @mutation(operations: []) @subscription(events: [])",
    ...[...codes.values()].map(enumOf),
    "interface Entity { id: ID! name: String! recordedAt: DateTime! }",
    ...END_SETS.filter((set) => set.labels.some((label) => labels.includes(label))).map(
      ({ name }) => `interface ${name} { id: ID! name: String! }`,
    ),
    ...nodes.map((node) => nodeTypeOf(node, labels)),
    ...edges.map(edgeTypeOf),
  ].join("\n");
}

function enumOf({ name, codes }: CodeList): string {
  return `enum ${name} { ${Object.keys(codes).join(" ")} }`;
}

function nodeTypeOf({ label, plural, properties, edgeFields }: NodeModel, labels: readonly string[]): string {
  const interfaces = ["Entity", ...endSetsWith(label).map(({ name }) => name)].join(" & ");
  const fields = [
    ...properties.flatMap(fieldsOf),
    ...edgeFields.flatMap((field) => relationshipsOf(field, labels)),
  ];
  return `type ${label} implements ${interfaces} @node @plural(value: "${plural}") {\n${indented(fields)}\n}`;
}

function edgeTypeOf(edge: EdgeModel): string {
  const fields = edge.properties.flatMap(fieldsOf);
  return `type ${propertiesTypeOf(edge)} @relationshipProperties {\n${indented(fields)}\n}`;
}

function relationshipsOf(field: EdgeField, labels: readonly string[]): readonly string[] {
  const { name, edge, direction, targetType } = field;
  const targets = field.targets.filter((label) => labels.includes(label));
  if (!targets.length) return [];
  const target = targets.length === 1 ? targets[0] : targetType;
  const of = `type: "${edge.type}", direction: ${direction.toUpperCase()}, properties: "${propertiesTypeOf(edge)}"`;
  return [`${name}: [${target}!]! @relationship(${of}, nestedOperations: [])`];
}

/** GraphQL name of the properties of an edge type: PARTY_TO has PartyToProperties. */
function propertiesTypeOf({ cls }: EdgeModel): string {
  return `${cls.name}Properties`;
}

function fieldsOf(property: PropertyModel): readonly string[] {
  const [text = "", ...days] = columnsOf(property);
  const required = property.required || property.name === "recordedAt" ? "!" : "";
  return [`${text}: ${typeOf(property)}${required}`, ...days.map((day) => `${day}: Date`)];
}

function typeOf({ name, kind, codes }: PropertyModel): string {
  switch (kind) {
    case "text":
      return name === "id" ? "ID" : "String";
    case "edtf":
      return "String";
    case "int":
      return "Int";
    case "boolean":
      return "Boolean";
    case "date":
      return "Date";
    case "datetime":
      return "DateTime";
    case "list":
      return "[String!]";
    case "code":
      return codes?.name ?? "String";
  }
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join("\n");
}

import { model, type NodeModel, nodeModel } from "../model/registry.js";

/** Edges of each relation that a description lists; the number of all of them stands beside. */
export const MAX_LISTED = 100;

/** The key of the node in the answer. */
export const THING = "thing";

const operations = new Map<string, string>();

/** A query for everything that is recorded of one node of a type: its properties, names, relations, and their sources. */
export function describingOperation(label: string): string {
  const known = operations.get(label);
  if (known !== undefined) return known;
  const text = operationText(nodeModel(label));
  operations.set(label, text);
  return text;
}

function operationText(node: NodeModel): string {
  const properties = node.properties.filter(({ name }) => !OF_EVERY_NODE.has(name));
  const own = properties.map(({ name }) => name).join(" ");
  const relations = node.edgeFields.map(({ name, edge }) => {
    const columns = edge.properties
      .filter((property) => property.name !== "id" && !LEFT_OUT.has(property.name))
      .map((property) => property.name)
      .join(" ");
    const names = edge === model.names ? NAME_COLUMNS : "";
    return `${name}(first: ${MAX_LISTED}) { totalCount coverage { completeness from until sources }
      edges { id ${columns} source { id name } node { __typename id name ${names} } } }`;
  });
  return `query Describe($id: ID!) { ${THING}: node(id: $id) { __typename id name recordedAt
    ... on ${node.label} { ${own} ${relations.join("\n")} } } }`;
}

const OF_EVERY_NODE: ReadonlySet<string> = new Set(["id", "name", "recordedAt"]);
/** Bookkeeping of an assertion that says nothing about its fact. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "factKey",
  "sourceId",
  "primary",
  "recordedAt",
  "retractedAt",
  "retractionReason",
]);
const NAME_COLUMNS = "... on Name { text lang kind scheme }";

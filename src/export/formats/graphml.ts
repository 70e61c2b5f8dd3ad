import { citationText } from "../citation.js";
import type { ExportedNode, ExportedRow } from "../items.js";
import { type Attribute, attributesOfList, ownName, typeOf, valuesOf } from "./attributes.js";
import type { Format } from "./format.js";
import { element, xmlText } from "./xml.js";

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';

/** GraphML 1.0, for Gephi, yEd, igraph and NetworkX; streamed. The citation is at the end of the graph. */
export const graphml: Format = {
  extension: "graphml",
  mediaType: "application/graphml+xml; charset=utf-8",
  about: "a graph for Gephi, yEd, igraph and NetworkX",
  kind: "graph",
  async *write(list, citation, sources) {
    const { nodes, edges } = attributesOfList(list);
    yield HEAD;
    for (const name of ["name", "type"])
      yield `${key({ id: name, name: ownName(name, nodes), kind: "text" }, "node")}\n`;
    yield `${key({ id: "kind", name: ownName("type", edges), kind: "text" }, "edge")}\n`;
    yield `${key({ id: "citation", name: "citation", kind: "text" }, "graph")}\n`;
    for (const attribute of nodes) yield `${key(attribute, "node")}\n`;
    for (const attribute of edges) yield `${key(attribute, "edge")}\n`;
    yield `<graph edgedefault="${list.parts === "network" ? "undirected" : "directed"}">\n`;
    const known = new Set<string>();
    for await (const row of list.rows) yield partsOf(row, { nodes, edges }, known);
    yield `${data("citation", citationText(citation, await sources(), list.notRecorded()))}\n</graph>\n</graphml>\n`;
  },
};

/** A node; or an edge, preceded by its ends if they have not been written yet. A node is written once. */
function partsOf(
  row: ExportedRow,
  { nodes, edges }: ReturnType<typeof attributesOfList>,
  known: Set<string>,
): string {
  const { part } = row;
  if (!part) return "";
  if ("node" in part) {
    const isNew = !known.has(part.node.id) && known.add(part.node.id);
    return isNew ? `${nodeElement(part.node, valuesOf(nodes, row))}\n` : "";
  }
  const { edge } = part;
  const ends = [edge.from, edge.to].filter(({ id }) => !known.has(id) && known.add(id));
  const own = { id: edge.id, source: edge.from.id, target: edge.to.id };
  const written = [
    ...ends.map((node) => nodeElement(node, [])),
    element("edge", own, data("kind", edge.type) + all(valuesOf(edges, row))),
  ];
  return `${written.join("\n")}\n`;
}

function nodeElement({ id, name, type }: ExportedNode, values: ReturnType<typeof valuesOf>): string {
  return element("node", { id }, data("name", name) + data("type", type) + all(values));
}

function key(attribute: Attribute, of: "node" | "edge" | "graph"): string {
  const { id, name } = attribute;
  return element("key", { id, for: of, "attr.name": name, "attr.type": typeOf(attribute) });
}

function all(values: ReturnType<typeof valuesOf>): string {
  return values.map(([id, text]) => data(id, text)).join("");
}

function data(id: string, text: string): string {
  return element("data", { key: id }, xmlText(text));
}

import { type ExportedList, type ExportedRow, textOf } from "../items.js";
import type { Format } from "./format.js";
import { citationBlock, graphParts } from "./graph-parts.js";
import { element, xmlText } from "./xml.js";

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns" ' +
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ' +
  'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';

/** GraphML 1.0, for Gephi, yEd, igraph, NetworkX. */
export const graphml: Format = {
  extension: "graphml",
  mediaType: "application/graphml+xml; charset=utf-8",
  about: "a graph for Gephi, yEd, igraph and NetworkX",
  async *write(list, citation, sourcesOf) {
    const keys = new Map(list.columns.map((column, index) => [column, `c${index}`]));
    const isOfEdges = list.parts !== "nodes";
    const { nodes, edges, sources } = await graphParts(list, {
      node: (node, row) =>
        element(
          "node",
          { id: node.id },
          data("name", node.name) + data("type", node.type) + dataOf(list, keys, row),
        ),
      edge: (row, edge) =>
        element(
          "edge",
          { id: edge.id, source: edge.from.id, target: edge.to.id },
          data("kind", edge.type) + dataOf(list, keys, row),
        ),
    });
    yield HEAD;
    yield `<desc>${xmlText(await citationBlock(citation, sources, sourcesOf))}</desc>\n`;
    for (const name of ["name", "type"]) yield `${key(name, "node", name)}\n`;
    yield `${key("kind", "edge", "type")}\n`;
    for (const [column, id] of keys) yield `${key(id, isOfEdges ? "edge" : "node", column)}\n`;
    yield `<graph edgedefault="${list.parts === "network" ? "undirected" : "directed"}">\n`;
    for (const part of [...nodes, ...edges]) yield `${part}\n`;
    yield "</graph>\n</graphml>\n";
  },
};

function key(id: string, of: "node" | "edge", name: string): string {
  return element("key", { id, for: of, "attr.name": name, "attr.type": "string" });
}

function data(id: string, text: string): string {
  return element("data", { key: id }, xmlText(text));
}

function dataOf(list: ExportedList, keys: ReadonlyMap<string, string>, row: ExportedRow | undefined): string {
  return list.columns
    .map((column) => {
      const text = textOf(row?.columns[column]);
      return text === null ? "" : data(keys.get(column) ?? column, text);
    })
    .join("");
}

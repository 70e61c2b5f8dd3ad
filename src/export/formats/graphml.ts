import { citationText } from "../citation.js";
import { type ExportedList, type ExportedNode, type ExportedRow, textOf } from "../items.js";
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
  async *write(list, citation, sourcesOf) {
    const keys = new Map(list.columns.map((column, index) => [column, `c${index}`]));
    const isOfEdges = list.parts !== "nodes";
    yield HEAD;
    for (const name of ["name", "type"]) yield `${key(name, "node", name)}\n`;
    yield `${key("kind", "edge", "type")}\n${key("citation", "graph", "citation")}\n`;
    for (const [column, id] of keys) yield `${key(id, isOfEdges ? "edge" : "node", column)}\n`;
    yield `<graph edgedefault="${list.parts === "network" ? "undirected" : "directed"}">\n`;
    const known = new Set<string>();
    const used = new Set<string>();
    for await (const row of list.rows) {
      for (const id of row.sources) used.add(id);
      yield partsOf(row, dataOf(list, keys, row), known);
    }
    yield `${data("citation", citationText(citation, await sourcesOf(used)))}\n</graph>\n</graphml>\n`;
  },
};

/** A node; or an edge, preceded by its ends if they have not been written yet. */
function partsOf({ part }: ExportedRow, values: string, known: Set<string>): string {
  if ("node" in part) return `${nodeElement(part.node, values)}\n`;
  const { edge } = part;
  const ends = [edge.from, edge.to].filter(({ id }) => !known.has(id) && known.add(id));
  const own = { id: edge.id, source: edge.from.id, target: edge.to.id };
  const written = [
    ...ends.map((node) => nodeElement(node, "")),
    element("edge", own, data("kind", edge.type) + values),
  ];
  return `${written.join("\n")}\n`;
}

function nodeElement({ id, name, type }: ExportedNode, values: string): string {
  return element("node", { id }, data("name", name) + data("type", type) + values);
}

function key(id: string, of: "node" | "edge" | "graph", name: string): string {
  return element("key", { id, for: of, "attr.name": name, "attr.type": "string" });
}

function data(id: string, text: string): string {
  return element("data", { key: id }, xmlText(text));
}

function dataOf(list: ExportedList, keys: ReadonlyMap<string, string>, row: ExportedRow): string {
  return list.columns
    .map((column) => {
      const text = textOf(row.columns[column]);
      return text === null ? "" : data(keys.get(column) ?? column, text);
    })
    .join("");
}

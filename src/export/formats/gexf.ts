import { type ExportedList, type ExportedRow, textOf } from "../items.js";
import type { Format } from "./format.js";
import { citationBlock, graphParts } from "./graph-parts.js";
import { element, xmlText } from "./xml.js";

/** GEXF 1.3, for Gephi; the weight of a network link becomes the weight of the edge. */
export const gexf: Format = {
  extension: "gexf",
  mediaType: "application/gexf+xml; charset=utf-8",
  about: "a graph for Gephi",
  async *write(list, citation, sourcesOf) {
    const isOfEdges = list.parts !== "nodes";
    const { nodes, edges, sources } = await graphParts(list, {
      node: (node, row) =>
        element(
          "node",
          { id: node.id, label: node.name },
          values([["type", node.type], ...(isOfEdges ? [] : columnsOf(list, row))]),
        ),
      edge: (row, edge) =>
        element(
          "edge",
          { id: edge.id, source: edge.from.id, target: edge.to.id, label: edge.type, ...weightOf(row) },
          values(columnsOf(list, row)),
        ),
    });
    const columns = list.columns.map((_, index) => `c${index}`);
    const attribute = (id: string, title: string) => element("attribute", { id, title, type: "string" });
    const own = columns.map((id, index) => attribute(id, list.columns[index] ?? id)).join("");
    const day = citation.exportedAt.slice(0, 10);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield `<meta lastmodifieddate="${day}"><creator>Pactgraph</creator><description>${xmlText(await citationBlock(citation, sources, sourcesOf))}</description></meta>\n`;
    yield `<graph defaultedgetype="${list.parts === "network" ? "undirected" : "directed"}">\n`;
    yield `<attributes class="node">${attribute("type", "type")}${isOfEdges ? "" : own}</attributes>\n`;
    if (isOfEdges) yield `<attributes class="edge">${own}</attributes>\n`;
    yield "<nodes>\n";
    for (const node of nodes) yield `${node}\n`;
    yield "</nodes>\n<edges>\n";
    for (const edge of edges) yield `${edge}\n`;
    yield "</edges>\n</graph>\n</gexf>\n";
  },
};

function weightOf(row: ExportedRow): Readonly<Record<string, string>> {
  const { weight } = row.columns;
  return typeof weight === "number" ? { weight: String(weight) } : {};
}

function columnsOf(list: ExportedList, row: ExportedRow | undefined): readonly (readonly [string, string])[] {
  return list.columns.flatMap((column, index) => {
    const text = textOf(row?.columns[column]);
    return text === null ? [] : [[`c${index}`, text] as const];
  });
}

function values(pairs: readonly (readonly [string, string])[]): string {
  const inner = pairs.map(([name, value]) => element("attvalue", { for: name, value })).join("");
  return inner && element("attvalues", {}, inner);
}

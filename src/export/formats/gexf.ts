import { citationText } from "../citation.js";
import type { ExportedEdge, ExportedRow } from "../items.js";
import { type Attribute, attributesOfList, ownName, typeOf, valuesOf } from "./attributes.js";
import type { Format } from "./format.js";
import { graphParts } from "./graph-parts.js";
import { element, xmlText } from "./xml.js";

/**
 * GEXF 1.3, for Gephi. The weight of a network link becomes the weight of the edge; the first and last possible day of a
 * spell become the start and end of its edge.
 */
export const gexf: Format = {
  extension: "gexf",
  mediaType: "application/gexf+xml; charset=utf-8",
  about: "a graph for Gephi, with the time of edges",
  kind: "graph",
  async *write(list, citation, sources) {
    const attributes = attributesOfList(list);
    const type: Attribute = { id: "type", name: ownName("type", attributes.nodes), kind: "text" };
    const { nodes, edges, isTimed } = await graphParts(list, {
      node: (node, row) =>
        element(
          "node",
          { id: node.id, label: node.name },
          values([["type", node.type], ...(row ? valuesOf(attributes.nodes, row) : [])]),
        ),
      edge: (row, edge) =>
        element("edge", edgeAttributes(row, edge), values(valuesOf(attributes.edges, row))),
    });
    const day = citation.exportedAt.slice(0, 10);
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n';
    yield `<meta lastmodifieddate="${day}"><creator>Pactgraph</creator><description>${xmlText(citationText(citation, await sources(), list.notRecorded()))}</description></meta>\n`;
    const mode = isTimed ? ' mode="dynamic" timeformat="date"' : "";
    yield `<graph defaultedgetype="${list.parts === "network" ? "undirected" : "directed"}"${mode}>\n`;
    yield `<attributes class="node">${declared([type, ...attributes.nodes])}</attributes>\n`;
    if (attributes.edges.length)
      yield `<attributes class="edge">${declared(attributes.edges)}</attributes>\n`;
    yield "<nodes>\n";
    for (const node of nodes) yield `${node}\n`;
    yield "</nodes>\n<edges>\n";
    for (const edge of edges) yield `${edge}\n`;
    yield "</edges>\n</graph>\n</gexf>\n";
  },
};

function edgeAttributes({ columns: { weight } }: ExportedRow, edge: ExportedEdge) {
  const { id, from, to, type, start, end } = edge;
  return {
    id,
    source: from.id,
    target: to.id,
    label: type,
    ...(typeof weight === "number" ? { weight: String(weight) } : {}),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
  };
}

function declared(attributes: readonly Attribute[]): string {
  return attributes
    .map((attribute) =>
      element("attribute", { id: attribute.id, title: attribute.name, type: typeOf(attribute) }),
    )
    .join("");
}

function values(pairs: readonly (readonly [string, string])[]): string {
  const inner = pairs.map(([name, value]) => element("attvalue", { for: name, value })).join("");
  return inner && element("attvalues", {}, inner);
}

import { PactError } from "../../errors.js";
import type { ExportedEdge, ExportedList, ExportedNode, ExportedRow } from "../items.js";

/** How a format writes the parts of a graph. */
export interface GraphWriter {
  node(node: ExportedNode, row: ExportedRow | undefined): string;
  edge(row: ExportedRow, edge: ExportedEdge): string;
}

/**
 * The parts of a list as a graph: all distinct nodes, then the edges, as GEXF requires. Keeps the rows in memory until
 * all nodes are known.
 */
export async function graphParts(list: ExportedList, writer: GraphWriter) {
  const nodes = new Map<string, string>();
  const edges: string[] = [];
  let count = 0;
  let isTimed = false;
  for await (const row of list.rows) {
    const { part } = row;
    count += 1;
    if (count > MAX_ROWS) throw tooMany();
    if (!part) continue;
    if ("node" in part) {
      if (!nodes.has(part.node.id)) nodes.set(part.node.id, writer.node(part.node, row));
      continue;
    }
    const { edge } = part;
    isTimed ||= edge.start !== undefined || edge.end !== undefined;
    for (const node of [edge.from, edge.to])
      if (!nodes.has(node.id)) nodes.set(node.id, writer.node(node, undefined));
    edges.push(writer.edge(row, edge));
  }
  return { nodes: [...nodes.values()], edges, isTimed };
}

/** Maximum number of rows to keep in memory; programs that read GEXF cannot handle more anyway. */
const MAX_ROWS = 100_000;

function tooMany(): PactError {
  return new PactError(
    "QUERY_TOO_LARGE",
    `GEXF exports have at most ${MAX_ROWS.toLocaleString("en")} rows. Use graphml for larger exports.`,
  );
}

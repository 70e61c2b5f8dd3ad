import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import type { PropertyModel } from "../../model/property.js";
import { Redirects } from "../../model/redirects.js";
import { edgeModel, nodeModel } from "../../model/registry.js";
import type { EdgeRow, NodeRow, Properties, Rows } from "../rows.js";

/** Reads where the ids of merged nodes lead. */
export async function findRedirects(tx: Transaction): Promise<Redirects> {
  return Redirects.of(await tx.run(cypherFile("read/merges.cypher")));
}

/** Rows in which each id of a merged node is replaced by that of the node it was merged into. */
export function redirectedRows({ nodes, edges, references }: Rows, redirects: Redirects): Rows {
  if (redirects.isEmpty) return { nodes, edges, references };
  return {
    nodes: redirectedNodes(nodes, redirects),
    edges: edges.map((row) => redirectedEdge(row, redirects)),
    references: references.map((reference) => ({ ...reference, id: redirects.targetOf(reference.id) })),
  };
}

/**
 * The rows of nodes under the ids that they stand for. If a source describes the node itself, too, that description
 * counts: of the row of a merged node only what the other one does not say is kept.
 */
export function redirectedNodes(rows: readonly NodeRow[], redirects: Redirects): readonly NodeRow[] {
  if (redirects.isEmpty) return rows;
  const said = new Map<string, Set<string>>();
  const keyOf = ({ sourceId }: NodeRow, id: string) => `${sourceId} ${id}`;
  const note = (row: NodeRow, id: string) => {
    const names = said.get(keyOf(row, id)) ?? new Set();
    for (const name of Object.keys(row.properties)) names.add(name);
    said.set(keyOf(row, id), names);
  };
  const isSame = ({ id }: NodeRow) => redirects.targetOf(id) === id;
  for (const row of rows.filter(isSame)) note(row, row.id);
  return rows.map((row) => {
    if (isSame(row)) return row;
    const moved = redirectedNode(row, redirects);
    const taken = said.get(keyOf(row, moved.id));
    const properties = Object.entries(moved.properties).filter(([name]) => !taken?.has(name));
    note(row, moved.id);
    return { ...moved, properties: Object.fromEntries(properties) };
  });
}

function redirectedNode(row: NodeRow, redirects: Redirects): NodeRow {
  const { properties } = nodeModel(row.label);
  const kept = Object.entries(row.properties).filter(([name]) => !row.ifNew?.includes(name));
  return {
    ...row,
    id: redirects.targetOf(row.id),
    properties: redirectedProperties(Object.fromEntries(kept), properties, redirects),
  };
}

/** The row of an edge under the ids that its ends stand for. */
export function redirectedEdge<Row extends Pick<EdgeRow, "type" | "from" | "to" | "properties">>(
  row: Row,
  redirects: Redirects,
): Row {
  if (redirects.isEmpty) return row;
  const { properties } = edgeModel(row.type);
  return {
    ...row,
    from: redirects.targetOf(row.from),
    to: redirects.targetOf(row.to),
    properties: redirectedProperties(row.properties, properties, redirects),
  };
}

function redirectedProperties(
  values: Properties,
  properties: readonly PropertyModel[],
  redirects: Redirects,
): Properties {
  const references = properties.filter(({ reference }) => reference).map(({ name }) => name);
  const replaced = references.flatMap((name) => {
    const id = values[name];
    return typeof id === "string" ? [[name, redirects.targetOf(id)] as const] : [];
  });
  return { ...values, ...Object.fromEntries(replaced) };
}

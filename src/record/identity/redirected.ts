import { cypherFile } from "../../db/cypher-files.js";
import type { Transaction } from "../../db/database.js";
import type { PropertyModel } from "../../model/property.js";
import { Redirects } from "../../model/redirects.js";
import { edgeModel, nodeModel } from "../../model/registry.js";
import type { EdgeRow, NameRow, NodeRow, Properties, Rows } from "../rows.js";

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
 * The rows of nodes under the ids that they stand for. If a source has several rows of a node then, the row under its own
 * id counts, else the first one: of the others only what it does not say is kept.
 */
export function redirectedNodes(rows: readonly NodeRow[], redirects: Redirects): readonly NodeRow[] {
  if (redirects.isEmpty) return rows;
  const isMoved = ({ id }: NodeRow) => redirects.targetOf(id) !== id;
  const said = new Said();
  for (const row of rows) if (!isMoved(row)) said.note(row);
  return rows.map((row) => (isMoved(row) ? said.rest(redirectedNode(row, redirects)) : row));
}

/** What each source says of each node. */
class Said {
  private readonly known = new Map<string, Set<string>>();

  note(row: NodeRow): void {
    const parts = this.of(row) ?? new Set();
    for (const name of Object.keys(row.properties)) parts.add(name);
    for (const name of row.names) parts.add(partOf(name));
    this.known.set(keyOf(row), parts);
  }

  /** What a row says that no row before it has said. */
  rest(row: NodeRow): NodeRow {
    const before = this.of(row);
    this.note(row);
    if (!before) return row;
    const { properties, names } = row;
    return {
      ...row,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !before.has(name))),
      names: names.filter((name) => !before.has(partOf(name))),
      isFurther: true,
    };
  }

  private of(row: NodeRow): Set<string> | undefined {
    const parts = this.known.get(keyOf(row));
    return parts && new Set(parts);
  }
}

function keyOf({ sourceId, id }: NodeRow): string {
  return `${sourceId} ${id}`;
}

function partOf({ properties: { text, lang, kind, scheme } }: NameRow): string {
  return JSON.stringify([text, lang ?? null, kind, scheme ?? null]);
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

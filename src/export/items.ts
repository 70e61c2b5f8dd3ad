/** A value of an exported row as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A value as one text: lists of texts are joined, what has a shape of its own is JSON; null where there is none. */
export function textOf(value: Json | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** A node of the exported graph. */
export interface ExportedNode {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

/** What connects two nodes of the exported graph. */
export interface ExportedEdge {
  readonly id: string;
  readonly type: string;
  readonly from: ExportedNode;
  readonly to: ExportedNode;
}

/**
 * One row of an export: what was asked for, the sources that say it, and what it is as a part of a graph: an edge, or
 * a node.
 */
export interface ExportedRow {
  /** The row as it was asked for. */
  readonly value: Json;
  /** The same as columns. */
  readonly columns: Readonly<Record<string, Json>>;
  readonly sources: readonly string[];
  readonly part: { readonly edge: ExportedEdge } | { readonly node: ExportedNode };
}

/** A list that is exported. */
export interface ExportedList {
  /** Names of the columns, in their order. */
  readonly columns: readonly string[];
  /** Whether its rows are edges or nodes; a network has both. */
  readonly parts: "edges" | "nodes" | "network";
  readonly rows: AsyncIterable<ExportedRow>;
}

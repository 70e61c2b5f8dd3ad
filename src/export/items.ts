/** A value of an exported row, as JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Converts a value to text: lists of texts are joined, other structures become JSON; null if there is no value. */
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

/** An edge of the exported graph. */
export interface ExportedEdge {
  readonly id: string;
  readonly type: string;
  readonly from: ExportedNode;
  readonly to: ExportedNode;
}

/**
 * One row of an export: the selected value, its sources, and its form as part of a graph, either an edge or
 * a node.
 */
export interface ExportedRow {
  /** The row as selected by the query. */
  readonly value: Json;
  /** The row as columns. */
  readonly columns: Readonly<Record<string, Json>>;
  readonly sources: readonly string[];
  readonly part: { readonly edge: ExportedEdge } | { readonly node: ExportedNode };
}

/** A list to export. */
export interface ExportedList {
  /** Names of the columns, in order. */
  readonly columns: readonly string[];
  /** Whether its rows are edges or nodes; a network has both. */
  readonly parts: "edges" | "nodes" | "network";
  readonly rows: AsyncIterable<ExportedRow>;
}

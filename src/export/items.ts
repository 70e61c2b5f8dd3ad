import type { Remark } from "../answer/remarks.js";
import { isMap, type Json, type JsonMap } from "../json.js";
import type { Column } from "./columns.js";

/**
 * Converts a value to text: lists of texts are joined, with nothing where an item has no value; other structures become JSON;
 * null if there is no value.
 */
export function textOf(value: Json | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value) && value.every((item) => item === null || typeof item !== "object"))
    return value.join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Flattens nested maps to columns with dots. Lists are kept. */
export function flat(map: JsonMap, prefix = ""): JsonMap {
  const columns: Record<string, Json> = {};
  for (const [key, value] of Object.entries(map)) {
    if (isMap(value)) Object.assign(columns, flat(value, `${prefix}${key}.`));
    else columns[prefix + key] = value;
  }
  return columns;
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
  /** The first and last possible day, if the edge has a validity and they are known. */
  readonly start?: string | undefined;
  readonly end?: string | undefined;
}

/** What a row is as a part of a graph; undefined for a value that is none. */
export type GraphPart = { readonly edge: ExportedEdge } | { readonly node: ExportedNode } | undefined;

/** One row of an export. */
export interface ExportedRow {
  /** The row as selected by the query. */
  readonly value: Json;
  /** The row as columns. */
  readonly columns: JsonMap;
  readonly sources: readonly string[];
  readonly part: GraphPart;
}

/** A list to export. */
export interface ExportedList {
  /** The columns of the rows, in order. */
  readonly columns: readonly Column[];
  /** The columns of the nodes that stand beside the rows of a network. Their rows come first. */
  readonly nodeColumns: readonly Column[];
  /** Whether its rows are edges, nodes, the links of a network, or only values. */
  readonly parts: "edges" | "nodes" | "network" | "values";
  readonly rows: AsyncIterable<ExportedRow>;
  /** Relations of which nothing is recorded for some nodes, as far as the rows have been read. */
  readonly notRecorded: () => readonly Remark[];
}

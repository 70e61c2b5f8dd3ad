import { PactError } from "../../errors.js";
import type { Citation, CitedSource } from "../citation.js";
import type { ExportedList } from "../items.js";

/**
 * What a format can hold: rows of single values; rows as they are selected, with lists inside; or nodes and edges with
 * single values.
 */
export type FormatKind = "table" | "values" | "graph";

/** An export format. */
export interface Format {
  readonly extension: string;
  readonly mediaType: string;
  readonly about: string;
  readonly kind: FormatKind;
  /**
   * Streams an export.
   * @param sources returns the sources of the rows that have been read so far
   */
  write(list: ExportedList, citation: Citation, sources: Sources): AsyncGenerator<string | Uint8Array>;
}

export type Sources = () => Promise<readonly CitedSource[]>;

/** Throws BAD_INPUT if a format cannot hold a part of a list: nothing is left out in silence. */
export function rejectUncarried({ columns, nodeColumns, parts }: ExportedList, format: Format): void {
  const { extension, kind } = format;
  if (kind === "values") return;
  const refuse = (what: string) => {
    throw new PactError("BAD_INPUT", `${extension} cannot hold ${what} Use ndjson or json instead.`);
  };
  const nested = [...columns, ...nodeColumns].find((column) => column.kind === "nested");
  if (nested) refuse(`${nested.name}, which is a list or an object inside a row.`);
  if (kind === "table" && parts === "network" && nodeColumns.length)
    refuse(
      "the nodes of a network beside its links. Export nodes and links separately, or use graphml or gexf.",
    );
  if (kind === "graph" && parts === "values") refuse("rows that are neither nodes nor edges.");
}

/** A row of a bundle as it is written: key → text, list of texts, or null. */
export type Row = Readonly<Record<string, RowValue>>;
export type RowValue = string | null | readonly string[] | readonly Row[];

/** An edge row, and which spell of its fact and source it is: the first one a source ever wrote is 0. */
export interface EdgeRow {
  readonly row: Row;
  readonly spell: number;
}

/** A bundle before it is text. */
export interface Bundle {
  readonly sources: readonly Row[];
  readonly nodes: readonly Row[];
  readonly edges: readonly EdgeRow[];
}

const HEAD = { bundle: "1", title: "A graph made by chance" };

/** The bundle as one JSON document. */
export function jsonText({ sources, nodes, edges }: Bundle): string {
  return JSON.stringify({ ...HEAD, sources, nodes, edges: edges.map(({ row }) => row) }, null, 1);
}

/** The bundle as NDJSON, a row on each line. */
export function linesText({ sources, nodes, edges }: Bundle): string {
  const lines = [
    HEAD,
    ...sources.map((source) => ({ source })),
    ...nodes.map((node) => ({ node })),
    ...edges.map(({ row }) => ({ edge: row })),
  ];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}

/** The text under a key of a row; undefined where it is absent or null. */
export function textOf(row: Row, key: string): string | undefined {
  const value = row[key];
  return typeof value === "string" ? value : undefined;
}

/** The rows under a key of a row. */
export function rowsOf(row: Row, key: string): readonly Row[] {
  const value = row[key];
  return Array.isArray(value) ? value.filter((item): item is Row => typeof item === "object") : [];
}

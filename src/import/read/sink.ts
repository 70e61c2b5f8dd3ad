import type { DataRow } from "./record.js";

/** Receives the fields of a table row, the column names, and the line. */
export type OnRow = (fields: readonly string[], head: readonly string[], line: number) => void;
/** Receives an item of a list of objects, and its line or number. */
export type OnItem = (columns: Readonly<Record<string, string | null>>, line: number) => void;

/** Takes the rows that a reader finds. */
export interface RowSink {
  row(row: DataRow): void;
  /** Takes a row that cannot be used. */
  broken(file: string, line: number, message: string): void;
}

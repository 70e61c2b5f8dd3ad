/** One row of a file: its columns as text, null where there is no value. */
export interface DataRow {
  readonly columns: Columns;
  /** File name without its folder. */
  readonly file: string;
  /** Where it begins: the line, for JSON the number of the item, for XLSX the row of the sheet; from 1. */
  readonly line: number;
  /** Where it ends, when it was made of several rows. */
  readonly lastLine?: number;
}

export type Columns = Readonly<Record<string, string | null>>;

/** A row with other columns. */
export function withColumns(row: DataRow, columns: Columns): DataRow {
  return { ...row, columns };
}

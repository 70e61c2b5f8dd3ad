/** One row of a file: its columns as text; null means no value. */
export interface DataRow {
  readonly columns: Columns;
  /** File name without the folder. */
  readonly file: string;
  /** Its start, counted from 1: the line, for JSON the number of the item, for XLSX the row of the sheet. */
  readonly line: number;
  /** Its end, if the row was combined from several rows. */
  readonly lastLine?: number;
}

export type Columns = Readonly<Record<string, string | null>>;

/** A copy of a row with other columns. */
export function withColumns(row: DataRow, columns: Columns): DataRow {
  return { ...row, columns };
}

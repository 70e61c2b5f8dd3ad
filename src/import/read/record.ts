/** One row of a file: its columns as text; null means no value. */
export interface DataRow {
  readonly columns: Columns;
  /** File name without the folder. */
  readonly file: string;
  /** Its place, counted from 1: the line, for JSON the number of the item, for XLSX the row of the sheet. Of a row
   * that a step combines from several: the first. */
  readonly line: number;
}

export type Columns = Readonly<Record<string, string | null>>;

/** A copy of a row with other columns. */
export function withColumns(row: DataRow, columns: Columns): DataRow {
  return { ...row, columns };
}

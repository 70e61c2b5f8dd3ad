import type { Cell, Row } from "write-excel-file/node";
import writeExcelFile from "write-excel-file/node";
import { PactError } from "../../errors.js";
import { citationText } from "../citation.js";
import type { Column } from "../columns.js";
import { type ExportedRow, textOf } from "../items.js";
import type { Format } from "./format.js";

/** Rows are kept in memory until the file is written. */
const MAX_ROWS = 200_000;
/** https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const MAX_CELL = 32_767;
/** Excel counts days from 1900, and takes that year for a leap year. Earlier days stay text. */
const FIRST_DAY = "1900-03-01";

/** A workbook for Excel: typed cells on the sheet "data", and the citation on the sheet "about". */
export const xlsx: Format = {
  extension: "xlsx",
  mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  about: "a workbook for Excel, with numbers and dates as such",
  kind: "table",
  async *write({ columns, rows, notRecorded }, citation, sources) {
    const data: Row[] = [columns.map(({ name }) => ({ value: name, type: String, fontWeight: "bold" }))];
    for await (const row of rows) {
      if (data.length > MAX_ROWS) throw tooLarge(`more than ${MAX_ROWS.toLocaleString("en")} rows`);
      data.push(columns.map((column) => cellOf(row, column)));
    }
    const about = citationText(citation, await sources(), notRecorded())
      .trimEnd()
      .split("\n");
    const sheets = [
      { sheet: "data", data, stickyRowsCount: 1 },
      { sheet: "about", data: about.map((line) => [{ value: line, type: String }]) },
    ];
    yield await writeExcelFile(sheets).toBuffer();
  },
};

function cellOf({ columns }: ExportedRow, { name, kind }: Column): Cell {
  const value = columns[name];
  if (value === null || value === undefined) return null;
  if (typeof value === "number") return { value, type: Number };
  if (typeof value === "boolean") return { value, type: Boolean };
  const text = textOf(value) ?? "";
  if (kind === "date" && text >= FIRST_DAY && /^\d{4}-\d\d-\d\d$/.test(text))
    return { value: new Date(`${text}T00:00:00Z`), type: Date, format: "yyyy-mm-dd" };
  if (text.length > MAX_CELL)
    throw tooLarge(`a text of ${text.length.toLocaleString("en")} characters in ${name}`);
  return text === "" ? null : { value: text, type: String };
}

function tooLarge(what: string): PactError {
  return new PactError("QUERY_TOO_LARGE", `xlsx cannot hold ${what}. Use csv, ndjson or parquet.`);
}

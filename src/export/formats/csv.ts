import { stringify } from "csv-stringify/sync";
import type { Json } from "../items.js";
import type { Format } from "./format.js";

const BOM = "\uFEFF";

/** A table for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would run as a formula. */
export const csv: Format = {
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  about: "a table for spreadsheets and statistics",
  async *write({ columns, rows }) {
    yield BOM + line(columns);
    for await (const row of rows) yield line(columns.map((column) => cell(row.columns[column])));
  },
};

function line(cells: readonly string[]): string {
  return stringify([[...cells]], { escape_formulas: true, record_delimiter: "\r\n" });
}

/** Lists of texts are joined; what has a shape of its own is JSON. */
function cell(value: Json | undefined): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value) && value.every((item) => typeof item !== "object")) return value.join("; ");
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

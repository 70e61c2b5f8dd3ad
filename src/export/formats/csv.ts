import { stringify } from "csv-stringify/sync";
import { type Json, textOf } from "../items.js";
import type { Format } from "./format.js";

const BOM = "\uFEFF";

/** CSV for spreadsheets: UTF-8 with a byte order mark, with cells escaped that would run as formulas. */
export const csv: Format = {
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  about: "a table for spreadsheets and statistics",
  async *write({ columns, rows }) {
    yield BOM + line(columns);
    for await (const row of rows) yield line(columns.map((column) => cell(row.columns[column])));
  },
};

/** Numbers are kept, because a minus sign does not start a formula. */
function cell(value: Json | undefined): string | number {
  return typeof value === "number" ? value : (textOf(value) ?? "");
}

function line(cells: readonly (string | number)[]): string {
  return stringify([[...cells]], {
    escape_formulas: true,
    record_delimiter: "\r\n",
    // The library only looks for the complete delimiter.
    quoted_match: /[\r\n]/,
  });
}

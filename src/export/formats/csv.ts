import { stringify } from "csv-stringify/sync";
import { type Json, textOf } from "../items.js";
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

/** A number stays one: its sign is no formula. */
function cell(value: Json | undefined): string | number {
  return typeof value === "number" ? value : (textOf(value) ?? "");
}

function line(cells: readonly (string | number)[]): string {
  return stringify([[...cells]], {
    ...{ escape_formulas: true, record_delimiter: "\r\n" },
    // It looks for the whole delimiter only.
    quoted_match: /[\r\n]/,
  });
}

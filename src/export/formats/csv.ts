import { type Options, stringify } from "csv-stringify/sync";
import type { Json } from "../../json.js";
import type { Column } from "../columns.js";
import { type ExportedList, type ExportedRow, textOf } from "../items.js";
import type { Format } from "./format.js";

const BOM = "\uFEFF";

/** CSV for spreadsheets: UTF-8 with a byte order mark, with cells escaped that would run as formulas. */
export const csv: Format = {
  extension: "csv",
  mediaType: "text/csv; charset=utf-8",
  about: "a table for spreadsheets and statistics",
  kind: "table",
  async *write(list) {
    yield BOM;
    yield* lines(list, { escape_formulas: true, record_delimiter: "\r\n" });
  },
};

/** Tab-separated values for programs: without a mark, and with all cells as they are. */
export const tsv: Format = {
  extension: "tsv",
  mediaType: "text/tab-separated-values; charset=utf-8",
  about: "a table for programs",
  kind: "table",
  async *write(list) {
    yield* lines(list, { delimiter: "\t", record_delimiter: "\n" });
  },
};

async function* lines({ columns, rows }: ExportedList, options: Options): AsyncGenerator<string> {
  // The library only looks for the complete delimiter.
  const line = (cells: readonly (string | number)[]) =>
    stringify([[...cells]], { ...options, quoted_match: /[\r\n]/ });
  yield line(columns.map(({ name }) => name));
  for await (const row of rows) yield line(columns.map((column) => cell(row, column)));
}

/** Numbers are kept, because a minus sign does not start a formula. */
function cell({ columns }: ExportedRow, { name }: Column): string | number {
  const value: Json | undefined = columns[name];
  return typeof value === "number" ? value : (textOf(value) ?? "");
}

import { readSheet } from "read-excel-file/node";
import { PactError } from "../../errors.js";
import { headOf } from "./csv.js";
import type { OnRow } from "./sink.js";

/** Reads a sheet whose first row is the header. Numbers are kept as written, days become YYYY-MM-DD. */
export async function readXlsx(path: string, sheet: string | undefined, onRow: OnRow): Promise<void> {
  const rows = await sheetOf(path, sheet);
  const [head = [], ...rest] = rows.map((row) => row.map(textOf));
  const names = headOf(head);
  rest.forEach((row, index) => {
    if (row.some((cell) => cell !== "")) onRow(row, names, index + 2);
  });
}

async function sheetOf(path: string, sheet: string | undefined) {
  try {
    return await readSheet(path, sheet, { parseNumber: (text: string) => text });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PactError(
      "IMPORT_FAILED",
      `${path}: not a readable workbook (${reason}).`,
      {},
      { cause: error },
    );
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return cell.toISOString().replace(/T00:00:00\.000Z$/, "");
  return String(cell);
}

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

/**
 * Excel takes 1900 for a leap year, so its days before 1 March 1900 come out a day too early:
 * https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
 */
const FIRST_DAY = Date.UTC(1899, 11, 31);
const LEAP_DAY = Date.UTC(1900, 1, 28);
const DAY_MS = 86_400_000;

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (!(cell instanceof Date)) return String(cell);
  const at = cell.getTime();
  if (at >= LEAP_DAY && at < LEAP_DAY + DAY_MS)
    throw new PactError(
      "IMPORT_FAILED",
      "A cell has 29 February 1900, a day that only Excel knows. Correct it.",
    );
  const day = at >= FIRST_DAY && at < LEAP_DAY ? new Date(at + DAY_MS) : cell;
  return day.toISOString().replace(/T00:00:00\.000Z$/, "");
}

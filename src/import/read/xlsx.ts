import { readFile } from "node:fs/promises";
import {
  type Cell,
  type CellValue,
  cellRef,
  readXlsx as readWorkbook,
  type Sheet,
  type Workbook,
} from "hucre/xlsx";
import { PactError } from "../../errors.js";
import { headOf } from "./header.js";
import type { OnRow } from "./sink.js";
import { dayText, numberText } from "./xlsx-text.js";

/**
 * Reads a sheet whose first row is the header. A cell becomes what the sheet shows: a date as exactly as its format
 * shows it, a code with its leading zeros. Refuses errors, formulas without a stored value and numbers that Excel does
 * not keep exactly, with the name of the cell.
 */
export async function readXlsx(path: string, name: string | undefined, onRow: OnRow): Promise<void> {
  const bytes = await bytesOf(path);
  const workbook = await workbookOf(path, bytes);
  const sheet = sheetOf(workbook, name);
  await refuseLeapDay(path, bytes, workbook, sheet);
  const [head = [], ...rest] = sheet.rows.map((row, r) => row.map((value, c) => textOf(sheet, value, r, c)));
  const names = headOf(head);
  rest.forEach((row, index) => {
    if (row.some((cell) => cell !== "")) onRow(row, names, index + 2);
  });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function workbookOf(path: string, bytes: Uint8Array, dateSystem: "auto" | "1904" = "auto") {
  try {
    return await readWorkbook(bytes, { readStyles: true, dateSystem });
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): PactError {
  const reason = error instanceof Error ? error.message : String(error);
  return new PactError(
    "IMPORT_FAILED",
    `${path}: not a readable workbook (${reason}).`,
    {},
    { cause: error },
  );
}

function sheetOf({ sheets }: Workbook, name: string | undefined): Sheet {
  const sheet = name === undefined ? sheets[0] : sheets.find((one) => one.name === name);
  if (sheet) return sheet;
  const known = sheets.map((one) => one.name).join(", ");
  const which = name === undefined ? "no sheet" : `no sheet "${name}"`;
  throw new PactError("IMPORT_FAILED", `The workbook has ${which}. Its sheets: ${known || "none"}.`);
}

function textOf(sheet: Sheet, value: CellValue, row: number, column: number): string {
  const cell = sheet.cells?.get(`${row},${column}`);
  const refuse = (message: string) =>
    new PactError("IMPORT_FAILED", `Cell ${cellRef(row, column)} of sheet "${sheet.name}" ${message}`);
  if (cell?.type === "error") throw refuse(`has the error ${String(value)}. Correct or clear the cell.`);
  if (value === null) {
    if (cell?.type !== "formula") return "";
    throw refuse("has a formula without a stored value. Open the file in Excel or LibreOffice and save it.");
  }
  const format = cell?.style?.numFmt;
  if (value instanceof Date) return dayText(value, format);
  if (typeof value !== "number") return String(value);
  if (Number.isInteger(value) && !Number.isSafeInteger(value))
    throw refuse("has a number with more digits than a spreadsheet can store. Enter it again as text.");
  return numberText(value, format);
}

/**
 * Excel takes 1900 for a leap year; a cell with its 29 February is read as the 28th, so the number behind each is read
 * again: https://learn.microsoft.com/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year
 */
async function refuseLeapDay(
  path: string,
  bytes: Uint8Array,
  workbook: Workbook,
  sheet: Sheet,
): Promise<void> {
  const suspects = [...(sheet.cells ?? [])].filter(([, { value }]) => isDay(value, DAY_BEFORE));
  if (workbook.dateSystem === "1904" || suspects.length === 0) return;
  const numbers = sheetOf(await workbookOf(path, bytes, "1904"), sheet.name);
  const wrong = suspects.find(([place]) => isDay(numbers.cells?.get(place)?.value, DAY_60_OF_1904));
  if (!wrong) return;
  const [row = 0, column = 0] = wrong[0].split(",").map(Number);
  throw new PactError(
    "IMPORT_FAILED",
    `Cell ${cellRef(row, column)} of sheet "${sheet.name}" has 29 February 1900, a day that exists only in Excel. Correct it.`,
  );
}

const DAY_BEFORE = "1900-02-28";
/** What number 60, the 29 February 1900 of Excel, means in the other date system. */
const DAY_60_OF_1904 = "1904-03-01";

function isDay(value: Cell["value"] | undefined, day: string): boolean {
  return value instanceof Date && value.toISOString().startsWith(day);
}

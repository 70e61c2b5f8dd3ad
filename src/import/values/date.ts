import { isCalendarDay } from "../../model/edtf.js";
import type { DateValue } from "../mapping/definition.js";
import type { Columns } from "../read/record.js";
import { RowError } from "./row-error.js";
import { type Compiled, readColumn } from "./template.js";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
] as const;

/**
 * A date as a function that gives EDTF: from parts, as exact as they are known (year alone, year and month), or from
 * text in one of several forms. What fits no form, and a day that the calendar has not, is an error; nothing is guessed.
 */
export function compileDate(spec: DateValue): Compiled {
  const nulls = new Set(spec.nulls);
  if (spec.column !== undefined) return compileText(spec.column, spec.formats ?? ["yyyy-MM-dd"], nulls);
  return compileParts(spec, nulls);
}

function compileParts({ year, month, day }: DateValue, nulls: ReadonlySet<string>): Compiled {
  if (year === undefined) throw new RowError(null, "A date needs year, or column.");
  const part = (column: string | undefined, least: number, most: number) => {
    if (column === undefined) return () => null;
    const read = readColumn(column);
    return (columns: Columns) => {
      const text = read(columns)?.trim() ?? "";
      if (text === "" || nulls.has(text)) return null;
      const number = Number(text);
      if (/^\d+(\.0+)?$/.test(text) && number >= least && number <= most) return number;
      throw new RowError(column, `"${text}" is no number from ${least} to ${most}.`);
    };
  };
  const [years, months, days] = [part(year, 1, 9999), part(month, 1, 12), part(day, 1, 31)];
  return (columns) => {
    const y = years(columns);
    if (y === null) return null;
    const m = months(columns);
    const d = days(columns);
    if (d !== null && m === null && day !== undefined) throw new RowError(day, "A day without its month.");
    return edtfOf(y, m, d, day ?? year);
  };
}

function compileText(column: string, formats: readonly string[], nulls: ReadonlySet<string>): Compiled {
  const read = readColumn(column);
  const forms = formats.map(compileFormat);
  return (columns) => {
    const text = read(columns)?.trim().replace(/\s+/gu, " ") ?? "";
    if (text === "" || nulls.has(text)) return null;
    for (const form of forms) {
      const parts = form(text);
      if (parts) return edtfOf(parts.y, parts.m, parts.d, column);
    }
    throw new RowError(column, `"${text}" is no date of the form ${formats.join(" or ")}.`);
  };
}

interface Parts {
  readonly y: number;
  readonly m: number | null;
  readonly d: number | null;
}

const TOKENS: Readonly<Record<string, string>> = {
  yyyy: "(?<y>\\d{4})",
  MMMM: "(?<name>\\p{L}+)",
  MMM: "(?<name>\\p{L}{3})\\.?",
  MM: "(?<m>\\d{2})",
  M: "(?<m>\\d{1,2})",
  dd: "(?<d>\\d{2})",
  d: "(?<d>\\d{1,2})",
};

function compileFormat(format: string): (text: string) => Parts | undefined {
  const body = format.replace(/yyyy|MMMM|MMM|MM|M|dd|d|[^\p{L}]|\p{L}/gu, (token) => {
    const known = TOKENS[token];
    return known ?? token.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&");
  });
  const parts = [...body.matchAll(/\(\?<(\w+)>/g)].map((found) => found[1]);
  if (new Set(parts).size < parts.length)
    throw new RowError(null, `The format "${format}" has a part twice.`);
  const pattern = new RegExp(`^${body}$`, "u");
  return (text) => {
    const groups = pattern.exec(text)?.groups;
    if (!groups?.y) return undefined;
    const m = groups.name === undefined ? numberOr(groups.m) : monthOf(groups.name);
    if (m === undefined) return undefined;
    return { y: Number(groups.y), m, d: numberOr(groups.d) };
  };
}

function numberOr(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}

/** English names of months, whole or their first three letters. */
function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower);
  return index < 0 ? undefined : index + 1;
}

function edtfOf(year: number, month: number | null, day: number | null, column: string): string {
  const y = String(year).padStart(4, "0");
  if (month === null) return y;
  const m = String(month).padStart(2, "0");
  if (month < 1 || month > 12) throw new RowError(column, `There is no month ${month}.`);
  if (day === null) return `${y}-${m}`;
  const text = `${y}-${m}-${String(day).padStart(2, "0")}`;
  if (!isCalendarDay(text)) throw new RowError(column, `The calendar has no day ${text}.`);
  return text;
}

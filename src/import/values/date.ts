import { isCalendarDay } from "../../model/edtf.js";
import type { DateValue } from "../mapping/value-definition.js";
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
 * Compiles a date to a function that returns EDTF: from columns for year, month and day, as far as they are known, or
 * from text in one of several formats. Text that fits no format and nonexistent days are errors.
 */
export function compileDate(spec: DateValue): Compiled {
  const nulls = new Set(spec.nulls);
  if (spec.column !== undefined) return compileText(spec.column, spec.formats ?? ["yyyy-MM-dd"], nulls);
  return compileParts(spec, nulls);
}

function compileParts({ year, month, day }: DateValue, nulls: ReadonlySet<string>): Compiled {
  if (year === undefined) throw new RowError(null, "A date requires year or column.");
  const part = (column: string | undefined, least: number, most: number) => {
    if (column === undefined) return () => null;
    const read = readColumn(column);
    return (columns: Columns) => {
      const text = read(columns)?.trim() ?? "";
      if (text === "" || nulls.has(text)) return null;
      const number = Number(text);
      if (/^\d+(\.0+)?$/.test(text) && number >= least && number <= most) return number;
      throw new RowError(column, `"${text}" is not a number from ${least} to ${most}.`);
    };
  };
  const [years, months, days] = [part(year, 1, 9999), part(month, 1, 12), part(day, 1, 31)];
  return (columns) => {
    const y = years(columns);
    if (y === null) return null;
    const m = months(columns);
    const d = days(columns);
    if (d !== null && m === null && day !== undefined) throw new RowError(day, "The day has no month.");
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
    throw new RowError(column, `"${text}" is not a date in the format ${formats.join(" or ")}.`);
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
    throw new RowError(null, `The format "${format}" has a duplicate part.`);
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

/** English month names, in full or their first three letters. */
function monthOf(name: string): number | undefined {
  const lower = name.toLowerCase();
  const index = MONTHS.findIndex((month) => month === lower || month.slice(0, 3) === lower);
  return index < 0 ? undefined : index + 1;
}

function edtfOf(year: number, month: number | null, day: number | null, column: string): string {
  const y = String(year).padStart(4, "0");
  if (month === null) return y;
  const m = String(month).padStart(2, "0");
  if (month < 1 || month > 12) throw new RowError(column, `${month} is not a valid month.`);
  if (day === null) return `${y}-${m}`;
  const text = `${y}-${m}-${String(day).padStart(2, "0")}`;
  if (!isCalendarDay(text)) throw new RowError(column, `${text} is not a valid date.`);
  return text;
}

/** First and last possible day of a date as known, `YYYY-MM-DD`, both inclusive. */
export interface Days {
  readonly min: string;
  readonly max: string;
}

/** What an unknown or open start, and an unknown or open end, reach to. */
export const BEGINNING = "0001-01-01";
export const FOREVER = "9999-12-31";

/** The days that a date text may mean; it knows the forms of EDTF level 1 that the generator writes. */
export function daysOf(text: string): Days {
  const [start = "", end] = text.split("/");
  if (end === undefined) return daysOfDate(start);
  return {
    min: isUnbounded(start) ? BEGINNING : daysOfDate(start).min,
    max: isUnbounded(end) ? FOREVER : daysOfDate(end).max,
  };
}

function isUnbounded(side: string): boolean {
  return side === "" || side === "..";
}

/** Digits that are not known (X) range from 0 to 9; marks of doubt (? ~ %) change no bound. */
function daysOfDate(text: string): Days {
  const [year = "", month = "XX", day = "XX"] = text.replace(/[?~%]$/, "").split("-");
  const firstYear = year.replaceAll("X", "0");
  const lastYear = year.replaceAll("X", "9");
  const [firstMonth, lastMonth] = month === "XX" ? ["01", "12"] : [month, month];
  const [firstDay, lastDay] = day === "XX" ? ["01", lastDayOf(lastYear, lastMonth)] : [day, day];
  return { min: `${firstYear}-${firstMonth}-${firstDay}`, max: `${lastYear}-${lastMonth}-${lastDay}` };
}

function lastDayOf(year: string, month: string): string {
  const lengths = [31, isLeap(Number(year)) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return String(lengths[Number(month) - 1]);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The day before or after another. */
export function shiftDay(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Comparison by code point, as the database orders text. */
export function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

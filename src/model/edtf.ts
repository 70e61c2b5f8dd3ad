import edtf from "edtf";
import { PactError } from "../errors.js";

/** Earliest and latest possible day, `YYYY-MM-DD`, both inclusive. */
export interface DayBounds {
  readonly min: string;
  readonly max: string;
}

/** The first day that can be stored. It stands for an unknown start. */
export const FIRST_DAY = "0001-01-01";
/** The last day that can be stored. It stands for an open end. */
export const LAST_DAY = "9999-12-31";
/** The EDTF text of an open end. */
export const OPEN = "..";

/** The text for a date of which it is known that there is none, for example of a treaty that never entered into force. */
export const NONE = "none";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const HINT = "write 2018-06-11, 2018-06, 2018, 1984?, 193X, 2018-06-XX, 1990/1999 or 2019-08-02/..";

/** True if the text is a valid date. */
export function isCalendarDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/**
 * The bounds of an EDTF text (level 0 or 1, years 0001 to 9999).
 * An open or unknown side of an interval extends to FIRST_DAY or LAST_DAY.
 * Throws BAD_INPUT with a message that shows valid forms.
 */
export function parseEdtf(text: string): DayBounds {
  const sides = text.split("/");
  if (sides.length > 2) throw unreadable(text);
  const [start = "", end] = sides;
  if (end === undefined) return boundsOfDate(start, text);
  if (isUnbounded(start) && isUnbounded(end)) throw unreadable(text);
  const min = isUnbounded(start) ? FIRST_DAY : boundsOfDate(start, text).min;
  const max = isUnbounded(end) ? LAST_DAY : boundsOfDate(end, text).max;
  if (min > max) throw new PactError("BAD_INPUT", `The interval "${text}" ends before it begins.`);
  return { min, max };
}

/** True for a date with an earliest and a latest possible day. */
export function isBounded(text: string): boolean {
  try {
    const { min, max } = parseEdtf(text);
    return isCalendarDay(text) || (min > FIRST_DAY && max < LAST_DAY);
  } catch {
    return false;
  }
}

function isUnbounded(side: string): boolean {
  return side === "" || side === OPEN;
}

/** Dates repeat within a bundle, and the library takes a tenth of a millisecond for each. */
const known = new Map<string, DayBounds>();
const MAX_KNOWN = 20_000;

function boundsOfDate(side: string, whole: string): DayBounds {
  const found = known.get(side);
  if (found) return found;
  const bounds = readDate(side, whole);
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(side, bounds);
  return bounds;
}

function readDate(side: string, whole: string): DayBounds {
  // The library also accepts times of day and seasons.
  if (!/^-?[\dX]{4}(-[\dX]{2}){0,2}[?~%]?$/.test(side)) throw unreadable(whole);
  // The library reads 29 February of a common year as 1 March.
  const day = /^\d{4}-\d{2}-\d{2}/.exec(side)?.[0];
  if (day !== undefined && !isCalendarDay(day)) throw unreadable(whole);
  let parsed: ReturnType<typeof edtf>;
  try {
    parsed = edtf(side, { types: ["Date", "Year"] });
  } catch {
    throw unreadable(whole);
  }
  const bounds = { min: dayOf(parsed.min), max: dayOf(parsed.max) };
  if (!DAY.test(bounds.min) || !DAY.test(bounds.max) || bounds.min < FIRST_DAY) throw unreadable(whole);
  return bounds;
}

function dayOf(milliseconds: number): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
}

function unreadable(text: string): PactError {
  return new PactError("BAD_INPUT", `"${text}" is not a valid date in EDTF level 1; ${HINT}.`);
}

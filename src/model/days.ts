import { FIRST_DAY, LAST_DAY } from "./edtf.js";

/** The next day, but never later than LAST_DAY. */
export function dayAfter(day: string): string {
  return day >= LAST_DAY ? LAST_DAY : shifted(day, 1);
}

/** The previous day, but never earlier than FIRST_DAY. */
export function dayBefore(day: string): string {
  return day <= FIRST_DAY ? FIRST_DAY : shifted(day, -1);
}

/** The later of two days. */
export function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** The earlier of two days. */
export function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

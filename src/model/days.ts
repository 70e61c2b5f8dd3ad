import { FIRST_DAY, LAST_DAY } from "./edtf.js";

/** The day after; after the last day there is none but that. */
export function dayAfter(day: string): string {
  return day >= LAST_DAY ? LAST_DAY : shifted(day, 1);
}

/** The day before; before the first day there is none but that. */
export function dayBefore(day: string): string {
  return day <= FIRST_DAY ? FIRST_DAY : shifted(day, -1);
}

/** The later of two days, as text. */
export function laterOf(one: string, other: string): string {
  return [one, other].sort()[1] ?? other;
}

/** The earlier of two days, as text. */
export function earlierOf(one: string, other: string): string {
  return [one, other].sort()[0] ?? other;
}

function shifted(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

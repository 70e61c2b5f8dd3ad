import { en, type ParsedResult, ru } from "chrono-node";

/** A day that a text states. */
export interface StatedDay {
  /** YYYY-MM-DD, or YYYY-MM if the text states a month only. */
  readonly day: string;
  readonly text: string;
  /** The first character in the text, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** True if the text has day, month and year, and the day follows from nothing else. */
  readonly isWhole: boolean;
}

const PARSERS = { ru, en } as const;
const WEEK = 7;
const NEXT = /next|coming|следующ|будущ/i;

/**
 * The days that a text states. What is not whole, such as «в понедельник», "last Friday" or «11 июня», is read from the day of
 * the article; a weekday is the last one up to it, because a report tells of what was.
 */
export function datesIn(text: string, lang: keyof typeof PARSERS, articleDay?: string): readonly StatedDay[] {
  const instant = articleDay === undefined ? new Date() : new Date(`${articleDay}T12:00:00Z`);
  return PARSERS[lang]
    .parse(text, { instant, timezone: 0 })
    .flatMap((result) => statedDay(result, articleDay));
}

function statedDay(
  { index, text, start }: ParsedResult,
  articleDay: string | undefined,
): readonly StatedDay[] {
  const whole = (["year", "month", "day"] as const).every((part) => start.isCertain(part));
  const at = { text, start: index, end: index + text.length, isWhole: whole };
  if (start.isCertain("month") && !start.isCertain("day")) {
    // A month without its year could be of any year.
    return start.isCertain("year") ? [{ ...at, day: isoDay(start.date()).slice(0, 7) }] : [];
  }
  // A time of day alone is not a date.
  if (!start.isCertain("day") && !start.isCertain("weekday")) return [];
  const date = start.date();
  const isAhead = articleDay !== undefined && isoDay(date) > articleDay;
  if (start.isCertain("weekday") && !start.isCertain("day") && isAhead && !NEXT.test(text))
    date.setUTCDate(date.getUTCDate() - WEEK);
  return [{ ...at, day: isoDay(date) }];
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

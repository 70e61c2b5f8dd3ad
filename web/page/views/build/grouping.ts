import { type Asked, type Condition, filterKind, type Given, listOf, type Offer } from "./question.js";

/** How the rows of a question are counted. */
export interface Grouping {
  /** A property or a relation. */
  readonly by: string;
  /** The length of the periods, for a date. */
  readonly period: Period;
  /** A property that divides each count; empty for none. */
  readonly split: string;
  readonly form: Form;
}

/** The lengths of periods, with the number of digits of a year that tell one from another. */
const PERIODS = { YEAR: 4, DECADE: 3, CENTURY: 2 } as const;
export type Period = keyof typeof PERIODS;
export const PERIOD_NAMES = Object.keys(PERIODS).filter(isPeriod);

export const FORMS = ["bars", "lines", "areas", "panels"] as const;
export type Form = (typeof FORMS)[number];

/** The number of rows of one group. */
export interface Count {
  /** The value that is grouped by, and the text for it; null where none is recorded. */
  readonly key: string | null;
  readonly label: string | null;
  /** The value that divides the counts; null where none is recorded, undefined where nothing divides. */
  readonly part: string | null | undefined;
  readonly count: number;
}

/** The most groups that the API returns in one answer. */
export const MAX_GROUPS = 1000;

/** The grouping that an address has; undefined if it has none, or one that the type does not offer. */
export function groupingOf(
  { by = "", period = "", split = "", form = "" }: Readonly<Record<string, string | undefined>>,
  { filters }: Offer,
): Grouping | undefined {
  if (!filters.has(by)) return undefined;
  const isDate = filterKind(filters.get(by)) === "date";
  return {
    by,
    period: isPeriod(period) ? period : "DECADE",
    split: divides(filters.get(split)) && split !== by ? split : "",
    form: (isDate && FORMS.find((one) => one === form)) || "bars",
  };
}

function isPeriod(text: string): text is Period {
  return Object.hasOwn(PERIODS, text);
}

/** True for the filter of a property with few values, which can divide counts. */
export function divides(filter: string | undefined): boolean {
  const kind = filterKind(filter);
  return kind === "code" || kind === "flag";
}

/** The query of the counts of a question. */
export function groupsQueryOf(question: Asked, grouping: Grouping, offer: Offer, given: Given): string {
  const by = keysOf(grouping, offer, given).join(", ");
  const order = isOrdered(grouping, offer) ? "KEY" : "COUNT";
  const groups = `groups(by: [${by}], orderBy: ${order}, first: ${MAX_GROUPS}) { keys count }`;
  return `query Groups {\n  ${listOf(question, offer, given)} {\n    aggregate {\n      ${groups}\n    }\n  }\n}`;
}

function keysOf({ by, period, split }: Grouping, { filters }: Offer, { lang }: Given): readonly string[] {
  const kind = filterKind(filters.get(by));
  const name = (path: string, more = "") => `{path: ${JSON.stringify(path)}${more}}`;
  const main =
    kind === "relation"
      ? [name(`${by}.node.id`), name(`${by}.node.name`, `, lang: ${JSON.stringify(lang)}`)]
      : [name(by, kind === "date" ? `, bucket: ${period}` : "")];
  return split ? [...main, name(split)] : main;
}

/** Dates and numbers have an order of their own; other groups begin with the largest. */
function isOrdered({ by }: Grouping, { filters }: Offer): boolean {
  return ["date", "number"].includes(filterKind(filters.get(by)) ?? "");
}

/** The groups of an answer as counts. */
export function countsOf(
  groups: readonly { readonly keys: readonly (string | null)[]; readonly count: number }[],
  { by, split }: Grouping,
  { filters }: Offer,
): readonly Count[] {
  const isRelation = filterKind(filters.get(by)) === "relation";
  return groups.map(({ keys, count }) => ({
    key: keys[0] ?? null,
    label: keys[isRelation ? 1 : 0] ?? null,
    part: split ? (keys.at(-1) ?? null) : undefined,
    count,
  }));
}

/** The conditions that the rows of a count satisfy, and no others. */
export function conditionsOf(count: Count, grouping: Grouping, offer: Offer): readonly Condition[] {
  const { part } = count;
  const main = mainCondition(count, grouping, offer);
  return part === undefined ? [main] : [main, isEqual(grouping.split, part)];
}

/** The conditions of the rows with the same key as a count, and with none of these parts. */
export function conditionsOfOthers(
  count: Count,
  grouping: Grouping,
  offer: Offer,
  parts: Iterable<Count["part"]>,
): readonly Condition[] {
  const main = mainCondition(count, grouping, offer);
  return [main, ...[...parts].map((part) => isNot(grouping.split, part ?? null))];
}

function mainCondition({ key }: Count, { by }: Grouping, { filters }: Offer): Condition {
  return filterKind(filters.get(by)) === "relation" ? isRelatedTo(by, key) : isEqual(by, key);
}

function isRelatedTo(field: string, id: string | null): Condition {
  return id === null ? { field, how: "missing", value: "" } : { field, how: "some", value: id };
}

function isEqual(field: string, value: string | null): Condition {
  return value === null ? { field, how: "isNull", value: "" } : { field, how: "eq", value };
}

function isNot(field: string, value: string | null): Condition {
  return value === null ? { field, how: "isSet", value: "" } : { field, how: "ne", value };
}

/** All periods from the first to the last, so that one without rows is drawn as none. */
export function periodsOf(counts: readonly Count[], period: Period): readonly string[] {
  const digits = PERIODS[period];
  const numbers = counts.flatMap(({ key }) => (key === null ? [] : [Number(key.slice(0, digits))]));
  if (numbers.length === 0) return [];
  const first = Math.min(...numbers);
  const length = Math.max(...numbers) - first + 1;
  return Array.from({ length }, (_, at) =>
    String(first + at)
      .padStart(digits, "0")
      .padEnd(4, "X"),
  );
}

/** The year in which a period begins. */
export function yearOf(period: string): number {
  return Number(period.replaceAll("X", "0"));
}

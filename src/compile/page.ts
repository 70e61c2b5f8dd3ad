import type { PagePlan, SortKeyPlan } from "../plan/plan.js";
import { sortExpression } from "./value.js";

/** One key of an order as an expression. */
export interface SortKey {
  readonly expression: string;
  readonly descending: boolean;
  /** True when it can be unset; such rows come last, whatever the direction. */
  readonly nullable: boolean;
  /** True for days and instants, which a cursor carries as text. */
  readonly temporal: boolean;
}

/** All sort keys of a list; the last one is unique, so that the order is total. */
export type SortKeys = readonly SortKey[];

/** A key that is never unset and goes upwards. */
export function plainKey(expression: string): SortKey {
  return { expression, descending: false, nullable: false, temporal: false };
}

/** The keys of a page: those asked for, under the variables that `carriedKeys` gives them, then the ids. */
export function sortKeys({ n, keys }: PagePlan, ids: readonly string[]): SortKeys {
  const asked = keys.map(({ kind, value, descending }, index) => ({
    expression: keyVariable(n, index),
    descending,
    nullable: value.kind !== "count" && value.kind !== "name" && value.kind !== "type",
    temporal: kind === "date" || kind === "datetime",
  }));
  return [...asked, ...ids.map(plainKey)];
}

/** What a WITH carries for the keys that were asked for: each is computed once. */
export function carriedKeys({ n, keys }: PagePlan): readonly string[] {
  return keys.map((key: SortKeyPlan, index) => `${sortExpression(key)} AS ${keyVariable(n, index)}`);
}

/** The variables that `carriedKeys` makes. */
export function keyVariables({ n, keys }: PagePlan): readonly string[] {
  return keys.map((_, index) => keyVariable(n, index));
}

function keyVariable(n: number, index: number): string {
  return `k${n}_${index}`;
}

/** The values of the keys of a row as a cursor carries them. */
export function keyList(keys: SortKeys): string {
  const texts = keys.map(({ expression, temporal }) => (temporal ? `toString(${expression})` : expression));
  return `[${texts.join(", ")}]`;
}

/** Conditions that leave only the rows between the cursors. */
export function cursorConditions(page: PagePlan, keys: SortKeys): readonly string[] {
  return [
    ...(page.after ? [beyond(keys, "after", page.n)] : []),
    ...(page.before ? [beyond(keys, "before", page.n)] : []),
  ];
}

/** Conditions that find the rows outside a cursor, the row of the cursor included. */
export function outsideConditions(page: PagePlan, keys: SortKeys): { before?: string; behind?: string } {
  const outside = (side: Side) => {
    const inside = beyond(keys, side, page.n);
    return keys.some(({ nullable }) => nullable) ? `NOT coalesce(${inside}, false)` : `NOT ${inside}`;
  };
  return {
    ...(page.after ? { before: outside("after") } : {}),
    ...(page.before ? { behind: outside("before") } : {}),
  };
}

/** ORDER BY and LIMIT of one page; a page from the end is read backwards. */
export function orderAndLimit(page: PagePlan, keys: SortKeys): string {
  const reverse = page.backward ? " DESC" : "";
  const terms = keys.flatMap(({ expression, descending, nullable }) => [
    ...(nullable ? [`${expression} IS NULL${reverse}`] : []),
    expression + (descending === page.backward ? "" : " DESC"),
  ]);
  return `ORDER BY ${terms.join(", ")} LIMIT $limit${page.n}`;
}

type Side = "after" | "before";

function beyond(keys: SortKeys, side: Side, n: number): string {
  const level = (index: number): string => {
    const key = keys[index];
    if (!key) return "false";
    const value = `$${side}${n}_${index}`;
    const here = strictly(key, side, value);
    return index === keys.length - 1 ? here : `(${here} OR ${same(key, value)} AND ${level(index + 1)})`;
  };
  const [first, ...rest] = keys;
  // The leading key also stands alone, so that an index on it can be used.
  return rest.length && first && !first.nullable
    ? `(${first.expression} ${signOf(first, side)}= $${side}${n}_0 AND ${level(0)})`
    : `(${level(0)})`;
}

function signOf({ descending }: SortKey, side: Side): "<" | ">" {
  return (side === "after") === descending ? "<" : ">";
}

function strictly(key: SortKey, side: Side, value: string): string {
  const { expression, nullable } = key;
  const compared = `${expression} ${signOf(key, side)} ${value}`;
  if (!nullable) return compared;
  const [fails, holds] = side === "after" ? [value, expression] : [expression, value];
  return `CASE WHEN ${fails} IS NULL THEN false WHEN ${holds} IS NULL THEN true ELSE ${compared} END`;
}

function same({ expression, nullable }: SortKey, value: string): string {
  return nullable
    ? `(${expression} = ${value} OR (${expression} IS NULL AND ${value} IS NULL))`
    : `${expression} = ${value}`;
}

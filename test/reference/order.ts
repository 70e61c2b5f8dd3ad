import { compareText } from "./days.js";
import { type PathContext, valueAt } from "./path.js";
import type { Seen } from "./seen.js";
import type { Value } from "./value.js";

/** What an element is sorted by; null where it is unset. */
export type Key = string | number | boolean | null;
export type Keys = readonly Key[];

/** A key of an order. */
export interface OrderKey {
  readonly by: string;
  readonly direction?: string;
  readonly lang?: string;
}

/** The keys of the argument `orderBy`. */
export function orderOf(orderBy: unknown): readonly OrderKey[] {
  return Array.isArray(orderBy) ? orderBy : [];
}

/** The sort keys of an element: those asked for, then what tells it from all others. */
export function keysOf(context: PathContext, seen: Seen, order: readonly OrderKey[]): Keys {
  const own = order.map(({ by, lang }) => keyOf(valueAt({ ...context, lang }, seen, by)));
  return [...own, seen.node.id, ...(seen.kind === "edge" ? [seen.assertion.id] : [])];
}

/** Compares sort keys; those beyond the order are ascending. */
export function compareKeys(one: Keys, other: Keys, order: readonly OrderKey[]): number {
  for (const [index, key] of one.entries()) {
    const difference = compareKey(key, other[index] ?? null, order[index]?.direction === "DESC");
    if (difference) return difference;
  }
  return 0;
}

/** Compares two keys; what is unset comes last in both directions. */
export function compareKey(one: Key, other: Key, descending: boolean): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const upwards = typeof one === "string" ? compareText(one, String(other)) : Number(one) - Number(other);
  return descending ? -upwards : upwards;
}

/** By what a value is sorted: a date by its first possible day, a name without regard to case and ё. */
export function keyOf({ kind, shown, days, isName }: Value): Key {
  if (shown === undefined || shown === null) return null;
  if (days) return days.min;
  if (kind === "datetime") return Date.parse(String(shown));
  if (typeof shown === "number" || typeof shown === "boolean") return shown;
  return isName ? String(shown).toLowerCase().replaceAll("ё", "е") : String(shown);
}

import type { Keys } from "./order.js";

const MARK = "cursor of the reference ";

/** The reference's own cursor: which list, and the sort keys of the element. */
export function cursorOf(list: string, keys: Keys): string {
  return MARK + JSON.stringify([list, ...keys]);
}

/** True for the reference's own cursors. */
export function isCursor(value: unknown): value is string {
  return typeof value === "string" && value.startsWith(MARK);
}

/** The sort keys in a cursor of the reference. */
export function keysOfCursor(cursor: unknown): Keys | undefined {
  if (!isCursor(cursor)) return undefined;
  const parts: unknown = JSON.parse(cursor.slice(MARK.length));
  return Array.isArray(parts) ? parts.slice(1) : undefined;
}

import { createHash } from "node:crypto";
import { PactError } from "../errors.js";
import { isCalendarDay } from "../model/edtf.js";
import type { SortKind } from "./kinds/pages.js";

/** The value of a sort key. Days and instants are text, and null means that the value is unset. */
export type SortKeyValue = string | number | boolean | null;
/** The values of the sort keys of one row, in order. */
export type SortKeys = readonly SortKeyValue[];

/** A short text that identifies a list with its order and conditions. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 10);
}

/** An opaque cursor: the position of a row, and the fingerprint of its list. */
export function encodeCursor(fingerprint: string, keys: SortKeys): string {
  return Buffer.from(JSON.stringify([fingerprint, ...keys]), "utf8").toString("base64url");
}

/**
 * Reads the sort keys from a cursor.
 * @param kinds the types of the sort keys of the list
 * @throws BAD_CURSOR if the cursor is damaged or belongs to another list
 */
export function decodeCursor(cursor: string, fingerprint: string, kinds: readonly SortKind[]): SortKeys {
  const [owner, ...keys] = parseParts(cursor) ?? [];
  if (typeof owner === "string" && owner !== fingerprint) {
    throw new PactError(
      "BAD_CURSOR",
      "This cursor belongs to another list, order or condition. Start again from the first page.",
    );
  }
  if (
    typeof owner !== "string" ||
    keys.length !== kinds.length ||
    !keys.every((key, i) => fits(key, kinds[i]))
  ) {
    throw new PactError(
      "BAD_CURSOR",
      "This cursor is damaged. Use a cursor from pageInfo or edges of the same list.",
    );
  }
  return keys;
}

function fits(key: SortKeyValue, kind: SortKind | undefined): boolean {
  if (key === null) return true;
  switch (kind) {
    case "number":
      return typeof key === "number";
    case "boolean":
      return typeof key === "boolean";
    case "date":
      return typeof key === "string" && isCalendarDay(key);
    case "datetime":
      return typeof key === "string" && !Number.isNaN(Date.parse(key));
    default:
      return typeof key === "string";
  }
}

function parseParts(cursor: string): SortKeys | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) && parts.every(isKeyValue) ? parts : undefined;
  } catch {
    return undefined;
  }
}

function isKeyValue(part: unknown): part is SortKeyValue {
  return part === null || ["string", "number", "boolean"].includes(typeof part);
}

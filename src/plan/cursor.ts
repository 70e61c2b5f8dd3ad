import { createHash } from "node:crypto";
import { PactError } from "../errors.js";

/** The values of the sort keys of one row, in order. */
export type SortKeys = readonly string[];

/** A short text that is the same for the same list, order and conditions only. */
export function fingerprintOf(...parts: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("base64url").slice(0, 10);
}

/** An opaque cursor: the place of a row in a list, and which list it is. */
export function encodeCursor(fingerprint: string, keys: SortKeys): string {
  return Buffer.from(JSON.stringify([fingerprint, ...keys]), "utf8").toString("base64url");
}

/** The sort keys in a cursor. Throws BAD_CURSOR when it is damaged or belongs to another list. */
export function decodeCursor(cursor: string, fingerprint: string, count: number): SortKeys {
  const [owner, ...keys] = parseParts(cursor) ?? [];
  if (owner !== undefined && owner !== fingerprint) {
    throw new PactError(
      "BAD_CURSOR",
      "This cursor belongs to another list, order or condition. Ask for the first page anew.",
    );
  }
  if (owner === undefined || keys.length !== count) {
    throw new PactError(
      "BAD_CURSOR",
      "This cursor is damaged. Take one from pageInfo or edges of the same list.",
    );
  }
  return keys;
}

function parseParts(cursor: string): readonly string[] | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(parts) && parts.every((part) => typeof part === "string") ? parts : undefined;
  } catch {
    return undefined;
  }
}

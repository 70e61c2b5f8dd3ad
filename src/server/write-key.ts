import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { PactError } from "../errors.js";

/** The header that carries the write key. */
const WRITE_KEY_HEADER = "x-pactgraph-key";

/** True when the request carries the write key. */
export function hasWriteKey(headers: IncomingHttpHeaders, key: string | undefined): boolean {
  const given = headers[WRITE_KEY_HEADER];
  return Boolean(key) && typeof given === "string" && sameText(given, key ?? "");
}

/** Throws FORBIDDEN unless the request has the server's write key. An empty key counts as no key. */
export function requireWriteKey(headers: IncomingHttpHeaders, key: string | undefined): void {
  if (!key) {
    throw new PactError(
      "FORBIDDEN",
      "This server is read-only. Start it with PACTGRAPH_WRITE_KEY to enable writes and explain.",
    );
  }
  if (!hasWriteKey(headers, key)) {
    throw new PactError("FORBIDDEN", `This requires the write key in the header ${WRITE_KEY_HEADER}.`);
  }
}

/** Compares in constant time, whatever the lengths. */
function sameText(one: string, other: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

import { createHash } from "node:crypto";
import type { Request, Response } from "express";

/** Caches may keep a response, but must ask each time whether it is still current. */
const ASK_AGAIN = "no-cache";

/**
 * The tag of what answers a request at a revision of the data: https://www.rfc-editor.org/rfc/rfc9110#name-etag. Weak,
 * because the bytes also depend on the compression.
 */
export function etagOf(revision: string, ...asked: readonly string[]): string {
  const hash = createHash("sha256").update(JSON.stringify([revision, ...asked]));
  return `W/"${hash.digest("base64url").slice(0, 22)}"`;
}

/** True if a request has a tag for a response that it may not need again. */
export function isConditional({ method, headers }: Request): boolean {
  return (method === "GET" || method === "HEAD") && headers["if-none-match"] !== undefined;
}

/**
 * Answers 304 if the client of a conditional request has the response with this tag; otherwise notes the tag for the
 * response that follows.
 */
export function answeredByTag(request: Request, response: Response, etag: string): boolean {
  noteTag(response, etag);
  const known = (request.headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim());
  if (!known.includes(etag) && !known.includes("*")) return false;
  response.status(304).end();
  return true;
}

export function noteTag(response: Response, etag: string): void {
  response.set({ etag, "cache-control": ASK_AGAIN });
}

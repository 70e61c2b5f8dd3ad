import { json, type RequestHandler } from "express";
import { hasWriteKey } from "./write-key.js";

/** Maximum size of a request body without the write key, and with it. */
export const MAX_BODY = "1mb";
const MAX_WRITE_BODY = "20mb";

/** Parses the body as JSON. Only requests with the write key may be large: they may contain bundles. */
export function jsonBody(writeKey: string | undefined): RequestHandler {
  const [small, large] = [json({ limit: MAX_BODY }), json({ limit: MAX_WRITE_BODY })];
  return (request, response, next) =>
    (hasWriteKey(request.headers, writeKey) ? large : small)(request, response, next);
}

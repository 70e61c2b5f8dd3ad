import { isUtf8 } from "node:buffer";
import type { IncomingMessage, ServerResponse } from "node:http";
import { json, type RequestHandler } from "express";
import { includes } from "../access/roles.js";
import { PactError } from "../errors.js";
import { senderOf } from "./access.js";

/** Maximum size of a request body without the key of a curator, and with it. */
export const MAX_BODY = "1mb";
const MAX_WRITE_BODY = "20mb";

/** Parses the body as JSON. Only requests of curators may be large: they may contain bundles. */
export function jsonBody(): RequestHandler {
  const small = json({ limit: MAX_BODY, verify: requireUtf8 });
  const large = json({ limit: MAX_WRITE_BODY, verify: requireUtf8 });
  return (request, response, next) => {
    const sender = senderOf(response);
    return (sender && includes(sender.role, "curator") ? large : small)(request, response, next);
  };
}

/** Bytes that are not UTF-8 would become replacement characters, and with them another text. */
function requireUtf8(
  _request: IncomingMessage,
  _response: ServerResponse,
  body: Buffer,
  encoding: string,
): void {
  if (encoding.toLowerCase() === "utf-8" && !isUtf8(body))
    throw new PactError("BAD_INPUT", "The body is not valid UTF-8. Encode it as UTF-8.");
}

import { json, type RequestHandler } from "express";
import { includes } from "../access/roles.js";
import { senderOf } from "./access.js";

/** Maximum size of a request body without the key of a curator, and with it. */
export const MAX_BODY = "1mb";
const MAX_WRITE_BODY = "20mb";

/** Parses the body as JSON. Only requests of curators may be large: they may contain bundles. */
export function jsonBody(): RequestHandler {
  const [small, large] = [json({ limit: MAX_BODY }), json({ limit: MAX_WRITE_BODY })];
  return (request, response, next) => {
    const sender = senderOf(response);
    return (sender && includes(sender.role, "curator") ? large : small)(request, response, next);
  };
}

import { PactError } from "../errors.js";

/** The reason of a change, without spaces around it. Throws BAD_INPUT if it is empty. */
export function requireReason(text: string): string {
  const reason = text.trim();
  if (!reason) throw new PactError("BAD_INPUT", "Specify a reason; it is kept in the record.");
  return reason;
}

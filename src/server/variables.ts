import { PactError } from "../errors.js";

/** The variables of a request: an object in a body, JSON in an address. Throws BAD_INPUT. */
export function variablesOf(given: unknown): Readonly<Record<string, unknown>> {
  if (given === undefined || given === null || given === "") return {};
  let value = given;
  if (typeof given === "string") {
    try {
      value = JSON.parse(given);
    } catch {
      throw new PactError("BAD_INPUT", "variables must be a JSON object.");
    }
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new PactError("BAD_INPUT", "variables must be a JSON object.");
}

import { PactError } from "../errors.js";
import { TemporalValue } from "../statement/parameters.js";

/** An instant as a parameter; a day means its begin, in UTC. Throws BAD_INPUT. */
export function instantParameter(text: string): TemporalValue {
  const at = new Date(text);
  if (Number.isNaN(at.getTime()))
    throw new PactError("BAD_INPUT", `"${text}" is not a valid time or day, for example 2027-12-31.`);
  return new TemporalValue("datetime", at.toISOString());
}

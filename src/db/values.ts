import neo4j from "neo4j-driver";
import { type Parameters, type ParameterValue, TemporalValue } from "../statement/parameters.js";

/** Converts parameters to driver types: integers, and temporal values for days and instants. */
export function toDriver(parameters: Parameters): Record<string, unknown> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, convert(value)]));
}

function convert(value: ParameterValue): unknown {
  if (value instanceof TemporalValue) {
    return value.type === "date" ? dayValue(value.text) : instantValue(value.text);
  }
  if (typeof value === "number") return Number.isInteger(value) ? neo4j.int(value) : value;
  if (isList(value)) return value.map(convert);
  return typeof value === "object" && value !== null ? toDriver(value) : value;
}

function isList(value: ParameterValue): value is readonly ParameterValue[] {
  return Array.isArray(value);
}

/** A calendar day `YYYY-MM-DD` as the driver's Date; no time zone is involved. */
function dayValue(text: string): unknown {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return new neo4j.types.Date(neo4j.int(year), neo4j.int(month), neo4j.int(day));
}

/** Digits of nanoseconds in a second. */
const NANO_DIGITS = 9;

/** An instant as the driver's DateTime, in UTC. A fraction of a second keeps its nanoseconds. */
function instantValue(text: string): unknown {
  const at = new Date(text);
  const day = [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()] as const;
  const time = [at.getUTCHours(), at.getUTCMinutes(), at.getUTCSeconds()] as const;
  const fraction = /\.(\d{1,9})/.exec(text)?.[1] ?? "";
  return new neo4j.types.DateTime(...day, ...time, Number(fraction.padEnd(NANO_DIGITS, "0")), 0);
}

/** Converts a database value to a row value: days and instants become ISO text. */
export function fromDriver(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromDriver);
  return neo4j.isDate(value as object) || neo4j.isDateTime(value as object) ? String(value) : value;
}

import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { MAX_HOPS } from "./bounds.js";
import { isCalendarDay, parseEdtf } from "./edtf.js";

function textScalar(name: string, description: string, check: (text: string) => string): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw badInput(`Write ${name} as text in quotes.`);
    return check(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node) => {
      if (node.kind !== Kind.STRING) throw badInput(`Write ${name} as text in quotes.`);
      return check(node.value);
    },
  });
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_INPUT" } });
}

/** A calendar day, `YYYY-MM-DD`. */
export const DateScalar = textScalar("Date", "A calendar day, for example 2018-06-11.", (text) => {
  if (!isCalendarDay(text)) throw badInput(`"${text}" is not a valid date; write it as 2018-06-11.`);
  return text;
});

/** A date in EDTF level 1, kept exactly as written. */
export const EdtfScalar = textScalar(
  "EDTF",
  "A date or interval in EDTF level 1: 2018-06-11, 2018-06, 1984?, 193X, 1990/1999, 2019-08-02/..",
  (text) => {
    parseEdtf(text);
    return text;
  },
);

/** An instant, ISO 8601 with a time zone. */
export const DateTimeScalar = textScalar(
  "DateTime",
  "An instant with a time zone, for example 2026-01-01T00:00:00Z.",
  (text) => {
    const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
    if (!pattern.test(text) || !isCalendarDay(text.slice(0, 10)) || Number.isNaN(Date.parse(text))) {
      throw badInput(`"${text}" is not a valid instant; write it as 2026-01-01T00:00:00Z.`);
    }
    return text;
  },
);

/** Names of the model joined by dots. The path decides what the query reads, so it is not just a value. */
export const PathScalar = textScalar(
  "Path",
  'Names joined by dots: a path such as node.region or parties.count, or a name given with "as".',
  (text) => {
    if (text.length <= 200 && /^\w+(\.\w+)*$/.test(text)) return text;
    throw badInput(`"${text}" is not a path; write names joined by dots, for example node.region.`);
  },
);

/** A number of hops. It decides what the query reads, so it is not just a value. */
export const HopsScalar = new GraphQLScalarType({
  name: "Hops",
  description: `A number of hops, from 1 to ${MAX_HOPS}.`,
  serialize: (value) => value,
  parseValue: hops,
  parseLiteral: (node) => hops(node.kind === Kind.INT ? Number(node.value) : undefined),
});

function hops(value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MAX_HOPS) return value;
  throw badInput(`The number of hops must be a whole number from 1 to ${MAX_HOPS}.`);
}

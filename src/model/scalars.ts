import { GraphQLError, GraphQLScalarType, Kind } from "graphql";
import { MAX_HOPS } from "./bounds.js";
import { isCalendarDay, parseEdtf } from "./edtf.js";

interface TextScalar {
  readonly name: string;
  readonly description: string;
  /** The address of the specification of its values, for tools that format or check them. */
  readonly specifiedByURL: string;
}

function textScalar(
  { name, description, specifiedByURL }: TextScalar,
  check: (text: string) => string,
): GraphQLScalarType {
  const parse = (value: unknown): string => {
    if (typeof value !== "string") throw badInput(`Write ${name} as text in quotes.`);
    return check(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    specifiedByURL,
    serialize: (value) => value,
    parseValue: parse,
    parseLiteral: (node) => {
      if (node.kind !== Kind.STRING) throw badInput(`Write ${name} as text in quotes.`);
      return check(node.value);
    },
  });
}

/** The formats `full-date` and `date-time` of RFC 3339. */
const RFC_3339 = "https://www.rfc-editor.org/rfc/rfc3339#section-5.6";

/** Where a scalar is our own, the part of GraphQL that its values are made of. */
const GRAPHQL = "https://spec.graphql.org/October2021/";
const JSON_OBJECT = "https://www.rfc-editor.org/rfc/rfc8259#section-4";

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: "BAD_INPUT" } });
}

/** A calendar day, `YYYY-MM-DD`. */
export const DateScalar = textScalar(
  {
    name: "Date",
    description: "A calendar day, for example 2018-06-11.",
    specifiedByURL: RFC_3339,
  },
  (text) => {
    if (!isCalendarDay(text)) throw badInput(`"${text}" is not a valid date; write it as 2018-06-11.`);
    return text;
  },
);

/** A date in EDTF level 1, kept exactly as written. */
export const EdtfScalar = textScalar(
  {
    name: "EDTF",
    description:
      "A date or interval in EDTF level 1: 2018-06-11, 2018-06, 1984?, 193X, 1990/1999, 2019-08-02/..",
    specifiedByURL: "https://www.loc.gov/standards/datetime/",
  },
  (text) => {
    parseEdtf(text);
    return text;
  },
);

/** An instant, ISO 8601 with a time zone. */
export const DateTimeScalar = textScalar(
  {
    name: "DateTime",
    description: "An instant with a time zone, for example 2026-01-01T00:00:00Z.",
    specifiedByURL: RFC_3339,
  },
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
  {
    name: "Path",
    description:
      'Names joined by dots: a path such as node.region or parties.count, or a name given with "as".',
    specifiedByURL: `${GRAPHQL}#sec-Names`,
  },
  (text) => {
    if (text.length <= 200 && /^\w+(\.\w+)*$/.test(text)) return text;
    throw badInput(`"${text}" is not a path; write names joined by dots, for example node.region.`);
  },
);

/** Codes by scheme. An object, so that each scheme is a column of a table. */
export const CodesScalar = new GraphQLScalarType<unknown>({
  name: "Codes",
  description: 'The code for each scheme, for example {"cow": "365", "gw": null}.',
  specifiedByURL: JSON_OBJECT,
});

/** A number of hops. It decides what the query reads, so it is not just a value. */
export const HopsScalar = new GraphQLScalarType({
  name: "Hops",
  description: `A number of hops, from 1 to ${MAX_HOPS}.`,
  specifiedByURL: `${GRAPHQL}#sec-Int`,
  serialize: (value) => value,
  parseValue: hops,
  parseLiteral: (node) => hops(node.kind === Kind.INT ? Number(node.value) : undefined),
});

function hops(value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= MAX_HOPS) return value;
  throw badInput(`The number of hops must be a whole number from 1 to ${MAX_HOPS}.`);
}

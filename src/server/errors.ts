import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { ERROR_CODES, type ErrorCode, PactError } from "../errors.js";

/** Codes of Apollo and GraphQL, and which of ours they are. */
const KNOWN: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: "GRAPHQL_PARSE_FAILED",
  GRAPHQL_VALIDATION_FAILED: "GRAPHQL_VALIDATION_FAILED",
  BAD_USER_INPUT: "BAD_INPUT",
  BAD_REQUEST: "BAD_INPUT",
  OPERATION_RESOLUTION_FAILURE: "BAD_INPUT",
  PERSISTED_QUERY_NOT_FOUND: "PERSISTED_QUERY_NOT_SUPPORTED",
};

/** The one place where errors become answers: intended ones with their code, all others masked and logged. */
export function errorFormatter(log: Logger) {
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const cause = unwrapResolverError(thrown);
    const code = codeOf(formatted, cause);
    const { locations, path } = formatted;
    const place = { ...(locations ? { locations } : {}), ...(path ? { path } : {}) };
    if (code === "INTERNAL") {
      log.error({ err: cause, path }, "unexpected error");
      return { message: INTERNAL_MESSAGE, ...place, extensions: { code } };
    }
    if (code === "DATABASE_UNAVAILABLE") log.warn({ err: cause }, "database unavailable");
    const details = cause instanceof PactError ? cause.details : {};
    return { message: formatted.message, ...place, extensions: { code, ...details } };
  };
}

/** What a person sees of an error that is ours. */
export const INTERNAL_MESSAGE = "Internal error. It has been logged; please report the request.";

function codeOf(formatted: GraphQLFormattedError, cause: unknown): ErrorCode {
  if (cause instanceof PactError) return cause.code;
  // What GraphQL itself refuses before any field is run, for example a subscription where there is none.
  if (cause instanceof GraphQLError && !cause.originalError && !cause.path && !cause.extensions.code)
    return "GRAPHQL_VALIDATION_FAILED";
  const code = formatted.extensions?.code;
  if (typeof code !== "string") return "INTERNAL";
  const known = KNOWN[code];
  if (known) return known;
  return cause instanceof GraphQLError && isErrorCode(code) ? code : "INTERNAL";
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

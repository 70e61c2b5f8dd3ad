import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import type { Logger } from "pino";
import { ERROR_CODES, type ErrorCode, PactError } from "../errors.js";

/** Maps error codes of Apollo and GraphQL to Pactgraph codes. */
const KNOWN: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: "GRAPHQL_PARSE_FAILED",
  GRAPHQL_VALIDATION_FAILED: "GRAPHQL_VALIDATION_FAILED",
  BAD_USER_INPUT: "BAD_INPUT",
  BAD_REQUEST: "BAD_INPUT",
  OPERATION_RESOLUTION_FAILURE: "BAD_INPUT",
  PERSISTED_QUERY_NOT_FOUND: "PERSISTED_QUERY_NOT_FOUND",
};

/** Formats errors for responses: known errors keep their code; all others are masked and logged. */
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

/** The message that clients get for an internal error. */
export const INTERNAL_MESSAGE = "Internal error. The error has been logged; please report your request.";

function codeOf(formatted: GraphQLFormattedError, cause: unknown): ErrorCode {
  if (cause instanceof PactError) return cause.code;
  // GraphQL rejects some requests before it runs any field, for example an unsupported subscription.
  if (cause instanceof GraphQLError && !cause.originalError && !cause.path && !cause.extensions.code)
    return "GRAPHQL_VALIDATION_FAILED";
  const code = formatted.extensions?.code;
  if (typeof code !== "string") return "INTERNAL";
  const known = Object.hasOwn(KNOWN, code) ? KNOWN[code] : undefined;
  if (known) return known;
  return cause instanceof GraphQLError && isErrorCode(code) ? code : "INTERNAL";
}

function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(ERROR_CODES, code);
}

/** All error codes in answers, logs and on the command line. The list is closed; see docs/errors.md. */
export const ERROR_CODES = {
  BAD_INPUT: "An argument or a value is invalid.",
  GRAPHQL_PARSE_FAILED: "The document is not valid GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The document does not match the schema.",
  PERSISTED_QUERY_NOT_FOUND: "No query with this hash is kept: send the query with its hash.",
  BAD_CURSOR: "The cursor is damaged, or belongs to another list, order or filter.",
  NOT_UNIQUE: "A code or name matches several nodes; the message lists them.",
  QUERY_TOO_LARGE: "The request exceeds the limits for one request.",
  BUNDLE_INVALID: "The bundle has errors; nothing was written.",
  MAPPING_INVALID: "The import mapping has errors.",
  IMPORT_FAILED: "The import failed; none of its data is visible to queries.",
  EXPORT_CHANGED: "The data changed during the export; the export is incomplete.",
  CONFLICT: "The data has changed, or an idempotency key was used for something else; nothing was written.",
  IMPORT_UNFINISHED:
    "Another import is running or was interrupted; writes are blocked until it finishes or is discarded.",
  FORBIDDEN: "This requires a key, or one with another role or for other sources.",
  DATABASE_UNAVAILABLE: "The database does not respond.",
  QUERY_TIMEOUT: "The database exceeded the time limit for one request.",
  CONFIG_INVALID: "The configuration has errors.",
  MIGRATION_CHANGED: "The text of an already applied migration has changed.",
  LOCAL_DATABASE: "The local database cannot be set up or started.",
  NOT_FOUND: "The requested item does not exist.",
  INTERNAL: "Internal error.",
} as const;

/** A code from the closed list. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** An error with a `code` for programs and a `message` that people can act on. */
export class PactError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "PactError";
  }
}

/** Every code an answer, a log line or the command line can carry. The list is closed; docs/errors.md documents it. */
export const ERROR_CODES = {
  BAD_INPUT: "An argument or a value is invalid.",
  GRAPHQL_PARSE_FAILED: "The document is not valid GraphQL.",
  GRAPHQL_VALIDATION_FAILED: "The document does not match the schema.",
  PERSISTED_QUERY_NOT_SUPPORTED: "Send the whole query: queries are not stored by hash.",
  BAD_CURSOR: "A cursor belongs to another list, order or filter, or is damaged.",
  NOT_UNIQUE: "A code or name fits several nodes; the message lists them.",
  QUERY_TOO_LARGE: "The request asks for more than one request may read.",
  BUNDLE_INVALID: "A bundle has errors; nothing was written.",
  MAPPING_INVALID: "A mapping for an import has errors.",
  IMPORT_FAILED: "An import cannot be done as it is; nothing of it can be read.",
  EXPORT_CHANGED: "The data changed while they were exported; the export is not whole.",
  IMPORT_UNFINISHED: "An import is running or was broken off; others write after it.",
  FORBIDDEN: "Writing needs the key that the server was started with.",
  DATABASE_UNAVAILABLE: "The database does not answer.",
  QUERY_TIMEOUT: "The database took longer than one request may take.",
  CONFIG_INVALID: "The configuration has errors.",
  MIGRATION_CHANGED: "A migration that was already applied has another text now.",
  LOCAL_DATABASE: "The local database cannot be set up or started.",
  NOT_FOUND: "The thing asked for does not exist.",
  INTERNAL: "An error of the service itself.",
} as const;

/** A code from the closed list. */
export type ErrorCode = keyof typeof ERROR_CODES;

/** An error that a person can act on: `code` for programs, `message` for people. */
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

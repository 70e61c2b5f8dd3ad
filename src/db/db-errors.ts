import { Neo4jError } from "neo4j-driver";
import { PactError } from "../errors.js";

const UNAVAILABLE = ["ServiceUnavailable", "SessionExpired", "N/A"];
const TIMEOUTS = [
  "Neo.ClientError.Transaction.TransactionTimedOut",
  "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
];
const ACQUISITION = /Connection acquisition timed out/;
const TOO_LARGE = [
  "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
  "Neo.TransientError.General.OutOfMemoryError",
];

/** What an error of the database means to the user; the driver's own words stay in the log. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  const make = (ours: ConstructorParameters<typeof PactError>[0], message: string) =>
    new PactError(ours, message, { databaseCode: code }, { cause: error });
  if (TIMEOUTS.includes(code)) return tookTooLong({ databaseCode: code }, { cause: error });
  // The driver has no code for a pool in which no connection became free.
  if (ACQUISITION.test(error.message)) return busy({ databaseCode: code }, { cause: error });
  if (TOO_LARGE.includes(code)) {
    return make("QUERY_TOO_LARGE", "This request needs more memory than it may use. Ask for smaller pages.");
  }
  if (code.startsWith("Neo.ClientError.Security") || code.startsWith("Neo.TransientError.Security")) {
    return make(
      "DATABASE_UNAVAILABLE",
      "The database refuses the login. Check NEO4J_USER and NEO4J_PASSWORD.",
    );
  }
  if (UNAVAILABLE.includes(code) || code.startsWith("Neo.TransientError") || error.retriable) {
    return unavailable({ databaseCode: code }, { cause: error });
  }
  return error;
}

/** The error of a request that took longer than one may. */
export function tookTooLong(
  details: Readonly<Record<string, unknown>> = {},
  options?: ErrorOptions,
): PactError {
  const message = "The database took too long for this request. Ask for less: smaller pages, fewer levels.";
  return new PactError("QUERY_TIMEOUT", message, details, options);
}

function busy(details: Readonly<Record<string, unknown>>, options: ErrorOptions): PactError {
  const message = "The service is busy with other requests. Try again shortly.";
  return new PactError("QUERY_TIMEOUT", message, details, options);
}

/** The error of a database that is not there at the moment. */
export function unavailable(
  details: Readonly<Record<string, unknown>> = {},
  options?: ErrorOptions,
): PactError {
  const message = "The database does not answer at the moment. Try again shortly.";
  return new PactError("DATABASE_UNAVAILABLE", message, details, options);
}

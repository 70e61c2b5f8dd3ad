import { Neo4jError } from "neo4j-driver";
import { PactError } from "../errors.js";

const UNAVAILABLE = ["ServiceUnavailable", "SessionExpired", "N/A"];
const TIMEOUTS = [
  "Neo.ClientError.Transaction.TransactionTimedOut",
  "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
];
/** The next connection logs in again. */
const EXPIRED = ["Neo.ClientError.Security.AuthorizationExpired"];
/** A transaction that cannot begin or end: the database has stopped after a fault, for example a full disk. */
const FAILED = "Neo.DatabaseError.Transaction.";
const ACQUISITION = /Connection acquisition timed out/;
const TOO_LARGE = [
  "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
  "Neo.TransientError.General.OutOfMemoryError",
  "Neo.TransientError.General.TransactionMemoryLimit",
  "Neo.TransientError.General.StackOverFlowError",
  "Neo.ClientError.General.TransactionOutOfMemoryError",
];

/** Translates a database error for the user; the driver's message appears only in the log. */
export function translateDatabaseError(error: unknown): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  const make = (ours: ConstructorParameters<typeof PactError>[0], message: string) =>
    new PactError(ours, message, { databaseCode: code }, { cause: error });
  if (TIMEOUTS.includes(code)) return tookTooLong({ databaseCode: code }, { cause: error });
  // The driver has no error code for an exhausted connection pool.
  if (ACQUISITION.test(error.message)) return busy({ databaseCode: code }, { cause: error });
  if (TOO_LARGE.includes(code)) {
    return make("QUERY_TOO_LARGE", "This request exceeds the memory limit. Request smaller pages.");
  }
  if (EXPIRED.includes(code)) return unavailable({ databaseCode: code }, { cause: error });
  if (code.startsWith("Neo.ClientError.Security") || code.startsWith("Neo.TransientError.Security")) {
    return make(
      "DATABASE_UNAVAILABLE",
      "The database rejected the login. Check NEO4J_USER and NEO4J_PASSWORD.",
    );
  }
  if (code.startsWith(FAILED)) {
    return make(
      "DATABASE_UNAVAILABLE",
      "The database has failed and must be restarted; a local one restarts by itself. Its log has the reason, for example a full disk.",
    );
  }
  if (UNAVAILABLE.includes(code) || code.startsWith("Neo.TransientError") || error.retriable) {
    return unavailable({ databaseCode: code }, { cause: error });
  }
  return error;
}

/** The error for a request that exceeded the time limit. */
export function tookTooLong(
  details: Readonly<Record<string, unknown>> = {},
  options?: ErrorOptions,
): PactError {
  const message = "The database took too long for this request. Request smaller pages or fewer levels.";
  return new PactError("QUERY_TIMEOUT", message, details, options);
}

function busy(details: Readonly<Record<string, unknown>>, options: ErrorOptions): PactError {
  const message = "The service is busy with other requests. Try again in a moment.";
  return new PactError("QUERY_TIMEOUT", message, details, options);
}

/** The error for a database that is currently unavailable. */
export function unavailable(
  details: Readonly<Record<string, unknown>> = {},
  options?: ErrorOptions,
): PactError {
  const message = "The database is not responding. Try again in a moment.";
  return new PactError("DATABASE_UNAVAILABLE", message, details, options);
}

import { Neo4jError } from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { tookTooLong, translateDatabaseError, unavailable } from "../../../src/db/db-errors.js";
import { PactError } from "../../../src/errors.js";

const DRIVER_WORDS = "MATCH (n) failed at bolt://10.0.0.5:7687";

/** An error as the driver throws it: only its code and its words matter here. */
function driverError(code: string, message = DRIVER_WORDS): Neo4jError {
  return new Neo4jError(message, code, "", "");
}

function translated(error: Neo4jError): PactError {
  const ours = translateDatabaseError(error);
  if (!(ours instanceof PactError)) throw new Error(`${error.code} was not translated.`);
  return ours;
}

describe("an error of the database", () => {
  it.each([
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration",
  ])("is QUERY_TIMEOUT with the advice to ask for less when the transaction timed out: %s", (code) => {
    const { code: ours, message } = translated(driverError(code));
    expect(ours).toBe("QUERY_TIMEOUT");
    expect(message).toMatch(/took too long.*Request smaller pages/);
  });

  it("is QUERY_TIMEOUT with the advice to try again when no connection became free", () => {
    const error = driverError("N/A", "Connection acquisition timed out in 30000 ms. Pool status: Active 100");
    const { code, message } = translated(error);
    expect(code).toBe("QUERY_TIMEOUT");
    expect(message).toMatch(/busy.*Try again/);
  });

  it.each([
    "Neo.TransientError.General.MemoryPoolOutOfMemoryError",
    "Neo.TransientError.General.OutOfMemoryError",
  ])("is QUERY_TOO_LARGE when the request needs too much memory: %s", (code) => {
    const ours = translated(driverError(code));
    expect(ours.code).toBe("QUERY_TOO_LARGE");
    expect(ours.message).toMatch(/smaller pages/);
  });

  it.each(["Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.AuthenticationRateLimit"])(
    "is DATABASE_UNAVAILABLE and names the settings of the login when it is refused: %s",
    (code) => {
      const ours = translated(driverError(code));
      expect(ours.code).toBe("DATABASE_UNAVAILABLE");
      expect(ours.message).toContain("NEO4J_USER and NEO4J_PASSWORD");
    },
  );

  it.each([
    "ServiceUnavailable",
    "SessionExpired",
    "N/A",
    "Neo.TransientError.General.DatabaseUnavailable",
    "Neo.TransientError.Transaction.DeadlockDetected",
  ])("is DATABASE_UNAVAILABLE with the advice to try again when it may pass: %s", (code) => {
    const ours = translated(driverError(code));
    expect(ours.code).toBe("DATABASE_UNAVAILABLE");
    expect(ours.message).toMatch(/not responding.*Try again/);
  });

  it.each([
    "Neo.DatabaseError.Transaction.TransactionLogError",
    "Neo.DatabaseError.Transaction.TransactionStartFailed",
  ])("is DATABASE_UNAVAILABLE and says where to look when the database has failed: %s", (code) => {
    const ours = translated(driverError(code));
    expect(ours.code).toBe("DATABASE_UNAVAILABLE");
    expect(ours.message).toMatch(/must be restarted.*log.*full disk/);
  });

  it.each([
    "Neo.ClientError.Transaction.TransactionTimedOut",
    "Neo.TransientError.General.OutOfMemoryError",
    "Neo.ClientError.Security.Unauthorized",
    "Neo.DatabaseError.Transaction.TransactionStartFailed",
    "ServiceUnavailable",
  ])("keeps the driver's words out of the answer and in the cause: %s", (code) => {
    const error = driverError(code);
    const ours = translated(error);
    expect(ours.message).not.toMatch(/MATCH|bolt|10\.0\.0\.5/);
    expect(ours.details).toEqual({ databaseCode: code });
    expect(ours.cause).toBe(error);
  });

  it.each(["Neo.ClientError.Statement.SyntaxError", "Neo.DatabaseError.General.UnknownError"])(
    "is not translated if it is our own error, so that it is masked and logged: %s",
    (code) => {
      const error = driverError(code);
      expect(translateDatabaseError(error)).toBe(error);
    },
  );
});

describe("an error that does not come from the database", () => {
  it.each([new PactError("BAD_INPUT", "Give a day."), new Error("ServiceUnavailable"), "text", undefined])(
    "stays as it is: %s",
    (error) => {
      expect(translateDatabaseError(error)).toBe(error);
    },
  );
});

describe("an error of our own", () => {
  it("have their codes and no details", () => {
    expect(tookTooLong()).toMatchObject({ code: "QUERY_TIMEOUT", details: {} });
    expect(unavailable()).toMatchObject({ code: "DATABASE_UNAVAILABLE", details: {} });
  });
});

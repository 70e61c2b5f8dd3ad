import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Database } from "../../src/db/database.js";
import { testLogin } from "../support/login.js";

/** Runs until it is ended. */
const ENDLESS = "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a WHERE a = -1 RETURN a";
const RUNNING =
  "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND range(1, 1000000)' RETURN 1";

let patient: Database;
let hasty: Database;
beforeAll(() => {
  patient = Database.open(testLogin(), { connectMs: 600_000, readMs: 600_000 });
  hasty = Database.open(testLogin(), { connectMs: 60_000, readMs: 2_000 });
});
afterAll(async () => {
  await patient?.close();
  await hasty?.close();
});

const running = async () => (await patient.read((tx) => tx.run(RUNNING))).length;

/** Waits for a condition; the limit of the test ends the waiting. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50));
}

describe("a query whose client has disconnected", () => {
  it("is stopped in the database", async () => {
    const gone = new AbortController();
    const answer = patient.read((tx) => tx.run(ENDLESS), gone.signal).catch((error: unknown) => error);
    await until(async () => (await running()) === 1);
    gone.abort();
    expect(await answer).toBeInstanceOf(Error);
    await until(async () => (await running()) === 0);
  });

  it("is not started if the client disconnected before", async () => {
    await expect(patient.read((tx) => tx.run(ENDLESS), AbortSignal.abort())).rejects.toThrow();
    expect(await running()).toBe(0);
  });
});

describe("a slow query", () => {
  it("ends with QUERY_TIMEOUT while others are answered", async () => {
    const slow = hasty.read((tx) => tx.run(ENDLESS)).catch((error: unknown) => error);
    await until(async () => (await running()) === 1);
    expect(await hasty.read((tx) => tx.run("RETURN 1 AS one"))).toEqual([{ one: 1 }]);
    expect(await slow).toMatchObject({ code: "QUERY_TIMEOUT" });
    expect(await hasty.read((tx) => tx.run("RETURN 2 AS two"))).toEqual([{ two: 2 }]);
  });
});

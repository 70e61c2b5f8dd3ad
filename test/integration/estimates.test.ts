import { expect, it } from "vitest";
import { HEAVY } from "../../bench/heavy.js";
import { readExamples, readQuestions } from "../../src/examples/examples.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { bundledDatabase } from "../support/database.js";
import { type Calibrated, measureEstimates } from "../support/estimates.js";
import { serveDatabase, TEST_WRITE_KEY } from "../support/server.js";

/** An estimate may be wrong by this factor. It protects from requests that are wrong by orders of magnitude. */
const FACTOR = 25;
/** Below this number of hits no operation is dear, whatever its estimate. */
const CHEAP = 100_000;

/** What is let through must end in time, and what would end in time must be let through. */
it("examples and heavy operations do not take far more database hits than estimated", async () => {
  const database = await bundledDatabase();
  const limits = { ...DEFAULT_LIMITS, maxCost: Number.MAX_SAFE_INTEGER };
  const server = await serveDatabase(database, TEST_WRITE_KEY, limits);
  try {
    const operations = [...readExamples(), ...readQuestions(), ...HEAVY];
    const measured = await measureEstimates(server.url, TEST_WRITE_KEY, operations, () => undefined);
    expect(measured.length).toBeGreaterThanOrEqual(40);
    const tooLow = ({ dbHits, estimate }: Calibrated) => dbHits > CHEAP && dbHits > FACTOR * estimate;
    const refused = ({ dbHits, estimate }: Calibrated) => estimate > DEFAULT_LIMITS.maxCost && dbHits < CHEAP;
    expect(measured.filter(tooLow)).toEqual([]);
    expect(measured.filter(refused)).toEqual([]);
  } finally {
    await server.stop();
    await database.close();
  }
});

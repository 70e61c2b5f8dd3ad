import { join } from "node:path";
import pino from "pino";
import { seedBundled } from "../src/bundle/bundled.js";
import { bundledFiles } from "../src/cli/prepare.js";
import { Database, type DatabaseLogin } from "../src/db/database.js";
import { readExamples, readQuestions } from "../src/examples/examples.js";
import { readMapping } from "../src/import/mapping/read.js";
import { importFiles } from "../src/import/run.js";
import { mappingFile } from "../src/import/shipped.js";
import { DEFAULT_LIMITS } from "../src/limits.js";
import { startServer } from "../src/server/app.js";
import { DATA_FOLDER, dataSets } from "../test/fixtures/import/data-sets.js";
import { type Calibrated, measureEstimates } from "../test/support/estimates.js";
import { HEAVY } from "./heavy.js";
import { migrated } from "./migrated.js";

const KEY = "a-key-for-the-bench-only";
const IS_USED = "RETURN EXISTS { (:Entity) } AS used";

/**
 * Asks every example, question and heavy operation, and compares the estimate of each root field with the database hits.
 * An empty database gets the bundled data and all data sets that are at hand.
 */
export async function calibrate(
  login: DatabaseLogin,
  withVotes: boolean,
  say: (message: string) => void,
): Promise<readonly Calibrated[]> {
  const database = Database.open(login, { connectMs: 600_000, readMs: 600_000 });
  try {
    const [row] = await database.read((tx) => tx.run(IS_USED));
    if (row?.used !== true) await fill(database, withVotes, say);
    const log = pino({ level: "silent" });
    const limits = { ...DEFAULT_LIMITS, maxCost: Number.MAX_SAFE_INTEGER, maxRows: Number.MAX_SAFE_INTEGER };
    const server = await startServer({
      host: "127.0.0.1",
      port: 0,
      page: undefined,
      database,
      log,
      limits,
      writeKey: KEY,
    });
    const operations = [...readExamples(), ...readQuestions(), ...HEAVY];
    return await measureEstimates(server.url, KEY, operations, say).finally(() => server.stop());
  } finally {
    await database.close();
  }
}

async function fill(database: Database, withVotes: boolean, say: (message: string) => void): Promise<void> {
  await migrated(database);
  await seedBundled(database, bundledFiles(), () => undefined);
  for (const { mapping, files, set } of dataSets(withVotes)) {
    say(`Importing ${mapping}`);
    const paths = files.map((file) => join(DATA_FOLDER, file));
    await importFiles(database, await readMapping(mappingFile(mapping)), paths, {
      dryRun: false,
      mode: undefined,
      lenient: false,
      older: true,
      parameters: set ?? {},
      onProgress: () => undefined,
    });
  }
}

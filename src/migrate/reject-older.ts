import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";

/**
 * Throws MIGRATION_CHANGED if the graph was written by an earlier version. Its assertions lack what cannot be computed
 * afterwards, for example from when to when each was chosen.
 */
export async function rejectOlderGraph(database: Database): Promise<void> {
  const found = await database.read((tx) => tx.run(cypherFile("read/older-report.cypher")));
  if (!found.length) return;
  throw new PactError(
    "MIGRATION_CHANGED",
    "This database was filled by an earlier version and cannot be converted. Export it with that version " +
      "(pactgraph export --graph), use an empty data folder (PACTGRAPH_DATA_DIR) or an empty database, and load the " +
      "export there, or seed and import again.",
  );
}

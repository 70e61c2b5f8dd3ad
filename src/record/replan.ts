import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";

const SECONDS = 120;

/**
 * Lets the database plan all statements with current statistics. To call after a load: a plan that was made for an empty
 * graph can take thousands of times as many database hits as one for the full graph. A database whose user may not do
 * this plans anew by itself, later.
 */
export async function replan(database: Database): Promise<void> {
  await database
    .read((tx) => tx.run(cypherFile("write/replan.cypher"), { seconds: SECONDS }))
    .catch(() => undefined);
}

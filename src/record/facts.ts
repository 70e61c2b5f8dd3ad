import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";

/**
 * Notes what holds for the whole record, from which readers save conditions: the edge types with an assertion that is not
 * primary. Writers keep it up to date. It is to be noted anew after something that only deletes, and it is not known after a
 * write by an older version. If the graph is too large to look at all edges within the time of a transaction, nothing is
 * noted.
 * @param again true to note it even if it is known
 */
export async function noteFacts(database: Database, again = false): Promise<void> {
  try {
    await database.write((tx) => tx.run(cypherFile("write/note-facts.cypher"), { again }));
  } catch (error) {
    // Without the facts, answers are right, only slower.
    if (!(error instanceof PactError) || error.code !== "QUERY_TIMEOUT") throw error;
  }
}

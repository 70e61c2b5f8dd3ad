import neo4j from "neo4j-driver";
import type { DatabaseLogin } from "../src/db/database.js";

/** Ids of copies end in this and a number. */
const COPY = "~";
/** Documents copied in one transaction. */
const BATCH = 100;
/** The usual limit of a transaction is too short for a copy of all votes. */
const COPY_MS = 3_600_000;
const COPY_DOCUMENTS = `
  MATCH (document:Document) WHERE NOT document.id CONTAINS $copy
  CALL (document) {
    CREATE (copied:Document:Entity)
    SET copied = document {.*, id: document.id + $suffix}
    WITH document, copied
    MATCH (document)<-[vote:VOTED]-(voter)
    CREATE (voter)-[copy:VOTED]->(copied)
    SET copy = vote {.*, id: vote.id + $suffix, factKey: vote.factKey + $suffix}
  } IN TRANSACTIONS OF ${BATCH} ROWS`;

/** Adds a copy of each document with its votes, for each number from `from` to `to - 1`. */
export async function growVotes(
  { uri, user, password }: DatabaseLogin,
  from: number,
  to: number,
  say: (message: string) => void,
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    for (let number = from; number < to; number += 1) {
      const session = driver.session();
      const parameters = { copy: COPY, suffix: `${COPY}${number}` };
      await session.run(COPY_DOCUMENTS, parameters, { timeout: COPY_MS });
      await session.close();
      say(`Votes: ${number + 1} times as many`);
    }
    await driver.executeQuery("CALL db.awaitIndexes(600)");
    // Statements are planned by the counts of the time when they were planned.
    await driver.executeQuery("CALL db.clearQueryCaches()");
  } finally {
    await driver.close();
  }
}

import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Database, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { model } from "../model/registry.js";
import { writeOrTry } from "./dry-run.js";
import { noteFacts } from "./facts.js";
import { referencesOf } from "./identity/moved.js";
import { takeLock } from "./lock.js";
import { findSources } from "./sources.js";
import { runBatches } from "./stored.js";

/** What a purge deleted, or would delete. */
export interface PurgeReport {
  readonly dryRun: boolean;
  readonly source: string;
  /** Retracted assertions of the source. */
  readonly assertions: number;
  /** Nodes of which only this source ever said something, names included. */
  readonly nodes: number;
}

/** Assertions deleted in one transaction. */
const BATCH = 10_000;

/**
 * Deletes a source whose assertions are all retracted, with these assertions and with the nodes that only it made, unless
 * another source names them. This is the one way in which something leaves the record. A purge that is interrupted is
 * finished by the same call.
 * @throws NOT_FOUND if there is no such source
 * @throws BAD_INPUT if it still asserts something
 */
export async function purge(database: Database, source: string, dryRun: boolean): Promise<PurgeReport> {
  const found = await writeOrTry(database, dryRun, async (tx) => {
    const surveyed = await survey(tx, source);
    // The ends of deleted edges can no longer be found, so they are noted first.
    await tx.run(cypherFile("write/note-purge.cypher"), { source, ids: [...surveyed.nodes] });
    return surveyed;
  });
  if (!dryRun) {
    for (const type of model.edges.keys()) await deleteEdges(database, type, source);
    await database.write(async (tx) => {
      // Somebody may have written for the source meanwhile, or of one of the nodes.
      const { nodes } = await survey(tx, source);
      await runBatches(tx, cypherFile("write/purge-nodes.cypher"), "ids", [...nodes, source]);
    });
    await noteFacts(database, true);
  }
  return { dryRun, source, assertions: found.assertions, nodes: found.nodes.length };
}

async function survey(tx: Transaction, source: string) {
  await takeLock(tx);
  const { priorities } = await findSources(tx);
  if (!priorities.has(source))
    throw new PactError(
      "NOT_FOUND",
      `There is no source ${source}. To list them: { sources { nodes { id } } }`,
    );
  const [noted] = await tx.run(cypherFile("write/noted-purge.cypher"), { source });
  const nodes = new Set(Array.isArray(noted?.ids) ? noted.ids.map(String) : []);
  let [assertions, live] = [0, 0];
  for (const type of model.edges.keys()) {
    const [counts] = await tx.run(cypherFileForEdge("write/purge-count.cypher", type), { source });
    assertions += Number(counts?.edges ?? 0);
    live += Number(counts?.live ?? 0);
    const ends = await tx.run(cypherFileForEdge("write/purge-ends.cypher", type), { source });
    for (const { id } of ends) nodes.add(String(id));
  }
  if (live)
    throw new PactError(
      "BAD_INPUT",
      `${source} still asserts ${live} facts. Retract it first: mutation { retract(source: "${source}", reason: "…") { retracted } }`,
    );
  return { assertions, nodes: await unnamed(tx, source, [...nodes]) };
}

/** The nodes that no assertion of another source names in a property, for example as the state that somebody spoke for. */
async function unnamed(tx: Transaction, source: string, ids: readonly string[]): Promise<readonly string[]> {
  const named = new Set<string>();
  for (const type of model.edges.keys()) {
    const references = referencesOf(type);
    if (!references.length || !ids.length) continue;
    const text = cypherFileForEdge("write/purge-named.cypher", type);
    for (const { id } of await tx.run(text, { source, ids: [...ids], references: [...references] }))
      named.add(String(id));
  }
  return ids.filter((id) => !named.has(id));
}

async function deleteEdges(database: Database, type: string, source: string): Promise<void> {
  const text = cypherFileForEdge("write/purge-edges.cypher", type);
  for (let deleted = BATCH; deleted === BATCH; ) {
    const [row] = await database.write(async (tx) => {
      await takeLock(tx);
      return tx.run(text, { source, batch: BATCH });
    });
    deleted = Number(row?.deleted ?? 0);
  }
}

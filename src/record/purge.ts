import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Database, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { model } from "../model/registry.js";
import { writeOrTry } from "./dry-run.js";
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
 * Deletes a source whose assertions are all retracted, with these assertions and with the nodes that only it made. This
 * is the one way in which something leaves the record. A purge that is interrupted is finished by the same call.
 * @throws NOT_FOUND if there is no such source
 * @throws BAD_INPUT if it still asserts something
 */
export async function purge(database: Database, source: string, dryRun: boolean): Promise<PurgeReport> {
  const found = await writeOrTry(database, dryRun, (tx) => survey(tx, source));
  if (!dryRun) {
    for (const type of model.edges.keys()) await deleteEdges(database, type, source);
    await database.write(async (tx) => {
      await takeLock(tx);
      await runBatches(tx, cypherFile("write/purge-nodes.cypher"), "ids", [...found.nodes, source]);
    });
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
  const nodes = new Set<string>();
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
  return { assertions, nodes: [...nodes] };
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

import { setTimeout as sleep } from "node:timers/promises";
import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, Transaction } from "../../db/database.js";
import { model } from "../../model/registry.js";
import { findSources } from "../../seed/load.js";
import { settleFact, stateOf } from "../../seed/settle.js";
import { findAssertions, instant, runBatches } from "../../seed/stored.js";
import { takeLock } from "../../seed/write.js";

/** An import that is under way: what it writes is recorded at one instant, and read by nobody before it is published. */
export interface Staging {
  /** Mapping, files and parameters: the same command gives the same. */
  readonly fingerprint: string;
  readonly mapping: string;
  readonly source: string;
  readonly recordedAt: string;
}

const POLL_MS = 200;

/** The import that is under way, running or broken off. */
export async function findStaging(database: Database): Promise<Staging | undefined> {
  const [row] = await database.read((tx) => tx.run(cypherFile("import/find-staging.cypher")));
  return row ? (row as Staging) : undefined;
}

/**
 * Begins an import, or goes on with the same one that was broken off. From then on readers see the graph as it was
 * known before; those that began earlier are waited for. Throws IMPORT_UNFINISHED when another one is under way.
 */
export async function openStaging(database: Database, wanted: Omit<Staging, "recordedAt">): Promise<Staging> {
  const staging = await database.write(async (tx): Promise<Staging> => {
    const recordedAt = await takeLock(tx, wanted.fingerprint);
    const [before] = await tx.run(cypherFile("import/find-staging.cypher"));
    if (before) return before as Staging;
    await tx.run(cypherFile("import/open-staging.cypher"), { ...wanted, recordedAt: instant(recordedAt) });
    return { ...wanted, recordedAt };
  });
  await waitForReaders(database);
  return staging;
}

/** A reader that began before may go on for as long as one request may take. */
async function waitForReaders(database: Database): Promise<void> {
  const running = () => database.read(runningTransactions);
  const earlier = new Set(await running());
  while (earlier.size) {
    const still = new Set(await running());
    for (const id of earlier) if (!still.has(id)) earlier.delete(id);
    if (earlier.size) await sleep(POLL_MS);
  }
}

async function runningTransactions(tx: Transaction): Promise<readonly string[]> {
  const [row] = await tx.run(cypherFile("import/other-transactions.cypher"));
  const ids: unknown = row?.ids;
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** Ends an import inside the transaction that publishes it. */
export async function closeStaging(tx: Transaction): Promise<void> {
  await tx.run(cypherFile("import/close-staging.cypher"));
}

const BATCH = 2_000;

/** Takes back all that an import wrote that was broken off. Gives it, or undefined when there is none. */
export async function discardStaging(database: Database): Promise<Staging | undefined> {
  const staging = await findStaging(database);
  if (!staging) return undefined;
  for (const type of model.edges.keys()) while (await restoreSome(database, type, staging));
  const recordedAt = instant(staging.recordedAt);
  const deleteSome = () =>
    database.write(async (tx) => {
      await takeLock(tx, staging.fingerprint);
      const [row] = await tx.run(cypherFile("import/delete-staged-nodes.cypher"), {
        recordedAt,
        most: BATCH,
      });
      return Number(row?.deleted);
    });
  while (await deleteSome());
  await database.write(async (tx) => {
    await takeLock(tx, staging.fingerprint);
    await closeStaging(tx);
  });
  return staging;
}

/** Puts some facts back to what they were; false when none is left. */
function restoreSome(database: Database, type: string, staging: Staging): Promise<boolean> {
  return database.write(async (tx) => {
    await takeLock(tx, staging.fingerprint);
    const { priorities } = await findSources(tx);
    const found = await tx.run(cypherFileForEdge("import/staged-edges.cypher", type), {
      source: staging.source,
      recordedAt: instant(staging.recordedAt),
      most: BATCH,
    });
    const facts = await findAssertions(
      tx,
      type,
      found.map((row) => String(row.factKey)),
    );
    const ids: string[] = [];
    const updates: { id: string; properties: ReturnType<typeof stateOf> }[] = [];
    const at = Date.parse(staging.recordedAt);
    for (const all of facts.values()) {
      const staged = all.filter((edge) => Date.parse(edge.recordedAt) === at);
      ids.push(...staged.map(({ id }) => id));
      const before = all.filter((edge) => !staged.includes(edge));
      const restored = before.map((edge) => ({
        ...edge,
        retractedAt:
          edge.retractedAt !== null && Date.parse(edge.retractedAt) === at ? null : edge.retractedAt,
      }));
      const { changed } = settleFact(restored, [], [], priorities, staging.recordedAt);
      const settled = new Map(changed.map((edge) => [edge.id, edge]));
      for (const edge of restored) {
        const why = edge.retractedAt === null ? { retractionReason: null } : {};
        updates.push({ id: edge.id, properties: { ...stateOf(settled.get(edge.id) ?? edge), ...why } });
      }
    }
    await runBatches(tx, cypherFileForEdge("import/delete-edges.cypher", type), "ids", ids);
    await runBatches(tx, cypherFileForEdge("write/update-edges.cypher", type), "rows", updates);
    return found.length > 0;
  });
}

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import { type Database, OURS, type Transaction } from "../../db/database.js";
import { PactError } from "../../errors.js";
import { model } from "../../model/registry.js";
import { takeLockOfImport, takeLockToImport } from "../lock.js";
import { instant } from "../stored.js";

/** An import that is under way: what it writes is recorded at one instant, and read by nobody before it is published. */
export interface Staging {
  /** Mapping, files and parameters: the same command gives the same. */
  readonly fingerprint: string;
  /** The run that writes it: of two runs of the same command, the one that came last. */
  readonly owner: string;
  readonly mapping: string;
  /** Ids of the sources whose assertions it writes. */
  readonly sources: readonly string[];
  readonly recordedAt: string;
}

const POLL_MS = 200;

/** The import that is under way, running or broken off. */
export function findStaging(database: Database): Promise<Staging | undefined> {
  return database.read(findStagingIn);
}

/** As findStaging: what the same transaction reads afterwards is all of it, or none, as this says. */
export async function findStagingIn(tx: Transaction): Promise<Staging | undefined> {
  const [row] = await tx.run(cypherFile("import/find-staging.cypher"));
  return row ? (row as Staging) : undefined;
}

/**
 * Begins an import, or goes on with the same one that was broken off. From then on readers leave out what is recorded
 * at its instant; those that began earlier are waited for. Throws IMPORT_UNFINISHED when another one is under way.
 */
export async function openStaging(
  database: Database,
  wanted: Omit<Staging, "recordedAt" | "owner">,
): Promise<Staging> {
  const owner = randomUUID();
  const staging = await database.write(async (tx): Promise<Staging> => {
    const { recordedAt, previous } = await takeLockToImport(tx, wanted.fingerprint);
    const [before] = await tx.run(cypherFile("import/take-over-staging.cypher"), { owner });
    if (before) return { ...(before as Staging), owner };
    await tx.run(cypherFile("import/open-staging.cypher"), {
      ...wanted,
      owner,
      recordedAt: instant(recordedAt),
      previous: previous === null ? null : instant(previous),
    });
    return { ...wanted, owner, recordedAt };
  });
  await waitForReaders(database);
  return staging;
}

/**
 * A reader that began before may go on for as long as one request may take. Transactions of other programs are not
 * waited for: they do not know of imports, and may never end.
 */
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
  const [row] = await tx.run(cypherFile("import/other-transactions.cypher"), { program: OURS });
  const ids: unknown = row?.ids;
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** Ends an import inside the transaction that publishes it. */
export async function closeStaging(tx: Transaction): Promise<void> {
  await tx.run(cypherFile("import/close-staging.cypher"));
}

/**
 * Does what an import does after it was opened. What the data cannot be is not mended by trying again: then all that
 * was written is taken back, so that others are not kept from writing.
 */
export async function orTakenBack<Result>(database: Database, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PactError && error.code === "BUNDLE_INVALID") await discardStaging(database);
    throw error;
  }
}

const BATCH = 10_000;

/** Takes back all that an import wrote that was broken off. Gives it, or undefined when there is none. */
export async function discardStaging(database: Database): Promise<Staging | undefined> {
  const owner = randomUUID();
  const staging = await database.write(async (tx) => {
    const [found] = await tx.run(cypherFile("import/take-over-staging.cypher"), { owner });
    return found ? (found as Staging) : undefined;
  });
  if (!staging) return undefined;
  const parameters = { sources: staging.sources, recordedAt: instant(staging.recordedAt), most: BATCH };
  const deleteSome = (text: string) =>
    database.write(async (tx) => {
      await takeLockOfImport(tx, owner);
      const [row] = await tx.run(text, parameters);
      return Number(row?.deleted);
    });
  for (const type of model.edges.keys()) {
    while (await deleteSome(cypherFileForEdge("import/delete-staged-edges.cypher", type)));
  }
  while (await deleteSome(cypherFile("import/delete-staged-nodes.cypher")));
  await database.write(async (tx) => {
    await takeLockOfImport(tx, owner);
    await closeStaging(tx);
  });
  return staging;
}

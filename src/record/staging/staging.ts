import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import { type Database, OURS, type Transaction } from "../../db/database.js";
import { PactError } from "../../errors.js";
import { model } from "../../model/registry.js";
import { takeLockOfImport, takeLockToImport } from "../lock.js";
import { instant } from "../stored.js";

/** An import in progress. Everything it writes is recorded at one instant and invisible until it is published. */
export interface Staging {
  /** Identifies mapping, files and parameters; the same command has the same fingerprint. */
  readonly fingerprint: string;
  /** The run that writes the import; the latest of several runs of the same command. */
  readonly owner: string;
  readonly mapping: string;
  /** Ids of the sources whose assertions the import writes. */
  readonly sources: readonly string[];
  readonly recordedAt: string;
}

const POLL_MS = 200;

/** The import in progress, running or interrupted. */
export function findStaging(database: Database): Promise<Staging | undefined> {
  return database.read(findStagingIn);
}

/** Like findStaging, but consistent with later reads of the same transaction. */
export async function findStagingIn(tx: Transaction): Promise<Staging | undefined> {
  const [row] = await tx.run(cypherFile("import/find-staging.cypher"));
  return row ? (row as Staging) : undefined;
}

/**
 * Starts an import, or resumes the same interrupted one. From then on, readers skip what is recorded at its instant;
 * waits for readers that started earlier. Throws IMPORT_UNFINISHED if another import is in progress.
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
 * Waits for earlier readers, which may take as long as a request may take. Does not wait for transactions of other
 * programs, which do not know about imports and may never end.
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

/** Ends an import in the transaction that publishes it. */
export async function closeStaging(tx: Transaction): Promise<void> {
  await tx.run(cypherFile("import/close-staging.cypher"));
}

/**
 * Runs the work of an opened import. If the data is invalid, retrying does not help, so everything that was written is
 * discarded and other writers are no longer blocked.
 */
export async function discardOnError<Result>(
  database: Database,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PactError && error.code === "BUNDLE_INVALID") await discardStaging(database);
    throw error;
  }
}

const BATCH = 10_000;

/** Discards everything that an unfinished import wrote. Returns the import, or undefined if there is none. */
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

import { cypherFile } from "../db/cypher-files.js";
import type { DatabaseRow, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";

/**
 * Takes the write lock and returns the instant at which this transaction is recorded.
 * Throws IMPORT_UNFINISHED while an import is in progress.
 */
export async function takeLock(tx: Transaction): Promise<string> {
  return (await takeLockAfter(tx)).recordedAt;
}

/** Like takeLock; also returns the instant of the last change before. */
export async function takeLockAfter(
  tx: Transaction,
): Promise<{ readonly recordedAt: string; readonly previous: string | null }> {
  const row = await lock(tx);
  if (row.importing != null) throw underWay(row);
  return { recordedAt: String(row.recordedAt), previous: row.previous ?? null };
}

/** Gives the record its previous instant again, after a transaction that has taken the lock and changed nothing. */
export async function keepRevision(tx: Transaction, previous: string | null): Promise<void> {
  if (previous !== null) await tx.run(cypherFile("write/keep-revision.cypher"), { previous });
}

/**
 * Like takeLock, for a step of an import in progress, which must still belong to this owner: another run of the same
 * command may have taken over the import, or --discard may have discarded it.
 */
export async function takeLockOfImport(tx: Transaction, owner: string): Promise<string> {
  const row = await lock(tx);
  if (row.owner === owner) return String(row.recordedAt);
  throw new PactError(
    "IMPORT_UNFINISHED",
    "This import was discarded, or taken over by another run of the same command. This run has stopped.",
  );
}

/** Like takeLock, for the start of an import, which may resume an interrupted run of the same import. */
export async function takeLockToImport(
  tx: Transaction,
  fingerprint: string,
): Promise<{ readonly recordedAt: string; readonly previous: string | null }> {
  const row = await lock(tx);
  if (row.importing != null && row.importing !== fingerprint) throw underWay(row);
  return { recordedAt: String(row.recordedAt), previous: row.previous ?? null };
}

async function lock(tx: Transaction): Promise<DatabaseRow> {
  const [row = {}] = await tx.run(cypherFile("write/lock.cypher"));
  return row;
}

function underWay({ mapping, since }: DatabaseRow): PactError {
  return new PactError(
    "IMPORT_UNFINISHED",
    `An import of ${mapping} started at ${since} and has not finished; nothing was written. ` +
      "Wait for it to finish. If it was interrupted, run the same command again to resume it, or discard it: " +
      "pactgraph import --discard",
  );
}

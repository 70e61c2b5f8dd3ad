import { cypherFile } from "../db/cypher-files.js";
import type { DatabaseRow, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";

/**
 * Takes the lock of writers; the instant that everything in this transaction is recorded at.
 * Throws IMPORT_UNFINISHED while an import is under way.
 */
export async function takeLock(tx: Transaction): Promise<string> {
  const row = await lock(tx);
  if (row.importing != null) throw underWay(row);
  return String(row.recordedAt);
}

/**
 * As takeLock, for a step of an import that is under way: it must still be that of its owner. Another run of the same
 * command takes an import over, and --discard takes it back.
 */
export async function takeLockOfImport(tx: Transaction, owner: string): Promise<string> {
  const row = await lock(tx);
  if (row.owner === owner) return String(row.recordedAt);
  throw new PactError(
    "IMPORT_UNFINISHED",
    "This import was taken back, or taken over by the same command given again; this run writes nothing more.",
  );
}

/** As takeLock, for the beginning of an import: one that was broken off may be there, if it is the same. */
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
    `An import of ${mapping} began at ${since} and has not ended; nothing was written. ` +
      "Wait for it; if it was broken off, give its command again to finish it, or: pactgraph import --discard",
  );
}

import { createHash } from "node:crypto";
import { cypherFile } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import type { NodeRow } from "./rows.js";
import { isSameInstant } from "./stored.js";

/** Under which conditions, and by whom, something is written. */
export interface WriteTerms {
  /** The name of the key; kept with what is recorded. */
  readonly by?: string;
  /** The sources for which the key may write; undefined for all. */
  readonly sources?: readonly string[];
  /** The revision that the data must have. */
  readonly ifRevision?: string;
  /** The same key with the same content is written once. */
  readonly idempotencyKey?: string;
}

/** Throws CONFLICT if the data has changed since the revision that the sender has seen. */
export function requireRevision({ ifRevision }: WriteTerms, revision: string | null): void {
  if (ifRevision === undefined || isSameInstant(ifRevision, revision ?? "")) return;
  throw new PactError(
    "CONFLICT",
    `The data has changed since ${ifRevision}; its revision is ${revision}. Read it again, then send the change again.`,
  );
}

/** Throws FORBIDDEN if a key that is bound to sources sets a priority, which weighs its source against all others. */
export function requireNoPriority({ by, sources }: WriteTerms, nodes: readonly NodeRow[]): void {
  if (!sources || nodes.every(({ properties }) => properties.priority === undefined)) return;
  throw new PactError(
    "FORBIDDEN",
    `The key "${by}" may write for ${sources.join(", ")} only, and a priority concerns all sources. Leave out priority, or use a key without --source.`,
  );
}

/** Throws FORBIDDEN if a key that is bound to sources writes for another. */
export function requireSources({ by, sources }: WriteTerms, written: Iterable<string>): void {
  if (!sources) return;
  const others = [...new Set(written)].filter((id) => !sources.includes(id));
  if (!others.length) return;
  throw new PactError(
    "FORBIDDEN",
    `The key "${by}" may write for ${sources.join(", ")} only, not for ${others.join(", ")}.`,
  );
}

/** Characters of an idempotency key; a UUID has 36. */
const MAX_KEY = 200;

/** What an idempotency key stands for: who sent it, and what. */
interface Repeatable {
  readonly key: string;
  readonly hash: string;
}

/** The identity of a write that may be sent again; undefined if it has no idempotency key. */
export function repeatableOf({ by, idempotencyKey }: WriteTerms, content: string): Repeatable | undefined {
  if (idempotencyKey === undefined) return undefined;
  if (idempotencyKey === "" || idempotencyKey.length > MAX_KEY)
    throw new PactError("BAD_INPUT", `An idempotency key must have 1 to ${MAX_KEY} characters.`);
  const hash = createHash("sha256").update(content).digest("hex");
  return { key: JSON.stringify([by ?? "", idempotencyKey]), hash };
}

/** The report of a write that was done before. Throws CONFLICT if its key was used for other content. */
export async function earlierReport(
  tx: Transaction,
  repeatable: Repeatable | undefined,
): Promise<string | undefined> {
  if (!repeatable) return undefined;
  const [row] = await tx.run(cypherFile("access/find-write.cypher"), { key: repeatable.key });
  if (!row) return undefined;
  if (row.hash === repeatable.hash) return String(row.report);
  throw new PactError(
    "CONFLICT",
    "This idempotency key was used for another bundle. Use a new key for each bundle.",
  );
}

/** Notes a write and its report, for when it is sent again. */
export async function noteWrite(
  tx: Transaction,
  repeatable: Repeatable | undefined,
  report: string,
): Promise<void> {
  if (repeatable) await tx.run(cypherFile("access/note-write.cypher"), { ...repeatable, report });
}

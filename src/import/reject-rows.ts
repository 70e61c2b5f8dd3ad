import type { Redirects } from "../model/redirects.js";
import type { MissingNode } from "../record/references.js";
import { findRepeated, type Repeated } from "../record/staging/repeated.js";
import type { Spill } from "../record/staging/spill.js";
import type { Tally } from "./emit/tally.js";
import { RowError } from "./values/row-error.js";

/** The rows that are rejected, by number, and the edges that accepted rows state more than once. */
export interface Accepted {
  readonly rows: ReadonlySet<number>;
  readonly repeated: ReadonlySet<number>;
}

/**
 * Rejects the rows whose edges need a missing node, then those that contradict an accepted row, and counts all their
 * edges: a rejected row loses all of them. What only a rejected row says first is kept from the row that repeats it.
 */
export async function rejectRows(
  edges: Spill,
  assertionOf: Parameters<typeof findRepeated>[1],
  missing: readonly MissingNode[],
  redirects: Redirects,
  tally: Tally,
): Promise<Accepted> {
  const rejected = new Set<number>();
  if (missing.length) await rejectMissing(edges, rejected, missing, redirects, tally);
  const { duplicates, dropped } = await rejectContradictions(edges, rejected, assertionOf, tally);
  for (const duplicate of duplicates) tally.repeat(duplicate);
  if (rejected.size)
    for await (const edge of edges.all()) if (rejected.has(edge.row)) tally.leaveOut(edge.type);
  return { rows: rejected, repeated: dropped };
}

async function rejectMissing(
  edges: Spill,
  rejected: Set<number>,
  missing: readonly MissingNode[],
  redirects: Redirects,
  tally: Tally,
): Promise<void> {
  const messages = new Map(missing.map(({ id, message }) => [id, message]));
  const told = new Set<string>();
  for await (const edge of edges.all()) {
    const id = [edge.from, edge.to].map((end) => redirects.targetOf(end)).find((end) => messages.has(end));
    if (id === undefined) continue;
    told.add(id);
    if (rejected.has(edge.row)) continue;
    rejected.add(edge.row);
    tally.reject(edge, new RowError(null, messages.get(id) ?? ""));
  }
  for (const { id, at, message } of missing) if (!told.has(id)) tally.reject(at, new RowError(null, message));
}

/** Each rejection may free a row that repeated or contradicted the rejected one, so it looks again until none is new. */
async function rejectContradictions(
  edges: Spill,
  rejected: Set<number>,
  assertionOf: Parameters<typeof findRepeated>[1],
  tally: Tally,
): Promise<Repeated> {
  for (;;) {
    const repeated = await findRepeated(edges, assertionOf, rejected);
    if (!repeated.problems.length) return repeated;
    for (const { at, message, row } of repeated.problems) {
      if (rejected.has(row)) continue;
      rejected.add(row);
      tally.reject(at, new RowError(null, message));
    }
  }
}

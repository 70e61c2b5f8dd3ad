import type { Redirects } from "../model/redirects.js";
import type { MissingNode } from "../record/references.js";
import type { Spill } from "../record/staging/spill.js";
import type { Tally } from "./emit/tally.js";
import { RowError } from "./values/row-error.js";

/**
 * Rejects the rows whose edges need a missing node, beside those that are wrong anyway, and counts all their edges: a
 * rejected row loses all of them. Returns the numbers of the rejected rows.
 */
export async function rejectRows(
  edges: Spill,
  wrongRows: ReadonlySet<number>,
  missing: readonly MissingNode[],
  redirects: Redirects,
  tally: Tally,
): Promise<ReadonlySet<number>> {
  if (!wrongRows.size && !missing.length) return wrongRows;
  const messages = new Map(missing.map(({ id, message }) => [id, message]));
  const rejected = new Set(wrongRows);
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
  for await (const edge of edges.all()) if (rejected.has(edge.row)) tally.leaveOut(edge.type);
  return rejected;
}

import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, DatabaseRow, Transaction } from "../../db/database.js";
import { PactError } from "../../errors.js";
import { model } from "../../model/registry.js";
import { sameContent } from "../content.js";
import { writeOrTry } from "../dry-run.js";
import { takeLock } from "../lock.js";
import type { StoredAssertion } from "../merge.js";
import { requireReason } from "../reason.js";
import { retractEdges } from "../retract.js";
import { findSources } from "../sources.js";
import { instant, runBatches, storedAssertion } from "../stored.js";
import { markEdges, writeAssertions } from "../write.js";
import { type MergeReport, projectAll } from "./merge-nodes.js";
import { asAssertion, movedAssertion, type Replacement } from "./moved.js";

/** Which merge to undo, and why. */
export interface UnmergeRequest {
  /** Id of the merged node. */
  readonly id: string;
  readonly reason: string;
}

/**
 * Undoes a merge, in one transaction: the node gets back the assertions that it had. What was asserted since, stays at
 * the other node.
 * @throws BAD_INPUT if the reason is empty
 * @throws NOT_FOUND if the node is not merged
 */
export async function unmergeNodes(
  database: Database,
  request: UnmergeRequest,
  dryRun: boolean,
): Promise<MergeReport> {
  const reason = requireReason(request.reason);
  return writeOrTry(database, dryRun, async (tx) => {
    const recordedAt = await takeLock(tx);
    const [merge] = await tx.run(cypherFile("write/merge-of-node.cypher"), { from: request.id });
    if (!merge) throw new PactError("NOT_FOUND", `${request.id} is not merged into another node.`);
    return apply(tx, merge, { ...request, reason }, dryRun, recordedAt);
  });
}

async function apply(
  tx: Transaction,
  merge: DatabaseRow,
  { id, reason }: UnmergeRequest,
  dryRun: boolean,
  recordedAt: string,
): Promise<MergeReport> {
  const into = String(merge.into);
  const { priorities } = await findSources(tx);
  const [created, before] = [await byId(tx, merge.created), await byId(tx, merge.retracted)];
  const live = created.filter(({ retractedAt }) => retractedAt === null);
  const byHand = created.filter((each) => each.retractedAt !== null && each.retractedByHand);
  const isGone = (old: StoredAssertion) => byHand.some((copy) => isCopy(copy, old, { from: id, into }));
  const [gone, back] = [before.filter(isGone), before.filter((old) => !isGone(old))];
  const how = { reason: `Unmerged: ${reason}`, priorities, recordedAt };
  for (const type of model.edges.keys()) {
    const targets = live.filter((each) => each.type === type);
    await retractEdges(tx, type, targets, how);
  }
  const outcome = await writeAssertions(tx, {
    assertions: back.map(asAssertion),
    withdrawn: [],
    reranked: [],
    priorities,
    recordedAt,
  });
  const [problem] = outcome.problems;
  if (problem) throw new PactError("INTERNAL", problem.message);
  // What an editor retracted at the other node stays retracted at its own.
  await markEdges(tx, gone, () => ({ retractedByHand: true }));
  // An id that was matched when a file was imported has no node of its own.
  for (const node of before.length ? [id, into] : []) await projectAll(tx, node);
  const marked = { id: String(merge.id), reason, at: instant(recordedAt) };
  await tx.run(cypherFile("write/mark-unmerged.cypher"), marked);
  const changed = created.filter(({ retractedAt }) => retractedAt !== null);
  const left = changed.map((old) => `${old.id} ${old.type} ${old.sourceId}: It was changed since the merge.`);
  return { dryRun, from: id, into, moved: back.length, equal: 0, left };
}

/** True for what a merge made of an assertion. */
function isCopy(copy: StoredAssertion, old: StoredAssertion, merge: Replacement): boolean {
  const moved = movedAssertion(old, merge);
  return (
    moved !== undefined &&
    copy.factKey === moved.factKey &&
    copy.sourceId === moved.sourceId &&
    sameContent(copy.columns, moved.columns)
  );
}

/** The assertions with some ids. */
async function byId(tx: Transaction, ids: unknown): Promise<readonly StoredAssertion[]> {
  const all: StoredAssertion[] = [];
  for (const type of model.edges.keys()) {
    const text = cypherFileForEdge("write/edges-by-id.cypher", type);
    for (const row of await runBatches(tx, text, "ids", Array.isArray(ids) ? ids.map(String) : []))
      all.push(storedAssertion(type, String(row.from), String(row.to), row.properties));
  }
  return all;
}

import { randomUUID } from "node:crypto";
import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, Transaction } from "../../db/database.js";
import { PactError } from "../../errors.js";
import { nodeModelOfId } from "../../model/ids.js";
import { model, nodeModel } from "../../model/registry.js";
import type { Assertion } from "../derive.js";
import { writeOrTry } from "../dry-run.js";
import { takeLock } from "../lock.js";
import type { StoredAssertion } from "../merge.js";
import { projectProperties } from "../project.js";
import { requireReason } from "../reason.js";
import { findSources } from "../sources.js";
import { findAssertions, instant, storedAssertion } from "../stored.js";
import { markEdges, writeAssertions } from "../write.js";
import { carryRetractions, type RetractedByHand } from "./carry-retractions.js";
import { asAssertion, movedAssertion, type Place, placeOf, type Replacement, referencesOf } from "./moved.js";

/** Which node to merge into which, and why. */
export interface MergeRequest extends Replacement {
  readonly reason: string;
}

/** What a merge, or its end, changed or would change. */
export interface MergeReport extends Replacement {
  readonly dryRun: boolean;
  /** How many assertions moved to the other node, or back. */
  readonly moved: number;
  /** How many assertions their source had made of both nodes. */
  readonly equal: number;
  /** Assertions that stay behind: id, type, source and reason of each. */
  readonly left: readonly string[];
}

const WHY_LEFT = {
  contradicted: "The source asserts otherwise of the node that it was merged into.",
  loop: "It would link the node to itself.",
} as const;

/**
 * Merges a node into another of the same type, in one transaction: its assertions are retracted, and recorded anew for
 * the other node. Its id then stands for the other node.
 * @throws BAD_INPUT if the reason is empty, or the nodes cannot be merged
 * @throws NOT_FOUND if a node does not exist
 */
export async function mergeNodes(
  database: Database,
  request: MergeRequest,
  dryRun: boolean,
): Promise<MergeReport> {
  const reason = requireReason(request.reason);
  return writeOrTry(database, dryRun, async (tx) => {
    const recordedAt = await takeLock(tx);
    await checkNodes(tx, request);
    return apply(tx, { ...request, reason }, dryRun, recordedAt);
  });
}

async function checkNodes(tx: Transaction, { from, into }: Replacement): Promise<void> {
  if (from === into) throw new PactError("BAD_INPUT", `from and into are both ${from}.`);
  const found = await tx.run(cypherFile("write/nodes-to-merge.cypher"), { ids: [from, into] });
  const nodes = new Map(found.map((row) => [String(row.id), row]));
  for (const id of [from, into]) {
    const node = nodes.get(id);
    if (!node) throw new PactError("NOT_FOUND", `Node not found: ${id}. Use search to find its id.`);
    if (node.into != null)
      throw new PactError(
        "BAD_INPUT",
        `${id} was merged into ${node.into}. Use ${node.into}, or unmerge it first.`,
      );
  }
  const [one, other] = [nodes.get(from)?.label, nodes.get(into)?.label];
  if (one !== other)
    throw new PactError("BAD_INPUT", `${from} is a ${one}, ${into} is a ${other}. Merge nodes of one type.`);
  if (one === model.sourceLabel || one === model.nameLabel)
    throw new PactError("BAD_INPUT", `A ${one} cannot be merged: its id is part of the record.`);
}

async function apply(
  tx: Transaction,
  request: MergeRequest,
  dryRun: boolean,
  recordedAt: string,
): Promise<MergeReport> {
  const { live: stored, byHand } = await assertionsOf(tx, request.from);
  const { wanted, created, equal, left } = await sorted(tx, stored, request);
  const { priorities } = await findSources(tx);
  const outcome = await writeAssertions(tx, {
    assertions: wanted,
    withdrawn: stored.map(({ type, sourceId, factKey }) => ({ type, sourceId, factKey })),
    reranked: [],
    priorities,
    recordedAt,
  });
  const [problem] = outcome.problems;
  if (problem) throw new PactError("INTERNAL", problem.message);
  const made = outcome.decisions.flatMap((decision) => decision.created?.id ?? []);
  const retractionReason = `Merged into ${request.into}: ${request.reason}`;
  await markEdges(tx, stored, () => ({ retractionReason }));
  await carryRetractions(tx, byHand, request, recordedAt);
  await projectAll(tx, request.into);
  const marked = { id: randomUUID(), ...request, at: instant(recordedAt), created: made };
  await tx.run(cypherFile("write/mark-merged.cypher"), { ...marked, retracted: stored.map(({ id }) => id) });
  return { from: request.from, into: request.into, dryRun, moved: created, equal, left };
}

/** The assertions about a node, and those that name it: live ones, and those that an editor retracted. */
async function assertionsOf(tx: Transaction, id: string) {
  const live: StoredAssertion[] = [];
  const byHand: RetractedByHand[] = [];
  for (const type of model.edges.keys()) {
    const text = cypherFileForEdge("write/edges-of-node.cypher", type);
    for (const row of await tx.run(text, { id, references: referencesOf(type) })) {
      const old = storedAssertion(type, String(row.from), String(row.to), row.properties);
      if (old.retractedAt === null) live.push(old);
      else byHand.push({ old, reason: row.properties.retractionReason ?? null });
    }
  }
  return { live, byHand };
}

/** Which assertions are to stand at the other node, beside those that are there, and which stay behind. */
async function sorted(tx: Transaction, stored: readonly StoredAssertion[], request: Replacement) {
  const wanted: Assertion[] = [];
  const left: string[] = [];
  const counts: Record<Place, number> = { created: 0, equal: 0, contradicted: 0 };
  for (const type of model.edges.keys()) {
    const ofType = stored.filter((each) => each.type === type);
    const moved = ofType.map((old) => ({ old, assertion: movedAssertion(old, request) }));
    const factKeys = [...new Set(moved.flatMap(({ assertion }) => assertion?.factKey ?? []))];
    const existing = await liveAssertions(tx, type, factKeys, new Set(ofType.map(({ id }) => id)));
    const ofFacts = [...existing];
    for (const { old, assertion } of moved) {
      const place = assertion ? placeOf(assertion, ofFacts) : "contradicted";
      counts[place] += 1;
      if (assertion && place === "created") ofFacts.push(assertion);
      const why = assertion ? WHY_LEFT.contradicted : WHY_LEFT.loop;
      if (place === "contradicted") left.push(`${old.id} ${type} ${old.sourceId}: ${why}`);
    }
    wanted.push(...ofFacts);
  }
  return { wanted, created: counts.created, equal: counts.equal, left };
}

/** The live assertions of some facts, except those that are moved. */
async function liveAssertions(
  tx: Transaction,
  type: string,
  factKeys: readonly string[],
  moved: ReadonlySet<string>,
): Promise<readonly Assertion[]> {
  const facts = await findAssertions(tx, type, factKeys);
  return [...facts.values()]
    .flat()
    .filter(({ id, retractedAt }) => retractedAt === null && !moved.has(id))
    .map(asAssertion);
}

/** Gives a node the values that its sources report now. */
export async function projectAll(tx: Transaction, id: string): Promise<void> {
  const label = nodeModelOfId(id)?.label;
  if (!label) throw new PactError("INTERNAL", `The id ${id} has no known type.`);
  // The id and the instant of the first record are not reported by sources.
  const reported = nodeModel(label).properties.filter(
    ({ name, kind }) => name !== "id" && kind !== "datetime",
  );
  const named = new Set(reported.map(({ name }) => name));
  await projectProperties(tx, new Map([[id, { label, named }]]));
}

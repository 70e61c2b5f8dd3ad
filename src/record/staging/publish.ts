import { randomUUID } from "node:crypto";
import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, Transaction } from "../../db/database.js";
import { groupBy } from "../../group-by.js";
import { inputInvalid } from "../../input/problem.js";
import type { ParameterValue } from "../../statement/parameters.js";
import { derivedOfNode } from "../derive.js";
import { describedNodes, missingValueProblem } from "../described.js";
import { takeLockOfImport } from "../lock.js";
import type { StoredAssertion } from "../merge.js";
import { nodesReportedBy, projectProperties } from "../project.js";
import { replan } from "../replan.js";
import { describedBy, retractEdges, type Target } from "../retract.js";
import type { NodeRow } from "../rows.js";
import { findSources, rerankedSources } from "../sources.js";
import { isStaying } from "../staying.js";
import { instant, runBatches } from "../stored.js";
import { updateEdges, writeAssertions, writeNodes } from "../write.js";
import { closeStaging, type Staging } from "./staging.js";

/** The changes of the last transaction, which makes the whole load visible. */
export interface Publication {
  readonly sources: readonly NodeRow[];
  readonly nodes: readonly NodeRow[];
  /** Ids of new nodes and sources. */
  readonly made: ReadonlySet<string>;
  /** Stored assertions that change, because the load corrects or outranks them. */
  readonly changed: readonly StoredAssertion[];
  /** The node properties whose reports stay retracted. */
  readonly staying: ReadonlySet<string>;
  /** Assertions that are no longer made, by edge type, and the reason for their retraction. */
  readonly gone: ReadonlyMap<string, readonly Target[]>;
  readonly reason: string;
  /** Ids that stand for another node, with the reason. */
  readonly matches: ReadonlyMap<string, { readonly into: string; readonly reason: string }>;
  /** The record of an import for the list of data sets; undefined for other loads. */
  readonly record: Readonly<Record<string, ParameterValue>> | undefined;
}

/** Publishes a staged load in one transaction: retracts outdated assertions, sets node properties, makes it visible. */
export async function publish(database: Database, staging: Staging, publication: Publication): Promise<void> {
  await database.write(async (tx) => {
    const publishedAt = await takeLockOfImport(tx, staging.owner);
    await writePublication(tx, staging.recordedAt, publication);
    await closeStaging(tx);
    const recordedAt = instant(staging.recordedAt);
    const times = { recordedAt, publishedAt: instant(publishedAt) };
    await tx.run(cypherFile("import/record-publication.cypher"), times);
    await recordMatches(tx, publication, recordedAt);
    if (!publication.record) return;
    const properties = { ...publication.record, recordedAt };
    await tx.run(cypherFile("import/record-import.cypher"), { properties });
  });
  await replan(database);
}

async function recordMatches(
  tx: Transaction,
  { matches }: Publication,
  recordedAt: ParameterValue,
): Promise<void> {
  if (!matches.size) return;
  const rows = [...matches].map(([from, { into, reason }]) => ({ id: randomUUID(), from, into, reason }));
  await runBatches(tx, cypherFile("import/record-matches.cypher"), "rows", rows, { recordedAt });
}

async function writePublication(
  tx: Transaction,
  recordedAt: string,
  { sources, nodes, made, changed, staying, gone, reason }: Publication,
): Promise<void> {
  const before = await findSources(tx);
  await writeNodes(
    tx,
    sources.flatMap((row) => derivedOfNode(row, new Map()).nodes),
    recordedAt,
  );
  const after = await findSources(tx);
  const { priorities } = after;
  for (const [type, edges] of groupBy(changed, (edge) => edge.type)) await updateEdges(tx, type, edges);
  const projected = describedNodes(nodes);
  for (const [type, targets] of gone) {
    const { retracted } = await retractEdges(tx, type, targets, { reason, priorities, recordedAt });
    for (const [id, { label, named }] of describedBy(retracted)) {
      projected.set(id, { label, named: new Set([...(projected.get(id)?.named ?? []), ...named]) });
    }
  }
  // The assertions of a new source were already ranked when they were staged.
  const reranked = rerankedSources(before, after).filter((id) => !made.has(id));
  await writeAssertions(tx, { assertions: [], withdrawn: [], reranked, priorities, recordedAt });
  for (const [id, node] of await nodesReportedBy(tx, reranked))
    if (!projected.has(id)) projected.set(id, node);
  const missingValues = await projectProperties(tx, projected);
  const described = new Set(nodes.map(({ id }) => id));
  const fresh = missingValues.filter((lack) => described.has(lack.id) && !isStaying(staying, lack));
  if (fresh.length)
    throw inputInvalid(
      fresh.map((lack) => missingValueProblem(lack, nodes, "no source reports it any more.")),
    );
}

/** The live assertions of a source of one edge type that were recorded before an instant. */
export async function liveEdges(
  tx: Transaction,
  type: string,
  source: string,
  before: string,
): Promise<readonly (Target & { readonly from: string; readonly to: string })[]> {
  const rows = await tx.run(cypherFileForEdge("import/earlier-edges.cypher", type), {
    source,
    before: instant(before),
  });
  return rows.map(({ id, factKey, from, to }) => ({
    id: String(id),
    factKey: String(factKey),
    from: String(from),
    to: String(to),
  }));
}

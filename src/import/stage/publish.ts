import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, Transaction } from "../../db/database.js";
import { groupBy } from "../../group-by.js";
import type { ParameterValue } from "../../plan/parameters.js";
import { writeRows } from "../../seed/load.js";
import type { StoredAssertion } from "../../seed/merge.js";
import { projectProperties } from "../../seed/project.js";
import { describedBy, retractEdges, type Target } from "../../seed/retract.js";
import type { NodeRow } from "../../seed/rows.js";
import { instant } from "../../seed/stored.js";
import { takeLock, updateEdges } from "../../seed/write.js";
import { type Counts, NOTHING } from "../report.js";
import { closeStaging, type Staging } from "./staging.js";
import { outcomeOf } from "./write.js";

/** What is written in the last transaction, with which all of the import becomes visible at once. */
export interface Publication {
  /** The source, and the nodes of the import. */
  readonly nodes: readonly NodeRow[];
  readonly priorities: ReadonlyMap<string, number>;
  /** What stands in the graph and changes: corrected, or outranked by what the import says. */
  readonly changed: readonly StoredAssertion[];
  /** What the files no longer have, by edge type. */
  readonly gone: ReadonlyMap<string, readonly Target[]>;
  /** Snapshot: why what is not in the files any longer is retracted; undefined: it stays. */
  readonly retractionReason: string | undefined;
  /** What is kept of the import for the list of data sets. */
  readonly record: Readonly<Record<string, ParameterValue>>;
}

/** What became of the nodes. */
export interface PublicationOutcome {
  readonly nodes: Counts;
  readonly edges: ReadonlyMap<string, Counts>;
}

const FROM_NODES = ["HAS_NAME", "REPORTS"];

/** Writes nodes, names and values, ends the staging and records the import, in one transaction. */
export function publish(
  database: Database,
  staging: Staging,
  publication: Publication,
): Promise<PublicationOutcome> {
  return database.write(async (tx) => {
    await takeLock(tx, staging.fingerprint);
    const outcome = await writePublication(tx, staging, publication);
    await closeStaging(tx);
    const properties = { ...publication.record, recordedAt: instant(staging.recordedAt) };
    await tx.run(cypherFile("import/record-import.cypher"), { properties });
    return outcome;
  });
}

/** As publish, without an end: for a dry run, whose transaction is rolled back. */
export async function writePublication(
  tx: Transaction,
  { source, recordedAt }: Pick<Staging, "source" | "recordedAt">,
  { nodes, priorities, changed: outdated, gone, retractionReason: reason }: Publication,
): Promise<PublicationOutcome> {
  for (const [type, edges] of groupBy(outdated, (edge) => edge.type)) await updateEdges(tx, type, edges);
  for (const [type, targets] of gone) {
    await retractEdges(tx, type, targets, { reason: reason ?? "", priorities, recordedAt });
  }
  const { outcomesOfNodes, outcome } = await writeRows(tx, { nodes, edges: [], references: [] }, recordedAt);
  const { counts, kept } = outcomeOf([{ decisions: outcome.decisions, changed: [] }]);
  const edges = new Map(counts);
  const changed = new Set(
    outcome.decisions.flatMap(({ wanted, kept }) => (kept ? [] : [wanted.from, wanted.to])),
  );
  if (reason !== undefined) {
    const stay = new Set(kept);
    for (const type of FROM_NODES) {
      const missing = (await liveEdges(tx, type, source, recordedAt)).filter(({ id }) => !stay.has(id));
      const { retracted } = await retractEdges(tx, type, missing, { reason, priorities, recordedAt });
      await projectProperties(tx, describedBy(retracted));
      edges.set(type, { ...(edges.get(type) ?? NOTHING), retracted: retracted.length });
    }
  }
  const described = new Set(nodes.filter(({ label }) => label !== "Source").map(({ id }) => id));
  const outcomes = [...described].map((id) => {
    const own = outcomesOfNodes.get(id) ?? "unchanged";
    return own === "unchanged" && changed.has(id) ? "updated" : own;
  });
  const count = (which: string) => outcomes.filter((one) => one === which).length;
  return {
    nodes: {
      created: count("created"),
      updated: count("updated"),
      unchanged: count("unchanged"),
      retracted: 0,
    },
    edges,
  };
}

/** What a source asserts of one edge type since before an instant. */
export async function liveEdges(
  tx: Transaction,
  type: string,
  source: string,
  before: string,
): Promise<readonly Target[]> {
  const rows = await tx.run(cypherFileForEdge("import/earlier-edges.cypher", type), {
    source,
    before: instant(before),
  });
  return rows.map((row) => ({ id: String(row.id), factKey: String(row.factKey) }));
}

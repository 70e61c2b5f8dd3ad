import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, Transaction } from "../../db/database.js";
import { assertionOfEdge, type PublicationDays } from "../../seed/derive.js";
import type { Decision } from "../../seed/merge.js";
import { instant, runBatches } from "../../seed/stored.js";
import { takeLock, writeAssertions } from "../../seed/write.js";
import type { SpilledEdge } from "../emit/spill.js";
import { type Counts, NOTHING } from "../report.js";
import type { Staging } from "./staging.js";

/** What all batches of an import share. */
export interface Batching {
  readonly sourceId: string;
  readonly observedUntil: string | null;
  readonly published: PublicationDays;
  readonly priorities: ReadonlyMap<string, number>;
  /** Edge types of which the graph had none when the import began. */
  readonly unused: ReadonlySet<string>;
}

/** What became of the edges of a batch, and the ids of those that stand. */
export interface BatchOutcome {
  readonly counts: ReadonlyMap<string, Counts>;
  readonly standing: readonly string[];
}

/** The assertion that an edge of an import makes. */
export function assertionOf(edge: SpilledEdge, { sourceId, observedUntil, published }: Batching) {
  const { type, from, to, properties, on, file, line, locator } = edge;
  const own = locator === null || properties.locator !== undefined ? properties : { ...properties, locator };
  const at = { file, line, column: 1 };
  return assertionOfEdge(
    {
      type,
      from,
      to,
      sourceId,
      properties: own,
      on,
      observedUntil: edge.observedUntil ?? observedUntil,
      at,
      places: NO_PLACES,
    },
    published,
  );
}

const NO_PLACES = new Map();

/** Which edge types the graph has none of. */
export async function unusedTypes(tx: Transaction, types: Iterable<string>): Promise<ReadonlySet<string>> {
  const unused = new Set<string>();
  for (const type of types) {
    const [row] = await tx.run(cypherFileForEdge("import/count-edges.cypher", type));
    if (Number(row?.count) === 0) unused.add(type);
  }
  return unused;
}

/** Makes the nodes that are not there yet; nobody reads them before they are published. */
export async function stageNodes(
  database: Database,
  staging: Staging,
  nodes: readonly { readonly id: string; readonly label: string }[],
): Promise<void> {
  await database.write(async (tx) => {
    await takeLock(tx, staging.fingerprint);
    const rows = nodes.map(({ id, label }) => ({ id, label }));
    const recordedAt = instant(staging.recordedAt);
    await runBatches(tx, cypherFile("import/stage-nodes.cypher"), "rows", rows, { recordedAt });
  });
}

/** Writes one batch of edges, recorded at the instant of the import. */
export async function stageEdges(
  database: Database,
  staging: Staging,
  edges: readonly SpilledEdge[],
  batching: Batching,
): Promise<BatchOutcome> {
  const assertions = edges.map((edge) => assertionOf(edge, batching));
  const { priorities, unused } = batching;
  const { recordedAt, fingerprint } = staging;
  const outcome = await database.write(async (tx) => {
    await takeLock(tx, fingerprint);
    return writeAssertions(tx, { assertions, withdrawn: [], reranked: [], priorities, recordedAt, unused });
  });
  return outcomeOf(outcome.decisions, recordedAt);
}

/** Counts decisions by edge type. What this import wrote before it was broken off counts as written by it. */
export function outcomeOf(decisions: readonly Decision[], recordedAt: string): BatchOutcome {
  const counts = new Map<
    string,
    { created: number; updated: number; unchanged: number; retracted: number }
  >();
  const standing: string[] = [];
  for (const { wanted, outcome, kept, created } of decisions) {
    const ofType = counts.get(wanted.type) ?? { ...NOTHING };
    counts.set(wanted.type, ofType);
    const own = kept && Date.parse(kept.recordedAt) === Date.parse(recordedAt);
    if (own) ofType[kept.revision > 0 ? "updated" : "created"] += 1;
    else ofType[outcome] += 1;
    const id = (kept ?? created)?.id;
    if (id !== undefined) standing.push(id);
  }
  return { counts, standing };
}

import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, Transaction } from "../../db/database.js";
import { assertionOfEdge, type PublicationDays } from "../../seed/derive.js";
import type { StoredAssertion } from "../../seed/merge.js";
import { instant, runBatches } from "../../seed/stored.js";
import {
  createEdges,
  decideAssertions,
  type TypeDecisions,
  takeLock,
  type WantedAssertions,
} from "../../seed/write.js";
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

/** What became of a batch of edges. */
export interface BatchOutcome {
  readonly counts: ReadonlyMap<string, Counts>;
  /** Ids of those that stood so before. */
  readonly kept: readonly string[];
  /** What stands in the graph and changes when the import is published. */
  readonly changed: readonly StoredAssertion[];
}

/** Decides on one batch of edges; nothing is written. */
export async function tryEdges(
  database: Database,
  recordedAt: string,
  edges: readonly SpilledEdge[],
  batching: Batching,
): Promise<BatchOutcome> {
  const wanted = wantedOf(edges, recordedAt, batching);
  return outcomeOf(await database.read((tx) => decideAssertions(tx, wanted)));
}

/**
 * Writes what is new in one batch of edges, recorded at the instant of the import, which readers leave out. What
 * stands in the graph already is not touched.
 */
export async function stageEdges(
  database: Database,
  staging: Staging,
  edges: readonly SpilledEdge[],
  batching: Batching & { readonly alreadyStaged: ReadonlySet<string> },
): Promise<BatchOutcome> {
  const wanted = wantedOf(edges, staging.recordedAt, batching);
  const decided = await database.write(async (tx) => {
    await takeLock(tx, staging.fingerprint);
    const all = await decideAssertions(tx, wanted);
    for (const { type, created } of all) {
      await createEdges(
        tx,
        type,
        created.filter(({ id }) => !batching.alreadyStaged.has(id)),
      );
    }
    return all;
  });
  return outcomeOf(decided);
}

/** Ids of the edges that this import wrote before it was broken off. */
export async function stagedEdges(
  tx: Transaction,
  { source, recordedAt }: Staging,
  types: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  for (const type of types) {
    const parameters = { source, recordedAt: instant(recordedAt) };
    const rows = await tx.run(cypherFileForEdge("import/staged-edges.cypher", type), parameters);
    for (const { id } of rows) ids.add(String(id));
  }
  return ids;
}

function wantedOf(edges: readonly SpilledEdge[], recordedAt: string, batching: Batching): WantedAssertions {
  const assertions = edges.map((edge) => assertionOf(edge, batching));
  const { priorities, unused } = batching;
  return { assertions, withdrawn: [], reranked: [], priorities, recordedAt, unused };
}

/** Counts decisions by edge type. */
export function outcomeOf(decided: readonly Pick<TypeDecisions, "decisions" | "changed">[]): BatchOutcome {
  const counts = new Map<
    string,
    { created: number; updated: number; unchanged: number; retracted: number }
  >();
  const ids: string[] = [];
  for (const { wanted, outcome, kept } of decided.flatMap(({ decisions }) => decisions)) {
    const ofType = counts.get(wanted.type) ?? { ...NOTHING };
    counts.set(wanted.type, ofType);
    ofType[outcome] += 1;
    if (kept) ids.push(kept.id);
  }
  return { counts, kept: ids, changed: decided.flatMap(({ changed }) => changed) };
}

import { cypherFile, cypherFileForEdge } from "../../db/cypher-files.js";
import type { Database, Transaction } from "../../db/database.js";
import { groupBy } from "../../group-by.js";
import { inputInvalid } from "../../input/problem.js";
import type { Redirects } from "../../model/redirects.js";
import { model } from "../../model/registry.js";
import { distinct } from "../content.js";
import { type Assertion, assertionOfEdge, derivedOfNode } from "../derive.js";
import { redirectedEdge } from "../identity/redirected.js";
import { takeLockOfImport } from "../lock.js";
import type { NodeRow } from "../rows.js";
import { findSources, type KnownSources } from "../sources.js";
import { instant, runBatches } from "../stored.js";
import {
  createEdges,
  decideAssertions,
  type TypeDecisions,
  type WantedAssertions,
  writeNodes,
} from "../write.js";
import { LoadOutcome } from "./outcome.js";
import type { Spill, SpilledEdge } from "./spill.js";
import type { Staging } from "./staging.js";

/** A load that is too large for one transaction. */
export interface Load {
  /** The sources of the load. */
  readonly sources: readonly NodeRow[];
  readonly nodes: readonly NodeRow[];
  readonly edges: Spill;
  /** False for edges that must not be written. */
  readonly accepts: (edge: SpilledEdge) => boolean;
  /** Where the ids in rows lead. */
  readonly redirects: Redirects;
  /** The last day covered by the data, for edges that do not state their own. */
  readonly observedUntil: string | null;
  /** True to write also what an editor has retracted. */
  readonly restore?: boolean;
  /** True if the load has the acts of each fact whole. */
  readonly isRelease?: boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** Assertions per transaction. */
const BATCH = 10_000;
/** Nodes per transaction; their assertions are derived together. */
const NODES = 3_000;

/** Priorities and publication dates of all sources, including those of the load. */
export async function knownSources(database: Database, sources: readonly NodeRow[]): Promise<KnownSources> {
  const stored = await database.read(findSources);
  const [published, priorities] = [new Map(stored.published), new Map(stored.priorities)];
  for (const { id, properties } of sources) {
    const { publishedAt = published.get(id) ?? null, priority = priorities.get(id) ?? 0 } = properties;
    published.set(id, typeof publishedAt === "string" ? publishedAt : null);
    priorities.set(id, Number(priority ?? 0));
  }
  return { published, priorities };
}

type How = Pick<Load, "observedUntil" | "redirects" | "restore" | "isRelease">;

/** The assertion of an edge of a load. */
export function assertionOf(
  { locator, file, line, ...row }: SpilledEdge,
  { observedUntil, redirects, restore = false, isRelease = false }: How,
  { published }: Pick<KnownSources, "published">,
): Assertion {
  const edge = redirectedEdge(row, redirects);
  const { properties } = edge;
  const own = locator === null || properties.locator !== undefined ? properties : { ...properties, locator };
  const at = { file, line, column: 1 };
  const coveredUntil = edge.coveredUntil ?? observedUntil;
  const how = { isRelease, restore: restore || edge.restore === true, coveredUntil, at, places: NO_PLACES };
  return assertionOfEdge({ ...edge, ...how, properties: own }, published);
}

/** Decides on the whole load without writing anything. */
export async function tryLoad(database: Database, load: Load, recordedAt: string): Promise<LoadOutcome> {
  const known = await knownSources(database, load.sources);
  const outcome = new LoadOutcome();
  for await (const { assertions, unused } of batchesOf(database, load, known)) {
    const wanted = wantedOf(assertions, known, recordedAt, unused);
    outcome.add(withoutProblems(await database.read((tx) => decideAssertions(tx, wanted))));
  }
  const ids = new Set(load.nodes.map(({ id }) => id));
  const found = await database.read((tx) =>
    runBatches(tx, cypherFile("write/find-nodes.cypher"), "ids", [...ids]),
  );
  for (const { id } of found) ids.delete(String(id));
  for (const id of ids) outcome.madeNodes.add(id);
  return outcome;
}

/**
 * Writes the new assertions of a load, recorded at the instant of the import, which readers skip. Does not touch
 * existing assertions, and does not repeat what an interrupted run already wrote.
 */
export async function stageLoad(database: Database, load: Load, staging: Staging): Promise<LoadOutcome> {
  const known = await knownSources(database, load.sources);
  const already = await stagedEdges(database, staging);
  const outcome = new LoadOutcome();
  for (const nodes of [load.sources, ...chunks(load.nodes, NODES)]) {
    for (const id of await stageNodes(database, staging, nodes, known)) outcome.madeNodes.add(id);
  }
  for await (const { assertions, unused } of ahead(batchesOf(database, load, known))) {
    const wanted = wantedOf(assertions, known, staging.recordedAt, unused);
    outcome.add(await stageAssertions(database, staging, wanted, already));
  }
  return outcome;
}

/** Computes the next item while the current one is used. */
async function* ahead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  let next = items.next();
  for (;;) {
    const { done, value } = await next;
    if (done) return;
    next = items.next();
    // An error of the next item is thrown when that item is reached.
    next.catch(() => undefined);
    yield value;
  }
}

/** Yields the assertions of nodes, then those of edges, in batches. */
async function* batchesOf(database: Database, load: Load, known: KnownSources) {
  const types = [...load.edges.counts.keys()];
  const unused = await database.read((tx) => unusedTypes(tx, types));
  for (const nodes of [load.sources, ...nodeBatches(load.nodes)]) {
    const assertions = nodes.flatMap((row) => derivedOfNode(row, known.published).assertions);
    yield { assertions: distinct(assertions), unused };
  }
  const total = load.edges.size;
  let done = 0;
  for (const indexes of load.edges.batches(BATCH)) {
    const read = await load.edges.read(indexes);
    const assertions = read.filter(load.accepts).map((edge) => assertionOf(edge, load, known));
    yield { assertions, unused };
    done += read.length;
    load.onProgress(done, total);
  }
}

/** Creates missing nodes and names, which stay invisible until they are published. */
async function stageNodes(
  database: Database,
  { owner, recordedAt }: Staging,
  nodes: readonly NodeRow[],
  { published }: KnownSources,
): Promise<readonly string[]> {
  const names = nodes
    .flatMap((row) => derivedOfNode(row, published).nodes)
    .filter(({ label }) => label === model.nameLabel);
  const rows = nodes.map(({ id, label }) => ({ id, label }));
  return database.write(async (tx) => {
    await takeLockOfImport(tx, owner);
    await writeNodes(tx, names, recordedAt);
    const at = { recordedAt: instant(recordedAt) };
    const made = await runBatches(tx, cypherFile("import/stage-nodes.cypher"), "rows", rows, at);
    return made.map(({ id }) => String(id));
  });
}

async function stageAssertions(
  database: Database,
  { owner }: Staging,
  wanted: WantedAssertions,
  already: ReadonlySet<string>,
): Promise<readonly TypeDecisions[]> {
  return database.write(async (tx) => {
    await takeLockOfImport(tx, owner);
    const decided = withoutProblems(await decideAssertions(tx, wanted));
    for (const { type, created } of decided) {
      await createEdges(
        tx,
        type,
        created.filter(({ id }) => !already.has(id)),
      );
    }
    return decided;
  });
}

/** Ids of the edges that this import wrote before it was interrupted. */
async function stagedEdges(
  database: Database,
  { sources, recordedAt }: Staging,
): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const parameters = { sources, recordedAt: instant(recordedAt) };
  for (const type of model.edges.keys()) {
    const text = cypherFileForEdge("import/staged-edges.cypher", type);
    for (const { id } of await database.read((tx) => tx.run(text, parameters))) ids.add(String(id));
  }
  return ids;
}

/** The edge types without any edges in the graph. */
async function unusedTypes(tx: Transaction, types: readonly string[]): Promise<ReadonlySet<string>> {
  const unused = new Set<string>();
  for (const type of types) {
    const [row] = await tx.run(cypherFileForEdge("import/count-edges.cypher", type));
    if (Number(row?.count) === 0) unused.add(type);
  }
  return unused;
}

function wantedOf(
  assertions: readonly Assertion[],
  { priorities }: KnownSources,
  recordedAt: string,
  unused: ReadonlySet<string>,
): WantedAssertions {
  return { assertions, withdrawn: [], reranked: [], priorities, recordedAt, isStaged: true, unused };
}

/** Throws BUNDLE_INVALID if one source states a fact in two ways. */
function withoutProblems(decided: readonly TypeDecisions[]): readonly TypeDecisions[] {
  const problems = decided.flatMap((one) => one.problems);
  if (problems.length) throw inputInvalid(problems);
  return decided;
}

const NO_PLACES = new Map();

/** Splits nodes into batches that keep all rows of one node together. */
function nodeBatches(nodes: readonly NodeRow[]): readonly (readonly NodeRow[])[] {
  const batches: NodeRow[][] = [];
  for (const rows of groupBy(nodes, ({ id }) => id).values()) {
    const open = batches.at(-1);
    if (open && open.length + rows.length <= NODES) open.push(...rows);
    else batches.push([...rows]);
  }
  return batches;
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import { groupBy } from "../group-by.js";
import type { Problem } from "../input/problem.js";
import { model } from "../model/registry.js";
import type { ParameterMap } from "../statement/parameters.js";
import type { Assertion, WantedNode } from "./derive.js";
import { type Decision, mergeAssertions, type StoredAssertion } from "./merge.js";
import { settleFact } from "./settle.js";
import {
  findAssertions,
  instant,
  isSameInstant,
  nodeParameters,
  parametersOf,
  runBatches,
  stateOf,
} from "./stored.js";
import type { Withdrawn } from "./withdrawn.js";

/** The outcome of each node, by id. */
export type NodeOutcomes = ReadonlyMap<string, "created" | "updated" | "unchanged">;

/** Writes nodes and their directly set columns. */
export async function writeNodes(
  tx: Transaction,
  nodes: readonly WantedNode[],
  recordedAt: string,
): Promise<NodeOutcomes> {
  const rows = nodes.map(({ id, label, columns }) => ({
    id,
    label,
    columns: nodeParameters(label, columns),
  }));
  const text = cypherFile("write/upsert-nodes.cypher");
  const results = await runBatches(tx, text, "rows", rows, { recordedAt: instant(recordedAt) });
  const outcomes = new Map<string, "created" | "updated" | "unchanged">();
  for (const { id, outcome } of results) {
    const known = outcomes.get(id);
    if (known === undefined || (known === "unchanged" && outcome !== "unchanged")) outcomes.set(id, outcome);
  }
  return outcomes;
}

/** The assertions of a load and how to apply them. */
export interface WantedAssertions {
  readonly assertions: readonly Assertion[];
  /** Withdrawn facts, whose live assertions are retracted. */
  readonly withdrawn: readonly Withdrawn[];
  /** Sources whose priority has changed, so that their facts are ranked again. */
  readonly reranked: readonly string[];
  readonly priorities: ReadonlyMap<string, number>;
  readonly recordedAt: string;
  /** The name of the key with which the load was sent. */
  readonly recordedBy?: string;
  /** True for a staged load: assertions written before an interruption are decided again. */
  readonly isStaged?: boolean;
  /** Edge types without any edges yet, so that no lookup is needed. */
  readonly unused?: ReadonlySet<string>;
}

/** The changes made, or the problems that prevented them. */
export interface AssertionOutcome {
  readonly decisions: readonly Decision[];
  /** Keys of the withdrawn facts. */
  readonly withdrawn: readonly string[];
  readonly retracted: number;
  /** True if any assertion was written, retracted, or got another standing. */
  readonly isChanged: boolean;
  readonly problems: readonly Problem[];
}

/** The planned changes for one edge type. */
export interface TypeDecisions {
  readonly type: string;
  readonly decisions: readonly Decision[];
  readonly withdrawn: readonly string[];
  readonly problems: readonly Problem[];
  /** New assertions with their standing. */
  readonly created: readonly StoredAssertion[];
  /** Stored assertions that are retracted or get a new standing. */
  readonly changed: readonly StoredAssertion[];
}

/** Compares the wanted assertions with the graph and writes the differences. */
export async function writeAssertions(tx: Transaction, wanted: WantedAssertions): Promise<AssertionOutcome> {
  const all = await decideAssertions(tx, wanted);
  const problems = all.flatMap((one) => one.problems);
  if (!problems.length) {
    for (const { type, created, changed } of all) {
      await createEdges(tx, type, created, wanted.recordedBy);
      await updateEdges(tx, type, changed, wanted);
    }
  }
  const changed = all.flatMap((one) => one.changed);
  return {
    decisions: all.flatMap((one) => one.decisions),
    withdrawn: all.flatMap((one) => one.withdrawn),
    retracted: changed.filter((edge) => edge.retractedAt === wanted.recordedAt).length,
    isChanged: changed.length > 0 || all.some(({ created }) => created.length > 0),
    problems,
  };
}

/** Compares the wanted assertions with the graph; nothing is written. */
export async function decideAssertions(
  tx: Transaction,
  wanted: WantedAssertions,
): Promise<readonly TypeDecisions[]> {
  const all: TypeDecisions[] = [];
  for (const type of model.edges.keys()) all.push(await decideType(tx, type, wanted));
  return all;
}

/** Writes new assertions of one edge type. */
export async function createEdges(
  tx: Transaction,
  type: string,
  created: readonly StoredAssertion[],
  recordedBy: string | null = null,
): Promise<void> {
  const rows = created.map((edge) => ({
    from: edge.from,
    to: edge.to,
    properties: { ...parametersOf(edge), recordedBy },
  }));
  const results = await runBatches(tx, cypherFileForEdge("write/create-edges.cypher", type), "rows", rows);
  const written = results.reduce((sum, row) => sum + Number(row.created), 0);
  if (written === rows.length) return;
  throw new PactError("INTERNAL", `Only ${written} of ${rows.length} ${type} edges have both ends.`);
}

/** Writes the new state of assertions of one edge type. */
export async function updateEdges(
  tx: Transaction,
  type: string,
  changed: readonly StoredAssertion[],
  { recordedAt, recordedBy }: Partial<Pick<WantedAssertions, "recordedAt" | "recordedBy">> = {},
): Promise<void> {
  const rows = changed.map((edge) => {
    const isRetracted = recordedBy !== undefined && edge.retractedAt === recordedAt;
    return {
      id: edge.id,
      properties: { ...stateOf(edge), ...(isRetracted ? { retractedBy: recordedBy } : {}) },
    };
  });
  await runBatches(tx, cypherFileForEdge("write/update-edges.cypher", type), "rows", rows);
}

/** Sets properties of stored assertions, by the assertion. */
export async function markEdges<Edge extends Pick<StoredAssertion, "type" | "id">>(
  tx: Transaction,
  edges: readonly Edge[],
  propertiesOf: (edge: Edge) => ParameterMap,
): Promise<void> {
  for (const [type, ofType] of groupBy(edges, (edge) => edge.type)) {
    const rows = ofType.map((edge) => ({ id: edge.id, properties: propertiesOf(edge) }));
    await runBatches(tx, cypherFileForEdge("write/update-edges.cypher", type), "rows", rows);
  }
}

async function decideType(tx: Transaction, type: string, wanted: WantedAssertions): Promise<TypeDecisions> {
  const { priorities, recordedAt } = wanted;
  const decisions: Decision[] = [];
  const problems: Problem[] = [];
  const gone: string[] = [];
  const created: StoredAssertion[] = [];
  const changed: StoredAssertion[] = [];
  const rows = groupBy(
    wanted.assertions.filter((row) => row.type === type),
    (row) => row.factKey,
  );
  const withdrawn = groupBy(
    wanted.withdrawn.filter((fact) => fact.type === type),
    ({ factKey }) => factKey,
  );
  const reranked = await factsOfSources(tx, type, wanted.reranked);
  const factKeys = [...new Set([...rows.keys(), ...withdrawn.keys(), ...reranked])];
  const stored = await findAssertions(tx, type, wanted.unused?.has(type) ? [] : factKeys);
  for (const factKey of factKeys) {
    const found = stored.get(factKey) ?? [];
    const before = wanted.isStaged
      ? found.filter((old) => !isSameInstant(old.recordedAt, recordedAt))
      : found;
    const merged = mergeFact(rows.get(factKey) ?? [], before, recordedAt);
    decisions.push(...merged.decisions);
    problems.push(...merged.problems);
    const sources = withdrawn.get(factKey)?.map(({ sourceId }) => sourceId) ?? [];
    const live = before.filter((old) => old.retractedAt === null && sources.includes(old.sourceId));
    if (live.length) gone.push(factKey);
    const after = settleFact(before, merged.decisions, live, priorities, recordedAt);
    created.push(...after.created);
    changed.push(...after.changed);
  }
  return { type, decisions, withdrawn: gone, problems, created, changed };
}

async function factsOfSources(
  tx: Transaction,
  type: string,
  sources: readonly string[],
): Promise<readonly string[]> {
  const rows = await runBatches(
    tx,
    cypherFileForEdge("write/facts-of-sources.cypher", type),
    "sources",
    sources,
  );
  return rows.map((row) => String(row.factKey));
}

/** Merges the rows of one fact, separately for each source. */
function mergeFact(rows: readonly Assertion[], stored: readonly StoredAssertion[], recordedAt: string) {
  const parts = [...groupBy(rows, (row) => row.sourceId)].map(([sourceId, ofSource]) => {
    const before = stored.filter((old) => old.sourceId === sourceId);
    return mergeAssertions(ofSource, before, recordedAt);
  });
  return {
    decisions: parts.flatMap((part) => part.decisions),
    problems: parts.flatMap((part) => part.problems),
  };
}

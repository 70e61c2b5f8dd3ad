import { cypherFile } from "../db/cypher-files.js";
import type { Database, Transaction } from "../db/database.js";
import { factKeyOf } from "../model/ids.js";
import { edgeModel } from "../model/registry.js";
import { checkBundle } from "./check.js";
import { type Assertion, assertionOfEdge, derivedOfNode } from "./derive.js";
import { writeOrTry } from "./dry-run.js";
import { bundleInvalid, type Fault, formatPosition } from "./fault.js";
import { takeLock } from "./lock.js";
import { parseBundle } from "./parse.js";
import { type Lack, nodesReportedBy, type Projected, projectProperties } from "./project.js";
import { type BundleText, readBundle } from "./read.js";
import type { BundleReport, RowReport } from "./report.js";
import { resolveRows } from "./resolve.js";
import type { NodeRow, Rows } from "./rows.js";
import { type AssertionOutcome, type NodeOutcomes, writeAssertions, writeNodes } from "./write.js";

/** Loads bundle files: everything is checked first; all of them are one transaction. Throws BUNDLE_INVALID. */
export async function loadFiles(
  database: Database,
  files: readonly string[],
  dryRun: boolean,
): Promise<BundleReport> {
  const read = await Promise.all(files.map(readBundle));
  const faults = read.filter((result): result is Fault => "at" in result);
  const texts = read.filter((result): result is BundleText => "text" in result);
  return loadTexts(database, texts, dryRun, faults);
}

/** Loads bundles given as text. */
export async function loadTexts(
  database: Database,
  texts: readonly BundleText[],
  dryRun: boolean,
  earlier: readonly Fault[] = [],
): Promise<BundleReport> {
  const { rows, faults } = checkTexts(texts);
  const known = [...earlier, ...faults];
  return writeOrTry(database, dryRun, (tx) => applyRows(tx, rows, known, dryRun));
}

/** Reads and checks bundles as far as that needs no database. */
export function checkTexts(texts: readonly BundleText[]): { rows: Rows; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const all: Rows[] = [];
  for (const text of texts) {
    const parsed = parseBundle(text);
    faults.push(...parsed.faults);
    if (!parsed.map) continue;
    const checked = checkBundle(parsed.map);
    faults.push(...checked.faults);
    all.push(checked.rows);
  }
  const rows = {
    nodes: all.flatMap((part) => part.nodes),
    edges: all.flatMap((part) => part.edges),
    references: all.flatMap((part) => part.references),
  };
  return { rows, faults };
}

async function applyRows(
  tx: Transaction,
  rows: Rows,
  known: readonly Fault[],
  dryRun: boolean,
): Promise<BundleReport> {
  const recordedAt = await takeLock(tx);
  const faults = [...known, ...(await resolveRows(tx, rows))];
  if (faults.length) throw bundleInvalid(faults);
  const { derived, edges, outcomesOfNodes, outcome } = await writeRows(tx, rows, recordedAt);
  return makeReport(derived, edges, outcomesOfNodes, outcome, dryRun);
}

/** Writes checked rows as of an instant, inside the transaction of the caller. Throws BUNDLE_INVALID. */
export async function writeRows(tx: Transaction, rows: Rows, recordedAt: string) {
  const before = await findSources(tx);
  const sources = rows.nodes.filter(({ label }) => label === "Source");
  const sourceOutcomes = await writeNodes(
    tx,
    sources.flatMap((row) => derivedOfNode(row, new Map()).nodes),
    recordedAt,
  );
  const after = await findSources(tx);

  const derived = rows.nodes.map((row) => ({ row, ...derivedOfNode(row, after.published) }));
  const nodeOutcomes = await writeNodes(
    tx,
    derived.flatMap((part) => part.nodes),
    recordedAt,
  );
  // A second writing of the same finds nothing to do; what became of a source is what the first one says.
  const outcomesOfNodes = new Map([...nodeOutcomes, ...sourceOutcomes]);
  const edges = rows.edges.map((row) => assertionOfEdge(row, after.published));
  const reranked = [...before.priorities].flatMap(([id, was]) =>
    after.priorities.get(id) === was ? [] : [id],
  );
  const outcome = await writeAssertions(tx, {
    assertions: distinct([...derived.flatMap((part) => part.assertions), ...edges]),
    withdrawn: rows.nodes.flatMap(withdrawnReports),
    reranked,
    priorities: after.priorities,
    recordedAt,
  });
  if (outcome.faults.length) throw bundleInvalid(outcome.faults);
  const projected = new Map([...(await nodesReportedBy(tx, reranked)), ...describedNodes(rows.nodes)]);
  const lacks = await projectProperties(tx, projected);
  if (lacks.length) throw bundleInvalid(lacks.map((lack) => describeLack(lack, rows.nodes)));
  return { derived, edges, outcomesOfNodes, outcome };
}

/** What is known of all sources: when they were published, and their priorities. */
export async function findSources(tx: Transaction) {
  const found = await tx.run(cypherFile("write/find-sources.cypher"));
  const published = new Map<string, string | null>();
  const priorities = new Map<string, number>();
  for (const { id, publishedAt, priority } of found) {
    published.set(id, publishedAt);
    priorities.set(id, priority ?? 0);
  }
  return { published, priorities };
}

/** A source that says the same thing twice in the same words has said it once. */
function distinct(assertions: readonly Assertion[]): readonly Assertion[] {
  return [...new Map(assertions.map((assertion) => [contentKey(assertion), assertion])).values()];
}

/** A property that a row sets to null is no longer reported by its source. */
export function withdrawnReports(row: NodeRow) {
  const edge = edgeModel("REPORTS");
  return nullsOf(row).map((property) => ({
    type: edge.type,
    factKey: factKeyOf(edge, row.sourceId, row.id, { property }),
  }));
}

function nullsOf(row: NodeRow): readonly string[] {
  if (row.label === "Source") return [];
  return Object.entries(row.properties).flatMap(([name, value]) => (value === null ? [name] : []));
}

function describedNodes(nodes: readonly NodeRow[]): ReadonlyMap<string, Projected> {
  const described = new Map<string, Projected>();
  for (const { id, label, properties } of nodes) {
    if (label === "Source") continue;
    const before = described.get(id)?.named ?? [];
    described.set(id, { label, named: new Set([...before, ...Object.keys(properties)]) });
  }
  return described;
}

function describeLack({ id, property }: Lack, nodes: readonly NodeRow[]): Fault {
  const row = nodes.find((node) => node.id === id && property in node.properties);
  const at = row?.at ?? { file: id, line: 1, column: 1 };
  return { at, message: `${id} must have ${property}, and no other source says it. Write what is right.` };
}

type Derived = ReturnType<typeof derivedOfNode> & { readonly row: NodeRow };

/** What became of each row. */
function makeReport(
  derived: readonly Derived[],
  edges: readonly Assertion[],
  nodeOutcomes: NodeOutcomes,
  { decisions, withdrawn, retracted }: AssertionOutcome,
  dryRun: boolean,
): BundleReport {
  const changed = new Set(
    decisions.filter((d) => d.outcome !== "unchanged").map(({ wanted }) => contentKey(wanted)),
  );
  const gone = new Set(withdrawn);
  const byContent = new Map(decisions.map((decision) => [contentKey(decision.wanted), decision.outcome]));
  const nodeRows = derived.map(({ row, assertions }): RowReport => {
    const own = nodeOutcomes.get(row.id) ?? "unchanged";
    const touched =
      assertions.some((assertion) => changed.has(contentKey(assertion))) ||
      withdrawnReports(row).some(({ factKey }) => gone.has(factKey));
    const outcome = own === "unchanged" && touched ? "updated" : own;
    return { at: formatPosition(row.at), type: row.label, id: row.id, outcome };
  });
  const edgeRows = edges.map((edge): RowReport => {
    const outcome = byContent.get(contentKey(edge)) ?? "unchanged";
    return { at: formatPosition(edge.at), type: edge.type, id: `${edge.from} → ${edge.to}`, outcome };
  });
  const rows = [...nodeRows, ...edgeRows];
  const count = (outcome: RowReport["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  return {
    ...{ dryRun, retracted, rows },
    created: count("created"),
    updated: count("updated"),
    unchanged: count("unchanged"),
  };
}

function contentKey({ factKey, sourceId, columns }: Assertion): string {
  return JSON.stringify([factKey, sourceId, columns]);
}

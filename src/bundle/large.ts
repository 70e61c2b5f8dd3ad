import { createInterface } from "node:readline";
import { parse } from "lossless-json";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { sha256Of } from "../file-hash.js";
import { groupBy } from "../group-by.js";
import { openText } from "../input/open.js";
import { inputInvalid, type Problem } from "../input/problem.js";
import { parseRaw, type RawEntry, type RawMap, type RawValue } from "../input/raw.js";
import type { Redirects } from "../model/redirects.js";
import { model } from "../model/registry.js";
import type { Progress } from "../progress.js";
import { distinct } from "../record/content.js";
import { derivedOfNode } from "../record/derive.js";
import { writeOrTry } from "../record/dry-run.js";
import { findRedirects, redirectedNodes } from "../record/identity/redirected.js";
import { takeLock } from "../record/lock.js";
import { contradictionsIn } from "../record/merge.js";
import { findReferenceProblems } from "../record/references.js";
import type { Target } from "../record/retract.js";
import type { NodeRow, Reference } from "../record/rows.js";
import type { KnownSources } from "../record/sources.js";
import { assertionOf, knownSources, type Load, tryLoad } from "../record/staging/load.js";
import { loadStaged } from "../record/staging/load-staged.js";
import type { LoadOutcome } from "../record/staging/outcome.js";
import { findRepeated } from "../record/staging/repeated.js";
import { Spill } from "../record/staging/spill.js";
import { openStaging } from "../record/staging/staging.js";
import { findAssertions } from "../record/stored.js";
import { withdrawnReports } from "../record/withdrawn.js";
import { checkBundle } from "./check.js";
import { ROW_KEYS } from "./parse.js";
import { differentSources } from "./resolve.js";

/** Options for loading a large bundle. */
export interface LargeBundleOptions {
  readonly dryRun: boolean;
  readonly onProgress: (progress: Progress) => void;
}

/** The content of a large bundle: nodes in memory, edges in a temporary file. */
interface Bundle {
  readonly sources: NodeRow[];
  readonly nodes: NodeRow[];
  readonly edges: Spill;
  /** Ids of the sources of the rows, described in the bundle or earlier. */
  readonly sayers: Set<string>;
  readonly references: Map<string, Reference>;
  readonly problems: Problem[];
}

const LINES = 5_000;
const MAX_PROBLEMS = 1_000;

/**
 * Loads an NDJSON bundle that is too large for one transaction, for example a backup. Checks it completely, then writes
 * it in batches that become visible only at the end. Throws BUNDLE_INVALID. Running the same command again resumes an
 * interrupted load.
 */
export async function loadLargeBundle(
  database: Database,
  file: string,
  { dryRun, onProgress }: LargeBundleOptions,
): Promise<LoadOutcome> {
  const redirects = await database.read(findRedirects);
  const bundle = await readBundleLines(file, redirects);
  try {
    let rejected: ReadonlySet<number> = new Set();
    const load: Load = {
      sources: bundle.sources,
      nodes: bundle.nodes,
      edges: bundle.edges,
      redirects,
      accepts: ({ number }) => !rejected.has(number),
      observedUntil: null,
      onProgress: (done, total) => onProgress({ message: "Writing edges", done, total, unit: "edges" }),
    };
    rejected = await check(database, bundle, load);
    if (dryRun) {
      const recordedAt = await writeOrTry(database, true, (tx) => takeLock(tx));
      return await tryLoad(database, load, recordedAt);
    }
    const staging = await openStaging(database, {
      fingerprint: await fingerprintOf(file),
      mapping: `the bundle ${file}`,
      sources: [...bundle.sayers].sort(),
    });
    return await loadStaged(database, load, staging, async () => {
      onProgress({ message: "Publishing" });
      const gone = await withdrawnTargets(database, load.nodes);
      return { gone, reason: "The source no longer reports this.", record: undefined, matches: new Map() };
    });
  } finally {
    bundle.edges.remove();
  }
}

async function readBundleLines(file: string, redirects: Redirects): Promise<Bundle> {
  const references = new Map<string, Reference>();
  const bundle: Bundle = {
    sources: [],
    nodes: [],
    edges: new Spill(),
    sayers: new Set(),
    references,
    problems: [],
  };
  try {
    await readLines(file, bundle);
    const named = [...references.values()].map((each) => ({ ...each, id: redirects.targetOf(each.id) }));
    return {
      ...bundle,
      nodes: [...redirectedNodes(bundle.nodes, redirects)],
      references: new Map(named.map((each) => [each.id, each])),
    };
  } catch (error) {
    bundle.edges.remove();
    if (!(error instanceof PactError) || error.code !== "IMPORT_FAILED") throw error;
    throw new PactError("BUNDLE_INVALID", error.message, {}, { cause: error });
  }
}

async function readLines(file: string, bundle: Bundle): Promise<void> {
  let head: RawMap | undefined;
  let rows: RawEntry[] = [];
  let line = 0;
  const text = await openText(file, "utf-8", { advice: "Save it as UTF-8." });
  for await (const one of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
    line += 1;
    if (one.trim() === "") continue;
    const value = rawLine(file, one, line, bundle.problems);
    if (value && value.kind !== "map" && bundle.problems.length < MAX_PROBLEMS) {
      bundle.problems.push({ at: value.at, message: "Every line of NDJSON must be a JSON object." });
    }
    if (value?.kind !== "map") continue;
    if (!head) head = value;
    else rows.push(...value.entries);
    if (rows.length >= LINES && head) {
      take(bundle, file, head, rows);
      rows = [];
    }
  }
  take(bundle, file, head ?? { kind: "map", entries: [], at: { file, line: 1, column: 1 } }, rows);
}

/** Checks some rows of a bundle and adds them. */
function take(bundle: Bundle, file: string, head: RawMap, rows: readonly RawEntry[]): void {
  const lists = [...groupBy(rows, ({ key }) => ROW_KEYS[key] ?? key)].map(([key, entries]): RawEntry => {
    const items = entries.map(({ value }) => value);
    return { key, keyAt: head.at, value: { kind: "list", items, at: head.at } };
  });
  const checked = checkBundle({ ...head, entries: [...head.entries, ...lists] });
  if (bundle.problems.length < MAX_PROBLEMS) bundle.problems.push(...checked.problems);
  for (const row of checked.rows.nodes)
    (row.label === model.sourceLabel ? bundle.sources : bundle.nodes).push(row);
  for (const { sourceId } of [...checked.rows.nodes, ...checked.rows.edges]) bundle.sayers.add(sourceId);
  for (const { at, places, ...edge } of checked.rows.edges) {
    bundle.edges.add({ ...edge, row: at.line, file, line: at.line, locator: null });
  }
  for (const reference of checked.rows.references) {
    if (!bundle.references.has(reference.id)) bundle.references.set(reference.id, reference);
  }
}

/** Parses a line with the fast JSON parser; the bundle parser reports lines that are not JSON. */
function rawLine(file: string, text: string, line: number, problems: Problem[]): RawValue | undefined {
  try {
    return rawOf(
      parse(text, undefined, (number) => number),
      { file, line, column: 1 },
    );
  } catch {
    const parsed = parseRaw(file, text, line - 1);
    if (problems.length < MAX_PROBLEMS) problems.push(...parsed.problems);
    return parsed.value;
  }
}

function rawOf(value: unknown, at: RawValue["at"]): RawValue {
  if (Array.isArray(value)) return { kind: "list", items: value.map((item) => rawOf(item, at)), at };
  if (typeof value !== "object" || value === null) {
    return { kind: "scalar", text: value === null ? null : String(value), at };
  }
  const entries = Object.entries(value).map(([key, inner]) => ({ key, keyAt: at, value: rawOf(inner, at) }));
  return { kind: "map", entries, at };
}

/** Checks the bundle and returns the numbers of its duplicate edges. Throws BUNDLE_INVALID. */
async function check(database: Database, bundle: Bundle, load: Load): Promise<ReadonlySet<number>> {
  const { sources, nodes, edges, references, problems } = bundle;
  const all = [...sources, ...nodes];
  const unknown = await database.read((tx) =>
    findReferenceProblems(tx, { nodes: all, references: [...references.values()] }),
  );
  const known = await knownSources(database, sources);
  const repeated = await findRepeated(edges, (edge) => assertionOf(edge, load, known), new Set());
  const found = [
    ...problems,
    ...unknown,
    ...differentSources(sources),
    ...contradictions(nodes, known),
    ...repeated.problems,
  ];
  if (found.length) throw inputInvalid(found);
  return repeated.dropped;
}

/** Finds rows of one source that give different values for the same node. */
function contradictions(nodes: readonly NodeRow[], { published }: KnownSources): readonly Problem[] {
  return [...groupBy(nodes, ({ id }) => id).values()].flatMap((rows) => {
    if (rows.length < 2) return [];
    const assertions = distinct(rows.flatMap((row) => derivedOfNode(row, published).assertions));
    const facts = groupBy(assertions, ({ factKey, sourceId }) => `${factKey} ${sourceId}`);
    return [...facts.values()].flatMap(contradictionsIn);
  });
}

/** Live reports that a source withdraws by setting a property to null. */
async function withdrawnTargets(
  database: Database,
  nodes: readonly NodeRow[],
): Promise<ReadonlyMap<string, readonly Target[]>> {
  const withdrawn = nodes.flatMap(withdrawnReports);
  if (!withdrawn.length) return new Map();
  const { type } = model.reports;
  const keys = withdrawn.map(({ factKey }) => factKey);
  const found = await database.read((tx) => findAssertions(tx, type, keys));
  // Other sources may report the same property: a source withdraws only what it reported itself.
  const live = withdrawn.flatMap(({ factKey, sourceId }) =>
    (found.get(factKey) ?? []).filter((old) => old.sourceId === sourceId && old.retractedAt === null),
  );
  return new Map([[type, live.map(({ id, factKey }) => ({ id, factKey }))]]);
}

async function fingerprintOf(file: string): Promise<string> {
  try {
    return await sha256Of(file);
  } catch (error) {
    throw new PactError("BUNDLE_INVALID", `${file}: cannot be read.`, {}, { cause: error });
  }
}

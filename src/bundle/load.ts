import type { Database, Transaction } from "../db/database.js";
import { inputInvalid, type Problem } from "../input/problem.js";
import type { RawMap } from "../input/raw.js";
import { type InputText, readInput } from "../input/read.js";
import { writeOrTry } from "../record/dry-run.js";
import {
  earlierReport,
  noteWrite,
  repeatableOf,
  requireNoPriority,
  requireRevision,
  requireSources,
  type WriteTerms,
} from "../record/guarded.js";
import { findRedirects, redirectedRows } from "../record/identity/redirected.js";
import { keepRevision, takeLockAfter } from "../record/lock.js";
import type { Rows } from "../record/rows.js";
import { writeRows } from "../record/write-rows.js";
import { checkBundle } from "./check.js";
import { bundleOfInput, type InputBundle } from "./of-input.js";
import { parseBundle } from "./parse.js";
import { withBundlePaths, withInputPaths } from "./paths.js";
import { type BundleReport, reportOf } from "./report.js";
import { resolveBundle } from "./resolve.js";
import { warningsOf } from "./warnings/warnings.js";

/** Which of the rows to load, after a look at the graph. */
export type Choice = (tx: Transaction, rows: Rows) => Promise<Rows>;

const ALL_ROWS: Choice = async (_, rows) => rows;

/** Checks bundle files, then loads them in one transaction. Throws BUNDLE_INVALID. */
export async function loadFiles(
  database: Database,
  files: readonly string[],
  dryRun: boolean,
  choose: Choice = ALL_ROWS,
): Promise<BundleReport> {
  const read = await Promise.all(files.map(readInput));
  const problems = read.filter((result): result is Problem => "at" in result);
  const texts = read.filter((result): result is InputText => "text" in result);
  return loadTexts(database, texts, dryRun, problems, choose);
}

/** Loads bundles given as text. */
export async function loadTexts(
  database: Database,
  texts: readonly InputText[],
  dryRun: boolean,
  earlier: readonly Problem[] = [],
  choose: Choice = ALL_ROWS,
  terms: WriteTerms = {},
): Promise<BundleReport> {
  const content = texts.map(({ text }) => text).join("\n");
  const checked = checkTexts(texts);
  const problems = [...earlier, ...checked.problems];
  const withPaths = (error: unknown) => withBundlePaths(error, checked.maps);
  return loadChecked(database, { rows: checked.rows, problems, content, withPaths }, dryRun, terms, choose);
}

/** Loads what an input of a mutation says. Errors name its fields. */
export async function loadInput(
  database: Database,
  input: InputBundle,
  dryRun: boolean,
  terms: WriteTerms,
): Promise<BundleReport> {
  const checked = checkBundle(bundleOfInput(input));
  const content = JSON.stringify(input);
  return loadChecked(database, { ...checked, content, withPaths: withInputPaths }, dryRun, terms);
}

/** Rows that were checked as far as this needs no database. */
interface Checked {
  readonly rows: Rows;
  readonly problems: readonly Problem[];
  /** Adds to an error where its problems are, for programs. */
  readonly withPaths: (error: unknown) => unknown;
  /** What was sent: the same content under the same idempotency key is written once. */
  readonly content: string;
}

async function loadChecked(
  database: Database,
  { rows, problems: known, withPaths, content }: Checked,
  dryRun: boolean,
  terms: WriteTerms,
  choose: Choice = ALL_ROWS,
): Promise<BundleReport> {
  const repeatable = dryRun ? undefined : repeatableOf(terms, content);
  // Looked up before the lock, too: what was done before changes nothing, not even the revision.
  const done = repeatable && (await database.read((tx) => earlierReport(tx, repeatable)));
  if (done !== undefined) return repeatedReport(done);
  try {
    return await writeOrTry(database, dryRun, async (tx) => {
      const { recordedAt, previous } = await takeLockAfter(tx);
      const before = await earlierReport(tx, repeatable);
      if (before !== undefined) return repeatedReport(before);
      requireRevision(terms, previous);
      requireSources(terms, sourcesOf(rows));
      requireNoPriority(terms, rows.nodes);
      const current = await choose(tx, redirectedRows(rows, await findRedirects(tx)));
      const { report, isChanged } = await applyRows(tx, current, known, dryRun, recordedAt, terms.by);
      if (!isChanged) await keepRevision(tx, previous);
      await noteWrite(tx, repeatable, JSON.stringify(report));
      return report;
    });
  } catch (error) {
    throw withPaths(error);
  }
}

/** The sources for which rows are written. */
function sourcesOf({ nodes, edges }: Rows): readonly string[] {
  return [...nodes.map(({ sourceId, id }) => sourceId || id), ...edges.map(({ sourceId }) => sourceId)];
}

/** The report of the first time; nothing is written again. */
function repeatedReport(text: string): BundleReport {
  return { ...(JSON.parse(text) as BundleReport), repeated: true };
}

/** Parses bundles and runs all checks that need no database. */
export function checkTexts(texts: readonly InputText[]): {
  readonly rows: Rows;
  readonly problems: readonly Problem[];
  readonly maps: readonly RawMap[];
} {
  const problems: Problem[] = [];
  const maps: RawMap[] = [];
  const all: Rows[] = [];
  for (const text of texts) {
    const parsed = parseBundle(text);
    problems.push(...parsed.problems);
    if (!parsed.map) continue;
    maps.push(parsed.map);
    const checked = checkBundle(parsed.map);
    problems.push(...checked.problems);
    all.push(checked.rows);
  }
  const rows = {
    nodes: all.flatMap((part) => part.nodes),
    edges: all.flatMap((part) => part.edges),
    references: all.flatMap((part) => part.references),
  };
  return { rows, problems, maps };
}

async function applyRows(
  tx: Transaction,
  rows: Rows,
  known: readonly Problem[],
  dryRun: boolean,
  recordedAt: string,
  by: string | undefined,
): Promise<{ readonly report: BundleReport; readonly isChanged: boolean }> {
  const problems = [...known, ...(await resolveBundle(tx, rows))];
  if (problems.length) throw inputInvalid(problems);
  const written = await writeRows(tx, rows, recordedAt, by);
  const { nodeOutcomes, assertions } = written;
  const isChanged =
    assertions.isChanged || [...nodeOutcomes.values()].some((outcome) => outcome !== "unchanged");
  return { report: reportOf(written, await warningsOf(tx, written), dryRun), isChanged };
}

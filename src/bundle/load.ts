import type { Database, Transaction } from "../db/database.js";
import { inputInvalid, type Problem } from "../input/problem.js";
import { type InputText, readInput } from "../input/read.js";
import { writeOrTry } from "../record/dry-run.js";
import { findRedirects, redirectedRows } from "../record/identity/redirected.js";
import { takeLock } from "../record/lock.js";
import type { Rows } from "../record/rows.js";
import { writeRows } from "../record/write-rows.js";
import { checkBundle } from "./check.js";
import { parseBundle } from "./parse.js";
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
): Promise<BundleReport> {
  const { rows, problems } = checkTexts(texts);
  const known = [...earlier, ...problems];
  return writeOrTry(database, dryRun, async (tx) => {
    const recordedAt = await takeLock(tx);
    const current = redirectedRows(rows, await findRedirects(tx));
    return applyRows(tx, await choose(tx, current), known, dryRun, recordedAt);
  });
}

/** Parses bundles and runs all checks that need no database. */
export function checkTexts(texts: readonly InputText[]): { rows: Rows; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const all: Rows[] = [];
  for (const text of texts) {
    const parsed = parseBundle(text);
    problems.push(...parsed.problems);
    if (!parsed.map) continue;
    const checked = checkBundle(parsed.map);
    problems.push(...checked.problems);
    all.push(checked.rows);
  }
  const rows = {
    nodes: all.flatMap((part) => part.nodes),
    edges: all.flatMap((part) => part.edges),
    references: all.flatMap((part) => part.references),
  };
  return { rows, problems };
}

async function applyRows(
  tx: Transaction,
  rows: Rows,
  known: readonly Problem[],
  dryRun: boolean,
  recordedAt: string,
): Promise<BundleReport> {
  const problems = [...known, ...(await resolveBundle(tx, rows))];
  if (problems.length) throw inputInvalid(problems);
  const written = await writeRows(tx, rows, recordedAt);
  return reportOf(written, await warningsOf(tx, written), dryRun);
}

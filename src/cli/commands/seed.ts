import { stat } from "node:fs/promises";
import { loadLargeBundle } from "../../bundle/large.js";
import { loadFiles } from "../../bundle/load.js";
import { withoutOlderReleases } from "../../bundle/newer-releases.js";
import type { BundleReport } from "../../bundle/report.js";
import type { LoadOutcome } from "../../record/staging/outcome.js";
import { bundledFiles } from "../prepare.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

/** Options of `pactgraph seed`. */
export interface SeedOptions {
  readonly dryRun: boolean;
  readonly docker: boolean;
  /** Also list unchanged rows. */
  readonly verbose: boolean;
}

/** Loads bundle files (without files, the bundled data) and returns the report as text. */
export function seedCommand(
  session: Session,
  files: readonly string[],
  options: SeedOptions,
): Promise<string> {
  const { progress } = session;
  const { dryRun, verbose } = options;
  return withDatabase(session, options, async (database) => {
    const [large] = files;
    if (files.length === 1 && large !== undefined && (await isLarge(large))) {
      const outcome = await loadLargeBundle(database, large, { dryRun, onProgress: progress.show });
      return formatOutcome(outcome, dryRun);
    }
    const report = files.length
      ? await loadFiles(database, files, dryRun)
      : await loadFiles(database, bundledFiles(), dryRun, withoutOlderReleases);
    return formatReport(report, verbose);
  });
}

/** The largest NDJSON bundle that is loaded in one transaction; larger ones are loaded in batches. */
const LARGE_BYTES = 5_000_000;

async function isLarge(file: string): Promise<boolean> {
  if (!/\.(ndjson|jsonl)(\.gz)?$/i.test(file)) return false;
  const { size } = await stat(file).catch(() => ({ size: 0 }));
  return size > LARGE_BYTES || file.endsWith(".gz");
}

/** Formats the totals by edge type. */
function formatOutcome(outcome: LoadOutcome, dryRun: boolean): string {
  const sums = [...outcome.edges].map(
    ([type, { created, updated, unchanged }]) =>
      `${type.padEnd(14)} ${created} created, ${updated} updated, ${unchanged} unchanged`,
  );
  return [...sums, dryRun ? "Dry run: nothing was written." : `${outcome.madeNodes.size} nodes created`].join(
    "\n",
  );
}

/** Lists each changed row, then what may be a mistake, then the totals. */
export function formatReport(report: BundleReport, verbose: boolean): string {
  const rows = report.rows
    .filter((row) => verbose || row.outcome !== "unchanged")
    .map(({ at, type, id, outcome }) => `${outcome.padEnd(9)} ${type} ${id}  (${at})`);
  const { created, updated, unchanged, retracted, stayRetracted, dryRun } = report;
  const staying = stayRetracted
    ? `, ${stayRetracted} stay retracted (an editor retracted them; "restore: true" in the bundle brings them back)`
    : "";
  const sums = `${created} created, ${updated} updated, ${unchanged} unchanged, ${retracted} assertions retracted${staying}`;
  const warnings = report.warnings.map(({ at, message }) => `warning   ${message}  (${at})`);
  return [...rows, ...warnings, dryRun ? `Dry run (nothing was written): ${sums}` : sums].join("\n");
}

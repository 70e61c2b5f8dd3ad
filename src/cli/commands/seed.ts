import type { Config } from "../../config.js";
import { loadFiles } from "../../seed/load.js";
import type { BundleReport } from "../../seed/report.js";
import { connect } from "../connect.js";
import { bundledFiles, migrate } from "../prepare.js";
import type { ProgressLine } from "../progress.js";

/** What `pactgraph seed` can be told. */
export interface SeedOptions {
  readonly dryRun: boolean;
  readonly docker: boolean;
  /** Also name the rows that were so already. */
  readonly verbose: boolean;
}

/** Loads bundle files (none named: the bundled data) and gives the report as text. */
export async function seedCommand(
  config: Config,
  files: readonly string[],
  { dryRun, docker, verbose }: SeedOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<string> {
  const connection = await connect(config, progress, { docker, joinRunning: true, signal });
  try {
    await migrate(connection.database, progress);
    const report = await loadFiles(connection.database, files.length ? files : bundledFiles(), dryRun);
    return formatReport(report, verbose);
  } finally {
    await connection.close();
  }
}

/** A line for each row that changes something, then the sums. */
export function formatReport(report: BundleReport, verbose: boolean): string {
  const rows = report.rows
    .filter((row) => verbose || row.outcome !== "unchanged")
    .map(({ at, type, id, outcome }) => `${outcome.padEnd(9)} ${type} ${id}  (${at})`);
  const { created, updated, unchanged, retracted, dryRun } = report;
  const sums = `${created} created, ${updated} updated, ${unchanged} unchanged, ${retracted} assertions retracted`;
  return [...rows, dryRun ? `Dry run, nothing was written: ${sums}` : sums].join("\n");
}

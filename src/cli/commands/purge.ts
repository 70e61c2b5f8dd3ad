import type { Config } from "../../config.js";
import { purge } from "../../record/purge.js";
import { connect } from "../connect.js";
import { migrate } from "../prepare.js";
import type { ProgressLine } from "../progress.js";

/** Deletes a retracted source and returns what was deleted as text. */
export async function purgeCommand(
  config: Config,
  source: string,
  { docker, dryRun }: { readonly docker: boolean; readonly dryRun: boolean },
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<string> {
  const connection = await connect(config, progress, { docker, joinRunning: true, signal });
  try {
    await migrate(connection.database, progress);
    const { assertions, nodes } = await purge(connection.database, source, dryRun);
    const what = `${source}, ${assertions} retracted assertions and ${nodes} nodes that only it made`;
    return dryRun ? `Dry run: nothing was deleted. A purge deletes ${what}.` : `Deleted ${what}.`;
  } finally {
    await connection.close();
  }
}

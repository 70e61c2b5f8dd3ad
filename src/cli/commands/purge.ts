import type { Config } from "../../config.js";
import { purge } from "../../record/purge.js";
import type { ProgressLine } from "../progress.js";
import { withDatabase } from "../with-database.js";

/** Deletes a retracted source and returns what was deleted as text. */
export function purgeCommand(
  config: Config,
  source: string,
  options: { readonly docker: boolean; readonly dryRun: boolean },
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<string> {
  return withDatabase(config, options, progress, signal, async (database) => {
    const { assertions, nodes, dryRun } = await purge(database, source, options.dryRun);
    const what = `${source}, ${assertions} retracted assertions and ${nodes} nodes that only this source described`;
    return dryRun ? `Dry run: nothing was deleted. A purge deletes ${what}.` : `Deleted ${what}.`;
  });
}

import type { Config } from "../../config.js";
import { restoreHistory } from "../../history/restore.js";
import type { ProgressLine } from "../progress.js";
import { withDatabase } from "../with-database.js";

/** Options of `pactgraph restore`. */
export interface RestoreCommandOptions {
  readonly replace: boolean;
  readonly docker: boolean;
}

/** Restores a backup with history and returns what was restored, as text. */
export function restoreCommand(
  config: Config,
  file: string,
  options: RestoreCommandOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<string> {
  return withDatabase(config, options, progress, signal, async (database) => {
    const { replace } = options;
    const onProgress = (message: string) => progress.show({ message });
    const { nodes, edges, hash } = await restoreHistory(database, file, { replace, onProgress });
    return `Restored ${nodes} nodes and ${edges} edges. The hash of the record is that of the file: ${hash}`;
  });
}

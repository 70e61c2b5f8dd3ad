import { restoreHistory } from "../../history/restore.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

/** Options of `pactgraph restore`. */
export interface RestoreCommandOptions {
  readonly replace: boolean;
  readonly docker: boolean;
}

/** Restores a backup with history and returns what was restored, as text. */
export function restoreCommand(
  session: Session,
  file: string,
  options: RestoreCommandOptions,
): Promise<string> {
  const { progress } = session;
  return withDatabase(session, options, async (database) => {
    const { replace } = options;
    const onProgress = (message: string) => progress.show({ message });
    const { nodes, edges, hash } = await restoreHistory(database, file, { replace, onProgress });
    return `Restored ${nodes} nodes and ${edges} edges. The hash of the record is that of the file: ${hash}`;
  });
}

import { purge } from "../../record/purge.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

/** Deletes a retracted source and returns what was deleted as text. */
export function purgeCommand(
  session: Session,
  source: string,
  options: { readonly docker: boolean; readonly dryRun: boolean },
): Promise<string> {
  return withDatabase(session, options, async (database) => {
    const { assertions, nodes, dryRun } = await purge(database, source, options.dryRun);
    const what = `${source}, ${assertions} retracted assertions and ${nodes} nodes that only this source described`;
    return dryRun ? `Dry run: nothing was deleted. A purge deletes ${what}.` : `Deleted ${what}.`;
  });
}

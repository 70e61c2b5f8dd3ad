import type { Database } from "../../db/database.js";
import { type Load, stageLoad } from "./load.js";
import type { LoadOutcome } from "./outcome.js";
import { type Publication, publish } from "./publish.js";
import { discardOnError, type Staging } from "./staging.js";

/** What only the caller knows of a publication: which assertions are withdrawn and why, and the record of an import. */
type OwnPart = Pick<Publication, "gone" | "reason" | "record" | "matches">;

/**
 * Writes a load that is too large for one transaction: stages its rows, then publishes all of them at once. If that fails,
 * what was staged is discarded.
 * @param ownPart is called when all rows are staged
 */
export function loadStaged(
  database: Database,
  load: Load,
  staging: Staging,
  ownPart: (outcome: LoadOutcome) => Promise<OwnPart>,
): Promise<LoadOutcome> {
  return discardOnError(database, async () => {
    const outcome = await stageLoad(database, load, staging);
    const { madeNodes: made, changed, stayingReports: staying } = outcome;
    const { sources, nodes } = load;
    const own = await ownPart(outcome);
    await publish(database, staging, { sources, nodes, made, changed, staying, ...own });
    return outcome;
  });
}

import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { findSources } from "../record/sources.js";
import type { Mapping } from "./mapping/mapping.js";

/**
 * Refuses a release that is older than the one in the graph: the newer one would seem to be corrected by it. Releases
 * are told apart by the day of publication of their source. Throws IMPORT_FAILED.
 */
export async function refuseOlder(database: Database, { source }: Mapping): Promise<void> {
  const { id = "", publishedAt } = source;
  const { published } = await database.read(findSources);
  const newer = published.get(id);
  if (publishedAt === undefined || !newer || publishedAt >= newer) return;
  throw new PactError(
    "IMPORT_FAILED",
    `Nothing was imported. The graph has what ${id} published on ${newer}; this is of ${publishedAt}, and would take ` +
      "back what came later. Import releases in the order of their days, or say --older to do it all the same.",
  );
}

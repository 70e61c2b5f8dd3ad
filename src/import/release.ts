import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { findSources } from "../record/sources.js";
import type { Mapping } from "./mapping/mapping.js";

/**
 * Rejects a release that is older than the one in the graph, because it would overwrite newer data. Compares the
 * publication dates of the source. Throws IMPORT_FAILED.
 */
export async function rejectOlderRelease(database: Database, { source }: Mapping): Promise<void> {
  const { id = "", publishedAt } = source;
  const { published } = await database.read(findSources);
  const newer = published.get(id);
  if (publishedAt === undefined || !newer || publishedAt >= newer) return;
  throw new PactError(
    "IMPORT_FAILED",
    `Nothing was imported. The graph has the release of ${id} of ${newer}; this one is older (${publishedAt}) and ` +
      "would undo newer data. Import releases in the order of publication, or pass --older to import it anyway.",
  );
}

import type { Transaction } from "../db/database.js";
import { model } from "../model/registry.js";
import type { Rows } from "../record/rows.js";
import { findSources } from "../record/sources.js";

/**
 * The rows of the bundled data, which are a release of their sources. Without those of sources of which the graph has a
 * newer release, imported after the bundle was made: loading the older release again would undo it.
 */
export async function withoutOlderReleases(tx: Transaction, rows: Rows): Promise<Rows> {
  const { published } = await findSources(tx);
  const older = new Set(
    rows.nodes.flatMap(({ label, id, properties: { publishedAt } }) => {
      const newest = label === model.sourceLabel ? published.get(id) : null;
      return newest && typeof publishedAt === "string" && publishedAt < newest ? [id] : [];
    }),
  );
  const isCurrent = ({ sourceId }: { readonly sourceId: string }) => !older.has(sourceId);
  return {
    ...rows,
    nodes: rows.nodes.filter((row) => !older.has(row.id) && isCurrent(row)),
    edges: rows.edges.filter(isCurrent).map((row) => ({ ...row, isRelease: true })),
  };
}

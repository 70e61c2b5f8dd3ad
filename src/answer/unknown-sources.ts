import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { didYouMean } from "../model/suggest.js";
import type { Bound } from "../plan/bind.js";
import { atField } from "../plan/field-error.js";

/** Sources that were found a short time ago. Only a purge deletes a source, and it may do so in another process. */
const known = new WeakMap<Database, { readonly found: Set<string>; readonly at: number }>();
const KNOWN_MS = 10_000;

/** The sources of an import in progress are not published yet. */
const STATEMENT =
  "OPTIONAL MATCH (staging:ImportStaging) WITH min(staging.recordedAt) AS since " +
  "MATCH (source:Source) WHERE since IS NULL OR source.recordedAt < since RETURN source.id AS id";

/** Throws BAD_INPUT, with a suggestion, for an argument that names a source that does not exist. */
export async function rejectUnknownSources(database: Database, { sources }: Bound): Promise<void> {
  if (!sources.length) return;
  const before = known.get(database);
  const isFresh = before !== undefined && Date.now() - before.at < KNOWN_MS;
  const { found } = isFresh ? before : { found: new Set<string>() };
  if (!isFresh) known.set(database, { found, at: Date.now() });
  const isUnknown = (id: string) => !found.has(id);
  if (sources.some(({ ids }) => ids.some(isUnknown))) {
    for (const { id } of await database.read((tx) => tx.run(STATEMENT))) found.add(String(id));
  }
  for (const { site, ids, path } of sources) {
    const [unknown] = ids.filter(isUnknown);
    if (unknown === undefined) continue;
    atField(site, () => {
      throw new PactError(
        "BAD_INPUT",
        `${path.join(".")}: there is no source ${unknown}.${didYouMean(unknown, [...found])} The field sources lists all sources.`,
      );
    });
  }
}

import { cypherFile } from "../db/cypher-files.js";
import type { Transaction } from "../db/database.js";
import type { PublicationDays } from "./derive.js";

/** Publication dates and priorities of all sources, by id. */
export interface KnownSources {
  readonly published: PublicationDays;
  readonly priorities: ReadonlyMap<string, number>;
}

/** Reads the publication dates and priorities of all sources. */
export async function findSources(tx: Transaction): Promise<KnownSources> {
  const found = await tx.run(cypherFile("write/find-sources.cypher"));
  const published = new Map<string, string | null>();
  const priorities = new Map<string, number>();
  for (const { id, publishedAt, priority } of found) {
    published.set(id, publishedAt);
    priorities.set(id, priority ?? 0);
  }
  return { published, priorities };
}

/** Sources whose priority changed between two reads, so that their facts must be ranked again. */
export function rerankedSources(before: KnownSources, after: KnownSources): readonly string[] {
  return [...before.priorities].flatMap(([id, was]) => (after.priorities.get(id) === was ? [] : [id]));
}

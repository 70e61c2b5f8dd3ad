import type { Database } from "../db/database.js";
import { formatPosition } from "../input/problem.js";
import { lifetimesOf, lifetimesOfRows, outsideLife } from "../record/lifetimes.js";
import type { KnownSources } from "../record/sources.js";
import { assertionOf, type Load } from "../record/staging/load.js";
import type { Warning } from "./report.js";

/** Warnings that a report lists. */
const MAX_LISTED = 1_000;
const READ_AT_ONCE = 10_000;

/** The edges of a load with dates outside the lives of their nodes: how many, and the first of them. */
export async function implausibleDates(database: Database, load: Load, known: KnownSources) {
  const { edges, nodes, redirects } = load;
  const ids = new Set([...edges.nodeIds.keys()].map((id) => redirects.targetOf(id)));
  const stored = await database.read((tx) => lifetimesOf(tx, ids));
  // What the graph knows of a node counts more than what the rows say of it.
  const lifetimes = new Map([...lifetimesOfRows(nodes), ...stored]);
  const listed: Warning[] = [];
  let count = 0;
  for (const indexes of edges.batches(READ_AT_ONCE)) {
    for (const edge of (await edges.read(indexes)).filter(load.accepts)) {
      const assertion = assertionOf(edge, load, known);
      for (const message of outsideLife(assertion, lifetimes)) {
        count += 1;
        if (listed.length < MAX_LISTED) listed.push({ at: formatPosition(assertion.at), message });
      }
    }
  }
  return { count, listed };
}

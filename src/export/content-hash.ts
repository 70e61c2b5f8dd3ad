import type { Database } from "../db/database.js";
import { model } from "../model/registry.js";
import { SumHash } from "../sum-hash.js";
import { LiveGraph, type Stored } from "./live-graph.js";

/** Columns about the recording, which may differ between graphs with the same content. */
const OF_RECORD: ReadonlySet<string> = new Set([
  "id",
  "recordedAt",
  "retractedAt",
  "spell",
  "revision",
  "standing",
  "chosenFrom",
  "chosenUntil",
  "renews",
  "renewed",
]);

/**
 * A hash of all current content: nodes with their values and names, and edges with their sources and standing.
 * Independent of the order in which the graph was built.
 */
export async function contentHash(database: Database): Promise<string> {
  const graph = await LiveGraph.open(database);
  const hash = new SumHash();
  for await (const { id, label, properties, reports, names } of graph.nodes()) {
    hash.add(["node", label, id, sorted(properties)]);
    for (const { source, edge } of reports) hash.add([model.reports.type, source, id, sorted(edge)]);
    for (const { edge, name } of names) hash.add([model.names.type, id, name.id, sorted(name), sorted(edge)]);
  }
  for await (const { type, from, to, properties } of graph.edges())
    hash.add([type, from, to, sorted(properties)]);
  return hash.text;
}

function sorted(values: Stored): readonly (readonly [string, unknown])[] {
  return Object.entries(values)
    .filter(([name]) => !OF_RECORD.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

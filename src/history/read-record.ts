import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { model } from "../model/registry.js";
import { RevisionPages } from "../record/revision-pages.js";
import { HISTORY_VERSION, RECORD_LABELS, RecordHash, type RecordLine, toJson } from "./record-lines.js";

/**
 * The whole record as NDJSON: every assertion that was ever made, with its recording and retraction, and what the
 * service keeps beside the graph, without keys. Throws EXPORT_CHANGED and IMPORT_UNFINISHED.
 */
export async function* historyLines(database: Database): AsyncGenerator<string> {
  const hash = new RecordHash();
  for await (const line of recordLines(database)) {
    hash.add(line);
    yield `${JSON.stringify(line)}\n`;
  }
  const { nodes, edges, text } = hash;
  const end: RecordLine = { end: { nodes, edges, hash: text } };
  yield `${JSON.stringify(end)}\n`;
}

/** The hash of the whole record: the same for a graph and for what was restored from its backup. */
export async function recordHash(database: Database): Promise<string> {
  const hash = new RecordHash();
  for await (const line of recordLines(database)) hash.add(line);
  return hash.text;
}

async function* recordLines(database: Database): AsyncGenerator<RecordLine> {
  const pages = await RevisionPages.open(database);
  yield { history: HISTORY_VERSION, title: `Pactgraph, the whole record of revision ${pages.revision}` };
  const [size] = await pages.read(cypherFile("history/size.cypher"));
  let edges = 0;
  for await (const { labels, properties } of pages.of(cypherFile("history/nodes.cypher"), ({ id }) => id))
    yield { node: { labels: [...labels].sort(), properties: toJson(properties) } };
  for (const type of model.edges.keys()) {
    const text = cypherFileForEdge("history/edges.cypher", type);
    for await (const { from, to, properties } of pages.of(text, (row) => row.properties.id)) {
      edges += 1;
      yield { edge: { type, from, to, properties: toJson(properties) } };
    }
  }
  // Whatever the model does not know would be lost in silence.
  if (edges !== Number(size?.edges))
    throw new PactError(
      "EXPORT_CHANGED",
      `The database has ${size?.edges} edges, and ${edges} were read. Export again.`,
    );
  const records = await pages.read(cypherFile("history/records.cypher"), { labels: RECORD_LABELS });
  const kept = records.map(({ label, properties }): RecordLine => {
    return { node: { labels: [label], properties: toJson(properties) } };
  });
  yield* kept.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

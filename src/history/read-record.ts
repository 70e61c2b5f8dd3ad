import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Database, DatabaseRow } from "../db/database.js";
import { PactError } from "../errors.js";
import { model } from "../model/registry.js";
import { findStagingIn } from "../record/staging/staging.js";
import { HISTORY_VERSION, RECORD_LABELS, RecordHash, type RecordLine, toJson } from "./record-lines.js";

const PAGE = 2_000;

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
  const revision = await revisionOf(database);
  const pages = new Pages(database, revision);
  yield { history: HISTORY_VERSION, title: `Pactgraph, the whole record of revision ${revision}` };
  const size = await database.read((tx) => tx.run(cypherFile("history/size.cypher")));
  let edges = 0;
  for await (const row of pages.of(cypherFile("history/nodes.cypher"), (row) => String(row.id)))
    yield { node: { labels: [...(row.labels as string[])].sort(), properties: toJson(row.properties) } };
  for (const type of model.edges.keys()) {
    const text = cypherFileForEdge("history/edges.cypher", type);
    for await (const row of pages.of(text, (row) => String(row.properties.id))) {
      edges += 1;
      yield { edge: { type, from: row.from, to: row.to, properties: toJson(row.properties) } };
    }
  }
  // Whatever the model does not know would be lost in silence.
  if (edges !== Number(size[0]?.edges))
    throw new PactError(
      "EXPORT_CHANGED",
      `The database has ${size[0]?.edges} edges, and ${edges} were read. Export again.`,
    );
  const records = await database.read((tx) =>
    tx.run(cypherFile("history/records.cypher"), { labels: RECORD_LABELS }),
  );
  const kept = records.map(({ label, properties }): RecordLine => {
    return { node: { labels: [label], properties: toJson(properties) } };
  });
  yield* kept.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  await pages.requireSame();
}

/** Reads page by page at one revision. */
class Pages {
  constructor(
    private readonly database: Database,
    private readonly revision: string,
  ) {}

  async *of(text: string, idOf: (row: DatabaseRow) => string): AsyncGenerator<DatabaseRow> {
    for (let after = ""; ; ) {
      const rows = await this.database.read(async (tx) => {
        if (await findStagingIn(tx))
          throw new PactError(
            "IMPORT_UNFINISHED",
            "An import is in progress. Export when it has finished; check with pactgraph datasets.",
          );
        return tx.run(text, { after, most: PAGE });
      });
      await this.requireSame();
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = idOf(last);
    }
  }

  async requireSame(): Promise<void> {
    if ((await revisionOf(this.database)) !== this.revision)
      throw new PactError("EXPORT_CHANGED", "The data changed during the export. Export again.");
  }
}

async function revisionOf(database: Database): Promise<string> {
  const [row] = await database.read((tx) => tx.run(cypherFile("read/revision.cypher")));
  return row?.revision ?? "";
}

import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { model } from "../model/registry.js";
import { noteFacts } from "../record/facts.js";
import { closeStaging, openStaging } from "../record/staging/staging.js";
import { recordHash } from "./read-record.js";
import {
  fromJson,
  HISTORY_VERSION,
  RECORD_LABELS,
  RecordHash,
  type RecordLine,
  recordLineOf,
} from "./record-lines.js";

const BATCH = 5_000;
/** A restore that was interrupted is begun again by the same command. */
const STAGING = { fingerprint: "restore", mapping: "pactgraph restore", sources: [] };
/** The node with the instant of the last write. */
const LOCK = "WriteLock";
const LABELS: ReadonlySet<string> = new Set([...model.nodes.keys(), "Entity", ...RECORD_LABELS]);

/** How much was restored. */
export interface Restored {
  readonly nodes: number;
  readonly edges: number;
  readonly hash: string;
}

export interface RestoreOptions {
  /** True if what is in the database is deleted first. */
  readonly replace: boolean;
  readonly onProgress: (message: string) => void;
}

/**
 * Writes the record of a file into an empty database, and compares its hash. The whole file is checked first. Throws
 * BAD_INPUT for a damaged or incomplete file, and CONFLICT if the database has data that must not be replaced.
 */
export async function restoreHistory(
  database: Database,
  file: string,
  { replace, onProgress }: RestoreOptions,
): Promise<Restored> {
  onProgress("Checking the file");
  const expected = await checkedEnd(file);
  await requireEmpty(database, replace);
  // Blocks other writers, and exports of a part.
  await openStaging(database, STAGING);
  onProgress("Deleting what is in the database");
  const labels = ["Entity", ...RECORD_LABELS.filter((label) => label !== LOCK)];
  while (await deleteSome(database, labels));
  onProgress(`Restoring ${expected.nodes} nodes and ${expected.edges} edges`);
  const locks = await writeLines(database, file);
  await database.write(async (tx) => {
    // The lock of the restore gives way to the one of the file, and with it the revision.
    await tx.run(cypherFile("history/clear.cypher"), { labels: [LOCK], most: BATCH });
    await tx.run(cypherFile("history/create-nodes.cypher"), { rows: locks });
    await closeStaging(tx);
  });
  await noteFacts(database, true);
  const hash = await recordHash(database);
  if (hash === expected.hash) return expected;
  throw new PactError(
    "CONFLICT",
    `The database differs from the file: its hash is ${hash}, the file has ${expected.hash}. Something may have been written during the restore. Restore again with --replace.`,
  );
}

async function requireEmpty(database: Database, replace: boolean): Promise<void> {
  const [size] = await database.read((tx) => tx.run(cypherFile("history/size.cypher")));
  if (replace || Number(size?.nodes) === 0) return;
  throw new PactError(
    "CONFLICT",
    `The database has ${size?.nodes} nodes. Restore into an empty database, or pass --replace to delete them first.`,
  );
}

async function deleteSome(database: Database, labels: readonly string[]): Promise<boolean> {
  const [row] = await database.write((tx) =>
    tx.run(cypherFile("history/clear.cypher"), { labels, most: BATCH }),
  );
  return Number(row?.deleted) > 0;
}

type NodeRow = { readonly labels: readonly string[]; readonly properties: ReturnType<typeof fromJson> };

/** Writes all lines but the lock, which it returns. */
async function writeLines(database: Database, file: string): Promise<readonly NodeRow[]> {
  const locks: NodeRow[] = [];
  let nodes: NodeRow[] = [];
  const edges = new Map<string, { from: string; to: string; properties: NodeRow["properties"] }[]>();
  const writeNodes = async () => {
    const rows = nodes;
    nodes = [];
    await database.write((tx) => tx.run(cypherFile("history/create-nodes.cypher"), { rows }));
  };
  const writeEdges = async (type: string) => {
    const rows = edges.get(type) ?? [];
    edges.delete(type);
    const text = cypherFileForEdge("write/create-edges.cypher", type);
    await database.write((tx) => tx.run(text, { rows }));
  };
  for await (const { line } of linesOf(file)) {
    if ("node" in line) {
      const row = { labels: line.node.labels, properties: fromJson(line.node.properties) };
      if (row.labels.includes(LOCK)) locks.push(row);
      else nodes.push(row);
      if (nodes.length >= BATCH) await writeNodes();
    } else if ("edge" in line) {
      // All nodes of the graph come before the edges.
      if (nodes.length) await writeNodes();
      const { type, from, to, properties } = line.edge;
      const rows = edges.get(type) ?? [];
      rows.push({ from, to, properties: fromJson(properties) });
      edges.set(type, rows);
      if (rows.length >= BATCH) await writeEdges(type);
    }
  }
  if (nodes.length) await writeNodes();
  for (const type of [...edges.keys()]) await writeEdges(type);
  return locks;
}

/** Checks every line, and that nothing is missing. Returns what the last line says. */
async function checkedEnd(file: string): Promise<Restored> {
  const hash = new RecordHash();
  let end: Restored | undefined;
  for await (const { line, number } of linesOf(file)) {
    if (end) throw invalid(file, number, "there are lines after the end");
    if ("end" in line) end = line.end;
    else hash.add(line);
  }
  if (!end)
    throw new PactError(
      "BAD_INPUT",
      `${file} is incomplete: its last line is missing. Make the backup again.`,
    );
  if (hash.text !== end.hash)
    throw new PactError(
      "BAD_INPUT",
      `${file} was changed or damaged: its hash does not match the one in its last line.`,
    );
  return end;
}

async function* linesOf(
  file: string,
): AsyncGenerator<{ readonly line: RecordLine; readonly number: number }> {
  const input = createReadStream(file);
  const text = file.endsWith(".gz") ? input.pipe(createGunzip()) : input;
  let number = 0;
  try {
    for await (const content of createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY })) {
      number += 1;
      yield { line: lineOf(file, number, content), number };
    }
  } catch (error) {
    if (error instanceof PactError) throw error;
    throw new PactError(
      "BAD_INPUT",
      `Cannot read ${file}. Check the path and the file.`,
      {},
      { cause: error },
    );
  } finally {
    input.destroy();
  }
}

function lineOf(file: string, number: number, content: string): RecordLine {
  const line = recordLineOf(content);
  if (number === 1 && !(line && "history" in line && line.history === HISTORY_VERSION))
    throw invalid(
      file,
      number,
      "it must be the head of a backup with history (pactgraph export --graph --history)",
    );
  if (!line) throw invalid(file, number, "this is not a line of a backup with history");
  if ("node" in line && !line.node.labels.every((label) => LABELS.has(label)))
    throw invalid(file, number, `unknown labels ${line.node.labels.join(", ")}`);
  if ("edge" in line && !model.edges.has(line.edge.type))
    throw invalid(file, number, `unknown edge type ${line.edge.type}`);
  return line;
}

function invalid(file: string, number: number, what: string): PactError {
  return new PactError("BAD_INPUT", `${file}:${number}: ${what}.`);
}

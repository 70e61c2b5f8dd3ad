import { createWriteStream } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { pipeline } from "node:stream/promises";
import type { Config } from "../../config.js";
import type { Database } from "../../db/database.js";
import { PactError } from "../../errors.js";
import { backupLines } from "../../export/backup.js";
import { citationText, sourcesOf } from "../../export/citation.js";
import { contentHash } from "../../export/content-hash.js";
import { exportText, formatOf } from "../../export/export.js";
import { historyLines, recordHash } from "../../history/read-record.js";
import { graphTools } from "../graph-tools.js";
import type { ProgressLine } from "../progress.js";
import type { Session } from "../session.js";
import { withDatabase } from "../with-database.js";

/** Options of `pactgraph export`. */
export interface ExportCommandOptions {
  readonly graph: boolean;
  readonly hash: boolean;
  readonly history: boolean;
  readonly format?: string;
  readonly out?: string;
  readonly variables?: string;
  readonly docker: boolean;
}

/** Exports a list from a query, or the whole graph, to a file or stdout. Returns a message to print, if any. */
export function exportCommand(
  session: Session,
  query: string | undefined,
  options: ExportCommandOptions,
): Promise<string | undefined> {
  const { config, progress } = session;
  return withDatabase(session, options, async (database) => {
    const { hash, graph, history, out } = options;
    if (history && !hash && !graph)
      throw new PactError("BAD_INPUT", "--history goes with --graph or --hash. Add one of them.");
    if (hash) return await (history ? recordHash(database) : contentHash(database));
    if (graph) await writeOut(history ? historyLines(database) : backupLines(database), out);
    else await exportQuery(database, config, query, options, progress);
    return undefined;
  });
}

async function exportQuery(
  database: Database,
  config: Config,
  given: string | undefined,
  { format: named, out, variables }: ExportCommandOptions,
  progress: ProgressLine,
): Promise<void> {
  if (given === undefined) {
    throw new PactError(
      "BAD_INPUT",
      "Pass a query or a .graphql file, for example: pactgraph export '{ treaties { nodes { id name } } }' --out treaties.csv; or pass --graph to export all data.",
    );
  }
  const format = formatOf(named ?? (out === undefined ? "csv" : extname(out).slice(1)));
  const request = { query: await queryOf(given), variables: variablesOf(variables) };
  const { parts, citation, used, notRecorded } = await exportText(
    graphTools(database, config),
    request,
    format,
  );
  await writeOut(parts, out);
  const text = citationText(citation, await sourcesOf(database, used), notRecorded());
  if (out === undefined) progress.say(text.trimEnd());
  // CSV has no place for a citation, so every export gets a separate citation file.
  else await writeFile(`${out}.citation.txt`, text);
}

async function queryOf(given: string): Promise<string> {
  return /\.(graphql|gql)$/.test(given) ? readFile(given, "utf8") : given;
}

function variablesOf(given: string | undefined): Readonly<Record<string, unknown>> {
  if (given === undefined) return {};
  try {
    const value: unknown = JSON.parse(given);
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
  } catch {
    // Reported below.
  }
  throw new PactError("BAD_INPUT", `--variables must be a JSON object; got ${given}`);
}

/** Writes to a temporary file and renames it when it is complete. */
async function writeOut(parts: AsyncGenerator<string | Uint8Array>, out: string | undefined): Promise<void> {
  if (out === undefined) {
    for await (const part of parts) process.stdout.write(part);
    return;
  }
  const unfinished = `${out}.unfinished`;
  try {
    await pipeline(parts, createWriteStream(unfinished));
    await rename(unfinished, out);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

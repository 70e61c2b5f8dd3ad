import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { loadTexts } from "../../../src/bundle/load.js";
import type { Database } from "../../../src/db/database.js";
import { packageRoot } from "../../../src/package-root.js";
import { data } from "../../support/ask.js";
import { bundledDatabase, emptyDatabase, emptyOut } from "../../support/database.js";
import { serveDatabase, type TestServer } from "../../support/server.js";

type Variables = Readonly<Record<string, unknown>>;

/** A served graph of one test file, and its questions by number. */
export interface Questions {
  database(): Database;
  server(): TestServer;
  /** The data that the query of a question answers with, read from its file. */
  ask(number: number, variables?: Variables): ReturnType<typeof data>;
}

/** Serves the bundled data for the tests of a file. */
export function askBundled(): Questions {
  return served(bundledDatabase, async () => undefined);
}

/** Serves the made-up example (test/fixtures/questions.yaml) and nothing else. */
export function askMadeUp(): Questions {
  return served(async () => {
    const database = await emptyDatabase();
    const file = join(packageRoot(), "test", "fixtures", "questions.yaml");
    await loadTexts(database, [{ file, text: readFileSync(file, "utf8") }], false);
    return database;
  }, emptyOut);
}

function served(open: () => Promise<Database>, leave: (database: Database) => Promise<void>): Questions {
  let database: Database | undefined;
  let server: TestServer | undefined;
  beforeAll(async () => {
    database = await open();
    server = await serveDatabase(database);
  });
  afterAll(async () => {
    await server?.stop();
    // What was written in one transaction alone would pass for the bundled data.
    if (database) await leave(database);
    await database?.close();
  });
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error("The service was not started.");
    return value;
  };
  return {
    database: () => started(database),
    server: () => started(server),
    ask: (number, variables) => data(started(server), queryOf(number), variables),
  };
}

function queryOf(number: number): string {
  const folder = join(packageRoot(), "graphql", "examples", "questions");
  const prefix = `q${String(number).padStart(2, "0")}-`;
  const [file, ...others] = readdirSync(folder).filter((name) => name.startsWith(prefix));
  if (file === undefined || others.length > 0)
    throw new Error(`Question ${number} needs one file ${prefix}….`);
  return readFileSync(join(folder, file), "utf8");
}

interface Node {
  readonly id: string;
}

/** Ids of nodes, in their order. */
export function ids(nodes: readonly Node[]): readonly string[] {
  return nodes.map(({ id }) => id);
}

/** Ids of the nodes at the far ends of edges, in their order. */
export function ends(edges: readonly { readonly node: Node }[]): readonly string[] {
  return edges.map(({ node }) => node.id);
}

/** Ids of the far ends with the ids of the sources that say so: `state:kaz source:a`. */
export function sourced(edges: readonly { readonly node: Node; readonly source: Node }[]): readonly string[] {
  return edges.map(({ node, source }) => `${node.id} ${source.id}`);
}

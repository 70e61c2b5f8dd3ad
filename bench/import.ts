import { createReadStream, existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import neo4j, { type Driver } from "neo4j-driver";
import { seedBundled } from "../src/bundle/bundled.js";
import { bundledFiles } from "../src/cli/prepare.js";
import { Database, type DatabaseLogin } from "../src/db/database.js";
import { fromDriver } from "../src/db/values.js";
import { PactError } from "../src/errors.js";
import { readMapping } from "../src/import/mapping/read.js";
import { importFiles } from "../src/import/run.js";
import { mappingFile } from "../src/import/shipped.js";
import { packageRoot } from "../src/package-root.js";
import { migrated } from "./migrated.js";
import { moreVotes } from "./more-votes.js";

/** Seconds of the import of all votes, and of Neo4j's own loading of the same edges with the same properties. */
export interface ImportTimes {
  readonly ours: number;
  /** Undefined if it was not measured. */
  readonly loadCsv: number | undefined;
  readonly edges: number;
  /** Most memory of this process while it imported, in megabytes. */
  readonly memory: number;
}

const FILES = ["un_votes.csv.gz", "un_roll_calls.csv", "un_roll_call_issues.csv"];
const DATES = ["date"];
const NUMBERS = ["spell", "revision", "standing"];
const INSTANTS = ["recordedAt"];

/**
 * Imports the votes by their mapping, then loads the same edges by LOAD CSV into the same database, without the first ones.
 * @param times how many times as many votes
 */
export async function timeImport(
  login: DatabaseLogin,
  times: number,
  say: (message: string) => void,
): Promise<ImportTimes> {
  const published = resolve(packageRoot(), "..", "shared", "data", "un-ga-votes");
  if (!existsSync(published))
    throw new PactError("NOT_FOUND", `The bench of imports needs the votes in ${published}.`);
  const folder = times === 1 ? published : await moreVotes(published, times);
  const database = Database.open(login, { connectMs: 600_000, readMs: 600_000 });
  const driver = neo4j.driver(login.uri, neo4j.auth.basic(login.user, login.password), {
    disableLosslessIntegers: true,
  });
  try {
    await migrated(database);
    await seedBundled(database, bundledFiles(), () => undefined);
    const mapping = await readMapping(mappingFile("un-ga-votes"));
    // The mapping expects the number of rows that was published.
    const lenient = times > 1;
    const options = { dryRun: false, mode: undefined, lenient, older: false, parameters: {} };
    let memory = 0;
    const onProgress = () => {
      memory = Math.max(memory, process.memoryUsage().rss);
    };
    say("Importing the votes by their mapping");
    const [ours, report] = await timed(() =>
      importFiles(
        database,
        mapping,
        FILES.map((file) => join(folder, file)),
        { ...options, onProgress },
      ),
    );
    const edges = report.edges.VOTED?.created ?? 0;
    say(`${edges} votes in ${ours.toFixed(0)} s`);
    const loadCsv = times === 1 ? await timeLoadCsv(driver, say) : undefined;
    return { ours, loadCsv, edges, memory: memory / 1_000_000 };
  } finally {
    await driver.close();
    await database.close();
    if (folder !== published) await rm(folder, { recursive: true });
  }
}

/** What was imported is written to a table and deleted; then the database reads the table. */
async function timeLoadCsv(driver: Driver, say: (message: string) => void): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), "pactgraph-load-csv-"));
  const file = join(folder, "votes.csv");
  say("Writing the same edges to a table, and deleting them");
  const columns = await writeTable(driver, file);
  await run(driver, "MATCH ()-[r:VOTED]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS");
  const server = createServer((_request, response) => createReadStream(file).pipe(response));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  say("Loading them with LOAD CSV");
  const assigned = columns.map((name) => `r.${name} = ${typed(name)}`).join(", ");
  const [seconds] = await timed(() =>
    run(
      driver,
      `LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:${port}/votes.csv' AS row CALL (row) { ` +
        "MATCH (a:Entity {id: row.from}) MATCH (b:Entity {id: row.to}) " +
        `CREATE (a)-[r:VOTED]->(b) SET ${assigned} } IN TRANSACTIONS OF 10000 ROWS`,
    ),
  );
  server.close();
  await rm(folder, { recursive: true });
  return seconds;
}

async function writeTable(driver: Driver, file: string): Promise<readonly string[]> {
  const parts: string[] = [];
  let columns: readonly string[] = [];
  const session = driver.session();
  const found = session.run(
    "MATCH (a)-[r:VOTED {sourceId: 'source:un-ga-votes'}]->(b) RETURN a.id AS from, b.id AS to, properties(r) AS properties ORDER BY b.id",
  );
  for await (const record of found) {
    const properties: Record<string, unknown> = record.get("properties");
    if (!columns.length) {
      columns = [...new Set([...Object.keys(properties), ...DATES])];
      parts.push(`from,to,${columns.join(",")}`);
    }
    const values = columns.map((name) => String(fromDriver(properties[name]) ?? ""));
    parts.push([record.get("from"), record.get("to"), ...values].join(","));
  }
  await session.close();
  await writeFile(file, parts.join("\n"));
  return columns;
}

function typed(name: string): string {
  if (DATES.includes(name)) return `date(row.${name})`;
  if (NUMBERS.includes(name)) return `toInteger(row.${name})`;
  if (INSTANTS.includes(name)) return `datetime(row.${name})`;
  return name === "primary" ? "toBoolean(row.primary)" : `row.${name}`;
}

async function run(driver: Driver, text: string): Promise<void> {
  const session = driver.session();
  try {
    await session.run(text);
  } finally {
    await session.close();
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [seconds: number, result: T]> {
  const start = performance.now();
  const result = await work();
  return [(performance.now() - start) / 1_000, result];
}

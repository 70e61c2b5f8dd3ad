import { join } from "node:path";
import { seedBundled } from "../../src/bundle/bundled.js";
import { bundledFiles } from "../../src/cli/prepare.js";
import { Database } from "../../src/db/database.js";
import { readMigrations } from "../../src/migrate/migration-file.js";
import { runMigrations } from "../../src/migrate/run.js";
import { packageRoot } from "../../src/package-root.js";
import { noteFacts } from "../../src/record/facts.js";
import { testLogin } from "./login.js";

const MIGRATIONS = join(packageRoot(), "cypher", "migrations");
/** Edges first: a few nodes have most of a large graph's edges, too many for one transaction. */
const WIPE = [
  "MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 20000 ROWS",
  "MATCH (n) WHERE NOT n:Migration AND NOT n:RecordFacts CALL (n) { DELETE n } IN TRANSACTIONS OF 5000 ROWS",
  "MATCH (facts:RecordFacts) SET facts.disputed = [], facts.recordedAt = null",
];

/** Opens the database of this test run, migrated. */
export async function openTestDatabase(): Promise<Database> {
  const database = Database.open(testLogin(), { connectMs: 600_000, readMs: 600_000 });
  await runMigrations(database, readMigrations(MIGRATIONS));
  await noteFacts(database);
  return database;
}

/** The database with the bundled data and nothing else. */
export async function bundledDatabase(): Promise<Database> {
  const database = await openTestDatabase();
  if (!(await isPristine(database))) await emptyOut(database);
  await seedBundled(database, bundledFiles(), () => undefined);
  return database;
}

/** The database with no node at all; what a test writes there is wiped before the next file that wants it clean. */
export async function emptyDatabase(): Promise<Database> {
  const database = await openTestDatabase();
  await emptyOut(database);
  return database;
}

/** Removes every node but what migrations wrote. */
export async function emptyOut(database: Database): Promise<void> {
  for (const command of WIPE) await database.command(command);
}

/** True when nothing was written but the bundled data: each bundle takes the lock once. */
async function isPristine(database: Database): Promise<boolean> {
  const [row] = await database.read((tx) =>
    tx.run(
      "OPTIONAL MATCH (l:WriteLock) RETURN coalesce(l.taken, 0) AS taken, EXISTS { (:Seeded) } AS seeded, COUNT { (n) WHERE NOT n:Migration AND NOT n:MigrationLock AND NOT n:RecordFacts } AS nodes",
    ),
  );
  return (row?.taken === 1 && row?.seeded === true) || row?.nodes === 0;
}

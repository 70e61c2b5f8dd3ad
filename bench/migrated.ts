import { join } from "node:path";
import type { Database } from "../src/db/database.js";
import { readMigrations } from "../src/migrate/migration-file.js";
import { runMigrations } from "../src/migrate/run.js";
import { packageRoot } from "../src/package-root.js";
import { noteFacts } from "../src/record/facts.js";

/** Brings the schema of a database up to date, as every start of the service does. */
export async function migrated(database: Database): Promise<void> {
  await runMigrations(database, readMigrations(join(packageRoot(), "cypher", "migrations")));
  await noteFacts(database);
}

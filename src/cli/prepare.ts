import { readdirSync } from "node:fs";
import { join } from "node:path";
import { seedBundled } from "../bundle/bundled.js";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import { fillForms } from "../migrate/fill-forms.js";
import { readMigrations } from "../migrate/migration-file.js";
import { rejectOlderGraph } from "../migrate/reject-older.js";
import { runMigrations } from "../migrate/run.js";
import { packageRoot } from "../package-root.js";
import { noteFacts } from "../record/facts.js";
import type { ProgressLine } from "./progress.js";

/** Applies pending migrations and prepares older names for search; returns the number of migrations. */
export async function migrate(database: Database, progress: ProgressLine): Promise<number> {
  const folder = join(packageRoot(), "cypher", "migrations");
  const applied = await runMigrations(database, readMigrations(folder), ({ number, name }) =>
    progress.say(`Applying migration ${number} (${name})`),
  );
  await rejectOlderGraph(database);
  await noteFacts(database);
  const names = await fillForms(database);
  if (names) progress.say(`Prepared ${names} names for search`);
  return applied.length;
}

/** The bundle files included in the package, sorted by name. */
export function bundledFiles(): readonly string[] {
  const folder = join(packageRoot(), "seed");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => join(folder, file));
}

/**
 * Loads the bundled data unless it is already loaded. While an import is in progress, writes are blocked, and loading
 * is put off until the next start.
 */
export async function seed(database: Database, progress: ProgressLine): Promise<void> {
  try {
    const report = await seedBundled(database, bundledFiles(), () =>
      progress.say("Loading the bundled data"),
    );
    if (report) progress.say(`Bundled data: ${report.created} created, ${report.updated} updated`);
  } catch (error) {
    if (!(error instanceof PactError) || error.code !== "IMPORT_UNFINISHED") throw error;
    progress.say(`The bundled data was not updated. ${error.message}`);
  }
}

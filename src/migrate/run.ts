import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../db/database.js";
import { PactError } from "../errors.js";
import type { Migration } from "./migration-file.js";

const PREPARE = [
  "CREATE CONSTRAINT migration_number IF NOT EXISTS FOR (m:Migration) REQUIRE m.number IS UNIQUE",
  "CREATE CONSTRAINT migration_lock IF NOT EXISTS FOR (l:MigrationLock) REQUIRE l.name IS UNIQUE",
];

const APPLIED = "MATCH (m:Migration) RETURN m.number AS number, m.checksum AS checksum ORDER BY number";

const RECORD =
  "MERGE (m:Migration {number: $number}) SET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()";

/** Acquires or renews a two-minute lease; returns no row if another process holds it. */
const LEASE =
  "MERGE (l:MigrationLock {name: 'migrations'}) SET l.touched = $owner WITH l " +
  "WHERE l.until IS NULL OR l.until < datetime() OR l.owner = $owner " +
  "SET l.owner = $owner, l.until = datetime() + duration('PT2M') RETURN l.owner AS owner";

const RELEASE = "MATCH (l:MigrationLock {name: 'migrations', owner: $owner}) SET l.until = NULL";

const AWAIT_INDEXES = "CALL db.awaitIndexes(3600)";
const POLL_MS = 500;

/**
 * Applies pending migrations, each once, even if several processes start together. Returns the applied ones.
 * Throws MIGRATION_CHANGED if the text of an already applied migration has changed.
 */
export async function runMigrations(
  database: Database,
  migrations: readonly Migration[],
  onApply: (migration: Migration) => void = () => undefined,
): Promise<readonly Migration[]> {
  if (!(await pending(database, migrations)).length) return [];
  for (const statement of PREPARE) await database.command(statement);
  const owner = randomUUID();
  const lease = () => database.write((tx) => tx.run(LEASE, { owner }));
  while (!(await lease()).length) await sleep(POLL_MS);
  try {
    const open = await pending(database, migrations);
    for (const migration of open) {
      onApply(migration);
      await database.write(async (tx) => {
        for (const statement of migration.statements) await tx.run(statement);
      });
      const { number, name, checksum } = migration;
      await database.write((tx) => tx.run(RECORD, { number, name, checksum }));
      await lease();
    }
    await database.command(AWAIT_INDEXES);
    return open;
  } finally {
    await database.write((tx) => tx.run(RELEASE, { owner }));
  }
}

/** The migrations that have not been applied yet. */
export async function pending(
  database: Database,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  const rows = await database.read((tx) => tx.run(APPLIED));
  const applied = new Map(rows.map((row) => [Number(row.number), String(row.checksum)]));
  const newest = Math.max(0, ...applied.keys());
  if (newest > migrations.length) {
    throw new PactError(
      "MIGRATION_CHANGED",
      `The database has migration ${newest}, this version only ${migrations.length}. Use a newer version.`,
    );
  }
  for (const { number, name, checksum } of migrations) {
    const before = applied.get(number);
    if (before !== undefined && before !== checksum) {
      throw new PactError(
        "MIGRATION_CHANGED",
        `Migration ${number} (${name}) has changed since it was applied. Restore its file and add a new migration.`,
      );
    }
  }
  return migrations.filter(({ number }) => !applied.has(number));
}

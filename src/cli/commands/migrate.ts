import type { Config } from "../../config.js";
import { connect } from "../connect.js";
import { migrate } from "../prepare.js";
import type { ProgressLine } from "../progress.js";

/** Applies pending migrations and reports how many were applied. */
export async function migrateCommand(
  config: Config,
  { docker }: { readonly docker: boolean },
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<string> {
  const connection = await connect(config, progress, { docker, joinRunning: true, signal });
  try {
    const count = await migrate(connection.database, progress);
    return count
      ? `${count} ${count === 1 ? "migration" : "migrations"} applied.`
      : "The database is up to date.";
  } finally {
    await connection.close();
  }
}

import type { Config } from "../config.js";
import type { Database } from "../db/database.js";
import { connect } from "./connect.js";
import { migrate } from "./prepare.js";
import type { ProgressLine } from "./progress.js";

/** Connects to the database, brings its schema up to date, runs the work of a command and closes the connection. */
export async function withDatabase<Result>(
  config: Config,
  { docker }: { readonly docker: boolean },
  progress: ProgressLine,
  signal: AbortSignal,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(config, progress, { docker, joinRunning: true, signal });
  try {
    await migrate(connection.database, progress);
    return await work(connection.database);
  } finally {
    await connection.close();
  }
}

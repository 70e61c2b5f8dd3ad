import type { Database } from "../db/database.js";
import { connect } from "./connect.js";
import { migrate } from "./prepare.js";
import type { Session } from "./session.js";

/** Connects to the database, brings its schema up to date, runs the work of a command and closes the connection. */
export async function withDatabase<Result>(
  session: Session,
  { docker }: { readonly docker: boolean },
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const connection = await connect(session, { docker, joinRunning: true });
  try {
    await migrate(connection.database, session.progress);
    return await work(connection.database);
  } finally {
    await connection.close();
  }
}

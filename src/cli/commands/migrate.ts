import { connect } from "../connect.js";
import { migrate } from "../prepare.js";
import type { Session } from "../session.js";

/** Applies pending migrations and reports how many were applied. */
export async function migrateCommand(
  session: Session,
  { docker }: { readonly docker: boolean },
): Promise<string> {
  const { progress } = session;
  const connection = await connect(session, { docker, joinRunning: true });
  try {
    const count = await migrate(connection.database, progress);
    return count
      ? `${count} ${count === 1 ? "migration" : "migrations"} applied.`
      : "The database is up to date.";
  } finally {
    await connection.close();
  }
}

import type { Database, Transaction } from "../db/database.js";

/** Thrown to roll back the transaction of a dry run. */
class DryRunEnd extends Error {}

/** Runs `work` in one write transaction and returns its report; a dry run is rolled back and returns the same report. */
export async function writeOrTry<Report>(
  database: Database,
  dryRun: boolean,
  work: (tx: Transaction) => Promise<Report>,
): Promise<Report> {
  const tried: Report[] = [];
  try {
    return await database.write(async (tx) => {
      const report = await work(tx);
      if (!dryRun) return report;
      tried.splice(0, 1, report);
      throw new DryRunEnd("dry run");
    });
  } catch (error) {
    const [report] = tried;
    if (error instanceof DryRunEnd && report !== undefined) return report;
    throw error;
  }
}

import { cypherFile } from "../db/cypher-files.js";
import type { Database, DatabaseRow, Transaction } from "../db/database.js";
import { PactError } from "../errors.js";
import type { Parameters } from "../statement/parameters.js";
import { findStagingIn } from "./staging/staging.js";

const PAGE = 2_000;

/** Reads the graph page by page at one revision, for exports. Throws EXPORT_CHANGED and IMPORT_UNFINISHED. */
export class RevisionPages {
  private constructor(
    private readonly database: Database,
    readonly revision: string,
  ) {}

  static async open(database: Database): Promise<RevisionPages> {
    await database.read(rejectUnfinishedImport);
    return new RevisionPages(database, await revisionOf(database));
  }

  /** All rows of a statement that takes `$after`, the id of the last row, and `$most`, the number of rows. */
  async *of(text: string, idOf: (row: DatabaseRow) => unknown): AsyncGenerator<DatabaseRow> {
    for (let after = ""; ; ) {
      const rows = await this.read(text, { after, most: PAGE });
      yield* rows;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = String(idOf(last));
    }
  }

  /** The rows of one statement. */
  async read(text: string, parameters: Parameters = {}): Promise<readonly DatabaseRow[]> {
    const rows = await this.database.read(async (tx) => {
      await rejectUnfinishedImport(tx);
      return tx.run(text, parameters);
    });
    if ((await revisionOf(this.database)) !== this.revision)
      throw new PactError("EXPORT_CHANGED", "The data changed during the export. Export again.");
    return rows;
  }
}

/** The instant of the last visible change. */
export async function revisionOf(database: Database): Promise<string> {
  const [row] = await database.read((tx) => tx.run(cypherFile("read/revision.cypher")));
  return row?.revision ?? "";
}

/** Rejects exports while an import is in progress, because its data is not visible yet. */
async function rejectUnfinishedImport(tx: Transaction): Promise<void> {
  if (!(await findStagingIn(tx))) return;
  throw new PactError(
    "IMPORT_UNFINISHED",
    "An import is in progress. Export when it has finished; check with pactgraph datasets.",
  );
}

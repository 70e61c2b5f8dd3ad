import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Database, Transaction } from "../db/database.js";
import { fromDriver } from "../db/values.js";
import { PactError } from "../errors.js";
import { model } from "../model/registry.js";
import { findStagingIn } from "../record/staging/staging.js";
import { revisionOf } from "./citation.js";

/** Stored properties, with days and instants as text. */
export type Stored = Readonly<Record<string, unknown>>;

/** A node with its current reports. */
export interface LiveNode {
  readonly id: string;
  readonly label: string;
  readonly properties: Stored;
  readonly reports: readonly { readonly source: string; readonly edge: Stored }[];
  readonly names: readonly { readonly source: string; readonly edge: Stored; readonly name: Stored }[];
}

/** A current assertion of a source. */
export interface LiveEdge {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly properties: Stored;
}

const PAGE = 2_000;
/** Edge types that are read together with their nodes. */
const OF_NODES: readonly string[] = [model.reports.type, model.names.type];

/** Reads all current assertions, page by page, at one revision. Throws EXPORT_CHANGED and IMPORT_UNFINISHED. */
export class LiveGraph {
  private constructor(
    private readonly database: Database,
    readonly revision: string,
  ) {}

  static async open(database: Database): Promise<LiveGraph> {
    await database.read(rejectUnfinishedImport);
    return new LiveGraph(database, await revisionOf(database));
  }

  async *nodes(): AsyncGenerator<LiveNode> {
    for (let after = ""; ; ) {
      const rows = await this.page(cypherFile("read/backup-nodes.cypher"), after);
      for (const row of rows) yield toTexts(row) as unknown as LiveNode;
      const last = rows.at(-1);
      if (!last || rows.length < PAGE) return;
      after = String(last.id);
    }
  }

  /** All edges except those that are read with the nodes. */
  async *edges(): AsyncGenerator<LiveEdge> {
    for (const type of model.edges.keys()) {
      if (OF_NODES.includes(type)) continue;
      const text = cypherFileForEdge("read/backup-edges.cypher", type);
      for (let after = ""; ; ) {
        const rows = await this.page(text, after);
        for (const row of rows) yield { type, ...(toTexts(row) as Omit<LiveEdge, "type">) };
        const last = rows.at(-1);
        if (!last || rows.length < PAGE) break;
        after = String(last.properties.id);
      }
    }
  }

  private async page(text: string, after: string) {
    const rows = await this.database.read(async (tx) => {
      await rejectUnfinishedImport(tx);
      return tx.run(text, { after, most: PAGE });
    });
    if ((await revisionOf(this.database)) !== this.revision) {
      throw new PactError("EXPORT_CHANGED", "The data changed during the export. Export again.");
    }
    return rows;
  }
}

/** Rejects exports while an import is in progress, because its data is not visible yet. */
async function rejectUnfinishedImport(tx: Transaction): Promise<void> {
  if (!(await findStagingIn(tx))) return;
  throw new PactError(
    "IMPORT_UNFINISHED",
    "An import is in progress. Export when it has finished; check with pactgraph datasets.",
  );
}

/** Converts days and instants of the driver to text, at any depth. */
function toTexts(value: unknown): Stored {
  const convert = (inner: unknown): unknown => {
    const plain = fromDriver(inner);
    if (Array.isArray(plain)) return plain.map(convert);
    if (typeof plain !== "object" || plain === null) return plain;
    return Object.fromEntries(Object.entries(plain).map(([key, part]) => [key, convert(part)]));
  };
  return convert(value) as Stored;
}

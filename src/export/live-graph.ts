import { cypherFile, cypherFileForEdge } from "../db/cypher-files.js";
import type { Database, DatabaseRow } from "../db/database.js";
import { fromDriver } from "../db/values.js";
import { model } from "../model/registry.js";
import { RevisionPages } from "../record/revision-pages.js";

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

/** Edge types that are read together with their nodes. */
const OF_NODES: readonly string[] = [model.reports.type, model.names.type];

/** Reads all current assertions, page by page, at one revision. Throws EXPORT_CHANGED and IMPORT_UNFINISHED. */
export class LiveGraph {
  private constructor(private readonly pages: RevisionPages) {}

  static async open(database: Database): Promise<LiveGraph> {
    return new LiveGraph(await RevisionPages.open(database));
  }

  get revision(): string {
    return this.pages.revision;
  }

  async *nodes(): AsyncGenerator<LiveNode> {
    for await (const row of this.pages.of(cypherFile("read/backup-nodes.cypher"), ({ id }) => id)) {
      const { id, label, properties, reports, names } = toTexts(row);
      yield { id, label, properties, reports, names };
    }
  }

  /** All edges except those that are read with the nodes. */
  async *edges(): AsyncGenerator<LiveEdge> {
    for (const type of model.edges.keys()) {
      if (OF_NODES.includes(type)) continue;
      const text = cypherFileForEdge("read/backup-edges.cypher", type);
      for await (const row of this.pages.of(text, ({ properties }) => properties.id)) {
        const { from, to, properties } = toTexts(row);
        yield { type, from, to, properties };
      }
    }
  }
}

/** A row with the days and instants of the driver as text, at any depth. */
function toTexts(row: DatabaseRow): DatabaseRow {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, textsIn(value)]));
}

function textsIn(value: unknown): unknown {
  const plain = fromDriver(value);
  if (Array.isArray(plain)) return plain.map(textsIn);
  if (typeof plain !== "object" || plain === null) return plain;
  return Object.fromEntries(Object.entries(plain).map(([key, part]) => [key, textsIn(part)]));
}

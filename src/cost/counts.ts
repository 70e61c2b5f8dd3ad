import type { Database } from "../db/database.js";
import { model } from "../model/registry.js";

/** The numbers of nodes and edges of each type. */
export interface Counts {
  readonly nodes: ReadonlyMap<string, number>;
  readonly edges: ReadonlyMap<string, number>;
}

/** Provides counts. */
export interface CountsSource {
  current(): Promise<Counts>;
}

/** The database maintains these counts. It must be asked for each alone: beside a grouping key it would count anew. */
const STATEMENT = [
  ...[...model.nodes.keys()].map(
    (label) => `RETURN 'node' AS kind, '${label}' AS name, COUNT { (:${label}) } AS count`,
  ),
  ...[...model.edges.keys()].map(
    (type) => `RETURN 'edge' AS kind, '${type}' AS name, COUNT { ()-[:${type}]->() } AS count`,
  ),
].join(" UNION ALL ");

const KEPT_MS = 60_000;

/** The counts of a database, cached for a minute. */
export class LiveCounts implements CountsSource {
  private known: { readonly at: number; readonly counts: Promise<Counts> } | undefined;

  constructor(private readonly database: Database) {}

  current(): Promise<Counts> {
    const now = Date.now();
    if (this.known && now - this.known.at < KEPT_MS) return this.known.counts;
    const counts = this.read();
    this.known = { at: now, counts };
    counts.catch(() => {
      this.known = undefined;
    });
    return counts;
  }

  private async read(): Promise<Counts> {
    const rows = await this.database.read((tx) => tx.run(STATEMENT));
    const of = (kind: string) =>
      new Map(rows.filter((row) => row.kind === kind).map((row) => [String(row.name), Number(row.count)]));
    return { nodes: of("node"), edges: of("edge") };
  }
}

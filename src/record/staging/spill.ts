import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Position } from "../../input/problem.js";
import { ACT_KEY } from "../../model/ids.js";
import { edgeModel } from "../../model/registry.js";
import type { EdgeRow } from "../rows.js";
import { hash, Suspects } from "./suspects.js";

/** An edge with its source and its position. */
export interface SpilledEdge extends Omit<EdgeRow, "at" | "places"> {
  /** The sequence number of the edge in the load. */
  readonly number: number;
  /** The sequence number of the row that it comes from; edges of one row are kept or rejected together. */
  readonly row: number;
  readonly file: string;
  readonly line: number;
  readonly locator: string | null;
}

const BUCKETS = 128;
const FLUSH_CHARS = 1 << 16;

/**
 * Stores the edges of an import on disk, in buckets. All edges to one node, and so all assertions of one fact, are in
 * the same bucket. Notes which buckets may contain duplicates.
 */
export class Spill {
  private readonly folder = mkdtempSync(join(tmpdir(), "pactgraph-import-"));
  private readonly buckets = Array.from({ length: BUCKETS }, () => ({ text: "", file: -1, count: 0 }));
  private readonly facts = new Suspects();
  private readonly ends = new Map<string, Position>();
  private added = 0;
  readonly repeated = new Set<number>();
  readonly counts = new Map<string, number>();

  add(made: Omit<SpilledEdge, "number">): void {
    this.added += 1;
    const edge = { ...made, number: this.added };
    const index = hash(edge.to, 7) % BUCKETS;
    const bucket = this.buckets[index];
    if (!bucket) return;
    this.note(edge, index);
    bucket.text += `${JSON.stringify(edge)}\n`;
    bucket.count += 1;
    if (bucket.text.length > FLUSH_CHARS) this.flush(index);
  }

  /** The nodes that the edges connect, each with the first row that mentions it. */
  get nodeIds(): ReadonlyMap<string, Position> {
    return this.ends;
  }

  get size(): number {
    return this.buckets.reduce((sum, { count }) => sum + count, 0);
  }

  /** Groups of non-empty buckets by number, with small buckets combined. */
  batches(size: number): readonly (readonly number[])[] {
    const batches: number[][] = [];
    let held = Number.POSITIVE_INFINITY;
    this.buckets.forEach(({ count }, index) => {
      if (!count) return;
      if (held + count > size) {
        batches.push([]);
        held = 0;
      }
      batches.at(-1)?.push(index);
      held += count;
    });
    return batches;
  }

  /** The edges of some buckets, grouped by target node. */
  async read(indexes: readonly number[]): Promise<readonly SpilledEdge[]> {
    const edges: SpilledEdge[] = [];
    for (const index of indexes) {
      this.flush(index);
      const text = await readFile(this.path(index), "utf8");
      for (const line of text.split("\n")) if (line) edges.push(JSON.parse(line));
    }
    return edges.sort((a, b) => (a.to < b.to ? -1 : Number(a.to > b.to)));
  }

  /** All edges, a part of them in memory at a time. */
  async *all(): AsyncGenerator<SpilledEdge> {
    for (const index of this.buckets.keys()) yield* await this.read([index]);
  }

  remove(): void {
    for (const bucket of this.buckets) if (bucket.file >= 0) closeSync(bucket.file);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private note(edge: SpilledEdge, index: number): void {
    const parts = [...edgeModel(edge.type).fact, ACT_KEY].map((name) => edge.properties[name] ?? null);
    const text = JSON.stringify([edge.type, edge.from, edge.to, parts]);
    if (this.facts.note(text)) this.repeated.add(index);
    for (const id of [edge.from, edge.to])
      if (!this.ends.has(id)) this.ends.set(id, { file: edge.file, line: edge.line, column: 1 });
    this.counts.set(edge.type, (this.counts.get(edge.type) ?? 0) + 1);
  }

  private flush(index: number): void {
    const bucket = this.buckets[index];
    if (!bucket) return;
    if (bucket.file < 0) bucket.file = openSync(this.path(index), "w");
    if (bucket.text) writeSync(bucket.file, bucket.text);
    bucket.text = "";
  }

  private path(index: number): string {
    return join(this.folder, `edges-${index}.ndjson`);
  }
}

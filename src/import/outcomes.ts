import type { StoredAssertion } from "../seed/merge.js";
import { addCounts, type Counts, NOTHING } from "./report.js";
import type { BatchOutcome } from "./stage/write.js";

/** What has become of the edges of an import so far. */
export class EdgeOutcomes {
  private readonly counts = new Map<string, Counts>();
  /** Ids of those that stood so before. */
  readonly kept = new Set<string>();
  /** What stands in the graph and changes when the import is published. */
  readonly changed: StoredAssertion[] = [];

  /** @param keepsIds false: nobody asks for `kept` */
  constructor(private readonly keepsIds: boolean) {}

  add({ counts, kept, changed }: BatchOutcome): void {
    for (const [type, more] of counts) this.count(type, more);
    for (const edge of changed) this.changed.push(edge);
    if (this.keepsIds) for (const id of kept) this.kept.add(id);
  }

  count(type: string, more: Partial<Counts>): void {
    this.counts.set(type, addCounts(this.counts.get(type) ?? NOTHING, more));
  }

  /** How many edges of the import stand in the graph. */
  get standing(): number {
    const all = [...this.counts.values()];
    return all.reduce((sum, { created, updated, unchanged }) => sum + created + updated + unchanged, 0);
  }

  /** The counts by edge type, with those of others. */
  with(more: ReadonlyMap<string, Counts>): ReadonlyMap<string, Counts> {
    const all = new EdgeOutcomes(false);
    for (const counts of [this.counts, more]) for (const [type, one] of counts) all.count(type, one);
    return all.counts;
  }
}

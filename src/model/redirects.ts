/** A merge of one node into another, with the instants at which it was made and undone. */
export interface NodeMerge {
  readonly from: string;
  readonly into: string;
  readonly mergedAt: string;
  readonly unmergedAt: string | null;
}

/** Where the ids of merged nodes lead. */
export class Redirects {
  private constructor(private readonly merges: readonly NodeMerge[]) {}

  /** From rows of the database, in the order of the merges. */
  static of(rows: readonly Readonly<Partial<Record<string, unknown>>>[]): Redirects {
    return new Redirects(
      rows.map(({ from, into, mergedAt, unmergedAt }) => ({
        from: String(from),
        into: String(into),
        mergedAt: String(mergedAt),
        unmergedAt: unmergedAt == null ? null : String(unmergedAt),
      })),
    );
  }

  get isEmpty(): boolean {
    return this.merges.length === 0;
  }

  /** The same, and more ids of nodes that were never there under these ids. */
  and(matched: ReadonlyMap<string, string>): Redirects {
    const more = [...matched].map(([from, into]) => ({ from, into, mergedAt: BEGINNING, unmergedAt: null }));
    return new Redirects([...this.merges, ...more]);
  }

  /** True if two nodes were merged, and the merge was undone. */
  wasUndone(from: string, into: string): boolean {
    return this.merges.some((each) => each.from === from && each.into === into && each.unmergedAt !== null);
  }

  /** The id of the node that an id stands for, now or at an instant of the record. Other ids stay as they are. */
  targetOf(id: string, instant?: string): string {
    const passed = new Set<string>();
    for (let current = id; ; ) {
      passed.add(current);
      const merge = this.merges.find((each) => each.from === current && isInEffect(each, instant));
      if (!merge || passed.has(merge.into)) return current;
      current = merge.into;
    }
  }
}

/** Before all instants of the record. */
const BEGINNING = "0001-01-01T00:00:00Z";

function isInEffect({ mergedAt, unmergedAt }: NodeMerge, instant: string | undefined): boolean {
  if (instant === undefined) return unmergedAt === null;
  const at = Date.parse(instant);
  return Date.parse(mergedAt) <= at && (unmergedAt === null || at < Date.parse(unmergedAt));
}

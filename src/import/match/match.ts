/** Whether two things are one. */
export interface Judgement {
  readonly isCertain: boolean;
  readonly reason: string;
}

/** How things of one type are compared. */
export interface Comparison<Thing extends { readonly id: string }> {
  judge(one: Thing, other: Thing): Judgement | undefined;
  /** Two things that can be one have a key in common. */
  keysOf(thing: Thing): readonly string[];
  join(one: Thing, other: Thing): Thing;
}

/** Two nodes that may be one; an editor decides. */
export interface Proposal {
  readonly id: string;
  readonly other: string;
  readonly reason: string;
}

/** Which ids stand for nodes with another id, and which may. */
export interface Matches {
  readonly certain: ReadonlyMap<string, Match>;
  readonly proposed: readonly Proposal[];
}

export interface Match {
  readonly into: string;
  readonly reason: string;
}

/** What is known besides of the things to compare. */
export interface Separation {
  /** True if the file tells its things apart: no two of them are one. */
  readonly isFileApart: boolean;
  /** Ids of the things in the file. */
  readonly ofFile: ReadonlySet<string>;
  /** True for two ids that an editor has parted. */
  wasParted(id: string, other: string): boolean;
}

/**
 * Compares new things with known ones, and with each other. A new thing is matched if it certainly is one known thing,
 * and none other. What is only likely is proposed.
 */
export function matchAll<Thing extends { readonly id: string }>(
  fresh: readonly Thing[],
  known: readonly Thing[],
  { judge, keysOf, join }: Comparison<Thing>,
  { isFileApart, ofFile, wasParted }: Separation,
): Matches {
  const certain = new Map<string, Match>();
  const proposed: Proposal[] = [];
  const things = new Index(keysOf);
  // Things of the graph that a thing of the file is already.
  const taken = new Set(isFileApart ? ofFile : []);
  for (const thing of known) things.add(thing);
  for (const thing of fresh) {
    const judged = things.near(thing).flatMap((other) => {
      const judgement = wasParted(thing.id, other.id) ? undefined : judge(other, thing);
      return judgement ? [{ other, judgement }] : [];
    });
    const [only, ...others] = judged.filter(({ judgement }) => judgement.isCertain);
    if (only && !others.length && !taken.has(only.other.id)) {
      certain.set(thing.id, { into: only.other.id, reason: only.judgement.reason });
      things.add(join(only.other, thing));
      if (isFileApart) taken.add(only.other.id);
      continue;
    }
    for (const { other, judgement } of judged)
      if (!taken.has(other.id)) proposed.push({ id: thing.id, other: other.id, reason: judgement.reason });
    things.add(thing);
  }
  return { certain, proposed };
}

/** Things by their keys. */
class Index<Thing extends { readonly id: string }> {
  private readonly things = new Map<string, Thing>();
  private readonly byKey = new Map<string, Set<string>>();

  constructor(private readonly keysOf: (thing: Thing) => readonly string[]) {}

  add(thing: Thing): void {
    this.things.set(thing.id, thing);
    for (const key of this.keysOf(thing)) {
      const ids = this.byKey.get(key) ?? new Set();
      this.byKey.set(key, ids.add(thing.id));
    }
  }

  /** The things that have a key in common with another thing. */
  near(thing: Thing): readonly Thing[] {
    const ids = new Set(this.keysOf(thing).flatMap((key) => [...(this.byKey.get(key) ?? [])]));
    ids.delete(thing.id);
    return [...ids].flatMap((id) => this.things.get(id) ?? []);
  }
}

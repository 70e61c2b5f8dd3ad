/** Sort keys of an element of a list: they are unique and tell where it lies. */
export type Keys = readonly string[];

/** What a page of a list asks for; cursors as the sort keys that they stand for. */
export interface PageArguments {
  readonly first?: number | null;
  readonly last?: number | null;
  readonly after?: Keys | undefined;
  readonly before?: Keys | undefined;
}

/** A page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

const USUAL_SIZE = 100;

/** Cuts a page out of an ordered list. */
export function pageOf<T>(list: readonly T[], keysOf: (item: T) => Keys, args: PageArguments): Page<T> {
  const { after, before, first, last } = args;
  let start = after ? list.filter((item) => compareKeys(keysOf(item), after) <= 0).length : 0;
  let end = before ? list.filter((item) => compareKeys(keysOf(item), before) <= 0).length : list.length;
  end = Math.max(start, end);
  if (last != null) start = Math.max(start, end - last);
  else end = Math.min(end, start + (first ?? USUAL_SIZE));
  const items = list.slice(start, end);
  return { items, totalCount: list.length, hasNextPage: end < list.length, hasPreviousPage: start > 0 };
}

function compareKeys(one: Keys, other: Keys): number {
  for (const [index, key] of one.entries()) {
    const against = other[index] ?? "";
    if (key !== against) return key < against ? -1 : 1;
  }
  return 0;
}

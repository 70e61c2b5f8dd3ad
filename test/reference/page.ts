/** What a page of a list asks for; `after` and `before` as the sort keys that their cursors stand for. */
export interface PageArguments<Keys> {
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

/** Cuts a page out of an ordered list; the sort keys of an element are unique and tell where it lies. */
export function pageOf<T extends { readonly keys: Keys }, Keys>(
  list: readonly T[],
  compare: (one: Keys, other: Keys) => number,
  { after, before, first, last }: PageArguments<Keys>,
): Page<T> {
  let start = after ? list.filter(({ keys }) => compare(keys, after) <= 0).length : 0;
  let end = before ? list.filter(({ keys }) => compare(keys, before) < 0).length : list.length;
  end = Math.max(start, end);
  if (last != null) start = Math.max(start, end - last);
  else end = Math.min(end, start + (first ?? USUAL_SIZE));
  const items = list.slice(start, end);
  return { items, totalCount: list.length, hasNextPage: end < list.length, hasPreviousPage: start > 0 };
}

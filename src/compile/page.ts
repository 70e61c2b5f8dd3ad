import type { PagePlan } from "../plan/plan.js";

/** The sort keys of a list as expressions; the last one is unique, so that the order is total. */
export type SortKeys = readonly string[];

/** Conditions that leave only the rows between the cursors. */
export function cursorConditions(page: PagePlan, keys: SortKeys): readonly string[] {
  return [
    ...(page.after ? [beyond(keys, ">", `after${page.n}`)] : []),
    ...(page.before ? [beyond(keys, "<", `before${page.n}`)] : []),
  ];
}

/** Conditions that find the rows outside a cursor, the row of the cursor included. */
export function outsideConditions(page: PagePlan, keys: SortKeys): { before?: string; behind?: string } {
  return {
    ...(page.after ? { before: `NOT ${beyond(keys, ">", `after${page.n}`)}` } : {}),
    ...(page.before ? { behind: `NOT ${beyond(keys, "<", `before${page.n}`)}` } : {}),
  };
}

/** ORDER BY and LIMIT of one page; a page from the end is read backwards. */
export function orderAndLimit(page: PagePlan, keys: SortKeys): string {
  const direction = page.backward ? " DESC" : "";
  return `ORDER BY ${keys.map((key) => key + direction).join(", ")} LIMIT $limit${page.n}`;
}

function beyond(keys: SortKeys, sign: "<" | ">", parameter: string): string {
  const [key, ...rest] = keys;
  const level = (index: number): string => {
    const value = `$${parameter}_${index}`;
    const here = `${keys[index]} ${sign} ${value}`;
    return index === keys.length - 1
      ? here
      : `(${here} OR ${keys[index]} = ${value} AND ${level(index + 1)})`;
  };
  // The leading key also stands alone, so that an index on it can be used.
  return rest.length ? `(${key} ${sign}= $${parameter}_0 AND ${level(0)})` : `(${level(0)})`;
}

import type { PagePlan } from "../plan/plan.js";
import { pageMap } from "./connection.js";
import { cursorConditions, keyList, orderAndLimit, type SortKeys } from "./page.js";
import { listOfRows, type Prelude } from "./prelude.js";
import { whereClause } from "./rows.js";
import { mapOf } from "./statement.js";

/** Rows that a subquery finds, in an order of its own. */
export interface FoundRows {
  /** `CALL … { … }` that gives the variables carried. */
  readonly found: string;
  readonly carried: string;
  readonly keys: SortKeys;
  readonly entries: (inner: Prelude) => readonly string[];
}

/**
 * A page of found rows.
 * @param more further entries of the map of the page
 */
export function foundPage(
  page: PagePlan,
  { found, carried, keys, entries }: FoundRows,
  prelude: Prelude,
  more: readonly string[] = [],
): string {
  return pageMap(page, keys, {
    items: () => {
      const where = whereClause(cursorConditions(page, keys));
      const rows = `${found} WITH ${carried}${where} WITH ${carried} ${orderAndLimit(page, keys)}`;
      return listOfRows(prelude, `l${page.n}`, rows, (inner) =>
        mapOf([`c: ${keyList(keys)}`, ...entries(inner)]),
      );
    },
    total: () => `COUNT { ${found} RETURN 1 }`,
    exists: (extra) => `EXISTS { ${found} WITH ${carried} WHERE ${extra} RETURN 1 }`,
    more,
  });
}

import { PactError } from "../errors.js";
import type { SortKeyPlan } from "./kinds/pages.js";
import type { Args } from "./kinds/sites.js";
import { type Base, type PathTools, resolvePath, sortKindOf } from "./path.js";
import type { SiteBuilder } from "./site.js";

/** The sort keys that `orderBy` requests. */
export function planOrder(
  orderBy: unknown,
  rows: Base,
  tools: PathTools,
  site: SiteBuilder,
): readonly SortKeyPlan[] {
  if (!Array.isArray(orderBy)) return [];
  return orderBy.map((order: Args, index) => {
    const path = String(order.by);
    const languages =
      typeof order.lang === "string"
        ? { languages: site.at("languages", ["orderBy", index, "lang"], "languages") }
        : {};
    const { hops, value } = resolvePath(path, rows, { ...tools, ...languages });
    if (hops.length) {
      throw new PactError(
        "BAD_INPUT",
        `"${path}" can have several values, so it cannot be used for ordering. Order by a count, or by a value of the row itself.`,
      );
    }
    return { value, kind: sortKindOf(value, path), descending: order.direction === "DESC" };
  });
}

import { PactError } from "../errors.js";
import { type Base, type PathTools, resolvePath, sortKindOf } from "./path.js";
import type { OperandPlan, SortKeyPlan } from "./plan.js";

/** The sort keys that `orderBy` asks for. */
export function planOrder(
  orderBy: unknown,
  rows: Base,
  tools: PathTools,
  operands: OperandPlan[],
): readonly SortKeyPlan[] {
  if (!Array.isArray(orderBy)) return [];
  return orderBy.map((order: Readonly<Record<string, unknown>>, index) => {
    const path = String(order.by);
    const languages = typeof order.lang === "string" ? `languagesw${tools.fresh()}` : undefined;
    if (languages)
      operands.push({ parameter: languages, path: ["orderBy", index, "lang"], form: "languages" });
    const { hops, value } = resolvePath(path, rows, { ...tools, ...(languages ? { languages } : {}) });
    if (hops.length) {
      throw new PactError(
        "BAD_INPUT",
        `«${path}» can have several values, so it gives no order. Order by a count, or by a value of the row itself.`,
      );
    }
    return { value, kind: sortKindOf(value, path), descending: order.direction === "DESC" };
  });
}

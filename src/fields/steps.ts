import type { Step } from "../compile/edges.js";
import { model } from "../model/registry.js";

/** The edge types to follow, each with its direction. Default: all types that describe subjects, not the record. */
export function stepsOf(via: unknown): readonly Step[] {
  if (!Array.isArray(via) || !via.length) return bothWays(model.subjectTypes);
  return via.map(
    ({ type, direction }: { readonly type: string; readonly direction?: Step["direction"] }) => ({
      type,
      direction: direction ?? "BOTH",
    }),
  );
}

/** Steps that follow these edge types in both directions. */
export function bothWays(types: readonly string[]): readonly Step[] {
  return types.map((type) => ({ type, direction: "BOTH" }));
}

/** Steps that follow these edge types from start to end. */
export function forwards(types: readonly string[]): readonly Step[] {
  return types.map((type) => ({ type, direction: "OUT" }));
}

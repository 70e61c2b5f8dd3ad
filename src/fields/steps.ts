import type { Step } from "../compile/edges.js";
import { model } from "../model/registry.js";

/** The edge types to follow, each with its direction; without any, all types that join subjects. */
export function stepsOf(via: unknown): readonly Step[] {
  if (!Array.isArray(via) || !via.length) return bothWays(model.subjectTypes);
  return via.map(
    ({ type, direction }: { readonly type: string; readonly direction?: Step["direction"] }) => ({
      type,
      direction: direction ?? "BOTH",
    }),
  );
}

/** Edge types that are followed in both directions. */
export function bothWays(types: readonly string[]): readonly Step[] {
  return types.map((type) => ({ type, direction: "BOTH" }));
}

/** Edge types that are followed in their own direction. */
export function forwards(types: readonly string[]): readonly Step[] {
  return types.map((type) => ({ type, direction: "OUT" }));
}

import { edgeModel } from "../model/registry.js";
import type { ScopePlan, ViaPlan } from "../plan/plan.js";
import { edgeCondition } from "./scope.js";

/** Relationship types for a pattern: `A|B`. */
export function viaTypes(via: readonly ViaPlan[]): string {
  return via.map(({ type }) => edgeModel(type).type).join("|");
}

/** Whether an edge `r` may be followed from `x` to `y`: its type and direction, and what the scope lets through. */
export function viaCondition(
  via: readonly ViaPlan[],
  { r, x, y }: { readonly r: string; readonly x: string; readonly y: string },
  scope: ScopePlan,
): string {
  const typesByCondition = new Map<string, string[]>();
  for (const { type, direction } of via) {
    const edge = edgeModel(type);
    const labels = [...new Set(edge.ends.flat(2))];
    const matched = { edge, r, from: x, fromLabels: labels, to: y, toLabels: labels, undirected: true };
    const start =
      direction === "BOTH" ? [] : [`${direction === "OUT" ? "startNode" : "endNode"}(${r}) = ${x}`];
    const condition = [...start, edgeCondition(matched, scope)].join(" AND ");
    typesByCondition.set(condition, [...(typesByCondition.get(condition) ?? []), edge.type]);
  }
  const [only, ...others] = [...typesByCondition];
  if (only && !others.length) return only[0];
  return `(${[...typesByCondition].map(([condition, types]) => `(${r}:${types.join("|")} AND ${condition})`).join(" OR ")})`;
}

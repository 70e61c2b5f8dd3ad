import type { Step } from "../../compile/edges.js";
import { TIE_TYPES } from "../../model/projection.js";
import { edgeModel } from "../../model/registry.js";
import type { Variable } from "../../statement/environment.js";
import { constants } from "../../statement/text.js";

/**
 * How the hops of a route are counted. Two edges that end at the same node count as one hop if their types link actors
 * in networks (a treaty of two parties). Every other edge is a hop.
 */
export interface HopCount {
  /** The types whose edges can be half a hop; empty if no route can have two of them that end at one node. */
  readonly halves: readonly string[];
  /** True if routes between the same two nodes with the same number of edges have the same number of hops. */
  readonly isUniform: boolean;
}

/** How hops are counted when these steps are followed. */
export function hopCountOf(steps: readonly Step[]): HopCount {
  const ties = steps.filter(({ type }) => TIE_TYPES.has(type));
  const goes = ties.some(({ direction }) => direction !== "IN");
  const comes = ties.some(({ direction }) => direction !== "OUT");
  if (!goes || !comes) return { halves: [], isUniform: true };
  return {
    halves: [...new Set(ties.map(({ type }) => type))],
    isUniform: ties.length === steps.length && hasTwoSides(ties),
  };
}

/** True if the edges of these types lead from some types of nodes to others, so that a route alternates between them. */
function hasTwoSides(steps: readonly Step[]): boolean {
  const fields = steps.map(({ type }) => edgeModel(type).forward);
  const targets = new Set(fields.flatMap((field) => field.targets));
  return !fields.some(({ owners }) => owners.some((label) => targets.has(label)));
}

/** The largest number of edges in this many hops. */
export function edgesIn({ halves }: HopCount, hops: number): number {
  return halves.length ? 2 * hops : hops;
}

/** An expression for the number of hops in a list of consecutive edges. */
export function hopsExpression({ halves }: HopCount, edges: Variable | string): string {
  if (!halves.length) return `size(${edges})`;
  const [one, next] = [`${edges}[i - 1]`, `${edges}[i]`];
  const types = constants(halves);
  return (
    `size(${edges}) - size([i IN range(1, size(${edges}) - 1) WHERE endNode(${one}) = endNode(${next}) ` +
    `AND type(${one}) IN ${types} AND type(${next}) IN ${types}])`
  );
}

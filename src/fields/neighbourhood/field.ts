import { isRow, rowsOf } from "../../hydrate/row.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileNeighbourhood } from "./compile.js";
import { NeighbourhoodResolver } from "./declaration.js";
import { EDGES_PER_NODE, planNeighbourhood } from "./plan.js";

/** The root field for the nodes and edges around given nodes. */
export const neighbourhood = rootField({
  names: ["neighbourhood"],
  resolvers: [NeighbourhoodResolver],
  plan: planNeighbourhood,
  compile: compileNeighbourhood,
  columns: ["value", "missing"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    if (!isRow(value)) return value;
    for (const neighbour of rowsOf(value.nodes)) hydrator.node(plan.node, neighbour.node);
    for (const edge of rowsOf(value.edges)) hydrator.graphEdge(plan.edges, edge);
    return value;
  },
  estimate: ({ n, steps, hops, node, edges }, estimator) => {
    const types = steps.map(({ type }) => type);
    // Each level is followed from all of its nodes, also from those that were found before.
    for (let level = 1; level <= hops; level += 1)
      estimator.add("neighbourhood", estimator.reach(types, level));
    estimator.node(node, estimator.sizeOf(n));
    estimator.graphEdge(edges, estimator.sizeOf(n) * EDGES_PER_NODE);
  },
});

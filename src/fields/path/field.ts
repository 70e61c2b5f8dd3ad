import { PARTS } from "../../cost/estimator.js";
import { rowsOf } from "../../hydrate/row.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compilePath } from "./compile.js";
import { PathResolver } from "./declaration.js";
import { planPath } from "./plan.js";

/** The root field for routes between two nodes. */
export const path = rootField({
  names: ["path"],
  resolvers: [PathResolver],
  plan: planPath,
  compile: compilePath,
  hydrate: (plan, rows, hydrator) => {
    const routes = rowsOf(foundValue(rows));
    const size = hydrator.bound.pages.get(plan.n)?.size ?? routes.length;
    if (routes.length > size) hydrator.noteCut(plan.n);
    for (const route of routes) {
      if (Array.isArray(route.nodes)) for (const node of route.nodes) hydrator.node(plan.nodes, node);
      for (const edge of rowsOf(route.edges)) hydrator.graphEdge(plan.edges, edge);
    }
    return routes.slice(0, size);
  },
  estimate: ({ n, steps, maxHops, all, nodes, edges }, estimator) => {
    const types = steps.map(({ type }) => type);
    estimator.add("path", estimator.reach(types, maxHops) * (all ? PARTS : 1));
    estimator.node(nodes, estimator.sizeOf(n) * maxHops);
    estimator.graphEdge(edges, estimator.sizeOf(n) * maxHops);
  },
});

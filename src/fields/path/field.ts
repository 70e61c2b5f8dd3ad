import { PARTS } from "../../cost/estimator.js";
import { isRow, rowsOf } from "../../hydrate/row.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compilePath } from "./compile.js";
import { PathResolver } from "./declaration.js";
import { edgesIn } from "./hops.js";
import { planPath } from "./plan.js";

/** The root field for routes between two nodes. */
export const path = rootField({
  names: ["path"],
  resolvers: [PathResolver],
  plan: planPath,
  compile: compilePath,
  columns: ["value", "missing"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    if (!isRow(value) || !plan.wantsRoutes) return value;
    const routes = rowsOf(value.paths);
    const size = hydrator.bound.pages.get(plan.n)?.size ?? routes.length;
    if (routes.length > size) hydrator.noteCut(plan.n);
    for (const route of routes) {
      if (Array.isArray(route.nodes)) for (const node of route.nodes) hydrator.node(plan.nodes, node);
      for (const edge of rowsOf(route.edges)) hydrator.graphEdge(plan.edges, edge);
    }
    value.paths = routes.slice(0, size);
    return value;
  },
  estimate: ({ n, steps, hops, maxHops, all, condition, wantsRoutes, nodes, edges }, estimator) => {
    const types = steps.map(({ type }) => type);
    const most = edgesIn(hops, maxHops);
    // The shortest route is sought at any distance: from both ends, each edge is met at most twice.
    const visited = 2 * estimator.edgesOf(types);
    estimator.add("path", visited);
    estimator.condition(condition, visited);
    if (!wantsRoutes) return;
    estimator.add("path", estimator.reach(types, most) * (all ? PARTS : 1));
    estimator.node(nodes, estimator.sizeOf(n) * most);
    estimator.graphEdge(edges, estimator.sizeOf(n) * most);
  },
});

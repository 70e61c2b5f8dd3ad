import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileSearch } from "./compile.js";
import { SearchResolver } from "./declaration.js";
import { planSearch } from "./plan.js";

/** Estimated number of rows that a search visits. */
const VISITED = 5_000;

/** Assumed number of nodes that a search finds before its condition is applied. */
const FOUND = 500;

/** The root field for a search over the names of all nodes. */
export const search = rootField({
  names: ["search"],
  resolvers: [SearchResolver],
  plan: planSearch,
  compile: compileSearch,
  columns: ["value"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrator.pageOfNodes(plan.page, value, plan.node);
    return value;
  },
  estimate: ({ page, node, condition }, estimator) => {
    estimator.add("search", VISITED);
    estimator.condition(condition, FOUND);
    estimator.node(node, estimator.answers(page, 1, Number.POSITIVE_INFINITY));
  },
});

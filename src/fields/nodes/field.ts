import { rootField } from "../root-field.js";
import { compileNodes } from "./compile.js";
import { NodesResolver } from "./declaration.js";
import { planNodes } from "./plan.js";

/** The root field for several nodes by id. */
export const nodes = rootField({
  names: ["nodes"],
  resolvers: [NodesResolver],
  plan: planNodes,
  compile: compileNodes,
  columns: ["value"],
  hydrate: (plan, rows, hydrator) => {
    const values = rows.map(({ value }) => value);
    for (const value of values) hydrator.node(plan.node, value);
    return values;
  },
  estimate: (plan, estimator) => {
    const size = estimator.sizeOf(plan.n);
    estimator.answer(size);
    estimator.node(plan.node, size);
  },
});

import { edgesOf } from "../../hydrate/hydrator.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileChanges } from "./compile.js";
import { ChangesResolver } from "./declaration.js";
import { planChanges } from "./plan.js";

/** The root field for assertions recorded or retracted in a period. */
export const changes = rootField({
  names: ["changes"],
  resolvers: [ChangesResolver],
  plan: planChanges,
  compile: compileChanges,
  columns: ["value", "missing"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrator.pageOfNodes(plan.page, value, plan.subject?.node);
    for (const change of edgesOf(value)) hydrator.graphEdge(plan.edge, change.edge);
    return value;
  },
  estimate: ({ types, edge, page, subject }, estimator) => {
    estimator.add("changes", estimator.edgesOf(types));
    estimator.graphEdge(edge, estimator.sizeOf(page.n));
    estimator.node(subject?.node, estimator.sizeOf(page.n));
  },
});

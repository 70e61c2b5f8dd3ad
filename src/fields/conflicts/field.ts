import { edgesOf } from "../../hydrate/hydrator.js";
import { rowsOf } from "../../hydrate/row.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileConflicts } from "./compile.js";
import { ConflictsResolver } from "./declaration.js";
import { planConflicts } from "./plan.js";

/** The root field for facts about which sources disagree. */
export const conflicts = rootField({
  names: ["conflicts"],
  resolvers: [ConflictsResolver],
  plan: planConflicts,
  compile: compileConflicts,
  columns: ["value", "missing"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrator.pageOfNodes(plan.page, value, plan.subject?.node);
    for (const conflict of edgesOf(value)) {
      hydrator.node(plan.fromNode, conflict.from);
      hydrator.node(plan.toNode, conflict.to);
      for (const claim of rowsOf(conflict.claims)) hydrator.graphEdge(plan.claim, claim);
    }
    return value;
  },
  estimate: ({ types, claim, page, subject }, estimator) => {
    estimator.add("conflicts", estimator.edgesOf(types));
    estimator.graphEdge(claim, estimator.sizeOf(page.n));
    estimator.node(subject?.node, estimator.sizeOf(page.n));
  },
});

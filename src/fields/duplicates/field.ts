import { edgesOf } from "../../hydrate/hydrator.js";
import { model } from "../../model/registry.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileDuplicates } from "./compile.js";
import { DuplicatesResolver } from "./declaration.js";
import { planDuplicates } from "./plan.js";

/** Edges visited for each name or office: those of the node, and those of the others that share it. */
const VISITED = 4;

/** The root field for pairs of nodes that may be the same. */
export const duplicates = rootField({
  names: ["duplicates"],
  resolvers: [DuplicatesResolver],
  plan: planDuplicates,
  compile: compileDuplicates,
  columns: ["value"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrator.pageOfNodes(plan.page, value, plan.node);
    for (const pair of edgesOf(value)) hydrator.node(plan.other, pair.other);
    return value;
  },
  estimate: ({ page, node, other }, estimator) => {
    estimator.add("duplicates", VISITED * estimator.edgesOf([model.names.type, model.offices.type]));
    const answers = estimator.answers(page, 1, Number.POSITIVE_INFINITY);
    estimator.node(node, answers);
    estimator.node(other, answers);
  },
});

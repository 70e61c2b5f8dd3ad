import { isRow, rowsOf } from "../../hydrate/row.js";
import { model } from "../../model/registry.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileList } from "./compile.js";
import { listResolverOf } from "./declaration.js";
import { LIST_NAMES, planList } from "./plan.js";

/** The root fields for the lists of all nodes of a type. */
export const list = rootField({
  names: LIST_NAMES,
  resolvers: [...model.nodes.values()].map(listResolverOf),
  plan: planList,
  compile: compileList,
  columns: ["value"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrator.pageOfNodes(plan.page, value, plan.node);
    if (isRow(value)) for (const blank of rowsOf(value.blanks)) hydrator.noteBlank(plan.page.n, blank);
    return value;
  },
  estimate: ({ label, condition, page, node }, estimator) => {
    const all = estimator.nodesOf([label]);
    const scanned = condition || page.keys.length || page.aggregates.length ? all : 0;
    estimator.add(`all nodes of type ${label}`, scanned);
    const found = estimator.condition(condition, all);
    estimator.page(page, found, found);
    estimator.node(node, estimator.answers(page, 1, condition ? estimator.sizeOf(page.n) : all));
  },
});

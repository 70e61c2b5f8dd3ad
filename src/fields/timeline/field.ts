import { edgesOf } from "../../hydrate/hydrator.js";
import { rowsOf } from "../../hydrate/row.js";
import { foundValue } from "../found.js";
import { rootField } from "../root-field.js";
import { compileTimeline } from "./compile.js";
import { TimelineResolver } from "./declaration.js";
import { planTimeline } from "./plan.js";

/** The root field for the events about the given nodes. */
export const timeline = rootField({
  names: ["timeline"],
  resolvers: [TimelineResolver],
  plan: planTimeline,
  compile: compileTimeline,
  columns: ["value", "missing"],
  hydrate: (plan, rows, hydrator) => {
    const value = foundValue(rows);
    hydrator.pageOfNodes(plan.page, value, plan.node);
    for (const event of edgesOf(value)) {
      hydrator.graphEdge(plan.edge, event.edge);
      const { respondsTo } = plan;
      if (respondsTo) for (const node of rowsOf(event[respondsTo.slot])) hydrator.node(respondsTo.node, node);
    }
    return value;
  },
  estimate: ({ types, page, node, edge }, estimator) => {
    estimator.add(
      "timeline",
      types.reduce((sum, type) => sum + estimator.mostAroundOne(type), 0),
    );
    estimator.node(node, estimator.sizeOf(page.n));
    estimator.graphEdge(edge, estimator.sizeOf(page.n));
  },
});

import { ANY_LABEL, selectionsBelow } from "../builder.js";
import type { TimelinePlan } from "../plan.js";
import { selectFields } from "../selection.js";
import { columnsAmong } from "./columns.js";
import type { RootField } from "./root.js";
import { subjectTypes } from "./via.js";

/** The events that concern some nodes. */
export function planTimeline({ builder, selected, definition, outside }: RootField): TimelinePlan {
  const site = builder.enter("page", definition, selected, outside, "timeline", [
    "date",
    "text",
    "text",
    "text",
  ]);
  const { inside, operands } = site;
  const args = builder.args(definition, selected.node);
  operands.push({ parameter: `about${site.n}`, path: ["about"], form: "plain" });
  const within = args.within != null;
  if (within) operands.push({ parameter: `within${site.n}`, path: ["within"], form: "days" });
  const parts = builder.connectionParts("TimelineConnection", selected.selections);
  const fields = selectFields(builder.request, builder.objectType("Event"), parts.edges);
  const types = Array.isArray(args.types) ? args.types.map(String) : subjectTypes();
  const node = [...parts.nodes, ...selectionsBelow(fields, "node")];
  const edge = selectionsBelow(fields, "edge");
  const ofEdge = selectFields(builder.request, builder.objectType("GraphEdge"), edge);
  const responds = fields.find(({ name }) => name === "respondsTo");
  return {
    ...{ kind: "timeline", types, within, scope: inside.scope },
    page: builder.page(site, args, parts),
    columns: columnsAmong(fields, ["date", "from", "to", "what"]),
    node: node.length ? builder.node(ANY_LABEL, true, node, inside) : undefined,
    edge: edge.length
      ? builder.graphEdge([...types, "REPORTS", "RELATED_TO"], ofEdge, { r: "r", from: "f", to: "t" }, inside)
      : undefined,
    respondsTo: responds && {
      slot: responds.slot,
      node: builder.node(ANY_LABEL, true, responds.selections, { ...inside, variable: "o" }),
    },
  };
}

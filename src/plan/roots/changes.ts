import { model } from "../../model/registry.js";
import { selectionsBelow } from "../builder.js";
import type { ChangesPlan } from "../plan.js";
import { selectFields } from "../selection.js";
import { columnsAmong } from "./columns.js";
import type { RootField } from "./root.js";

/** What was recorded and retracted in a time. */
export function planChanges({ builder, selected, definition, outside }: RootField): ChangesPlan {
  const site = builder.enter("page", definition, selected, outside, "changes", ["datetime", "text", "text"]);
  const { inside, operands, n } = site;
  const args = builder.args(definition, selected.node);
  operands.push({ parameter: `since${n}`, path: ["since"], form: "instant" });
  if (args.until != null) operands.push({ parameter: `until${n}`, path: ["until"], form: "instant" });
  for (const name of ["about", "by"] as const) {
    if (args[name] != null) operands.push({ parameter: `${name}${n}`, path: [name], form: "plain" });
  }
  const parts = builder.connectionParts("ChangeConnection", selected.selections);
  const fields = selectFields(builder.request, builder.objectType("Change"), parts.edges);
  const types = Array.isArray(args.types) ? args.types.map(String) : [...model.edges.keys()];
  const edge = selectionsBelow(fields, "edge");
  const ofEdge = selectFields(builder.request, builder.objectType("GraphEdge"), edge);
  return {
    ...{
      kind: "changes",
      types,
      until: args.until != null,
      about: args.about != null,
      sources: args.by != null,
    },
    page: builder.page(site, args, parts),
    scope: outside.scope,
    columns: columnsAmong(fields, ["at", "kind"]),
    edge: edge.length ? builder.graphEdge(types, ofEdge, { r: "r", from: "f", to: "t" }, inside) : undefined,
  };
}

import { ANY_LABEL, selectionsBelow } from "../builder.js";
import type { ConflictsPlan } from "../plan.js";
import { selectFields } from "../selection.js";
import { columnsAmong } from "./columns.js";
import type { RootField } from "./root.js";
import { subjectTypes } from "./via.js";

/** The facts on which sources differ. */
export function planConflicts({ builder, selected, definition, outside }: RootField): ConflictsPlan {
  const site = builder.enter("page", definition, selected, outside, "conflicts");
  const { inside, operands, n } = site;
  const args = builder.args(definition, selected.node);
  for (const name of ["about", "between"] as const) {
    if (args[name] != null) operands.push({ parameter: `${name}${n}`, path: [name], form: "plain" });
  }
  const parts = builder.connectionParts("ConflictConnection", selected.selections);
  const fields = selectFields(builder.request, builder.objectType("Conflict"), parts.edges);
  const types = Array.isArray(args.types) ? args.types.map(String) : [...subjectTypes(), "REPORTS"];
  const end = (name: "from" | "to", variable: string) => {
    const below = selectionsBelow(fields, name);
    return below.length ? builder.node(ANY_LABEL, true, below, { ...inside, variable }) : undefined;
  };
  const edge = selectionsBelow(fields, "claims");
  const ofEdge = selectFields(builder.request, builder.objectType("GraphEdge"), edge);
  return {
    ...{ kind: "conflicts", types, about: args.about != null, sources: args.between != null },
    page: builder.page(site, args, parts),
    scope: outside.scope,
    columns: columnsAmong(fields, ["type", "differences"]),
    from: end("from", "f"),
    to: end("to", "t"),
    edge: edge.length ? builder.graphEdge(types, ofEdge, { r: "r", from: "f", to: "t" }, inside) : undefined,
  };
}

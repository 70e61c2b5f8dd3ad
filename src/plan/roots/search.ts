import { ANY_LABEL, selectionsBelow } from "../builder.js";
import type { RootPlan } from "../plan.js";
import { selectFields } from "../selection.js";
import { columnsAmong } from "./columns.js";
import type { RootField } from "./root.js";

/** A search over the names of all nodes. */
export function planSearch({ builder, selected, definition, outside }: RootField): RootPlan {
  const site = builder.enter("search", definition, selected, outside, selected.name);
  const { inside } = site;
  const parts = builder.connectionParts("SearchConnection", selected.selections);
  const page = builder.page(site, builder.args(definition, selected.node), parts);
  const ofHit = selectFields(builder.request, builder.objectType("SearchEdge"), parts.edges);
  const selections = [...parts.nodes, ...selectionsBelow(ofHit, "node")];
  const node = selections.length ? builder.node(ANY_LABEL, true, selections, inside) : undefined;
  const columns = columnsAmong(ofHit, ["matched", "match"]);
  const ofList = selectFields(builder.request, builder.objectType("SearchConnection"), selected.selections);
  const facets = ofList.find(({ name }) => name === "facets")?.slot;
  return { kind: "search", page, scope: inside.scope, facets, hit: { node, columns } };
}

import { named, selectionsBelow } from "../builder.js";
import type { Base } from "../path.js";
import type { RootPlan } from "../plan.js";
import { selectFields } from "../selection.js";
import type { RootField } from "./root.js";

/** The list of all nodes of a type. */
export function planList({ builder, selected, definition, outside }: RootField, label: string): RootPlan {
  const site = builder.enter("page", definition, selected, outside, selected.name, ["text"]);
  const node = { variable: "x", labels: [label] };
  const inside = named(site.inside, selected, { node });
  const parts = builder.connectionParts(`${label}Connection`, selected.selections);
  const args = builder.args(definition, selected.node);
  const rows: Base = { kind: "node", ...node };
  const page = builder.page(site, args, parts, rows, inside);
  const inEdges = selectFields(builder.request, builder.objectType(`${label}Edge`), parts.edges);
  const selections = [...parts.nodes, ...selectionsBelow(inEdges, "node")];
  const condition = builder.condition(site, inside, args.where, (planner, place) =>
    planner.ofNode(node, args.where, place),
  );
  return {
    ...{ kind: "list", label, page, condition, scope: inside.scope },
    node: selections.length ? builder.node([label], false, selections, inside) : undefined,
  };
}

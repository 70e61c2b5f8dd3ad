import { ANY_LABEL, named } from "../builder.js";
import type { RootPlan } from "../plan.js";
import type { RootField } from "./root.js";

/** One node by its id or code, or several by their ids. */
export function planLookUp({ builder, selected, definition, outside }: RootField): RootPlan {
  const args = builder.args(definition, selected.node);
  const kind = selected.name === "node" ? "scope" : selected.name === "nodes" ? "ids" : "node";
  const site = builder.enter(kind, definition, selected, outside, selected.name);
  const { n } = site;
  const label = selected.name.charAt(0).toUpperCase() + selected.name.slice(1);
  const labels = kind === "node" ? [label] : ANY_LABEL;
  const inside = named(site.inside, selected, { node: { variable: "x", labels } });
  const node = builder.node(labels, kind !== "node", selected.selections, inside);
  const { scope } = inside;
  if (kind === "ids") return { kind: "nodesByIds", n, scope, node };
  if (kind === "scope") return { kind: "nodeById", label: "Entity", n, scope, node };
  if (args.code == null) return { kind: "nodeById", label, n, scope, node };
  return { kind: "nodeByCode", label, n, withScheme: args.scheme != null, scope, node };
}

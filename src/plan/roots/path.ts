import { ANY_LABEL, selectionsBelow } from "../builder.js";
import type { RootPlan } from "../plan.js";
import { selectFields } from "../selection.js";
import type { RootField } from "./root.js";
import { viaOf } from "./via.js";

/** Routes between two nodes. */
export function planPath({ builder, selected, definition, outside }: RootField): RootPlan {
  const site = builder.enter("path", definition, selected, outside, selected.name);
  const { n, inside } = site;
  const args = builder.args(definition, selected.node);
  const via = viaOf(args.via);
  const fields = selectFields(builder.request, builder.objectType("Route"), selected.selections);
  const nodes = selectionsBelow(fields, "nodes");
  const edges = selectionsBelow(fields, "edges");
  const inner = { variable: "z", labels: ANY_LABEL };
  const ofEdge = selectFields(builder.request, builder.objectType("GraphEdge"), edges);
  const types = via.map(({ type }) => type);
  return {
    ...{ kind: "path", n, via, scope: inside.scope, all: args.all === true },
    maxHops: typeof args.maxHops === "number" ? args.maxHops : USUAL_HOPS,
    length: fields.find(({ name }) => name === "length")?.slot,
    condition: builder.condition(site, inside, args.where, (planner, place) =>
      planner.ofNode(inner, args.where, place),
    ),
    nodes: nodes.length ? builder.node(ANY_LABEL, true, nodes, inside) : undefined,
    edges: edges.length
      ? builder.graphEdge(types, ofEdge, { r: "r", from: "f", to: "t" }, inside)
      : undefined,
  };
}

/** How long a route may be when nothing is asked. */
const USUAL_HOPS = 6;

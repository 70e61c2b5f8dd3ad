import { ANY_LABEL, selectionsBelow } from "../builder.js";
import type { NeighbourhoodPlan } from "../plan.js";
import { selectFields } from "../selection.js";
import { columnsAmong } from "./columns.js";
import type { RootField } from "./root.js";
import { viaOf } from "./via.js";

/** The nodes and edges around some nodes. */
export function planNeighbourhood({ builder, selected, definition, outside }: RootField): NeighbourhoodPlan {
  const site = builder.enter("neighbourhood", definition, selected, outside, selected.name);
  const { n, inside } = site;
  const args = builder.args(definition, selected.node);
  const via = viaOf(args.via);
  const fieldsOf = (type: string, below: Parameters<typeof selectFields>[2]) =>
    selectFields(builder.request, builder.objectType(type), below);
  const fields = fieldsOf("Neighbourhood", selected.selections);
  const neighbours = fieldsOf("Neighbour", selectionsBelow(fields, "nodes"));
  const node = selectionsBelow(neighbours, "node");
  const edges = selectionsBelow(fields, "edges");
  const types = via.map(({ type }) => type);
  const variables = { r: "r", from: "f", to: "t" };
  return {
    ...{ kind: "neighbourhood", n, via, scope: inside.scope },
    hops: typeof args.hops === "number" ? args.hops : 1,
    condition: builder.condition(site, inside, args.where, (planner, place) =>
      planner.ofNode({ variable: "y", labels: ANY_LABEL }, args.where, place),
    ),
    columns: columnsAmong(fields, ["nodesLeftOut", "edgesLeftOut"]),
    wantsNodes: neighbours.length > 0,
    distance: neighbours.find(({ name }) => name === "distance")?.slot,
    node: node.length ? builder.node(ANY_LABEL, true, node, inside) : undefined,
    edges: edges.length
      ? builder.graphEdge(types, fieldsOf("GraphEdge", edges), variables, inside)
      : undefined,
  };
}

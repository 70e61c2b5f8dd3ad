import type { Step } from "../../compile/edges.js";
import { DEFAULT_PAGE } from "../../model/bounds.js";
import { nodeCondition } from "../../plan/condition.js";
import type { GraphEdgePlan, NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { Args } from "../../plan/kinds/sites.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { ANY_LABEL, planAnyNode, planGraphEdge } from "../../plan/node.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow, slotOf } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import { stepsOf } from "../steps.js";

/** Maximum number of edges in a response, for each node that the limit allows. */
export const EDGES_PER_NODE = 5;
/** Maximum number of nodes in a response. */
export const MAX_NEIGHBOURS = 1_000;

type LeftOut = "nodesLeftOut" | "edgesLeftOut";

/** A request for the nodes and edges around the given nodes. */
export interface NeighbourhoodPlan {
  readonly n: number;
  readonly ids: Parameter;
  readonly maxNodes: Parameter;
  readonly maxEdges: Parameter;
  readonly steps: readonly Step[];
  readonly hops: number;
  readonly scope: ScopePlan;
  /** A node that is found, and the condition on it. */
  readonly y: Variable;
  readonly condition: ConditionPlan | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: LeftOut }[];
  readonly wantsNodes: boolean;
  readonly distance: string | undefined;
  /** A node of the answer, and its selected data. */
  readonly x: Variable;
  readonly node: NodePlan | undefined;
  readonly edges: GraphEdgePlan | undefined;
}

export function planNeighbourhood(planner: Planner, selected: SelectedField): NeighbourhoodPlan {
  const entered = planner.enter("Query", selected, planner.outside);
  const { site, inside, args } = entered;
  const fields = planner.fields("Neighbourhood", selected.selections);
  const neighbours = planner.fields("Neighbour", selectionsBelow(fields, "nodes"));
  const steps = stepsOf(args.via);
  const [x, y] = [planner.variable("x"), planner.variable("y")];
  const variables = { r: planner.variable("r"), from: planner.variable("from"), to: planner.variable("to") };
  site.limited({ size: sizeOf });
  return {
    n: site.n,
    ids: site.at("ids", ["ids"], "ids"),
    steps,
    scope: inside.scope,
    x,
    y,
    maxNodes: site.computed("maxNodes", sizeOf),
    maxEdges: site.computed("maxEdges", (given) => sizeOf(given) * EDGES_PER_NODE),
    hops: typeof args.hops === "number" ? args.hops : 1,
    condition: nodeCondition(planner, entered, "where", { variable: y, labels: ANY_LABEL }),
    columns: columnsAmong<LeftOut>(fields, ["nodesLeftOut", "edgesLeftOut"]),
    wantsNodes: neighbours.length > 0,
    distance: slotOf(neighbours, "distance"),
    node: planAnyNode(planner, x, selectionsBelow(neighbours, "node"), inside),
    edges: planGraphEdge(
      planner,
      steps.map(({ type }) => type),
      variables,
      selectionsBelow(fields, "edges"),
      inside,
    ),
  };
}

function sizeOf({ limit }: Args): number {
  return typeof limit === "number" ? limit : DEFAULT_PAGE;
}

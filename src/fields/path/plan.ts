import type { Step } from "../../compile/edges.js";
import { DEFAULT_HOPS, DEFAULT_HOPS_OF_ALL } from "../../model/bounds.js";
import { nodeCondition } from "../../plan/condition.js";
import type { GraphEdgePlan, NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { ANY_LABEL, planAnyNode, planGraphEdge } from "../../plan/node.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow, slotOf } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import { stepsOf } from "../steps.js";
import { type HopCount, hopCountOf } from "./hops.js";

/** Default number of routes. */
export const DEFAULT_ROUTES = 10;
/** Maximum number of routes in one answer. */
export const MAX_ROUTES = 100;

export type PathStatus = "FOUND" | "NONE" | "NONE_WITHIN_BOUND";

/** A request for how two nodes are connected. */
export interface PathPlan {
  readonly n: number;
  readonly from: Parameter;
  readonly to: Parameter;
  readonly limit: Parameter;
  readonly steps: readonly Step[];
  readonly hops: HopCount;
  readonly maxHops: number;
  /** All simple routes, not only the shortest. */
  readonly all: boolean;
  readonly scope: ScopePlan;
  /** A node between the two ends, and the condition on it. */
  readonly between: Variable;
  readonly condition: ConditionPlan | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: "status" | "length" }[];
  /** False if only the length or the status is requested. */
  readonly wantsRoutes: boolean;
  /** The slot of the length of a route. */
  readonly length: string | undefined;
  /** A node of a route, and its selected data. */
  readonly x: Variable;
  readonly nodes: NodePlan | undefined;
  readonly edges: GraphEdgePlan | undefined;
}

export function planPath(planner: Planner, selected: SelectedField): PathPlan {
  const entered = planner.enter("Query", selected, planner.outside);
  const { site, inside, args } = entered;
  const answer = planner.fields("PathAnswer", selected.selections);
  const fields = planner.fields("Route", selectionsBelow(answer, "paths"));
  const all = args.all === true;
  const steps = stepsOf(args.via);
  const [between, x] = [planner.variable("z"), planner.variable("x")];
  const variables = { r: planner.variable("r"), from: planner.variable("from"), to: planner.variable("to") };
  const limit = planner.environment.parameter("limit");
  site.limited({ limit, size: ({ first }) => (typeof first === "number" ? first : DEFAULT_ROUTES) });
  return {
    n: site.n,
    from: site.at("from", ["from"], "ids"),
    to: site.at("to", ["to"], "ids"),
    limit,
    steps,
    hops: hopCountOf(steps),
    maxHops: maxHopsOf(args.maxHops, all),
    all,
    scope: inside.scope,
    between,
    condition: nodeCondition(planner, entered, "where", { variable: between, labels: ANY_LABEL }),
    columns: columnsAmong(answer, ["status", "length"]),
    wantsRoutes: answer.some(({ name }) => name === "paths"),
    length: slotOf(fields, "length"),
    x,
    nodes: planAnyNode(planner, x, selectionsBelow(fields, "nodes"), inside),
    edges: planGraphEdge(
      planner,
      steps.map(({ type }) => type),
      variables,
      selectionsBelow(fields, "edges"),
      inside,
    ),
  };
}

function maxHopsOf(maxHops: unknown, all: boolean): number {
  if (typeof maxHops === "number") return maxHops;
  return all ? DEFAULT_HOPS_OF_ALL : DEFAULT_HOPS;
}

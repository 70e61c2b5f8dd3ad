import { model } from "../../model/registry.js";
import type { GraphEdgePlan, NodePlan } from "../../plan/kinds/nodes.js";
import type { PagePlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { planAnyNode, planGraphEdge } from "../../plan/node.js";
import { connectionParts, planPage } from "../../plan/page.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { DayParameters, Parameter, Variable } from "../../statement/environment.js";
import { typesOr } from "../types.js";

type Column = "date" | "from" | "to" | "what";

/** A request for the events about the given nodes, ordered by date. */
export interface TimelinePlan {
  readonly page: PagePlan;
  readonly about: Parameter;
  readonly types: readonly string[];
  readonly scope: ScopePlan;
  /** The period of the events, if requested. */
  readonly within: DayParameters | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: Column }[];
  /** The node of an event and the edge that asserts it. */
  readonly x: Variable;
  readonly r: Variable;
  readonly node: NodePlan | undefined;
  readonly edge: GraphEdgePlan | undefined;
  readonly respondsTo: RespondsToPlan | undefined;
}

/** The nodes that the node of an event responds to. */
export interface RespondsToPlan {
  readonly slot: string;
  readonly o: Variable;
  readonly node: NodePlan | undefined;
}

export function planTimeline(planner: Planner, selected: SelectedField): TimelinePlan {
  const entered = planner.enter("Query", selected, planner.outside, true);
  const { site, inside, args } = entered;
  const parts = connectionParts(planner, "TimelineConnection", selected.selections);
  const fields = planner.fields("Event", parts.edges);
  const types = typesOr(args.types, model.subjectTypes);
  const [x, r] = [planner.variable("x"), planner.variable("r")];
  const variables = { r, from: planner.variable("from"), to: planner.variable("to") };
  const responds = fields.find(({ name }) => name === "respondsTo");
  const o = planner.variable("o");
  return {
    types,
    scope: inside.scope,
    x,
    r,
    about: site.at("about", ["about"], "ids"),
    page: planPage(planner, entered, parts, { list: "timeline", kinds: ["date", "text", "text", "text"] }),
    within: args.within == null ? undefined : site.days("within", ["within"]),
    columns: columnsAmong<Column>(fields, ["date", "from", "to", "what"]),
    node: planAnyNode(planner, x, [...parts.nodes, ...selectionsBelow(fields, "node")], inside),
    edge: planGraphEdge(
      planner,
      [...new Set([...types, model.reports.type, model.relations.type])],
      variables,
      selectionsBelow(fields, "edge"),
      inside,
    ),
    respondsTo: responds && {
      slot: responds.slot,
      o,
      node: planAnyNode(planner, o, responds.selections, inside),
    },
  };
}

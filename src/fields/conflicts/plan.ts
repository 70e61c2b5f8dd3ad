import { model } from "../../model/registry.js";
import type { GraphEdgePlan, NodePlan, SubjectPlan } from "../../plan/kinds/nodes.js";
import type { PagePlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { planAnyNode, planGraphEdge, planSubject } from "../../plan/node.js";
import { connectionParts, planPage } from "../../plan/page.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import { typesOr } from "../types.js";

type Column = "type" | "differences";

/** A request for facts about which sources disagree. */
export interface ConflictsPlan {
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly types: readonly string[];
  readonly about: Parameter | undefined;
  readonly between: Parameter | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: Column }[];
  /** The ends of the edge, and one claim. */
  readonly from: Variable;
  readonly to: Variable;
  readonly r: Variable;
  readonly fromNode: NodePlan | undefined;
  readonly toNode: NodePlan | undefined;
  readonly claim: GraphEdgePlan | undefined;
  readonly subject: SubjectPlan | undefined;
}

export function planConflicts(planner: Planner, selected: SelectedField): ConflictsPlan {
  const entered = planner.enter("Query", selected, planner.outside, true);
  const { site, inside, args } = entered;
  const parts = connectionParts(planner, "ConflictConnection", selected.selections);
  const fields = planner.fields("Conflict", parts.edges);
  const types = typesOr(args.types, [...model.subjectTypes, model.reports.type]);
  const [r, from, to] = [planner.variable("r"), planner.variable("from"), planner.variable("to")];
  return {
    types,
    r,
    from,
    to,
    scope: inside.scope,
    about: args.about == null ? undefined : site.at("about", ["about"], "ids"),
    between: args.between == null ? undefined : site.at("between", ["between"], "sources"),
    page: planPage(planner, entered, parts, { list: "conflicts", kinds: ["text", "text"] }),
    columns: columnsAmong<Column>(fields, ["type", "differences"]),
    fromNode: planAnyNode(planner, from, selectionsBelow(fields, "from"), inside),
    toNode: planAnyNode(planner, to, selectionsBelow(fields, "to"), inside),
    claim: planGraphEdge(planner, types, { r, from, to }, selectionsBelow(fields, "claims"), inside),
    subject: planSubject(planner, parts, fields, inside),
  };
}

import type { GraphEdgePlan, SubjectPlan } from "../../plan/kinds/nodes.js";
import type { PagePlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { planGraphEdge, planSubject } from "../../plan/node.js";
import { connectionParts, planPage } from "../../plan/page.js";
import type { Planner } from "../../plan/planner.js";
import { columnsAmong, type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import { ALL_TYPES, typesOr } from "../types.js";

type Column = "at" | "kind" | "recordedBy";

/** A request for assertions recorded or retracted in a period. */
export interface ChangesPlan {
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly types: readonly string[];
  readonly since: Parameter;
  readonly until: Parameter | undefined;
  readonly about: Parameter | undefined;
  readonly by: Parameter | undefined;
  readonly columns: readonly { readonly slot: string; readonly column: Column }[];
  readonly r: Variable;
  readonly from: Variable;
  readonly to: Variable;
  readonly edge: GraphEdgePlan | undefined;
  readonly subject: SubjectPlan | undefined;
}

export function planChanges(planner: Planner, selected: SelectedField): ChangesPlan {
  const entered = planner.enter("Query", selected, planner.outside, true);
  const { site, inside, args } = entered;
  const parts = connectionParts(planner, "ChangeConnection", selected.selections);
  const fields = planner.fields("Change", parts.edges);
  const types = typesOr(args.types, ALL_TYPES);
  const [r, from, to] = [planner.variable("r"), planner.variable("from"), planner.variable("to")];
  return {
    types,
    r,
    from,
    to,
    scope: inside.scope,
    since: site.at("since", ["since"], "recordInstant"),
    until: args.until == null ? undefined : site.at("until", ["until"], "recordInstant"),
    about: args.about == null ? undefined : site.at("about", ["about"], "ids"),
    by: args.by == null ? undefined : site.at("by", ["by"], "sources"),
    page: planPage(planner, entered, parts, { list: "changes", kinds: ["datetime", "text", "text"] }),
    columns: columnsAmong<Column>(fields, ["at", "kind", "recordedBy"]),
    edge: planGraphEdge(planner, types, { r, from, to }, selectionsBelow(fields, "edge"), inside),
    subject: planSubject(planner, parts, fields, inside),
  };
}

import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import { ANY_LABEL, planAnyNode } from "../../plan/node.js";
import type { Planner } from "../../plan/planner.js";
import type { SelectedField } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";

/** A request for several nodes by id. */
export interface NodesPlan {
  readonly n: number;
  readonly x: Variable;
  readonly ids: Parameter;
  readonly scope: ScopePlan;
  readonly node: NodePlan | undefined;
}

export function planNodes(planner: Planner, selected: SelectedField): NodesPlan {
  const { site, inside: below } = planner.enter("Query", selected, planner.outside);
  const x = planner.variable("x");
  const inside = planner.named(below, selected, { node: { variable: x, labels: ANY_LABEL } });
  site.limited({ size: ({ ids }) => (Array.isArray(ids) ? ids.length : 0) });
  return {
    n: site.n,
    x,
    ids: site.at("ids", ["ids"], "ids"),
    scope: inside.scope,
    node: planAnyNode(planner, x, selected.selections, inside),
  };
}

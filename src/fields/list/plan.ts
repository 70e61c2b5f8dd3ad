import { PactError } from "../../errors.js";
import { model } from "../../model/registry.js";
import { nodeCondition } from "../../plan/condition.js";
import type { CoveragePlan, NodePlan } from "../../plan/kinds/nodes.js";
import type { PagePlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { planNode } from "../../plan/node.js";
import { connectionParts, planPage } from "../../plan/page.js";
import type { Planner } from "../../plan/planner.js";
import { type SelectedField, selectionsBelow } from "../../plan/selection.js";
import { unsureRelations } from "../../plan/unsure.js";
import type { Variable } from "../../statement/environment.js";

/** A request for the list of all nodes of a type. */
export interface ListPlan {
  readonly x: Variable;
  readonly label: string;
  readonly page: PagePlan;
  readonly scope: ScopePlan;
  readonly condition: ConditionPlan | undefined;
  /** Relations on whose absence or number the answer depends. */
  readonly unsure: readonly CoveragePlan[];
  readonly node: NodePlan | undefined;
}

const LABELS: ReadonlyMap<string, string> = new Map(
  [...model.nodes.values()].map(({ plural, label }) => [plural, label]),
);

/** Names of the list fields. */
export const LIST_NAMES: readonly string[] = [...LABELS.keys()];

export function planList(planner: Planner, selected: SelectedField): ListPlan {
  const label = LABELS.get(selected.name);
  if (label === undefined) throw new PactError("INTERNAL", `There is no list ${selected.name}.`);
  const entered = planner.enter("Query", selected, planner.outside, true);
  const x = planner.variable("x");
  const node = { variable: x, labels: [label] };
  const inside = planner.named(entered.inside, selected, { node });
  const list = { ...entered, inside };
  const parts = connectionParts(planner, `${label}Connection`, selected.selections);
  const keys = { list: selected.name, kinds: ["text"] } as const;
  const page = planPage(planner, list, parts, keys, { kind: "node", ...node });
  const edges = planner.fields(`${label}Edge`, parts.edges);
  const selections = [...parts.nodes, ...selectionsBelow(edges, "node")];
  const condition = nodeCondition(planner, list, "where", node);
  return {
    x,
    label,
    page,
    scope: inside.scope,
    condition,
    unsure: unsureRelations(condition, page.aggregates, x, inside.scope),
    node: planNode(planner, { ...node, polymorphic: false }, selections, inside),
  };
}

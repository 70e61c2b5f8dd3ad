import { DEFAULT_LINKS } from "../../model/bounds.js";
import { NETWORK_LABELS, type Tie, tieOf } from "../../model/projection.js";
import { planKey } from "../../plan/aggregate.js";
import { nodeCondition } from "../../plan/condition.js";
import { atField } from "../../plan/field-error.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { GroupKeyPlan } from "../../plan/kinds/pages.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { Args } from "../../plan/kinds/sites.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { ANY_LABEL, planNode } from "../../plan/node.js";
import type { Entered, Planner } from "../../plan/planner.js";
import { narrowScope } from "../../plan/scope.js";
import { type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";

/** Maximum number of ties in a network. */
export const MAX_TIES = 50_000;

export const NODE_MEASURES = [
  "degree",
  "strength",
  "betweenness",
  "eigenvector",
  "community",
  "component",
] as const;
export type NodeMeasure = (typeof NODE_MEASURES)[number];

/** A request for a network of actors linked by what they share. */
export interface NetworkPlan {
  readonly n: number;
  readonly tie: Tie;
  readonly scope: ScopePlan;
  /** The scope in which two actors must not be linked, if requested. */
  readonly without: ScopePlan | undefined;
  /** Two actors and the node that both share, with their conditions. */
  readonly a: Variable;
  readonly b: Variable;
  readonly m: Variable;
  readonly ofA: ConditionPlan | undefined;
  readonly ofB: ConditionPlan | undefined;
  readonly ofShared: ConditionPlan | undefined;
  /** Only ties of these nodes are requested. */
  readonly egos: Parameter | undefined;
  readonly minWeight: Parameter | undefined;
  readonly key: GroupKeyPlan | undefined;
  readonly slots: NetworkSlots;
  /** A node of the network, and its selected data. */
  readonly x: Variable;
  readonly node: NodePlan | undefined;
}

/** Slots of the selected fields of the network, its nodes and its links. */
export interface NetworkSlots {
  readonly measures: readonly { readonly slot: string; readonly measure: NodeMeasure }[];
  readonly wantsNodes: boolean;
  readonly wantsGroups: boolean;
  readonly wantsSources: boolean;
}

export function planNetwork(planner: Planner, selected: SelectedField): NetworkPlan {
  const entered = planner.enter("Query", selected, planner.outside);
  const { site, inside, args } = entered;
  const tie = tieOf(String(args.projection));
  const fields = planner.fields("Network", selected.selections);
  const nodes = planner.fields("NetworkNode", selectionsBelow(fields, "nodes"));
  const links = planner.fields("NetworkLink", selectionsBelow(fields, "links"));
  const [a, b, m] = [planner.variable("a"), planner.variable("b"), planner.variable("m")];
  const actor = (variable: Variable) =>
    nodeCondition(planner, entered, "among", { variable, labels: NETWORK_LABELS });
  const x = planner.variable("x");
  site.limited({ size: ({ first }) => (typeof first === "number" ? first : DEFAULT_LINKS) });
  return {
    n: site.n,
    tie,
    scope: inside.scope,
    a,
    b,
    m,
    x,
    without: withoutScope(entered),
    ofA: actor(a),
    ofB: actor(b),
    ofShared: nodeCondition(planner, entered, "where", { variable: m, labels: ANY_LABEL }),
    egos: args.with == null ? undefined : site.at("with", ["with"]),
    minWeight: args.minWeight == null ? undefined : site.at("minWeight", ["minWeight"]),
    key: keyOf(planner, entered, m, tie),
    slots: {
      measures: nodes.flatMap(({ name, slot }) => {
        const measure = NODE_MEASURES.find((each) => each === name);
        return measure ? [{ slot, measure }] : [];
      }),
      wantsNodes: nodes.length > 0,
      wantsGroups: links.some(({ name }) => name === "groups"),
      wantsSources: links.some(({ name }) => name === "sources"),
    },
    node: planNode(
      planner,
      { variable: x, labels: NETWORK_LABELS, polymorphic: true },
      selectionsBelow(nodes, "node"),
      inside,
    ),
  };
}

/** The time during which two actors must not be linked. */
function withoutScope({ site, inside, args }: Entered): ScopePlan | undefined {
  const { without } = args;
  if (typeof without !== "object" || without === null) return undefined;
  const { asOf: _asOf, during: _during, ...timeless } = inside.scope;
  return narrowScope(timeless, without as Args, site.scope(["without"]));
}

function keyOf(
  planner: Planner,
  { site, inside, args }: Entered,
  m: Variable,
  tie: Tie,
): GroupKeyPlan | undefined {
  const { by } = args;
  if (typeof by !== "object" || by === null) return undefined;
  const tools = { scope: inside.scope, environment: planner.environment };
  const shared = { kind: "node", variable: m, labels: tie.field.targets } as const;
  return atField({ node: site.node, path: inside.path }, () =>
    planKey(by as Args, ["by"], shared, tools, site),
  );
}

import { PactError } from "../../errors.js";
import { normalizeName } from "../../model/normalize.js";
import { model, singularOf } from "../../model/registry.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { Args } from "../../plan/kinds/sites.js";
import { ANY_LABEL, planNode } from "../../plan/node.js";
import type { Planner } from "../../plan/planner.js";
import type { SelectedField } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";

/** A request for one node by id or code. */
export interface NodeFieldPlan {
  readonly x: Variable;
  /** The type of the node, or Entity for any type. */
  readonly label: string;
  readonly key: { readonly kind: "id"; readonly id: Parameter } | CodeKey;
  readonly scope: ScopePlan;
  readonly node: NodePlan | undefined;
}

/** A code as a key. A code can pass from one node to another. */
export interface CodeKey {
  readonly kind: "code";
  readonly norm: Parameter;
  readonly scheme: Parameter | undefined;
}

const ROOT_NODE = "node";

const LABELS: ReadonlyMap<string, string> = new Map(
  [...model.nodes.keys()].map((label) => [singularOf(label), label]),
);

/** Names of the fields that return one node: `node`, and one for each type. */
export const NODE_NAMES: readonly string[] = [ROOT_NODE, ...LABELS.keys()];

export function planNodeField(planner: Planner, selected: SelectedField): NodeFieldPlan {
  const { site, inside: below, args } = planner.enter("Query", selected, planner.outside);
  const label = LABELS.get(selected.name);
  if (label !== undefined) site.rule(requireOneKey);
  const labels = label === undefined ? ANY_LABEL : [label];
  const x = planner.variable("x");
  const inside = planner.named(below, selected, { node: { variable: x, labels } });
  const nodes = { variable: x, labels, polymorphic: label === undefined };
  return {
    x,
    label: label ?? "Entity",
    key:
      args.code == null
        ? { kind: "id", id: site.at("id", ["id"], "ids") }
        : {
            kind: "code",
            norm: site.computed("norm", ({ code }) => normalizeName(String(code)), "value", ["code"]),
            scheme: args.scheme == null ? undefined : site.at("scheme", ["scheme"]),
          },
    scope: inside.scope,
    node: planNode(planner, nodes, selected.selections, inside),
  };
}

function requireOneKey({ id, code }: Args): void {
  if ((id == null) === (code == null)) {
    throw new PactError("BAD_INPUT", "Give either id or code, and not null.");
  }
}

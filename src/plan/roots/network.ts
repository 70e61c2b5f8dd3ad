import { NETWORK_LABELS, tieOf } from "../../model/projection.js";
import { planKey } from "../aggregate.js";
import { ANY_LABEL, selectionsBelow } from "../builder.js";
import type { GroupKeyPlan, NetworkPlan, NodeMeasure, ScopePlan } from "../plan.js";
import { narrowScope } from "../scope.js";
import { selectFields } from "../selection.js";
import type { RootField } from "./root.js";

const MEASURES: readonly NodeMeasure[] = [
  "degree",
  "strength",
  "betweenness",
  "eigenvector",
  "community",
  "component",
];

/** A network of states and organizations. */
export function planNetwork(root: RootField): NetworkPlan {
  const { builder, selected, definition, outside } = root;
  const site = builder.enter("network", definition, selected, outside, selected.name);
  const { n, inside } = site;
  const args = builder.args(definition, selected.node);
  const field = tieOf(String(args.projection)).field;
  const fields = selectFields(builder.request, builder.objectType("Network"), selected.selections);
  const nodes = selectFields(
    builder.request,
    builder.objectType("NetworkNode"),
    selectionsBelow(fields, "nodes"),
  );
  const links = selectFields(
    builder.request,
    builder.objectType("NetworkLink"),
    selectionsBelow(fields, "links"),
  );
  const node = selectionsBelow(nodes, "node");
  const actor = (variable: string) =>
    builder.condition(site, inside, args.among, (planner, place) =>
      planner.ofNode({ variable, labels: NETWORK_LABELS }, args.among, { ...place, path: ["among"] }),
    );
  return {
    ...{ kind: "network", n, field, scope: inside.scope },
    without: withoutScope(root, site, inside.scope, args.without),
    ofOne: actor("a"),
    ofOther: actor("b"),
    ofShared: builder.condition(site, inside, args.where, (planner, place) =>
      planner.ofNode({ variable: "m", labels: ANY_LABEL }, args.where, place),
    ),
    ego: args.with != null,
    minWeight: args.minWeight != null,
    key: keyOf(root, site, args.by, field.targets),
    slots: {
      measures: nodes.flatMap(({ name, slot }) => {
        const measure = MEASURES.find((each) => each === name);
        return measure ? [{ slot, measure }] : [];
      }),
      wantsNodes: nodes.length > 0,
      wantsGroups: links.some(({ name }) => name === "groups"),
      wantsSources: links.some(({ name }) => name === "sources"),
    },
    node: node.length ? builder.node(NETWORK_LABELS, true, node, inside) : undefined,
  };
}

type Site = ReturnType<RootField["builder"]["enter"]>;

/** The time in which two actors must not be tied. */
function withoutScope(
  { builder }: RootField,
  { operands }: Site,
  scope: ScopePlan,
  without: unknown,
): ScopePlan | undefined {
  if (typeof without !== "object" || without === null) return undefined;
  const n = `b${builder.fresh()}`;
  const given = new Map(Object.entries(without));
  if (given.get("asOf") != null)
    operands.push({ parameter: `asOf${n}`, path: ["without", "asOf"], form: "day" });
  if (given.get("during") != null)
    operands.push({ parameter: `during${n}`, path: ["without", "during"], form: "days" });
  const { asOf: _asOf, during: _during, ...timeless } = scope;
  return narrowScope(timeless, Object.fromEntries(given), n);
}

function keyOf(
  { builder, selected }: RootField,
  { inside, operands }: Site,
  by: unknown,
  labels: readonly string[],
): GroupKeyPlan | undefined {
  if (typeof by !== "object" || by === null) return undefined;
  const tools = { scope: inside.scope, fresh: builder.fresh };
  const place = { node: selected.node, path: inside.path };
  return planKey(
    Object.fromEntries(Object.entries(by)),
    ["by"],
    { kind: "node", variable: "m", labels },
    tools,
    operands,
    place,
  );
}

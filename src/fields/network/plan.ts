import { PactError } from "../../errors.js";
import { DEFAULT_LINKS } from "../../model/bounds.js";
import { NETWORK_LABELS, type Tie, tieOf } from "../../model/projection.js";
import { nodeCondition } from "../../plan/condition.js";
import { atField } from "../../plan/field-error.js";
import type { MatchedEdgePlan } from "../../plan/kinds/matched.js";
import type { NodePlan } from "../../plan/kinds/nodes.js";
import type { ScopePlan } from "../../plan/kinds/scope.js";
import type { Args } from "../../plan/kinds/sites.js";
import type { ConditionPlan } from "../../plan/kinds/values.js";
import { ANY_LABEL, planNode } from "../../plan/node.js";
import type { Entered, Planner } from "../../plan/planner.js";
import { narrowScope } from "../../plan/scope.js";
import { columnsAmong, type SelectedField, selectionsBelow } from "../../plan/selection.js";
import type { Parameter, Variable } from "../../statement/environment.js";
import { BODY, type BodiesPlan } from "./bodies.js";
import { type NetworkKey, planNetworkKey } from "./keys.js";
import { mentions, type TieEdge, tieArgument, tieEdge } from "./tie-edges.js";

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
  /** The two edges that tie the actors, each with the condition on it. With a proxy, `via` is the node that acted. */
  readonly one: TieEdge;
  readonly other: TieEdge;
  /** Whether only edges that link actors by default are read; false if the request says itself which edges do. */
  readonly isDefaultTie: boolean;
  /** Whose ballots are counted; undefined if this does not matter. */
  readonly bodies: BodiesPlan | undefined;
  /** Only ties of these nodes are requested. */
  readonly egos: Parameter | undefined;
  readonly minWeight: Parameter | undefined;
  readonly minShared: Parameter | undefined;
  readonly key: NetworkKey | undefined;
  readonly series: readonly LinkSeriesPlan[];
  readonly slots: NetworkSlots;
  /** A node of the network, and its selected data. */
  readonly x: Variable;
  readonly node: NodePlan | undefined;
  /** A body whose ballots are counted, and its selected data. */
  readonly body: NodePlan | undefined;
}

/** What two actors share in each of several periods. */
export interface LinkSeriesPlan {
  readonly slot: string;
  readonly n: number;
  readonly periods: Parameter;
  readonly wantsCovered: boolean;
  readonly columns: readonly { readonly slot: string; readonly column: LinkPeriodColumn }[];
}

export type LinkPeriodColumn = "period" | "from" | "to" | "shared" | "covered";

/** Slots of the selected fields of the network, its nodes and its links. */
export interface NetworkSlots {
  readonly measures: readonly { readonly slot: string; readonly measure: NodeMeasure }[];
  readonly wantsNodes: boolean;
  readonly wantsGroups: boolean;
  readonly wantsSources: boolean;
  readonly wantsBodies: boolean;
  readonly wantsCertain: boolean;
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
  const place = { node: site.node, path: inside.path };
  const given = atField(place, () => tieArgument(args.ties, tie));
  const one = tieEdge(planner, entered, { tie, given, actor: a, m });
  site.limited({ size: ({ first }) => (typeof first === "number" ? first : DEFAULT_LINKS) });
  return {
    n: site.n,
    tie,
    scope: inside.scope,
    a,
    b,
    m,
    x,
    one,
    other: tieEdge(planner, entered, { tie, given, actor: b, m }),
    isDefaultTie: !mentions(given, tie.only?.property),
    bodies: atField(place, () => bodiesOf(planner, entered, tie)),
    without: withoutScope(entered),
    ofA: actor(a),
    ofB: actor(b),
    ofShared: nodeCondition(planner, entered, "where", { variable: m, labels: ANY_LABEL }),
    egos: args.with == null ? undefined : site.at("with", ["with"], "ids"),
    minWeight: args.minWeight == null ? undefined : site.at("minWeight", ["minWeight"]),
    minShared: args.minShared == null ? undefined : site.at("minShared", ["minShared"]),
    key: keyOf(planner, entered, one, tie),
    series: links
      .filter(({ name }) => name === "series")
      .map((field) => seriesOf(planner, field, entered, tie)),
    slots: {
      measures: nodes.flatMap(({ name, slot }) => {
        const measure = NODE_MEASURES.find((each) => each === name);
        return measure ? [{ slot, measure }] : [];
      }),
      wantsNodes: nodes.length > 0,
      wantsGroups: links.some(({ name }) => name === "groups"),
      wantsSources: links.some(({ name }) => name === "sources"),
      wantsBodies: fields.some(({ name }) => name === "bodies"),
      wantsCertain:
        fields.some(({ name }) => name === "certainCount") ||
        links.some(({ name }) => name === "certainShared"),
    },
    node: planNode(
      planner,
      { variable: x, labels: NETWORK_LABELS, polymorphic: true },
      selectionsBelow(nodes, "node"),
      inside,
    ),
    body: planNode(
      planner,
      { variable: x, labels: [BODY], polymorphic: false },
      selectionsBelow(fields, "bodies"),
      inside,
    ),
  };
}

function bodiesOf(
  planner: Planner,
  { site, args }: Entered,
  { heldBy, projection }: Tie,
): BodiesPlan | undefined {
  if (!heldBy) {
    if (args.bodies == null) return undefined;
    throw new PactError("BAD_INPUT", `bodies: only ballots have a body, and ${projection} counts none.`);
  }
  if (args.bodies === null) return undefined;
  const asked = args.bodies === undefined ? undefined : site.at("bodies", ["bodies"], "ids");
  return { heldBy, asked, ids: planner.variable("bodies") };
}

function seriesOf(planner: Planner, field: SelectedField, at: Entered, tie: Tie): LinkSeriesPlan {
  const links = { ...at.inside, path: [...at.inside.path, "links"] };
  const { site, inside } = planner.enter("NetworkLink", field, links);
  if (!tie.field.edge.timed) {
    return atField({ node: field.node, path: inside.path }, () => {
      throw new PactError(
        "BAD_INPUT",
        `The ties of ${tie.projection} have no duration: use by, for example by: {path: "date", bucket: YEAR}.`,
      );
    });
  }
  const fields = planner.fields("LinkPeriod", field.selections);
  return {
    slot: field.slot,
    n: site.n,
    periods: site.periods(),
    wantsCovered: fields.some(({ name }) => name === "covered"),
    columns: columnsAmong<LinkPeriodColumn>(fields, ["period", "from", "to", "shared", "covered"]),
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
  edge: MatchedEdgePlan,
  tie: Tie,
): NetworkKey | undefined {
  const { by } = args;
  if (typeof by !== "object" || by === null) return undefined;
  const tools = { scope: inside.scope, environment: planner.environment };
  return atField({ node: site.node, path: inside.path }, () =>
    planNetworkKey(by as Args, tie, edge, tools, site),
  );
}

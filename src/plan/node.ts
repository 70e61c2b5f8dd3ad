import type { SelectionSetNode } from "graphql";
import { propertiesOf } from "../model/decorators.js";
import { Assertion } from "../model/edges/assertion.js";
import { columnsOf } from "../model/property.js";
import { type EdgeField, model, nodeModel } from "../model/registry.js";
import { SUCCESSOR, successionSide } from "../model/succession.js";
import type { Variable } from "../statement/environment.js";
import { asksSource } from "./asks-source.js";
import { assertionCondition, edgeCondition } from "./condition.js";
import type { MatchedEdgePlan } from "./kinds/matched.js";
import type {
  AssertedPlan,
  ConnectionPlan,
  EdgeFieldPlan,
  EdgePlan,
  GraphEdgePlan,
  NodeFieldPlan,
  NodePlan,
  SourcePlan,
  SubjectPlan,
} from "./kinds/nodes.js";
import { type ConnectionParts, connectionParts, planPage } from "./page.js";
import type { Place, Planner } from "./planner.js";
import { type SelectedField, selectionsBelow, slotOf } from "./selection.js";
import { planValue, planWhy, propertyPlan } from "./value-field.js";

/** All node types. */
export const ANY_LABEL: readonly string[] = [...model.nodes.keys()];

/** Nodes whose fields are planned: their variable, their types, and whether the response must include their type. */
export interface PlannedNodes {
  readonly variable: Variable;
  readonly labels: readonly string[];
  readonly polymorphic: boolean;
}

/** Plans the selected data of nodes; undefined if nothing is selected. */
export function planNode(
  planner: Planner,
  nodes: PlannedNodes,
  selections: readonly SelectionSetNode[],
  at: Place,
): NodePlan | undefined {
  return selections.length ? new NodePlanner(planner).node(nodes, selections, at) : undefined;
}

/** Plans the selected data of nodes of any type; undefined if nothing is selected. */
export function planAnyNode(
  planner: Planner,
  variable: Variable,
  selections: readonly SelectionSetNode[],
  at: Place,
): NodePlan | undefined {
  return planNode(planner, { variable, labels: ANY_LABEL, polymorphic: true }, selections, at);
}

/** Plans the selected data of the nodes that edges of any type say something about; undefined if nothing is selected. */
export function planSubject(
  planner: Planner,
  parts: ConnectionParts,
  fields: readonly SelectedField[],
  at: Place,
): SubjectPlan | undefined {
  const selections = [...parts.nodes, ...selectionsBelow(fields, "node")];
  if (!selections.length) return undefined;
  const variable = planner.variable("subject");
  const node = planAnyNode(planner, variable, selections, at);
  return node && { variable, node };
}

/** Plans the selected data of edges of several possible types; undefined if nothing is selected. */
export function planGraphEdge(
  planner: Planner,
  types: readonly string[],
  variables: Pick<GraphEdgePlan, "r" | "from" | "to">,
  selections: readonly SelectionSetNode[],
  at: Place,
  type = "GraphEdge",
): GraphEdgePlan | undefined {
  return selections.length
    ? new NodePlanner(planner).graphEdge(types, variables, planner.fields(type, selections), at)
    : undefined;
}

class NodePlanner {
  private readonly numbers = new Map<object, number>();

  constructor(private readonly planner: Planner) {}

  node(
    { variable, labels, polymorphic }: PlannedNodes,
    selections: readonly SelectionSetNode[],
    at: Place,
  ): NodePlan {
    const groups = new Map<string, { labels: string[]; fields: readonly SelectedField[] }>();
    for (const label of labels) {
      const fields = this.planner.fields(label, selections);
      const signature = fields.map((field) => this.identity(field)).join(" ");
      const group = groups.get(signature) ?? { labels: [], fields };
      group.labels.push(label);
      groups.set(signature, group);
    }
    const variants = [...groups.values()].map((group) => ({
      labels: group.labels,
      fields: group.fields.map((field) => this.nodeField(exampleOf(group.labels), variable, field, at)),
    }));
    return { polymorphic, variants };
  }

  /** Identifies a selected field. Two types get the same result only if they select the field in the same places. */
  private identity({ slot, node, selections }: SelectedField): string {
    return [slot, ...[node, ...selections].map((part) => this.numberOf(part))].join(":");
  }

  private numberOf(part: object): number {
    const known = this.numbers.get(part);
    if (known !== undefined) return known;
    this.numbers.set(part, this.numbers.size);
    return this.numbers.size - 1;
  }

  private nodeField(label: string, variable: Variable, selected: SelectedField, at: Place): NodeFieldPlan {
    if (selected.name === "asserted") return this.asserted(label, selected, at);
    const node = nodeModel(label);
    // Every node has the field for names, because the interface of all nodes has it.
    const fields = [...node.edgeFields, model.names.forward];
    const field = fields.find((candidate) => candidate.name === selected.name);
    return field
      ? this.connection(label, variable, field, selected, at)
      : planValue(this.planner, node, variable, selected, at);
  }

  private connection(
    label: string,
    owner: Variable,
    field: EdgeField,
    selected: SelectedField,
    at: Place,
  ): ConnectionPlan {
    const { planner } = this;
    planner.rejectDeeper(at, selected);
    const entered = planner.enter(label, selected, at, true);
    const { site, args } = entered;
    const includeParts = args.includeParts === true;
    const side = args.followSuccession == null ? undefined : successionSide(field);
    const succession = side && {
      side,
      kinds: site.at("succession", ["followSuccession"]),
      earlier: planner.variable("earlier"),
    };
    const isOther = includeParts || side === "via";
    const via = succession?.side === "via" ? succession.earlier : isOther ? planner.variable("part") : owner;
    const matched = { field, r: planner.variable("r"), via, node: planner.variable("n") };
    const node = { variable: matched.node, labels: field.targets };
    const inside = planner.named(entered.inside, selected, { edge: matched, node });
    const parts = connectionParts(planner, `${field.typePrefix}Connection`, selected.selections);
    const keys = { list: `${field.edge.type}.${field.name}`, kinds: ["text", "text"] } as const;
    const rows = { kind: "edge", ...matched } as const;
    const condition = edgeCondition(planner, { ...entered, inside }, "where", matched);
    return {
      kind: "connection",
      slot: selected.slot,
      field,
      matched,
      scope: inside.scope,
      page: planPage(planner, { ...entered, inside }, parts, keys, rows),
      condition,
      ofAllSources: asksSource(condition, matched.r),
      wantsCoverage: parts.fields.some(({ name }) => name === "coverage"),
      tellsBlank: model.subjectTypes.includes(field.edge.type),
      edge: this.edge(
        matched,
        parts.edges,
        parts.nodes,
        inside,
        side === "node" ? succession?.earlier : undefined,
      ),
      includeParts,
      succession,
    };
  }

  private edge(
    edge: MatchedEdgePlan,
    selections: readonly SelectionSetNode[],
    nodeSelections: readonly SelectionSetNode[],
    at: Place,
    predecessor?: Variable,
  ): EdgePlan {
    const { typePrefix, targets, owners } = edge.field;
    const fields = this.planner.fields(`${typePrefix}Edge`, selections);
    const ofPredecessor = fields.find(({ name }) => name === "predecessor");
    const own = fields.filter(({ name }) => !["node", "via", "cursor", "predecessor"].includes(name));
    const end = (labels: readonly string[], variable: Variable, below: readonly SelectionSetNode[]) =>
      below.length ? this.node({ variable, labels, polymorphic: labels.length > 1 }, below, at) : undefined;
    return {
      // A fact that a state has by succession is asserted for its predecessor.
      fields: own.map((selected) =>
        this.edgeField({ ...edge, node: predecessor ?? edge.node }, selected, at),
      ),
      node: end(targets, edge.node, [...nodeSelections, ...selectionsBelow(fields, "node")]),
      via: end(owners, edge.via, selectionsBelow(fields, "via")),
      predecessor: ofPredecessor && {
        slot: ofPredecessor.slot,
        node: this.node(
          { variable: predecessor ?? edge.node, labels: [SUCCESSOR], polymorphic: false },
          ofPredecessor.selections,
          at,
        ),
      },
    };
  }

  private edgeField(edge: MatchedEdgePlan, selected: SelectedField, at: Place): EdgeFieldPlan {
    const { slot, name } = selected;
    const { field } = edge;
    if (name === "source") return this.source(selected, at);
    if (name === "why") return { kind: "why", ...planWhy(this.planner, slot, at) };
    if (name === "holds") return { kind: "holds", slot, scope: at.scope };
    if (name !== "assertions") return propertyPlan(field.edge.properties, selected);
    this.planner.rejectDeeper(at, selected);
    const { inside, args } = this.planner.enter(`${field.typePrefix}Edge`, selected, at, true);
    const matched = { ...edge, r: this.planner.variable("a"), ...this.otherSource(field) };
    return {
      kind: "assertions",
      slot,
      edge: matched,
      scope: at.scope,
      includeRetracted: args.includeRetracted === true,
      fields: this.edge(matched, selected.selections, [], inside),
    };
  }

  /** Assertions of a fact have the same ends. But reports start at the source, so other reports start elsewhere. */
  private otherSource({ edge, direction }: EdgeField): { readonly via?: Variable; readonly node?: Variable } {
    if (edge.role !== "reports") return {};
    const source = this.planner.variable("n");
    return direction === "out" ? { via: source } : { node: source };
  }

  private source({ slot, selections }: SelectedField, at: Place): SourcePlan {
    const variable = this.planner.variable("s");
    const nodes = { variable, labels: [model.sourceLabel], polymorphic: false };
    return { kind: "source", slot, variable, node: this.node(nodes, selections, at) };
  }

  private asserted(label: string, selected: SelectedField, at: Place): AssertedPlan {
    const { planner } = this;
    const entered = planner.enter(label, selected, at, true);
    const parts = connectionParts(planner, "AssertedConnection", selected.selections);
    const { types: asked } = entered.args;
    const types = Array.isArray(asked) ? asked.map(String) : [...model.edges.keys()];
    const variables = {
      r: planner.variable("r"),
      from: planner.variable("from"),
      to: planner.variable("to"),
    };
    const fields = planner.fields("AssertedEdge", parts.edges);
    return {
      kind: "asserted",
      scope: at.scope,
      slot: selected.slot,
      page: planPage(planner, entered, parts, { list: "Source.asserted", kinds: ["text", "text"] }),
      condition: assertionCondition(planner, entered, "where", variables),
      edge: this.graphEdge(types, variables, fields, entered.inside),
      subject: planSubject(planner, parts, fields, entered.inside),
    };
  }

  graphEdge(
    types: readonly string[],
    variables: Pick<GraphEdgePlan, "r" | "from" | "to">,
    fields: readonly SelectedField[],
    at: Place,
  ): GraphEdgePlan {
    const own = fields.filter(({ name }) => ASSERTION_NAMES.has(name));
    const source = fields.find(({ name }) => name === "source");
    const end = (name: "from" | "to") => {
      const below = selectionsBelow(fields, name);
      const nodes = { variable: variables[name], labels: ANY_LABEL, polymorphic: true };
      return below.length ? this.node(nodes, below, at) : undefined;
    };
    return {
      types,
      ...variables,
      fields: own.map((field) => propertyPlan(ASSERTION_PROPERTIES, field)),
      source: source && this.source(source, at),
      values: slotOf(fields, "values"),
      edgeType: slotOf(fields, "type"),
      fromNode: end("from"),
      toNode: end("to"),
    };
  }
}

/** The type that stands for types of which the same is selected: sources, because their names may have changed. */
function exampleOf(labels: readonly string[]): string {
  return labels.includes(model.sourceLabel) ? model.sourceLabel : (labels[0] ?? "");
}

const ASSERTION_PROPERTIES = propertiesOf(Assertion);
const ASSERTION_NAMES: ReadonlySet<string> = new Set(
  ASSERTION_PROPERTIES.flatMap((property) => columnsOf(property)),
);

import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getArgumentValues,
  isObjectType,
  type SelectionSetNode,
} from "graphql";
import { PactError } from "../errors.js";
import { propertiesOf } from "../model/decorators.js";
import { Assertion } from "../model/edges/assertion.js";
import { columnsOf, type PropertyModel } from "../model/property.js";
import { type EdgeField, model, nodeModel } from "../model/registry.js";
import { SUCCESSOR, successionSide } from "../model/succession.js";
import { type AggregateServices, planAggregate } from "./aggregate.js";
import { ConditionPlanner } from "./condition.js";
import { atField } from "./field-error.js";
import { DEEPEST_NESTING } from "./limits.js";
import { type Named, type Names, predecessorOf } from "./names.js";
import { planOrder } from "./order.js";
import type { Base } from "./path.js";
import type {
  ArgumentSite,
  AssertedPlan,
  ConditionPlan,
  ConnectionPlan,
  EdgeFieldPlan,
  EdgePlan,
  GraphEdgePlan,
  MatchedEdgePlan,
  NodeFieldPlan,
  NodePlan,
  OperandPlan,
  PagePlan,
  PropertyPlan,
  ScopePlan,
  SortKind,
  SourcePlan,
} from "./plan.js";
import { narrowScope } from "./scope.js";
import { type Request, type SelectedField, selectFields } from "./selection.js";

/** What holds at the place that is being planned. */
export interface Place {
  readonly path: readonly string[];
  readonly scope: ScopePlan;
  /** Variable of the node whose fields are planned. */
  readonly variable: string;
  /** What dates can be related to here: the enclosing fields. */
  readonly names: Names;
  readonly scopes: readonly number[];
  readonly within: number | undefined;
  readonly depth: number;
}

export type Field = GraphQLField<unknown, unknown>;
export type ConditionPlace = Parameters<ConditionPlanner["ofNode"]>[2];

/** A field whose arguments become parameters. */
export interface Site {
  readonly n: number;
  readonly node: FieldNode;
  readonly inside: Place;
  readonly keys: SortKind[];
  readonly operands: OperandPlan[];
}

/** All node types. */
export const ANY_LABEL: readonly string[] = [...model.nodes.keys()];

/** Plans what is selected below a root field, and notes where its arguments stand. */
export class PlanBuilder {
  readonly sites: ArgumentSite[] = [];
  private readonly numbers = new Map<object, number>();
  private used = 0;
  readonly fresh = () => this.used++;

  constructor(readonly request: Request) {}

  private asserted(selected: SelectedField, at: Place): AssertedPlan {
    const definition = this.definition(this.objectType("Source"), "asserted");
    const site = this.enter("page", definition, selected, at, "Source.asserted");
    const { n, inside } = site;
    const args = this.args(definition, selected.node);
    const parts = this.connectionParts("AssertedConnection", selected.selections);
    const types = Array.isArray(args.types) ? args.types.map(String) : [...model.edges.keys()];
    const fields = selectFields(this.request, this.objectType("AssertedEdge"), parts.edges);
    const variables = { r: `r${n}`, from: `f${n}`, to: `t${n}` };
    return {
      kind: "asserted",
      scope: at.scope,
      slot: selected.slot,
      page: this.page(site, args, parts),
      edge: this.graphEdge(types, fields, variables, inside),
    };
  }

  /** An edge that can be of several types. */
  graphEdge(
    types: readonly string[],
    fields: readonly SelectedField[],
    variables: GraphEdgePlan["variables"],
    at: Place,
  ): GraphEdgePlan {
    const slotOf = (name: string) => fields.find((field) => field.name === name)?.slot;
    const end = (name: "from" | "to") => {
      const below = selectionsBelow(fields, name);
      return below.length
        ? this.node(ANY_LABEL, true, below, { ...at, variable: variables[name] })
        : undefined;
    };
    const own = fields.filter(({ name }) =>
      propertiesOf(Assertion).some((property) => property.name === name),
    );
    const source = fields.find(({ name }) => name === "source");
    return {
      types,
      variables,
      fields: own.map((field) => propertyPlan(propertiesOf(Assertion), field)),
      source: source && this.source(source, at),
      values: slotOf("values"),
      edgeType: slotOf("type"),
      from: end("from"),
      to: end("to"),
    };
  }

  private source({ slot, selections }: SelectedField, at: Place): SourcePlan {
    const n = this.fresh();
    return {
      kind: "source",
      slot,
      n,
      node: this.node(["Source"], false, selections, { ...at, variable: `s${n}` }),
    };
  }

  /**
   * Notes where arguments stand and what scope they leave for the fields below.
   * @param list what the cursors of a list belong to
   * @param ownKeys kinds of the keys that the list has by itself: two ids when not given
   */
  enter(
    kind: ArgumentSite["kind"],
    definition: Field,
    selected: SelectedField,
    at: Place,
    list: string,
    ownKeys?: readonly SortKind[],
  ): Site {
    const n = this.sites.length;
    const key = selected.node.alias?.value ?? selected.name;
    const path = [...at.path, key];
    const scopes = [...at.scopes, n];
    const { node } = selected;
    const keys: SortKind[] = [...(ownKeys ?? ["text", "text"])];
    const operands: OperandPlan[] = [];
    this.sites.push({ kind, n, definition, node, path, list, keys, operands, scopes, within: at.within });
    const args = this.args(definition, selected.node);
    const scope = atField({ node, path }, () => narrowScope(at.scope, args, n, at.names));
    const isList = kind === "page" || kind === "search";
    const within = isList || kind === "ids" ? n : at.within;
    const depth = at.depth + (isList ? 1 : 0);
    const inside = { path, scope, scopes, within, depth, names: at.names, variable: at.variable };
    return { n, node, inside, keys, operands };
  }

  /** The condition that `where` of a field sets. */
  condition(
    { node, operands }: Site,
    { path, scope, names }: Place,
    where: unknown,
    plan: (planner: ConditionPlanner, place: ConditionPlace) => ConditionPlan | undefined,
  ): ConditionPlan | undefined {
    if (where == null) return undefined;
    const planner = new ConditionPlanner({ fresh: this.fresh }, operands);
    return atField({ node, path }, () =>
      plan(planner, { path: ["where"], scope, names, depth: 0, logic: 0 }),
    );
  }

  node(
    labels: readonly string[],
    polymorphic: boolean,
    selections: readonly SelectionSetNode[],
    at: Place,
  ): NodePlan {
    const groups = new Map<string, { labels: string[]; fields: readonly SelectedField[] }>();
    for (const label of labels) {
      const fields = selectFields(this.request, this.objectType(label), selections);
      const signature = fields.map((field) => this.identity(field)).join(" ");
      const group = groups.get(signature) ?? { labels: [], fields };
      group.labels.push(label);
      groups.set(signature, group);
    }
    const variants = [...groups.values()].map((group) => ({
      labels: group.labels,
      fields: group.fields.map((field) => this.nodeField(group.labels[0] ?? "", field, at)),
    }));
    return { polymorphic, variants };
  }

  /** The same for two types only when every field is asked for in the same places. */
  private identity({ slot, node, selections }: SelectedField): string {
    return [slot, ...[node, ...selections].map((part) => this.numberOf(part))].join(":");
  }

  private numberOf(part: object): number {
    const known = this.numbers.get(part);
    if (known !== undefined) return known;
    this.numbers.set(part, this.numbers.size);
    return this.numbers.size - 1;
  }

  private nodeField(label: string, selected: SelectedField, at: Place): NodeFieldPlan {
    if (selected.name === "name") return this.name(label, selected, at);
    if (selected.name === "asserted") return this.asserted(selected, at);
    const node = nodeModel(label);
    const field = node.edgeFields.find((candidate) => candidate.name === selected.name);
    return field ? this.connection(label, field, selected, at) : propertyPlan(node.properties, selected);
  }

  private name(label: string, selected: SelectedField, at: Place): NodeFieldPlan {
    const definition = this.definition(this.objectType(label), "name");
    const { n } = this.enter("name", definition, selected, at, "name");
    const languages = this.args(definition, selected.node).lang == null ? undefined : `languages${n}`;
    return { kind: "name", slot: selected.slot, n, languages, scope: at.scope };
  }

  private connection(label: string, field: EdgeField, selected: SelectedField, at: Place): ConnectionPlan {
    refuseDeeper(at, selected);
    const definition = this.definition(this.objectType(label), field.name);
    const site = this.enter("page", definition, selected, at, `${field.edge.type}.${field.name}`);
    const { n } = site;
    const args = this.args(definition, selected.node);
    const includeParts = args.includeParts === true;
    const side = args.followSuccession == null ? undefined : successionSide(field);
    const kinds = `succession${n}`;
    if (side) site.operands.push({ parameter: kinds, path: ["followSuccession"], form: "plain" });
    const edge = {
      field,
      r: `r${n}`,
      via: includeParts || side === "via" ? `v${n}` : at.variable,
      node: `n${n}`,
    };
    const node = { variable: edge.node, labels: field.targets };
    const inside = named(site.inside, selected, { edge, node });
    const parts = this.connectionParts(`${field.typePrefix}Connection`, selected.selections);
    return {
      kind: "connection",
      slot: selected.slot,
      field,
      scope: inside.scope,
      page: this.page(site, args, parts, { kind: "edge", ...edge }, inside),
      condition: this.condition(site, inside, args.where, (planner, place) =>
        planner.ofEdge(edge, args.where, place),
      ),
      edge: this.edge(edge, parts.edges, parts.nodes, inside),
      includeParts,
      succession: side && { side, kinds },
    };
  }

  private edge(
    edge: MatchedEdgePlan,
    selections: readonly SelectionSetNode[],
    nodeSelections: readonly SelectionSetNode[],
    at: Place,
  ): EdgePlan {
    const { typePrefix, targets, owners } = edge.field;
    const fields = selectFields(this.request, this.objectType(`${typePrefix}Edge`), selections);
    const nodes = [...nodeSelections, ...selectionsBelow(fields, "node")];
    const via = selectionsBelow(fields, "via");
    const predecessor = fields.find(({ name }) => name === "predecessor");
    const own = fields.filter(({ name }) => !["node", "via", "cursor", "predecessor"].includes(name));
    const end = (labels: readonly string[], variable: string, below: readonly SelectionSetNode[]) =>
      below.length ? this.node(labels, labels.length > 1, below, { ...at, variable }) : undefined;
    return {
      fields: own.map((selected) => this.edgeField(edge, selected, at)),
      node: end(targets, edge.node, nodes),
      via: end(owners, edge.via, via),
      predecessor: predecessor && {
        slot: predecessor.slot,
        node: this.node([SUCCESSOR], false, predecessor.selections, {
          ...at,
          variable: predecessorOf(edge.node),
        }),
      },
    };
  }

  private edgeField(edge: MatchedEdgePlan, selected: SelectedField, at: Place): EdgeFieldPlan {
    const { slot, name } = selected;
    const { field } = edge;
    if (name === "source") return this.source(selected, at);
    if (name !== "assertions") return propertyPlan(field.edge.properties, selected);
    const definition = this.definition(this.objectType(`${field.typePrefix}Edge`), name);
    refuseDeeper(at, selected);
    const site = this.enter("scope", definition, selected, { ...at, depth: at.depth + 1 }, name);
    const includeRetracted = this.args(definition, selected.node).includeRetracted === true;
    const fields = this.edge({ ...edge, r: `a${site.n}` }, selected.selections, [], site.inside);
    return { kind: "assertions", slot, n: site.n, includeRetracted, scope: at.scope, fields };
  }

  /** Splits what is selected of a connection into what concerns its edges, its nodes and the page itself. */
  connectionParts(connection: string, selections: readonly SelectionSetNode[]) {
    const fields = selectFields(this.request, this.objectType(connection), selections);
    const below = (name: string) => selectionsBelow(fields, name);
    const has = (name: string) => fields.some((field) => field.name === name);
    const edges = below("edges");
    return {
      edges,
      connection,
      aggregates: fields.filter(({ name }) => name === "aggregate"),
      nodes: below("nodes"),
      wantsItems: has("edges") || has("nodes") || has("pageInfo"),
      wantsTotal: has("totalCount"),
      wantsPageInfo: has("pageInfo"),
    };
  }

  /** @param rows what `orderBy` and `aggregate` start from; absent for lists of an order of their own */
  page(
    { n, node, inside, keys, operands }: Site,
    args: Readonly<Record<string, unknown>>,
    parts: ReturnType<PlanBuilder["connectionParts"]>,
    rows?: Base,
    at: Place = inside,
  ): PagePlan {
    const { wantsItems, wantsTotal, wantsPageInfo } = parts;
    const tools = { scope: at.scope, fresh: this.fresh };
    const asked = atField({ node, path: at.path }, () =>
      rows ? planOrder(args.orderBy, rows, tools, operands) : [],
    );
    keys.unshift(...asked.map(({ kind }) => kind));
    const aggregates = rows
      ? parts.aggregates.map((selected) => planAggregate(this.services, parts.connection, selected, rows, at))
      : [];
    const backward = args.last != null;
    const [after, before] = [args.after != null, args.before != null];
    return { n, backward, after, before, wantsItems, wantsTotal, wantsPageInfo, keys: asked, aggregates };
  }

  /** What the planner of aggregates needs of this one. */
  private readonly services: AggregateServices<Place> = {
    fresh: this.fresh,
    fieldsOf: (type, { selections }) => selectFields(this.request, this.objectType(type), selections),
    argsOf: (type, { name, node }) => this.args(this.definition(this.objectType(type), name), node),
    enter: (kind, type, selected, at) =>
      this.enter(kind, this.definition(this.objectType(type), selected.name), selected, at, selected.name),
  };

  args(definition: Field, node: FieldNode): Readonly<Record<string, unknown>> {
    return getArgumentValues(definition, node, this.request.variables);
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.request.schema.getType(name);
    if (isObjectType(type)) return type;
    throw new PactError("INTERNAL", `The schema has no object type ${name}.`);
  }

  definition(type: GraphQLObjectType | null | undefined, name: string): Field {
    const field = type?.getFields()[name];
    if (field) return field;
    throw new PactError("INTERNAL", `The schema has no field ${name} on ${type?.name}.`);
  }
}

function refuseDeeper(at: Place, { name }: SelectedField): void {
  if (at.depth < DEEPEST_NESTING) return;
  throw new PactError(
    "QUERY_TOO_LARGE",
    `Lists are nested more than ${DEEPEST_NESTING} deep at ${name}. Ask for less in one request.`,
  );
}

/** A place inside a field, whose rows dates can be related to under its name. */
export function named(at: Place, { name, node }: SelectedField, rows: Named): Place {
  return { ...at, names: new Map([...at.names, [node.alias?.value ?? name, rows]]) };
}

/** The selection sets below a field of a name. */
export function selectionsBelow(fields: readonly SelectedField[], name: string): readonly SelectionSetNode[] {
  return fields.filter((field) => field.name === name).flatMap((field) => field.selections);
}

function propertyPlan(properties: readonly PropertyModel[], selected: SelectedField): PropertyPlan {
  for (const property of properties) {
    const [text, ...days] = columnsOf(property);
    if (selected.name === text) {
      return { kind: "property", slot: selected.slot, column: text, valueKind: property.kind };
    }
    if (days.includes(selected.name)) {
      return { kind: "property", slot: selected.slot, column: selected.name, valueKind: "date" };
    }
  }
  throw new PactError("INTERNAL", `No property ${selected.name}.`);
}

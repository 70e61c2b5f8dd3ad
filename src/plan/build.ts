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
import { DEEPEST_NESTING } from "./limits.js";
import type {
  ArgumentSite,
  AssertedPlan,
  ConditionPlan,
  ConnectionPlan,
  EdgeFieldPlan,
  EdgePlan,
  FieldPlan,
  NodeFieldPlan,
  NodePlan,
  PagePlan,
  PropertyPlan,
  RootPlan,
  ScopePlan,
} from "./plan.js";
import { narrowScope, WIDEST_SCOPE } from "./scope.js";
import { type Request, type SelectedField, selectFields } from "./selection.js";

/** What holds at the place that is being planned. */
interface Place {
  readonly path: readonly string[];
  readonly scope: ScopePlan;
  readonly scopes: readonly number[];
  readonly within: number | undefined;
  readonly depth: number;
}

type Field = GraphQLField<unknown, unknown>;

const ANY_LABEL: readonly string[] = [...model.nodes.keys()];

/** Plans one root field. Which arguments are given decides the plan, never their values (enums excepted). */
export function planField(request: Request, selected: SelectedField): FieldPlan {
  const builder = new PlanBuilder(request);
  return { root: builder.root(selected), sites: builder.sites };
}

class PlanBuilder {
  readonly sites: ArgumentSite[] = [];
  private readonly numbers = new Map<object, number>();

  constructor(private readonly request: Request) {}

  root(selected: SelectedField): RootPlan {
    const definition = this.definition(this.request.schema.getQueryType(), selected.name);
    const outside = { path: [], scope: WIDEST_SCOPE, scopes: [], within: undefined, depth: 0 };
    const args = this.args(definition, selected.node);
    const list = [...model.nodes.values()].find((node) => node.plural === selected.name);
    if (list) return this.list(list.label, selected, definition, outside);
    if (selected.name === "search") return this.search(selected, definition, outside);
    const kind = selected.name === "node" ? "scope" : selected.name === "nodes" ? "ids" : "node";
    const { n, inside } = this.enter(kind, definition, selected, outside, selected.name);
    const label = selected.name.charAt(0).toUpperCase() + selected.name.slice(1);
    const labels = kind === "node" ? [label] : ANY_LABEL;
    const node = this.node(labels, kind !== "node", selected.selections, inside);
    if (kind === "ids") return { kind: "nodesByIds", n, node };
    if (kind === "scope") return { kind: "nodeById", label: "Entity", n, node };
    if (args.code == null) return { kind: "nodeById", label, n, node };
    return { kind: "nodeByCode", label, n, withScheme: args.scheme != null, scope: inside.scope, node };
  }

  private list(label: string, selected: SelectedField, definition: Field, outside: Place): RootPlan {
    const { n, inside } = this.enter("page", definition, selected, outside, selected.name);
    const parts = this.connectionParts(`${label}Connection`, selected.selections);
    const page = this.page(n, this.args(definition, selected.node), parts);
    const inEdges = selectFields(this.request, this.objectType(`${label}Edge`), parts.edges);
    const selections = [...parts.nodes, ...selectionsBelow(inEdges, "node")];
    const node = selections.length ? this.node([label], false, selections, inside) : undefined;
    const conditions = conditionPlans(label, this.args(definition, selected.node).where);
    return { kind: "list", label, page, scope: inside.scope, conditions, node };
  }

  private search(selected: SelectedField, definition: Field, outside: Place): RootPlan {
    const { n, inside } = this.enter("search", definition, selected, outside, selected.name);
    const parts = this.connectionParts("SearchConnection", selected.selections);
    const page = this.page(n, this.args(definition, selected.node), parts);
    const ofHit = selectFields(this.request, this.objectType("SearchEdge"), parts.edges);
    const selections = [...parts.nodes, ...selectionsBelow(ofHit, "node")];
    const node = selections.length ? this.node(ANY_LABEL, true, selections, inside) : undefined;
    const columns = ofHit.flatMap(({ slot, name }) =>
      name === "matched" || name === "match" ? [{ slot, column: name } as const] : [],
    );
    return { kind: "search", page, hit: { node, columns } };
  }

  private asserted(selected: SelectedField, at: Place): AssertedPlan {
    const definition = this.definition(this.objectType("Source"), "asserted");
    const { n, inside } = this.enter("page", definition, selected, at, "Source.asserted");
    const args = this.args(definition, selected.node);
    const parts = this.connectionParts("AssertedConnection", selected.selections);
    const fields = selectFields(this.request, this.objectType("AssertedEdge"), parts.edges);
    const slotOf = (name: string) => fields.find((field) => field.name === name)?.slot;
    const end = (name: string) => {
      const selections = selectionsBelow(fields, name);
      return selections.length ? this.node(ANY_LABEL, true, selections, inside) : undefined;
    };
    const own = fields.filter(({ name }) => !["cursor", "type", "values", "from", "to"].includes(name));
    const types = Array.isArray(args.types) ? args.types.map(String) : [...model.edges.keys()];
    return {
      kind: "asserted",
      slot: selected.slot,
      page: this.page(n, args, parts),
      types,
      fields: own.map((field) => propertyPlan(propertiesOf(Assertion), field)),
      values: slotOf("values"),
      edgeType: slotOf("type"),
      from: end("from"),
      to: end("to"),
    };
  }

  /** Notes where arguments stand and what scope they leave for the fields below. */
  private enter(
    kind: ArgumentSite["kind"],
    definition: Field,
    selected: SelectedField,
    at: Place,
    list: string,
  ) {
    const n = this.sites.length;
    const key = selected.node.alias?.value ?? selected.name;
    const path = [...at.path, key];
    const scopes = [...at.scopes, n];
    const keyCount = list === selected.name && kind === "page" ? 1 : 2;
    const { node } = selected;
    this.sites.push({ kind, n, definition, node, path, list, keyCount, scopes, within: at.within });
    const scope = narrowScope(at.scope, this.args(definition, selected.node), n);
    const isList = kind === "page" || kind === "search";
    const within = isList || kind === "ids" ? n : at.within;
    return { n, inside: { path, scope, scopes, within, depth: at.depth + (isList ? 1 : 0) } };
  }

  private node(
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
    const { n, inside } = this.enter("page", definition, selected, at, `${field.edge.type}.${field.name}`);
    const args = this.args(definition, selected.node);
    const parts = this.connectionParts(`${field.typePrefix}Connection`, selected.selections);
    return {
      kind: "connection",
      slot: selected.slot,
      field,
      scope: inside.scope,
      page: this.page(n, args, parts),
      edge: this.edge(field, parts.edges, parts.nodes, inside),
      includeParts: args.includeParts === true,
    };
  }

  private edge(
    field: EdgeField,
    selections: readonly SelectionSetNode[],
    nodeSelections: readonly SelectionSetNode[],
    at: Place,
  ): EdgePlan {
    const fields = selectFields(this.request, this.objectType(`${field.typePrefix}Edge`), selections);
    const nodes = [...nodeSelections, ...selectionsBelow(fields, "node")];
    const via = selectionsBelow(fields, "via");
    const own = fields.filter(({ name }) => !["node", "via", "cursor"].includes(name));
    return {
      fields: own.map((selected) => this.edgeField(field, selected, at)),
      node: nodes.length ? this.node(field.targets, field.targets.length > 1, nodes, at) : undefined,
      via: via.length ? this.node(field.owners, field.owners.length > 1, via, at) : undefined,
    };
  }

  private edgeField(field: EdgeField, selected: SelectedField, at: Place): EdgeFieldPlan {
    const { slot, name } = selected;
    const n = this.sites.length;
    if (name === "source") {
      const node = this.node(["Source"], false, selected.selections, at);
      return { kind: "source", slot, n, node };
    }
    if (name !== "assertions") return propertyPlan(field.edge.properties, selected);
    const definition = this.definition(this.objectType(`${field.typePrefix}Edge`), name);
    refuseDeeper(at, selected);
    const site = this.enter("scope", definition, selected, { ...at, depth: at.depth + 1 }, name);
    const includeRetracted = this.args(definition, selected.node).includeRetracted === true;
    const fields = this.edge(field, selected.selections, [], site.inside);
    return { kind: "assertions", slot, n: site.n, includeRetracted, fields };
  }

  /** Splits what is selected of a connection into what concerns its edges, its nodes and the page itself. */
  private connectionParts(connection: string, selections: readonly SelectionSetNode[]) {
    const fields = selectFields(this.request, this.objectType(connection), selections);
    const below = (name: string) => selectionsBelow(fields, name);
    const has = (name: string) => fields.some((field) => field.name === name);
    const edges = below("edges");
    return {
      edges,
      nodes: below("nodes"),
      wantsItems: has("edges") || has("nodes") || has("pageInfo"),
      wantsTotal: has("totalCount"),
      wantsPageInfo: has("pageInfo"),
    };
  }

  private page(
    n: number,
    args: Readonly<Record<string, unknown>>,
    wants: Pick<PagePlan, "wantsItems" | "wantsTotal" | "wantsPageInfo">,
  ): PagePlan {
    const { wantsItems, wantsTotal, wantsPageInfo } = wants;
    const backward = args.last != null;
    const [after, before] = [args.after != null, args.before != null];
    return { n, backward, after, before, wantsItems, wantsTotal, wantsPageInfo };
  }

  private args(definition: Field, node: FieldNode): Readonly<Record<string, unknown>> {
    return getArgumentValues(definition, node, this.request.variables);
  }

  private objectType(name: string): GraphQLObjectType {
    const type = this.request.schema.getType(name);
    if (isObjectType(type)) return type;
    throw new PactError("INTERNAL", `The schema has no object type ${name}.`);
  }

  private definition(type: GraphQLObjectType | null | undefined, name: string): Field {
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

/** The conditions of a `where`, in the order of the model. */
function conditionPlans(label: string, where: unknown): readonly ConditionPlan[] {
  if (typeof where !== "object" || where === null) return [];
  const given = new Map<string, unknown>(Object.entries(where));
  return nodeModel(label).edgeFields.flatMap((field) => {
    const filter = given.get(field.name);
    if (typeof filter !== "object" || filter === null || !("exists" in filter)) return [];
    return [{ field, exists: filter.exists === true }];
  });
}

function selectionsBelow(fields: readonly SelectedField[], name: string): readonly SelectionSetNode[] {
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

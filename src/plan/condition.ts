import { PactError } from "../errors.js";
import { MAX_LOGIC } from "../model/bounds.js";
import type { PropertyModel } from "../model/property.js";
import { type EdgeField, model, singularOf } from "../model/registry.js";
import { ComparisonPlanner } from "./comparison.js";
import { asObject, type ConditionPlace, isNull, textOf } from "./condition-place.js";
import { atField } from "./field-error.js";
import {
  assertionProperties,
  commonFields,
  edgeProperties,
  IDENTITY,
  nodePropertyOf,
  ownNodeProperties,
  SPELLS,
  variantLabels,
} from "./filterable.js";
import { IN_FORCE_ON, inForcePlan } from "./in-force.js";
import type { MatchedAssertionPlan, MatchedEdgePlan, MatchedNodePlan } from "./kinds/matched.js";
import type { Args, ArgumentPath } from "./kinds/sites.js";
import type { ConditionPlan, RelationPlan } from "./kinds/values.js";
import { conjunction, required } from "./logic.js";
import { ofEdgeValue, withName } from "./names.js";
import { spellsOf } from "./path.js";
import type { Entered, Planner } from "./planner.js";
import { RelationPlanner } from "./relation.js";
import { ofNodeValue } from "./reported.js";

/** The condition that an argument of a field sets on a node; undefined if there is none. */
export function nodeCondition(
  planner: Planner,
  { site, inside, args }: Entered,
  argument: string,
  node: MatchedNodePlan,
): ConditionPlan | undefined {
  return planned(planner, { site, inside, args }, argument, (conditions, place) =>
    conditions.ofNode(node, args[argument], place),
  );
}

/** The condition that an argument of a field sets on an edge and the node at its other end. */
export function edgeCondition(
  planner: Planner,
  { site, inside, args }: Entered,
  argument: string,
  edge: MatchedEdgePlan,
): ConditionPlan | undefined {
  return planned(planner, { site, inside, args }, argument, (conditions, place) =>
    conditions.ofEdge(edge, args[argument], place),
  );
}

/** The condition that an argument of a field sets on an edge of any type. */
export function assertionCondition(
  planner: Planner,
  { site, inside, args }: Entered,
  argument: string,
  edge: MatchedAssertionPlan,
): ConditionPlan | undefined {
  return planned(planner, { site, inside, args }, argument, (conditions, place) =>
    conditions.ofAssertion(edge, args[argument], place),
  );
}

/** The condition that one entry of an input argument sets on an edge and the node at its other end. */
export function entryCondition(
  planner: Planner,
  { site, inside }: Entered,
  path: ArgumentPath,
  where: unknown,
  edge: MatchedEdgePlan,
): ConditionPlan | undefined {
  if (where == null) return undefined;
  return atField({ node: site.node, path: inside.path }, () =>
    new ConditionPlanner(planner, site).ofEdge(edge, where, {
      path,
      scope: inside.scope,
      names: inside.names,
      depth: 0,
      logic: 0,
    }),
  );
}

function planned(
  planner: Planner,
  { site, inside, args }: Entered,
  argument: string,
  plan: (conditions: ConditionPlanner, place: ConditionPlace) => ConditionPlan | undefined,
): ConditionPlan | undefined {
  if (args[argument] == null) return undefined;
  const { path, scope, names } = inside;
  return atField({ node: site.node, path }, () =>
    plan(new ConditionPlanner(planner, site), { path: [argument], scope, names, depth: 0, logic: 0 }),
  );
}

/** Converts the conditions of one field to a plan, and their operands to parameters. */
class ConditionPlanner {
  private planned = 0;
  private readonly comparisons: ComparisonPlanner;
  private readonly relations: RelationPlanner;

  constructor(
    private readonly planner: Planner,
    private readonly site: Entered["site"],
  ) {
    this.comparisons = new ComparisonPlanner(site);
    this.relations = new RelationPlanner(planner, site, (edge, where, at) => this.ofEdge(edge, where, at));
  }

  ofNode(node: MatchedNodePlan, where: unknown, outside: ConditionPlace): ConditionPlan | undefined {
    const given = asObject(where, outside.path);
    const at = this.named(outside, given, { node });
    const fields = new Map(commonFields(node.labels).map((field) => [field.name, field]));
    return this.all(given, at, node, (name, value, place) => {
      const type =
        node.labels.length > 1
          ? variantLabels(node.labels).find((label) => singularOf(label) === name)
          : undefined;
      if (type) return this.ofType(node, type, value, place);
      if (name === "is") return sameNode(node, value, place);
      if (name === IN_FORCE_ON) return this.inForce(node, value, place);
      if (name === "type")
        return this.comparisons.all({ kind: "type", variable: node.variable }, "code", value, place);
      const field = fields.get(name);
      if (field) return this.relations.of(field, node, value, place);
      const property = propertyNamed(node.labels, name) ?? unknownName(place);
      const column = ofNodeValue(node.variable, node.labels, property, place.scope, this.planner.environment);
      return this.comparisons.all(column, property.kind, value, place, namesNode(property));
    });
  }

  ofEdge(edge: MatchedEdgePlan, where: unknown, outside: ConditionPlace): ConditionPlan | undefined {
    const given = asObject(where, outside.path);
    const node = { variable: edge.node, labels: edge.field.targets };
    const at = this.named(outside, given, { edge, node });
    const properties = edgeProperties(edge.field.edge);
    return this.all(given, at, edge, (name, value, place) => {
      if (name === "node") return this.ofNode(node, value, place);
      if (name === SPELLS) {
        const relation = spellsOf(edge, place.scope, this.planner.environment);
        return this.spells(relation, value, place);
      }
      const property = properties.get(name) ?? unknownName(place);
      return this.comparisons.all(
        ofEdgeValue(edge, property),
        property.kind,
        value,
        place,
        namesNode(property),
      );
    });
  }

  private spells(relation: RelationPlan, filter: unknown, at: ConditionPlace): ConditionPlan {
    const { minGap, ...operators } = asObject(filter, at.path);
    const gap = minGap == null ? undefined : this.site.at("minGap", [...at.path, "minGap"]);
    return this.comparisons.all({ kind: "spells", relation, minGap: gap }, "int", operators, at);
  }

  private inForce({ variable, labels }: MatchedNodePlan, value: unknown, at: ConditionPlace): ConditionPlan {
    const plan = inForcePlan(variable, labels, at.scope, this.planner.environment, () =>
      this.site.at("day", [...at.path, "day"], "day"),
    );
    if (!plan) unknownName(at);
    asObject(value, at.path);
    return { kind: "inForce", plan, states: this.site.at("w", [...at.path, "is"]) };
  }

  ofAssertion(edge: MatchedAssertionPlan, where: unknown, at: ConditionPlace): ConditionPlan | undefined {
    const { r, from, to } = edge;
    const properties = assertionProperties();
    return this.all(asObject(where, at.path), at, edge, (name, value, place) => {
      if (name === "from" || name === "to")
        return this.ofNode({ variable: edge[name], labels: [...model.nodes.keys()] }, value, place);
      const property = properties.get(name);
      if (property)
        return this.comparisons.all({ kind: "column", variable: r, property }, property.kind, value, place);
      const field = forwardNamed(name) ?? unknownName(place);
      const inner = this.ofEdge({ field, r, via: from, node: to }, value, place);
      const ofType: ConditionPlan = { kind: "label", variable: r, label: field.edge.type };
      return { kind: "and", parts: [ofType, ...(inner ? [inner] : [])] };
    });
  }

  /** Limits the number of conditions, because the database takes minutes to plan thousands of them. */
  private count(at: ConditionPlace): void {
    const { maxConditions } = this.planner.request.limits;
    this.planned += 1;
    if (this.planned <= maxConditions && at.logic <= MAX_LOGIC) return;
    throw new PactError(
      "QUERY_TOO_LARGE",
      `A condition may have at most ${maxConditions} parts and ${MAX_LOGIC} nested levels of and, or, not. ` +
        "To match one of many values, use in.",
    );
  }

  private all(
    given: Args,
    at: ConditionPlace,
    target: MatchedNodePlan | MatchedEdgePlan | MatchedAssertionPlan,
    ofName: (name: string, value: unknown, place: ConditionPlace) => ConditionPlan | undefined,
  ): ConditionPlan | undefined {
    const again = (where: unknown, place: ConditionPlace) => {
      if ("variable" in target) return this.ofNode(target, where, place);
      return "field" in target ? this.ofEdge(target, where, place) : this.ofAssertion(target, where, place);
    };
    // All parts are planned in the order of the request, so that a name is known to the parts beside it.
    const parts = Object.entries(given).flatMap(([name, value]) => {
      if (name === "as") return [];
      const isLogic = name === "and" || name === "or" || name === "not";
      const place = { ...at, path: [...at.path, name], logic: at.logic + Number(isLogic) };
      this.count(place);
      if (name === "and" || name === "or") return [this.list(name, value, place, again)];
      if (name === "not") return [{ kind: "not" as const, part: required(again(value, place), place) }];
      const part = ofName(name, value, place);
      return part ? [part] : [];
    });
    return conjunction(parts);
  }

  private list(
    kind: "and" | "or",
    value: unknown,
    at: ConditionPlace,
    again: (where: unknown, place: ConditionPlace) => ConditionPlan | undefined,
  ): ConditionPlan {
    if (!Array.isArray(value)) throw isNull(at.path);
    const parts = value.map((item, index) => {
      const place = { ...at, path: [...at.path, index] };
      return required(again(item, place), place);
    });
    if (kind === "and" || parts.length) return { kind, parts };
    return { kind: "never", parameter: this.site.at("w", at.path, "never") };
  }

  private named(at: ConditionPlace, { as }: Args, named: Parameters<typeof withName>[2]): ConditionPlace {
    if (as === undefined) return at;
    if (typeof as !== "string") throw isNull([...at.path, "as"]);
    return { ...at, names: withName(at.names, as, named) };
  }

  private ofType(
    { variable }: MatchedNodePlan,
    label: string,
    where: unknown,
    at: ConditionPlace,
  ): ConditionPlan {
    const inner = this.ofNode({ variable, labels: [label] }, where, at);
    return { kind: "and", parts: [{ kind: "label", variable, label }, ...(inner ? [inner] : [])] };
  }
}

/** True for a property with the id of a node. */
function namesNode({ name, reference }: PropertyModel): boolean {
  return reference || name === "id";
}

/** The field of an edge type at its start, by the name of the field. */
function forwardNamed(name: string): EdgeField | undefined {
  return [...model.edges.values()].map(({ forward }) => forward).find((field) => field.name === name);
}

function propertyNamed(labels: readonly string[], name: string): PropertyModel | undefined {
  const [only, ...others] = labels;
  const own = only && !others.length ? ownNodeProperties(only) : [];
  return [...IDENTITY, ...own].some((property) => property.name === name)
    ? nodePropertyOf(labels, name)
    : undefined;
}

/** The schema and the planner must have the same names. Skipping an unknown condition would return too many results. */
function unknownName({ path }: ConditionPlace): never {
  throw new PactError("INTERNAL", `The condition ${textOf(path)} is in the schema, but not in the model.`);
}

function sameNode(
  { variable }: MatchedNodePlan,
  name: unknown,
  { names, path }: ConditionPlace,
): ConditionPlan {
  if (name === null) throw isNull(path);
  const other = names.get(String(name))?.node;
  if (other) return { kind: "same", variable, as: other.variable };
  const known = [...names].flatMap(([key, named]) => (named.node ? [key] : [])).join(", ");
  throw new PactError(
    "BAD_INPUT",
    `${textOf(path)}: no node is named "${String(name)}" here. Names: ${known || "none"}.`,
  );
}

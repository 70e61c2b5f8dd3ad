import { PactError } from "../errors.js";
import { MAX_LOGIC } from "../model/bounds.js";
import { FOLD, FOLDABLE, OPERATORS_OF, type Operator } from "../model/operators.js";
import type { PropertyModel, ValueKind } from "../model/property.js";
import { type EdgeField, model, singularOf } from "../model/registry.js";
import type { ParameterKind } from "../statement/environment.js";
import { asksSource } from "./asks-source.js";
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
import type { ScopePlan } from "./kinds/scope.js";
import type { Args, ArgumentPath } from "./kinds/sites.js";
import type { ConditionPlan, RelationPlan, ValuePlan } from "./kinds/values.js";
import { boundsOf, dateOf, dayBounds, type Names, ofEdgeValue, withName } from "./names.js";
import { hopOver, spellsOf } from "./path.js";
import type { Entered, Planner } from "./planner.js";
import { ofNodeValue } from "./reported.js";
import { narrowScope } from "./scope.js";

/** The context of a condition: its path, its scope, and the names that dates can refer to. */
interface Place {
  readonly path: ArgumentPath;
  readonly scope: ScopePlan;
  readonly names: Names;
  /** The number of enclosing relations. */
  readonly depth: number;
  /** The number of enclosing `and`, `or` and `not`. */
  readonly logic: number;
}

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
      ...{ path, scope: inside.scope, names: inside.names },
      ...{ depth: 0, logic: 0 },
    }),
  );
}

function planned(
  planner: Planner,
  { site, inside, args }: Entered,
  argument: string,
  plan: (conditions: ConditionPlanner, place: Place) => ConditionPlan | undefined,
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

  constructor(
    private readonly planner: Planner,
    private readonly site: Entered["site"],
  ) {}

  ofNode(node: MatchedNodePlan, where: unknown, outside: Place): ConditionPlan | undefined {
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
        return this.compare({ kind: "type", variable: node.variable }, "code", value, place);
      const field = fields.get(name);
      if (field) return this.relation(field, node, value, place);
      const property = propertyNamed(node.labels, name) ?? unknownName(place);
      const column = ofNodeValue(node.variable, node.labels, property, place.scope, this.planner.environment);
      return this.compare(column, property.kind, value, place, namesNode(property));
    });
  }

  ofEdge(edge: MatchedEdgePlan, where: unknown, outside: Place): ConditionPlan | undefined {
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
      return this.compare(ofEdgeValue(edge, property), property.kind, value, place, namesNode(property));
    });
  }

  private spells(relation: RelationPlan, filter: unknown, at: Place): ConditionPlan {
    const { minGap, ...operators } = asObject(filter, at.path);
    const gap = minGap == null ? undefined : this.site.at("minGap", [...at.path, "minGap"]);
    return this.compare({ kind: "spells", relation, minGap: gap }, "int", operators, at);
  }

  private inForce({ variable, labels }: MatchedNodePlan, value: unknown, at: Place): ConditionPlan {
    const plan = inForcePlan(variable, labels, at.scope, this.planner.environment, () =>
      this.site.at("day", [...at.path, "day"], "day"),
    );
    if (!plan) unknownName(at);
    asObject(value, at.path);
    return { kind: "inForce", plan, states: this.site.at("w", [...at.path, "is"]) };
  }

  ofAssertion(edge: MatchedAssertionPlan, where: unknown, at: Place): ConditionPlan | undefined {
    const { r, from, to } = edge;
    const properties = assertionProperties();
    return this.all(asObject(where, at.path), at, edge, (name, value, place) => {
      if (name === "from" || name === "to")
        return this.ofNode({ variable: edge[name], labels: [...model.nodes.keys()] }, value, place);
      const property = properties.get(name);
      if (property)
        return this.compare({ kind: "column", variable: r, property }, property.kind, value, place);
      const field = forwardNamed(name) ?? unknownName(place);
      const inner = this.ofEdge({ field, r, via: from, node: to }, value, place);
      const ofType: ConditionPlan = { kind: "label", variable: r, label: field.edge.type };
      return { kind: "and", parts: [ofType, ...(inner ? [inner] : [])] };
    });
  }

  /** Limits the number of conditions, because the database takes minutes to plan thousands of them. */
  private count(at: Place): void {
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
    at: Place,
    target: MatchedNodePlan | MatchedEdgePlan | MatchedAssertionPlan,
    ofName: (name: string, value: unknown, place: Place) => ConditionPlan | undefined,
  ): ConditionPlan | undefined {
    const again = (where: unknown, place: Place) => {
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
    at: Place,
    again: (where: unknown, place: Place) => ConditionPlan | undefined,
  ): ConditionPlan {
    if (!Array.isArray(value)) throw isNull(at.path);
    const parts = value.map((item, index) => {
      const place = { ...at, path: [...at.path, index] };
      return required(again(item, place), place);
    });
    if (kind === "and" || parts.length) return { kind, parts };
    return { kind: "never", parameter: this.site.at("w", at.path, "never") };
  }

  private named(at: Place, { as }: Args, named: Parameters<typeof withName>[2]): Place {
    if (as === undefined) return at;
    if (typeof as !== "string") throw isNull([...at.path, "as"]);
    return { ...at, names: withName(at.names, as, named) };
  }

  private ofType({ variable }: MatchedNodePlan, label: string, where: unknown, at: Place): ConditionPlan {
    const inner = this.ofNode({ variable, labels: [label] }, where, at);
    return { kind: "and", parts: [{ kind: "label", variable, label }, ...(inner ? [inner] : [])] };
  }

  private relation(
    field: EdgeField,
    { variable: via }: MatchedNodePlan,
    filter: unknown,
    at: Place,
  ): ConditionPlan {
    const given = asObject(filter, at.path);
    const { maxDepth } = this.planner.request.limits;
    if (at.depth >= maxDepth) {
      throw new PactError(
        "QUERY_TOO_LARGE",
        `${textOf(at.path)}: conditions on relations are nested more than ${maxDepth} levels deep. Use several requests.`,
      );
    }
    const scope = narrowScope(at.scope, given, this.site.scope(at.path), at.names);
    const place = { ...at, scope, depth: at.depth + 1 };
    const parts = QUANTIFIERS.flatMap((quantifier) =>
      given[quantifier] === undefined
        ? []
        : [this.quantified(quantifier, hopOver(field, via, scope, this.planner.environment), given, place)],
    );
    if (given.of !== undefined && given.count === undefined) {
      throw new PactError(
        "BAD_INPUT",
        `${textOf(at.path)}.of sets what count counts. Add count, for example {gte: 1}.`,
      );
    }
    if (!parts.length) {
      throw new PactError(
        "BAD_INPUT",
        `${textOf(at.path)} has no condition: use one of ${QUANTIFIERS.join(", ")}.`,
      );
    }
    return conjunction(parts) ?? { kind: "and", parts };
  }

  private quantified(
    quantifier: (typeof QUANTIFIERS)[number],
    relation: RelationPlan,
    given: Args,
    at: Place,
  ): ConditionPlan {
    const value = given[quantifier];
    const place = { ...at, path: [...at.path, quantifier] };
    if (value === null) throw isNull(place.path);
    const exists = (condition: ConditionPlan | undefined): ConditionPlan => ({
      kind: "exists",
      relation: withCondition(relation, condition),
    });
    switch (quantifier) {
      case "exists":
        return value === true ? exists(undefined) : negated(exists(undefined));
      case "some":
        return exists(this.ofEdge(relation, value, place));
      case "none":
        return negated(exists(this.ofEdge(relation, value, place)));
      case "all": {
        const inner = this.ofEdge(relation, value, place);
        return inner ? negated(exists(negated(inner))) : { kind: "and", parts: [] };
      }
      case "count":
        return this.counted(relation, given, at);
    }
  }

  private counted(relation: RelationPlan, { count, of }: Args, at: Place): ConditionPlan {
    const condition =
      of === undefined ? undefined : this.ofEdge(relation, of, { ...at, path: [...at.path, "of"] });
    const value: ValuePlan = { kind: "count", relation: withCondition(relation, condition) };
    return this.compare(value, "int", count, { ...at, path: [...at.path, "count"] });
  }

  /** The operators of one filter. A filter without operators is rejected, because it would match everything. */
  private compare(
    value: ValuePlan,
    kind: ValueKind,
    filter: unknown,
    at: Place,
    isReference = false,
  ): ConditionPlan {
    const { [FOLD]: fold, ...given } = asObject(filter, at.path);
    if (fold === true) checkFoldable(Object.keys(given), at);
    const parts = Object.entries(given).map(([name, operand]): ConditionPlan => {
      const place = { ...at, path: [...at.path, name] };
      if (operand === null) throw isNull(place.path);
      if (name === "isNull") return isNullCondition(value, operand === true);
      if (name === "is") return isKnown(value, operand, place);
      if (name === "within") return this.within(value, operand, place);
      const operator = name as Operator;
      if (fold === true && FOLDABLE.includes(operator)) return this.folded(value, operator, place);
      return this.comparison(value, kind, operator, place, isReference);
    });
    const all = conjunction(parts);
    if (all) return all;
    throw new PactError(
      "BAD_INPUT",
      `${textOf(at.path)} has no operator; use one of ${OPERATORS_OF[kind].join(", ")}, or omit it.`,
    );
  }

  private comparison(
    value: ValuePlan,
    kind: ValueKind,
    operator: Operator,
    at: Place,
    isReference: boolean,
  ): ConditionPlan {
    const { path, scope } = at;
    const date = value.kind === "column" ? dayBounds(value) : undefined;
    if (date && operator === "in") {
      return { kind: "dateIn", date, operand: this.site.at("w", path, "spans"), certain: scope.certain };
    }
    if (date) {
      const operand = this.site.days("w", path);
      return { kind: "compareDate", date, operator, operand, certain: scope.certain };
    }
    const form = operandKind(kind, operator, isReference);
    return { kind: "compare", value, operator, operand: this.site.at("w", path, form) };
  }

  /** A text in any script. The operand becomes an expression, whatever the operator. */
  private folded(value: ValuePlan, operator: Operator, { path }: Place): ConditionPlan {
    const form = operator === "contains" ? "foldedPart" : "folded";
    return { kind: "compare", value, operator: "matches", operand: this.site.at("w", path, form) };
  }

  private within(value: ValuePlan, operand: unknown, at: Place): ConditionPlan {
    if (value.kind !== "column") throw new PactError("BAD_INPUT", `${textOf(at.path)} requires a date.`);
    const { of } = asObject(operand, at.path);
    return {
      kind: "within",
      date: boundsOf(value, textOf(at.path)),
      of: dateOf(at.names, String(of), at.scope.certain),
      days: this.site.at("days", [...at.path, "days"], "value", 0),
      before: this.site.at("before", [...at.path, "before"], "value", 0),
      certain: at.scope.certain,
    };
  }
}

function checkFoldable(operators: readonly string[], { path }: Place): void {
  if (FOLDABLE.some((operator) => operators.includes(operator))) return;
  throw new PactError(
    "BAD_INPUT",
    `${textOf(path)}: fold applies to ${FOLDABLE.join(" and ")}; use one of them.`,
  );
}

function operandKind(kind: ValueKind, operator: Operator, isReference: boolean): ParameterKind {
  if (kind === "datetime") return "instant";
  if (operator === "matches") return "pattern";
  return isReference ? "ids" : "value";
}

/** True for a property with the id of a node. */
function namesNode({ name, reference }: PropertyModel): boolean {
  return reference || name === "id";
}

/** The field of an edge type at its start, by the name of the field. */
function forwardNamed(name: string): EdgeField | undefined {
  return [...model.edges.values()].map(({ forward }) => forward).find((field) => field.name === name);
}

const QUANTIFIERS = ["exists", "some", "none", "all", "count"] as const;

function withCondition(relation: RelationPlan, condition: ConditionPlan | undefined): RelationPlan {
  return { ...relation, condition, ofAllSources: asksSource(condition, relation.r) };
}

function negated(part: ConditionPlan): ConditionPlan {
  return { kind: "not", part };
}

function propertyNamed(labels: readonly string[], name: string): PropertyModel | undefined {
  const [only, ...others] = labels;
  const own = only && !others.length ? ownNodeProperties(only) : [];
  return [...IDENTITY, ...own].some((property) => property.name === name)
    ? nodePropertyOf(labels, name)
    : undefined;
}

/** The schema and the planner must have the same names. Skipping an unknown condition would return too many results. */
function unknownName({ path }: Place): never {
  throw new PactError("INTERNAL", `The condition ${textOf(path)} is in the schema, but not in the model.`);
}

function sameNode({ variable }: MatchedNodePlan, name: unknown, { names, path }: Place): ConditionPlan {
  if (name === null) throw isNull(path);
  const other = names.get(String(name))?.node;
  if (other) return { kind: "same", variable, as: other.variable };
  const known = [...names].flatMap(([key, named]) => (named.node ? [key] : [])).join(", ");
  throw new PactError(
    "BAD_INPUT",
    `${textOf(path)}: no node is named "${String(name)}" here. Names: ${known || "none"}.`,
  );
}

function isKnown(value: ValuePlan, state: unknown, { path }: Place): ConditionPlan {
  if (value.kind === "column" && (state === "SET" || state === "NONE" || state === "UNKNOWN"))
    return { kind: "known", value, is: state };
  throw new PactError("BAD_INPUT", `${textOf(path)} requires a date.`);
}

function isNullCondition(value: ValuePlan, unset: boolean): ConditionPlan {
  const condition: ConditionPlan = { kind: "isNull", value };
  return unset ? condition : negated(condition);
}

function conjunction(parts: readonly ConditionPlan[]): ConditionPlan | undefined {
  return parts.length > 1 ? { kind: "and", parts } : parts[0];
}

function required(condition: ConditionPlan | undefined, { path }: Place): ConditionPlan {
  if (condition) return condition;
  throw new PactError(
    "BAD_INPUT",
    `${textOf(path)} is empty and would match everything. Add at least one condition.`,
  );
}

function asObject(value: unknown, path: ArgumentPath): Args {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null) throw isNull(path);
  return value as Args;
}

function isNull(path: ArgumentPath): PactError {
  return new PactError(
    "BAD_INPUT",
    `${textOf(path)} is null. Set a value or omit it; to match unset values, use isNull: true.`,
  );
}

/** `where.and[0].region` */
function textOf(path: ArgumentPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    "",
  );
}

import { PactError } from "../errors.js";
import { OPERATORS_OF, type Operator } from "../model/operators.js";
import type { PropertyModel, ValueKind } from "../model/property.js";
import { type EdgeField, singularOf } from "../model/registry.js";
import {
  commonFields,
  edgeProperties,
  IDENTITY,
  nodePropertyOf,
  ownNodeProperties,
  SPELLS,
  variantLabels,
} from "./filterable.js";
import { DEEPEST_LOGIC, DEEPEST_NESTING, MOST_CONDITIONS } from "./limits.js";
import { boundsOf, dateOf, type MatchedNodePlan, type Names, withName } from "./names.js";
import { hopOver, type PathTools, spellsOf } from "./path.js";
import type {
  ConditionPlan,
  MatchedEdgePlan,
  OperandForm,
  OperandPlan,
  RelationPlan,
  ScopePlan,
  ValuePlan,
} from "./plan.js";
import { narrowScope } from "./scope.js";

type Given = Readonly<Record<string, unknown>>;
type ArgumentPath = readonly (string | number)[];

/** Where a condition stands: what holds there, and what it can relate dates to. */
interface Place {
  readonly path: ArgumentPath;
  readonly scope: ScopePlan;
  readonly names: Names;
  /** How many relations lie around it. */
  readonly depth: number;
  /** How many and, or, not lie around it. */
  readonly logic: number;
}

/** Turns the `where` of one field into a condition, and its operands into parameters. */
export class ConditionPlanner {
  private planned = 0;

  constructor(
    private readonly tools: Pick<PathTools, "fresh">,
    private readonly operands: OperandPlan[],
  ) {}

  /** The condition on a node; undefined when nothing is asked. */
  ofNode(node: MatchedNodePlan, where: unknown, outside: Place): ConditionPlan | undefined {
    const given = asObject(where, outside.path);
    const at = this.named(outside, given, { node });
    const fields = new Map(commonFields(node.labels).map((field) => [field.name, field]));
    return this.all(given, at, node, (name, value, place) => {
      const type =
        node.labels.length > 1
          ? variantLabels(node.labels).find((label) => singularOf(label) === name)
          : undefined;
      if (type) return this.ofType(node.variable, type, value, place);
      if (name === "is") return sameNode(node.variable, value, place);
      if (name === "type")
        return this.compare({ kind: "type", variable: node.variable }, "code", value, place);
      const field = fields.get(name);
      if (field) return this.relation(field, node.variable, value, place);
      const property = propertyNamed(node.labels, name) ?? unknownName(place);
      return this.ofProperty(node.variable, property, value, place);
    });
  }

  /** The condition on an edge and the node at its other end. */
  ofEdge(edge: MatchedEdgePlan, where: unknown, outside: Place): ConditionPlan | undefined {
    const given = asObject(where, outside.path);
    const node = { variable: edge.node, labels: edge.field.targets };
    const at = this.named(outside, given, { edge, node });
    const properties = edgeProperties(edge.field.edge);
    return this.all(given, at, edge, (name, value, place) => {
      if (name === "node") return this.ofNode(node, value, place);
      if (name === SPELLS) {
        return this.compare({ kind: "count", relation: spellsOf(edge, place.scope) }, "int", value, place);
      }
      const property = properties.get(name) ?? unknownName(place);
      return this.ofProperty(edge.r, property, value, place);
    });
  }

  /** Counts what is planned: the database takes minutes to plan thousands of conditions. */
  private count(at: Place): void {
    this.planned += 1;
    if (this.planned <= MOST_CONDITIONS && at.logic <= DEEPEST_LOGIC) return;
    throw new PactError(
      "QUERY_TOO_LARGE",
      `A condition may have ${MOST_CONDITIONS} parts and nest and, or, not ${DEEPEST_LOGIC} deep; this one has more. ` +
        "To ask for one of many values, use in.",
    );
  }

  private all(
    given: Given,
    at: Place,
    target: MatchedNodePlan | MatchedEdgePlan,
    ofName: (name: string, value: unknown, place: Place) => ConditionPlan | undefined,
  ): ConditionPlan | undefined {
    const again = (where: unknown, place: Place) =>
      "variable" in target ? this.ofNode(target, where, place) : this.ofEdge(target, where, place);
    // Names are known to what stands beside them only when they are planned in one order: that of writing.
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
    const parameter = `w${this.tools.fresh()}`;
    this.operands.push({ parameter, path: [...at.path, "length"], form: "never" });
    return { kind: "never", parameter };
  }

  private named(at: Place, { as }: Given, named: Parameters<typeof withName>[2]): Place {
    if (as === undefined) return at;
    if (typeof as !== "string") throw isNull([...at.path, "as"]);
    return { ...at, names: withName(at.names, as, named) };
  }

  private ofType(variable: string, label: string, where: unknown, at: Place): ConditionPlan {
    const inner = this.ofNode({ variable, labels: [label] }, where, at);
    return { kind: "and", parts: [{ kind: "label", variable, label }, ...(inner ? [inner] : [])] };
  }

  private relation(field: EdgeField, via: string, filter: unknown, at: Place): ConditionPlan {
    const given = asObject(filter, at.path);
    if (at.depth >= DEEPEST_NESTING) {
      throw new PactError(
        "QUERY_TOO_LARGE",
        `${textOf(at.path)}: conditions on relations are nested more than ${DEEPEST_NESTING} deep. Ask for less in one request.`,
      );
    }
    const place = { ...at, scope: this.scopeOf(given, at), depth: at.depth + 1 };
    const parts = QUANTIFIERS.flatMap((quantifier) =>
      given[quantifier] === undefined ? [] : [this.quantified(quantifier, field, via, given, place)],
    );
    if (given.of !== undefined && given.count === undefined) {
      throw new PactError("BAD_INPUT", `${textOf(at.path)}.of says what «count» counts: give count, too.`);
    }
    if (!parts.length) {
      throw new PactError(
        "BAD_INPUT",
        `${textOf(at.path)} has no condition: give one of ${QUANTIFIERS.join(", ")}.`,
      );
    }
    return conjunction(parts) ?? { kind: "and", parts };
  }

  private quantified(
    quantifier: (typeof QUANTIFIERS)[number],
    field: EdgeField,
    via: string,
    given: Given,
    at: Place,
  ): ConditionPlan {
    const value = given[quantifier];
    const place = { ...at, path: [...at.path, quantifier] };
    if (value === null) throw isNull(place.path);
    const relation = hopOver(field, via, { ...this.tools, scope: place.scope });
    const exists = (condition: ConditionPlan | undefined): ConditionPlan => ({
      kind: "exists",
      relation: { ...relation, condition },
    });
    const not = (part: ConditionPlan): ConditionPlan => ({ kind: "not", part });
    switch (quantifier) {
      case "exists":
        return value === true ? exists(undefined) : not(exists(undefined));
      case "some":
        return exists(this.ofEdge(relation, value, place));
      case "none":
        return not(exists(this.ofEdge(relation, value, place)));
      case "all": {
        const inner = this.ofEdge(relation, value, place);
        return inner ? not(exists(not(inner))) : { kind: "and", parts: [] };
      }
      case "count":
        return this.counted(relation, given, at);
    }
  }

  private counted(relation: RelationPlan, { count, of }: Given, at: Place): ConditionPlan {
    const condition =
      of === undefined ? undefined : this.ofEdge(relation, of, { ...at, path: [...at.path, "of"] });
    const value: ValuePlan = { kind: "count", relation: { ...relation, condition } };
    return this.compare(value, "int", count, { ...at, path: [...at.path, "count"] });
  }

  private scopeOf(given: Given, at: Place): ScopePlan {
    const { asOf, during, on, certainty } = given;
    const scoped = [asOf, during, on, certainty].some((value) => value !== undefined);
    if (!scoped) return at.scope;
    const n = `c${this.tools.fresh()}`;
    const parameter = (name: "asOf" | "during") => {
      if (given[name] == null) return;
      this.operands.push({
        parameter: `${name}${n}`,
        path: [...at.path, name],
        form: name === "asOf" ? "day" : "days",
      });
    };
    parameter("asOf");
    parameter("during");
    return narrowScope(at.scope, given, n, at.names);
  }

  private ofProperty(variable: string, property: PropertyModel, filter: unknown, at: Place): ConditionPlan {
    return this.compare({ kind: "column", variable, property }, property.kind, filter, at);
  }

  /** The operators of one filter; one that says nothing is refused, since it would let everything through. */
  compare(value: ValuePlan, kind: ValueKind, filter: unknown, at: Place): ConditionPlan {
    const given = asObject(filter, at.path);
    const parts = Object.entries(given).map(([name, operand]): ConditionPlan => {
      const path = [...at.path, name];
      if (operand === null) throw isNull(path);
      if (name === "isNull") return isNullCondition(value, operand === true);
      if (name === "within") return this.within(value, operand, { ...at, path });
      return this.comparison(value, kind, name as Operator, { ...at, path });
    });
    const all = conjunction(parts);
    if (all) return all;
    throw new PactError(
      "BAD_INPUT",
      `${textOf(at.path)} has no operand; give one of ${OPERATORS_OF[kind].join(", ")}, or leave it out.`,
    );
  }

  private comparison(value: ValuePlan, kind: ValueKind, operator: Operator, at: Place): ConditionPlan {
    const parameter = `w${this.tools.fresh()}`;
    this.operands.push({ parameter, path: at.path, form: formOf(kind, operator) });
    return { kind: "compare", value, operator, parameter, certain: at.scope.certain };
  }

  private within(value: ValuePlan, operand: unknown, at: Place): ConditionPlan {
    if (value.kind !== "column") throw new PactError("BAD_INPUT", `${textOf(at.path)} needs a date.`);
    const { of } = asObject(operand, at.path);
    const n = this.tools.fresh();
    for (const name of ["days", "before"] as const) {
      const path = [...at.path, name];
      this.operands.push({ parameter: `${name}${n}`, path, form: "plain", otherwise: 0 });
    }
    return {
      kind: "within",
      date: boundsOf(value.variable, value.property, textOf(at.path)),
      of: dateOf(at.names, String(of), at.scope.certain),
      days: `days${n}`,
      before: `before${n}`,
      certain: at.scope.certain,
    };
  }
}

const QUANTIFIERS = ["exists", "some", "none", "all", "count"] as const;

function propertyNamed(labels: readonly string[], name: string): PropertyModel | undefined {
  const [only, ...others] = labels;
  const own = only && !others.length ? ownNodeProperties(only) : [];
  return [...IDENTITY, ...own].some((property) => property.name === name)
    ? nodePropertyOf(labels, name)
    : undefined;
}

/** The schema and the planner must have the same names: a condition that is passed over would widen the answer. */
function unknownName({ path }: Place): never {
  throw new PactError("INTERNAL", `The condition ${textOf(path)} is in the schema, but not in the model.`);
}

function sameNode(variable: string, name: unknown, { names, path }: Place): ConditionPlan {
  if (name === null) throw isNull(path);
  const other = names.get(String(name))?.node;
  if (other) return { kind: "same", variable, as: other.variable };
  const known = [...names].flatMap(([key, named]) => (named.node ? [key] : [])).join(", ");
  throw new PactError(
    "BAD_INPUT",
    `${textOf(path)}: no node is named «${String(name)}» here. Names: ${known || "none"}.`,
  );
}

function isNullCondition(value: ValuePlan, unset: boolean): ConditionPlan {
  const condition: ConditionPlan = { kind: "isNull", value };
  return unset ? condition : { kind: "not", part: condition };
}

function formOf(kind: ValueKind, operator: Operator): OperandForm {
  if (kind === "edtf" || kind === "date") return operator === "in" ? "manyDays" : "days";
  if (kind === "datetime") return "instant";
  return operator === "matches" ? "pattern" : "plain";
}

function conjunction(parts: readonly ConditionPlan[]): ConditionPlan | undefined {
  return parts.length > 1 ? { kind: "and", parts } : parts[0];
}

function required(condition: ConditionPlan | undefined, { path }: Place): ConditionPlan {
  if (condition) return condition;
  throw new PactError(
    "BAD_INPUT",
    `${textOf(path)} is empty: it would let everything through. Give a condition.`,
  );
}

function asObject(value: unknown, path: ArgumentPath): Given {
  if (value === undefined) return {};
  if (typeof value !== "object" || value === null) throw isNull(path);
  return value as Given;
}

function isNull(path: ArgumentPath): PactError {
  return new PactError(
    "BAD_INPUT",
    `${textOf(path)} is null. Give a value or leave it out; to ask for unset values, use isNull: true.`,
  );
}

/** `where.and[0].region` */
function textOf(path: ArgumentPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === "number" ? `${text}[${part}]` : text ? `${text}.${part}` : part),
    "",
  );
}

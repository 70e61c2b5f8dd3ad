import { maxColumn, minColumn } from "../model/property.js";
import type { EdgeField } from "../model/registry.js";
import type { ConditionPlan, RelationPlan, ValuePlan } from "../plan/plan.js";
import { columnExpression, dateComparison, exactColumn, nearness, scalarComparison } from "./compare.js";
import { nameExpression, typeExpression } from "./name.js";
import { edgeCondition, endsOf } from "./scope.js";
import { identifier } from "./statement.js";

type Condition<Kind extends ConditionPlan["kind"]> = Extract<ConditionPlan, { kind: Kind }>;

/**
 * A condition as an expression. It is true where the condition holds; where it does not, it is false or, since
 * something is unset, null.
 */
export function conditionExpression(plan: ConditionPlan): string {
  switch (plan.kind) {
    case "and":
      return joined(plan.parts, " AND ");
    case "or":
      return joined(plan.parts, " OR ");
    case "never":
      return `$${plan.parameter}`;
    case "not":
      return `NOT ${definite(plan.part)}`;
    case "exists":
      return `EXISTS { ${relationMatch(plan.relation)} }`;
    case "label":
      return `${plan.variable}:${identifier(plan.label)}`;
    case "same":
      return `${plan.variable} = ${plan.as}`;
    case "isNull":
      return `${valueExpression(plan.value)} IS NULL`;
    case "compare":
      return comparison(plan);
    case "within":
      return nearness(plan);
  }
}

/** MATCH of an edge of a relation with all that is asked of it. */
export function relationMatch(relation: RelationPlan): string {
  const { field, via, r, node } = relation;
  const [left, right] = field.direction === "out" ? ["-", "->"] : ["<-", "-"];
  const label = isAnchored(relation) ? `:${labelOf(field)}` : "";
  return `MATCH (${via})${left}[${r}:${field.edge.type}]${right}(${node}${label}) WHERE ${relationCondition(relation)}`;
}

/** True when the node at the other end is known by its id: with a label the database finds it in an index. */
function isAnchored({ node, condition, sameFactAs }: RelationPlan): boolean {
  if (!condition || sameFactAs) return false;
  const parts = condition.kind === "and" ? condition.parts : [condition];
  return parts.some(
    (part) => part.kind === "compare" && isId(part.value, node) && ["eq", "in"].includes(part.operator),
  );
}

function isId(value: ValuePlan, node: string): boolean {
  return value.kind === "column" && value.variable === node && value.property.name === "id";
}

function labelOf({ targets }: EdgeField): string {
  const [only, ...others] = targets;
  return only && !others.length ? only : "Entity";
}

function relationCondition({ field, via, r, node, scope, condition, sameFactAs }: RelationPlan): string {
  return [
    ...(sameFactAs ? [`${r}.factKey = ${sameFactAs}.factKey`] : []),
    edgeCondition(endsOf(field, { r, node, via }), scope),
    ...(condition ? [conditionExpression(condition)] : []),
  ].join(" AND ");
}

function joined(parts: readonly ConditionPlan[], by: string): string {
  const [first, ...others] = parts;
  if (!first) return "true";
  if (!others.length) return conditionExpression(first);
  return `(${parts.map(conditionExpression).join(by)})`;
}

/** What is true or false in itself; of all others null counts as false, so that a negation finds the unset. */
function definite(plan: ConditionPlan): string {
  const expression = conditionExpression(plan);
  return ["exists", "label", "same", "isNull", "never", "not"].includes(plan.kind)
    ? expression.startsWith("EXISTS")
      ? expression
      : `(${expression})`
    : `coalesce(${expression}, false)`;
}

function comparison({ value, operator, parameter, certain }: Condition<"compare">): string {
  if (value.kind === "column") {
    const { variable, property } = value;
    const { kind, name } = property;
    const [min, max] = kind === "edtf" ? [minColumn(name), maxColumn(name)] : [name, name];
    if (kind === "edtf" || kind === "date") {
      return dateComparison(`${variable}.${min}`, `${variable}.${max}`, operator, parameter, certain);
    }
  }
  return scalarComparison(valueExpression(value), operator, `$${parameter}`);
}

/** A value as an expression: of a date its first possible day. */
export function valueExpression(value: ValuePlan): string {
  switch (value.kind) {
    case "column":
      return columnExpression(value.variable, value.property);
    case "name":
      return nameExpression(value.name, value.variable);
    case "type":
      return typeExpression(value.variable);
    case "count":
      return `COUNT { ${relationMatch(value.relation)} }`;
    case "earliest": {
      const { relation, property } = value;
      const day = `${relation.r}d`;
      const dated = `${relationMatch(relation)} WITH ${exactColumn(relation.r, property)} AS ${day}`;
      return `head(COLLECT { ${dated} ORDER BY ${day} LIMIT 1 RETURN ${day} })`;
    }
  }
}

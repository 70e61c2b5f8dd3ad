import { NONE } from "../model/edtf.js";
import type { ConditionPlan, RelationPlan, ValuePlan } from "../plan/kinds/values.js";
import type { Environment, Variable } from "../statement/environment.js";
import { identifier, mapOf } from "../statement/text.js";
import { columnExpression, columnText, exactColumn } from "./columns.js";
import { dateComparison, dateIn, nearness, scalarComparison } from "./compare.js";
import { edgePattern, matchEdge } from "./edges.js";
import { inForceExpression } from "./in-force.js";
import { nameExpression, typeExpression } from "./name.js";
import { FROM, NO_START, TO } from "./spell.js";

/**
 * A condition as an expression. The expression is true if the condition holds. Otherwise it is false, or null if a
 * value is unset.
 */
export function conditionExpression(environment: Environment, plan: ConditionPlan): string {
  switch (plan.kind) {
    case "and":
      return joinConditions(environment, plan.parts, " AND ");
    case "or":
      return joinConditions(environment, plan.parts, " OR ");
    case "never":
      return `${plan.parameter}`;
    case "not":
      return negated(environment, plan.part);
    case "exists":
      return `EXISTS { ${relationMatch(environment, plan.relation)} }`;
    case "label":
      return `${plan.variable}:${identifier(plan.label)}`;
    case "same":
      return `${plan.variable} = ${plan.as}`;
    case "isNull":
      return `${isSetExpression(environment, plan.value)} IS NULL`;
    case "known":
      return knownExpression(plan);
    case "inForce":
      return `${inForceExpression(plan.plan)} IN ${plan.states}`;
    case "compare":
      return scalarComparison(valueExpression(environment, plan.value), plan.operator, `${plan.operand}`);
    case "compareDate":
      return dateComparison(plan);
    case "dateIn":
      return dateIn(plan);
    case "within":
      return nearness(plan);
  }
}

/** The text of a date is set even if it says that there is none. */
function isSetExpression(environment: Environment, value: ValuePlan): string {
  return value.kind === "column" && value.property.kind === "edtf"
    ? columnText({ ...value, column: value.property.name })
    : valueExpression(environment, value);
}

function knownExpression({ value, is }: Extract<ConditionPlan, { kind: "known" }>): string {
  const text = columnText({ ...value, column: value.property.name });
  if (is === "UNKNOWN") return `${text} IS NULL`;
  // A calendar day that is not EDTF has no text for "none".
  const isNone = value.property.kind === "edtf" ? `coalesce(${text} = '${NONE}', false)` : "false";
  return is === "NONE" ? isNone : `(${text} IS NOT NULL AND NOT ${isNone})`;
}

/**
 * The number of spells that the source calls separate. Spells that touch are one, and so are the parts of one spell
 * that was divided among a state and its successors.
 */
function spellCount(
  environment: Environment,
  { relation, minGap }: Extract<ValuePlan, { kind: "spells" }>,
): string {
  const { r } = relation;
  const spell = mapOf([
    `first: ${r}.${FROM.min}`,
    `last: ${r}.${TO.max}`,
    `row: CASE WHEN ${r}.divided THEN ${r}.locator END`,
  ]);
  const spells = `COLLECT { ${relationMatch(environment, relation)} WITH ${r} ORDER BY ${r}.${FROM.min} RETURN ${spell} }`;
  const continues = `found.last >= spell.first - duration({days: ${minGap ?? 1}}) OR coalesce(found.row = spell.row, false)`;
  const last = "CASE WHEN found.last > spell.last THEN found.last ELSE spell.last END";
  return (
    `reduce(found = {count: 0, last: ${NO_START}, row: null}, spell IN ${spells} | ` +
    `CASE WHEN found.count > 0 AND (${continues}) THEN {count: found.count, last: ${last}, row: spell.row} ` +
    `ELSE {count: found.count + 1, last: spell.last, row: spell.row} END).count`
  );
}

/** The condition as a list, for a WHERE clause. The list is empty if there is no condition. */
export function conditions(environment: Environment, plan: ConditionPlan | undefined): readonly string[] {
  return plan ? [conditionExpression(environment, plan)] : [];
}

/** A MATCH for an edge of a relation, with all its conditions. */
export function relationMatch(environment: Environment, relation: RelationPlan): string {
  const { r, scope, condition, sameFactAs, ofAllSources } = relation;
  const label = anchorOf(relation) ? farLabel(relation) : "";
  const edge = edgePattern(environment, relation, scope, {
    label,
    reading: ofAllSources ? "claimed" : "chosen",
  });
  const fact = sameFactAs ? [`${r}.factKey = ${sameFactAs}.factKey`] : [];
  return matchEdge(
    { ...edge, conditions: [...fact, ...edge.conditions] },
    conditions(environment, condition),
  );
}

/** The condition on the id of the node at the other end. With a label, the database finds the node in an index. */
export function anchorOf({ node, condition, sameFactAs }: RelationPlan): ConditionPlan | undefined {
  if (!condition || sameFactAs) return undefined;
  const parts = condition.kind === "and" ? condition.parts : [condition];
  return parts.find(
    (part) => part.kind === "compare" && isId(part.value, node) && ["eq", "in"].includes(part.operator),
  );
}

function isId(value: ValuePlan, node: Variable): boolean {
  return value.kind === "column" && value.variable === node && value.property.name === "id";
}

/** The label that all nodes at the other end of a relation have. */
export function farLabel({ field }: RelationPlan): string {
  const [only, ...others] = field.targets;
  return only && !others.length ? only : "Entity";
}

function joinConditions(environment: Environment, parts: readonly ConditionPlan[], by: string): string {
  const [first, ...others] = parts;
  if (!first) return "true";
  if (!others.length) return conditionExpression(environment, first);
  return `(${parts.map((part) => conditionExpression(environment, part)).join(by)})`;
}

/** Conditions that are never null. For all others, null counts as false, so that a negation matches unset values. */
const DEFINITE: ReadonlySet<ConditionPlan["kind"]> = new Set([
  ...(["exists", "label", "same", "isNull", "known", "inForce", "never", "not"] as const),
]);

function negated(environment: Environment, part: ConditionPlan): string {
  const expression = conditionExpression(environment, part);
  if (!DEFINITE.has(part.kind)) return `NOT coalesce(${expression}, false)`;
  return part.kind === "exists" ? `NOT ${expression}` : `NOT (${expression})`;
}

/** A value as an expression. For a date, its first possible day. */
export function valueExpression(environment: Environment, value: ValuePlan): string {
  switch (value.kind) {
    case "column":
      return columnExpression(value);
    case "name":
      return nameExpression(environment, value.name, value.variable);
    case "type":
      return typeExpression(value.variable);
    case "count":
      return `COUNT { ${relationMatch(environment, value.relation)} }`;
    case "spells":
      return spellCount(environment, value);
    case "earliest": {
      const { relation, property } = value;
      const day = environment.variable("day");
      const dated = `${relationMatch(environment, relation)} WITH ${exactColumn({ variable: relation.r, property })} AS ${day}`;
      return `head(COLLECT { ${dated} ORDER BY ${day} LIMIT 1 RETURN ${day} })`;
    }
  }
}

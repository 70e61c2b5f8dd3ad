import { PactError } from "../errors.js";
import { FOLD, FOLDABLE, OPERATORS_OF, type Operator } from "../model/operators.js";
import type { ValueKind } from "../model/property.js";
import type { ParameterKind } from "../statement/environment.js";
import { asObject, type ConditionPlace, isNull, textOf } from "./condition-place.js";
import type { ConditionPlan, ValuePlan } from "./kinds/values.js";
import { conjunction, negated } from "./logic.js";
import { boundsOf, dateOf, dayBounds } from "./names.js";
import type { SiteBuilder } from "./site.js";

/** Converts the operators of filters to plans, and their operands to parameters of a site. */
export class ComparisonPlanner {
  constructor(private readonly site: SiteBuilder) {}

  /** The operators of one filter. A filter without operators is rejected, because it would match everything. */
  all(
    value: ValuePlan,
    kind: ValueKind,
    filter: unknown,
    at: ConditionPlace,
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
    at: ConditionPlace,
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
  private folded(value: ValuePlan, operator: Operator, { path }: ConditionPlace): ConditionPlan {
    const form = operator === "contains" ? "foldedPart" : "folded";
    return { kind: "compare", value, operator: "matches", operand: this.site.at("w", path, form) };
  }

  private within(value: ValuePlan, operand: unknown, at: ConditionPlace): ConditionPlan {
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

function checkFoldable(operators: readonly string[], { path }: ConditionPlace): void {
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

function isKnown(value: ValuePlan, state: unknown, { path }: ConditionPlace): ConditionPlan {
  if (value.kind === "column" && (state === "SET" || state === "NONE" || state === "UNKNOWN"))
    return { kind: "known", value, is: state };
  throw new PactError("BAD_INPUT", `${textOf(path)} requires a date.`);
}

function isNullCondition(value: ValuePlan, unset: boolean): ConditionPlan {
  const condition: ConditionPlan = { kind: "isNull", value };
  return unset ? condition : negated(condition);
}

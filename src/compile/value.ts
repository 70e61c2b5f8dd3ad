import type { SortKeyPlan, ValuePlan } from "../plan/plan.js";
import { exactColumn } from "./compare.js";
import { valueExpression } from "./condition.js";

/** A date where it is known to the day, else null. */
export function exactDay(value: ValuePlan): string {
  return value.kind === "column" ? exactColumn(value.variable, value.property) : valueExpression(value);
}

/** A sort key as an expression; names in the order of the alphabet: whatever the case, and ё with е. */
export function sortExpression({ value }: SortKeyPlan): string {
  const expression = valueExpression(value);
  return value.kind === "name" ? `replace(toLower(${expression}), 'ё', 'е')` : expression;
}

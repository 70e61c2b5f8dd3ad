import { compareText, type Days, daysOf } from "./days.js";
import type { Value } from "./value.js";

/** Whether a value fits a filter: all of its operators hold. */
export function fits(filter: unknown, value: Value, certain: boolean): boolean {
  if (typeof filter !== "object" || filter === null) throw new Error("A filter is an object.");
  return Object.entries(filter).every(([operator, operand]) => holds(value, operator, operand, certain));
}

function holds(value: Value, operator: string, operand: unknown, certain: boolean): boolean {
  const { kind, shown, days } = value;
  if (operator === "isNull") return ((shown ?? null) === null) === operand;
  if (operator === "ne") return !holds(value, "eq", operand, certain);
  if (operator === "in") return listOf(operand).some((item) => holds(value, "eq", item, certain));
  if (kind === "edtf" || kind === "date") {
    return (
      days !== undefined &&
      (certain ? datedForCertain : datedPossibly)(days, operator, daysOf(String(operand)))
    );
  }
  if (shown === undefined || shown === null) return false;
  if (kind === "list") return listOf(shown).includes(operand);
  if (kind === "datetime") {
    return compared(Date.parse(String(shown)) - Date.parse(String(operand)), operator);
  }
  if (typeof shown === "number") return compared(shown - Number(operand), operator);
  if (typeof shown === "boolean") return shown === operand;
  return textFits(String(shown), operator, String(operand));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Some day that the value may be fits some day that the operand may be. */
function datedPossibly({ min, max }: Days, operator: string, operand: Days): boolean {
  switch (operator) {
    case "lt":
      return min < operand.min;
    case "lte":
      return min <= operand.max;
    case "gt":
      return max > operand.max;
    case "gte":
      return max >= operand.min;
    default:
      return min <= operand.max && operand.min <= max;
  }
}

/** Every day that the value may be fits. */
function datedForCertain({ min, max }: Days, operator: string, operand: Days): boolean {
  switch (operator) {
    case "lt":
      return max < operand.min;
    case "lte":
      return max <= operand.max;
    case "gt":
      return min > operand.max;
    case "gte":
      return min >= operand.min;
    default:
      return operand.min <= min && max <= operand.max;
  }
}

function textFits(text: string, operator: string, operand: string): boolean {
  const [lower, wanted] = [text.toLowerCase(), operand.toLowerCase()];
  if (operator === "contains") return lower.includes(wanted);
  if (operator === "startsWith") return lower.startsWith(wanted);
  if (operator === "matches") return matches([...lower], [...wanted]);
  return compared(compareText(text, operand), operator);
}

function matches([first, ...text]: readonly string[], pattern: readonly string[]): boolean {
  const [sign, ...others] = pattern;
  if (sign === undefined) return first === undefined;
  if (sign === "*")
    return (
      matches(first === undefined ? [] : [first, ...text], others) ||
      (first !== undefined && matches(text, pattern))
    );
  return first !== undefined && (sign === "?" || sign === first) && matches(text, others);
}

function compared(difference: number, operator: string): boolean {
  switch (operator) {
    case "lt":
      return difference < 0;
    case "lte":
      return difference <= 0;
    case "gt":
      return difference > 0;
    case "gte":
      return difference >= 0;
    default:
      return difference === 0;
  }
}

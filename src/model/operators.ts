import type { ValueKind } from "./property.js";

/** How the value of a property is compared with an operand; one sentence each, also shown in the API. */
export const OPERATORS = {
  eq: "Equal; a date: in the time that the operand spans.",
  ne: "Not equal, or unset.",
  in: "Equal to one of these; none: matches nothing.",
  lt: "Less; a date: before it.",
  lte: "Less or equal; a date: not after it.",
  gt: "Greater; a date: after it.",
  gte: "Greater or equal; a date: not before it.",
  contains: "Has this text in it, whatever the case.",
  startsWith: "Begins with this text, whatever the case.",
  matches: "Fits this pattern as a whole, whatever the case: * is any text, ? one character.",
  has: "Has this item.",
} as const;

export type Operator = keyof typeof OPERATORS;

const EQUALITY: readonly Operator[] = ["eq", "ne", "in"];
const ORDER: readonly Operator[] = ["lt", "lte", "gt", "gte"];

/** The operators of each kind of value. */
export const OPERATORS_OF: Readonly<Record<ValueKind, readonly Operator[]>> = {
  text: [...EQUALITY, ...ORDER, "contains", "startsWith", "matches"],
  int: [...EQUALITY, ...ORDER],
  boolean: ["eq", "ne"],
  code: EQUALITY,
  list: ["has"],
  edtf: [...EQUALITY, ...ORDER],
  date: [...EQUALITY, ...ORDER],
  datetime: ORDER,
};

/** True for operators whose operand is a list. */
export function takesList(operator: Operator): boolean {
  return operator === "in";
}

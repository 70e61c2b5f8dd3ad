import type { ValueKind } from "./property.js";

/** The operators that compare a property with an operand, each with its description in the API. */
export const OPERATORS = {
  eq: "Equal to this value. For dates: within this date or period.",
  ne: "Not equal to this value, or not set.",
  in: "Equal to one of these values. An empty list matches nothing.",
  lt: "Less than this value. For dates: before this date or period.",
  lte: "Less than or equal to this value. For dates: not after this date or period.",
  gt: "Greater than this value. For dates: after this date or period.",
  gte: "Greater than or equal to this value. For dates: not before this date or period.",
  contains: "Contains this text, ignoring case.",
  startsWith: "Starts with this text, ignoring case.",
  matches: "The whole value matches this pattern, ignoring case. * is any text, ? is one character.",
  has: "The list contains this item.",
} as const;

export type Operator = keyof typeof OPERATORS;

/** The flag of a text filter that lets it find a text in any script. */
export const FOLD = "fold";
/** The operators that FOLD applies to. */
export const FOLDABLE: readonly Operator[] = ["contains", "matches"];

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

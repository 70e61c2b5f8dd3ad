import type { Operator } from "../model/operators.js";
import type { ComparePlan, ConditionPlan } from "../plan/kinds/values.js";
import { columnText } from "./columns.js";

/**
 * Compares a number or text with a parameter. `contains` and `startsWith` ignore case. They convert to upper case,
 * because lower case has two forms of sigma.
 */
export function scalarComparison(value: string, operator: Operator, operand: string): string {
  switch (operator) {
    case "eq":
      return `${value} = ${operand}`;
    case "ne":
      return `coalesce(${value} <> ${operand}, true)`;
    case "in":
      return `${value} IN ${operand}`;
    case "lt":
      return `${value} < ${operand}`;
    case "lte":
      return `${value} <= ${operand}`;
    case "gt":
      return `${value} > ${operand}`;
    case "gte":
      return `${value} >= ${operand}`;
    case "contains":
      return `toUpper(${value}) CONTAINS toUpper(${operand})`;
    case "startsWith":
      return `toUpper(${value}) STARTS WITH toUpper(${operand})`;
    case "matches":
      return `${value} =~ ${operand}`;
    case "has":
      return `${operand} IN ${value}`;
  }
}

/**
 * Compares a date with an operand. Both are given by their first and last possible day. The result is true if the
 * comparison possibly holds or, with `certain`, if it certainly holds.
 */
export function dateComparison({
  date,
  operator,
  operand,
  certain,
}: Extract<ComparePlan, { kind: "compareDate" }>): string {
  const [min, max] = [columnText(date.min), columnText(date.max)];
  const [first, last] = [`${operand.min}`, `${operand.max}`];
  switch (operator) {
    case "lt":
      return `${certain ? max : min} < ${first}`;
    case "lte":
      return `${certain ? max : min} <= ${last}`;
    case "gt":
      return `${certain ? min : max} > ${last}`;
    case "gte":
      return `${certain ? min : max} >= ${first}`;
    case "ne":
      return `NOT coalesce(${liesIn(min, max, first, last, certain)}, false)`;
    default:
      return liesIn(min, max, first, last, certain);
  }
}

/** Whether a date lies in one of several spans. */
export function dateIn({ date, operand, certain }: Extract<ComparePlan, { kind: "dateIn" }>): string {
  const inside = liesIn(columnText(date.min), columnText(date.max), "span.min", "span.max", certain);
  return `any(span IN ${operand} WHERE ${inside})`;
}

function liesIn(min: string, max: string, from: string, to: string, certain: boolean): string {
  return certain ? `(${min} >= ${from} AND ${max} <= ${to})` : `(${min} <= ${to} AND ${max} >= ${from})`;
}

/** Whether a date lies near another one, or within a spell. */
export function nearness({
  date,
  of,
  days,
  before,
  certain,
}: Extract<ConditionPlan, { kind: "within" }>): string {
  // The distance to a spell is measured from its ends. The distance to an uncertain date is measured from its possible
  // days: from all of them for a certain match, from any of them for a possible match.
  const [from, to] = certain && !of.spell ? [of.max, of.min] : [of.min, of.max];
  const earliest = `${columnText(from)} - duration({days: ${before}})`;
  const latest = `${columnText(to)} + duration({days: ${days}})`;
  return certain
    ? `(${columnText(date.min)} >= ${earliest} AND ${columnText(date.max)} <= ${latest})`
    : `(${columnText(date.max)} >= ${earliest} AND ${columnText(date.min)} <= ${latest})`;
}

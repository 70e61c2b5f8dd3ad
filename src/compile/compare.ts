import type { Operator } from "../model/operators.js";
import type { ComparePlan, ConditionPlan } from "../plan/kinds/values.js";
import { columnText } from "./columns.js";

/** Compares a number or text with a parameter. Upper case has one form of each letter; lower case has two sigmas. */
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
 * Compares a date known by its first and last possible day with an operand known in the same way: whether it can
 * be so, or for certain is so.
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
  // What lies within a spell is measured from its ends; what lies near an uncertain date, from any day it may be.
  const [from, to] = certain && !of.spell ? [of.max, of.min] : [of.min, of.max];
  const earliest = `${columnText(from)} - duration({days: ${before}})`;
  const latest = `${columnText(to)} + duration({days: ${days}})`;
  return certain
    ? `(${columnText(date.min)} >= ${earliest} AND ${columnText(date.max)} <= ${latest})`
    : `(${columnText(date.max)} >= ${earliest} AND ${columnText(date.min)} <= ${latest})`;
}

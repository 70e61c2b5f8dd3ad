import { LAST_DAY } from "../model/edtf.js";
import type { Operator } from "../model/operators.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import type { ColumnPlan, ConditionPlan } from "../plan/plan.js";
import { boundNames } from "../statement/parameters.js";

/** A stored value; of a date its first possible day. */
export function columnExpression(variable: string, { name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `${variable}.${name}`;
  const day = `${variable}.${minColumn(name)}`;
  // Where the start or end of a spell is not stated, its bounds are set all the same.
  return name === "validFrom" || name === "validTo"
    ? `CASE WHEN ${variable}.${name} IS NULL THEN null ELSE ${day} END`
    : day;
}

/** A date where it is known to the day, else null. */
export function exactColumn(variable: string, { name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `${variable}.${name}`;
  const [min, max] = [minColumn, maxColumn].map((column) => `${variable}.${column(name)}`);
  return `CASE WHEN ${min} = ${max} AND ${max} < date('${LAST_DAY}') THEN ${min} END`;
}

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
export function dateComparison(
  min: string,
  max: string,
  operator: Operator,
  parameter: string,
  certain: boolean,
): string {
  const { min: least, max: most } = boundNames(parameter);
  const [first, last] = [`$${least}`, `$${most}`];
  const inside = (from: string, to: string) =>
    certain ? `(${min} >= ${from} AND ${max} <= ${to})` : `(${min} <= ${to} AND ${max} >= ${from})`;
  switch (operator) {
    case "lt":
      return `${certain ? max : min} < ${first}`;
    case "lte":
      return `${certain ? max : min} <= ${last}`;
    case "gt":
      return `${certain ? min : max} > ${last}`;
    case "gte":
      return `${certain ? min : max} >= ${first}`;
    case "in":
      return `any(o IN $${parameter} WHERE ${inside("o.min", "o.max")})`;
    case "ne":
      return `NOT coalesce(${inside(first, last)}, false)`;
    default:
      return inside(first, last);
  }
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
  const earliest = `${text(from)} - duration({days: $${before}})`;
  const latest = `${text(to)} + duration({days: $${days}})`;
  return certain
    ? `(${text(date.min)} >= ${earliest} AND ${text(date.max)} <= ${latest})`
    : `(${text(date.max)} >= ${earliest} AND ${text(date.min)} <= ${latest})`;
}

function text({ variable, column }: ColumnPlan): string {
  return `${variable}.${column}`;
}

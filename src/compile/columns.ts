import { LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import type { ColumnPlan } from "../plan/kinds/scope.js";
import type { Variable } from "../statement/environment.js";

/** A stored value. For a date, its first possible day. */
export function columnExpression(variable: Variable, { name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `${variable}.${name}`;
  const day = `${variable}.${minColumn(name)}`;
  // The bounds of a spell are set even if its start or end is not stated.
  return name === "validFrom" || name === "validTo"
    ? `CASE WHEN ${variable}.${name} IS NULL THEN null ELSE ${day} END`
    : day;
}

/** A date if it is known to the day, otherwise null. */
export function exactColumn(variable: Variable, { name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `${variable}.${name}`;
  const [min, max] = [minColumn, maxColumn].map((column) => `${variable}.${column(name)}`);
  return `CASE WHEN ${min} = ${max} AND ${max} < date('${LAST_DAY}') THEN ${min} END`;
}

/** A column in Cypher. */
export function columnText({ variable, column }: ColumnPlan): string {
  return `${variable}.${column}`;
}

import { LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import type { ColumnPlan } from "../plan/kinds/scope.js";
import type { Variable } from "../statement/environment.js";

/** A stored value; of a date its first possible day. */
export function columnExpression(variable: Variable, { name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `${variable}.${name}`;
  const day = `${variable}.${minColumn(name)}`;
  // Where the start or end of a spell is not stated, its bounds are set all the same.
  return name === "validFrom" || name === "validTo"
    ? `CASE WHEN ${variable}.${name} IS NULL THEN null ELSE ${day} END`
    : day;
}

/** A date where it is known to the day, else null. */
export function exactColumn(variable: Variable, { name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `${variable}.${name}`;
  const [min, max] = [minColumn, maxColumn].map((column) => `${variable}.${column(name)}`);
  return `CASE WHEN ${min} = ${max} AND ${max} < date('${LAST_DAY}') THEN ${min} END`;
}

/** A column as it is written in Cypher. */
export function columnText({ variable, column }: ColumnPlan): string {
  return `${variable}.${column}`;
}

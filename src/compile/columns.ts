import { LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn } from "../model/property.js";
import type { ColumnPlan } from "../plan/kinds/scope.js";
import type { ColumnValuePlan } from "../plan/kinds/values.js";
import type { Variable } from "../statement/environment.js";
import { reportedColumn } from "./reported.js";
import { certainEnd, edgeInTime, FROM, possibleEnd, possibleStart, TO } from "./spell.js";

/** A stored value. For a date, its first possible day. */
export function columnExpression(value: ColumnValuePlan): string {
  const { variable, property } = value;
  const { name, kind } = property;
  if (kind !== "edtf") return columnText({ ...value, column: name });
  const day = columnText({ ...value, column: minColumn(name) });
  return isValidity(name) ? ifStated(variable, name, day) : day;
}

/** The last possible day of a date. */
export function latestDay(value: ColumnValuePlan): string {
  const { variable, property } = value;
  const day = columnText({ ...value, column: maxColumn(property.name) });
  return value.reported ? day : ifStated(variable, property.name, day);
}

/** A date if it is known to the day, otherwise null. */
export function exactColumn(value: Omit<ColumnValuePlan, "kind">): string {
  const { name, kind } = value.property;
  if (kind !== "edtf") return columnText({ ...value, column: name });
  const [min, max] = [minColumn, maxColumn].map((column) => columnText({ ...value, column: column(name) }));
  const day = `CASE WHEN ${min} = ${max} AND ${max} < date('${LAST_DAY}') THEN ${min} END`;
  return isValidity(name) ? ifStated(value.variable, name, day) : day;
}

/** A column in Cypher. A bound of a spell that no source states is limited by the lives of its nodes. */
export function columnText({ variable, column, edge, reported }: ColumnPlan): string {
  if (reported) return reportedColumn(variable, reported, column);
  if (edge?.field.edge.timed) {
    const spell = edgeInTime(edge);
    if (column === FROM.min) return possibleStart(spell);
    if (column === TO.max) return possibleEnd(spell);
    if (column === TO.min) return certainEnd(spell);
  }
  return `${variable}.${column}`;
}

/** The bounds of a spell are set even if its start or end is not stated. */
function ifStated(variable: Variable, name: string, day: string): string {
  return `CASE WHEN ${variable}.${name} IS NULL THEN null ELSE ${day} END`;
}

function isValidity(name: string): boolean {
  return name === "validFrom" || name === "validTo";
}

import { maxColumn, minColumn, type PropertyModel } from "../model/property.js";
import { model } from "../model/registry.js";
import type { ReportedPlan, ReportsPlan } from "../plan/kinds/scope.js";
import type { Variable } from "../statement/environment.js";
import { whereClause } from "../statement/text.js";
import { atInstant } from "./earlier.js";
import { patternOf, readEdge } from "./reading.js";

/**
 * A property of a node as the sources of a scope report it, or as it was chosen at an instant. Null if none of them
 * reports it. On a source nobody reports: it is read as it was at the instant.
 */
export function reportedColumn(node: Variable, plan: ReportedPlan, column: string): string {
  return "earlier" in plan ? `${atInstant(node, plan)}.${column}` : chosenReport(node, plan, column);
}

function chosenReport(
  node: Variable,
  { property, scope, r, source, other }: ReportsPlan,
  column: string,
): string {
  const edge = { field: model.reports.backward, r, via: node, node: source };
  const conditions = [
    `${r}.property = '${property.name}'`,
    ...readEdge({ variable: () => other }, edge, "primary", scope),
  ];
  return `head(COLLECT { MATCH ${patternOf(edge)}${whereClause(conditions)} RETURN ${valueColumn(r, property, column)} })`;
}

/** Reports keep each value as text, and dates and numbers also as such. */
function valueColumn(r: Variable, { name, kind }: PropertyModel, column: string): string {
  if (column === minColumn(name)) return `${r}.dateValueMin`;
  if (column === maxColumn(name)) return `${r}.dateValueMax`;
  if (kind === "date") return `${r}.dateValueMin`;
  if (kind === "int") return `${r}.numberValue`;
  return kind === "boolean" ? `${r}.value = 'true'` : `${r}.value`;
}

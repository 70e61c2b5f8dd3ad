import { model } from "../model/registry.js";
import type { Decision } from "./merge.js";
import type { MissingValue } from "./project.js";

/** The property of a report that stays retracted, because an editor retracted it; empty for other decisions. */
export function stayingReport({ wanted, outcome }: Decision): readonly string[] {
  const isReport = wanted.type === model.reports.type && outcome === "retracted";
  return isReport ? [keyOf(wanted.to, String(wanted.columns.property))] : [];
}

/** True for a required value that an editor retracted: the node keeps it, and its report may be missing. */
export function isStaying(staying: ReadonlySet<string>, { id, property }: MissingValue): boolean {
  return staying.has(keyOf(id, property));
}

function keyOf(id: string, property: string): string {
  return `${id} ${property}`;
}

import { isCalendarDay, OPEN, parseEdtf } from "../model/edtf.js";
import { nodeModelOfId } from "../model/ids.js";
import { type EdgeModel, edgeModel } from "../model/registry.js";
import type { EdgeRow } from "../record/rows.js";

/**
 * Adds to edges without a stated end the day until which their source covers them: it lists the relation completely
 * until then, so it would list an end. Only coverage in the same bundle counts.
 */
export function withCoverage(edges: readonly EdgeRow[], coverage: readonly EdgeRow[]): readonly EdgeRow[] {
  const untilOf = lastDays(coverage);
  return untilOf.size ? edges.map((edge) => covered(edge, untilOf)) : edges;
}

/** The last covered day of each relation of a node, by source. */
function lastDays(coverage: readonly EdgeRow[]): ReadonlyMap<string, string> {
  const days = new Map<string, string>();
  for (const { sourceId, to, properties } of coverage) {
    const { relation, validTo } = properties;
    if (typeof validTo !== "string" || !isCalendarDay(validTo)) continue;
    const key = keyOf(sourceId, to, String(relation));
    const known = days.get(key);
    if (known === undefined || known < validTo) days.set(key, validTo);
  }
  return days;
}

function covered(edge: EdgeRow, untilOf: ReadonlyMap<string, string>): EdgeRow {
  const { from, to, sourceId, properties } = edge;
  const type = edgeModel(edge.type);
  if (!type.timed || edge.on !== null || edge.coveredUntil != null || isEnded(properties.validTo))
    return edge;
  const relations = [
    keyOf(sourceId, from, relationOf(type, from, "out")),
    keyOf(sourceId, to, relationOf(type, to, "in")),
  ];
  const [until] = relations
    .flatMap((key) => untilOf.get(key) ?? [])
    .sort((one, other) => (one < other ? 1 : -1));
  return until === undefined || until < startOf(properties.validFrom)
    ? edge
    : { ...edge, coveredUntil: until };
}

function isEnded(validTo: unknown): boolean {
  return validTo != null && validTo !== OPEN;
}

function startOf(validFrom: unknown): string {
  return typeof validFrom === "string" ? parseEdtf(validFrom).min : "";
}

/** The name of the relation of a node that edges of a type are. */
function relationOf(type: EdgeModel, id: string, direction: "out" | "in"): string {
  const fields = nodeModelOfId(id)?.edgeFields ?? [];
  return fields.find((field) => field.edge === type && field.direction === direction)?.name ?? "";
}

function keyOf(sourceId: string, id: string, relation: string): string {
  return `${sourceId} ${id} ${relation}`;
}

import { maxColumn } from "../model/property.js";
import { model } from "../model/registry.js";
import type { MatchedEdgePlan } from "../plan/kinds/matched.js";
import type { Environment } from "../statement/environment.js";
import { NO_START, TO } from "./spell.js";

/**
 * Continues a query of matched edges: computes the last day that their sources cover, as text. That is the last day on
 * which an edge shows something, or the day on which a source was published. The caller gives it a name with `AS`.
 */
export function coveredUntil(edge: MatchedEdgePlan, environment: Environment): string {
  const [seen, sources, source, day, last] = ["seen", "sources", "s", "day", "last"].map((hint) =>
    environment.variable(hint),
  );
  return (
    `WITH max(${coveredDay(edge)}) AS ${seen}, collect(DISTINCT ${edge.r}.sourceId) AS ${sources} ` +
    `CALL (${seen}, ${sources}) { OPTIONAL MATCH (${source}:${model.sourceLabel}) ` +
    `WHERE ${source}.id IN ${sources} UNWIND [${seen}, ${source}.publishedAt] AS ${day} ` +
    `RETURN toString(max(${day})) AS ${last} } WITH ${last}`
  );
}

/** The last day that an edge shows to be covered: the certain end of a spell, or the date of an act. */
function coveredDay({ field, r }: MatchedEdgePlan): string {
  const { timed, event } = field.edge;
  if (timed) return `nullIf(${r}.${TO.min}, ${NO_START})`;
  return event ? `${r}.${event.kind === "edtf" ? maxColumn(event.name) : event.name}` : "null";
}

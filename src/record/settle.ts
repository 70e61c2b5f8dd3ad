import type { ParameterMap } from "../statement/parameters.js";
import { type Decision, isOfOneDay, type StoredAssertion } from "./merge.js";
import { standings } from "./standing.js";
import { instant } from "./stored.js";

/** Applies the decisions to a fact and returns its assertions with their standing: which are new, which changed. */
export function settleFact(
  before: readonly StoredAssertion[],
  decisions: readonly Decision[],
  gone: readonly StoredAssertion[],
  priorities: ReadonlyMap<string, number>,
  recordedAt: string,
) {
  const retracted = new Set([...gone, ...decisions.flatMap((decision) => decision.retracted ?? [])]);
  const fresh = decisions.flatMap((decision) => decision.created ?? []);
  const kept = before.map((old) => (retracted.has(old) ? { ...old, retractedAt: recordedAt } : old));
  const claims = [...kept, ...fresh].map((edge) => ({
    id: edge.id,
    sourceId: edge.sourceId,
    rank: edge.columns.rank ?? "NORMAL",
    ofOneDay: isOfOneDay(edge.columns),
    priority: priorities.get(edge.sourceId) ?? 0,
    recordedAt: edge.recordedAt,
    retractedAt: edge.retractedAt,
  }));
  const places = standings(claims);
  const settle = (edge: StoredAssertion) => ({ ...edge, ...places.get(edge.id) });
  const states = new Map(before.map((old) => [old.id, old]));
  const changed = kept.map(settle).filter((edge) => {
    const old = states.get(edge.id);
    return (
      old?.standing !== edge.standing || old.primary !== edge.primary || old.retractedAt !== edge.retractedAt
    );
  });
  return { created: fresh.map(settle), changed };
}

/** The mutable state of a stored assertion, as parameters. */
export function stateOf({ standing, primary, retractedAt }: StoredAssertion): ParameterMap {
  return { standing, primary, retractedAt: retractedAt === null ? null : instant(retractedAt) };
}

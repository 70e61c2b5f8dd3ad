import { datesOf } from "../choice/dates.js";
import { seenUntilOf, standings } from "../choice/standing.js";
import { statementsOf } from "../choice/statements.js";
import { type Decision, isEvidence, type StoredAssertion } from "./merge.js";

/** Applies the decisions to a fact and returns its assertions with their standing: which are new, which changed. */
export function settleFact(
  before: readonly StoredAssertion[],
  decisions: readonly Decision[],
  gone: readonly StoredAssertion[],
  priorities: ReadonlyMap<string, number>,
  recordedAt: string,
) {
  const renewed = new Set(
    decisions.flatMap(({ created, retracted: old }) => (created?.renews && old ? [old] : [])),
  );
  const retracted = new Set([...gone, ...decisions.flatMap((decision) => decision.retracted ?? [])]);
  const fresh = decisions.flatMap((decision) => decision.created ?? []);
  const kept = before.map((old) =>
    retracted.has(old)
      ? { ...old, retractedAt: recordedAt, ...(renewed.has(old) ? { renewed: true } : {}) }
      : old,
  );
  const claims = [...kept, ...fresh].map((edge) => ({
    id: edge.id,
    sourceId: edge.sourceId,
    rank: edge.columns.rank ?? "NORMAL",
    isEvidence: isEvidence(edge.columns),
    dates: datesOf(edge.columns),
    statements: statementsOf(edge.columns),
    seenUntil: seenUntilOf(edge.columns),
    priority: priorities.get(edge.sourceId) ?? 0,
    recordedAt: edge.recordedAt,
    retractedAt: edge.retractedAt,
  }));
  const places = standings(claims);
  const settle = (edge: StoredAssertion) =>
    withChoice({ ...edge, ...places.get(edge.id) }, edge.primary, recordedAt);
  const states = new Map(before.map((old) => [old.id, old]));
  const changed = kept.map(settle).filter((edge) => {
    const old = states.get(edge.id);
    return (
      old?.standing !== edge.standing || old.primary !== edge.primary || old.retractedAt !== edge.retractedAt
    );
  });
  return { created: fresh.map(settle), changed };
}

/** Notes from when to when an assertion is the chosen one, so that asKnownAt can repeat the choice. */
function withChoice(edge: StoredAssertion, before: boolean, recordedAt: string): StoredAssertion {
  if (edge.primary === before) return edge;
  return edge.primary
    ? { ...edge, chosenFrom: [...edge.chosenFrom, recordedAt] }
    : { ...edge, chosenUntil: [...edge.chosenUntil, recordedAt] };
}

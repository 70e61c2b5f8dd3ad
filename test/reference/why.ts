import { edgeModel } from "../../src/model/registry.js";
import type { Assertion } from "./assertion.js";
import { BEGINNING, compareText, type Days, FOREVER } from "./days.js";
import { type Args, PlainItem } from "./item.js";
import { lifeOf } from "./life.js";
import { type Priorities, ruleBetween, witnessesInOrder } from "./preference.js";
import type { Reader } from "./reader.js";
import type { Scope } from "./scope.js";

interface Step {
  readonly code: string;
  readonly ids: readonly string[];
}

/** Why an edge is shown as it is: the choice among the sources of its fact, and what limits its bounds. */
export function whyEdge(reader: Reader, assertion: Assertion, scope: Scope): readonly PlainItem[] {
  const fact = reader.ledger.assertions.filter(({ factKey }) => factKey === assertion.factKey);
  return [...choice(reader, fact, scope), ...bounds(reader, assertion)].map(
    (step) => new PlainItem(reader, scope, { ...step }),
  );
}

/** Why a property has its value: the choice among the sources that report it. */
export function whyProperty(reader: Reader, id: string, { property }: Args, scope: Scope) {
  const reports = reader.ledger.assertions.filter(
    ({ type, to, values }) => type === "REPORTS" && to === id && values.property === property,
  );
  return choice(reader, reports, scope).map((step) => new PlainItem(reader, scope, { ...step }));
}

/** The best source against each of the others, by what was in the record at the instant of the scope. */
function choice(reader: Reader, fact: readonly Assertion[], scope: Scope): readonly Step[] {
  const live = fact
    .filter((each) => reader.isBelieved(each, scope))
    .map((each) => ({ ...each, retractedIn: undefined }));
  const priorities: Priorities = (source) => reader.priorityAt(source, scope);
  const [best, ...others] = witnessesInOrder(live, priorities);
  if (!best) return [];
  if (!others.length) return [{ code: "ONLY_SOURCE", ids: [best.source] }];
  return others.map((other) => ({
    code: ruleBetween(best, other, priorities),
    ids: [best.source, other.source],
  }));
}

/** What limits the days on which a spell may begin and end. */
function bounds(reader: Reader, { type, from, to, validity }: Assertion): readonly Step[] {
  if (!validity) return [];
  if (validity.isEvidence) return [{ code: "EVIDENCE", ids: [] }];
  const hasLives = edgeModel(type).role !== "names";
  const lives = hasLives ? [from, to].map((id) => ({ id, life: lifeOf(reader.node(id)) })) : [];
  const births = lives.flatMap(({ id, life }) => known(id, life.start, "min"));
  const deaths = lives.flatMap(({ id, life }) => known(id, life.end, "max"));
  const certainDeaths = lives.flatMap(({ id, life }) => known(id, life.end, "min"));
  const steps: Step[] = [];
  // If both nodes began on one day, the step names the second one.
  const birth = births.sort(byDay).at(-1);
  if (validity.from.min === BEGINNING && birth)
    steps.push({ code: "START_LIMITED_BY_LIFE", ids: [birth.id] });
  if (validity.to.max !== FOREVER) return steps;
  const [certainDeath] = certainDeaths.sort(byDay);
  const { observedUntil } = validity;
  const diesBefore = observedUntil === undefined && certainDeath && certainDeath.day < validity.to.min;
  if (validity.to.min !== BEGINNING && !diesBefore) steps.push({ code: "CERTAIN_UNTIL", ids: [] });
  const [death] = deaths.sort(byDay);
  const isContradicted = death && observedUntil !== undefined && observedUntil > death.day;
  if (death && !isContradicted) steps.push({ code: "END_LIMITED_BY_LIFE", ids: [death.id] });
  return steps;
}

interface KnownDay {
  readonly id: string;
  readonly day: string;
}

function known(id: string, days: Days | undefined, bound: keyof Days): readonly KnownDay[] {
  const day = days?.[bound];
  return day === undefined || day === BEGINNING || day === FOREVER ? [] : [{ id, day }];
}

function byDay(one: KnownDay, other: KnownDay): number {
  return compareText(one.day, other.day);
}

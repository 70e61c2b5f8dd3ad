import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { datesOf } from "./dates.js";
import { type Claim, orderedWitnesses, type Rule, ruleBetween, seenUntilOf } from "./standing.js";
import { statementsOf } from "./statements.js";

/** One step of an explanation: a code, the ids that it is about, and a sentence. */
export interface WhyStep {
  readonly code: string;
  readonly ids: readonly string[];
  readonly text: string;
}

type Columns = Parameters<typeof datesOf>[0];

/** An assertion as the database gives it: values by column, days and instants as text. */
export interface ClaimRow {
  readonly id: string;
  readonly sourceId: string;
  readonly priority: number;
  readonly recordedAt: string;
  readonly columns: Columns;
}

const RULES: Readonly<Record<Rule, string>> = {
  RANK: "the editors prefer it",
  SPELL: "it states a period, the other only observed a day",
  EXACTNESS: "it says the same more exactly",
  REACH: "it observed the same period longer",
  PRIORITY: "its priority is higher",
  FIRST_RECORDED: "it was recorded first",
};

/** Which source was chosen among which, and by which rule. */
export function whyChosen(claims: readonly ClaimRow[]): readonly WhyStep[] {
  const [first, ...others] = orderedWitnesses(claims.map(claimOf));
  if (!first) return [];
  if (!others.length) {
    return [
      { code: "ONLY_SOURCE", ids: [first.sourceId], text: `Only ${first.sourceId} asserts this fact.` },
    ];
  }
  return others.map((other) => {
    const rule = ruleBetween(first, other);
    const text = `${first.sourceId} comes before ${other.sourceId}: ${RULES[rule]}.`;
    return { code: rule, ids: [first.sourceId, other.sourceId], text };
  });
}

/**
 * A node at an end of an edge, with the bounds of its life: the first day, and the earliest and latest possible last
 * day; null if not recorded.
 */
export interface LivingEnd {
  readonly id: string;
  readonly start: string | null;
  readonly endMin: string | null;
  readonly endMax: string | null;
}

/**
 * What limits the bounds of a spell: what its source observed, and the lives of its nodes. A source that observed the
 * spell after the end of a life contradicts that end, so the end limits nothing.
 */
export function whyBounds(columns: Columns, ends: readonly LivingEnd[]): readonly WhyStep[] {
  const { on, validFromMin, validToMax, validToMin, observedUntil, coveredUntil } = columns;
  if (typeof on === "string") {
    return [{ code: "EVIDENCE", ids: [], text: `The source observed it only on ${on}, and says no more.` }];
  }
  const steps: WhyStep[] = [];
  const begins = daysOf(ends, ({ start }) => start).at(-1);
  if ((validFromMin ?? FIRST_DAY) === FIRST_DAY && begins)
    steps.push({
      code: "START_LIMITED_BY_LIFE",
      ids: [begins.id],
      text: `No source states the start. It is not before ${begins.day}, when ${begins.id} began.`,
    });
  if (validToMax !== LAST_DAY) return steps;
  const observed = observedUntil ?? coveredUntil;
  const [endsCertainly] = daysOf(ends, ({ endMin }) => endMin);
  const isLimited = observed == null && endsCertainly && endsCertainly.day < String(validToMin);
  if (typeof validToMin === "string" && validToMin !== FIRST_DAY && !isLimited) {
    const what = observedUntil == null ? "which its source covers" : "on which its source observed it";
    steps.push({
      code: "CERTAIN_UNTIL",
      ids: [],
      text: `No source states the end. It is certain until ${validToMin}, the last day ${what}.`,
    });
  }
  const [stops] = daysOf(ends, ({ endMax }) => endMax);
  if (stops && !(observed != null && String(observed) > stops.day))
    steps.push({
      code: "END_LIMITED_BY_LIFE",
      ids: [stops.id],
      text: `It is not possible after ${stops.day}, when ${stops.id} ended.`,
    });
  return steps;
}

/** Through which succession a state has an edge of another state. */
export function whyInherited(predecessor: string, heir: string): WhyStep {
  return {
    code: "INHERITED",
    ids: [heir, predecessor],
    text: `${heir} has this by succession: the source asserts it of ${predecessor}.`,
  };
}

/** The recorded days of some bound of the nodes, the earliest one first. */
function daysOf(ends: readonly LivingEnd[], bound: (end: LivingEnd) => string | null) {
  const days = ends.flatMap((end) => {
    const day = bound(end);
    return day === null || day === FIRST_DAY || day === LAST_DAY ? [] : [{ id: end.id, day }];
  });
  return days.sort((one, other) => (one.day < other.day ? -1 : Number(one.day > other.day)));
}

function claimOf({ id, sourceId, priority, recordedAt, columns }: ClaimRow): Claim {
  return {
    id,
    sourceId,
    priority,
    recordedAt,
    rank: columns.rank ?? "NORMAL",
    isEvidence: columns.on != null,
    dates: datesOf(columns),
    statements: statementsOf(columns),
    seenUntil: seenUntilOf(columns),
    retractedAt: null,
  };
}

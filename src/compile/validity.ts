import { maxColumn, minColumn } from "../model/property.js";
import type { ScopePlan } from "../plan/kinds/scope.js";
import { columnText } from "./columns.js";
import { eventDay, type LivingNode, lifeEnd, lifeStart } from "./life.js";
import {
  type EdgeInTime,
  FROM,
  isStatedEnd,
  livesOf,
  NO_END,
  NO_START,
  possibleEnd,
  possibleStart,
  seenUntil,
  TO,
} from "./spell.js";

/** A day (first = last), a period, or the possible days of a date. */
interface Time {
  readonly first: string;
  readonly last: string;
  readonly isPeriod: boolean;
}

/**
 * The conditions under which an edge holds at the time of the scope: a spell holds on a day, or on some day of a
 * period; an act was done by the day, or within the period. Edges of other types have no time.
 */
export function holds(edge: EdgeInTime, scope: ScopePlan): readonly string[] {
  return timesOf(scope).flatMap((time) => holdsAt(edge, time, scope.certain));
}

/** Like holds, for one period given by its first and last day. */
export function holdsDuring(
  edge: EdgeInTime,
  first: string,
  last: string,
  certain: boolean,
): readonly string[] {
  return holdsAt(edge, { first, last, isPeriod: true }, certain);
}

/** The conditions under which a spell could hold at the time of the scope. */
export function possiblyHolds(edge: EdgeInTime, scope: ScopePlan): readonly string[] {
  return holds(edge, { ...scope, certain: false });
}

/**
 * The conditions under which a node existed at the time of the scope: its life includes the day, or some day of the
 * period. A node without a life, but with a date, is an event: it happened by the day, or within the period.
 */
export function existed(living: LivingNode, scope: ScopePlan): readonly string[] {
  return timesOf(scope).flatMap((time) => (scope.certain ? certainLife : possibleLife)(living, time));
}

function possibleLife(living: LivingNode, { first, last, isPeriod }: Time): readonly string[] {
  const [start, end] = [lifeStart(living), lifeEnd(living)];
  const latest = end ?? (isPeriod ? eventDay(living, maxColumn) : undefined);
  return [
    ...(start ? [`coalesce(${start} <= ${last}, true)`] : []),
    ...(latest ? [`coalesce(${latest} >= ${first}, true)`] : []),
  ];
}

function certainLife(living: LivingNode, { first, last, isPeriod }: Time): readonly string[] {
  const [start, end] = [lifeStart(living, maxColumn), lifeEnd(living, minColumn)];
  const earliest = eventDay(living, minColumn);
  return [
    ...(start ? [`${start} <= ${last}`] : []),
    ...(end
      ? [`coalesce(${end} >= ${first}, true)`]
      : isPeriod && earliest
        ? [`${earliest} >= ${first}`]
        : []),
  ];
}

/** True if the scope sets a day, a period or a date. */
export function isTimed({ asOf, during, on }: ScopePlan): boolean {
  return Boolean(asOf || during || on);
}

function timesOf({ asOf, during, on }: ScopePlan): readonly Time[] {
  return [
    ...(asOf ? [{ first: `${asOf}`, last: `${asOf}`, isPeriod: false }] : []),
    ...(during ? [{ first: `${during.min}`, last: `${during.max}`, isPeriod: true }] : []),
    ...(on ? [{ first: columnText(on.min), last: columnText(on.max), isPeriod: false }] : []),
  ];
}

function holdsAt(edge: EdgeInTime, time: Time, certain: boolean): readonly string[] {
  if (edge.edge.timed) return certain ? certainSpell(edge, time) : possibleSpell(edge, time);
  if (edge.edge.isDated) return certain ? certainAct(edge, time) : possibleAct(edge, time);
  return [];
}

/** A spell may hold from its earliest start to its latest end. Life limits a side that no source states. */
function possibleSpell(edge: EdgeInTime, { first, last, isPeriod }: Time): readonly string[] {
  const { r } = edge;
  const { starts, ends } = livesOf(edge);
  const going = ends.map((day) => `coalesce(${day} >= ${first}, true)`);
  return [
    `${r}.${FROM.min} <= ${last}`,
    `${r}.${TO.max} >= ${first}`,
    ...begun(edge, last),
    ...(going.length
      ? [
          `(${r}.${TO.max} < ${NO_END} OR coalesce(${seenUntil(r)} >= ${first}, false) OR ${going.join(" AND ")})`,
        ]
      : []),
    ...(isPeriod && starts.length + ends.length ? [hasDay(edge)] : []),
  ];
}

/** Condition: the spell and the lives of its nodes leave a day on which it may hold. */
function hasDay(edge: EdgeInTime): string {
  const { r } = edge;
  const isStated = `${r}.${FROM.min} > ${NO_START} AND ${r}.${TO.max} < ${NO_END}`;
  return `(${isStated} OR ${possibleStart(edge)} <= ${possibleEnd(edge)})`;
}

/** Condition: both nodes live by a day, unless a source states the start of the spell. */
function begun(edge: EdgeInTime, day: string): readonly string[] {
  const { starts } = livesOf(edge);
  const living = starts.map((start) => `coalesce(${start} <= ${day}, true)`).join(" AND ");
  return living ? [`(${edge.r}.${FROM.min} > ${NO_START} OR ${living})`] : [];
}

/** A spell certainly holds from its latest start to its earliest end. */
function certainSpell(edge: EdgeInTime, { first, last, isPeriod }: Time): readonly string[] {
  const { r } = edge;
  const [start, end] = [`${r}.${FROM.max}`, `${r}.${TO.min}`];
  const living = (day: string) =>
    livesOf(edge).certainEnds.map((life) => `coalesce(${life} >= ${day}, true)`);
  const outlived = (day: string) => {
    const conditions = living(day);
    return conditions.length ? [`(${isStatedEnd(r)} OR ${conditions.join(" AND ")})`] : [];
  };
  // In a period, one day on which it holds is enough. Of a date, it must hold on every possible day.
  return isPeriod
    ? [
        `${start} <= ${last}`,
        `${end} >= ${first}`,
        `${start} <= ${end}`,
        ...outlived(first),
        ...outlived(start),
        ...begun(edge, last),
        ...begun(edge, end),
      ]
    : [`${start} <= ${first}`, `${end} >= ${last}`, ...outlived(last), ...begun(edge, first)];
}

/** An act may have been done by a day, or within a period. If it has no date, the lives of its nodes limit it. */
function possibleAct(edge: EdgeInTime, { first, last, isPeriod }: Time): readonly string[] {
  const { starts, ends } = livesOf(edge);
  const [earliest, latest] = [datesOf(edge, minColumn), datesOf(edge, maxColumn)];
  const by = (days: readonly string[]) => `coalesce(${[...days, last].join(", ")}) <= ${last}`;
  const since = (days: readonly string[]) => `coalesce(${[...days, first].join(", ")}) >= ${first}`;
  return [
    ...(starts.length ? starts.map((start) => by([...earliest, start])) : [by(earliest)]),
    ...(isPeriod ? (ends.length ? ends.map((end) => since([...latest, end])) : [since(latest)]) : []),
  ];
}

/** An act was certainly done by a day if its latest day is not later. */
function certainAct(edge: EdgeInTime, { first, last, isPeriod }: Time): readonly string[] {
  const [earliest, latest] = [minColumn, maxColumn].map((bound) => firstKnown(datesOf(edge, bound)));
  return isPeriod ? [`${earliest} >= ${first}`, `${latest} <= ${last}`] : [`${latest} <= ${first}`];
}

/** The date of an act: its own, else that of the nodes that date it. */
function datesOf({ edge, r, from, to }: EdgeInTime, bound: (name: string) => string): readonly string[] {
  const own = edge.event;
  const column = own && (own.kind === "edtf" ? bound(own.name) : own.name);
  const ends = edge.datedBy.flatMap((side) => eventDay(side === "from" ? from : to, bound) ?? []);
  return [...(column ? [`${r}.${column}`] : []), ...ends];
}

function firstKnown(days: readonly string[]): string {
  return days.length > 1 ? `coalesce(${days.join(", ")})` : (days[0] ?? "null");
}

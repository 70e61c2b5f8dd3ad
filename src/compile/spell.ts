import { FIRST_DAY, LAST_DAY } from "../model/edtf.js";
import { maxColumn, minColumn } from "../model/property.js";
import { type EdgeModel, model } from "../model/registry.js";
import type { MatchedEdgePlan } from "../plan/kinds/matched.js";
import { type LivingNode, lifeEnd, lifeStart } from "./life.js";

/** An edge with its ends in the direction of the edge. */
export interface EdgeInTime {
  readonly edge: EdgeModel;
  readonly r: string;
  readonly from: LivingNode;
  readonly to: LivingNode;
}

/** The stored bounds of a spell. */
export const FROM = { min: minColumn("validFrom"), max: maxColumn("validFrom") };
export const TO = { min: minColumn("validTo"), max: maxColumn("validTo") };

/** The stored bounds of a side that no source states. They never leave the service. */
export const NO_START = `date('${FIRST_DAY}')`;
export const NO_END = `date('${LAST_DAY}')`;

/** A matched edge with its ends in the direction of the edge. */
export function edgeInTime({ field, r, via, node }: MatchedEdgePlan): EdgeInTime {
  const { edge, owners, targets, direction } = field;
  const [here, there] = [
    { node: `${via}`, labels: owners },
    { node: `${node}`, labels: targets },
  ];
  const [from, to] = direction === "out" ? [here, there] : [there, here];
  return { edge, r: `${r}`, from, to };
}

/** The nodes whose lives limit a spell. Names identify a node even before and after its life. */
export function livingEnds({ edge, from, to }: EdgeInTime): readonly LivingNode[] {
  return edge === model.names ? [] : [from, to];
}

/** The starts and ends of the lives of both nodes, which limit a spell whose own start or end is not stated. */
export function livesOf(spell: EdgeInTime) {
  const ends = livingEnds(spell);
  return {
    starts: ends.flatMap((end) => lifeStart(end) ?? []),
    ends: ends.flatMap((end) => lifeEnd(end) ?? []),
    certainEnds: ends.flatMap((end) => lifeEnd(end, minColumn) ?? []),
  };
}

/** The first day on which a spell may hold; NO_START if nothing limits it. */
export function possibleStart(spell: EdgeInTime): string {
  const own = `${spell.r}.${FROM.min}`;
  const { starts } = livesOf(spell);
  if (!starts.length) return own;
  return `CASE WHEN ${own} > ${NO_START} THEN ${own} ELSE ${extremeOf(starts, NO_START, ">")} END`;
}

/** The last day on which a spell may hold; NO_END if nothing limits it. */
export function possibleEnd(spell: EdgeInTime): string {
  const { r } = spell;
  const own = `${r}.${TO.max}`;
  const { ends } = livesOf(spell);
  if (!ends.length) return own;
  const life = extremeOf(ends, NO_END, "<");
  return (
    `CASE WHEN ${own} < ${NO_END} THEN ${own} ` +
    `ELSE reduce(day = ${life}, seen IN [${seenUntil(r)}] | CASE WHEN seen > day THEN seen ELSE day END) END`
  );
}

/**
 * The last day on which a spell certainly holds. The lives of the nodes limit it, unless the source states the end or
 * the day of its last observation: then it contradicts the life, and what it says of the spell counts.
 */
export function certainEnd(spell: EdgeInTime): string {
  const { r } = spell;
  const own = `${r}.${TO.min}`;
  const { certainEnds } = livesOf(spell);
  if (!certainEnds.length) return own;
  return (
    `CASE WHEN ${isStatedEnd(r)} THEN ${own} ` + `ELSE ${extremeOf([own, ...certainEnds], NO_END, "<")} END`
  );
}

/** Condition: a source states the end of a spell, or the day until which it observed it. */
export function isStatedEnd(r: string): string {
  return `(${r}.${TO.max} < ${NO_END} OR ${seenUntil(r)} IS NOT NULL)`;
}

/** The last day on which a source observed a spell, else the last one that it covers; null if it says neither. */
export function seenUntil(r: string): string {
  return `coalesce(${r}.observedUntil, ${r}.coveredUntil)`;
}

/** The latest or earliest of several days. Days that are not recorded do not count. */
function extremeOf(days: readonly string[], none: string, sign: "<" | ">"): string {
  const [only, ...others] = days;
  if (!others.length) return `coalesce(${only}, ${none})`;
  const all = days.map((day) => `coalesce(${day}, ${none})`).join(", ");
  return `reduce(day = ${none}, other IN [${all}] | CASE WHEN other ${sign} day THEN other ELSE day END)`;
}

import { joinedText } from "../../compile/edge-values.js";
import { FIRST_DAY, LAST_DAY } from "../../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../../model/property.js";
import type { EdgeModel } from "../../model/registry.js";
import { constant } from "../../statement/text.js";
import { agree, mayOverlap } from "./periods.js";

// All expressions read the list `said`: the assertions of one fact, as `periods.ts` writes them. `a` and `b` are two of them.

/** A map with the property and each source's value if two sources contradict each other; otherwise null. */
export function difference(edge: EdgeModel, property: PropertyModel): string {
  const { name, kind } = property;
  const comparable = edge.timed ? [canBeCompared(name)] : [];
  const contradict = anyTwo([...comparable, differs(property)]);
  const text = kind === "list" ? joinedText(`a.${name}`) : (boundText(name) ?? `toString(a.${name})`);
  const isKnown = isBound(name) ? `${text} IS NOT NULL` : `a.${name} IS NOT NULL`;
  const values = `[a IN said WHERE ${isKnown} | {source: a.sourceId, value: ${text}}]`;
  return `CASE WHEN ${contradict} THEN {property: ${constant(name)}, values: ${values}} END`;
}

const isBound = (name: string) => name === "validFrom" || name === "validTo";

/** A missing bound of a spell may still be limited on one side: before or after the day of the observation. */
function boundText(name: string): string | undefined {
  const limit = (column: string, none: string) => `toString(nullIf(a.${column}, date('${none}')))`;
  if (name === "validFrom") return `coalesce(a.${name}, '../' + ${limit(maxColumn(name), LAST_DAY)})`;
  return name === "validTo" ? `coalesce(a.${name}, ${limit(minColumn(name), FIRST_DAY)} + '/..')` : undefined;
}

/**
 * Dates contradict each other only if they cannot be the same. If one source gives the end of a spell, and
 * another source without an end observed the spell later than that, the two sources contradict each other. Evidence
 * only tells that the spell began by then, and had not ended before.
 */
function differs({ name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `a.${name} <> b.${name}`;
  const [min, max] = [minColumn(name), maxColumn(name)];
  const [after, before] = [`a.${min} > b.${max}`, `a.${max} < b.${min}`];
  if (name === "validFrom") return `(a.on IS NULL AND ${after} OR b.on IS NULL AND ${before})`;
  if (name === "validTo") return `(b.on IS NULL AND ${after} OR a.on IS NULL AND ${before})`;
  return `a.${name} IS NOT NULL AND b.${name} IS NOT NULL AND (${after} OR ${before})`;
}

/** Reported values contradict each other if they are different, and for dates only if they cannot be the same. */
export function reportsDiffer(): string {
  const canBeSame = "coalesce(a.dateValueMin <= b.dateValueMax AND a.dateValueMax >= b.dateValueMin, false)";
  return `a.value <> b.value AND NOT ${canBeSame}`;
}

/** Like difference, but for the number of periods. Evidence does not tell how many there were. */
export const SPELLS_DIFFER =
  `CASE WHEN ${anyTwo([agree("a", "b"), "a.count > 0", "b.count > 0", "a.count <> b.count"])} THEN {property: 'spells', ` +
  "values: [a IN said WHERE a.on IS NULL AND a.place = 1 AND a.begins | {source: a.sourceId, value: toString(a.count)}]} END";

/** Condition: two assertions of different sources satisfy these conditions. */
function anyTwo(conditions: readonly string[]): string {
  return `any(a IN said WHERE any(b IN said WHERE ${["a.sourceId < b.sourceId", ...conditions].join(" AND ")}))`;
}

/**
 * Condition: a property of two spells can be compared. The starts of periods are compared with starts and the ends with
 * ends, in their order: the first period with the first. Evidence is compared with the first one. Other properties are
 * compared if both spells certainly hold at some time, or if they may, and neither source agrees with the other one elsewhere.
 */
function canBeCompared(property: string): string {
  if (property === "validFrom") return `${agree("a", "b")} AND a.begins AND b.begins AND a.place = b.place`;
  if (property === "validTo") return `${agree("a", "b")} AND a.ends AND b.ends AND a.place = b.place`;
  const certain = "a.validFromMax <= b.validToMin AND b.validFromMax <= a.validToMin";
  const disagree = "NOT a.sourceId IN b.seconded AND NOT b.sourceId IN a.seconded";
  return `(${certain} OR ${mayOverlap("a", "b")} AND ${disagree})`;
}

import { joinedText } from "../../compile/edge-values.js";
import { FIRST_DAY, LAST_DAY } from "../../model/edtf.js";
import { maxColumn, minColumn, type PropertyModel } from "../../model/property.js";
import type { EdgeModel } from "../../model/registry.js";
import { constant } from "../../statement/text.js";

// All expressions read the list `claims`: the assertions of one fact. `a` and `b` are two of them.

/** A map with the property and each source's value if two sources contradict each other; otherwise null. */
export function difference(edge: EdgeModel, property: PropertyModel): string {
  const { name, kind } = property;
  const sameSpell = edge.timed ? ` AND ${spellBefore("a")} = ${spellBefore("b")}` : "";
  const contradict =
    `any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId${sameSpell} ` +
    `AND ${differs(property)}))`;
  const text = kind === "list" ? joinedText(`a.${name}`) : (boundText(name) ?? `toString(a.${name})`);
  const isKnown = isBound(name) ? `${text} IS NOT NULL` : `a.${name} IS NOT NULL`;
  const values = `[a IN claims WHERE ${isKnown} | {source: a.sourceId, value: ${text}}]`;
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

/**
 * The number of earlier spells from the same source, so that first spells are compared with first spells. Evidence is
 * compared with the first one.
 */
const spellBefore = (claim: string) =>
  `size([c IN claims WHERE c.sourceId = ${claim}.sourceId AND c.on IS NULL AND ${claim}.on IS NULL ` +
  `AND c.validFromMin < ${claim}.validFromMin])`;

/** Evidence for a single day does not tell how many spells there were. */
const spellsOf = (claim: string) =>
  `size([c IN claims WHERE c.sourceId = ${claim}.sourceId AND (c.validFrom IS NOT NULL OR c.validTo IS NOT NULL)])`;

/** Like difference, but for the number of spells. */
export const SPELLS_DIFFER =
  `CASE WHEN any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId AND ${spellsOf("a")} > 0 ` +
  `AND ${spellsOf("b")} > 0 AND ${spellsOf("a")} <> ${spellsOf("b")})) THEN {property: 'spells', ` +
  `values: [a IN claims WHERE ${spellBefore("a")} = 0 | {source: a.sourceId, value: toString(${spellsOf("a")})}]} END`;

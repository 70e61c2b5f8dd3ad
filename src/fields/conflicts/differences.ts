import { joinedText } from "../../compile/edge-values.js";
import { maxColumn, minColumn, type PropertyModel } from "../../model/property.js";
import { type EdgeModel, model } from "../../model/registry.js";
import { constant, constants } from "../../statement/text.js";

// All expressions read the list `claims`, the assertions of one fact; `a` and `b` are two of them.

/** A map with the property and what each source says, where two sources contradict each other; else null. */
export function difference(edge: EdgeModel, property: PropertyModel): string {
  const { name, kind } = property;
  const sameSpell = edge.timed ? ` AND ${spellBefore("a")} = ${spellBefore("b")}` : "";
  const contradict =
    `any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId${sameSpell} ` +
    `AND ${differs(property)}))`;
  const text = kind === "list" ? joinedText(`a.${name}`) : (boundText(name) ?? `toString(a.${name})`);
  const isKnown = isBound(name) ? `a.${minColumn(name)} IS NOT NULL` : `a.${name} IS NOT NULL`;
  const values = `[a IN claims WHERE ${isKnown} | {source: a.sourceId, value: ${text}}]`;
  return `CASE WHEN ${contradict} THEN {property: ${constant(name)}, values: ${values}} END`;
}

const isBound = (name: string) => name === "validFrom" || name === "validTo";

/** A bound of a spell that is not given is still known to lie on one side of a day: before it was seen, or after. */
function boundText(name: string): string | undefined {
  if (name === "validFrom") return `coalesce(a.${name}, '../' + toString(a.${maxColumn(name)}))`;
  return name === "validTo" ? `coalesce(a.${name}, toString(a.${minColumn(name)}) + '/..')` : undefined;
}

/**
 * Dates contradict each other only when they cannot be the same. A spell without an end that was seen later than another
 * source ends it contradicts that one.
 */
function differs({ name, kind }: PropertyModel): string {
  if (kind !== "edtf") return `a.${name} <> b.${name}`;
  const [min, max] = [minColumn(name), maxColumn(name)];
  const apart = `(a.${min} > b.${max} OR a.${max} < b.${min})`;
  return isBound(name) ? apart : `a.${name} IS NOT NULL AND b.${name} IS NOT NULL AND ${apart}`;
}

/**
 * Reported dates are texts: one that only says the other more exactly does not contradict it (what is uncertain or
 * masked is cut off), nor does an interval, whose bounds are not at hand.
 */
export function reportsDiffer(): string {
  const certain = (claim: string) =>
    `split(split(split(replace(${claim}.value, '"', ''), 'X')[0], '?')[0], '~')[0]`;
  const [one, other] = [certain("a"), certain("b")];
  const compatible = `a.value CONTAINS '/' OR b.value CONTAINS '/' OR ${one} STARTS WITH ${other} OR ${other} STARTS WITH ${one}`;
  return `a.value <> b.value AND NOT (a.property IN ${DATE_NAMES} AND (${compatible}))`;
}

const DATE_NAMES = constants(
  new Set(
    [...model.nodes.values()].flatMap(({ properties }) =>
      properties.filter(({ kind }) => kind === "edtf").map(({ name }) => name),
    ),
  ),
);

/** How many spells its source has before a spell: the first is compared with the first of another source. */
const spellBefore = (claim: string) =>
  `size([c IN claims WHERE c.sourceId = ${claim}.sourceId AND c.validFromMin < ${claim}.validFromMin])`;

/** Evidence of one day says nothing about how many spells there were. */
const spellsOf = (claim: string) =>
  `size([c IN claims WHERE c.sourceId = ${claim}.sourceId AND (c.validFrom IS NOT NULL OR c.validTo IS NOT NULL)])`;

/** As difference, for the number of spells. */
export const SPELLS_DIFFER =
  `CASE WHEN any(a IN claims WHERE any(b IN claims WHERE a.sourceId < b.sourceId AND ${spellsOf("a")} > 0 ` +
  `AND ${spellsOf("b")} > 0 AND ${spellsOf("a")} <> ${spellsOf("b")})) THEN {property: 'spells', ` +
  `values: [a IN claims WHERE ${spellBefore("a")} = 0 | {source: a.sourceId, value: toString(${spellsOf("a")})}]} END`;

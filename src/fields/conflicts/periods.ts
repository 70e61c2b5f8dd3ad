import { joinedText } from "../../compile/edge-values.js";
import { comparedProperties } from "../../model/compared.js";
import type { EdgeModel } from "../../model/registry.js";

/**
 * Clauses that turn `claims`, the assertions of one fact, into `said`: the same as maps, for an edge type with validity with
 * more entries. Spells of a source that touch and say the same are one period.
 * - words: what it says besides its dates, as a list
 * - begins, ends: true if a period begins or ends with it
 * - place: the place of its period among those of the source that say the same; 1 for evidence
 * - count: the number of these periods
 * - seconded: the sources that say the same of a time when it may hold
 * @param carried the variables to keep
 */
export function saidClauses(edge: EdgeModel, carried: string): string {
  const list = (entries: string, of: string) => `WITH ${carried}, [c IN ${of} | c{.*, ${entries}}] AS said `;
  if (!edge.timed) return `WITH ${carried}, [c IN claims | c{.*}] AS said `;
  const words = comparedProperties(edge).map((property) => wordOf(edge, property));
  return [
    list(`words: [${words.join(", ")}]`, "claims"),
    list(
      `begins: c.on IS NOT NULL OR NOT ${anyOfPeriod("d", "c")}, ends: c.on IS NOT NULL OR NOT ${anyOfPeriod("c", "d")}`,
      "said",
    ),
    list(
      `place: CASE WHEN c.on IS NOT NULL THEN 1 ELSE ${periods("d.validFromMin <= c.validFromMin")} END, ` +
        `count: ${periods("(d.validFrom IS NOT NULL OR d.validTo IS NOT NULL)")}, ` +
        `seconded: [d IN said WHERE ${agree("c", "d")} AND ${mayOverlap("c", "d")} | d.sourceId]`,
      "said",
    ),
  ].join("");
}

/** Condition: two assertions do not contradict each other, apart from their dates. */
export function agree(one: string, other: string): string {
  return (
    `all(i IN range(0, size(${one}.words) - 1) ` +
    `WHERE coalesce(${one}.words[i] = ${other}.words[i], true))`
  );
}

/** Condition: two spells may hold at the same time. */
export function mayOverlap(one: string, other: string): string {
  return `${one}.validFromMin <= ${other}.validToMax AND ${other}.validFromMin <= ${one}.validToMax`;
}

/** A property as text; null if it is not set. */
function wordOf({ ownProperties }: EdgeModel, name: string): string {
  const isList = ownProperties.some((property) => property.name === name && property.kind === "list");
  return isList
    ? `CASE WHEN c.${name} IS NOT NULL THEN ${joinedText(`c.${name}`)} END`
    : `toString(c.${name})`;
}

/** Condition: `d` is another spell of the source of `c` that says the same, and no day is between `earlier` and `later`. */
function anyOfPeriod(earlier: string, later: string): string {
  return (
    `any(d IN said WHERE ${sayTheSame} AND d.on IS NULL AND ${earlier}.validFromMin < ${later}.validFromMin ` +
    `AND ${earlier}.validToMax >= ${later}.validFromMin - duration({days: 1}))`
  );
}

/** The number of periods of the source of `c` that say the same and satisfy a condition. */
function periods(condition: string): string {
  return `size([d IN said WHERE d.on IS NULL AND d.begins AND ${sayTheSame} AND ${condition}])`;
}

/** Condition: `c` and `d` are of one source and say the same, apart from their dates. Lists with nulls cannot be equal. */
const sayTheSame =
  "d.sourceId = c.sourceId AND all(i IN range(0, size(c.words) - 1) " +
  "WHERE coalesce(c.words[i] = d.words[i], c.words[i] IS NULL AND d.words[i] IS NULL))";

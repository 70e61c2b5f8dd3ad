import { ACT_KEY, factKeyOf } from "../../../src/model/ids.js";
import type { PropertyModel } from "../../../src/model/property.js";
import { type EdgeModel, edgeModel, model } from "../../../src/model/registry.js";
import type { EdgeRow, Row } from "../bundle.js";
import type { Dice } from "./dice.js";
import { someDate, someDay, someProperties } from "./values.js";

/** A fact that sources may assert: an edge type, its ends and what tells it from others between them. */
export interface Fact {
  readonly edge: EdgeModel;
  readonly key: string;
  readonly row: Row;
}

/** Names and reports follow from node rows. */
const DERIVED = ["HAS_NAME", "REPORTS", "COVERS"];
/** The time of a spell or an event: each has a span of its own, so that none is taken for the correction of another. */
const SPANS = [1950, 1970, 1990, 2010];
const TIMES = ["validFrom", "validTo", "date"];
/** When it was seen, which is not among the properties that a row may give as it likes. */
const SEEN = ["on", "observedUntil", "coveredUntil"];
const RANKS = ["PREFERRED", "DEPRECATED", "DEPRECATED", "NORMAL", "NORMAL", "NORMAL", "NORMAL", "NORMAL"];

/** So many different facts among the nodes; on behalf of some of `states`. */
export function someFacts(
  dice: Dice,
  ids: ReadonlyMap<string, readonly string[]>,
  states: readonly string[],
  count: number,
): readonly Fact[] {
  const facts = new Map<string, Fact>();
  const edges = [...model.edges.values()].filter(({ type }) => !DERIVED.includes(type));
  const others = edges.filter(({ timed }) => !timed);
  // Few types in one graph, so that each has something to tell; hierarchies and spells can go wrong most.
  const weighted = [
    ...dice.some(others, 3),
    ...dice.some(
      edges.filter(({ timed }) => timed),
      2,
    ),
    edgeModel("PARTY_TO"),
    edgeModel("PART_OF"),
    edgeModel("PART_OF"),
  ];
  for (let tries = 0; tries < count; tries += 1) {
    const edge = dice.pick(weighted);
    const [froms, tos] = dice.pick(edge.ends);
    const from = dice.pick(ids.get(dice.pick(froms)) ?? []);
    const to = dice.pick(ids.get(dice.pick(tos)) ?? []);
    if (from === to) continue;
    const telling = edge.properties.filter(({ name }) => tellsFacts(edge, name));
    const values = someProperties(dice, telling, states);
    const key = factKeyOf(edge, from, to, values);
    facts.set(key, { edge, key, row: { type: edge.type, from, to, ...values } });
  }
  return [...facts.values()];
}

/** All that one source asserts of a fact: one or more spells, events, or days for which it is evidence. */
export function someAssertions(
  dice: Dice,
  fact: Fact,
  source: string,
  states: readonly string[],
): readonly EdgeRow[] {
  const count = dice.pick([1, 1, 1, 1, 2, 2, 3]);
  const { edge } = fact;
  if (edge.timed) {
    if (dice.chance(25)) {
      const days = new Set(Array.from({ length: count }, () => someDay(dice, dice.pick(SPANS))));
      return [...days].map((on, spell) => ({ row: { ...someRow(dice, fact, source, states), on }, spell }));
    }
    const spans = [...dice.some(SPANS, count)].sort();
    return spans.map((span, spell) => {
      const ends = { first: spell === 0, last: spell === spans.length - 1 };
      return { row: { ...someRow(dice, fact, source, states), ...someSpell(dice, span, ends) }, spell };
    });
  }
  const date = dateOf(edge);
  if (!date) return [{ row: someRow(dice, fact, source, states), spell: 0 }];
  const spans = count === 1 && dice.chance(30) ? [] : dice.some(SPANS, count);
  if (!spans.length) return [{ row: someRow(dice, fact, source, states), spell: 0 }];
  return spans.map((span, spell) => ({
    row: { ...someRow(dice, fact, source, states), ...someEvent(dice, date, span) },
    spell,
  }));
}

/** What the same source says instead, of the same spell or event; of its dates it may now know the year only. */
export function corrected(
  dice: Dice,
  { row, spell }: EdgeRow,
  fact: Fact,
  states: readonly string[],
): EdgeRow {
  const fresh = someRow(dice, fact, String(row.source), states);
  const times = [...TIMES, ...SEEN].flatMap((key) => {
    const time = row[key];
    if (typeof time !== "string") return [];
    // Evidence of a year is another assertion than evidence of a day in it.
    const isEdtf =
      key !== "on" && fact.edge.properties.some(({ name, kind }) => name === key && kind === "edtf");
    return [[key, isEdtf && dice.chance(40) ? time.slice(0, 4) : time]];
  });
  return { row: { ...fresh, ...Object.fromEntries(times) }, spell };
}

/** True for a property by which two facts differ; the key of an act is one. */
function tellsFacts({ fact }: EdgeModel, name: string): boolean {
  return fact.includes(name) || name === ACT_KEY;
}

function someRow(dice: Dice, { edge, row }: Fact, source: string, states: readonly string[]): Row {
  const own = edge.properties.filter(
    ({ name, managed }) => !managed && !TIMES.includes(name) && !tellsFacts(edge, name) && name !== "rank",
  );
  return { ...someProperties(dice, own, states), ...row, source, rank: dice.pick(RANKS) };
}

function someSpell(dice: Dice, span: number, { first, last }: { first: boolean; last: boolean }): Row {
  const validFrom = first && dice.chance(15) ? {} : { validFrom: someDate(dice, span) };
  if (last && dice.chance(50)) return { ...validFrom, ...someOpenEnd(dice, span) };
  return { ...validFrom, validTo: someDate(dice, span + 10) };
}

/** An end that the source does not know, or knows not to have come; it may say until when it saw or covers it. */
function someOpenEnd(dice: Dice, span: number): Row {
  return {
    ...(dice.chance(55) ? { validTo: ".." } : {}),
    ...(dice.chance(35) ? { observedUntil: someDay(dice, span + 10) } : {}),
    ...(dice.chance(25) ? { coveredUntil: someDay(dice, span + 10) } : {}),
  };
}

function dateOf({ properties, fact }: EdgeModel): PropertyModel | undefined {
  return properties.find(({ name }) => name === "date" && !fact.includes(name));
}

function someEvent(dice: Dice, { name, kind }: PropertyModel, span: number): Row {
  return { [name]: kind === "date" ? someDay(dice, span) : someDate(dice, span) };
}

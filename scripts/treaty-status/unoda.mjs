import { parse } from "csv-parse/sync";
import { formerEdges } from "./additions.mjs";
import {
  BANGKOK,
  BWC,
  CANWFZ,
  laterOf,
  NPT,
  PELINDABA,
  RAROTONGA,
  ROME,
  ROME_AGGRESSION,
  TPNW,
} from "./entry-into-force.mjs";
import { spellsOf } from "./spells.mjs";
import { actorOf } from "./succession.mjs";

/**
 * @typedef {import("./bundle-text.mjs").Edge} Edge
 * @typedef {import("./bundle-text.mjs").Result} Result
 * @typedef {import("./entry-into-force.mjs").Treaty} Treaty
 * @typedef {import("./states.mjs").State} State
 * @typedef {import("./states.mjs").States} States
 * @typedef {{ snapshot_date: string, treaty_code: string, state: string, signed_on: string, joined_on: string,
 *   mechanism: string, source_sentence: string }} Row
 * @typedef {{ row: Row, state: State, locator: string, states: States, result: Result }} Work
 */

const SNAPSHOT = "2026-08-22";
const PARTIES = "source:parties-by-final-clauses";
const CTBT = "treaty:ctbt-1996";
const TLATELOLCO = "treaty:tlatelolco-1967";
/** First and last day on which the treaty of Tlatelolco can have begun to bind one of its 33 states. */
const TLATELOLCO_BOUNDS = { first: "1968-04-22", last: "2002-10-23" };

const RATIFIED = new Map([
  ["npt", NPT],
  ["bwc", BWC],
  ["tpnw", TPNW],
  ["rome", ROME],
  ["aggression", ROME_AGGRESSION],
]);
const ZONES = new Map([
  ["rarotonga", RAROTONGA],
  ["bangkok", BANGKOK],
  ["pelindaba", PELINDABA],
  ["canwfz", CANWFZ],
]);
const ACTS = new Map([
  ["ratified", "RATIFICATION"],
  ["acceded", "ACCESSION"],
  ["accepted", "ACCEPTANCE"],
  ["approved", "APPROVAL"],
  ["inherited", "SUCCESSION"],
]);
/** What the source says and is known to be wrong, by treaty and state, as in the mapping: kept, but never preferred. */
const DEPRECATED = new Set([`${NPT.id} state:kir`]);
/** Days of deposit that the source has wrong: who is bound follows from these (37-corrections, additions-41.yaml). */
const CORRECTED = new Map([
  [`${NPT.id} state:ago`, "1996-10-14"],
  [`${NPT.id} state:kir`, "1985-04-18"],
]);
/** Who signed and, as far as is known, did not ratify, though the source says «joined» (additions-41.yaml). */
const SIGNED_ONLY = new Set([`${RAROTONGA.id} state:mhl`]);
/** Whether and when it ceased to be bound is disputed (additions-41.yaml). */
const DISPUTED = new Map([[`${NPT.id} state:prk`, { observedUntil: "2003-01-10", rank: "PREFERRED" }]]);

/**
 * Edges of the newest snapshot.
 * @param {(path: string) => string} read
 * @param {States} states
 * @returns {Result}
 */
export function unodaEdges(read, states) {
  /** @type {Row[]} */
  const rows = parse(read("unoda-treaty-status/treaty_status_snapshots.csv"), { columns: true });
  /** @type {Result} */
  const result = { edges: [], leftOut: [] };
  for (const row of rows) {
    if (row.snapshot_date !== SNAPSHOT || row.joined_on === "") continue;
    const treaty = RATIFIED.get(row.treaty_code);
    const zone = ZONES.get(row.treaty_code);
    const rest = row.treaty_code === "ctbt" || row.treaty_code === "tlatelolco";
    if (!treaty && !zone && !rest) continue;
    const locator = `${row.treaty_code}, ${row.state}`;
    const state = states.resolve(row.state, SNAPSHOT, locator);
    if (state === undefined) continue;
    const work = { row, state, locator, states, result };
    if (treaty) addTreaty(work, treaty);
    else if (zone) addZone(work, zone);
    else if (row.treaty_code === "ctbt") addActs(work, CTBT);
    else addTlatelolco(work);
  }
  result.edges = result.edges.map((edge) => ({
    ...edge,
    ...(edge.type === "PARTY_TO" ? { source: PARTIES, basis: "INFERRED" } : {}),
    ...(edge.type !== "PARTY_TO" && DEPRECATED.has(`${edge.to} ${edge.from}`) ? { rank: "DEPRECATED" } : {}),
    ...(edge.type === "PARTY_TO" ? DISPUTED.get(`${edge.to} ${edge.from}`) : undefined),
  }));
  result.edges.push(...formerEdges("additions-41.yaml", [NPT, BWC], states));
  return result;
}

/**
 * @param {Work} work
 * @param {Treaty} treaty
 */
function addTreaty(work, treaty) {
  const act = addActs(work, treaty.id);
  const { row, state, locator, states, result } = work;
  const date = CORRECTED.get(`${treaty.id} ${state.id}`) ?? row.joined_on;
  const withdrew = withdrawalOf(row);
  const endsOn = withdrew === undefined ? {} : { endsOn: dayBefore(withdrew) };
  result.edges.push(...spellsOf({ name: row.state, state, treaty, act, date, locator, ...endsOn }, states));
}

/**
 * Signature, act and withdrawal as the source says them; the act is returned.
 * @param {Work} work
 * @param {string} to
 */
function addActs(work, to) {
  const { row } = work;
  const act = ACTS.get(row.mechanism);
  if (act === undefined) throw new Error(`${work.locator}: unknown mechanism "${row.mechanism}".`);
  if (row.signed_on !== "" && act !== "SUCCESSION") push(work, { type: "SIGNED", to, date: row.signed_on });
  if (row.signed_on !== "" && act === "SUCCESSION") leaveOut(work, "signed_on of a state that inherited");
  push(work, { type: "TREATY_ACTION", to, act, date: row.joined_on });
  const withdrew = withdrawalOf(row);
  if (withdrew !== undefined && to === CTBT) {
    const note = 'of the ratification; the treaty is not in force; the source says "but withdrew"';
    push(work, { type: "TREATY_ACTION", to, act: "REVOCATION", date: withdrew, basis: "INFERRED", note });
  } else if (withdrew !== undefined) {
    const { state, locator, result } = work;
    const said = { effectiveOn: withdrew, note: "withdrew on that day" };
    result.edges.push({ type: "TREATY_ACTION", from: state.id, to, act: "WITHDRAWAL", ...said, locator });
  }
  return act;
}

/**
 * The day on which a withdrawal took effect, or will.
 * @param {Row} row
 */
function withdrawalOf({ source_sentence }) {
  return /but withdrew on (\d{4}-\d\d-\d\d)/.exec(source_sentence)?.[1];
}

/** @param {string} day */
function dayBefore(day) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/**
 * @param {Work} work
 * @param {{ type: string, to: string, date: string, act?: string, note?: string }} edge
 */
function push(work, { type, to, date, act, note, basis }) {
  const acted = actorOf(work.row.state, work.state, date, work.states);
  work.result.edges.push({
    type,
    from: acted.actor.id,
    to,
    ...(act ? { act } : {}),
    date,
    ...(note ? { note } : {}),
    ...(basis ? { basis } : {}),
    ...(acted.basis === "INFERRED" ? { basis: "INFERRED", sourceCode: work.row.state } : {}),
    locator: work.locator,
  });
}

/**
 * A zone: the day on which the state joined, or the first day of the treaty.
 * @param {Work} work
 * @param {Treaty} treaty
 */
function addZone({ row, state, locator, result }, treaty) {
  if (SIGNED_ONLY.has(`${treaty.id} ${state.id}`)) {
    result.leftOut.push(`${locator}: signed, not known to have ratified`);
    return;
  }
  const validFrom = laterOf(row.joined_on, treaty.since);
  result.edges.push({ type: "PARTY_TO", from: state.id, to: treaty.id, validFrom, locator });
}

/** @param {Work} work */
function addTlatelolco({ row, state, locator, result }) {
  const { first, last } = TLATELOLCO_BOUNDS;
  const start = laterOf(row.joined_on, first);
  const validFrom = start < last ? `${start}/${last}` : start;
  result.edges.push({ type: "PARTY_TO", from: state.id, to: TLATELOLCO, validFrom, locator });
}

/**
 * @param {Work} work
 * @param {string} why
 */
function leaveOut({ locator, result }, why) {
  result.leftOut.push(`${locator}: ${why}`);
}

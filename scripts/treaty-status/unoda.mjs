import { parse } from "csv-parse/sync";
import { BANGKOK, BWC, CANWFZ, laterOf, NPT, PELINDABA, RAROTONGA, TPNW } from "./entry-into-force.mjs";
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
  ["inherited", "SUCCESSION"],
]);
/** What the source says and is known to be wrong, by treaty and state: kept, but never read by a traversal. */
const DEPRECATED = new Set([`${NPT.id} state:kir`]);

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
    ...(DEPRECATED.has(`${edge.to} ${edge.from}`) ? { rank: "DEPRECATED" } : {}),
  }));
  return result;
}

/**
 * @param {Work} work
 * @param {Treaty} treaty
 */
function addTreaty(work, treaty) {
  const act = addActs(work, treaty.id);
  const { row, state, locator, states, result } = work;
  result.edges.push(...spellsOf({ state, treaty, act, date: row.joined_on, locator }, states));
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
  const [, withdrew] = /but withdrew on (\d{4}-\d\d-\d\d)/.exec(row.source_sentence) ?? [];
  if (withdrew !== undefined) {
    const note = 'of the ratification; the treaty is not in force; the source says "but withdrew"';
    push(work, { type: "TREATY_ACTION", to, act: "WITHDRAWAL", date: withdrew, note });
  }
  return act;
}

/**
 * @param {Work} work
 * @param {{ type: string, to: string, date: string, act?: string, note?: string }} edge
 */
function push(work, { type, to, date, act, note }) {
  const acted = actorOf(work.state, date, work.states);
  if (acted === undefined) return leaveOut(work, `${act ?? type} on ${date}, before the state's first day`);
  work.result.edges.push({
    type,
    from: acted.actor.id,
    to,
    ...(act ? { act } : {}),
    date,
    ...(note ? { note } : {}),
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

import { parse } from "csv-parse/sync";
import { formerEdges } from "./additions.mjs";
import {
  ATT,
  BOMBINGS,
  CCM,
  CCW,
  CCW_AMENDED_II,
  CCW_AMENDMENT,
  CCW_IV,
  CCW_V,
  CWC,
  ENMOD,
  FINANCING,
  FIREARMS,
  GENOCIDE,
  HOSTAGES,
  MERCENARIES,
  MOON,
  NUCLEAR_TERRORISM,
  OTTAWA,
  REGISTRATION,
  ROME,
  ROME_AGGRESSION,
  ROME_WAR_CRIMES,
  UN_PERSONNEL,
  UNCLOS,
  UNTOC,
} from "./entry-into-force.mjs";
import { spellsOf } from "./spells.mjs";
import { actorOf } from "./succession.mjs";

/**
 * @typedef {import("./bundle-text.mjs").Edge} Edge
 * @typedef {import("./bundle-text.mjs").Result} Result
 * @typedef {import("./entry-into-force.mjs").Treaty} Treaty
 * @typedef {import("./states.mjs").States} States
 * @typedef {{ number: string, id: string, treaty?: Treaty, later?: boolean, rows: string[][] }} Table
 *   `rows` with the head; `later` where nobody was bound yet, and what follows is the editors' knowledge
 * @typedef {{ column: string, date: string, letter: string }} Cell date YYYY-MM-DD
 */

/** Chapter and number, treaty, and the rule by which it binds, where one can have bound by the day of the table. */
const TABLES_40 = [
  { number: "26-3", id: CWC.id, treaty: CWC },
  { number: "26-4", id: "treaty:ctbt-1996" },
  { number: "26-5", id: OTTAWA.id, treaty: OTTAWA },
  { number: "26-6", id: CCM.id, treaty: CCM },
  // In force half a year after the table: who had deposited is bound from then, by the treaty's own rule.
  { number: "26-8", id: ATT.id, treaty: ATT, later: true },
];
/** @type {[number: string, treaty: Treaty][]} */
const RULES_43 = [
  ["4-1", GENOCIDE],
  ["18-5", HOSTAGES],
  ["18-6", MERCENARIES],
  ["18-8", UN_PERSONNEL],
  ["18-9", BOMBINGS],
  ["18-10", ROME],
  ["18-10-a", ROME_WAR_CRIMES],
  ["18-10-b", ROME_AGGRESSION],
  ["18-11", FINANCING],
  ["18-12", UNTOC],
  ["18-12-c", FIREARMS],
  ["18-15", NUCLEAR_TERRORISM],
  ["21-6", UNCLOS],
  ["24-1", REGISTRATION],
  ["24-2", MOON],
  ["26-1", ENMOD],
  ["26-2", CCW],
  ["26-2-a", CCW_IV],
  ["26-2-b", CCW_AMENDED_II],
  ["26-2-c", CCW_AMENDMENT],
  ["26-2-d", CCW_V],
];
const TABLES_43 = RULES_43.map(([number, treaty]) => ({ number, id: treaty.id, treaty }));

/**
 * The tables of a chapter were read on one day, which is not recorded: the last day that occurs in any of them, as the
 * mapping leaves them to be looked up.
 */
const SEEN_UNTIL = new Map([
  ["4", "2015-03-09"],
  ["18", "2014-05-29"],
  ["21", "2013-09-10"],
  ["24", "2014-04-28"],
  ["26", "2014-06-16"],
]);
/** The day on which names are looked up, as in the mapping. */
const NAMED_ON = "2015-03-01";

/** Letter behind the day, and the act it means; without one the head says it. */
const ACTS = new Map([
  ["a", "ACCESSION"],
  ["A", "ACCEPTANCE"],
  ["AA", "APPROVAL"],
  ["c", "FORMAL_CONFIRMATION"],
  ["d", "SUCCESSION"],
  ["n", "PROVISIONAL_APPLICATION"],
  ["P", "PARTICIPATION"],
]);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Edges of five tables of chapter 26, for 40.
 * @param {(path: string) => string} read
 * @param {States} states
 * @returns {Result}
 */
export function disarmamentEdges(read, states) {
  const { edges, leftOut } = edgesOf(TABLES_40, read, states);
  return { edges: [...edges, ...formerEdges("additions-40.yaml", [], states)], leftOut };
}

/**
 * Edges of the tables of 43, with what former states did.
 * @param {(path: string) => string} read
 * @param {States} states
 * @returns {Result}
 */
export function securityEdges(read, states) {
  const { edges, leftOut } = edgesOf(TABLES_43, read, states);
  const treaties = RULES_43.map(([, treaty]) => treaty);
  return { edges: [...edges, ...formerEdges("additions-43.yaml", treaties, states)], leftOut };
}

/**
 * @param {readonly Omit<Table, "rows">[]} tables
 * @param {(path: string) => string} read
 * @param {States} states
 * @returns {Result}
 */
function edgesOf(tables, read, states) {
  /** @type {Result} */
  const result = { edges: [], leftOut: [] };
  for (const one of tables) {
    const table = { ...one, rows: parse(read(`un-treaty-collection-2015/treaties/${one.number}.csv`)) };
    const seenUntil = SEEN_UNTIL.get(one.number.split("-")[0] ?? "") ?? "";
    for (const index of table.rows.keys()) if (index > 0) addRow(table, index, seenUntil, states, result);
  }
  return result;
}

/**
 * @param {Table} table
 * @param {number} index
 * @param {string} seenUntil
 * @param {States} states
 * @param {Result} result
 */
function addRow(table, index, seenUntil, states, result) {
  const [name = "", ...texts] = table.rows[index] ?? [];
  const short = `${table.number}, ${name}`;
  const state = states.resolve(name, NAMED_ON, short);
  if (state === undefined) return;
  for (const [column, text] of texts.entries()) {
    const locator = `${short}, ${table.rows[0]?.[column + 1] ?? ""}`;
    const cell = readCell(table.rows[0]?.[column + 1] ?? "", text, locator);
    if (cell === undefined) continue;
    const signature = cell.column.startsWith("Signature");
    if (signature && cell.letter === "d") {
      result.leftOut.push(`${short}: succession to a signature`);
      continue;
    }
    const act = actOf(cell, locator);
    const acted = actorOf(name, state, cell.date, states);
    result.edges.push({
      type: signature ? "SIGNED" : "TREATY_ACTION",
      from: acted.actor.id,
      to: table.id,
      ...(signature ? {} : { act }),
      date: cell.date,
      ...(signature ? {} : noteOf(cell)),
      ...(acted.basis === "INFERRED" ? { basis: "INFERRED", sourceCode: name } : {}),
      locator,
    });
    if (signature || act === "PROVISIONAL_APPLICATION" || table.treaty === undefined) continue;
    const spells = spellsOf(
      {
        ...{ name, state, treaty: table.treaty, act, date: cell.date, locator: short },
        ...(table.later ? {} : { seenUntil }),
      },
      states,
    ).map((edge) => (table.later ? { ...edge, source: "source:background" } : edge));
    if (spells.length === 0) result.leftOut.push(`${short}: not yet bound on ${seenUntil}`);
    result.edges.push(...spells);
  }
}

/** A head that alone says no more than the act itself, as in the mapping. */
const PLAIN_HEAD =
  /^(?:(?:Signature|Ratification|Accession\(a\)|Acceptance\(A\)|Approval\(AA\)|Succession\(d\)|Formal confirmation\(c\)|Definitive signature\(s\)|Provisional application\(n\)|Consent to be bound\(P\)|Participation\(P\))(?:, |$))+$/;

/**
 * The head of a column, where it says more than the act.
 * @param {Cell} cell
 */
function noteOf({ column }) {
  return PLAIN_HEAD.test(column) ? {} : { note: column };
}

/**
 * @param {string} column head of the column
 * @param {string} text such as "20 Apr 2000 a", or empty
 * @param {string} where
 * @returns {Cell | undefined}
 */
function readCell(column, text, where) {
  if (text.trim() === "") return undefined;
  const [, day = "", month = "", year, letter = ""] =
    /^(\d{1,2}) (\w{3}) (\d{4})(?: (\w+))?$/.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  if (number === 0) throw new Error(`${where}: cannot read "${text}".`);
  return { column, date: `${year}-${String(number).padStart(2, "0")}-${day.padStart(2, "0")}`, letter };
}

/**
 * @param {Cell} cell
 * @param {string} where
 */
function actOf({ letter, column }, where) {
  if (letter === "" && /(^|, )Ratification/.test(column)) return "RATIFICATION";
  if (letter === "" && column.startsWith("Provisional")) return "PROVISIONAL_APPLICATION";
  if (letter === "" && column.startsWith("Signature")) return "SIGNATURE";
  const act = ACTS.get(letter);
  if (act === undefined) throw new Error(`${where}: unknown letter "${letter}".`);
  return act;
}

import { parse } from "csv-parse/sync";
import { CCM, CWC, laterOf, OTTAWA } from "./entry-into-force.mjs";
import { spellsOf } from "./spells.mjs";
import { actorOf } from "./succession.mjs";

/**
 * @typedef {import("./bundle-text.mjs").Edge} Edge
 * @typedef {import("./bundle-text.mjs").Result} Result
 * @typedef {import("./entry-into-force.mjs").Treaty} Treaty
 * @typedef {import("./states.mjs").States} States
 * @typedef {{ file: string, id: string, treaty?: Treaty, rows: string[][] }} Table `rows` with the head
 * @typedef {{ column: string, date: string, letter: string }} Cell date YYYY-MM-DD
 */

/** Table number in chapter 26, treaty, and the rule by which it binds, where one can have bound by June 2014. */
const TABLES = [
  { number: 3, id: CWC.id, treaty: CWC },
  { number: 4, id: "treaty:ctbt-1996" },
  { number: 5, id: OTTAWA.id, treaty: OTTAWA },
  { number: 6, id: CCM.id, treaty: CCM },
  { number: 8, id: "treaty:att-2013" },
];

/** Letter behind the day, and the act it means. */
const ACTS = new Map([
  ["", "RATIFICATION"],
  ["a", "ACCESSION"],
  ["A", "ACCEPTANCE"],
  ["AA", "APPROVAL"],
  ["d", "SUCCESSION"],
  ["n", "PROVISIONAL_APPLICATION"],
]);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/**
 * Edges of the five tables of chapter 26.
 * @param {(path: string) => string} read
 * @param {States} states
 * @returns {Result}
 */
export function untcEdges(read, states) {
  const tables = TABLES.map(({ number, ...rest }) => {
    const file = `26-${number}.csv`;
    return { ...rest, file, rows: parse(read(`un-treaty-collection-2015/treaties/${file}`)) };
  });
  const seenUntil = lastDayIn(tables);
  /** @type {Result} */
  const result = { edges: [], leftOut: [] };
  for (const table of tables) {
    for (const index of table.rows.keys()) if (index > 0) addRow(table, index, seenUntil, states, result);
  }
  return result;
}

/** @param {readonly Table[]} tables */
function lastDayIn(tables) {
  const days = tables.flatMap(({ rows, file }) =>
    rows.slice(1).flatMap((row) => row.slice(1).flatMap((text) => readCell("", text, file)?.date ?? [])),
  );
  return days.reduce((last, day) => laterOf(last, day), "");
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
  const locator = `${table.file} line ${index + 1}`;
  const state = states.resolve(name, seenUntil, locator);
  if (state === undefined) return;
  for (const [column, text] of texts.entries()) {
    const cell = readCell(table.rows[0]?.[column + 1] ?? "", text, locator);
    if (cell === undefined) continue;
    const signature = cell.column.startsWith("Signature");
    if (signature && cell.letter === "d") {
      result.leftOut.push(`${locator}, ${name}: succession to a signature`);
      continue;
    }
    const act = actOf(cell, locator);
    const acted = actorOf(state, cell.date, states);
    if (acted === undefined) throw new Error(`${locator}: ${name} did not exist on ${cell.date}.`);
    result.edges.push({
      type: signature ? "SIGNED" : "TREATY_ACTION",
      from: acted.actor.id,
      to: table.id,
      ...(signature ? {} : { act }),
      date: cell.date,
      ...noteOf(act, cell),
      ...(acted.basis === "INFERRED" ? { basis: "INFERRED", sourceCode: name } : {}),
      locator,
    });
    if (signature || act === "PROVISIONAL_APPLICATION" || table.treaty === undefined) continue;
    const spells = spellsOf(
      { state, treaty: table.treaty, act, date: cell.date, locator, seenUntil },
      states,
    );
    if (spells.length === 0) result.leftOut.push(`${locator}, ${name}: not yet bound on ${seenUntil}`);
    result.edges.push(...spells);
  }
}

/**
 * The head of a column, where it says more than the act.
 * @param {string} act
 * @param {Cell} cell
 */
function noteOf(act, { column }) {
  return act === "PROVISIONAL_APPLICATION" && column !== "Provisional application(n)" ? { note: column } : {};
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
function actOf({ letter }, where) {
  const act = ACTS.get(letter);
  if (act === undefined) throw new Error(`${where}: unknown letter "${letter}".`);
  return act;
}

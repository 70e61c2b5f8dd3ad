/**
 * A table of today names today's states, also for acts of the states before them. Which act was whose, the alias file of
 * the mappings says, so that a bundle and an import agree.
 */
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

/**
 * @typedef {import("./states.mjs").State} State
 * @typedef {import("./states.mjs").States} States
 */

/** @type {{ name: string, from: string, to: string, id: string }[]} */
const ALIASES = parse(
  readFileSync(new URL("../../seed/mappings/aliases/un-predecessors.csv", import.meta.url), "utf8"),
  { columns: true },
);

/** The last day on which a predecessor was bound, as in the bundles written by hand; else its own last day. */
const LAST_DAY = new Map([
  ["state:sun", "1991-12-25"],
  ["state:scg", "2006-06-03"],
]);

/** The first day on which its successor was, where the state's own first day is known less exactly. */
const FIRST_DAY = new Map([
  ["state:rus", "1991-12-26"],
  ["state:tza", "1964-04-26"],
]);

/** Independence of states that inherited a treaty and whose bundle gives no first day: general knowledge. */
const INDEPENDENCE = new Map([
  ["state:atg", "1981-11-01"],
  ["state:bgd", "1971-03-26"],
  ["state:bhs", "1973-07-10"],
  ["state:blz", "1981-09-21"],
  ["state:brb", "1966-11-30"],
  ["state:cod", "1960-06-30"],
  ["state:dma", "1978-11-03"],
  ["state:fji", "1970-10-10"],
  ["state:grd", "1974-02-07"],
  ["state:kir", "1979-07-12"],
  ["state:kna", "1983-09-19"],
  ["state:lca", "1979-02-22"],
  ["state:slb", "1978-07-07"],
  ["state:ssd", "2011-07-09"],
  ["state:sur", "1975-11-25"],
  ["state:syc", "1976-06-29"],
  ["state:ton", "1970-06-04"],
  ["state:tuv", "1978-10-01"],
  ["state:vct", "1979-10-27"],
  ["state:vut", "1980-07-30"],
]);

/**
 * Who acted: the state that the table names (`basis` STATED) or its predecessor (`basis` INFERRED).
 * @param {string} name as in the table
 * @param {State} state that bears the name today
 * @param {string} day of the act, YYYY-MM-DD
 * @param {States} states
 * @returns {{ actor: State, basis: "STATED" | "INFERRED" }}
 */
export function actorOf(name, state, day, states) {
  const alias = ALIASES.find((one) => one.name === name && one.from <= day && day <= one.to);
  return alias === undefined
    ? { actor: state, basis: "STATED" }
    : { actor: states.get(alias.id), basis: "INFERRED" };
}

/**
 * The last day on which a state that is no more was bound.
 * @param {State} predecessor
 * @returns {string} EDTF
 */
export function lastDayOf({ id, existsTo }) {
  const day = LAST_DAY.get(id) ?? existsTo;
  if (day === undefined) throw new Error(`${id} is no former state.`);
  return day;
}

/**
 * The first day on which the successor of a predecessor was bound.
 * @param {State} state
 * @returns {string} EDTF
 */
export function succeededOn({ id, existsFrom }) {
  const day = FIRST_DAY.get(id) ?? existsFrom;
  if (day === undefined) throw new Error(`${id} has no first day.`);
  return day;
}

/**
 * First possible day of a state that inherited.
 * @param {State} state
 * @returns {string} YYYY-MM-DD
 */
export function firstDayOf({ id, existsFrom }) {
  const day = existsFrom === undefined ? INDEPENDENCE.get(id) : firstDay(existsFrom);
  if (day === undefined) throw new Error(`The first day of ${id} is not known.`);
  return day;
}

/**
 * First possible day of an EDTF text as the bundles of states use it: a year, a month, a day, or an interval of them.
 * @param {string} edtf
 */
export function firstDay(edtf) {
  const [start = ""] = edtf.split("/");
  if (!/^\d{4}(-\d\d){0,2}$/.test(start)) throw new Error(`Cannot tell the first day of "${edtf}".`);
  return `${start}-01-01`.slice(0, 10);
}

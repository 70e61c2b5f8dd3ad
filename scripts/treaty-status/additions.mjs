import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { startOf } from "./spells.mjs";
import { firstDay, lastDayOf } from "./succession.mjs";

/**
 * @typedef {import("./bundle-text.mjs").Edge} Edge
 * @typedef {import("./entry-into-force.mjs").Treaty} Treaty
 * @typedef {import("./states.mjs").States} States
 * @typedef {{ state: string, signed?: string, act?: string, date?: string }} Former what a former state did
 */

/** What the editors know themselves. */
const BACKGROUND = { source: "source:background", basis: "BACKGROUND" };

/**
 * Edges of a file written by hand: acts of former states, with the spell that follows from them, and `edges` as they are.
 * @param {string} file
 * @param {readonly Treaty[]} treaties those that `former` may name
 * @param {States} states
 * @returns {Edge[]}
 */
export function formerEdges(file, treaties, states) {
  const text = readFileSync(new URL(file, import.meta.url), "utf8");
  /** @type {{ former: Record<string, Former[]>, edges: Edge[] }} */
  const { former, edges } = parse(text, { schema: "failsafe" });
  const own = Object.entries(former).flatMap(([id, rows]) => {
    const treaty = treaties.find((one) => one.id === id);
    if (treaty === undefined) throw new Error(`${file}: no rule for ${id}.`);
    return rows.flatMap((row) => edgesOf(row, treaty, states));
  });
  return [...own, ...edges];
}

/**
 * @param {Former} row
 * @param {Treaty} treaty
 * @param {States} states
 * @returns {Edge[]}
 */
function edgesOf({ state, signed, act, date }, treaty, states) {
  const ends = { from: state, to: treaty.id };
  const signature = signed ? [{ type: "SIGNED", ...ends, date: signed, ...BACKGROUND }] : [];
  if (act === undefined || date === undefined) return signature;
  const former = states.get(state);
  const validFrom = startOf({ treaty, act, date }, former);
  const validTo = lastDayOf(former);
  const spell = { type: "PARTY_TO", ...ends, validFrom, validTo, basisAct: act, ...BACKGROUND };
  return [
    ...signature,
    { type: "TREATY_ACTION", ...ends, act, date, ...BACKGROUND },
    ...(validFrom <= firstDay(validTo) ? [spell] : []),
  ];
}

import { boundFrom, laterOf } from "./entry-into-force.mjs";
import { actorOf, firstDay, firstDayOf, lastDayOf, succeededOn } from "./succession.mjs";

/**
 * @typedef {import("./bundle-text.mjs").Edge} Edge
 * @typedef {import("./entry-into-force.mjs").Treaty} Treaty
 * @typedef {import("./states.mjs").State} State
 * @typedef {import("./states.mjs").States} States
 * @typedef {{ name: string, state: State, treaty: Treaty, act: string, date: string, locator: string,
 *   seenUntil?: string, endsOn?: string }} Deposit an act by which a state binds itself; `name` as in the table,
 *   `seenUntil` where the source itself has no day, `endsOn` the last day bound of who withdrew
 */

/**
 * The PARTY_TO edges that follow from an act of deposit, all of them inferred: one for the state, or one for its
 * predecessor and one for the state that goes on. Empty when the state is not yet bound on the last day seen.
 * @param {Deposit} deposit
 * @param {States} states
 * @returns {Edge[]}
 */
export function spellsOf(deposit, states) {
  const { name, state, date, treaty, endsOn } = deposit;
  const { actor, basis } = actorOf(name, state, date, states);
  if (basis === "STATED") return spell(deposit, state, startOf(deposit, state), endsOn);
  const [start, last] = [startOf(deposit, actor), lastDayOf(actor)];
  const before = firstDay(start) <= last ? spell(deposit, actor, start, last) : [];
  return [
    ...before,
    ...spell({ ...deposit, act: "" }, state, laterOf(succeededOn(state), treaty.since), endsOn),
  ];
}

/**
 * First day bound, as EDTF. A successor is bound from some day between its own first day and that of its notification.
 * @param {Pick<Deposit, "treaty" | "act" | "date">} deposit
 * @param {State} actor
 */
export function startOf({ treaty, act, date }, actor) {
  if (act !== "SUCCESSION") return boundFrom(treaty, date);
  const earliest = laterOf(firstDayOf(actor), treaty.since);
  return earliest < date ? `${earliest}/${date}` : earliest;
}

/**
 * @param {Deposit} deposit
 * @param {State} state
 * @param {string} validFrom
 * @param {string} [validTo]
 * @returns {Edge[]}
 */
function spell({ treaty, act, locator, seenUntil, endsOn }, state, validFrom, validTo) {
  if (seenUntil !== undefined && firstDay(validFrom) > seenUntil) return [];
  return [
    {
      type: "PARTY_TO",
      from: state.id,
      to: treaty.id,
      validFrom,
      ...(validTo ? { validTo } : seenUntil ? { observedUntil: seenUntil } : {}),
      ...(act === "" ? {} : { basisAct: act }),
      ...(validTo !== undefined && validTo === endsOn ? { exitAct: "WITHDRAWAL" } : {}),
      basis: "INFERRED",
      locator,
    },
  ];
}

import { boundFrom, laterOf } from "./entry-into-force.mjs";
import { actorOf, firstDay, firstDayOf, isOlder, lastDayOf } from "./succession.mjs";

/**
 * @typedef {import("./bundle-text.mjs").Edge} Edge
 * @typedef {import("./entry-into-force.mjs").Treaty} Treaty
 * @typedef {import("./states.mjs").State} State
 * @typedef {import("./states.mjs").States} States
 * @typedef {{ state: State, treaty: Treaty, act: string, date: string, locator: string, seenUntil?: string }} Deposit
 *   an act by which a state binds itself; `seenUntil` where the source itself has no day
 */

/**
 * The PARTY_TO edges that follow from an act of deposit, all of them inferred: one for the state, or one for its
 * predecessor and one for the state that goes on. Empty when the state is not yet bound on the last day seen.
 * @param {Deposit} deposit
 * @param {States} states
 * @returns {Edge[]}
 */
export function spellsOf(deposit, states) {
  const { state, date } = deposit;
  if (!isOlder(date, state)) return spell(deposit, state, start(deposit, state));
  const predecessor = actorOf(state, date, states)?.actor;
  const before = predecessor
    ? spell(deposit, predecessor, start(deposit, predecessor), lastDayOf(predecessor))
    : [];
  return [...before, ...spell({ ...deposit, act: "" }, state, state.existsFrom ?? "")];
}

/**
 * First day bound, as EDTF. A successor is bound from some day between its own first day and that of its notification.
 * @param {Deposit} deposit
 * @param {State} actor
 */
function start({ treaty, act, date }, actor) {
  if (act !== "SUCCESSION") return boundFrom(treaty, date);
  const earliest = laterOf(firstDayOf(actor) ?? "", treaty.since);
  return earliest < date ? `${earliest}/${date}` : earliest;
}

/**
 * @param {Deposit} deposit
 * @param {State} state
 * @param {string} validFrom
 * @param {string} [validTo]
 * @returns {Edge[]}
 */
function spell({ treaty, act, locator, seenUntil }, state, validFrom, validTo) {
  if (seenUntil !== undefined && firstDay(validFrom) > seenUntil) return [];
  return [
    {
      type: "PARTY_TO",
      from: state.id,
      to: treaty.id,
      validFrom,
      ...(validTo ? { validTo } : seenUntil ? { observedUntil: seenUntil } : {}),
      ...(act === "" ? {} : { basisAct: act }),
      basis: "INFERRED",
      locator,
    },
  ];
}

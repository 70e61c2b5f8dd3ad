/**
 * A table of today names today's states, also for acts of the states before them. Here an act that is older than the
 * state belongs to its predecessor, where it is certain which one that is.
 *
 * @typedef {import("./states.mjs").State} State
 * @typedef {import("./states.mjs").States} States
 */

/** Today's state and the one whose treaties it kept as the same member. Yemen had two: its older acts are left out. */
const PREDECESSOR = new Map([
  ["state:rus", "state:sun"],
  ["state:srb", "state:scg"],
]);

/** The last day on which a predecessor was bound, as in the bundles written by hand. */
const LAST_DAY = new Map([
  ["state:sun", "1991-12-25"],
  ["state:scg", "2006-06-03"],
]);

/** Independence of states that inherited a treaty and whose bundle gives no first day: general knowledge. */
const INDEPENDENCE = new Map([
  ["state:atg", "1981-11-01"],
  ["state:bhs", "1973-07-10"],
  ["state:blz", "1981-09-21"],
  ["state:dma", "1978-11-03"],
  ["state:fji", "1970-10-10"],
  ["state:grd", "1974-02-07"],
  ["state:lca", "1979-02-22"],
  ["state:slb", "1978-07-07"],
  ["state:ssd", "2011-07-09"],
  ["state:sur", "1975-11-25"],
  ["state:ton", "1970-06-04"],
  ["state:tuv", "1978-10-01"],
  ["state:vct", "1979-10-27"],
  ["state:vut", "1980-07-30"],
]);

/**
 * Who acted: the state itself (`basis` STATED), its predecessor (`basis` INFERRED), or nobody that we can tell.
 * @param {State} state
 * @param {string} day of the act, YYYY-MM-DD
 * @param {States} states
 * @returns {{ actor: State, basis: "STATED" | "INFERRED" } | undefined}
 */
export function actorOf(state, day, states) {
  if (!isOlder(day, state)) return { actor: state, basis: "STATED" };
  const predecessor = PREDECESSOR.get(state.id);
  return predecessor === undefined ? undefined : { actor: states.get(predecessor), basis: "INFERRED" };
}

/**
 * @param {State} predecessor
 * @returns {string} YYYY-MM-DD
 */
export function lastDayOf({ id }) {
  const day = LAST_DAY.get(id);
  if (day === undefined) throw new Error(`${id} is no predecessor.`);
  return day;
}

/**
 * True when the day lies before the state's first possible day.
 * @param {string} day
 * @param {State} state
 */
export function isOlder(day, { existsFrom }) {
  return existsFrom !== undefined && day < firstDay(existsFrom);
}

/**
 * First possible day of a state, where it is known.
 * @param {State} state
 */
export function firstDayOf({ id, existsFrom }) {
  return existsFrom === undefined ? INDEPENDENCE.get(id) : firstDay(existsFrom);
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

/**
 * When a treaty enters into force for the state that deposits on a day: each treaty's own article.
 *
 * @typedef {{ id: string, since: string, lastFounder: string, later: (deposit: string) => string }} Treaty
 *   `since`: day of the treaty's entry into force. A deposit up to the day `lastFounder` binds from `since`; a later
 *   one from `later(deposit)`. All days are YYYY-MM-DD.
 */

/** @type {(deposit: string) => string} */
const sameDay = (deposit) => deposit;

/** @param {number} days @returns {(deposit: string) => string} */
const daysLater = (days) => (deposit) => {
  const date = new Date(`${deposit}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
};

/** The first day of the sixth month after the month of the deposit. @type {(deposit: string) => string} */
const sixthMonth = (deposit) => {
  const [year = 0, month = 0] = deposit.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + 6, 1)).toISOString().slice(0, 10);
};

/** @type {(id: string, since: string, lastFounder: string, later: (deposit: string) => string) => Treaty} */
const treaty = (id, since, lastFounder, later) => ({ id, since, lastFounder, later });

/** Article XXI: for a deposit after the entry into force, the thirtieth day following it. */
export const CWC = treaty("treaty:cwc-1993", "1997-04-29", "1997-04-29", daysLater(30));
/** Article 17: first day of the sixth month; the fortieth instrument came on 1998-09-16. */
export const OTTAWA = treaty("treaty:ottawa-1997", "1999-03-01", "1998-09-16", sixthMonth);
/** Article 17: first day of the sixth month; the thirtieth instrument came on 2010-02-16. */
export const CCM = treaty("treaty:ccm-2008", "2010-08-01", "2010-02-16", sixthMonth);
/** Article IX: the day of the deposit. */
export const NPT = treaty("treaty:npt-1968", "1970-03-05", "1970-03-05", sameDay);
/** Article XIV: the day of the deposit. */
export const BWC = treaty("treaty:bwc-1972", "1975-03-26", "1975-03-26", sameDay);
/** Article 15: ninety days after the deposit; the fiftieth instrument came on 2020-10-24. */
export const TPNW = treaty("treaty:tpnw-2017", "2021-01-22", "2020-10-24", daysLater(90));
/** Article 15: the day of the deposit. */
export const RAROTONGA = treaty("treaty:rarotonga-1985", "1986-12-11", "1986-12-11", sameDay);
/** Article 16: the day of the deposit. */
export const BANGKOK = treaty("treaty:bangkok-1995", "1997-03-27", "1997-03-27", sameDay);
/** Article 18: the day of the deposit. */
export const PELINDABA = treaty("treaty:pelindaba-1996", "2009-07-15", "2009-07-15", sameDay);
/** Thirty days after the fifth deposit, for all five. */
export const CANWFZ = treaty("treaty:canwfz-2006", "2009-03-21", "2009-03-21", sameDay);

/**
 * Day from which a state is bound that deposited on a day.
 * @param {Treaty} treaty
 * @param {string} deposit
 */
export function boundFrom(treaty, deposit) {
  return deposit <= treaty.lastFounder ? treaty.since : treaty.later(deposit);
}

/**
 * The later of two days (YYYY-MM-DD sorts as text).
 * @param {string} a
 * @param {string} b
 */
export function laterOf(a, b) {
  return [a, b].sort()[1] ?? "";
}

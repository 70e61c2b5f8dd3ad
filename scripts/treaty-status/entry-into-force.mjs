/**
 * When a treaty enters into force for the state that deposits on a day: each treaty's own article.
 *
 * @typedef {{ id: string, since: string, lastFounder: string, later: (deposit: string) => string }} Treaty
 *   `since`: day of the treaty's entry into force. A deposit up to the day `lastFounder` binds from `since`; a later
 *   one from `later(deposit)`, and not before `since`. All days are YYYY-MM-DD.
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

/**
 * The same day six months later, or the last day of that month.
 * @type {(deposit: string) => string}
 */
const sixMonthsLater = (deposit) => {
  const [year = 0, month = 0, day = 0] = deposit.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + 6, Math.min(day, lastDay))).toISOString().slice(0, 10);
};

/** The first day of the month after the sixtieth day that follows the deposit. @type {(deposit: string) => string} */
const monthAfterSixtyDays = (deposit) => {
  const [year = 0, month = 0] = daysLater(60)(deposit).split("-").map(Number);
  return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
};

/** @type {(deposit: string) => string} */
const yearLater = (deposit) => `${Number(deposit.slice(0, 4)) + 1}${deposit.slice(4)}`;

/** @type {(id: string, since: string, lastFounder: string, later: (deposit: string) => string) => Treaty} */
const treaty = (id, since, lastFounder, later) => ({ id, since, lastFounder, later });

/**
 * Article XXI: the day of entry into force for who deposited before it, for all others the thirtieth day after the
 * deposit; Cuba, which deposited on the day itself, is among the others.
 */
export const CWC = treaty("treaty:cwc-1993", "1997-04-29", "1997-04-28", daysLater(30));
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
/** Article 22: ninety days after the deposit; the fiftieth instrument came on 2014-09-25. */
export const ATT = treaty("treaty:att-2013", "2014-12-24", "2014-09-25", daysLater(90));
/** Article 15: the day of the deposit. */
export const RAROTONGA = treaty("treaty:rarotonga-1985", "1986-12-11", "1986-12-11", sameDay);
/** Article 16: the day of the deposit. */
export const BANGKOK = treaty("treaty:bangkok-1995", "1997-03-27", "1997-03-27", sameDay);
/** Article 18: the day of the deposit. */
export const PELINDABA = treaty("treaty:pelindaba-1996", "2009-07-15", "2009-07-15", sameDay);
/** Thirty days after the fifth deposit, for all five. */
export const CANWFZ = treaty("treaty:canwfz-2006", "2009-03-21", "2009-03-21", sameDay);

/**
 * Article XIII: ninety days after the twentieth instrument (1950-10-14); a ratification «subsequent to the latter date»
 * ninety days after itself. Which date is the latter is not certain for what came between that day and 1951-01-12.
 */
export const GENOCIDE = treaty("treaty:genocide-convention-1948", "1951-01-12", "1950-10-14", (deposit) => {
  const own = daysLater(90)(deposit);
  return deposit < "1951-01-12" ? `1951-01-12/${own}` : own;
});
/** Article 18: the thirtieth day after the deposit; the twenty-second instrument came on 1983-05-04. */
export const HOSTAGES = treaty("treaty:hostages-1979", "1983-06-03", "1983-05-04", daysLater(30));
/** Article 19, as the convention on hostages; 2001-09-20. */
export const MERCENARIES = treaty("treaty:mercenaries-1989", "2001-10-20", "2001-09-20", daysLater(30));
/** Article 27, as the convention on hostages; 1998-12-16. */
export const UN_PERSONNEL = treaty(
  "treaty:safety-un-personnel-1994",
  "1999-01-15",
  "1998-12-16",
  daysLater(30),
);
/** Article 22, as the convention on hostages; 2001-04-23. */
export const BOMBINGS = treaty("treaty:terrorist-bombings-1997", "2001-05-23", "2001-04-23", daysLater(30));
/** Article 26, as the convention on hostages; 2002-03-11. */
export const FINANCING = treaty("treaty:terrorism-financing-1999", "2002-04-10", "2002-03-11", daysLater(30));
/** Article 25, as the convention on hostages; 2007-06-07. */
export const NUCLEAR_TERRORISM = treaty(
  "treaty:nuclear-terrorism-2005",
  "2007-07-07",
  "2007-06-07",
  daysLater(30),
);
/** Article 126: first day of the month after the sixtieth day; the sixtieth instrument came on 2002-04-11. */
export const ROME = treaty("treaty:rome-statute-1998", "2002-07-01", "2002-04-11", monthAfterSixtyDays);
/** Article 121 (5) of the Rome Statute: a year after the deposit, for each that accepts. */
export const ROME_WAR_CRIMES = treaty("treaty:rome-article-8-2010", "2012-09-26", "2011-09-26", yearLater);
/** The same article. */
export const ROME_AGGRESSION = treaty("treaty:rome-aggression-2010", "2013-05-08", "2012-05-08", yearLater);
/** Article 38: the thirtieth day after the deposit; the fortieth instrument came on 2003-07-01. */
export const UNTOC = treaty("treaty:untoc-2000", "2003-09-29", "2003-07-01", daysLater(30));
/** Article 18: the thirtieth day after the deposit; the fortieth instrument came on 2005-04-04. */
export const FIREARMS = treaty("treaty:firearms-protocol-2001", "2005-07-03", "2005-04-04", daysLater(30));
/** Article 308: the thirtieth day after the deposit; the sixtieth instrument came on 1993-11-16. */
export const UNCLOS = treaty("treaty:unclos-1982", "1994-11-16", "1993-11-16", daysLater(30));
/** Article VIII: the day of the deposit. */
export const REGISTRATION = treaty(
  "treaty:registration-convention-1975",
  "1976-09-15",
  "1976-09-15",
  sameDay,
);
/** Article 19: the thirtieth day after the deposit, for who deposited after the entry into force. */
export const MOON = treaty("treaty:moon-agreement-1979", "1984-07-11", "1984-07-11", daysLater(30));
/** Article IX: the day of the deposit. */
export const ENMOD = treaty("treaty:enmod-1976", "1978-10-05", "1978-10-05", sameDay);
/** Article 5: six months after the deposit; the twentieth instrument came on 1983-06-02. */
export const CCW = treaty("treaty:ccw-1980", "1983-12-02", "1983-06-02", sixMonthsLater);
/** Article 5 of the convention, of the notification of consent; the twentieth came on 1998-01-30. */
export const CCW_IV = treaty("treaty:ccw-protocol-4-1995", "1998-07-30", "1998-01-30", sixMonthsLater);
/** The same article; 1998-06-03. */
export const CCW_AMENDED_II = treaty(
  "treaty:ccw-amended-protocol-2-1996",
  "1998-12-03",
  "1998-06-03",
  sixMonthsLater,
);
/** The same article; 2006-05-12. */
export const CCW_V = treaty("treaty:ccw-protocol-5-2003", "2006-11-12", "2006-05-12", sixMonthsLater);
/** The same article; 2003-11-18. */
export const CCW_AMENDMENT = treaty("treaty:ccw-amendment-2001", "2004-05-18", "2003-11-18", sixMonthsLater);

/**
 * Day from which a state is bound that deposited on a day.
 * @param {Treaty} treaty
 * @param {string} deposit
 */
export function boundFrom(treaty, deposit) {
  return deposit <= treaty.lastFounder ? treaty.since : laterOf(treaty.since, treaty.later(deposit));
}

/**
 * The later of two days (YYYY-MM-DD sorts as text).
 * @param {string} a
 * @param {string} b
 */
export function laterOf(a, b) {
  return [a, b].sort()[1] ?? "";
}

/**
 * Counts what the mappings of seed/mappings must make of the data sets. It shares no code with the importer: a test
 * compares what the importer made with this.
 *
 *   node scripts/count-data-sets.mjs FOLDER    prints the numbers as JSON
 *
 * In: the data sets in the folders below FOLDER (cow-alliances-4.1, atop, cow-igo …); seed/10-states.yaml and
 * seed/11-former-states.yaml for who has which COW code when; seed/mappings/aliases and seed/mappings/tables.
 *
 * Rows add up: what makes no edge is counted as left out, as without a node, or as a repetition of an edge.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse as parseCsv } from "csv-parse/sync";
import { parse as parseYaml } from "yaml";

/**
 * @typedef {Record<string, string>} Row
 * @typedef {{ min: string, max: string }} Days first and last possible day
 * @typedef {{ id: string, from: string, to: string }} Holder a state that has a code, both days inclusive
 * @typedef {{ from: Days, to: Days | null, seen: string }} Spell without an end where it is not known; seen until that day
 * @typedef {Record<string, unknown>} Counts
 */

const SEED = new URL("../seed/", import.meta.url);
const ALWAYS = { min: "0001-01-01", max: "9999-12-31" };

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Name the folder that holds the data sets.\n");
  process.exit(2);
}

// --- Files -------------------------------------------------------------------------------------------------------------

/** @param {string} path below the folder @returns {string} */
function readText(path) {
  const bytes = readFileSync(join(folder, path));
  return (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/**
 * @param {string} path below the folder
 * @param {string} [delimiter]
 * @returns {Row[]}
 */
function readTable(path, delimiter = ",") {
  return parseCsv(readText(path), { bom: true, columns: true, delimiter });
}

/** @param {string} name a table of seed/mappings @returns {Row[]} */
function readBundled(name) {
  return parseCsv(readFileSync(new URL(`mappings/${name}`, SEED)), { columns: true });
}

// --- Counting ----------------------------------------------------------------------------------------------------------

/**
 * How often each key comes, in the order of the keys.
 * @param {Iterable<string>} keys
 * @returns {Record<string, number>}
 */
function tally(keys) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** @param {Iterable<string>} keys @returns {number} */
function distinct(keys) {
  return new Set(keys).size;
}

/**
 * @template Item
 * @param {Iterable<Item>} items
 * @param {(item: Item) => string} keyOf
 * @returns {Map<string, Item[]>}
 */
function groupBy(items, keyOf) {
  /** @type {Map<string, Item[]>} */
  const groups = new Map();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

// --- Days --------------------------------------------------------------------------------------------------------------

/**
 * The days that "2018", "2018-06" or "2018-06-11" can mean.
 * @param {string} text
 * @returns {Days}
 */
function daysOf(text) {
  const [year, month, day] = text.split("-");
  if (day !== undefined) return { min: text, max: text };
  if (month === undefined) return { min: `${year}-01-01`, max: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { min: `${text}-01`, max: `${text}-${last}` };
}

/**
 * A date in three columns, as exact as they are filled; null when there is no year.
 * @param {Row} row
 * @param {readonly [year: string, month: string, day: string]} columns
 * @returns {Days | null}
 */
function daysIn(row, columns) {
  const known = columns.map((column) => row[column].trim()).map((text) => (text === "0" ? "" : text));
  const parts = known.slice(0, known.includes("") ? known.indexOf("") : 3);
  if (parts.length === 0) return null;
  return daysOf(parts.map((part, index) => part.padStart(index === 0 ? 4 : 2, "0")).join("-"));
}

/** @param {string} day @returns {string} */
function dayAfter(day) {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

// --- Who has which code ------------------------------------------------------------------------------------------------

/**
 * The states of the bundles by COW code. A state has its code no longer than it exists.
 * @returns {Map<string, Holder[]>}
 */
function readHolders() {
  const nodes = ["10-states.yaml", "11-former-states.yaml"].flatMap(
    (file) => parseYaml(readFileSync(new URL(file, SEED), "utf8"), { schema: "failsafe" }).nodes,
  );
  const states = groupBy(nodes, (node) => node.id);
  const codes = [...states.values()].flatMap((rows) => codesOfState(rows));
  return groupBy(codes, ({ code }) => code);
}

/** @param {any[]} rows the rows of one state */
function codesOfState(rows) {
  const born = rows.map((row) => row.existsFrom).find((text) => text !== undefined);
  const ended = rows.map((row) => row.existsTo).find((text) => text !== undefined);
  const life = { from: possible(born).min, to: possible(ended).max };
  const names = rows.flatMap((row) => row.names ?? []).filter((name) => name.scheme === "cow");
  return names.map((name) => ({
    id: rows[0].id,
    code: name.text,
    from: [life.from, possible(name.validFrom).min].sort()[1],
    to: [life.to, possible(name.validTo).max].sort()[0],
  }));
}

/**
 * The days that an EDTF text of the bundles can mean; nothing and ".." leave them open.
 * @param {string | undefined} text
 * @returns {Days}
 */
function possible(text) {
  if (text === undefined || text === "..") return ALWAYS;
  const [first, last] = text.split("/");
  return { min: daysOf(first).min, max: daysOf(last ?? first).max };
}

/**
 * Who has which code by a file of aliases. An alias without an id says that there is no node.
 * @param {string} name
 * @returns {Map<string, Holder[]>}
 */
function readAliases(name) {
  const aliases = readBundled(`aliases/${name}`).map((row) => ({
    ...row,
    from: row.from || ALWAYS.min,
    to: row.to || ALWAYS.max,
  }));
  return groupBy(aliases, (alias) => alias.name);
}

const HOLDERS = readHolders();

/**
 * What is left of a holder on the days of which no alias says otherwise.
 * @param {Holder} holder
 * @param {Holder[]} aliases
 * @returns {Holder[]}
 */
function outside(holder, aliases) {
  return aliases.reduce(
    (pieces, { from, to }) =>
      pieces.flatMap((piece) =>
        piece.from > to || piece.to < from
          ? [piece]
          : [
              { ...piece, to: dayBeside(from, -1) },
              { ...piece, from: dayBeside(to, 1) },
            ].filter((rest) => rest.from <= rest.to),
      ),
    [holder],
  );
}

/** @param {string} day @param {number} step */
function dayBeside(day, step) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + step);
  const beside = date.toISOString().slice(0, 10);
  return beside < ALWAYS.min || beside > ALWAYS.max || beside.length > 10 ? day : beside;
}

/**
 * How many parts a spell has: one for each state that has the code between the last day on which the spell can begin and
 * the first day on which it can end, or the last on which it was seen, one after the other; one day that another has too makes no part. Where none has it
 * then, one that has it on some day on which the spell can begin. A state that there is no node for has none.
 * @param {string} code
 * @param {Spell} spell
 * @param {Map<string, Holder[]>} aliases
 * @returns {number}
 */
function partsOf(code, spell, aliases) {
  const renamed = aliases.get(code) ?? [];
  const holders = (HOLDERS.get(code) ?? []).flatMap((holder) => outside(holder, renamed));
  const all = [...holders, ...renamed].filter(({ id }) => id !== "");
  // Sure of a spell is the time from the last possible day of its start to the first possible day of its end.
  const [first, last] = [spell.from.max, spell.to?.min ?? spell.seen];
  if (first > last) return all.some(({ from, to }) => from <= first && to >= last) ? 1 : 0;
  const there = all.filter(({ from, to }) => from <= last && to >= first);
  const isOneDay = (/** @type {Holder} */ { from, to }) => [from, first].sort()[1] === [to, last].sort()[0];
  const hasSameDay = (/** @type {Holder} */ one, /** @type {Holder} */ other) =>
    other !== one && !isOneDay(other) && other.from <= one.to && other.to >= one.from;
  const lasting = there.filter((one) => !isOneDay(one) || !there.some((other) => hasSameDay(one, other)));
  const inTurn = [...lasting].sort((a, b) => (a.from < b.from ? -1 : 1));
  if (inTurn.length > 0) return inTurn.filter(({ id }, place) => inTurn[place - 1]?.id !== id).length;
  const isThere = all.some(({ from, to }) => from <= spell.from.max && to >= spell.from.min);
  return isThere ? 1 : 0;
}

/**
 * Edges of spells: one for each part, and which had no node.
 * @param {{ code: string, spell: Spell }[]} spells
 * @param {Map<string, Holder[]>} aliases
 */
function countParts(spells, aliases) {
  const parts = spells.map(({ code, spell }) => ({ code, count: partsOf(code, spell, aliases) }));
  return {
    edges: parts.reduce((sum, { count }) => sum + count, 0),
    withoutNode: tally(parts.filter(({ count }) => count === 0).map(({ code }) => code)),
    divided: tally(
      parts.filter(({ count }) => count > 1).map(({ code, count }) => `${code}: ${count} parts`),
    ),
  };
}

// --- The data sets -----------------------------------------------------------------------------------------------------

/** A row is a spell of a member. @returns {Counts} */
function countCowAlliances() {
  const rows = readTable("cow-alliances-4.1/alliance_v4.1_by_member.csv");
  const spells = rows.map((row) => ({
    code: row.ccode,
    group: [row.version4id, row.defense, row.neutrality, row.nonaggression, row.entente].join(" "),
    spell: spellIn(
      row,
      ["mem_st_year", "mem_st_month", "mem_st_day"],
      ["mem_end_year", "mem_end_month", "mem_end_day"],
      "2012-12-31",
    ),
  }));
  const { edges, ...rest } = countParts(joinGermany(spells), readAliases("cow-codes.csv"));
  const treaties = distinct(rows.map((row) => row.version4id));
  return { files: { members: rows.length }, edges: { PARTY_TO: edges }, treaties, ...rest };
}

/**
 * @param {Row} row
 * @param {readonly [string, string, string]} from columns
 * @param {readonly [string, string, string]} to columns
 * @param {string} seen the last day of the data
 * @returns {Spell}
 */
function spellIn(row, from, to, seen) {
  return { from: daysIn(row, from) ?? ALWAYS, to: daysIn(row, to), seen };
}

/** A row is a spell in the state system, or among the major powers. @returns {Counts} */
function countCowStates() {
  const aliases = readAliases("cow-codes.csv");
  const [states, majors] = ["states2016.csv", "majors2016.csv"].map((name) =>
    readTable(`cow-states-2016/${name}`).map((row) => ({
      code: row.ccode,
      group: name,
      spell: spellIn(row, ["styear", "stmonth", "stday"], ["endyear", "endmonth", "endday"], "2016-12-31"),
    })),
  );
  const [inSystem, amongMajors] = [states, majors].map((spells) => countParts(joinGermany(spells), aliases));
  return {
    files: { states: states.length, majors: majors.length },
    edges: { MEMBER_OF: inSystem.edges + amongMajors.edges },
    stateSystem: inSystem,
    majorPowers: amongMajors,
  };
}

const ROLES = /** @type {Record<string, string>} */ ({ 1: "MEMBER", 2: "ASSOCIATE", 3: "OBSERVER" });

/**
 * A row is a year of an organization, with a column for each state. Years one after the other in which a state has the
 * same status are a spell. The sum of the state-years shows that no cell is lost.
 * @returns {Counts}
 */
function countCowIgo() {
  const rows = readTable("cow-igo/igo_year_format_3.csv.gz");
  const columns = readBundled("tables/cow-igo-columns.csv");
  const organizations = groupBy(rows, (row) => row.ioname);
  const spells = [...organizations.values()].flatMap((years) =>
    columns.flatMap(({ column, ccode }) =>
      runsOf(years, column).map((run) => ({
        code: ccode,
        group: `${years[0].ioname} ${run.status}`,
        ...run,
      })),
    ),
  );
  const { edges, ...rest } = countParts(joinGermany(spells), readAliases("cow-codes.csv"));
  return {
    files: { years: rows.length, columns: columns.length },
    edges: { MEMBER_OF: edges },
    organizations: organizations.size,
    spells: tally(spells.map(({ status }) => ROLES[status])),
    stateYears: tally(
      rows.flatMap((row) =>
        columns.map(({ column }) => ROLES[row[column]]).filter((role) => role !== undefined),
      ),
    ),
    ...rest,
  };
}

/**
 * The runs of years in which a column says 1, 2 or 3. An empty cell is a state outside the system, which is known to be no
 * member. A run ends in its last year when the next one is known, or no row comes after; otherwise between its last year
 * and the one before the next that is known. It has no end when no year after it is known (-9), or the data end with it.
 * @param {Row[]} rows of one organization
 * @param {string} column
 */
function runsOf(rows, column) {
  const told = rows
    .map((row) => ({ year: Number(row.year), status: row[column] }))
    .sort((a, b) => a.year - b.year);
  const known = told.filter(({ status }) => status !== "-9");
  /** @type {{ status: string, first: number, last: number }[]} */
  const runs = [];
  for (const { year, status } of known.filter((one) => one.status in ROLES)) {
    const before = runs.at(-1);
    if (before?.last === year - 1 && before.status === status) before.last = year;
    else runs.push({ status, first: year, last: year });
  }
  const lastRow = told.at(-1)?.year;
  return runs.map(({ status, first, last }) => {
    const next = last === lastRow ? last + 1 : known.find(({ year }) => year > last)?.year;
    const isOpen = next === undefined || last === 2014;
    const to = isOpen ? null : { min: daysOf(String(last)).min, max: daysOf(String(next - 1)).max };
    return { status, spell: { from: daysOf(String(first)), to, seen: `${last}-12-31` } };
  });
}

/**
 * A row is a member in a phase of a treaty. Phases of a member that touch or overlap are one spell; the two codes of
 * Germany are one member.
 * @returns {Counts}
 */
function countAtop() {
  const alliances = readTable("atop/atop4_01_alliance-level.csv");
  const members = readTable("atop/atop4_01_member-level.csv");
  const phases = members.map((row) => ({
    code: row.member,
    key: `${row.atopid} ${row.member === "260" ? "255" : row.member}`,
    spell: spellIn(row, ["yrent", "moent", "dayent"], ["yrexit", "moexit", "dayexit"], "2016-12-31"),
  }));
  const spells = [...groupBy(phases, ({ key }) => key).values()].flatMap(joinTouching);
  const { edges, ...rest } = countParts(spells, readAliases("cow-codes.csv"));
  return {
    files: { alliances: alliances.length, members: members.length },
    edges: { PARTY_TO: edges },
    treaties: distinct([...alliances, ...members].map((row) => row.atopid)),
    members: distinct(phases.map(({ key }) => key)),
    spells: spells.length,
    ...rest,
  };
}

/**
 * The spells, in which those of West Germany (260) and of Germany from 1990 (255) in one group are one where they touch.
 * @param {{ code: string, group: string, spell: Spell }[]} spells
 */
function joinGermany(spells) {
  const isGerman = (/** @type {{ code: string }} */ { code }) => code === "255" || code === "260";
  const groups = groupBy(spells.filter(isGerman), ({ group }) => group);
  return [...spells.filter((one) => !isGerman(one)), ...[...groups.values()].flatMap(joinTouching)];
}

/** @param {{ code: string, spell: Spell }[]} phases of one member of one treaty */
function joinTouching(phases) {
  /** @type {{ code: string, spell: Spell }[]} */
  const joined = [];
  const inOrder = [...phases].sort((a, b) => (a.spell.from.min < b.spell.from.min ? -1 : 1));
  for (const { code, spell } of inOrder) {
    const before = joined.at(-1)?.spell;
    const touches = before && (before.to === null || spell.from.min <= dayAfter(before.to.max));
    if (!touches) joined.push({ code, spell: { ...spell } });
    else if (before.to !== null && (spell.to === null || spell.to.max > before.to.max))
      Object.assign(before, { to: spell.to, seen: spell.seen });
  }
  return joined;
}

/**
 * index.csv has the treaties; of each there may be a table with a row for a participant and a column for a kind of act.
 * Counted are cells that are a date, with or without a mark. A mark s is a signature, and so is a date without a mark
 * under a head that begins with "Signature"; all other dates are acts. A succession (d) under such a head is left out.
 * @returns {Counts}
 */
function countTreatyCollection() {
  const index = readTable("un-treaty-collection-2015/index.csv");
  const files = readdirSync(join(folder, "un-treaty-collection-2015/treaties"));
  const cells = files.filter((file) => /^\d+-\d[\da-z-]*\.csv$/.test(file)).flatMap(cellsOfTable);
  const aliases = readAliases("untc.csv");
  const kindOf = (/** @type {Cell} */ cell) =>
    aliases.get(cell.participant)?.[0]?.id === "" && isAct(cell) ? "without node" : kindOfCell(cell);
  const kinds = groupBy(cells, kindOf);
  const texts = readdirSync(join(folder, "un-treaty-collection-2015/declarations")).flatMap((file) =>
    readText(`un-treaty-collection-2015/declarations/${file}`)
      .split(/^#/m)
      .slice(1)
      .filter((block) => block.slice(block.indexOf("\n")).trim() !== ""),
  );
  const acts = [...(kinds.get("SIGNED") ?? []), ...(kinds.get("TREATY_ACTION") ?? [])];
  return {
    files: { index: index.length, tables: files.length },
    edges: {
      SIGNED: kinds.get("SIGNED")?.length,
      TREATY_ACTION: kinds.get("TREATY_ACTION")?.length,
      ADOPTED: texts.length,
      CONCERNS: texts.length,
      // Ireland objects to one reservation to the Convention on Diplomatic Relations, the United States to seven.
      RELATED_TO: 8,
    },
    treaties: distinct(index.map((row) => `${row.chapter_no}-${row.treaty_no}`.toLowerCase())),
    cells: tally(cells.map(kindOf)),
    marks: tally(acts.map(({ mark }) => mark || "none")),
    repeated: acts.length - distinct(acts.map((cell) => JSON.stringify(cell))),
  };
}

/**
 * @typedef {{ file: string, participant: string, head: string, text: string, day: string, mark: string }} Cell day and
 *   mark are empty where the cell is no date
 */

/** @param {string} file @returns {Cell[]} the cells that are not empty */
function cellsOfTable(file) {
  /** @type {string[][]} */
  const [heads, ...rows] = parseCsv(readText(`un-treaty-collection-2015/treaties/${file}`), { bom: true });
  return rows.flatMap(([participant, ...texts]) =>
    texts.flatMap((text, index) => {
      if (text === "") return [];
      const [, day = "", mark = ""] =
        /^(\d{1,2} \p{L}{3,} \d{4})(?:\s*(\p{L}{1,2}))?$/u.exec(text.trim()) ?? [];
      return [{ file, participant: participant.trim(), head: heads[index + 1], text, day, mark }];
    }),
  );
}

const NO_ACTS = [
  "Resolution",
  "Registration Number",
  "Registration Date",
  "UNTS Volume",
  "UNTS Page",
  "Date of Adoption",
];

/** @param {Cell} cell */
function kindOfCell({ head, day, mark }) {
  if (NO_ACTS.includes(head)) return "column left out";
  if (day === "") return "no date";
  if (/^Notification|^Provisional acceptance/.test(head)) return "no act of the model";
  const underSignature = head.startsWith("Signature");
  if (mark === "d" && underSignature) return "succession to signature";
  return mark === "s" || (mark === "" && underSignature) ? "SIGNED" : "TREATY_ACTION";
}

/** @param {Cell} cell */
function isAct(cell) {
  return ["SIGNED", "TREATY_ACTION"].includes(kindOfCell(cell));
}

/** A snapshot is a source of its own: an object for each. @returns {Record<string, Counts>} */
function countTreatyStatus() {
  const rows = readTable("unoda-treaty-status/treaty_status_snapshots.csv");
  const snapshots = [...groupBy(rows, (row) => row.snapshot_date)];
  return Object.fromEntries(
    snapshots.map(([day, ofDay]) => [
      `unoda-treaty-status ${day}`,
      { files: { status: rows.length }, ...countSnapshot(ofDay) },
    ]),
  );
}

/**
 * A row is a state and a treaty: it can say when the state signed, when it joined and how, and in the sentence when it
 * withdrew. Of the zones ("joined") it says who is bound, of all others by which act. Who inherited did not sign.
 * @param {Row[]} rows
 */
function countSnapshot(rows) {
  const joined = rows.filter((row) => row.mechanism === "joined");
  const acts = rows.filter((row) => row.mechanism !== "" && row.mechanism !== "joined");
  const withdrawals = rows.filter((row) => /withdrew on \d{4}-\d{2}-\d{2}/.test(row.source_sentence));
  const signed = rows.filter((row) => row.signed_on !== "" && row.mechanism !== "inherited");
  return {
    edges: {
      SIGNED: signed.length,
      TREATY_ACTION: acts.length + withdrawals.length,
      PARTY_TO: joined.length,
    },
    rows: rows.length,
    treaties: distinct(rows.map((row) => row.treaty_code)),
    states: distinct(rows.map((row) => row.state)),
    mechanisms: tally(rows.map((row) => row.mechanism || "none")),
    withdrawals: withdrawals.map((row) => `${row.treaty_code} ${row.state}`),
    rowsThatSayNothing: rows.filter((row) => row.signed_on === "" && row.mechanism === "").length,
  };
}

/** Words of titles, descriptions and symbols of roll calls that name a treaty of the bundles. */
const TREATY_WORDS = [
  /comprehensive (nuclear[- ])?test[- ]ban[- ]treaty|test[- ]ban[- ]treaty,? (organization|commission)|^(A\/RES|R)\/50\/245$/i, // CTBT
  /treaty banning nuclear[- ]weapons? tests?|partial (nuclear[- ])?test[- ]ban/i, // partial test ban
  /non.?proliferation( of nuclear weapons)? treaty|treaty on( the)? non.?proliferation of nuclear weapons/i, // NPT
  /treaty on the prohibition of nuclear weapons|^(A\/RES|R)\/71\/258$/i, // TPNW
  /anti-?personnel (land)?mines and on their destruction|land mines, convention/i, // Ottawa
  /arms trade treaty|^(A\/RES|R)\/67\/234B?$/i, // ATT
  /convention on cluster munitions/i,
  /stockpiling and use of chemical weapons/i, // CWC
  /stockpiling of bacteriological|^R\/26\/2826$/i, // BWC
  /emplacement of nuclear weapons/i, // seabed
  /anti-?ballistic missile/i, // ABM
  /treaty of tlatelolco|prohibition of nuclear (of )?weapons in latin america/i,
  /south-?east asia nuclear-weapon-free zone/i, // Bangkok
  /nuclear-weapon-free zone in central asia/i,
  /african nuclear-weapon-free[- ]zone treaty/i, // Pelindaba
];

/** How many treaties a roll call names, each once; records of meetings are not read. @param {Row} row */
function treatiesNamed({ short, descr, unres }) {
  const texts = [short, descr, unres].filter((text) => !/^The (Acting )?President/.test(text));
  return TREATY_WORDS.filter((words) => texts.some((text) => words.test(text))).length;
}

/** @param {Row} row */
function isAdopted({ short, descr, unres }) {
  return unres.startsWith("A/RES/") || /resolution ?\/ ?adopted/i.test(`${short} | ${descr}`);
}

/**
 * A row of un_votes is a vote. Roll calls above 9000 before 1998 are of special sessions, which have no session here.
 * @returns {Counts}
 */
function countAssemblyVotes() {
  const votes = readTable("un-ga-votes/un_votes.csv.gz");
  const calls = readTable("un-ga-votes/un_roll_calls.csv");
  const issues = readTable("un-ga-votes/un_roll_call_issues.csv");
  const regular = calls.filter((row) => Number(row.rcid) <= 9000 || row.date >= "1998");
  const dates = new Map(calls.map((row) => [row.rcid, row.date]));
  return {
    files: { votes: votes.length, calls: calls.length, issues: issues.length },
    edges: {
      PART_OF: 1 + new Set(regular.map((row) => row.session)).size,
      VOTED: votes.length,
      CONSIDERED: calls.filter((row) => !isAdopted(row)).length,
      ADOPTED: calls.filter(isAdopted).length,
      CONCERNS: issues.length + calls.reduce((sum, row) => sum + treatiesNamed(row), 0),
    },
    positions: tally(votes.map((row) => row.vote)),
    topics: distinct(issues.map((row) => row.short_name)),
    sessions: distinct(regular.map((row) => row.session)),
    voters: tally(votes.flatMap((row) => voterOf(row, dates.get(row.rcid) ?? "") ?? [])),
    repeated: votes.length - distinct(votes.map((row) => `${row.rcid} ${row.country_code || row.country}`)),
    votesWithoutCall: votes.filter((row) => !dates.has(row.rcid)).length,
  };
}

const VOTERS = new Map([
  ["US", "state:usa"],
  ["CN", "state:chn"],
  ["DE", "state:deu"],
  ["DD", "state:ddr"],
  ["NA", "state:nam"],
  ["KZ", "state:kaz"],
  ["AM", "state:arm"],
  ["BY", "state:blr"],
]);

/**
 * Some voters, to be compared: codes that former members share with others are told apart by the day.
 * @param {Row} vote
 * @param {string} date
 * @returns {string | undefined}
 */
function voterOf({ country, country_code: code }, date) {
  if (country === "Federal Republic of Germany") return "state:deu";
  if (code === "RU") return date <= "1991-12-24" ? "state:sun" : "state:rus";
  if (code === "TW") return "state:chn";
  if (code === "EG") return date >= "1958-02-22" && date <= "1961-09-28" ? "state:cow-651" : "state:egy";
  if (code === "TZ") return date <= "1964-04-25" ? "state:cow-510" : "state:tza";
  return VOTERS.get(code);
}

/** A row of the vetoes is a draft, and up to three members vetoed it. @returns {Counts} */
function countSecurityCouncil() {
  const resolutions = readTable("un-security-council/UNSC_Resolutions.csv", ";");
  const citations = JSON.parse(readText("un-security-council/resolution_references_1946_2011.json")).edges;
  const drafts = readTable("un-security-council/unsc_vetoes_1946_sept2022.csv");
  const vetoes = drafts.flatMap((row) =>
    [row.member_veto1, row.member_veto2, row.member_veto3].filter(Boolean),
  );
  const numbers = new Set(resolutions.map((row) => row.Number));
  return {
    files: { resolutions: resolutions.length, citations: citations.length, vetoes: drafts.length },
    edges: {
      PART_OF: 1,
      ADOPTED: resolutions.length,
      CONCERNS: distinct(citations.map(cited)),
      CONSIDERED: drafts.length,
      VOTED: vetoes.length,
    },
    resolutions: numbers.size,
    resolutionsWithDay: resolutions.filter((row) => row.Date !== "NA").length,
    citationsOfOthers: citations.filter(
      (/** @type {Citation} */ { source, target }) =>
        !numbers.has(String(source)) || !numbers.has(String(target)),
    ).length,
    vetoes: tally(vetoes),
  };
}

/**
 * A row is a year of a member. Years one after the other are a spell; it counts once more for each change of hands that
 * the aliases tell within it.
 * @returns {Counts}
 */
function countCouncilMembers() {
  const rows = readTable("un-security-council/unsc_members_1946_2026.csv");
  const aliases = readAliases("unsc.csv");
  const spells = [...groupBy(rows, (row) => `${row.iso3} ${row.permanent}`)].flatMap(([key, ofMember]) =>
    spellsOfYears(ofMember.map((row) => Number(row.year))).map((years) => ({ key, ...years })),
  );
  const passed = spells.filter(({ key, first, last }) =>
    aliases.get(key.slice(0, 3))?.some(({ to }) => to >= `${first}-01-01` && to < `${last}-12-31`),
  );
  return {
    files: { members: rows.length },
    edges: { PART_OF: 1, MEMBER_OF: spells.length + passed.length },
    seats: tally(spells.map(({ key }) => key.slice(4))),
    passed: passed.map(({ key, first }) => `${key} ${first}`),
  };
}

/** @param {number[]} years @returns {{ first: number, last: number }[]} runs of years without a gap */
function spellsOfYears(years) {
  /** @type {{ first: number, last: number }[]} */
  const runs = [];
  for (const year of [...years].sort((a, b) => a - b)) {
    const before = runs.at(-1);
    if (before && before.last >= year - 1) before.last = year;
    else runs.push({ first: year, last: year });
  }
  return runs;
}

/** @typedef {{ source: number, target: number }} Citation */

/** @param {Citation} citation */
function cited({ source, target }) {
  return `${source} ${target}`;
}

/**
 * A row is an appearance. A person is one spelling of a name for one code; an office is evidence for some day of the
 * year, where both name and post are told. Each row is a speech of its own; of offices, rows that say the same twice are
 * one edge.
 * @returns {Counts}
 */
function countGeneralDebate() {
  const rows = readTable("un-general-debate/speakers_by_session.csv").map(trimmed);
  const known = rows.filter((row) => delegationOf(row) !== "");
  const named = known.filter((row) => row.Name !== "");
  const offices = named.filter((row) => !["", "missing", "Not indicated", "Spanish"].includes(row.Post));
  const held = offices.map((row) => [personOf(row), delegationOf(row), row.Post, row.Year].join("|"));
  return {
    files: { speakers: rows.length },
    edges: { PARTICIPATED: known.length, HELD_OFFICE: distinct(held) },
    repeated: held.length - distinct(held),
    secondSpeeches: known.length - distinct(known.map((row) => `${row.Session}|${speakerOf(row)}`)),
    rowsWithoutNode: rows.length - known.length,
    rowsWithoutName: known.length - named.length,
    rowsWithoutPost: named.length - offices.length,
    sessions: distinct(rows.map((row) => row.Session)),
    persons: distinct(named.map(personOf)),
  };
}

/** @param {Row} row @returns {Row} */
function trimmed(row) {
  return Object.fromEntries(
    Object.entries(row).map(([key, text]) => [key, text.trim().replace(/\s+/g, " ")]),
  );
}

/** @param {Row} row */
function personOf({ ISO, Name }) {
  return `${ISO} ${slug(Name)}`;
}

/** A row that names no speaker is the appearance of the delegation. @param {Row} row */
function speakerOf(row) {
  return `${row.Name === "" ? "" : personOf(row)} for ${delegationOf(row)}`;
}

const SPEAKER_ALIASES = readAliases("speakers.csv");

/**
 * Whom a row speaks for: where code and country do not fit, an alias says who it was, or that it was nobody.
 * @param {Row} row
 */
function delegationOf({ ISO, Country, Year }) {
  const day = `${Year}-09-25`;
  const aliases = SPEAKER_ALIASES.get(`${ISO || "none"}|${Country}`) ?? [];
  return aliases.find(({ from, to }) => from <= day && day <= to)?.id ?? ISO;
}

/** Letters and digits in lower case, without diacritics; ø, ł and letters of other scripts stay. @param {string} text */
function slug(text) {
  const plain = text
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\p{M}'’]/gu, "");
  return plain.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
}

/** Each of these ids of leaders stands for two persons, who are told apart by the spell. */
const SHARED_LEADERS = new Set(["DOM-1876-4", "SWD-1991"]);

/** @param {Row} row @returns {Spell} */
function spellOfLeader({ startdate, enddate, exit }) {
  return { from: daysOf(startdate), to: exit === "Still in Office" ? null : daysOf(enddate), seen: enddate };
}

/** A row is a spell of a leader; a leader without a spell in a state that has a node is not counted. @returns {Counts} */
function countArchigos() {
  const rows = readTable("leaders/archigos_4.1.csv");
  const spells = rows.map((row) => ({ code: row.gwcode, spell: spellOfLeader(row) }));
  const aliases = readAliases("gw.csv");
  const { edges, ...rest } = countParts(spells, aliases);
  const persons = rows
    .filter((row) => partsOf(row.gwcode, spellOfLeader(row), aliases) > 0)
    .map((row) => row.leadid + (SHARED_LEADERS.has(row.obsid) ? row.obsid : ""));
  return {
    files: { leaders: rows.length },
    edges: { HELD_OFFICE: edges },
    persons: distinct(persons),
    ...rest,
  };
}

/** A row is a spell of a leader; the start is a day, the end a month. @returns {Counts} */
function countReign() {
  const text = readFileSync(join(folder, "leaders/reign_leaderlist_2021-03.csv")).toString("latin1");
  /** @type {string[][]} */
  const [heads, ...lines] = parseCsv(text);
  const place = (/** @type {string} */ name) => heads.indexOf(name);
  const spells = lines.map((line) => {
    const at = (/** @type {string} */ name) => line[place(name)].trim();
    const pad = (/** @type {string} */ name) => at(name).padStart(2, "0");
    const to = at("eyear") === "" ? null : daysOf(`${at("eyear")}-${pad("emonth")}`);
    const from = daysOf(`${at("syear")}-${pad("smonth")}-${pad("sdate")}`);
    return { code: at("ccode"), spell: { from, to, seen: "2021-03-01" } };
  });
  const aliases = new Map([...readAliases("cow-codes.csv"), ...readAliases("reign.csv")]);
  const { edges, ...rest } = countParts(spells, aliases);
  return { files: { leaders: lines.length }, edges: { HELD_OFFICE: edges }, ...rest };
}

const PROMISES = ["atop_defense", "atop_offense", "atop_neutral", "atop_nonagg", "atop_consul"];

/**
 * A row is a year of a directed pair, with five promises. Years one after the other are a spell; it has a part more for
 * each change of hands at either end. No two ends change hands on the same day.
 * @returns {Counts}
 */
function countDyads() {
  const rows = readTable("atop/atop5_directed_dyad_year.csv.gz");
  const aliases = readAliases("cow-codes.csv");
  /** @type {Map<string, number>} */
  const known = new Map();
  const parts = (/** @type {string} */ code, /** @type {number} */ first, /** @type {number} */ last) => {
    const key = `${code} ${first} ${last}`;
    const to = last === 2018 ? null : daysOf(String(last));
    const spell = { from: daysOf(String(first)), to, seen: `${last}-12-31` };
    if (!known.has(key)) known.set(key, partsOf(code, spell, aliases));
    return known.get(key) ?? 0;
  };
  const spells = PROMISES.flatMap((promise) =>
    [
      ...groupBy(
        rows.filter((row) => row[promise] === "1"),
        (row) => `${row.ccode1} ${row.ccode2}`,
      ),
    ].flatMap(([pair, years]) =>
      spellsOfYears(years.map(({ year }) => Number(year))).map((run) => ({ promise, pair, ...run })),
    ),
  );
  const edges = spells.map(({ pair, first, last }) => {
    const [from, to] = pair.split(" ").map((code) => parts(code, first, last));
    return from > 0 && to > 0 ? from + to - 1 : 0;
  });
  return {
    files: { dyads: rows.length },
    edges: { TIED_TO: edges.reduce((sum, count) => sum + count, 0) },
    spells: tally(spells.map(({ promise }) => promise)),
    withoutNode: edges.filter((count) => count === 0).length,
  };
}

// --- Output ------------------------------------------------------------------------------------------------------------

const counts = {
  "cow-alliances-4.1": countCowAlliances(),
  "cow-states-2016": countCowStates(),
  "cow-igo-3": countCowIgo(),
  "atop-4.01": countAtop(),
  "un-treaty-collection-2015": countTreatyCollection(),
  ...countTreatyStatus(),
  "un-ga-votes": countAssemblyVotes(),
  "un-security-council": countSecurityCouncil(),
  "un-security-council-members": countCouncilMembers(),
  "un-general-debate": countGeneralDebate(),
  "archigos-4.1": countArchigos(),
  "reign-2021-03": countReign(),
  "atop-5-dyads": countDyads(),
};
process.stdout.write(`${JSON.stringify(counts, null, 2)}\n`);

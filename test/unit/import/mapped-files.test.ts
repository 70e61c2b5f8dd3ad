import { expect, it } from "vitest";
import { fixture } from "../../fixtures/import/leagues.js";
import { mapped } from "../../fixtures/import/mapped.js";

/** Shipped mappings over the bundled nodes, with files of some rows in the form of the published ones. */
const published = (...files: readonly string[]) => files.map((file) => fixture(`published/${file}`));

it("Security Council rows for each year become a term from 1 January to 31 December", async () => {
  const { edges, rejected, missing } = await mapped(
    "un-security-council-members",
    published("unsc_members_test.csv"),
  );
  const terms = edges
    .filter(({ type }) => type === "MEMBER_OF")
    .map(({ from, properties }) => [from, properties.seat, properties.validFrom, properties.validTo ?? null]);
  expect([rejected, missing]).toEqual([[], []]);
  expect(terms.sort()).toEqual([
    ["state:bhr", "ELECTED", "2026-01-01", "2027-12-31"],
    ["state:chn", "PERMANENT", "1970-01-01", "1970-12-31"],
    ["state:chn", "PERMANENT", "1971-01-01", "1971-12-31"],
    // The United Arab Republic was elected; when Syria left it, Egypt kept the seat.
    ["state:cow-651", "ELECTED", "1961-01-01", "1961-09-28"],
    ["state:egy", "ELECTED", "1961-09-29", "1962-12-31"],
    ["state:jpn", "ELECTED", "2016-01-01", "2017-12-31"],
    ["state:jpn", "ELECTED", "2023-01-01", "2024-12-31"],
    // The second year of a term that begins in the last year of the file is not in it.
    ["state:kgz", "ELECTED", "2027-01-01", null],
    // Elected on 7 January.
    ["state:mex", "ELECTED", "1980", "1981-12-31"],
    // The file has Russia for the whole of 1991.
    ["state:rus", "PERMANENT", "1991-12-25", "1991-12-31"],
    ["state:sun", "PERMANENT", "1990-01-01", "1990-12-31"],
    ["state:sun", "PERMANENT", "1991-01-01", "1991-12-24"],
    ["state:yem", "ELECTED", "1990-05-22", "1991-12-31"],
    ["state:ymd", "ELECTED", "1990-01-01", "1990-05-21"],
  ]);
});

it("Security Council seats keep the code of the file if they belonged to another state", async () => {
  const { edges } = await mapped("un-security-council-members", published("unsc_members_test.csv"));
  const renamed = edges.flatMap(({ from, properties }) =>
    properties.sourceCode ? [[from, properties.sourceCode, properties.basis]] : [],
  );
  expect(renamed.sort()).toEqual([
    ["state:chn", "TWN", "INFERRED"],
    ["state:cow-651", "EGY", "INFERRED"],
    ["state:sun", "RUS", "INFERRED"],
    ["state:ymd", "YEM", "INFERRED"],
  ]);
});

const VOTES = published("un_votes.csv", "un_roll_calls.csv", "un_roll_call_issues.csv");

it("General Assembly roll calls adopt a text if its symbol or title says so", async () => {
  const { edges } = await mapped("un-ga-votes", VOTES);
  const of = (type: string) =>
    edges
      .filter((edge) => edge.type === type)
      .map(({ from, to, properties }) => [from, to, properties.quote ?? null]);
  const call = (rcid: string) => `document:unga-roll-call-${rcid}`;
  expect(of("ADOPTED")).toEqual([
    ["meeting:unga-61", call("4703"), "resolution / adopted by the General Assembly"],
    ["meeting:unga-71", call("5530"), "A/RES/71/86"],
  ]);
  // A symbol R/… does not say what was adopted, and what was adopted is not said to be considered only.
  expect(of("CONSIDERED").map(([, to]) => to)).toEqual(["100", "3962", "2235", "5935"].map(call));
});

it("General Assembly roll calls concern the treaties that they name", async () => {
  const { edges } = await mapped("un-ga-votes", VOTES);
  const links = edges.filter(({ type, to }) => type === "CONCERNS" && to.startsWith("treaty:"));
  const named = links.map(({ from, to, properties }) => [
    from.replace("document:unga-roll-call-", ""),
    to,
    String(properties.quote).slice(0, 30),
  ]);
  expect(named).toEqual([
    ["3962", "treaty:ctbt-1996", "COMPREHENSIVE TEST-BAN-TREATY"],
    ["2235", "treaty:ptbt-1963", "TO CALL UPON THE DEPOSITARIES "],
    ["2235", "treaty:npt-1968", "TO CALL UPON THE DEPOSITARIES "],
    ["4703", "treaty:ctbt-1996", "Comprehensive Nuclear-Test-Ban"],
    ["5530", "treaty:ctbt-1996", "Comprehensive Nuclear-Test-Ban"],
    // The record of a meeting is not read for treaties; the symbol is that of the resolution on the Arms Trade Treaty.
    ["5935", "treaty:att-2013", "R/67/234"],
  ]);
  expect(new Set(links.map(({ properties }) => properties.basis))).toEqual(new Set(["INFERRED"]));
});

it("ATOP years in a row become one tie, in the direction of the promise", async () => {
  const { edges, rejected } = await mapped("atop-5-dyads", published("atop5_directed_dyad_year.csv"));
  expect(rejected).toEqual([]);
  const ties = edges.map(({ from, to, properties: { kind, validFrom, validTo } }) =>
    [from, to, kind, validFrom, validTo ?? "no end"].join(" "),
  );
  expect(ties.sort()).toEqual([
    "state:gbr state:bel DEFENSE 1925 1926",
    // Between two spells there was no promise.
    "state:gbr state:bel DEFENSE 1942 1942",
    "state:gbr state:bel OFFENSE 1942 1942",
    "state:rus state:fin CONSULTATION 1991-12-26 1992",
    "state:rus state:fin DEFENSE 1991-12-26 1992",
    "state:sun state:fin CONSULTATION 1990 1991-12-25",
    "state:sun state:fin DEFENSE 1990 1991-12-25",
    // The data end in 2018.
    "state:usa state:jpn CONSULTATION 2017 no end",
    "state:usa state:jpn DEFENSE 2017 no end",
    "state:usa state:jpn NONAGGRESSION 2017 2017",
  ]);
});

it("REIGN starts are days, ends are months, and namesakes are two persons", async () => {
  const { nodes, edges, rejected } = await mapped("reign-2021-03", published("reign_leaderlist_test.csv"));
  expect(rejected).toEqual([]);
  const spells = edges.map(({ from, to, properties: { validFrom, validTo } }) =>
    [from, to, validFrom, validTo ?? "in office"].join(" "),
  );
  expect(spells).toEqual([
    "person:reign-2-bush-1924 state:usa 1989-01-20 1993-01",
    "person:reign-2-bush-1946 state:usa 2001-01-20 2009-01",
    "person:reign-2-biden-1942 state:usa 2021-01-20 in office",
    "person:reign-365-yeltsin-1931 state:sun 1991-08-21 1991-12-25",
    "person:reign-365-yeltsin-1931 state:rus 1991-12-26 1999-12",
    "person:reign-2-nobody-known state:usa 1990-02-01 1990-02",
  ]);
  expect(nodes.find(({ id }) => id === "person:reign-2-nobody-known")?.properties.born).toBeUndefined();
});

it("UN Treaty Collection declarations become statements that concern the treaty", async () => {
  const { nodes, edges, rejected } = await mapped(
    "un-treaty-collection-2015",
    published("index.csv", "99-1.csv", "declarations/3-3.txt", "declarations/10-6.txt"),
  );
  expect(rejected).toEqual([]);
  const kinds = nodes.flatMap(({ id, label, properties, evidence }) =>
    label === "Statement" && properties.kind ? [[id, properties.kind, evidence.basis]] : [],
  );
  // Bulgaria has no text.
  expect(kinds).toEqual([
    ["statement:untc-3-3-bahrain", "RESERVATION", "INFERRED"],
    ["statement:untc-3-3-china", "RESERVATION", "INFERRED"],
    ["statement:untc-3-3-ireland", "OBJECTION", "INFERRED"],
    ["statement:untc-3-3-malta", "DECLARATION", "INFERRED"],
    ["statement:untc-10-6-cayman-islands", "DECLARATION", "INFERRED"],
  ]);
  const links = (type: string) =>
    edges.filter((edge) => edge.type === type).map(({ from, to }) => `${from} ${to}`);
  expect(links("ADOPTED")).toContain("territory:cym statement:untc-10-6-cayman-islands");
  expect(links("ADOPTED")).toContain("state:irl statement:untc-3-3-ireland");
  expect(links("CONCERNS")).toContain("statement:untc-3-3-malta treaty:untc-3-3");
  expect(links("RELATED_TO")).toEqual(["statement:untc-3-3-ireland statement:untc-3-3-china"]);
});

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { type Row, readInput, shared } from "./bundles.js";

// Three bundles are made by a script from data sets. What they must hold is counted here from the data sets by other
// code: patterns over the raw lines, and another list of country names (country-codes).

const untc = readInput("40-untc-disarmament-2014.yaml").edges.map(({ row }) => row);
const unoda = readInput("41-unoda-treaty-status-2026.yaml").edges.map(({ row }) => row);
const security = readInput("43-untc-security-2014.yaml").edges.map(({ row }) => row);
/** What the editors add by hand has a source of its own. */
const ofTables = (rows: readonly Row[]) =>
  rows.filter(({ source }) => source === "source:un-treaty-collection");
const ofSnapshot = unoda.filter(
  ({ source }) => source !== "source:background" && source !== "source:dprk-npt-2003",
);
const tables = shared("data/un-treaty-collection-2015/treaties");
const snapshots = shared("data/unoda-treaty-status/treaty_status_snapshots.csv");
const countries = shared("data/country-codes/datasets_country-codes.csv");

const lines = (path: string) => readFileSync(path, "utf8").split(/\r?\n/);
const count = (edges: readonly Row[], wanted: Row) =>
  edges.filter((row) => Object.entries(wanted).every(([key, value]) => row[key] === value)).length;
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].length;

/** "2003-09-24" as the tables write it: "24 Sep 2003". */
function written(day = ""): string {
  const month = new Date(day).toLocaleString("en", { month: "short", timeZone: "UTC" });
  return `${Number(day.slice(8))} ${month} ${day.slice(0, 4)}`;
}

describe("entry into force for a single state", () => {
  it.each([
    ["treaty:cwc-1993", "state:usa", "1997-04-29"],
    ["treaty:cwc-1993", "state:rus", "1997-12-05"],
    ["treaty:cwc-1993", "state:chn", "1997-04-29"],
    ["treaty:cwc-1993", "state:bhr", "1997-04-29"],
    // It deposited on the day of entry into force.
    ["treaty:cwc-1993", "state:cub", "1997-05-29"],
    ["treaty:cwc-1993", "state:syr", "2013-10-14"],
    ["treaty:ottawa-1997", "state:can", "1999-03-01"],
    ["treaty:ottawa-1997", "state:fin", "2012-07-01"],
    ["treaty:ottawa-1997", "state:pol", "2013-06-01"],
    ["treaty:ccm-2008", "state:nor", "2010-08-01"],
    ["treaty:tpnw-2017", "state:mex", "2021-01-22"],
    ["treaty:tpnw-2017", "state:ben", "2021-03-11"],
    ["treaty:npt-1968", "state:sun", "1970-03-05"],
    ["treaty:npt-1968", "state:jpn", "1976-06-08"],
    ["treaty:canwfz-2006", "state:kaz", "2009-03-21"],
    ["treaty:pelindaba-1996", "state:dza", "2009-07-15"],
    ["treaty:tlatelolco-1967", "state:cub", "2002-10-23"],
    ["treaty:npt-1968", "state:ago", "1996-10-14"],
    ["treaty:genocide-convention-1948", "state:usa", "1989-02-23"],
    ["treaty:unclos-1982", "state:rus", "1997-04-11"],
    ["treaty:unclos-1982", "org:eu", "1998-05-01"],
    ["treaty:untoc-2000", "state:usa", "2005-12-03"],
    ["treaty:ccw-1980", "state:usa", "1995-09-24"],
    ["treaty:ccw-amended-protocol-2-1996", "state:rus", "2005-09-02"],
    ["treaty:rome-article-8-2010", "state:smr", "2012-09-26"],
    ["treaty:enmod-1976", "state:sun", "1978-10-05"],
    ["treaty:nuclear-terrorism-2005", "state:rus", "2007-07-07"],
    ["treaty:moon-agreement-1979", "state:aut", "1984-07-11"],
  ])("follows from the notices of depositaries: %s binds %s from %s", (to, from, validFrom) => {
    expect(count([...untc, ...unoda, ...security], { type: "PARTY_TO", from, to, validFrom })).toBe(1);
  });

  it("is inherited from former states by their successors", () => {
    const spells = [...unoda, ...security].filter(({ type, validTo }) => type === "PARTY_TO" && validTo);
    const ended = (to: string, from: string) =>
      spells.filter((row) => row.to === to && row.from === from).map((row) => row.validTo);
    for (const to of ["treaty:npt-1968", "treaty:bwc-1972"]) {
      expect(ended(to, "state:csk")).toEqual(["1992-12-31"]);
      expect(ended(to, "state:ddr")).toEqual(["1990-10-02"]);
      expect(ended(to, "state:yug")).toEqual(["1992-04-27/1992-07-04"]);
      expect(ended(to, "state:ymd")).toEqual(["1990-05-21"]);
      expect(ended(to, "state:sun")).toEqual(["1991-12-25"]);
    }
    expect(ended("treaty:npt-1968", "state:cow-678")).toEqual(["1990-05-21"]);
    expect(ended("treaty:npt-1968", "state:cow-817")).toEqual(["1975-04-30"]);
    expect(ended("treaty:rome-statute-1998", "state:phl")).toEqual(["2019-03-16"]);
    expect(count(unoda, { type: "PARTY_TO", from: "state:yem", validFrom: "1990-05-22" })).toBe(2);
  });

  it("is not certain for a state that only signed, or that disputes it", () => {
    expect(count(unoda, { type: "PARTY_TO", from: "state:mhl", to: "treaty:rarotonga-1985" })).toBe(0);
    expect(count(unoda, { type: "SIGNED", from: "state:mhl", to: "treaty:rarotonga-1985" })).toBe(1);
    const korea = unoda.filter(
      ({ type, from, to }) => type === "PARTY_TO" && from === "state:prk" && to === "treaty:npt-1968",
    );
    expect(korea.map(({ rank, observedUntil, validTo }) => [rank, observedUntil, validTo])).toEqual([
      ["PREFERRED", "2003-01-10", undefined],
      [undefined, undefined, "2003-01-10"],
    ]);
  });

  it("does not exist before the treaty is in force: CTBT, and ATT before 2014-12-24", () => {
    const parties = [...untc, ...unoda].filter((row) => row.type === "PARTY_TO");
    expect(parties.filter((row) => row.to === "treaty:ctbt-1996")).toEqual([]);
    const days = parties.filter((row) => row.to === "treaty:att-2013").map((row) => row.validFrom);
    expect(new Set(days)).toEqual(new Set(["2014-12-24"]));
  });
});

it("lets a spell that ends in 36-withdrawals.yaml begin on the day that the data set leads to", () => {
  const ended = readInput("36-withdrawals.yaml").edges.map(({ row }) => row);
  const spells = ended.filter(({ type }) => type === "PARTY_TO");
  const unlike = spells.filter(
    ({ from = "", to = "", validFrom = "" }) => count(untc, { type: "PARTY_TO", from, to, validFrom }) !== 1,
  );
  expect(spells).toHaveLength(6);
  expect(unlike).toEqual([]);
});

describe.skipIf(tables.missing !== "")(`UN Treaty Collection ${tables.missing}`, () => {
  const text = (number: string) => lines(`${tables.path}/${number}.csv`).slice(1).join("\n");
  const DAY = "\\d{1,2} [A-Z][a-z]{2} \\d{4}";
  const stated = ofTables([...untc, ...security]);

  it.each([
    ["26-3", "treaty:cwc-1993"],
    ["26-4", "treaty:ctbt-1996"],
    ["26-5", "treaty:ottawa-1997"],
    ["26-6", "treaty:ccm-2008"],
    ["26-8", "treaty:att-2013"],
    ["4-1", "treaty:genocide-convention-1948"],
    ["18-6", "treaty:mercenaries-1989"],
    ["18-10", "treaty:rome-statute-1998"],
    ["18-12", "treaty:untoc-2000"],
    ["18-15", "treaty:nuclear-terrorism-2005"],
    ["21-6", "treaty:unclos-1982"],
    ["24-1", "treaty:registration-convention-1975"],
    ["26-1", "treaty:enmod-1976"],
    ["26-2", "treaty:ccw-1980"],
  ])("table %s: signatures and acts of %s", (number, to) => {
    const table = text(number);
    const days = matches(table, new RegExp(DAY, "g"));
    const lettered = (letters: string) => matches(table, new RegExp(`${DAY} ${letters}(?![A-Za-z])`, "g"));
    const signedInheriting = matches(table, new RegExp(`^[^\\d\\n]*,${DAY} d,`, "gm"));
    const signed = matches(table, new RegExp(`^("[^"]*"|[^,\\n]*),${DAY},`, "gm"));
    const acts = {
      ACCESSION: lettered("a"),
      ACCEPTANCE: lettered("A"),
      APPROVAL: lettered("AA"),
      FORMAL_CONFIRMATION: lettered("c"),
      SUCCESSION: lettered("d") - signedInheriting,
      PROVISIONAL_APPLICATION: lettered("n"),
    };
    const other = Object.values(acts).reduce((sum, value) => sum + value, 0);
    const ratified = days - signed - signedInheriting - other;
    expect(count(stated, { type: "SIGNED", to })).toBe(signed);
    for (const [act, expected] of Object.entries({ ...acts, RATIFICATION: ratified })) {
      expect([act, count(stated, { type: "TREATY_ACTION", to, act })]).toEqual([act, expected]);
    }
  });

  /** The line of the participant that a locator names, by table and name. */
  const rows = new Map<string, string>();
  const lineOf = ({ locator = "" }: Row) => {
    const [, number = "", rest = ""] = /^([\da-z-]+), (.*)$/.exec(locator) ?? [];
    if (!rows.has(`${number}, `)) {
      rows.set(`${number}, `, "");
      const [head = "", ...all] = lines(`${tables.path}/${number}.csv`);
      const heads: readonly string[] = parse(head)[0] ?? [];
      for (const line of all.filter((one) => one !== "")) {
        const name: string = parse(line)[0]?.[0] ?? "";
        for (const key of [name, ...heads.slice(1).map((column) => `${name}, ${column}`)])
          rows.set(`${number}, ${key}`, line);
      }
    }
    return rows.get(`${number}, ${rest}`);
  };

  it("dates every edge as the line does that its locator names", () => {
    const wrong = stated.filter((row) => {
      const line = lineOf(row);
      return line === undefined || (row.type !== "PARTY_TO" && !line.includes(`,${written(row.date)}`));
    });
    expect(wrong).toEqual([]);
  });

  it.skipIf(countries.missing !== "")("names the state that stands in the line", () => {
    const names = isoNames();
    const states = stated.filter(({ from }) => from !== "org:eu");
    const wrong = states.flatMap((row) => mismatch(row, parse(lineOf(row) ?? "")[0]?.[0] ?? "", names));
    expect([...new Set(wrong)].sort()).toEqual([]);
  });
});

describe.skipIf(snapshots.missing !== "")(`UNODA snapshot ${snapshots.missing}`, () => {
  const all = snapshots.missing ? [] : lines(snapshots.path);
  const newest = all.filter((line) => line.startsWith("2026-08-22,"));
  const of = (code: string, pattern: RegExp) =>
    newest.filter((line) => line.startsWith(`2026-08-22,${code},`) && pattern.test(line));

  it.each([
    ["npt", "treaty:npt-1968"],
    ["bwc", "treaty:bwc-1972"],
    ["tpnw", "treaty:tpnw-2017"],
    ["ctbt", "treaty:ctbt-1996"],
  ])("%s: signatures and acts", (code, to) => {
    // Who inherited did not sign.
    const stated = unoda.filter(({ source }) => source === "source:unoda-treaty-status");
    expect(count(stated, { type: "SIGNED", to })).toBe(of(code, / signed .* and ratified it on /).length);
    const ratified = of(code, / ratified it on \d/).length;
    expect(count(stated, { type: "TREATY_ACTION", to, act: "RATIFICATION" })).toBe(ratified);
    const acceded = of(code, / acceded to the .* on \d/).length;
    expect(count(stated, { type: "TREATY_ACTION", to, act: "ACCESSION" })).toBe(acceded);
    const inherited = of(code, / inherited membership of /).length;
    expect(count(stated, { type: "TREATY_ACTION", to, act: "SUCCESSION" })).toBe(inherited);
    const withdrew = of(code, /, but withdrew on \d/).length;
    // The CTBT is not in force: who "withdrew" revoked a ratification.
    const act = code === "ctbt" ? "REVOCATION" : "WITHDRAWAL";
    expect(count(stated, { type: "TREATY_ACTION", to, act })).toBe(withdrew);
  });

  it.each([
    ["npt", "treaty:npt-1968"],
    ["bwc", "treaty:bwc-1972"],
    ["tpnw", "treaty:tpnw-2017"],
    ["tlatelolco", "treaty:tlatelolco-1967"],
    ["rarotonga", "treaty:rarotonga-1985"],
    ["bangkok", "treaty:bangkok-1995"],
    ["pelindaba", "treaty:pelindaba-1996"],
    ["canwfz", "treaty:canwfz-2006"],
  ])("%s: one open spell for each state that joined", (code, to) => {
    const joined = of(code, /"?[^,]*,\d{4}-\d\d-\d\d,(ratified|acceded|inherited|joined),/).length;
    const open = unoda.filter((row) => row.type === "PARTY_TO" && row.to === to && !row.validTo);
    expect(joined).toBeGreaterThan(0);
    // The Marshall Islands signed.
    expect(open).toHaveLength(joined - (code === "rarotonga" ? 1 : 0));
  });

  /** The row of the newest snapshot that a locator names by treaty and state. */
  const rows = new Map<string, { readonly line: string; readonly cells: readonly string[] }>(
    newest.map((line) => {
      const cells: readonly string[] = parse(line)[0] ?? [];
      return [`${cells[1]}, ${cells[3]}`, { line, cells }];
    }),
  );
  const rowOf = ({ locator = "" }: Row) => rows.get(locator);

  it("dates every act as the row of the newest snapshot does that its locator names", () => {
    const wrong = ofSnapshot.filter((row) => {
      const line = rowOf(row)?.line;
      const day = row.date ?? row.effectiveOn ?? "?";
      return line === undefined || (row.type !== "PARTY_TO" && !line.includes(day));
    });
    expect(wrong).toEqual([]);
  });

  it.skipIf(countries.missing !== "")("names the state that stands in the line", () => {
    const names = isoNames();
    const wrong = ofSnapshot.flatMap((row) => {
      return mismatch(row, rowOf(row)?.cells[3] ?? "", names);
    });
    expect([...new Set(wrong)].sort()).toEqual([]);
  });
});

it.skipIf(tables.missing !== "" || snapshots.missing !== "")(
  "is what the script makes of the data sets",
  () => {
    const script = fileURLToPath(new URL("../../../scripts/make-treaty-status-bundles.mjs", import.meta.url));
    const folder = fileURLToPath(new URL("../../../../shared/data", import.meta.url));
    expect(() =>
      execFileSync(process.execPath, [script, folder, "--check"], { stdio: "pipe" }),
    ).not.toThrow();
  },
);

/** ISO codes by the names of another data set. */
function isoNames(): ReadonlyMap<string, string> {
  const rows: Record<string, string>[] = parse(readFileSync(countries.path, "utf8"), { columns: true });
  const keys = ["UNTERM English Short", "UNTERM English Formal", "official_name_en", "CLDR display name"];
  return new Map(
    rows.flatMap((row) =>
      keys.map((key) => [(row[key] ?? "").replace(" (the)", ""), row["ISO3166-1-Alpha-3"] ?? ""] as const),
    ),
  );
}

/** Names that the other list writes otherwise. */
const OTHERWISE: ReadonlyMap<string, string> = new Map([
  ["Congo, Democratic Republic of the", "COD"],
  ["Congo, Republic of the", "COG"],
  ["Czech Republic", "CZE"],
  ["Côte d'Ivoire", "CIV"],
  ["Korea, North", "PRK"],
  ["Korea, South", "KOR"],
  ["Macedonia, North", "MKD"],
  ["Micronesia, Federated States of", "FSM"],
  ["St. Kitts and Nevis", "KNA"],
  ["St. Vincent and the Grenadines", "VCT"],
  ["Swaziland", "SWZ"],
  ["The former Yugoslav Republic of Macedonia", "MKD"],
  ["Turkey", "TUR"],
  ["United Kingdom", "GBR"],
  ["United States", "USA"],
]);

/** Predecessors to which older acts were given. */
const PREDECESSORS: ReadonlyMap<string, readonly string[]> = new Map([
  ["RUS", ["SUN"]],
  ["SRB", ["SCG"]],
  ["YEM", ["YMD", "COW-678"]],
]);

function mismatch(row: Row, name: string, names: ReadonlyMap<string, string>): readonly string[] {
  const code = names.get(name) ?? OTHERWISE.get(name) ?? "";
  const from = (row.from ?? "").replace("state:", "").toUpperCase();
  return from === code || PREDECESSORS.get(code)?.includes(from) ? [] : [`${name} → ${from}`];
}

import { describe, expect, it } from "vitest";
import { type Row, readSeed } from "./bundles.js";
import { bounds, problemsOf } from "./rules.js";

const seed = readSeed();
const edges = seed.edges.map(({ row }) => row);

/** Who was certainly or possibly party on a day, by the editors' own spells. */
function partiesOn(treaty: string, day: string): readonly string[] {
  const at = bounds(day).min;
  const holds = ({ validFrom = "", validTo = ".." }: Row) =>
    bounds(validFrom).min <= at && (validTo === ".." || bounds(validTo).max >= at);
  return edges
    .filter((row) => row.type === "PARTY_TO" && row.to === treaty && row.source === "source:background")
    .filter(holds)
    .map((row) => (row.from ?? "").replace("state:", ""))
    .sort();
}

function acts(treaty: string, state: string): readonly string[] {
  return edges
    .filter((row) => row.type === "TREATY_ACTION" && row.to === treaty && row.from === state)
    .map((row) => `${row.act} ${row.date} ${row.effectiveOn ?? "-"}`);
}

it("all bundles in seed/ follow the rules of rules.ts", () => {
  expect(problemsOf(seed)).toEqual([]);
});

it("every row that the editors know themselves has general knowledge as its basis and source", () => {
  const own = [...seed.nodes, ...seed.edges].filter(({ file }) => /^(20|22|3\d)-/.test(file));
  expect(own.filter(({ row }) => row.basis !== "BACKGROUND" || row.source !== "source:background")).toEqual(
    [],
  );
});

describe("the treaties", () => {
  const namesOf = (id: string) =>
    seed.nodes.filter(({ row }) => row.id === id).flatMap(({ names }) => names.map((name) => name.text));

  it.each([
    ["treaty:inf-1987", "РСМД", "ДРСМД", "INF", "Договор о ракетах средней дальности"],
    ["treaty:start1-1991", "СНВ-1", "START I"],
    ["treaty:sort-2002", "СНП", "SORT"],
    ["treaty:new-start-2010", "СНВ-III", "ДСНВ", "New START"],
    ["treaty:abm-1972", "ПРО", "ABM"],
    ["treaty:npt-1968", "ДНЯО", "NPT"],
    ["treaty:ctbt-1996", "ДВЗЯИ", "CTBT"],
    ["treaty:cwc-1993", "КЗХО", "CWC"],
    ["treaty:bwc-1972", "КБТО", "BWC"],
    ["treaty:cfe-1990", "ДОВСЕ", "CFE"],
    ["treaty:open-skies-1992", "ДОН", "Open Skies Treaty"],
    ["treaty:ottawa-1997", "Оттавская конвенция", "Ottawa Convention"],
    ["treaty:ccm-2008", "ККБ", "CCM"],
    ["treaty:att-2013", "МДТО", "ДТО", "ATT"],
    ["treaty:tpnw-2017", "ДЗЯО", "TPNW"],
    ["treaty:tlatelolco-1967", "Договор Тлателолко", "Treaty of Tlatelolco"],
    ["treaty:rarotonga-1985", "Договор Раротонга", "Treaty of Rarotonga"],
    ["treaty:bangkok-1995", "Бангкокский договор", "Treaty of Bangkok"],
    ["treaty:pelindaba-1996", "Договор Пелиндаба", "Treaty of Pelindaba"],
    ["treaty:canwfz-2006", "Семипалатинский договор", "Treaty of Semipalatinsk"],
    ["treaty:cst-1992", "ДКБ", "Collective Security Treaty"],
    ["treaty:csto-charter-2002", "Устав ОДКБ", "CSTO Charter"],
  ])("have Russian and English names: %s", (id, ...names) => {
    expect(namesOf(id)).toEqual(expect.arrayContaining(names));
  });

  it("prefer at most one name of a language, from one source", () => {
    const preferred = seed.nodes
      .filter(({ file }) => /^[23]\d-/.test(file))
      .flatMap(({ row, names }) =>
        names
          .filter((name) => name.preferred === "true")
          .map((name) => `${row.id} ${row.source} ${name.lang}`),
      );
    expect(preferred.filter((key, index) => preferred.indexOf(key) !== index)).toEqual([]);
  });
});

describe("the bundled INF Treaty", () => {
  it.each([
    ["1988-05-31", []],
    ["1988-06-01", ["sun", "usa"]],
    ["2019-02-02", ["blr", "kaz", "rus", "ukr", "usa"]],
    ["2019-08-01", ["blr", "kaz", "rus", "ukr", "usa"]],
    ["2019-08-02", []],
  ])("binds on %s %j", (day, parties) => {
    expect(partiesOn("treaty:inf-1987", day)).toEqual(parties);
  });

  it("has a notice of withdrawal of 2019-02-02 with effect from 2019-08-02", () => {
    expect(acts("treaty:inf-1987", "state:usa")).toEqual(
      expect.arrayContaining([
        "WITHDRAWAL_NOTICE 2019-02-02 2019-08-02",
        "WITHDRAWAL 2019-08-02 2019-08-02",
        "SUSPENSION 2019-02-02 2019-02-02",
      ]),
    );
  });

  it("has no edge from the United States but its own acts", () => {
    const types = edges
      .filter((row) => row.from === "state:usa" && row.to === "treaty:inf-1987")
      .map((row) => row.type);
    expect(new Set(types)).toEqual(new Set(["SIGNED", "TREATY_ACTION", "PARTY_TO"]));
  });
});

describe("another small treaty", () => {
  it.each([
    ["treaty:abm-1972", "1990-01-01", "sun usa"],
    ["treaty:abm-1972", "2002-06-12", "rus usa"],
    ["treaty:abm-1972", "2002-06-13", ""],
    ["treaty:start1-1991", "1994-12-04", ""],
    ["treaty:start1-1991", "1994-12-05", "blr kaz rus ukr usa"],
    ["treaty:start1-1991", "2009-12-05", ""],
    ["treaty:sort-2002", "2011-02-04", "rus usa"],
    ["treaty:sort-2002", "2011-02-05", ""],
    ["treaty:new-start-2010", "2011-02-05", "rus usa"],
    ["treaty:new-start-2010", "2023-03-01", "rus usa"],
    ["treaty:new-start-2010", "2026-02-05", ""],
    ["treaty:cst-1992", "1998-01-01", "arm aze blr geo kaz kgz rus tjk uzb"],
    ["treaty:cst-1992", "2005-01-01", "arm blr kaz kgz rus tjk"],
    ["treaty:cst-1992", "2010-01-01", "arm blr kaz kgz rus tjk uzb"],
    ["treaty:cst-1992", "2013-01-01", "arm blr kaz kgz rus tjk"],
    ["treaty:csto-charter-2002", "2003-09-17", ""],
    ["treaty:csto-charter-2002", "2003-09-18", "arm blr kaz kgz rus tjk"],
  ])('binds its parties: %s on %s: "%s"', (treaty, day, parties) => {
    expect(partiesOn(treaty, day).join(" ")).toBe(parties);
  });

  it.each([
    ["treaty:cfe-1990", "1992-12-31", 29],
    ["treaty:cfe-1990", "1993-01-01", 30],
    ["treaty:cfe-1990", "2023-11-06", 30],
    ["treaty:cfe-1990", "2023-11-07", 29],
    ["treaty:open-skies-1992", "2002-01-01", 26],
    ["treaty:open-skies-1992", "2010-01-01", 34],
    ["treaty:open-skies-1992", "2020-11-22", 33],
    ["treaty:open-skies-1992", "2021-12-18", 32],
  ])("has all its possible parties: %s on %s: %i", (treaty, day, count) => {
    expect(partiesOn(treaty, day)).toHaveLength(count);
  });

  it("has Uzbekistan as a party that withdrew and came back", () => {
    const spells = edges.filter(
      (row) => row.type === "PARTY_TO" && row.from === "state:uzb" && row.to === "treaty:cst-1992",
    );
    expect(spells).toHaveLength(2);
  });
});

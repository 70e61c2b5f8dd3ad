import { describe, expect, it } from "vitest";
import { certainEnd, type EdgeInTime, possibleEnd, possibleStart } from "../../../src/compile/spell.js";
import { existed, holds } from "../../../src/compile/validity.js";
import { parseEdtf } from "../../../src/model/edtf.js";
import { maxColumn, minColumn } from "../../../src/model/property.js";
import { edgeModel } from "../../../src/model/registry.js";
import type { ScopePlan } from "../../../src/plan/kinds/scope.js";
import { validityBounds } from "../../../src/record/validity.js";
import { Environment } from "../../../src/statement/environment.js";
import { cypherValue } from "./support/cypher-value.js";

type Texts = Readonly<Record<string, string>>;

/** Dates as they are stored. */
const dated = (dates: Texts) =>
  Object.fromEntries(
    Object.entries(dates).flatMap(([name, text]) => {
      const { min, max } = parseEdtf(text);
      return [
        [minColumn(name), min],
        [maxColumn(name), max],
      ];
    }),
  );

/** A membership as it is stored: of what is stated, and of until when it was seen. */
function spell({ validFrom, validTo, on, observedUntil, coveredUntil, publishedAt }: Texts) {
  const bounds = validityBounds({
    validFrom: validFrom ?? null,
    validTo: validTo ?? null,
    on: on ?? null,
    observedUntil: observedUntil ?? coveredUntil ?? null,
    publishedAt: publishedAt ?? null,
  });
  return { ...bounds, observedUntil: observedUntil ?? null, coveredUntil: coveredUntil ?? null };
}

const edgeOf = (type: string, from: string, to: string): EdgeInTime => ({
  edge: edgeModel(type),
  r: "r",
  from: { node: "a", labels: [from] },
  to: { node: "b", labels: [to] },
});
const MEMBER = edgeOf("MEMBER_OF", "State", "Organization");

/** The possible and the certain answer for a day (`1990-01-01`) or a period (`1990/1991`). */
function scopesOf(time: string): readonly [ScopePlan, ScopePlan, Readonly<Record<string, string>>] {
  const environment = new Environment();
  const [asOf, min, max] = ["asOf", "min", "max"].map((name) => environment.parameter(name));
  if (!asOf || !min || !max) throw new Error("Three parameters are expected.");
  const plan = time.includes("/") ? { during: { min, max } } : { asOf };
  const days = parseEdtf(time);
  const bindings = { [`${asOf}`]: time, [`${min}`]: days.min, [`${max}`]: days.max };
  return [{ ...plan, certain: false }, { ...plan, certain: true }, bindings];
}

/** How conditions are met: CERTAIN, POSSIBLE or no. What is certain must be possible. */
function metBy(conditions: (scope: ScopePlan) => readonly string[], time: string, bindings: object) {
  const [possible, certain, days] = scopesOf(time);
  const [isPossible, isCertain] = [possible, certain].map((scope) =>
    conditions(scope).every((each) => cypherValue(each, { ...bindings, ...days }) === true),
  );
  if (isCertain && !isPossible) throw new Error("It is certain, but not possible.");
  return isCertain ? "CERTAIN" : isPossible ? "POSSIBLE" : "no";
}

const heldAt = (time: string, r: object, a: Texts = {}, b: Texts = {}, edge = MEMBER) =>
  metBy((scope) => holds(edge, scope), time, { r, a: dated(a), b: dated(b) });

/** docs/meaning.md, "Time". */
describe("a spell", () => {
  it.each([
    ["1989-12-31", "no"],
    ["1990-01-01", "POSSIBLE"],
    ["1990-12-31", "CERTAIN"],
    ["1995-01-01", "CERTAIN"],
    ["1995-01-02", "POSSIBLE"],
    ["1996-01-01", "no"],
    ["1988/1989", "no"],
    ["1989/1990-01-01", "POSSIBLE"],
    ["1992/2020", "CERTAIN"],
  ])("holds by its stated bounds on %s: %s", (time, how) => {
    expect(heldAt(time, spell({ validFrom: "1990", validTo: "1995" }))).toBe(how);
  });

  it("holds by its stated bounds, whatever the lives of its nodes", () => {
    const stated = spell({ validFrom: "1990-01-01", validTo: "1995-01-01" });
    expect(heldAt("1990-01-01", stated, { existsFrom: "1992" }, { founded: "1993" })).toBe("CERTAIN");
    expect(heldAt("1995-01-01", stated, { existsTo: "1991" }, { dissolved: "1992" })).toBe("CERTAIN");
  });

  it.each([
    ["1950-01-01", "no"],
    ["1976-05-05", "POSSIBLE"],
    ["1975/1976", "POSSIBLE"],
    ["1950/1975", "no"],
    ["1990-12-31", "CERTAIN"],
  ])("holds from an unknown start, not before both nodes exist: %s", (time, how) => {
    const unknown = spell({ validTo: "1990-12-31" });
    expect(heldAt(time, unknown, { existsFrom: "1918" }, { founded: "1976-05-05" })).toBe(how);
  });

  it.each([
    ["1991-12-25", "POSSIBLE"],
    ["1991-12-26", "no"],
    ["1991-12-26/2020", "no"],
    ["1985-01-01", "CERTAIN"],
  ])("holds until an unknown end, not after both nodes exist: %s", (time, how) => {
    const unknown = spell({ validFrom: "1950-01-01", coveredUntil: "1985-06-30" });
    expect(heldAt(time, unknown, { existsTo: "1991-12-25" }, { dissolved: "1999" })).toBe(how);
  });

  it("holds until an open end like an unknown one, certainly while observed", () => {
    const open = spell({ validFrom: "1950-01-01", validTo: "..", coveredUntil: "1985-06-30" });
    expect(heldAt("1985-06-30", open)).toBe("CERTAIN");
    expect(heldAt("1985-07-01", open)).toBe("POSSIBLE");
    expect(heldAt("2200-01-01", open)).toBe("POSSIBLE");
  });

  it("holds certainly until the certain end of a life if the source was published later", () => {
    const unknown = spell({ validFrom: "1950-01-01", publishedAt: "2014-12-31" });
    expect(heldAt("1991-01-01", unknown, { existsTo: "1991" })).toBe("CERTAIN");
    expect(heldAt("1991-06-01", unknown, { existsTo: "1991" })).toBe("POSSIBLE");
    expect(heldAt("1992-01-01", unknown, { existsTo: "1991" })).toBe("no");
  });

  it("holds if it was observed after the end of a life", () => {
    const covered = spell({ validFrom: "1970-01-01", coveredUntil: "2014-12-31" });
    expect(heldAt("2014-12-31", covered, {}, { dissolved: "2005" })).toBe("CERTAIN");
    const seen = spell({ validFrom: "1970-01-01", observedUntil: "2014-12-31" });
    expect(heldAt("2014-12-31", seen, {}, { dissolved: "2005" })).toBe("CERTAIN");
    expect(heldAt("2015-01-01", seen, {}, { dissolved: "2005" })).toBe("no");
    expect(heldAt("2015/2020", seen, {}, { dissolved: "2005" })).toBe("no");
  });

  it("holds on no day if the lives of its nodes do not overlap", () => {
    const unknown = spell({});
    const lives = [{ existsTo: "1945-05-08" }, { founded: "1976-01-01" }] as const;
    for (const time of ["1940-01-01", "1980-01-01", "1940/1980"])
      expect(heldAt(time, unknown, ...lives)).toBe("no");
  });

  it("does not hold certainly before its nodes exist, even if its source covers that time", () => {
    const unknown = spell({ publishedAt: "2015-06-01" });
    expect(heldAt("2015-06-01", unknown, {}, { founded: "2018" })).toBe("no");
    expect(heldAt("2014/2019", unknown, {}, { founded: "2018" })).toBe("POSSIBLE");
    expect(heldAt("2015-06-01", unknown, {}, { founded: "2010" })).toBe("CERTAIN");
  });

  it("holds only at the time of its evidence, and certainly if that is one day", () => {
    const [day, year] = [spell({ on: "2018-06-11" }), spell({ on: "2018" })];
    expect(["2018-06-10", "2018-06-11", "2018-06-12"].map((time) => heldAt(time, day))).toEqual([
      "no",
      "CERTAIN",
      "no",
    ]);
    expect(["2017-12-31", "2018-06-11", "2019-01-01"].map((time) => heldAt(time, year))).toEqual([
      "no",
      "POSSIBLE",
      "no",
    ]);
  });

  it("holds for a party until the day before its treaty ends", () => {
    const party = edgeOf("PARTY_TO", "State", "Treaty");
    const open = spell({ validFrom: "1988-06-01", validTo: ".." });
    const ended = { ended: "2019-08-02" };
    expect(heldAt("2019-08-01", open, {}, ended, party)).toBe("POSSIBLE");
    expect(heldAt("2019-08-02", open, {}, ended, party)).toBe("no");
  });

  it("holds at any time for a name", () => {
    const name = edgeOf("HAS_NAME", "State", "Name");
    expect(heldAt("2020-01-01", spell({}), { existsFrom: "1922", existsTo: "1991" }, {}, name)).toBe(
      "POSSIBLE",
    );
  });
});

describe("the bounds of a spell that are shown", () => {
  const shown = (r: object, a: Texts, b: Texts) =>
    [possibleStart, possibleEnd, certainEnd].map((bound) =>
      cypherValue(bound(MEMBER), { r, a: dated(a), b: dated(b) }),
    );
  const [A, B] = [
    { existsFrom: "1918", existsTo: "1991" },
    { founded: "1976", dissolved: "2005" },
  ];

  it("are the stated ones", () => {
    const stated = spell({ validFrom: "1950-01-01", validTo: "2010-01-01" });
    expect(shown(stated, A, B)).toEqual(["1950-01-01", "2010-01-01", "2010-01-01"]);
  });

  it("are the later start and the earlier end of both lives, if none are stated", () => {
    expect(shown(spell({ publishedAt: "2014-12-31" }), A, B)).toEqual([
      "1976-01-01",
      "1991-12-31",
      "1991-01-01",
    ]);
  });

  it("include the last day on which the spell was observed", () => {
    expect(shown(spell({ observedUntil: "2014-12-31" }), A, B)).toEqual([
      "1976-01-01",
      "2014-12-31",
      "2014-12-31",
    ]);
  });

  it("reach from the first to the last day if nothing is known", () => {
    expect(shown(spell({}), {}, {})).toEqual(["0001-01-01", "9999-12-31", "0001-01-01"]);
  });
});

describe("an act", () => {
  const SIGNED = edgeOf("SIGNED", "State", "Treaty");
  const signed = (time: string, date: string | undefined, a: Texts = {}, b: Texts = {}) =>
    heldAt(time, date ? dated({ date }) : {}, a, b, SIGNED);

  it.each([
    ["1996-08-31", "1996-09", "no"],
    ["1996-09-01", "1996-09", "POSSIBLE"],
    ["1996-09-30", "1996-09", "CERTAIN"],
    ["2020-01-01", "1996-09", "CERTAIN"],
    ["1996/1997", "1996-09", "CERTAIN"],
    ["1996-09-15/1997", "1996-09", "POSSIBLE"],
    ["1997/1998", "1996-09", "no"],
  ])("matches as of %s, or within %s: %s", (time, date, how) => {
    expect(signed(time, date)).toBe(how);
  });

  it("matches possibly at any time since both nodes exist, if it has no date", () => {
    expect(signed("1990-01-01", undefined)).toBe("POSSIBLE");
    expect(signed("1990-01-01", undefined, {}, { signed: "1996-09-24" })).toBe("no");
    expect(signed("1996-09-24", undefined, {}, { signed: "1996-09-24" })).toBe("POSSIBLE");
    expect(signed("2000-01-01", undefined, { existsTo: "1991" })).toBe("POSSIBLE");
    expect(signed("2000/2001", undefined, { existsTo: "1991" })).toBe("no");
  });

  it("matches on the day of its meeting or text, if it has no date", () => {
    const [participated, voted, adopted] = [
      edgeOf("PARTICIPATED", "State", "Meeting"),
      edgeOf("VOTED", "State", "Document"),
      edgeOf("ADOPTED", "Organization", "Document"),
    ];
    const on = { date: "2018-06-11" };
    for (const edge of [participated, voted, adopted]) {
      expect(heldAt("2018-06-10", {}, {}, on, edge)).toBe("no");
      expect(heldAt("2018-06-11", {}, {}, on, edge)).toBe("CERTAIN");
      expect(heldAt("2018/2019", {}, {}, on, edge)).toBe("CERTAIN");
    }
    expect(heldAt("2018-06-11", { date: "2018-07-01" }, {}, on, voted)).toBe("no");
    expect(heldAt("2018-06-11", dated({ date: "2018-05-01" }), {}, { date: "2019" }, adopted)).toBe(
      "CERTAIN",
    );
  });
});

describe("a list with asOf", () => {
  const found = (time: string, label: string, dates: Texts) =>
    metBy((scope) => existed({ node: "x", labels: [label] }, scope), time, { x: dated(dates) });

  it.each([
    ["1917-12-31", "no"],
    ["1918-06-01", "POSSIBLE"],
    ["1919-01-01", "CERTAIN"],
    ["1991-12-25", "CERTAIN"],
    ["1991-12-26", "no"],
    ["1990/2000", "CERTAIN"],
    ["1992/2000", "no"],
  ])("contains nodes as of %s, by their life: %s", (time, how) => {
    expect(found(time, "State", { existsFrom: "1918", existsTo: "1991-12-25" })).toBe(how);
  });

  it("contains nodes without a known life, but certainly only those with a known start", () => {
    expect(found("1990-01-01", "State", {})).toBe("POSSIBLE");
    expect(found("1990-01-01", "State", { existsFrom: "1980" })).toBe("CERTAIN");
    expect(found("1990-01-01", "State", { existsTo: "2000" })).toBe("POSSIBLE");
  });

  it("contains a treaty until the day before it ends", () => {
    const treaty = { signed: "1987-12-08", ended: "2019-08-02" };
    expect(found("2019-08-01", "Treaty", treaty)).toBe("CERTAIN");
    expect(found("2019-08-02", "Treaty", treaty)).toBe("no");
  });

  it("contains events by the day or within the period", () => {
    expect(found("2018-06-10", "Meeting", { date: "2018-06-11" })).toBe("no");
    expect(found("2020-01-01", "Meeting", { date: "2018-06-11" })).toBe("CERTAIN");
    expect(found("2019/2020", "Meeting", { date: "2018-06-11" })).toBe("no");
    expect(found("2018-06/2020", "Document", { date: "2018" })).toBe("POSSIBLE");
    expect(found("2018/2020", "Document", {})).toBe("POSSIBLE");
  });

  it("contains nodes that have no time", () => {
    expect(found("1800-01-01", "Topic", {})).toBe("CERTAIN");
  });
});

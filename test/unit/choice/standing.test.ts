import { describe, expect, it } from "vitest";
import { type Claim, standings } from "../../../src/choice/standing.js";

const claim = (id: string, changes: Partial<Claim>): Claim => ({
  id,
  sourceId: "source:a",
  rank: "NORMAL",
  isEvidence: false,
  dates: {},
  statements: {},
  seenUntil: null,
  priority: 0,
  recordedAt: "2026-01-01T00:00:00Z",
  retractedAt: null,
  ...changes,
});

const primaryOf = (...fact: readonly Claim[]) =>
  [...standings(fact)].filter(([, { primary }]) => primary).map(([id]) => id);

/** docs/meaning.md: all spells of one preferred source (rank, then source priority, then first recorded). */
describe("the source of a fact that is read", () => {
  it("is the only one", () => {
    expect(primaryOf(claim("1", {}))).toEqual(["1"]);
  });
  it("has the best rank, before priority", () => {
    expect(
      primaryOf(
        claim("1", { priority: 50 }),
        claim("2", { sourceId: "source:b", rank: "PREFERRED", priority: -5 }),
      ),
    ).toEqual(["2"]);
  });
  it("has the highest priority, before the first record", () => {
    expect(
      primaryOf(
        claim("1", { recordedAt: "2025-01-01T00:00:00Z" }),
        claim("2", { sourceId: "source:b", priority: 1 }),
      ),
    ).toEqual(["2"]);
  });
  it("is otherwise the one that was recorded first", () => {
    expect(
      primaryOf(
        claim("1", { sourceId: "source:z", recordedAt: "2025-12-31T23:00:00Z" }),
        claim("2", { sourceId: "source:b" }),
      ),
    ).toEqual(["1"]);
  });
  it("is read with all its spells and never mixed with another source", () => {
    expect(
      primaryOf(
        claim("1", { priority: 1 }),
        claim("2", { priority: 1, recordedAt: "2026-05-05T00:00:00Z" }),
        claim("3", { sourceId: "source:b" }),
      ).sort(),
    ).toEqual(["1", "2"]);
  });
  it("is never a retracted or deprecated assertion", () => {
    expect(
      primaryOf(
        claim("1", { priority: 9, retractedAt: "2026-02-02T00:00:00Z" }),
        claim("2", { sourceId: "source:b", rank: "DEPRECATED", priority: 5 }),
        claim("3", { sourceId: "source:c" }),
      ),
    ).toEqual(["3"]);
  });
  it("does not exist if nothing readable is left", () => {
    expect(
      primaryOf(
        claim("1", { retractedAt: "2026-02-02T00:00:00Z" }),
        claim("2", { sourceId: "source:b", rank: "DEPRECATED" }),
      ),
    ).toEqual([]);
  });
  it("does not depend on the order of the assertions", () => {
    const fact = [
      claim("1", { sourceId: "source:b" }),
      claim("2", { sourceId: "source:a" }),
      claim("3", { sourceId: "source:c", isEvidence: true, priority: 9 }),
    ];
    expect(primaryOf(...[...fact].reverse())).toEqual(primaryOf(...fact));
  });
  it("is the one recorded first by instant, whatever the time zone", () => {
    expect(
      primaryOf(
        claim("1", { sourceId: "source:b", recordedAt: "2026-01-01T15:00:00+05:00" }),
        claim("2", { sourceId: "source:a", recordedAt: "2026-01-01T06:00:00-05:00" }),
      ),
    ).toEqual(["1"]);
  });
});

/** A claim of another source, about the dates of one spell or act. */
const says = (id: string, dates: Claim["dates"], changes: Partial<Claim> = {}): Claim =>
  claim(id, { sourceId: `source:${id}`, dates, ...changes });
const date = (min: string, max = min) => ({ min, max });
const acted = (min: string, max = min) => ({ date: date(min, max) });
/** A spell that has not ended as far as its source knows, which last saw it on a day. */
const seen = (from: readonly [string, string?], until: string) => ({
  validFrom: date(...from),
  validTo: date(until, "9999-12-31"),
});
const orderOf = (...fact: readonly Claim[]) =>
  [...standings(fact)].sort(([, one], [, other]) => one.standing - other.standing).map(([id]) => id);

/** docs/meaning.md, Sources: rank, exactness, reach, priority, first recorded. */
describe("the most exact source of a fact", () => {
  const YEAR = acted("1994-01-01", "1994-12-31");
  const DAY = acted("1994-02-14");

  it("states a day rather than its year, whatever the priority", () => {
    expect(primaryOf(says("day", DAY), says("year", YEAR, { priority: 100 }))).toEqual(["day"]);
  });

  it("states a date rather than none", () => {
    expect(primaryOf(says("day", DAY), says("undated", {}, { priority: 100 }))).toEqual(["day"]);
  });

  it("does not come before a better rank", () => {
    expect(primaryOf(says("day", DAY), says("year", YEAR, { rank: "PREFERRED" }))).toEqual(["year"]);
  });

  it("is chosen by priority among contradicting days", () => {
    const other = says("other", acted("1995-01-01"), { priority: 1 });
    expect(primaryOf(says("day", DAY), other)).toEqual(["other"]);
    expect(primaryOf(says("day", DAY, { priority: 2 }), other)).toEqual(["day"]);
  });

  it("comes before the source that says the same, and before contradicting ones", () => {
    const fact = [
      says("year", YEAR, { priority: 9 }),
      says("other", acted("1995-01-01"), { priority: 5 }),
      says("day", DAY),
    ];
    expect(orderOf(...fact)).toEqual(["day", "year", "other"]);
    expect(orderOf(...[...fact].reverse())).toEqual(["day", "year", "other"]);
  });

  it("comes first of three, and the others stay in order", () => {
    const decade = says("decade", acted("1990-01-01", "1999-12-31"), { priority: 9 });
    expect(orderOf(decade, says("year", YEAR, { priority: 5 }), says("day", DAY))).toEqual([
      "day",
      "year",
      "decade",
    ]);
  });

  it("is the one with the later observation, not an older last year", () => {
    const older = says("older", seen(["2003-01-01", "2003-12-31"], "2014-12-31"), { priority: 100 });
    const later = says("later", seen(["2003-09-18"], "2024-12-31"));
    expect(primaryOf(older, later)).toEqual(["later"]);
    const vague = says("vague", seen(["2000-01-01", "2009-12-31"], "2024-12-31"));
    expect(primaryOf(older, vague)).toEqual(["vague"]);
  });

  it("is not the one that observed another spell later", () => {
    const older = says("older", seen(["2003-09-18"], "2014-12-31"), { priority: 1 });
    expect(primaryOf(older, says("later", seen(["2010-01-01"], "2024-12-31")))).toEqual(["older"]);
  });

  it("is a spell rather than evidence of a day", () => {
    const on = { validFrom: date("2010-05-05"), validTo: date("2010-05-05") };
    const spell = says("spell", {
      validFrom: date("2003-01-01", "2010-12-31"),
      validTo: date("2010-01-01", "9999-12-31"),
    });
    expect(primaryOf(spell, says("evidence", on, { isEvidence: true, priority: 100 }))).toEqual(["spell"]);
  });

  it("is not a source that retracted its assertion", () => {
    const gone = says("gone", DAY, { retractedAt: "2026-02-02T00:00:00Z" });
    expect(orderOf(gone, says("year", YEAR))).toEqual(["year", "gone"]);
  });

  it("is found by comparing all spells in order", () => {
    const of = (source: string, from: string, to: string, changes: Partial<Claim> = {}) => {
      const dates = { validFrom: date(`${from}-01-01`, `${from}-12-31`), validTo: date(`${to}-06-01`) };
      return claim(`${source} ${from}`, { sourceId: source, dates, ...changes });
    };
    const exact = (source: string, from: string, to: string) => {
      const dates = { validFrom: date(`${from}-05-05`), validTo: date(`${to}-06-01`) };
      return claim(`${source} ${from}`, { sourceId: source, dates });
    };
    const years = [of("a", "1990", "1995", { priority: 9 }), of("a", "2000", "2005", { priority: 9 })];
    const days = [exact("b", "2000", "2005"), exact("b", "1990", "1995")];
    expect(primaryOf(...years, ...days).sort()).toEqual(["b 1990", "b 2000"]);
    // Of one spell alone it is not known whether it says the same.
    expect(primaryOf(...years, exact("b", "1990", "1995")).sort()).toEqual(["a 1990", "a 2000"]);
  });

  /** One spell of a source, in one role. */
  const inRole = (
    source: string,
    role: string,
    from: readonly [string, string?],
    to: readonly [string, string?],
    changes: Partial<Claim> = {},
  ) =>
    claim(`${source} ${role} ${from[0]}`, {
      sourceId: source,
      statements: { role },
      dates: { validFrom: date(...from), validTo: date(...to) },
      ...changes,
    });

  it("states the exact day of a role even if it also knows an earlier role", () => {
    const fact = [
      inRole("year", "MEMBER", ["2004-01-01", "2004-12-31"], ["2014-12-31", "9999-12-31"], { priority: 42 }),
      inRole("days", "CANDIDATE", ["1997-12-01", "1999-12-31"], ["2004-04-30"]),
      inRole("days", "MEMBER", ["2004-05-01"], ["2026-11-25", "9999-12-31"]),
    ];
    expect(primaryOf(...fact)).toEqual(["days CANDIDATE 1997-12-01", "days MEMBER 2004-05-01"]);
    expect(primaryOf(...[...fact].reverse()).sort()).toEqual([
      "days CANDIDATE 1997-12-01",
      "days MEMBER 2004-05-01",
    ]);
  });

  it("is not the one with the exact day of one role if another knows of another role", () => {
    const fact = [
      inRole("years", "OBSERVER", ["1990-01-01", "1990-12-31"], ["2003-12-31"], { priority: 42 }),
      inRole("years", "MEMBER", ["2004-01-01", "2004-12-31"], ["2014-12-31", "9999-12-31"], { priority: 42 }),
      inRole("day", "MEMBER", ["2004-05-01"], ["2014-12-31", "9999-12-31"]),
    ];
    expect(primaryOf(...fact)).toEqual(["years OBSERVER 1990-01-01", "years MEMBER 2004-01-01"]);
  });

  it("is found by counting touching spells as one", () => {
    const fact = [
      inRole("years", "MEMBER", ["1946-01-01", "1946-12-31"], ["1970-12-31"], { priority: 42 }),
      inRole("years", "MEMBER", ["1971-01-01"], ["2014-12-31", "9999-12-31"], { priority: 42 }),
      inRole("day", "MEMBER", ["1946-01-17"], ["2026-11-25", "9999-12-31"]),
    ];
    expect(primaryOf(...fact)).toEqual(["day MEMBER 1946-01-17"]);
    const apart = [
      inRole("years", "MEMBER", ["1946-01-01", "1946-12-31"], ["1969-12-31"], { priority: 42 }),
      ...fact.slice(1),
    ];
    expect(primaryOf(...apart)).toEqual(["years MEMBER 1946-01-01", "years MEMBER 1971-01-01"]);
  });

  it("is found only among sources that agree, not among different votes", () => {
    const inTheYear = { date: { min: "2010-01-01", max: "2010-12-31" } };
    const onTheDay = { date: { min: "2010-06-01", max: "2010-06-01" } };
    const yes = claim("1", { priority: 1, dates: inTheYear, statements: { position: "YES" } });
    const other = (position: string) =>
      claim("2", { sourceId: "source:b", dates: onTheDay, statements: { position } });
    expect(primaryOf(yes, other("YES"))).toEqual(["2"]);
    expect(primaryOf(yes, other("NO"))).toEqual(["1"]);
  });
});

import { describe, expect, it } from "vitest";
import { edgeIdOf } from "../../../src/model/ids.js";
import { type Assertion, assertionOfEdge } from "../../../src/record/derive.js";
import {
  contradictionsIn,
  isEvidence,
  mergeAssertions,
  type StoredAssertion,
} from "../../../src/record/merge.js";
import type { Properties } from "../../../src/record/rows.js";

const FIRST = "2026-01-01T00:00:00Z";
const SECOND = "2026-02-02T00:00:00Z";
const THIRD = "2026-03-03T00:00:00Z";

const at = (line: number) => ({ file: "bundle.yaml", line, column: 3 });

/** What one source says of one membership. */
function member(properties: Properties, on: string | null = null, line = 1): Assertion {
  const ends = { type: "MEMBER_OF", from: "state:kaz", to: "org:csto", sourceId: "source:s" };
  const row = { ...ends, properties: { role: "MEMBER", ...properties }, on, observedUntil: null };
  return assertionOfEdge({ ...row, at: at(line), places: new Map() }, new Map());
}

/** What one source says of one ratification. */
function ratified(properties: Properties, line = 1): Assertion {
  const ends = { type: "TREATY_ACTION", from: "state:kaz", to: "treaty:npt-1968", sourceId: "source:s" };
  const row = { ...ends, properties: { act: "RATIFICATION", ...properties }, on: null, observedUntil: null };
  return assertionOfEdge({ ...row, at: at(line), places: new Map() }, new Map());
}

/** Loads rows one after the other: what stands afterwards, with all that was retracted. */
function load(stored: readonly StoredAssertion[], wanted: readonly Assertion[], recordedAt: string) {
  const { decisions, problems } = mergeAssertions(wanted, stored, recordedAt);
  const retracted = new Set(decisions.flatMap((decision) => decision.retracted ?? []));
  const all = [
    ...stored.map((old) => (retracted.has(old) ? { ...old, retractedAt: recordedAt } : old)),
    ...decisions.flatMap((decision) => decision.created ?? []),
  ];
  const outcomes = decisions.map(({ outcome }) => outcome);
  return { decisions, problems, outcomes, all };
}

/** Two texts of each assertion that is live: the values that the test is about. */
const live = (all: readonly StoredAssertion[], ...columns: readonly string[]) =>
  all
    .filter(({ retractedAt }) => retractedAt === null)
    .map((edge) => columns.map((column) => edge.columns[column] ?? null).join(" "))
    .sort();

describe("a row", () => {
  it("is written as a first spell if its source has not asserted it before", () => {
    const row = member({ validFrom: "1994-04-20" });
    const { decisions } = load([], [row], FIRST);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({
      outcome: "created",
      created: {
        ...{ type: "MEMBER_OF", from: "state:kaz", to: "org:csto", sourceId: "source:s" },
        ...{ factKey: row.factKey, spell: 0, revision: 0, recordedAt: FIRST, retractedAt: null },
        id: edgeIdOf(row.factKey, "source:s", 0, 0),
        columns: row.columns,
      },
    });
  });

  it("changes nothing if it is repeated", () => {
    const row = () => member({ validFrom: "1994-04-20", quote: "joined" });
    const before = load([], [row()], FIRST).all;
    const { decisions } = load(before, [row()], SECOND);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]).toMatchObject({ outcome: "unchanged", kept: before[0] });
    expect(decisions[0]?.created).toBeUndefined();
    expect(decisions[0]?.retracted).toBeUndefined();
  });

  it("is the same with null in place of a missing value", () => {
    const [old] = load([], [member({ validFrom: "1994" })], FIRST).all;
    if (!old) throw new Error("One assertion is expected.");
    const stored = { ...old, columns: { ...old.columns, quote: null } };
    expect(load([stored], [member({ validFrom: "1994" })], SECOND).outcomes).toEqual(["unchanged"]);
  });

  it("retracts the assertion that it corrects and is written beside it", () => {
    const before = load([], [member({ validFrom: "1994-04-20" })], FIRST).all;
    const { decisions, outcomes } = load(before, [member({ validFrom: "1994-04-21" })], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(decisions[0]?.retracted).toBe(before[0]);
    expect(decisions[0]?.created).toMatchObject({
      ...{ spell: 0, revision: 1, recordedAt: SECOND, retractedAt: null },
      columns: { validFrom: "1994-04-21" },
    });
    expect(decisions[0]?.created?.id).not.toBe(before[0]?.id);
  });

  it("corrects the current version, not an earlier one", () => {
    const first = load([], [member({ quote: "one" })], FIRST).all;
    const second = load(first, [member({ quote: "two" })], SECOND).all;
    const { decisions } = load(second, [member({ quote: "one" })], THIRD);
    expect(decisions[0]).toMatchObject({
      outcome: "updated",
      retracted: { columns: { quote: "two" } },
      created: { revision: 2, columns: { quote: "one" } },
    });
  });

  it("is kept if it is no longer named", () => {
    const early = () => member({ validFrom: "1994", validTo: "1999" });
    const before = load([], [early(), member({ validFrom: "2005", validTo: "2010" })], FIRST).all;
    const { all } = load(before, [early()], SECOND);
    expect(all).toEqual(before);
  });

  it("never gets the number of a retracted spell", () => {
    const gone = load([], [member({ validFrom: "1994", validTo: "1999" })], FIRST).all.map((old) => ({
      ...old,
      retractedAt: FIRST,
    }));
    const { decisions } = load(gone, [member({ validFrom: "2005", validTo: "2010" })], SECOND);
    expect(decisions[0]).toMatchObject({ outcome: "created", created: { spell: 1, revision: 0 } });
  });

  it("gets its decision at its place in the bundle", () => {
    const rows = ["1990", "2000", "2010"].map((year) => member({ validFrom: year, validTo: year }));
    const before = load([], rows.slice(2), FIRST).all;
    const { decisions, outcomes } = load(before, rows, SECOND);
    expect(outcomes).toEqual(["created", "created", "unchanged"]);
    expect(decisions.map(({ wanted }) => wanted)).toEqual(rows);
  });
});

describe("the spells of one source", () => {
  it("are kept if a later one does not overlap", () => {
    const before = load([], [member({ validFrom: "1994-04-20", validTo: "1999-04-20" })], FIRST).all;
    const { all, outcomes } = load(before, [member({ validFrom: "1999-04-21", validTo: "2010" })], SECOND);
    expect(outcomes).toEqual(["created"]);
    expect(live(all, "validFrom", "validTo")).toEqual(["1994-04-20 1999-04-20", "1999-04-21 2010"]);
    expect(all.map(({ spell }) => spell)).toEqual([0, 1]);
  });

  it("are corrected by one that begins on their last day", () => {
    const before = load([], [member({ validFrom: "1994-04-20", validTo: "1999-04-20" })], FIRST).all;
    const { all, outcomes } = load(before, [member({ validFrom: "1999-04-20", validTo: "2010" })], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "validFrom", "validTo")).toEqual(["1999-04-20 2010"]);
  });

  it("are closed by one with a known end", () => {
    const before = load([], [member({ validFrom: "1994-05-15" })], FIRST).all;
    const { all, outcomes } = load(
      before,
      [member({ validFrom: "1994-05-15", validTo: "1999-04-02" })],
      SECOND,
    );
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "validFrom", "validTo")).toEqual(["1994-05-15 1999-04-02"]);
  });

  it("are corrected by one that is known to be open", () => {
    const before = load([], [member({ validFrom: "1994", validTo: "1999" })], FIRST).all;
    const { all, outcomes } = load(before, [member({ validFrom: "1994", validTo: ".." })], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "validFrom", "validTo")).toEqual(["1994 .."]);
  });

  it("are corrected in other properties, such as the role", () => {
    const spell = { validFrom: "1994", validTo: "1999" };
    const before = load([], [member({ ...spell, role: "OBSERVER" })], FIRST).all;
    const { all, outcomes } = load(before, [member(spell)], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "role")).toEqual(["MEMBER"]);
  });

  it("are matched with identical rows first", () => {
    // Both could have held in 1995, so the changed row shares a possible day with either.
    const early = (quote: string) => member({ validFrom: "1990", validTo: "1995", quote });
    const late = () => member({ validFrom: "1995", validTo: "2000", quote: "late" });
    const before = [...load([], [early("old"), late()], FIRST).all].reverse();
    const { all, outcomes } = load(before, [early("new"), late()], SECOND);
    expect(outcomes).toEqual(["updated", "unchanged"]);
    expect(live(all, "validFrom", "quote")).toEqual(["1990 new", "1995 late"]);
  });

  it("are unchanged when loaded again in another order", () => {
    const rows = () => [
      member({ validFrom: "1990", validTo: "1995" }),
      member({ validFrom: "1995", validTo: "2000" }),
    ];
    const before = load([], rows(), FIRST).all;
    expect(load(before, rows().reverse(), SECOND).outcomes).toEqual(["unchanged", "unchanged"]);
  });

  it("are corrected by the rows that overlap them", () => {
    const rows = (quote: string) => [
      member({ validFrom: "1990", validTo: "1994", quote }),
      member({ validFrom: "2000", validTo: "2004", quote }),
    ];
    const before = load([], rows("old"), FIRST).all;
    const { decisions } = load(before, rows("new").reverse(), SECOND);
    expect(decisions.map(({ retracted, created }) => [retracted?.columns.validFrom, created?.spell])).toEqual(
      [
        ["2000", 1],
        ["1990", 0],
      ],
    );
  });
});

describe("evidence for one day", () => {
  it("does not correct the spell in which it lies", () => {
    const before = load([], [member({ validFrom: "1990", validTo: "2000" })], FIRST).all;
    const { all, outcomes } = load(before, [member({}, "1995-05-05")], SECOND);
    expect(outcomes).toEqual(["created"]);
    expect(live(all, "validFrom", "validTo")).toHaveLength(2);
  });

  it("is not corrected by a spell around it", () => {
    const before = load([], [member({}, "1995-05-05")], FIRST).all;
    const { all, outcomes } = load(before, [member({ validFrom: "1990", validTo: "2000" })], SECOND);
    expect(outcomes).toEqual(["created"]);
    expect(live(all, "validFrom", "validTo")).toHaveLength(2);
  });

  it("corrects evidence for the same day", () => {
    const before = load([], [member({ quote: "old" }, "2018-06-11")], FIRST).all;
    const { all, outcomes } = load(before, [member({ quote: "new" }, "2018-06-11")], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "quote")).toEqual(["new"]);
  });

  it("is kept beside evidence for another day", () => {
    const before = load([], [member({}, "2018-06-11")], FIRST).all;
    const { all, outcomes } = load(before, [member({}, "2018-06-12")], SECOND);
    expect(outcomes).toEqual(["created"]);
    expect(live(all, "validToMin")).toEqual(["2018-06-11", "2018-06-12"]);
  });

  it.each([
    { what: "a day", columns: member({}, "2018-06-11").columns },
    { what: "some day of a year", columns: member({}, "2018").columns },
  ])("is distinguished from a spell: $what", ({ columns }) => {
    expect(isEvidence(columns)).toBe(true);
  });

  it("is distinguished from evidence of the year of that day", () => {
    const before = load([], [member({}, "2018")], FIRST).all;
    const { all, outcomes } = load(before, [member({}, "2018-06-11")], SECOND);
    expect(outcomes).toEqual(["created"]);
    expect(live(all, "on")).toEqual(["2018", "2018-06-11"]);
  });

  it.each([
    {
      what: "a spell of one day",
      columns: member({ validFrom: "2018-06-11", validTo: "2018-06-11" }).columns,
    },
    { what: "a spell whose end is not known", columns: member({ validFrom: "2018-06-11" }).columns },
    { what: "a spell that is known to be open", columns: member({ validTo: ".." }).columns },
    {
      what: "a spell that began some time before one year and ended some time after another",
      columns: member({ validFrom: "../1990", validTo: "1999/.." }).columns,
    },
    { what: "a spell of which only the end is known", columns: member({ validTo: "1991-12-25" }).columns },
    { what: "a spell of which nothing is known", columns: member({}).columns },
    { what: "an edge that does not hold over time", columns: ratified({ date: "1994-02-14" }).columns },
  ])("is distinguished from $what", ({ columns }) => {
    expect(isEvidence(columns)).toBe(false);
  });
});

describe("dated acts of one source", () => {
  it("are two acts if they are loaded together with different dates", () => {
    const { all, outcomes, problems } = load(
      [],
      [ratified({ date: "1990-01-01" }), ratified({ date: "1995-01-01" })],
      FIRST,
    );
    expect(problems).toEqual([]);
    expect(outcomes).toEqual(["created", "created"]);
    expect(all.map(({ spell }) => spell)).toEqual([0, 1]);
  });

  it("do not change the first one when a second one is loaded with it", () => {
    const first = () => ratified({ date: "1990-01-01" });
    const before = load([], [first()], FIRST).all;
    const { all, outcomes } = load(before, [ratified({ date: "1995-01-01" }), first()], SECOND);
    expect(outcomes).toEqual(["created", "unchanged"]);
    expect(live(all, "date")).toEqual(["1990-01-01", "1995-01-01"]);
  });

  it("are corrected by a more exact date", () => {
    const before = load([], [ratified({ date: "1994" })], FIRST).all;
    const { all, outcomes } = load(before, [ratified({ date: "1994-02-14" })], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "date")).toEqual(["1994-02-14"]);
  });

  it("get a missing date", () => {
    const before = load([], [ratified({})], FIRST).all;
    const { all, outcomes } = load(before, [ratified({ date: "1994-02-14" })], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "date")).toEqual(["1994-02-14"]);
  });

  it("are corrected by the rows with their dates, in any order", () => {
    const acts = ["1990-01-01", "1995-01-01"];
    const before = load(
      [],
      acts.map((date) => ratified({ date, note: "old" })),
      FIRST,
    ).all;
    const { all, outcomes } = load(before, [ratified({ date: "1995-01-01", note: "new" })], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "date", "note")).toEqual(["1990-01-01 old", "1995-01-01 new"]);
  });
});

describe("an act on another day", () => {
  const notice = (date: string, more: Partial<Assertion> = {}) => ({ ...ratified({ date }), ...more });
  const stored = () => load([], [notice("1993-03-12")], FIRST).all;

  it("is a separate act, whichever script records it", () => {
    const { all, outcomes } = load(stored(), [notice("2003-01-10")], SECOND);
    expect(outcomes).toEqual(["created"]);
    expect(live(all, "date")).toEqual(["1993-03-12", "2003-01-10"]);
  });

  it("replaces the act that it corrects, named by its date or by its id", () => {
    for (const corrects of ["1993-03-12", stored()[0]?.id ?? ""]) {
      const { all, outcomes } = load(stored(), [notice("1993-03-15", { corrects })], SECOND);
      expect(outcomes).toEqual(["updated"]);
      expect(live(all, "date")).toEqual(["1993-03-15"]);
    }
  });

  it("is rejected with the existing acts if it corrects one that does not exist", () => {
    const { problems } = load(stored(), [notice("1993-03-15", { corrects: "1993-03-13" })], SECOND);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/corrects: .* 1993-03-13\. Known: 1993-03-12\./),
    ]);
  });

  it("changes nothing when its correction is loaded again", () => {
    const row = () => notice("1993-03-15", { corrects: "1993-03-12" });
    const corrected = load(stored(), [row()], SECOND).all;
    const { outcomes, problems } = load(corrected, [row()], THIRD);
    expect([outcomes, problems]).toEqual([["unchanged"], []]);
  });
});

describe("two signatures on one day", () => {
  const signed = (place: string | null) => {
    const ends = { type: "SIGNED", from: "state:kaz", to: "treaty:npt-1968", sourceId: "source:s" };
    const row = { ...ends, properties: { date: "1968-07-01", place }, on: null, observedUntil: null };
    return assertionOfEdge({ ...row, at: at(1), places: new Map() }, new Map());
  };

  it("are two acts at two places, in one bundle or in two", () => {
    const both = load([], [signed("London"), signed("Moscow")], FIRST);
    expect([both.outcomes, both.problems]).toEqual([["created", "created"], []]);
    const { all } = load(load([], [signed("London")], FIRST).all, [signed("Moscow")], SECOND);
    expect(live(all, "place")).toEqual(["London", "Moscow"]);
  });

  it("are one act if a place is missing", () => {
    const { all, outcomes } = load(load([], [signed(null)], FIRST).all, [signed("Moscow")], SECOND);
    expect(outcomes).toEqual(["updated"]);
    expect(live(all, "place")).toEqual(["Moscow"]);
  });
});

describe("a retracted assertion", () => {
  const retracted = () =>
    load([], [ratified({ date: "1990-01-01" })], FIRST).all.map((edge) => ({
      ...edge,
      retractedAt: SECOND,
      retractedByHand: true,
    }));

  it("stays retracted when the same row is loaded again, even with another locator", () => {
    const again = [ratified({ date: "1990-01-01", locator: "row 9" })];
    const { all, outcomes } = load(retracted(), again, THIRD);
    expect(outcomes).toEqual(["retracted"]);
    expect(live(all, "date")).toEqual([]);
  });

  it("is restored if the row says so", () => {
    const { all, outcomes } = load(
      retracted(),
      [{ ...ratified({ date: "1990-01-01" }), restore: true }],
      THIRD,
    );
    expect(outcomes).toEqual(["created"]);
    expect(load(all, [ratified({ date: "1990-01-01" })], THIRD).outcomes).toEqual(["unchanged"]);
  });

  it("does not affect other rows of the fact", () => {
    expect(load(retracted(), [ratified({ date: "1990-01-02" })], THIRD).outcomes).toEqual(["created"]);
  });

  it("is restored when a later release has it again", () => {
    const dropped = retracted().map((edge) => ({ ...edge, retractedByHand: false }));
    expect(load(dropped, [ratified({ date: "1990-01-01" })], THIRD).outcomes).toEqual(["created"]);
  });
});

describe("a contradiction in one bundle", () => {
  it("is reported at the later of two overlapping rows, with the place of the earlier one", () => {
    const rows = [
      member({ validFrom: "1994", validTo: "1999" }, null, 7),
      member({ validFrom: "1998", validTo: "2005" }, null, 9),
    ];
    expect(contradictionsIn(rows)).toEqual([
      {
        at: at(9),
        message:
          "MEMBER_OF from state:kaz to org:csto is asserted twice by source:s: first at bundle.yaml:7:3. Keep only one.",
      },
    ]);
  });

  it("is reported for each further row", () => {
    const rows = ["one", "two", "three"].map((quote, index) =>
      member({ validFrom: "1994", quote }, null, index + 1),
    );
    expect(contradictionsIn(rows).map((problem) => problem.at.line)).toEqual([2, 3]);
  });

  it("is found when rows are merged, too", () => {
    const rows = [
      member({ validFrom: "1994", validTo: "1999" }),
      member({ validFrom: "1998", validTo: "2005" }, null, 2),
    ];
    expect(load([], rows, FIRST).problems.map((problem) => problem.at.line)).toEqual([2]);
  });

  it("is found between two notes of an act on one day", () => {
    const rows = [
      ratified({ date: "1994-02-14", note: "one" }),
      ratified({ date: "1994-02-14", note: "two" }, 2),
    ];
    expect(contradictionsIn(rows)).toHaveLength(1);
  });

  it("is found between an act with a date and the same act without one", () => {
    expect(contradictionsIn([ratified({ date: "1994-02-14" }), ratified({}, 2)])).toHaveLength(1);
  });

  it.each([
    {
      what: "one row twice",
      rows: [member({ validFrom: "1994" }), member({ validFrom: "1994" }, null, 2)],
    },
    {
      what: "two spells that do not overlap",
      rows: [member({ validFrom: "1990", validTo: "1994" }), member({ validFrom: "1995", validTo: "1999" })],
    },
    {
      what: "two spells of which one ends in the year in which the other begins",
      rows: [member({ validFrom: "1990", validTo: "1995" }), member({ validFrom: "1995", validTo: "2000" })],
    },
    {
      what: "two spells without ends that are known to hold at times that lie apart",
      rows: [member({ validFrom: "1994" }), member({ validFrom: "1995" })],
    },
    {
      what: "a spell and evidence for a day in it",
      rows: [member({ validFrom: "1990", validTo: "2000" }), member({}, "1995-05-05")],
    },
    {
      what: "evidence for two days",
      rows: [member({}, "2018-06-11"), member({}, "2018-06-12")],
    },
    {
      what: "two acts of different days",
      rows: [ratified({ date: "1990-01-01" }), ratified({ date: "1995-01-01" })],
    },
  ])("is not found between $what", ({ rows }) => {
    expect(contradictionsIn(rows)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { type Dates, datesOf, observedLonger, saysMoreExactly } from "../../../src/choice/dates.js";
import { assertionOfEdge } from "../../../src/record/derive.js";
import type { EdgeRow, Properties } from "../../../src/record/rows.js";

const AT = { file: "bundle.yaml", line: 1, column: 1 };

function datesOfRow(type: string, properties: Properties, seen: Partial<EdgeRow> = {}) {
  const ends = { type, from: "state:kaz", to: "treaty:npt-1968", sourceId: "source:s" };
  const row = { ...ends, properties, on: null, observedUntil: null, at: AT, places: new Map(), ...seen };
  return datesOf(assertionOfEdge(row, new Map()).columns);
}

/** The dates of one spell of membership. */
const spell = (properties: Properties, observedUntil: string | null = null) =>
  datesOfRow("PARTY_TO", properties, { observedUntil });
const act = (properties: Properties) => datesOfRow("TREATY_ACTION", { act: "RATIFICATION", ...properties });

/** docs/meaning.md: a value that says the same less exactly never displaces the more exact one. */
describe("the comparison of exactness", () => {
  it.each([
    ["a day in a year", act({ date: "1994-02-14" }), act({ date: "1994" })],
    ["a month in a decade", act({ date: "1994-02" }), act({ date: "199X" })],
    [
      "a day in a month of which only the month is known",
      act({ date: "1994-02-14" }),
      act({ date: "1994-02-XX" }),
    ],
    ["a date, where the other has none", act({ date: "1994" }), act({})],
    [
      "one date more, the others being the same",
      act({ date: "1994", effectiveOn: "1995" }),
      act({ date: "1994" }),
    ],
    [
      "the day on which a spell began, the end being the same",
      spell({ validFrom: "1994-02-14", validTo: "1999" }),
      spell({ validFrom: "1994", validTo: "1999" }),
    ],
    [
      "when a spell ended after the day on which the other last saw it",
      spell({ validFrom: "1994", validTo: "1999" }),
      spell({ validFrom: "1994" }, "1998-12-31"),
    ],
    [
      "the day of a vote, where the other has none",
      datesOfRow("VOTED", { position: "YES", date: "1994-02-14" }),
      datesOfRow("VOTED", { position: "YES" }),
    ],
    [
      "the day in a year for which both are evidence",
      datesOfRow("PARTY_TO", {}, { on: "1994-02-14" }),
      datesOfRow("PARTY_TO", {}, { on: "1994" }),
    ],
  ])("prefers %s", (_what, exact, inexact) => {
    expect(saysMoreExactly([exact], [inexact])).toBe(true);
    expect(saysMoreExactly([inexact], [exact])).toBe(false);
  });

  it.each([
    ["the same", act({ date: "1994" }), act({ date: "1994" })],
    ["another day", act({ date: "1994-02-14" }), act({ date: "1995" })],
    ["a day that may be outside", act({ date: "1994-12-24/1995-01-06" }), act({ date: "1994" })],
    ["nothing of time", act({}), act({})],
    [
      "one date more exactly and one less",
      act({ date: "1994-02-14", effectiveOn: "1995" }),
      act({ date: "1994", effectiveOn: "1995-05" }),
    ],
    [
      "an end before the day on which the other last saw it",
      spell({ validFrom: "1994", validTo: "1997" }),
      spell({ validFrom: "1994" }, "1998-12-31"),
    ],
  ])("prefers neither source for stating %s", (_what, one, other) => {
    expect(saysMoreExactly([one], [other])).toBe(false);
    expect(saysMoreExactly([other], [one])).toBe(false);
  });

  it("compares only the same number of spells", () => {
    const [early, late] = [
      spell({ validFrom: "1994-02-14", validTo: "1999-01-01" }),
      spell({ validFrom: "2004-02-14", validTo: "2009-01-01" }),
    ];
    const around = spell({ validFrom: "1994", validTo: "2009" });
    expect(saysMoreExactly([early, late], [around])).toBe(false);
    const years = [
      spell({ validFrom: "1994", validTo: "1999" }),
      spell({ validFrom: "2004", validTo: "2009" }),
    ];
    expect(saysMoreExactly([early, late], years)).toBe(true);
  });
});

/** docs/meaning.md: of the same spell, the source that watched longer. */
describe("the comparison of observations", () => {
  const until = (day: string, validFrom = "1994") => [spell({ validFrom }, day)];
  /** Whether the one observed longer, if neither says until when it observed, but only when it was published. */
  const longer = (one: readonly Dates[], other: readonly Dates[], seenUntil: string | null = null) =>
    observedLonger({ dates: one, seenUntil }, { dates: other, seenUntil });

  it("prefers the source that saw the spell on a later day", () => {
    expect(longer(until("2024-12-31"), until("2014-12-31"))).toBe(true);
    expect(longer(until("2014-12-31"), until("2024-12-31"))).toBe(false);
    expect(longer(until("2024-12-31"), until("2024-12-31"))).toBe(false);
  });

  it("prefers a later observation to a more exact start", () => {
    expect(longer(until("2024-12-31", "199X"), until("2014-12-31"))).toBe(true);
  });

  it("prefers a later observation that the spell has not ended", () => {
    const open = [spell({ validFrom: "1994", validTo: ".." }, "2024-12-31")];
    expect(longer(open, until("2014-12-31"))).toBe(true);
  });

  it("prefers neither source if their spells have different starts", () => {
    expect(longer(until("2024-12-31", "1995"), until("2014-12-31", "1994"))).toBe(false);
  });

  it("ignores different starts if both sources state until when they observed", () => {
    const [early, late] = [until("2014-12-31", "1994"), until("2024-12-31", "1995")];
    expect(longer(late, early, "2024-12-31")).toBe(true);
    expect(longer(early, late, "2024-12-31")).toBe(false);
  });

  it("prefers neither source if one of them knows the end", () => {
    const ended = [spell({ validFrom: "1994", validTo: "2020" })];
    expect(longer(until("2024-12-31"), ended)).toBe(false);
    expect(longer(ended, until("2014-12-31"))).toBe(false);
  });

  it("prefers neither source if the other one also saw an earlier spell", () => {
    const earlier = spell({ validFrom: "1950", validTo: "1960" });
    expect(longer(until("2024-12-31"), [earlier, ...until("2014-12-31")])).toBe(false);
  });
});

import { describe, expect, it } from "vitest";
import { type StatedValidity, validityBounds } from "../../../src/record/validity.js";

const NOTHING: StatedValidity = {
  validFrom: null,
  validTo: null,
  on: null,
  observedUntil: null,
  publishedAt: null,
};

type Bounds = readonly [fromMin: string, fromMax: string, toMin: string, toMax: string];

/** docs/meaning.md: on day D certain if fromMax ≤ D ≤ toMin, possible if fromMin ≤ D ≤ toMax. */
describe("the bounds of a spell", () => {
  it.each<[string, Partial<StatedValidity>, Bounds]>([
    [
      "both days known",
      { validFrom: "1988-06-01", validTo: "2019-08-02" },
      ["1988-06-01", "1988-06-01", "2019-08-02", "2019-08-02"],
    ],
    [
      "both years known",
      { validFrom: "1992", validTo: "1995" },
      ["1992-01-01", "1992-12-31", "1995-01-01", "1995-12-31"],
    ],
    [
      "a masked decade",
      { validFrom: "193X", validTo: "1941-06-22" },
      ["1930-01-01", "1939-12-31", "1941-06-22", "1941-06-22"],
    ],
    [
      "known to be open, source published on a day: it does not see beyond that day",
      { validFrom: "2010-05", validTo: "..", publishedAt: "2011-02-01" },
      ["2010-05-01", "2010-05-31", "2011-02-01", "9999-12-31"],
    ],
    [
      "known to be open, seen until a day",
      { validFrom: "2010-05", validTo: "..", observedUntil: "2024-12-31", publishedAt: "2011-02-01" },
      ["2010-05-01", "2010-05-31", "2024-12-31", "9999-12-31"],
    ],
    [
      "known to be open, by a source that tells nothing of itself: seen when it began",
      { validFrom: "2010-05", validTo: ".." },
      ["2010-05-01", "2010-05-31", "2010-05-31", "9999-12-31"],
    ],
    [
      "end unknown, seen until a day",
      { validFrom: "2010-05", observedUntil: "2011-02-01", publishedAt: "2015-01-01" },
      ["2010-05-01", "2010-05-31", "2011-02-01", "9999-12-31"],
    ],
    [
      "end unknown, source published on a day",
      { validFrom: "2010-05", publishedAt: "2015-01-01" },
      ["2010-05-01", "2010-05-31", "2015-01-01", "9999-12-31"],
    ],
    [
      "evidence for one day",
      { on: "2018-06-11", publishedAt: "2018-06-12" },
      ["2018-06-11", "2018-06-11", "2018-06-11", "2018-06-11"],
    ],
    [
      "start unknown, end known",
      { validTo: "1991-12-25" },
      ["0001-01-01", "1991-12-25", "1991-12-25", "1991-12-25"],
    ],
    [
      "only seen by a source of a day",
      { publishedAt: "2018-06-11" },
      ["0001-01-01", "2018-06-11", "2018-06-11", "9999-12-31"],
    ],
  ])("are correct: %s", (_case, stated, [validFromMin, validFromMax, validToMin, validToMax]) => {
    expect(validityBounds({ ...NOTHING, ...stated })).toEqual({
      validFromMin,
      validFromMax,
      validToMin,
      validToMax,
    });
  });

  it("are possible on every day and certain on none if nothing is known", () => {
    const { validFromMin, validFromMax, validToMin, validToMax } = validityBounds(NOTHING);
    expect([validFromMin, validToMax]).toEqual(["0001-01-01", "9999-12-31"]);
    expect(validFromMax > validToMin).toBe(true);
  });
});

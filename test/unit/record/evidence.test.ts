import { describe, expect, it } from "vitest";
import { validityBounds } from "../../../src/record/validity.js";

const NOTHING = { validFrom: null, validTo: null, observedUntil: null, publishedAt: "2020-01-01" };

/** docs/meaning.md: possible within that period only, certain if it is one day. */
describe("evidence that something held", () => {
  it.each([
    ["on a day", "2018-06-11", "2018-06-11", "2018-06-11"],
    ["on some day of a month", "2018-06", "2018-06-01", "2018-06-30"],
    ["on some day of a year", "1946", "1946-01-01", "1946-12-31"],
  ])("is possible only then: %s", (_what, on, first, last) => {
    const { validFromMin, validToMax } = validityBounds({ ...NOTHING, on });
    expect([validFromMin, validToMax]).toEqual([first, last]);
  });

  it("is certain on its day", () => {
    const { validFromMax, validToMin } = validityBounds({ ...NOTHING, on: "2018-06-11" });
    expect([validFromMax, validToMin]).toEqual(["2018-06-11", "2018-06-11"]);
  });

  it.each(["2018-06", "1946", "194X"])("is not certain on any day of %s", (on) => {
    const { validFromMax, validToMin } = validityBounds({ ...NOTHING, on });
    expect(validFromMax > validToMin).toBe(true);
  });
});

import { describe, expect, it } from "vitest";
import { FIRST_DAY, LAST_DAY } from "../../../src/model/edtf.js";
import { validityBounds } from "../../../src/record/validity.js";

const NOTHING = { validFrom: null, validTo: null, observedUntil: null, publishedAt: "2020-01-01" };

describe("evidence that something held", () => {
  it.each([
    ["on a day", "2018-06-11", "2018-06-11", "2018-06-11"],
    ["on some day of a month", "2018-06", "2018-06-01", "2018-06-30"],
    ["on some day of a year", "1946", "1946-01-01", "1946-12-31"],
  ])("%s: it may have begun at any time before and ended at any time after", (_what, on, first, last) => {
    // It began at the latest on the last day that is meant, and ended at the earliest on the first.
    expect(validityBounds({ ...NOTHING, on })).toEqual({
      validFromMin: FIRST_DAY,
      validFromMax: last,
      validToMin: first,
      validToMax: LAST_DAY,
    });
  });
});

import { expect, it } from "vitest";
import { whyBounds } from "../../../src/choice/why.js";

const SPELL = {
  validFrom: "1990",
  validFromMin: "1990-01-01",
  validToMin: "2014-12-31",
  validToMax: "9999-12-31",
};
const living = (start: string | null, endMin: string | null, endMax = endMin) => ({
  ...{ id: "state:x", start, endMin, endMax },
});
const codes = (columns: Parameters<typeof whyBounds>[0], end = living(null, null)) =>
  whyBounds(columns, [living(null, null), end]).map(({ code }) => code);

it("an open end is explained by the last observation and by the end of a life", () => {
  expect(codes(SPELL)).toEqual(["CERTAIN_UNTIL"]);
  expect(codes(SPELL, living(null, "2020-01-01"))).toEqual(["CERTAIN_UNTIL", "END_LIMITED_BY_LIFE"]);
});

it("a life that ended before the publication of the source limits what is certain", () => {
  expect(codes(SPELL, living(null, "1991-12-26"))).toEqual(["END_LIMITED_BY_LIFE"]);
  expect(codes(SPELL, living(null, "2014-01-01", "2015-12-31"))).toEqual(["END_LIMITED_BY_LIFE"]);
});

it("a source that observed the spell after the end of a life contradicts it", () => {
  const observed = { ...SPELL, observedUntil: "2014-12-31" };
  expect(codes(observed, living(null, "1991-12-26"))).toEqual(["CERTAIN_UNTIL"]);
  expect(codes(observed, living(null, "2014-12-31"))).toEqual(["CERTAIN_UNTIL", "END_LIMITED_BY_LIFE"]);
});

it("only an unstated start is limited by a life", () => {
  expect(codes({ ...SPELL, validFrom: null, validFromMin: "0001-01-01" }, living("1918", null))).toEqual([
    ...["START_LIMITED_BY_LIFE", "CERTAIN_UNTIL"],
  ]);
  expect(codes(SPELL, living("1918", null))).toEqual(["CERTAIN_UNTIL"]);
});

it("bounds that no source states are not reported as days", () => {
  const unknown = {
    validFrom: null,
    validFromMin: "0001-01-01",
    validToMin: "0001-01-01",
    validToMax: "9999-12-31",
  };
  expect(whyBounds(unknown, [living("0001-01-01", null, "9999-12-31")])).toEqual([]);
});

it("a stated end or evidence of a day needs no explanation", () => {
  expect(codes({ ...SPELL, validToMax: "2014-12-31" }, living(null, "1991-12-26"))).toEqual([]);
  expect(codes({ ...SPELL, on: "1962-10" })).toEqual(["EVIDENCE"]);
});

import { expect, it } from "vitest";
import { linkSeries } from "../../../src/fields/network/link-series.js";
import type { Bound } from "../../../src/plan/bind.js";
import { Environment } from "../../../src/statement/environment.js";

const PERIODS = [
  { period: "1990", from: "1990-01-01", to: "1990-12-31" },
  { period: "1991", from: "1991-01-01", to: "1991-12-31" },
];
const BOUND: Bound = {
  ...{
    parameters: {},
    pages: new Map(),
    sources: [],
    nodes: [],
    recordInstants: new Map(),
    valueOf: () => undefined,
  },
  periods: new Map([[3, PERIODS]]),
};

it("gives each pair its periods, with the selected columns only", () => {
  const plan = {
    ...{ slot: "years", n: 3, periods: new Environment().parameter("periods"), wantsCovered: true },
    columns: [
      { slot: "year", column: "period" as const },
      { slot: "n", column: "shared" as const },
      { slot: "known", column: "covered" as const },
    ],
  };
  const { slot, byPair } = linkSeries(
    plan,
    [
      [
        ...["a", "b"],
        [
          [0, 1],
          [1, 2],
        ],
      ],
      ["a", "c", []],
    ],
    "1990-01-01",
    BOUND,
  );
  expect(slot).toBe("years");
  expect([...byPair]).toEqual([
    [
      "a b",
      [
        { year: "1990", n: 1, known: true },
        { year: "1991", n: 2, known: false },
      ],
    ],
    ["a c", []],
  ]);
});

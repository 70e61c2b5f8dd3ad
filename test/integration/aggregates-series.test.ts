import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(SPELLS);
});
afterAll(() => graph?.stop());

interface Period {
  readonly period: string;
  readonly count: number;
  readonly nodes: number;
}

/** The series of a connection of one organization as `period: count/nodes`. */
async function members(org: string, series: string, scope = ""): Promise<readonly string[]> {
  const { one } = await graph.data(
    `{ one: organization(id: "org:${org}") { members${scope} { aggregate { series(${series}) { period count nodes } } } } }`,
  );
  return one.members.aggregate.series.map(shown);
}

const shown = ({ period, count, nodes }: Period) => `${period}: ${count}/${nodes}`;

// aaa 1992-01-01/.., bbb 1992-05/1999-04-02 and 2006-08-16/2012-12-19, ccc 1992/unknown, seen until 2020-01-01.
describe("a series of spells", () => {
  it.each([
    ["1991/1993", "ANY", ["1991: 0/0", "1992: 3/3", "1993: 3/3"]],
    ["1991/1993", "START", ["1991: 0/0", "1992: 2/2", "1993: 3/3"]],
    ["1991/1993", "END", ["1991: 0/0", "1992: 3/3", "1993: 3/3"]],
    ["1998/2000", "ANY", ["1998: 3/3", "1999: 3/3", "2000: 2/2"]],
    ["1998/2000", "START", ["1998: 3/3", "1999: 3/3", "2000: 2/2"]],
    ["1998/2000", "END", ["1998: 3/3", "1999: 2/2", "2000: 2/2"]],
    ["2005/2007", "ANY", ["2005: 2/2", "2006: 3/3", "2007: 3/3"]],
    ["2005/2007", "START", ["2005: 2/2", "2006: 2/2", "2007: 3/3"]],
    ["2005/2007", "END", ["2005: 2/2", "2006: 3/3", "2007: 3/3"]],
    ["2019/2021", "ANY", ["2019: 2/2", "2020: 2/2", "2021: 2/2"]],
  ])("counts spells that possibly hold: %s, %s", async (during, at, expected) => {
    expect(await members("x", `by: YEAR, during: "${during}", at: ${at}`)).toEqual(expected);
    if (at === "ANY") expect(await members("x", `by: YEAR, during: "${during}"`)).toEqual(expected);
  });

  it.each([
    // For certain bbb since 1992-05-31, ccc since 1992-12-31.
    ["1991/1993", "ANY", ["1991: 0/0", "1992: 3/3", "1993: 3/3"]],
    ["1991/1993", "START", ["1991: 0/0", "1992: 1/1", "1993: 3/3"]],
    ["1991/1993", "END", ["1991: 0/0", "1992: 3/3", "1993: 3/3"]],
    ["2019/2021", "ANY", ["2019: 2/2", "2020: 2/2", "2021: 0/0"]],
    ["2019/2021", "START", ["2019: 2/2", "2020: 2/2", "2021: 0/0"]],
    ["2019/2021", "END", ["2019: 2/2", "2020: 0/0", "2021: 0/0"]],
  ])("counts spells that certainly hold: %s, %s", async (during, at, expected) => {
    expect(await members("x", `by: YEAR, during: "${during}", at: ${at}`, "(certainty: CERTAIN)")).toEqual(
      expected,
    );
  });

  it("can have shorter and longer periods", async () => {
    expect(await members("x", `by: MONTH, during: "1992-03/1992-06"`)).toEqual([
      "1992-03: 2/2",
      "1992-04: 2/2",
      "1992-05: 3/3",
      "1992-06: 3/3",
    ]);
    expect(
      await members(
        "x",
        `by: MONTH, during: "1992-04/1992-06", at: START`,
        `(where: {node: {id: {eq: "state:bbb"}}})`,
      ),
    ).toEqual(["1992-04: 0/0", "1992-05: 1/1", "1992-06: 1/1"]);
    expect(await members("x", `by: DAY, during: "1999-04-01/1999-04-04", at: END`)).toEqual([
      "1999-04-01: 3/3",
      "1999-04-02: 3/3",
      "1999-04-03: 2/2",
      "1999-04-04: 2/2",
    ]);
    // Two spells of bbb, one state.
    expect(await members("x", `by: DECADE, during: "1985/2015"`)).toEqual([
      "198X: 0/0",
      "199X: 3/3",
      "200X: 3/3",
      "201X: 3/3",
    ]);
    expect(await members("x", `by: CENTURY, during: "1999/2001"`)).toEqual(["19XX: 3/3", "20XX: 3/3"]);
    expect(await members("x", `by: CENTURY, during: "2000", at: START`)).toEqual(["20XX: 2/2"]);
    expect(await members("z", `by: YEAR, during: "1999-06/2000-02", at: START`)).toEqual([
      "1999: 0/0",
      "2000: 2/2",
    ]);
  });

  it("counts two spells in one period as two rows and one state", async () => {
    const bbb = `(where: {node: {id: {eq: "state:bbb"}}})`;
    expect(await members("x", `by: CENTURY, during: "1950/2050"`, bbb)).toEqual(["19XX: 1/1", "20XX: 1/1"]);
    const { one } = await graph.data(
      `{ one: state(id: "state:bbb") { memberOf { aggregate { series(by: DECADE, during: "1990/2009") { period count nodes groups(by: [{path: "node.name"}], orderBy: KEY) { keys count } } } } } }`,
    );
    expect(one.memberOf.aggregate.series).toEqual([
      {
        period: "199X",
        count: 2,
        nodes: 2,
        groups: [
          { keys: ["X"], count: 1 },
          { keys: ["Y"], count: 1 },
        ],
      },
      {
        period: "200X",
        count: 3,
        nodes: 3,
        groups: [
          { keys: ["X"], count: 1 },
          { keys: ["Y"], count: 1 },
          { keys: ["Z"], count: 1 },
        ],
      },
    ]);
  });

  it("applies the sources, the time and the filter of the list", async () => {
    const years = `by: YEAR, during: "2001/2003"`;
    expect(await members("x", years, `(sources: ["source:b"])`)).toEqual([
      "2001: 1/1",
      "2002: 0/0",
      "2003: 0/0",
    ]);
    expect(await members("x", years, `(where: {role: {eq: OBSERVER}})`)).toEqual([
      "2001: 1/1",
      "2002: 1/1",
      "2003: 1/1",
    ]);
    expect(await members("x", years, `(asOf: "1995-01-01")`)).toEqual([
      "2001: 2/2",
      "2002: 2/2",
      "2003: 2/2",
    ]);
    expect(await members("x", years, `(first: 1)`)).toEqual(["2001: 2/2", "2002: 2/2", "2003: 2/2"]);
  });

  // Case 20: dissolved on 1991-07-01, its last day.
  it("does not count a spell after the life of one of its nodes", async () => {
    const years = (at: string, scope: string) =>
      members("old", `by: YEAR, during: "1990/1992", at: ${at}`, scope);
    expect(await years("ANY", "")).toEqual(["1990: 1/1", "1991: 1/1", "1992: 0/0"]);
    expect(await years("ANY", "(certainty: CERTAIN)")).toEqual(["1990: 1/1", "1991: 1/1", "1992: 0/0"]);
    expect(await years("START", "(certainty: CERTAIN)")).toEqual(["1990: 1/1", "1991: 1/1", "1992: 0/0"]);
    expect(await years("END", "(certainty: CERTAIN)")).toEqual(["1990: 1/1", "1991: 0/0", "1992: 0/0"]);
    expect(await members("old", `by: DAY, during: "1991-06-30/1991-07-02"`, "(certainty: CERTAIN)")).toEqual([
      "1991-06-30: 1/1",
      "1991-07-01: 1/1",
      "1991-07-02: 0/0",
    ]);
  });
});

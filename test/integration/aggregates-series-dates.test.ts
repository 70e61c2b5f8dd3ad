import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES } from "../fixtures/values-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, SPELLS);
});
afterAll(() => graph?.stop());

interface Period {
  readonly period: string;
  readonly count: number;
  readonly nodes: number;
}

async function treaties(series: string, args: string): Promise<readonly string[]> {
  const { list } = await graph.data(
    `{ list: treaties(${args}) { aggregate { series(${series}) { period count nodes } } } }`,
  );
  return list.aggregate.series.map(shown);
}

const shown = ({ period, count, nodes }: Period) => `${period}: ${count}/${nodes}`;

// d1 1987-12-08, d2 193X, d3 1984?, d4 1987-12, d5 1987-12/1988-01, d6 unset, d7 1988-01-01, d8 1990/..
describe("a series of rows with a date", () => {
  const dated = `where: {id: {matches: "treaty:d?"}}`;
  it("counts rows in each period, possibly or for certain", async () => {
    const years = `by: YEAR, during: "1986/1991", of: "signed"`;
    expect(await treaties(years, dated)).toEqual([
      "1986: 0/0",
      "1987: 3/3",
      "1988: 2/2",
      "1989: 0/0",
      "1990: 1/1",
      "1991: 1/1",
    ]);
    expect(await treaties(years, `${dated}, certainty: CERTAIN`)).toEqual([
      "1986: 0/0",
      "1987: 2/2",
      "1988: 1/1",
      "1989: 0/0",
      "1990: 0/0",
      "1991: 0/0",
    ]);
    const decades = `by: DECADE, during: "1925/1945", of: "signed"`;
    expect(await treaties(decades, dated)).toEqual(["192X: 0/0", "193X: 1/1", "194X: 0/0"]);
    expect(await treaties(decades, `${dated}, certainty: CERTAIN`)).toEqual([
      "192X: 0/0",
      "193X: 1/1",
      "194X: 0/0",
    ]);
  });

  it("has zeros and nulls in empty periods, and the bounds of each period", async () => {
    const { list } =
      await graph.data(`{ list: treaties(${dated}) { aggregate { series(by: YEAR, during: "1986-12/1988-01", of: "signed") {
      period from to n: count nodes min(of: "signed") last: max(of: "inForce") avg(of: "inForce", since: "signed")
      groups(by: [{path: "kind"}], orderBy: KEY) { keys count }
    } } } }`);
    expect(list.aggregate.series).toEqual([
      {
        period: "1986",
        from: "1986-01-01",
        to: "1986-12-31",
        n: 0,
        nodes: 0,
        min: null,
        last: null,
        avg: null,
        groups: [],
      },
      {
        period: "1987",
        from: "1987-01-01",
        to: "1987-12-31",
        n: 3,
        nodes: 3,
        min: "1987-12-01",
        last: "1988-06-01",
        avg: 176,
        groups: [
          { keys: ["ARMS_CONTROL"], count: 1 },
          { keys: ["OTHER"], count: 2 },
        ],
      },
      {
        period: "1988",
        from: "1988-01-01",
        to: "1988-12-31",
        n: 2,
        nodes: 2,
        min: "1987-12-01",
        last: "1988-01-11",
        avg: 10,
        groups: [
          { keys: ["ENTENTE"], count: 1 },
          { keys: ["OTHER"], count: 1 },
        ],
      },
    ]);
  });

  it("has only empty periods if there are no rows", async () => {
    expect(await treaties(`by: YEAR, during: "1987/1988", of: "signed"`, "where: {or: []}")).toEqual([
      "1987: 0/0",
      "1988: 0/0",
    ]);
    expect(await treaties(`by: MONTH, during: "2024-02", of: "signed"`, dated)).toEqual(["2024-02: 1/1"]);
  });

  it("can use the start of a spell as the date, and edges over a relation", async () => {
    const { one, all } = await graph.data(`{
      one: organization(id: "org:x") { members { aggregate { series(by: YEAR, during: "1991/1993", of: "validFrom") { period count nodes } } } }
      all: organizations { aggregate(over: "members") { series(by: YEAR, during: "1999/2000", at: END) { period count nodes } } }
    }`);
    expect(one.members.aggregate.series.map(shown)).toEqual(["1991: 0/0", "1992: 3/3", "1993: 0/0"]);
    // X: aaa, ccc; Y: aaa, bbb; from 2000 Z: bbb, ddd. Old was dissolved in 1991.
    expect(all.aggregate.series.map(shown)).toEqual(["1999: 4/3", "2000: 6/4"]);
  });

  it("can be selected twice under aliases in a list", async () => {
    const { organizations } =
      await graph.data(`{ organizations(first: 5, where: {id: {in: ["org:y", "org:z"]}}) { nodes { members(first: 1) { aggregate {
      start: series(by: YEAR, during: "1994/1994", at: START) { period count nodes }
      later: series(by: DECADE, during: "2000/2001", at: START) { period count nodes }
    } } } } }`);
    const rows = organizations.nodes.map(
      ({
        members: { aggregate },
      }: {
        members: { aggregate: Readonly<Record<string, readonly Period[]>> };
      }) => [...(aggregate.start ?? []).map(shown), ...(aggregate.later ?? []).map(shown)],
    );
    expect(rows).toEqual([
      ["1994: 2/2", "200X: 2/2"],
      ["1994: 0/0", "200X: 2/2"],
    ]);
  });
});

describe("an invalid series", () => {
  it.each([
    [`by: YEAR, during: "1990/2000"`, /of: "date"/],
    [`by: YEAR, during: "1990/..", of: "signed"`, /a start and an end/],
    [`by: YEAR, during: "../1990", of: "signed"`, /a start and an end/],
    [`by: DAY, during: "1990/2000", of: "signed"`, /1000 periods.*longer/],
    [`by: YEAR, during: "1990/2000", of: "name"`, /"name" is not a date/],
    [`by: YEAR, during: "1990/2000", of: "parties.count"`, /"parties\.count" is not a date/],
    [`by: YEAR, during: "1990/2000", of: "parties.validFrom"`, /several values/],
  ])("is rejected: %s", async (args, message) => {
    const query = `{ treaties { aggregate { s: series(${args}) { count } } } }`;
    await expectRefused(graph, query, { code: "BAD_INPUT", path: ["treaties", "aggregate", "s"], message });
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph, slugs } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES } from "../fixtures/values-graph.js";
import { ask } from "../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, SPELLS);
});
afterAll(() => graph?.stop());

// One document, asked again and again: what a variable says must not be kept from one request to the next.
describe("a document that is sent again with other variables", () => {
  async function inTurn(
    query: string,
    turns: readonly (readonly [unknown, readonly string[]])[],
  ): Promise<void> {
    for (const [v, expected] of [...turns, ...turns]) {
      const { list } = await graph.data(query, { v });
      expect(slugs(list.nodes), JSON.stringify(v)).toEqual(expected);
    }
  }
  const ALL = ["aaa", "bbb", "ccc", "ddd", "eee", "fff"];

  it("uses the new flags", async () => {
    await inTurn("query ($v: Boolean) { list: states(where: {region: {isNull: $v}}) { nodes { id } } }", [
      [true, ["ddd", "eee", "fff"]],
      [false, ["aaa", "bbb", "ccc"]],
    ]);
    await inTurn("query ($v: Boolean) { list: states(where: {memberOf: {exists: $v}}) { nodes { id } } }", [
      [true, ["aaa", "bbb", "ccc", "ddd"]],
      [false, ["eee", "fff"]],
    ]);
  });

  it("uses the new lists", async () => {
    await inTurn("query ($v: [String!]) { list: states(where: {region: {in: $v}}) { nodes { id } } }", [
      [["Asia"], ["aaa", "ccc"]],
      [[], []],
      [
        ["Europe", "Asia"],
        ["aaa", "bbb", "ccc"],
      ],
      ["Europe", ["bbb"]],
    ]);
    await inTurn("query ($v: [StateWhere!]) { list: states(where: {or: $v}) { nodes { id } } }", [
      [[{ region: { eq: "Asia" } }], ["aaa", "ccc"]],
      [
        [{ region: { eq: "Asia" } }, { iso3: { eq: "EEE" } }],
        ["aaa", "ccc", "eee"],
      ],
      [[], []],
    ]);
  });

  it("uses the new filters", async () => {
    await inTurn("query ($v: StateWhere) { list: states(where: $v) { nodes { id } } }", [
      [{ region: { eq: "Asia" } }, ["aaa", "ccc"]],
      [{ region: { eq: "Europe" } }, ["bbb"]],
      [{ region: { ne: "Europe" } }, ["aaa", "ccc", "ddd", "eee", "fff"]],
      [{ iso3: { eq: "EEE" } }, ["eee"]],
      [null, ALL],
      [{ not: { region: { isNull: false } } }, ["ddd", "eee", "fff"]],
      [{ memberOf: { some: { node: { id: { eq: "org:z" } } }, asOf: "2010-01-01" } }, ["bbb", "ddd"]],
      [{ memberOf: { some: { node: { id: { eq: "org:z" } } }, asOf: "1999-01-01" } }, []],
      [{ memberOf: { count: { in: [1, 4] } } }, ["bbb", "ccc"]],
    ]);
  });

  it("uses the new time and certainty of a relation", async () => {
    const member = `memberOf: {some: {node: {id: {eq: "org:x"}}}`;
    await inTurn(`query ($v: Date) { list: states(where: {${member}, asOf: $v}}) { nodes { id } } }`, [
      ["2003-01-01", ["aaa", "ccc"]],
      ["2010-01-01", ["aaa", "bbb", "ccc"]],
      [null, ["aaa", "bbb", "ccc"]],
      ["1991-01-01", []],
    ]);
    await inTurn(
      `query ($v: Certainty) { list: states(where: {${member}, asOf: "2021-01-01", certainty: $v}}) { nodes { id } } }`,
      [
        ["POSSIBLE", ["aaa", "ccc"]],
        ["CERTAIN", []],
      ],
    );
    await inTurn(`query ($v: [ID!]) { list: states(sources: $v, where: {${member}}}) { nodes { id } } }`, [
      [["source:b"], ["aaa", "bbb"]],
      [["source:a"], ["aaa", "bbb", "ccc"]],
      [["source:c"], []],
      [null, ["aaa", "bbb", "ccc"]],
    ]);
  });

  it("uses the new orders", async () => {
    await inTurn("query ($v: [Order!]) { list: states(orderBy: $v) { nodes { id } } }", [
      [[{ by: "name", direction: "DESC" }], ["fff", "ccc", "eee", "ddd", "bbb", "aaa"]],
      [[{ by: "name" }], ["aaa", "bbb", "ddd", "eee", "ccc", "fff"]],
      [[{ by: "memberOf.count", direction: "DESC" }], ["bbb", "aaa", "ddd", "ccc", "eee", "fff"]],
      [[], ALL],
    ]);
    await inTurn(
      "query ($v: Path!) { list: states(orderBy: [{by: $v, direction: DESC}]) { nodes { id } } }",
      [
        ["iso3", ["eee", "bbb", "aaa", "ccc", "ddd", "fff"]],
        ["region", ["bbb", "aaa", "ccc", "ddd", "eee", "fff"]],
      ],
    );
    await inTurn(
      'query ($v: Direction) { list: states(orderBy: [{by: "id", direction: $v}]) { nodes { id } } }',
      [
        ["DESC", [...ALL].reverse()],
        ["ASC", ALL],
      ],
    );
  });

  it("uses the new aggregates", async () => {
    const query = `query ($over: Path, $of: Path!, $by: [GroupBy!]!, $having: Having, $order: GroupOrder, $first: Int) {
      treaties(where: {parties: {exists: true}}) { aggregate(over: $over) { count max(of: $of)
        groups(by: $by, having: $having, orderBy: $order, first: $first) { keys count } } } }`;
    const asked = async (variables: Readonly<Record<string, unknown>>) => {
      const { aggregate } = (await graph.data(query, variables)).treaties;
      return [
        aggregate.count,
        aggregate.max,
        aggregate.groups.map(
          ({ keys, count }: { keys: readonly string[]; count: number }) => `${keys.join()} ${count}`,
        ),
      ];
    };
    const kinds = { of: "name", by: [{ path: "kind" }], order: "KEY_DESC" };
    const parties = { over: "parties", of: "confidence", by: [{ path: "node.type" }, { path: "via.id" }] };
    for (let turn = 0; turn < 2; turn++) {
      expect(await asked(kinds)).toEqual([2, "T2", ["PEACE 1", "ARMS_CONTROL 1"]]);
      expect(await asked({ ...kinds, order: "KEY" })).toEqual([2, "T2", ["ARMS_CONTROL 1", "PEACE 1"]]);
      expect(await asked({ ...kinds, first: 1 })).toEqual([2, "T2", ["PEACE 1"]]);
      expect(await asked(parties)).toEqual([
        5,
        "90",
        ["State,treaty:t1 3", "Organization,treaty:t1 1", "State,treaty:t2 1"],
      ]);
      expect(await asked({ ...parties, having: { count: { gt: 1 } } })).toEqual([
        5,
        "90",
        ["State,treaty:t1 3"],
      ]);
      expect(await asked({ ...parties, having: { count: { lt: 2 }, nodes: { eq: 1 } }, first: 1 })).toEqual([
        5,
        "90",
        ["Organization,treaty:t1 1"],
      ]);
    }
  });

  it("uses the new series", async () => {
    const query = `query ($by: Bucket!, $during: EDTF!, $at: SeriesPoint) { organization(id: "org:x") { members { aggregate {
      series(by: $by, during: $during, at: $at) { period count } } } } }`;
    const asked = async (by: string, during: string, at?: string) =>
      (await graph.data(query, { by, during, at })).organization.members.aggregate.series.map(
        ({ period, count }: { period: string; count: number }) => `${period} ${count}`,
      );
    for (let turn = 0; turn < 2; turn++) {
      expect(await asked("YEAR", "1992")).toEqual(["1992 3"]);
      expect(await asked("YEAR", "1992", "START")).toEqual(["1992 2"]);
      expect(await asked("YEAR", "1999/2000", "END")).toEqual(["1999 2", "2000 2"]);
      expect(await asked("DECADE", "1999/2000")).toEqual(["199X 3", "200X 3"]);
    }
  });
});

describe("the limits of variables", () => {
  const IN = "query ($v: [ID!]) { states(where: {id: {in: $v}}) { totalCount } }";

  it("allow ten thousand items in a list", async () => {
    const v = Array.from({ length: 10_000 }, (_, index) => `state:n${index}`);
    expect((await graph.data(IN, { v: [...v.slice(1), "state:aaa"] })).states.totalCount).toBe(1);
    const { errors } = await ask(graph.server, IN, { v: [...v, "state:aaa"] });
    expect(errors).toMatchObject([
      { message: "$v has 10001 items; the maximum is 10000.", extensions: { code: "BAD_INPUT" } },
    ]);
  });

  it("exclude invalid dates, and texts in place of dates", async () => {
    for (const day of ["1987-02-30", "12/08/1987", "yesterday", "", "1987/1986"]) {
      const query = "query ($v: StateWhere) { states(where: $v) { totalCount } }";
      const { errors } = await ask(graph.server, query, {
        v: { existsFrom: { lt: day } },
      });
      expect(errors, day).toHaveLength(1);
      expect(["BAD_INPUT", "GRAPHQL_VALIDATION_FAILED"]).toContain(errors?.[0]?.extensions?.code);
    }
  });
});

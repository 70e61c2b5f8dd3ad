import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../fixtures/graph.js";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES } from "../fixtures/values-graph.js";
import { expectWalks } from "../fixtures/walk.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, SPELLS);
  await load(graph.database, {
    source: "source:a",
    nodes: [
      { type: "Organization", id: "org:n", name: "N", kind: "IGO", names: [{ text: "Эн", lang: "ru" }] },
      { type: "Organization", id: "org:m", name: "M", kind: "IGO" },
    ],
    edges: [
      // 366 days, of which both are known; an open, an unknown and an uncertain end; an unknown start.
      {
        type: "MEMBER_OF",
        from: "state:aaa",
        to: "org:n",
        role: "MEMBER",
        validFrom: "2000-01-01",
        validTo: "2001-01-01",
      },
      {
        type: "MEMBER_OF",
        from: "state:bbb",
        to: "org:n",
        role: "MEMBER",
        validFrom: "2000-01-01",
        validTo: "..",
      },
      { type: "MEMBER_OF", from: "state:ccc", to: "org:n", role: "MEMBER", validFrom: "2000-01-01" },
      {
        type: "MEMBER_OF",
        from: "state:ddd",
        to: "org:n",
        role: "MEMBER",
        validFrom: "2000-01-01",
        validTo: "2001",
      },
      { type: "MEMBER_OF", from: "state:eee", to: "org:n", role: "MEMBER", validTo: "2001-01-01" },
      // Evidence of one day.
      { type: "MEMBER_OF", from: "state:fff", to: "org:n", role: "MEMBER", on: "2000-07-01" },
    ],
  });
});
afterAll(() => graph?.stop());

const ofN = async (selection: string, args = "") =>
  (await graph.data(`{ one: organization(id: "org:n") { members${args} { aggregate { ${selection} } } } }`))
    .one.members.aggregate;

describe("spells whose start or end is open or unknown", () => {
  it("have no number of days", async () => {
    const days = `avg(of: "validTo", since: "validFrom")`;
    expect(await ofN(days)).toEqual({ avg: 366 });
    expect(await ofN(days, `(where: {node: {id: {eq: "state:bbb"}}})`)).toEqual({ avg: null });
    expect(
      await ofN(days, `(where: {node: {id: {in: ["state:ccc", "state:ddd", "state:eee", "state:fff"]}}})`),
    ).toEqual({ avg: null });
  });

  it("do not count for min and max where their date is not stated", async () => {
    expect(await ofN(`min(of: "validFrom") max(of: "validFrom")`)).toEqual({
      min: "2000-01-01",
      max: "2000-01-01",
    });
    const unknown = `(where: {node: {id: {in: ["state:ccc", "state:fff"]}}})`;
    expect(await ofN(`min(of: "validTo") max(of: "validTo")`, unknown)).toEqual({ min: null, max: null });
  });

  it("are in the group with a null key", async () => {
    const { groups } = await ofN(
      `groups(by: [{path: "validFrom", bucket: YEAR}], orderBy: KEY) { keys count }`,
    );
    expect(groups).toEqual([
      { keys: ["2000"], count: 4 },
      { keys: [null], count: 2 },
    ]);
  });

  it("count in each period of a series in which they may hold", async () => {
    const series = async (at: string, scope = "") =>
      (await ofN(`series(by: YEAR, during: "1999/2002", at: ${at}) { period count }`, scope)).series.map(
        ({ count }: { count: number }) => count,
      );
    // aaa 2000-01-01/2001-01-01; bbb since 2000-01-01; ccc seen until 2020-01-01; ddd until some day of 2001;
    // eee until 2001-01-01, start unknown; fff seen on 2000-07-01, which says nothing of any other day.
    expect(await series("ANY")).toEqual([1, 6, 5, 2]);
    expect(await series("START")).toEqual([1, 5, 5, 2]);
    expect(await series("END")).toEqual([1, 5, 3, 2]);
    // For certain: eee on its last day only; ddd until 2001-01-01; fff on that day alone.
    expect(await series("ANY", "(certainty: CERTAIN)")).toEqual([0, 5, 5, 2]);
    expect(await series("START", "(certainty: CERTAIN)")).toEqual([0, 4, 5, 2]);
    expect(await series("END", "(certainty: CERTAIN)")).toEqual([0, 4, 2, 2]);
  });
});

describe("an aggregate", () => {
  it("can be selected with aliases, fragments, directives and parts of a group", async () => {
    const { states } = await graph.data(
      `query ($no: Boolean!) { states { ...S aggregate { __typename skipped: count @include(if: $no) } gone: aggregate @skip(if: true) { count } } }
      fragment S on StateConnection { aggregate { n: count ...A groups(by: [{path: "region"}], orderBy: NODES) { k: keys __typename } } }
      fragment A on Aggregate { other: groups(by: [{path: "region"}], having: {nodes: {gt: 1}}) { nodes } min(of: "iso3") }`,
      { no: false },
    );
    expect(states).toEqual({
      aggregate: {
        __typename: "Aggregate",
        n: 6,
        min: "AAA",
        groups: [
          { k: [null], __typename: "Group" },
          { k: ["Asia"], __typename: "Group" },
          { k: ["Europe"], __typename: "Group" },
        ],
        other: [{ nodes: 3 }, { nodes: 2 }],
      },
    });
  });

  it("groups by names in the requested language", async () => {
    const { states } = await graph.data(`{ states(where: {memberOf: {exists: true}}, asOf: "2000-07-01") {
      ru: aggregate(over: "memberOf") { groups(by: [{path: "node.name", lang: "ru"}], orderBy: KEY) { keys count } }
      en: aggregate(over: "memberOf") { groups(by: [{path: "node.name"}], having: {count: {gt: 5}}) { keys count } }
    } }`);
    // X: aaa, ccc; Y: aaa, bbb; Z: bbb, ddd; N: all six. Old was dissolved before.
    expect(states.ru.groups).toEqual([
      { keys: ["X"], count: 2 },
      { keys: ["Y"], count: 2 },
      { keys: ["Z"], count: 2 },
      { keys: ["Эн"], count: 6 },
    ]);
    expect(states.en.groups).toEqual([{ keys: ["N"], count: 6 }]);
  });

  it("applies the scope of the root list to counts, keys and averages", async () => {
    const { states } = await graph.data(`{ states(asOf: "2003-01-01", sources: ["source:a"]) { aggregate {
      count avg(of: "memberOf.count") groups(by: [{path: "memberOf.node.name"}], orderBy: KEY) { keys count } } } }`);
    // X: aaa, ccc; Y: aaa, bbb; Z: bbb, ddd; N: bbb, ccc; Old is dissolved.
    expect(states.aggregate).toEqual({
      count: 6,
      avg: expect.closeTo(8 / 6, 10),
      groups: [
        { keys: ["N"], count: 2 },
        { keys: ["X"], count: 2 },
        { keys: ["Y"], count: 2 },
        { keys: ["Z"], count: 2 },
        { keys: [null], count: 2 },
      ],
    });
  });

  it("is empty for a list without members", async () => {
    const { one } =
      await graph.data(`{ one: organization(id: "org:m") { members { totalCount aggregate { count nodes
      avg(of: "confidence") groups(by: [{path: "role"}]) { keys } series(by: YEAR, during: "2000/2001") { period count groups(by: [{path: "role"}]) { keys } } } } } }`);
    expect(one.members).toEqual({
      totalCount: 0,
      aggregate: {
        count: 0,
        nodes: 0,
        avg: null,
        groups: [],
        series: [
          { period: "2000", count: 0, groups: [] },
          { period: "2001", count: 0, groups: [] },
        ],
      },
    });
  });
});

it("returns every row when a list is ordered by instants, flags and evidence", async () => {
  const list = (by: string) => ({
    field: "organizations",
    args: `orderBy: [{by: "${by}", direction: DESC}, {by: "kind"}]`,
  });
  // M and N were recorded last.
  for (const size of [1, 2, 3]) {
    await expectWalks(graph, list("recordedAt"), ["m", "n", "y", "old", "x", "z"], size);
    const members = {
      field: "members",
      parent: `organization(id: "org:n")`,
      args: `orderBy: [{by: "validTo", direction: DESC}]`,
    };
    // Open; then 2001-01-01 of three (of 2001 the first possible day); then unknown.
    await expectWalks(graph, members, ["bbb", "aaa", "ddd", "eee", "ccc", "fff"], size);
    const primary = { ...members, args: `orderBy: [{by: "primary"}, {by: "recordedAt", direction: DESC}]` };
    await expectWalks(graph, primary, ["aaa", "bbb", "ccc", "ddd", "eee", "fff"], size);
  }
});

it("rejects a list property as a group key", async () => {
  const query = `{ treaty(id: "treaty:t1") { parties { aggregate { groups(by: [{path: "obligations"}]) { keys } } } } }`;
  const path = ["treaty", "parties", "aggregate", "groups"];
  await expectRefused(graph, query, { code: "BAD_INPUT", path, message: /"obligations".*list/ });
});

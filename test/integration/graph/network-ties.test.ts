import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksOf } from "../../fixtures/links.js";
import { expectRefused, type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { TIE_CONDITIONS } from "../../fixtures/tie-conditions-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(TIE_CONDITIONS);
});
afterAll(() => graph?.stop());

const links = (args: string) => linksOf(graph, args);
const SIGNED = "projection: CO_SIGNATURE";
const VOTES = "projection: VOTE_AGREEMENT";
const SHARED = "projection: SHARED_TREATIES";

const refused = (args: string, message: RegExp, selection = "totalCount") =>
  expectRefused(graph, `{ network(${args}) { ${selection} } }`, {
    ...{ code: "BAD_INPUT", path: ["network"], message },
  });

describe("network(ties:)", () => {
  it.each([
    ["", ["a-b 3", "a-c 2", "b-c 2"]],
    [`ties: {signed: {date: {gte: "1990", lte: "1999"}}}`, ["a-b 2", "a-c 1", "b-c 1"]],
    [`ties: {signed: {date: {isNull: true}}}`, []],
    [`ties: {signed: {place: {eq: "London"}}}`, ["b-c 1"]],
    [`ties: {signed: {node: {treaty: {id: {eq: "treaty:s1"}}}}}`, ["a-b 1", "a-c 1", "b-c 1"]],
    [`ties: {signed: {date: {gte: "1999"}}}, certainty: CERTAIN`, ["a-b 1"]],
    [`ties: {signed: {}}`, ["a-b 3", "a-c 2", "b-c 2"]],
    [`with: ["state:c"], ties: {signed: {date: {lt: "2000"}}}`, ["a-c 1", "b-c 1"]],
  ])("requires both edges to match: %s", async (args, expected) => {
    expect(await links(`${SIGNED}${args && `, ${args}`}`)).toEqual(expected);
  });

  it.each([
    [`${SHARED}, ties: {partyTo: {provisional: {eq: true}}}`, ["a-b 1"]],
    [`${VOTES}, bodies: null, ties: {votes: {position: {eq: NO}}}`, ["a-b 1"]],
    ["projection: JOINT_MEMBERSHIP", []],
    [`projection: JOINT_MEMBERSHIP, ties: {memberOf: {role: {eq: OBSERVER}}}`, ["a-b 1"]],
    [
      `projection: JOINT_MEMBERSHIP, ties: {memberOf: {not: {role: {eq: CANDIDATE}}}}`,
      ["a-b 1", "a-c 1", "b-c 1"],
    ],
  ])("replaces the default condition on the role in each projection: %s", async (args, expected) => {
    expect(await links(args)).toEqual(expected);
  });

  it("also applies to the pairs excluded by without", async () => {
    const other = `${SHARED}, without: {asOf: "1992-01-01"}`;
    expect(await links(other)).toEqual([]);
    // Both are party to P1 on that day, to P2 only on others.
    expect(await links(`${other}, ties: {partyTo: {provisional: {isNull: true}}}`)).toEqual(["a-b 1"]);
  });

  it.each([
    [`${SIGNED}, ties: {votes: {position: {eq: YES}}}`, /votes does not belong to CO_SIGNATURE.*signed/],
    [`${SIGNED}, ties: {}`, /ties.*signed/],
    [`${SIGNED}, ties: {signed: {date: {}}}`, /ties\.signed\.date/],
  ])("rejects %s", async (args, message) => {
    await refused(args, message);
  });

  it.each([
    [`minShared: 3`, ["a-b 3"]],
    [`minShared: 2, with: ["state:c"]`, ["a-c 2", "b-c 2"]],
    [`minShared: 4`, []],
  ])("can be combined with %s", async (args, expected) => {
    expect(await links(`${SIGNED}, ${args}`)).toEqual(expected);
  });

  it("counts ballots and links, not groups, for minShared", async () => {
    expect(await links(`${VOTES}, minShared: 4`)).toEqual(["a-b 0.5"]);
    expect(await links(`${VOTES}, minShared: 5`)).toEqual([]);
    const { network } = await graph.data(
      `{ network(${SHARED}, by: {path: "id"}, minShared: 2) { totalCount links { groups { key } } } }`,
    );
    expect(network).toEqual({
      totalCount: 1,
      links: [{ groups: [{ key: "treaty:p1" }, { key: "treaty:p2" }] }],
    });
  });
});

describe("network(by:) over a property of the ties", () => {
  const groups = async (args: string) => {
    const { network } = await graph.data(
      `{ network(${args}) { links { from to shared groups { key shared } } } }`,
    );
    type Link = {
      from: string;
      to: string;
      shared: number;
      groups: { key: string | null; shared: number }[];
    };
    return Object.fromEntries(
      network.links.map(({ from, to, groups: found }: Link) => [
        [from, to]
          .map((id) => id.replace("state:", ""))
          .sort()
          .join("-"),
        found.map(({ key, shared }) => `${key} ${shared}`),
      ]),
    );
  };

  it.each(["date", "tie.date"])("groups by the later of two dates (%s)", async (path) => {
    expect(await groups(`${SIGNED}, by: {path: "${path}", bucket: YEAR}`)).toEqual({
      "a-b": ["1995 1", "1999 1", "null 1"],
      "a-c": ["1999 1", "2001 1"],
      "b-c": ["1999 1", "2001 1"],
    });
    expect((await groups(`${SIGNED}, by: {path: "${path}"}`))["a-c"]).toEqual(["1999 1", "2001-01-01 1"]);
  });

  it("groups other values only if both agree", async () => {
    expect(await groups(`${SIGNED}, by: {path: "place"}, where: {id: {eq: "treaty:s1"}}`)).toMatchObject({
      "a-b": ["null 1"],
    });
    expect(await groups(`${SIGNED}, by: {path: "tie.place"}, where: {id: {eq: "treaty:s1"}}`)).toEqual({
      "a-b": ["null 1"],
      "a-c": ["null 1"],
      "b-c": ["London 1"],
    });
    expect(await groups(`${SHARED}, by: {path: "provisional"}`)).toEqual({ "a-b": ["true 1", "null 1"] });
  });

  it("prefers the property of the shared node, which can be named with node", async () => {
    expect(await groups(`${VOTES}, by: {path: "date", bucket: YEAR}`)).toEqual({ "a-b": ["2001 4"] });
    expect(await groups(`${VOTES}, by: {path: "tie.date", bucket: YEAR}`)).toEqual({ "a-b": ["null 4"] });
    expect(await groups(`${VOTES}, by: {path: "node.kind"}`)).toEqual({ "a-b": ["RESOLUTION 4"] });
  });

  it.each([
    [SIGNED, "nothing", /tie\.date/],
    [SHARED, "date", /neither of what is shared \(Treaty\) nor of the ties.*tie\.validFrom/],
    [SIGNED, "tie.nothing", /have no property "nothing".*date/],
    [SIGNED, "tie.node.kind", /have no property "node\.kind"/],
    [SHARED, "tie.obligations", /list/],
  ])("rejects %s by %s", async (projection, path, message) => {
    await refused(`${projection}, by: {path: "${path}"}`, message);
  });

  it("rejects periods of values that are not dates", async () => {
    await refused(`${SIGNED}, by: {path: "tie.place", bucket: YEAR}`, /not a date/);
  });
});

describe("network(bodies:)", () => {
  const counted = async (args: string) => {
    const { network } = await graph.data(
      `{ network(${VOTES}${args && `, ${args}`}) { bodies { id name } links { shared agreed } } }`,
    );
    return [network.bodies.map(({ id }: { id: string }) => id), network.links];
  };

  it("defaults to the body with the most ballots and to ballots of unknown bodies", async () => {
    expect(await counted("")).toEqual([["org:world"], [{ shared: 4, agreed: 2 }]]);
    expect(await counted(`with: ["state:a"]`)).toEqual([["org:world"], [{ shared: 4, agreed: 2 }]]);
  });

  it("chooses the body among the requested texts", async () => {
    const council = `where: {document: {id: {in: ["document:k1", "document:k2"]}}}`;
    expect(await counted(council)).toEqual([["org:council"], [{ shared: 2, agreed: 2 }]]);
  });

  it.each([
    [`bodies: ["org:council"]`, ["org:council"], { shared: 2, agreed: 2 }],
    [`bodies: ["org:world"]`, ["org:world"], { shared: 3, agreed: 2 }],
    [`bodies: ["org:top"]`, ["org:top"], { shared: 5, agreed: 4 }],
    [`bodies: ["org:world", "org:council"]`, ["org:council", "org:world"], { shared: 5, agreed: 4 }],
    [`bodies: null`, [], { shared: 6, agreed: 4 }],
  ])("counts the ballots of the given bodies: %s", async (args, bodies, link) => {
    expect(await counted(args)).toEqual([bodies, [link]]);
  });

  it("rejects unknown bodies, an empty list, and ties that are not ballots", async () => {
    await expectRefused(graph, `{ network(${VOTES}, bodies: ["org:nope"]) { totalCount } }`, {
      ...{ code: "NOT_FOUND", path: ["network"], message: /org:nope/ },
    });
    await refused(`${VOTES}, bodies: []`, /at least one id/);
    await refused(`${SHARED}, bodies: ["org:top"]`, /only ballots have a body/);
    const { network } = await graph.data(`{ network(${SHARED}, bodies: null) { totalCount bodies { id } } }`);
    expect(network).toEqual({ totalCount: 1, bodies: [] });
  });
});

describe("network { links { series } }", () => {
  const series = async (args: string, more = "") => {
    const { network } = await graph.data(
      `{ network(${SHARED}${more}) { links { shared rows: series(${args}) { period from to shared } } } }`,
    );
    return network.links.map(({ rows }: { rows: { period: string; shared: number }[] }) =>
      rows.map(({ period, shared }) => `${period} ${shared}`),
    );
  };
  const YEARS = `by: YEAR, during: "1990/1994"`;

  it("has the periods in which both are tied at the same time", async () => {
    expect(await series(YEARS)).toEqual([["1991 1", "1992 2", "1993 1"]]);
    expect(await series(`by: DECADE, during: "1980/1999"`)).toEqual([["199X 2"]]);
    expect(await series(`by: YEAR, during: "1992/1992"`)).toEqual([["1992 2"]]);
    expect(await series(`by: YEAR, during: "1980/1985"`)).toEqual([[]]);
  });

  it.each([
    ["START", ["1992 1", "1993 1"]],
    ["END", ["1991 1", "1992 1"]],
  ])("can be counted at the %s of each period", async (at, expected) => {
    expect(await series(`${YEARS}, at: ${at}`)).toEqual([expected]);
  });

  it("uses the same ties as the link", async () => {
    expect(await series(YEARS, `, ties: {partyTo: {provisional: {eq: true}}}`)).toEqual([
      ["1991 1", "1992 1"],
    ]);
    expect(await series(YEARS, `, asOf: "1993-01-01", with: ["state:b"]`)).toEqual([["1992 1", "1993 1"]]);
  });

  it("reports which periods are covered by its sources", async () => {
    const { network } = await graph.data(
      `{ network(projection: JOINT_MEMBERSHIP, ties: {memberOf: {role: {eq: OBSERVER}}}) { links {
        series(by: YEAR, during: "2020/2021") { period shared covered } } } }`,
    );
    expect(network.links).toEqual([
      {
        series: [
          { period: "2020", shared: 1, covered: true },
          { period: "2021", shared: 1, covered: false },
        ],
      },
    ]);
  });

  it("can be combined with groups and requested twice", async () => {
    const { network } = await graph.data(`{ network(${SHARED}, by: {path: "id"}) { links {
      groups { key } years: series(${YEARS}) { from } ends: series(${YEARS}, at: END) { to shared } } } }`);
    expect(network.links).toEqual([
      {
        groups: [{ key: "treaty:p1" }, { key: "treaty:p2" }],
        years: ["1991-01-01", "1992-01-01", "1993-01-01"].map((from) => ({ from })),
        ends: ["1991-12-31", "1992-12-31"].map((to) => ({ to, shared: 1 })),
      },
    ]);
  });

  it("is rejected for ties without a duration", async () => {
    await expectRefused(graph, `{ network(${SIGNED}) { links { series(${YEARS}) { shared } } } }`, {
      ...{
        code: "BAD_INPUT",
        path: ["network", "links", "series"],
        message: /CO_SIGNATURE have no duration/,
      },
    });
  });
});

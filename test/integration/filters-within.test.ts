import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectRefused, type ServedGraph, serveGraph, slugs } from "../fixtures/serve-graph.js";
import { SIGNATURES, SPELLS } from "../fixtures/spells-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(SPELLS, SIGNATURES);
});
afterAll(() => graph?.stop());

/** Signatories of a treaty that signed near the date of signature of the treaty. */
async function near(treaty: string, within: string, certainty = "POSSIBLE"): Promise<readonly string[]> {
  const { t } =
    await graph.data(`{ t: treaties(where: {id: {eq: "treaty:${treaty}"}}, certainty: ${certainty}) { nodes {
    signatories(where: {date: {within: {of: "t.signed" ${within}}}}) { nodes { id } }
  } } }`);
  return [...slugs(t.nodes[0].signatories.nodes)].sort();
}

// Signed 2019-02-02. aaa 90 days later, bbb 91, ccc a day before, ddd 88 to 118 days later, eee unknown.
describe("a condition within days of an exact date", () => {
  it.each([
    ["days: 87", [], []],
    ["days: 88", ["ddd"], []],
    ["days: 89", ["ddd"], []],
    ["days: 90", ["aaa", "ddd"], ["aaa"]],
    ["days: 91", ["aaa", "bbb", "ddd"], ["aaa", "bbb"]],
    ["days: 117", ["aaa", "bbb", "ddd"], ["aaa", "bbb"]],
    ["days: 118", ["aaa", "bbb", "ddd"], ["aaa", "bbb", "ddd"]],
    ["days: 118, before: 1", ["aaa", "bbb", "ccc", "ddd"], ["aaa", "bbb", "ccc", "ddd"]],
    ["before: 1", ["ccc"], ["ccc"]],
    ["before: 0", [], []],
    ["", [], []],
  ])("finds possible and certain matches: %s", async (within, possible, certain) => {
    expect(await near("day", within)).toEqual(possible);
    expect(await near("day", within, "CERTAIN")).toEqual(certain);
  });
});

// Signed in 2019-02. aaa 64 to 91 days later, bbb on the tenth of it, ccc 8 to 35 days before.
describe("a condition within days of an inexact date", () => {
  it.each([
    ["days: 63", ["bbb"], []],
    ["days: 64", ["aaa", "bbb"], []],
    ["days: 90", ["aaa", "bbb"], []],
    ["days: 91", ["aaa", "bbb"], ["aaa"]],
    ["days: 9, before: 18", ["bbb", "ccc"], ["bbb"]],
    ["days: 9, before: 17", ["bbb", "ccc"], []],
    ["days: 8, before: 18", ["bbb", "ccc"], []],
    ["before: 7", ["bbb"], []],
    ["before: 8", ["bbb", "ccc"], []],
    ["before: 34", ["bbb", "ccc"], []],
    ["days: 9, before: 35", ["bbb", "ccc"], ["bbb", "ccc"]],
    ["", ["bbb"], []],
  ])("finds possible and certain matches: %s", async (within, possible, certain) => {
    expect(await near("month", within)).toEqual(possible);
    expect(await near("month", within, "CERTAIN")).toEqual(certain);
  });

  it("never matches an unset date, unlike its complement", async () => {
    expect(await near("none", "days: 100000, before: 100000")).toEqual([]);
    const { t } = await graph.data(`{ t: treaties(where: {name: {eq: "Day"}}) { nodes {
      signatories(where: {not: {date: {within: {of: "t.signed", days: 90}}}}) { nodes { id } }
    } } }`);
    expect([...slugs(t.nodes[0].signatories.nodes)].sort()).toEqual(["bbb", "ccc", "eee"]);
  });
});

describe("a name given with as", () => {
  const treaties = (where: string, variables = {}, heads = "") =>
    graph.list("treaties", `where: ${where}`, variables, heads);

  it("refers to a node or an edge from any depth", async () => {
    const signedLater = (days: number) =>
      treaties(`{as: "t", signatories: {some: {date: {within: {of: "t.signed", days: ${days}}}}}}`);
    expect(await signedLater(64)).toEqual(["month"]);
    expect(await signedLater(90)).toEqual(["day", "month"]);
    // Another treaty signed by the same state on the very day: aaa, 2019-05-03.
    const sameDay = await treaties(
      `{signatories: {some: {as: "s", node: {signed: {some: {date: {within: {of: "s.date"}}, node: {treaty: {id: {ne: "treaty:day"}}}}}}}}}`,
    );
    expect(sameDay).toEqual(["day", "month", "none"]);
    const inLogic = await treaties(
      `{as: "t", or: [{signatories: {none: {date: {within: {of: "t.signed", days: 90}}}}}, {not: {signatories: {some: {date: {within: {of: "t.signed", before: 8}}}}}}]}`,
    );
    expect(inLogic).toEqual(["none", "t1", "t2"]);
  });

  it("can be combined with numbers from variables", async () => {
    const where = `{as: "t", signatories: {some: {node: {id: {eq: "state:aaa"}}, date: {within: {of: "t.signed", days: $d, before: $b}}}}}`;
    const heads = "($d: Int, $b: Int)";
    expect(await treaties(where, { d: 89 }, heads)).toEqual(["month"]);
    expect(await treaties(where, { d: 90, b: 0 }, heads)).toEqual(["day", "month"]);
    expect(await treaties(where, {}, heads)).toEqual([]);
  });

  it("refers to the spell of a timed edge with validity", async () => {
    const members = async (certainty: string, within = "") => {
      const { organization } = await graph.data(`{ organization(id: "org:x") {
        members(certainty: ${certainty}, where: {as: "m", node: {state: {signed: {some: {
          node: {treaty: {id: {eq: "treaty:day"}}}, date: {within: {of: "m.validity" ${within}}}
        }}}}}) { nodes { id } }
      } }`);
      return slugs(organization.members.nodes);
    };
    // aaa in 2019: X since 1992, open; ccc: seen until 2020-01-01. bbb left on 2012-12-19, 2327 days before 2019-05-04.
    expect(await members("POSSIBLE")).toEqual(["aaa", "ccc"]);
    expect(await members("CERTAIN")).toEqual(["aaa", "ccc"]);
    expect(await members("POSSIBLE", "days: 2326")).toEqual(["aaa", "ccc"]);
    expect(await members("POSSIBLE", "days: 2327")).toEqual(["aaa", "bbb", "ccc"]);
  });

  it("is implied by enclosing fields, by their key in the answer", async () => {
    const { ts } =
      await graph.data(`{ ts: treaties(first: 2, where: {id: {in: ["treaty:day", "treaty:none"]}}) { nodes { id
      signatories(where: {date: {within: {of: "ts.signed", days: 90}}}) { nodes { id
        ... on State { memberOf(on: "signatories.date", where: {node: {id: {eq: "org:z"}}}) { totalCount } } } }
      all: signatories { edges { node { ... on State { id memberOf(on: "all.date") { nodes { id } } } } } }
    } } }`);
    const [day, none] = ts.nodes;
    expect(
      day.signatories.nodes.map((node: { memberOf: { totalCount: number } }) => node.memberOf.totalCount),
    ).toEqual([0, 1]);
    expect(slugs(day.signatories.nodes)).toEqual(["aaa", "ddd"]);
    expect(none.signatories.nodes).toEqual([]);
    expect(none.all.edges[0].node.memberOf.nodes).toEqual([{ id: "org:x" }, { id: "org:y" }]);
    // Signed on an unknown day: nothing holds then.
    const eee = day.all.edges.find((edge: { node: { id: string } }) => edge.node.id === "state:eee");
    expect(eee.node.memberOf.nodes).toEqual([]);
  });

  it("is implied by a field that returns one node", async () => {
    const { one } = await graph.data(`{ one: treaty(id: "treaty:day") {
      signatories(where: {date: {within: {of: "one.signed", days: 90}}}) { nodes { id } }
      parties(on: "one.signed") { totalCount }
    } }`);
    expect([...slugs(one.signatories.nodes)].sort()).toEqual(["aaa", "ddd"]);
    expect(one.parties.totalCount).toBe(0);
  });

  it.each([
    [`{as: "t", signatories: {some: {date: {within: {of: "u.signed"}}}}}`, /u\.signed.*t/],
    [`{as: "t", signatories: {some: {date: {within: {of: "t"}}}}}`, /"t".*no property|"t" is not a date/],
    [`{as: "t", signatories: {some: {date: {within: {of: "t.place"}}}}}`, /"t\.place" is not a date/],
    [`{as: "t", signatories: {some: {date: {within: {of: "t.sined"}}}}}`, /"t" has no property sined/],
    [`{as: "t", signatories: {some: {date: {within: {of: "t.signed.max"}}}}}`, /t\.signed\.max/],
    [`{as: "t", signatories: {some: {as: "t", date: {within: {of: "t.date"}}}}}`, /"t" is already used/],
    [`{as: "treaties", signed: {isNull: false}}`, /"treaties" is already used.*another/],
    [
      `{and: [{as: "a", signed: {isNull: false}}, {signatories: {some: {date: {within: {of: "a.signed"}}}}}]}`,
      /a\.signed/,
    ],
    [`{as: "a.b", signed: {isNull: false}}`, /"a\.b".*must not contain a dot/],
    [`{as: "t", signatories: {some: {date: {within: {of: "t.validity"}}}}}`, /"t" has no property validity/],
    [`{parties: {some: {}, on: "t.signed"}}`, /t\.signed/],
  ])("is rejected if invalid: %s", async (where, message) => {
    const query = `{ treaties(where: ${where}) { totalCount } }`;
    await expectRefused(graph, query, { code: "BAD_INPUT", path: ["treaties"], message });
  });

  it("is replaced by the alias of a field", async () => {
    const query = `{ ts: treaties { nodes { parties(on: "treaties.signed") { totalCount } } } }`;
    const path = ["ts", "parties"];
    await expectRefused(graph, query, { code: "BAD_INPUT", path, message: /treaties\.signed.*Names: .*ts/ });
  });
});

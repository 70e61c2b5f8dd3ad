import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../fixtures/graph.js";
import { type ServedGraph, serveGraph, slugs } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { expectWalks } from "../fixtures/walk.js";

let graph: ServedGraph;

/** Before the spells of ddd and eee were corrected. */
let before = "";

beforeAll(async () => {
  graph = await serveGraph(SPELLS);
  const part = (from: string, to: string) => ({
    type: "PART_OF",
    from: `org:${from}`,
    to: `org:${to}`,
    kind: "BODY_OF",
  });
  const member = (from: string, to: string, role: string, validFrom: string) => ({
    type: "MEMBER_OF",
    from: `state:${from}`,
    to: `org:${to}`,
    role,
    validFrom,
    validTo: "..",
  });
  // Whole has the bodies Upper and Lower, and Lower has Lowest; Lowest is a body of Upper, too.
  await load(graph.database, {
    source: "source:a",
    nodes: ["Whole", "Upper", "Lower", "Lowest"].map((name) => ({
      type: "Organization",
      id: `org:${name.toLowerCase()}`,
      name,
      kind: name === "Whole" ? "IGO" : "BODY",
    })),
    edges: [
      part("upper", "whole"),
      part("lower", "whole"),
      part("lowest", "lower"),
      part("lowest", "upper"),
      member("aaa", "whole", "MEMBER", "1990"),
      member("aaa", "upper", "MEMBER", "1991"),
      member("bbb", "lower", "OBSERVER", "1992"),
      member("ccc", "lowest", "MEMBER", "1993"),
      member("ddd", "lowest", "MEMBER", "1994"),
    ],
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  before = new Date().toISOString();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await load(graph.database, {
    source: "source:a",
    edges: [member("ddd", "lowest", "CANDIDATE", "1995"), member("eee", "whole", "CANDIDATE", "1996")],
  });
});
afterAll(() => graph?.stop());

const WHOLE = `organization(id: "org:whole")`;

describe("a list of a body that includes its parts", () => {
  it("counts each edge of any part once in conditions, totals and aggregates", async () => {
    const { one } = await graph.data(`{ one: ${WHOLE} {
      own: members { totalCount aggregate { count nodes } }
      all: members(includeParts: true) { totalCount aggregate { count nodes groups(by: [{path: "via.name"}], orderBy: KEY) { keys count nodes } } }
      some: members(includeParts: true, where: {role: {eq: MEMBER}, validFrom: {gt: "1990"}}) { nodes { id } aggregate { count } }
    } }`);
    expect(one.own).toEqual({ totalCount: 2, aggregate: { count: 2, nodes: 2 } });
    expect(one.all).toEqual({
      totalCount: 6,
      aggregate: {
        count: 6,
        nodes: 5,
        groups: [
          { keys: ["Lower"], count: 1, nodes: 1 },
          { keys: ["Lowest"], count: 2, nodes: 2 },
          { keys: ["Upper"], count: 1, nodes: 1 },
          { keys: ["Whole"], count: 2, nodes: 2 },
        ],
      },
    });
    expect([...slugs(one.some.nodes)].sort()).toEqual(["aaa", "ccc"]);
    expect(one.some.aggregate.count).toBe(2);
  });

  it("can be ordered by the name of the part and then of the member", async () => {
    const list = (order: string) => ({
      field: "members",
      parent: WHOLE,
      args: `includeParts: true, orderBy: [${order}]`,
    });
    for (const size of [1, 2, 4]) {
      await expectWalks(
        graph,
        list(`{by: "via.name"}, {by: "node.name", direction: DESC}`),
        ["bbb", "ccc", "ddd", "aaa", "eee", "aaa"],
        size,
      );
      await expectWalks(
        graph,
        list(`{by: "via.name", direction: DESC}, {by: "validFrom"}`),
        ["aaa", "eee", "aaa", "ccc", "ddd", "bbb"],
        size,
      );
      await expectWalks(
        graph,
        list(`{by: "role"}, {by: "validFrom", direction: DESC}`),
        ["eee", "ddd", "ccc", "aaa", "aaa", "bbb"],
        size,
      );
    }
  });
});

describe("a request with asKnownAt", () => {
  it("uses what was recorded then in conditions, counts, orders and aggregates", async () => {
    const at = (instant: string) => (instant ? `asKnownAt: "${instant}",` : "");
    const asked = async (instant: string) => ({
      candidates: await graph.list(
        "states",
        `${at(instant)} where: {memberOf: {some: {role: {eq: CANDIDATE}}}}`,
      ),
      one: await graph.list("states", `${at(instant)} where: {memberOf: {count: {gte: 3}}}`),
      early: await graph.list(
        "states",
        `${at(instant)} where: {memberOf: {some: {validFrom: {eq: "1994"}, node: {name: {eq: "Lowest"}}}}}`,
      ),
      sum: (
        await graph.data(
          `{ states(${at(instant)} first: 100) { aggregate(over: "memberOf") { count groups(by: [{path: "role"}], orderBy: KEY) { keys count } } } }`,
        )
      ).states.aggregate,
    });
    // Of the other organizations: aaa X, Y; bbb X twice, Y, Z; ccc X as an observer; ddd Z and Old.
    expect(await asked(before)).toEqual({
      candidates: [],
      one: ["aaa", "bbb", "ddd"],
      early: ["ddd"],
      sum: {
        count: 14,
        groups: [
          { keys: ["MEMBER"], count: 12 },
          { keys: ["OBSERVER"], count: 2 },
        ],
      },
    });
    expect(await asked("")).toEqual({
      candidates: ["ddd", "eee"],
      one: ["aaa", "bbb", "ddd"],
      early: [],
      sum: {
        count: 15,
        groups: [
          { keys: ["CANDIDATE"], count: 2 },
          { keys: ["MEMBER"], count: 11 },
          { keys: ["OBSERVER"], count: 2 },
        ],
      },
    });
  });

  it("does not count retracted assertions or their spells", async () => {
    const { one } = await graph.data(
      `{ one: organization(id: "org:lowest") { members(where: {spells: {eq: 1}}) { nodes { id } } } }`,
    );
    expect(slugs(one.members.nodes)).toEqual(["ccc", "ddd"]);
  });
});

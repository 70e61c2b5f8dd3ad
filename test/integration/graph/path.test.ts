import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../fixtures/routes-graph.js";
import { expectRefused, type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(ROUTES);
});
afterAll(() => graph?.stop());

interface Ids {
  readonly nodes: readonly { readonly id: string }[];
}

/** The nodes of each route, as `a > org:x > b`; states without their prefix. */
async function routes(args: string): Promise<readonly string[]> {
  const { path } = await graph.data(`{ path(${args}, first: 50) { paths { nodes { id } } } }`);
  return path.paths.map(({ nodes }: Ids) => nodes.map(({ id }) => id.replace("state:", "")).join(" > "));
}

const AB = `from: "state:a", to: "state:b"`;
const OVER_X = "a > org:x > b";
const OVER_T1 = "a > treaty:t1 > b";
const OVER_D = "a > org:x > d > treaty:t3 > b";
const OVER_C = "a > treaty:t2 > c > treaty:t3 > b";
const ROUND = "a > treaty:t2 > c > treaty:t3 > d > org:x > b";

describe("the routes of a path", () => {
  it("are the shortest ones by default, ordered by the ids of their nodes", async () => {
    expect(await routes(AB)).toEqual([OVER_X, OVER_T1]);
    expect(await routes(`${AB}, all: false`)).toEqual([OVER_X, OVER_T1]);
  });

  it("include all that visit no node twice, the shortest first", async () => {
    expect(await routes(`${AB}, all: true`)).toEqual([OVER_X, OVER_T1, OVER_D, OVER_C, ROUND]);
  });

  it("are the same in the other direction, reversed", async () => {
    const turned = await routes(`from: "state:b", to: "state:a", all: true`);
    const expected = [OVER_X, OVER_T1, OVER_D, OVER_C, ROUND].map((route) =>
      route.split(" > ").reverse().join(" > "),
    );
    expect([...turned].sort()).toEqual(expected.sort());
  });

  it.each([
    [1, [OVER_X, OVER_T1]],
    [2, [OVER_X, OVER_T1, OVER_D, OVER_C]],
    [3, [OVER_X, OVER_T1, OVER_D, OVER_C, ROUND]],
    [8, [OVER_X, OVER_T1, OVER_D, OVER_C, ROUND]],
  ])(
    "have at most %i hops; two edges that meet at a treaty or an organization are one hop",
    async (hops, expected) => {
      expect(await routes(`${AB}, all: true, maxHops: ${hops}`)).toEqual(expected);
    },
  );

  it("are an empty list without an error if there are none", async () => {
    expect(await routes(`from: "state:a", to: "state:lone"`)).toEqual([]);
    expect(await routes(`from: "state:lone", to: "state:a", all: true`)).toEqual([]);
    expect(await routes(`${AB}, asOf: "1960-01-01"`)).toEqual([]);
  });

  it("have no edges from a node to itself", async () => {
    for (const more of ["", ", all: true", ", maxHops: 1", `, where: {id: {eq: "org:x"}}`]) {
      const { path } = await graph.data(
        `{ path(from: "state:a", to: "state:a"${more}) { status length paths { length nodes { id } edges { id } } } }`,
      );
      expect(path, more).toEqual({
        status: "FOUND",
        length: 0,
        paths: [{ length: 0, nodes: [{ id: "state:a" }], edges: [] }],
      });
    }
  });

  it("do not lead over sources, names and reports by default", async () => {
    expect(await routes(`from: "state:a", to: "source:a", maxHops: 8, all: true`)).toEqual([]);
    expect(await routes(`from: "state:a", to: "source:a", via: [{type: REPORTS}]`)).toEqual(["a > source:a"]);
  });
});

describe("the status and length of a path", () => {
  const answer = async (args: string, selection = "status length paths { length }") =>
    (await graph.data(`{ path(${args}) { ${selection} } }`)).path;
  const MIXED = "via: [{type: MEMBER_OF}, {type: PART_OF}]";

  it("show whether a route exists, within the maximum or at any length", async () => {
    expect(await answer(AB)).toEqual({ status: "FOUND", length: 1, paths: [{ length: 1 }, { length: 1 }] });
    // In 1972 only the two treaties over c tie a and b.
    const then = `${AB}, asOf: "1972-01-01"`;
    expect(await answer(`${then}, maxHops: 1`)).toEqual({
      status: "NONE_WITHIN_BOUND",
      length: 2,
      paths: [],
    });
    expect(await answer(`${then}, maxHops: 2`)).toEqual({
      status: "FOUND",
      length: 2,
      paths: [{ length: 2 }],
    });
    expect(await answer(`${AB}, asOf: "1960-01-01"`)).toEqual({ status: "NONE", length: null, paths: [] });
    expect(await answer(`from: "state:a", to: "state:lone", all: true`)).toEqual({
      status: "NONE",
      length: null,
      paths: [],
    });
  });

  it("can be selected alone", async () => {
    expect(await answer(AB, "length")).toEqual({ length: 1 });
    expect(await answer(AB, "far: length is: status")).toEqual({ far: 1, is: "FOUND" });
  });

  it("count an edge that does not tie two actors as one hop", async () => {
    expect(await answer(`from: "state:a", to: "treaty:t1"`)).toMatchObject({ length: 1 });
    expect(await answer(`from: "state:a", to: "treaty:t3"`)).toMatchObject({ length: 2 });
    // a is a member of x, which is part of top: the two edges do not end at one node.
    expect(await answer(`from: "state:a", to: "org:top", ${MIXED}`)).toMatchObject({ length: 2 });
    expect(await answer(`from: "state:a", to: "state:d", ${MIXED}`)).toMatchObject({ length: 1 });
  });

  it("count edges that are followed in one direction separately", async () => {
    const chain = "via: [{type: MEMBER_OF, direction: OUT}, {type: PART_OF, direction: OUT}]";
    expect(await answer(`from: "state:a", to: "org:top", ${chain}, maxHops: 1`)).toEqual({
      status: "NONE_WITHIN_BOUND",
      length: 2,
      paths: [],
    });
  });

  it("depend on the conditions on the nodes between the ends", async () => {
    expect(await answer(`${AB}, where: {id: {in: []}}, all: true`)).toEqual({
      status: "NONE",
      length: null,
      paths: [],
    });
  });
});

describe("the edges of a path", () => {
  it.each([
    [`{type: PARTY_TO}`, [OVER_T1]],
    [`{type: MEMBER_OF}`, [OVER_X]],
    [`{type: MEMBER_OF, direction: BOTH}, {type: PARTY_TO, direction: BOTH}`, [OVER_X, OVER_T1]],
    [`{type: PARTY_TO, direction: OUT}`, []],
    [`{type: PARTY_TO, direction: IN}`, []],
    [`{type: PARTY_TO, direction: OUT}, {type: PARTY_TO, direction: IN}`, [OVER_T1]],
    [`{type: SIGNED}`, []],
  ])("are limited to the given types: %s", async (via, expected) => {
    expect(await routes(`${AB}, via: [${via}]`)).toEqual(expected);
  });

  it("are followed out and in", async () => {
    const chain = "{type: MEMBER_OF, direction: OUT}, {type: PART_OF, direction: OUT}";
    const back = chain.replaceAll("OUT", "IN");
    expect(await routes(`from: "state:a", to: "org:top", via: [${chain}]`)).toEqual(["a > org:x > org:top"]);
    expect(await routes(`from: "state:a", to: "org:top", via: [${back}]`)).toEqual([]);
    expect(await routes(`from: "org:top", to: "state:a", via: [${back}]`)).toEqual(["org:top > org:x > a"]);
    expect(await routes(`from: "org:top", to: "state:a", via: [${chain}]`)).toEqual([]);
  });

  it.each([
    [`asOf: "1995-01-01"`, [OVER_T1]],
    [`asOf: "2005-01-01"`, [OVER_X]],
    [`asOf: "1985-01-01"`, [OVER_D, OVER_C]],
    [`asOf: "1972-01-01"`, [OVER_C]],
    [`during: "1999/2000"`, [OVER_X, OVER_T1]],
    [`sources: ["source:b"]`, [OVER_T1]],
    [`sources: ["source:b"], asOf: "2005-01-01"`, [OVER_T1]],
    [`sources: ["source:b"], asOf: "1990-06-01"`, []],
    [`sources: ["source:a"], asOf: "2005-01-01"`, [OVER_X]],
    [`asKnownAt: "2001-01-01T00:00:00Z"`, []],
  ])("are all within the scope %s", async (scope, expected) => {
    expect(await routes(`${AB}, ${scope}`)).toEqual(expected);
  });

  it.each([
    [`{id: {ne: "org:x"}}`, [OVER_T1]],
    [`{type: {eq: Organization}}`, [OVER_X]],
    [`{treaty: {id: {eq: "treaty:t1"}}}`, [OVER_T1]],
    [`{not: {id: {in: ["org:x", "treaty:t1"]}}}`, [OVER_C]],
    [`{id: {in: ["org:x", "state:d", "treaty:t3"]}}`, [OVER_X]],
    [`{id: {in: []}}`, []],
  ])("connect nodes that match where %s", async (where, expected) => {
    expect(await routes(`${AB}, where: ${where}`)).toEqual(expected);
  });

  it("respect where together with all and maxHops", async () => {
    const neither = `where: {not: {id: {in: ["org:x", "treaty:t1"]}}}`;
    expect(await routes(`${AB}, ${neither}, maxHops: 1`)).toEqual([]);
    expect(await routes(`${AB}, all: true, where: {id: {ne: "state:c"}}`)).toEqual([OVER_X, OVER_T1, OVER_D]);
  });

  it("are in the order of the route, each with its source", async () => {
    const { path } = await graph.data(`{ path(${AB}, via: [{type: PARTY_TO}], sources: ["source:b"]) {
      paths { length edges { type from { id } to { id } source { id name } values { name value } } } } }`);
    expect(path.paths).toMatchObject([
      {
        length: 1,
        edges: [
          { type: "PARTY_TO", from: { id: "state:a" }, to: { id: "treaty:t1" }, source: { id: "source:b" } },
          { type: "PARTY_TO", from: { id: "state:b" }, to: { id: "treaty:t1" }, source: { id: "source:b" } },
        ],
      },
    ]);
    expect(path.paths[0].edges[0].values).toContainEqual({ name: "validFrom", value: "1991-01-01" });
  });

  it("make separate routes if they are parallel", async () => {
    const { path } = await graph.data(
      `{ path(from: "state:p", to: "document:v", first: 20) { paths { edges { id } nodes { id } } } }`,
    );
    expect(path.paths).toHaveLength(12);
    expect(new Set(path.paths.map(({ edges }: { edges: { id: string }[] }) => edges[0]?.id)).size).toBe(12);
  });
});

describe("a path request", () => {
  it.each([
    ["state:nope", "state:b", ["state:nope"]],
    ["state:a", "state:nada", ["state:nada"]],
    ["state:nope", "state:nada", ["state:nope", "state:nada"]],
    ["state:nope", "state:nope", ["state:nope"]],
    ["", "state:b", []],
  ])('names ids that do not exist: "%s", "%s"', async (from, to, named) => {
    const query = `{ path(from: "${from}", to: "${to}") { length } }`;
    const answer = await ask(graph.server, query);
    expect(answer.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
    expect(answer.errors?.[0]?.path).toEqual(["path"]);
    for (const id of named) expect(answer.errors?.[0]?.message).toContain(id);
    for (const id of ["state:a", "state:b"]) expect(answer.errors?.[0]?.message).not.toContain(id);
  });

  it("does not affect other root fields if it has an error", async () => {
    const answer = await ask(
      graph.server,
      `{ bad: path(from: "state:nope", to: "state:b") { length }
         good: path(${AB}) { length }
         worse: path(${AB}, first: 0) { length }
         state(id: "state:a") { id } }`,
    );
    expect(answer.data).toEqual({
      bad: null,
      good: { length: 1 },
      worse: null,
      state: { id: "state:a" },
    });
    expect(answer.errors?.map(({ path }) => path)).toEqual(expect.arrayContaining([["bad"], ["worse"]]));
    expect(answer.errors).toHaveLength(2);
  });

  it.each(["maxHops: 0", "maxHops: 9", "maxHops: -1", "first: -1", "first: 100000"])(
    "is rejected for %s",
    async (args) => {
      const answer = await ask(graph.server, `{ path(${AB}, ${args}) { length } }`);
      expect(answer.data?.path ?? null).toBeNull();
      expect(answer.errors?.[0]?.extensions?.code).toMatch(
        /^(BAD_INPUT|GRAPHQL_VALIDATION_FAILED|QUERY_TOO_LARGE)$/,
      );
    },
  );

  it("is rejected for an empty condition", async () => {
    await expectRefused(graph, `{ path(${AB}, where: {id: {}}) { length } }`, {
      code: "BAD_INPUT",
      path: ["path"],
      message: /where\.id/,
    });
  });

  it("reports that there are more routes than returned", async () => {
    const cut = await ask(graph.server, `{ path(${AB}, all: true, first: 2) { paths { nodes { id } } } }`);
    expect(cut.data.path.paths).toHaveLength(2);
    expect(cut.extensions?.truncated).toMatchObject([{ path: ["path"] }]);
    const whole = await ask(graph.server, `{ path(${AB}, all: true, first: 5) { paths { nodes { id } } } }`);
    expect(whole.data.path.paths).toHaveLength(5);
    expect(whole.extensions?.truncated).toBeUndefined();
    const usual = await ask(graph.server, `{ path(from: "state:p", to: "document:v") { paths { length } } }`);
    expect(usual.data.path.paths).toHaveLength(10);
    expect(usual.extensions?.truncated).toMatchObject([{ path: ["path"] }]);
  });
});

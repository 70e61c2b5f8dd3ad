import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROUTES } from "../../fixtures/routes-graph.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(ROUTES);
});
afterAll(() => graph?.stop());

interface Found {
  readonly nodes: readonly { readonly distance: number; readonly node: { readonly id: string } }[];
  readonly edges: readonly { readonly from: { readonly id: string }; readonly to: { readonly id: string } }[];
  readonly nodesLeftOut: number;
  readonly edgesLeftOut: number;
}

async function around(args: string) {
  const { neighbourhood } = await graph.data(`{ neighbourhood(${args}) {
    nodes { distance node { id } } edges { from { id } to { id } } nodesLeftOut edgesLeftOut } }`);
  const { nodes, edges, nodesLeftOut, edgesLeftOut }: Found = neighbourhood;
  return {
    nodes: nodes.map(({ distance, node }) => `${distance} ${node.id.replace("state:", "")}`),
    edges: edges
      .map(({ from, to }) => `${from.id} ${to.id}`.replace("state:", "").replace("treaty:", ""))
      .sort(),
    left: [nodesLeftOut, edgesLeftOut],
  };
}

const FROM_A = `ids: ["state:a"]`;
const ONE = ["0 a", "1 org:x", "1 treaty:t1", "1 treaty:t2"];
const TWO = [...ONE, "2 org:top", "2 b", "2 c", "2 d"];
const EDGES_ONE = ["a org:x", "a t1", "a t2"];
const EDGES_TWO = [...EDGES_ONE, "b org:x", "b t1", "c t2", "d org:x", "org:x org:top"];
const EDGES_THREE = [...EDGES_TWO, "b t3", "c t3", "d t3"];

describe("the size of a neighbourhood", () => {
  it.each([
    ["", ONE, EDGES_ONE],
    [", hops: 1", ONE, EDGES_ONE],
    [", hops: 2", TWO, EDGES_TWO],
    [", hops: 3", [...TWO, "3 treaty:t3"], EDGES_THREE],
    [", hops: 4", [...TWO, "3 treaty:t3", "4 f"], [...EDGES_THREE, "f t3"]],
    [", hops: 8", [...TWO, "3 treaty:t3", "4 f"], [...EDGES_THREE, "f t3"]],
  ])("depends on the number of hops%s", async (hops, nodes, edges) => {
    const { nodes: found, ...rest } = await around(`${FROM_A}${hops}`);
    // Sources and names are not around a node; of two sources of a fact one is drawn.
    expect(found).toEqual(nodes);
    expect(rest).toEqual({ edges: [...edges].sort(), left: [0, 0] });
  });

  it.each(["hops: 0", "hops: 9", "hops: -1", "limit: 0", "limit: -5", "limit: 1000000"])(
    "is rejected if invalid: %s",
    async (args) => {
      const answer = await ask(graph.server, `{ neighbourhood(${FROM_A}, ${args}) { nodesLeftOut } }`);
      expect(answer.data?.neighbourhood ?? null).toBeNull();
      expect(answer.errors?.[0]?.extensions?.code).toMatch(
        /^(BAD_INPUT|GRAPHQL_VALIDATION_FAILED|QUERY_TOO_LARGE)$/,
      );
    },
  );

  it("is correct for an isolated node and for parallel edges", async () => {
    expect(await around(`ids: ["state:lone"], hops: 4`)).toEqual({
      nodes: ["0 lone"],
      edges: [],
      left: [0, 0],
    });
    const { nodes, edges } = await around(`ids: ["state:p"], hops: 2`);
    expect(nodes).toEqual(["0 p", "1 document:v"]);
    expect(edges).toHaveLength(12);
  });
});

describe("a truncated neighbourhood", () => {
  it("omits the farthest nodes first and counts them", async () => {
    expect(await around(`${FROM_A}, hops: 2, limit: 5`)).toEqual({
      nodes: TWO.slice(0, 5),
      edges: [...EDGES_ONE, "org:x org:top"].sort(),
      left: [3, 0],
    });
    expect(await around(`${FROM_A}, hops: 2, limit: 1`)).toEqual({ nodes: ["0 a"], edges: [], left: [7, 0] });
    expect((await around(`${FROM_A}, hops: 2, limit: 8`)).left).toEqual([0, 0]);
  });

  it("has at most five times as many edges as nodes", async () => {
    const { nodes, edges, left } = await around(`ids: ["state:p"], limit: 2`);
    expect({ nodes, edges: edges.length, left }).toEqual({
      nodes: ["0 p", "1 document:v"],
      edges: 10,
      left: [0, 2],
    });
    expect((await around(`ids: ["state:p"], limit: 3`)).left).toEqual([0, 0]);
  });
});

describe("a condition of a neighbourhood", () => {
  it("excludes nodes, and nodes that are reached only through them", async () => {
    expect(await around(`${FROM_A}, hops: 2, where: {id: {ne: "org:x"}}`)).toEqual({
      nodes: ["0 a", "1 treaty:t1", "1 treaty:t2", "2 b", "2 c"],
      edges: ["a t1", "a t2", "b t1", "c t2"],
      left: [0, 0],
    });
    expect(await around(`${FROM_A}, where: {type: {eq: State}}`)).toEqual({
      nodes: ["0 a"],
      edges: [],
      left: [0, 0],
    });
    // The node asked for need not fit.
    expect((await around(`${FROM_A}, where: {type: {eq: Treaty}}`)).nodes).toEqual([
      "0 a",
      "1 treaty:t1",
      "1 treaty:t2",
    ]);
  });

  it("limits the types and directions of edges", async () => {
    expect(await around(`${FROM_A}, via: [{type: MEMBER_OF}], hops: 2`)).toEqual({
      nodes: ["0 a", "1 org:x", "2 b", "2 d"],
      edges: ["a org:x", "b org:x", "d org:x"],
      left: [0, 0],
    });
    expect((await around(`${FROM_A}, via: [{type: MEMBER_OF, direction: OUT}], hops: 2`)).nodes).toEqual([
      "0 a",
      "1 org:x",
    ]);
    expect((await around(`${FROM_A}, via: [{type: MEMBER_OF, direction: IN}], hops: 2`)).nodes).toEqual([
      "0 a",
    ]);
    expect((await around(`ids: ["org:x"], via: [{type: MEMBER_OF, direction: IN}]`)).nodes).toEqual([
      "0 org:x",
      "1 a",
      "1 b",
      "1 d",
    ]);
  });

  it("limits the time and the sources", async () => {
    expect(await around(`${FROM_A}, hops: 2, asOf: "1985-01-01"`)).toEqual({
      nodes: ["0 a", "1 org:x", "1 treaty:t2", "2 org:top", "2 c", "2 d"],
      edges: ["a org:x", "a t2", "c t2", "d org:x", "org:x org:top"],
      left: [0, 0],
    });
    expect(await around(`${FROM_A}, hops: 2, sources: ["source:b"]`)).toEqual({
      nodes: ["0 a", "1 treaty:t1", "2 b"],
      edges: ["a t1", "b t1"],
      left: [0, 0],
    });
  });
});

describe("a neighbourhood of several nodes", () => {
  it("contains each node once, at its shortest distance", async () => {
    expect(await around(`ids: ["state:a", "state:f"]`)).toEqual({
      nodes: ["0 a", "0 f", "1 org:x", "1 treaty:t1", "1 treaty:t2", "1 treaty:t3"],
      edges: [...EDGES_ONE, "f t3"].sort(),
      left: [0, 0],
    });
    expect((await around(`ids: ["state:a", "org:x"]`)).nodes).toEqual([
      "0 org:x",
      "0 a",
      "1 org:top",
      "1 b",
      "1 d",
      "1 treaty:t1",
      "1 treaty:t2",
    ]);
  });

  it("ignores a repeated start node", async () => {
    expect(await around(`ids: ["state:a", "state:a"]`)).toEqual(await around(FROM_A));
  });

  it("names ids that do not exist", async () => {
    const answer = await ask(
      graph.server,
      `{ neighbourhood(ids: ["state:a", "state:nope", "org:nada"]) { nodesLeftOut } }`,
    );
    expect(answer.errors).toMatchObject([{ path: ["neighbourhood"], extensions: { code: "NOT_FOUND" } }]);
    expect(answer.errors?.[0]?.message).toMatch(/state:nope.*org:nada/);
    expect(answer.errors?.[0]?.message).not.toContain("state:a");
  });
});

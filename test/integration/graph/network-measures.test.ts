import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linkText } from "../../fixtures/links.js";
import { type ServedGraph, serveGraph, slugs } from "../../fixtures/serve-graph.js";
import { SHAPES } from "../../fixtures/ties-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(SHAPES);
});
afterAll(() => graph?.stop());

interface Measured {
  readonly node: { readonly id: string };
  readonly degree: number;
  readonly strength: number;
  readonly betweenness: number;
  readonly eigenvector: number | null;
  readonly community: number;
  readonly component: number;
}

async function measured(args: string): Promise<readonly Measured[]> {
  const { network } = await graph.data(`{ network(projection: SHARED_TREATIES, ${args}) {
    nodes { node { id } degree strength betweenness eigenvector community component } } }`);
  return network.nodes;
}

const of = (prefix: string) => `where: {id: {startsWith: "treaty:${prefix}"}}`;
const column = <Name extends keyof Measured>(nodes: readonly Measured[], name: Name) =>
  Object.fromEntries(nodes.map((node) => [node.node.id.slice(6), node[name]]));

describe("a path of three nodes whose second tie has weight two", () => {
  it("has the right degree, strength, betweenness and component", async () => {
    const nodes = await measured(of("path"));
    expect(column(nodes, "degree")).toEqual({ p1: 1, p2: 2, p3: 1 });
    expect(column(nodes, "strength")).toEqual({ p1: 1, p2: 3, p3: 2 });
    expect(column(nodes, "betweenness")).toEqual({ p1: 0, p2: 1, p3: 0 });
    expect(column(nodes, "component")).toEqual({ p1: 0, p2: 0, p3: 0 });
  });

  it("has the right eigenvector centrality", async () => {
    for (const { node, eigenvector } of await measured(of("path"))) {
      if (eigenvector === null) continue;
      const right = { p1: 1, p2: Math.sqrt(5), p3: 2 }[node.id.slice(6)] ?? 0;
      expect(eigenvector, node.id).toBeCloseTo(right / Math.sqrt(10), 3);
    }
  });
});

describe("a star", () => {
  it("has its highest betweenness in the middle", async () => {
    const nodes = await measured(of("star"));
    expect(column(nodes, "degree")).toEqual({ s0: 3, s1: 1, s2: 1, s3: 1 });
    expect(column(nodes, "strength")).toEqual({ s0: 3, s1: 1, s2: 1, s3: 1 });
    expect(column(nodes, "betweenness")).toEqual({ s0: 1, s1: 0, s2: 0, s3: 0 });
  });
});

describe("two triangles with a bridge", () => {
  it("has its highest betweenness at the ends of the bridge", async () => {
    const nodes = await measured(of("tri"));
    expect(column(nodes, "degree")).toEqual({ x1: 2, x2: 2, x3: 3, y1: 3, y2: 2, y3: 2 });
    expect(column(nodes, "strength")).toEqual({ x1: 2, x2: 2, x3: 3, y1: 3, y2: 2, y3: 2 });
    const betweenness = column(nodes, "betweenness");
    for (const [slug, value] of Object.entries(betweenness)) {
      expect(value, slug).toBeCloseTo(["x3", "y1"].includes(slug) ? 0.6 : 0, 9);
    }
  });

  it("has a community for each triangle, numbered by the first id", async () => {
    expect(column(await measured(of("tri")), "community")).toEqual({
      x1: 0,
      x2: 0,
      x3: 0,
      y1: 1,
      y2: 1,
      y3: 1,
    });
  });

  it("has the same eigenvector centrality for equivalent nodes, and the highest at the bridge", async () => {
    const { x1, x2, x3, y1, y2, y3 } = column(await measured(of("tri")), "eigenvector");
    // λ = 1 + √2: an end of the bridge has λ − 1 times what the others have.
    const other = 1 / Math.sqrt(8);
    for (const value of [x1, x2, y2, y3]) expect(value).toBeCloseTo(other, 3);
    for (const value of [x3, y1]) expect(value).toBeCloseTo(other * Math.SQRT2, 3);
  });
});

describe("a network with measures", () => {
  it("numbers its components by size", async () => {
    const nodes = await measured("first: 1");
    expect(slugs(nodes.map(({ node }) => node))).toEqual([
      "p1",
      "p2",
      "p3",
      "s0",
      "s1",
      "s2",
      "s3",
      "x1",
      "x2",
      "x3",
      "y1",
      "y2",
      "y3",
    ]);
    const component = column(nodes, "component");
    expect(component).toMatchObject({ x1: 0, y3: 0, s0: 1, s3: 1, p1: 2, p2: 2, p3: 2 });
    // Of twelve other nodes there are 66 pairs: 6, 3 and 1 of them go over these.
    const { x3, s0, p2 } = column(nodes, "betweenness");
    expect([x3, s0, p2].map((value) => Number(value?.toFixed(6)))).toEqual(
      [6, 3, 1].map((pairs) => Number((pairs / 66).toFixed(6))),
    );
  });

  it("returns the first links, but measures and counts all of them", async () => {
    const { network } = await graph.data(`{ network(projection: SHARED_TREATIES, first: 2) {
      totalCount links { from to weight } nodes { node { id } degree strength } } }`);
    expect(network.totalCount).toBe(12);
    expect(network.links.map(linkText)).toEqual(["p2-p3 2", "p1-p2 1"]);
    expect(network.nodes).toHaveLength(13);
    expect(network.nodes[0]).toEqual({ node: { id: "state:p1" }, degree: 1, strength: 1 });
  });

  it("can be requested with measures, links or the total only", async () => {
    const { a, b, c } = await graph.data(`{
      a: network(projection: SHARED_TREATIES) { nodes { betweenness } }
      b: network(projection: SHARED_TREATIES) { links { weight } }
      c: network(projection: SHARED_TREATIES) { totalCount } }`);
    expect(a.nodes).toHaveLength(13);
    expect(b.links).toHaveLength(12);
    expect(c).toEqual({ totalCount: 12 });
  });

  it("can be limited to a node and its links", async () => {
    const nodes = await measured(`with: ["state:x3"]`);
    expect(column(nodes, "degree")).toEqual({ x1: 1, x2: 1, x3: 3, y1: 1 });
    expect(column(nodes, "betweenness")).toEqual({ x1: 0, x2: 0, x3: 1, y1: 0 });
  });

  it.each(["degree", "strength", "betweenness", "eigenvector", "community", "component", "node { id }"])(
    "is empty if nothing is tied (%s)",
    async (measure) => {
      const { network } = await graph.data(
        `{ network(projection: CO_SIGNATURE) { totalCount nodes { ${measure} } links { from } } }`,
      );
      expect(network).toEqual({ totalCount: 0, nodes: [], links: [] });
    },
  );

  it("returns nodes with their types", async () => {
    const { network } = await graph.data(`{ network(projection: SHARED_TREATIES, ${of("path-1")}) {
      nodes { node { __typename id ... on State { name partyTo { totalCount } } } } } }`);
    expect(network.nodes).toEqual([
      { node: { __typename: "State", id: "state:p1", name: "State p1", partyTo: { totalCount: 1 } } },
      { node: { __typename: "State", id: "state:p2", name: "State p2", partyTo: { totalCount: 3 } } },
    ]);
  });
});

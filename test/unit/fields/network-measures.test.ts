import { describe, expect, it } from "vitest";
import type { NodeMeasures } from "../../../src/fields/network/measures.js";
import { NODE_MEASURES, type NodeMeasure } from "../../../src/fields/network/plan.js";
import { nodeMeasures, type Tie } from "../../../src/fields/network/ties.js";

/** Ties written as "a b 2": two nodes and the weight, 1 where none is given. */
function tiesOf(...lines: readonly string[]): readonly Tie[] {
  return lines.map((line) => {
    const [from = "", to = "", weight = "1"] = line.split(" ");
    return { from, to, shared: 1, agreed: null, weight: Number(weight), sources: [] };
  });
}

/** One measure of all nodes. */
function measured(
  measure: NodeMeasure,
  ...lines: readonly string[]
): Record<string, number | null | undefined> {
  const found = nodeMeasures(tiesOf(...lines), new Set([measure]));
  return Object.fromEntries([...found].map(([id, measures]) => [id, measures[measure]]));
}

// b in the middle of a, c and d.
const STAR = ["a b 2", "b c 3", "b d 0.5"];
// A triangle with a tail: a, b, c all tied, d to c only.
const TAIL = ["a b", "a c", "b c", "c d"];
const PATH = ["a b", "b c", "c d"];

describe("the degree", () => {
  it("is the number of nodes that a node is tied to, whatever the weight", () => {
    expect(measured("degree", ...STAR)).toEqual({ a: 1, b: 3, c: 1, d: 1 });
    expect(measured("degree", ...TAIL)).toEqual({ a: 2, b: 2, c: 3, d: 1 });
  });
});

describe("the strength", () => {
  it("is the sum of the weights of the ties of a node", () => {
    expect(measured("strength", ...STAR)).toEqual({ a: 2, b: 5.5, c: 3, d: 0.5 });
  });

  it("is 0 where all votes of a node differ from those of the others", () => {
    expect(measured("strength", "a b 0", "a c 0", "b c 1")).toEqual({ a: 0, b: 1, c: 1 });
  });
});

describe("the betweenness", () => {
  it("is 1 for a node that is on all shortest paths between others, and 0 for those at the ends", () => {
    expect(measured("betweenness", ...STAR)).toEqual({ a: 0, b: 1, c: 0, d: 0 });
  });

  it("is the share of pairs of other nodes between which a node lies", () => {
    // Of the three pairs without b, it lies between a and c, and between a and d.
    const found = measured("betweenness", ...PATH);
    expect(found).toMatchObject({ a: 0, d: 0 });
    expect(found.b).toBeCloseTo(2 / 3);
    expect(found.c).toBeCloseTo(2 / 3);
  });

  it("counts a half where one of two shortest paths passes through a node", () => {
    // In a square each node is on one of the two paths between its neighbours; there are three pairs of others.
    const found = measured("betweenness", "a b", "b c", "c d", "a d");
    for (const id of ["a", "b", "c", "d"]) expect(found[id]).toBeCloseTo(1 / 6);
  });

  it("does not depend on weights", () => {
    // By weights the way from a to c over b would be as long as the direct one, or shorter.
    expect(measured("betweenness", "a b 1", "b c 1", "a c 100")).toEqual({ a: 0, b: 0, c: 0 });
    expect(measured("betweenness", "a b 100", "b c 100", "a c 1")).toEqual({ a: 0, b: 0, c: 0 });
  });
});

describe("the eigenvector centrality", () => {
  it("is the same for all nodes of a triangle, whose squares add up to 1", () => {
    const found = measured("eigenvector", "a b", "b c", "a c");
    for (const id of ["a", "b", "c"]) expect(found[id]).toBeCloseTo(1 / Math.sqrt(3), 4);
  });

  it("takes the weights into account", () => {
    // Ties of 2 to c and of 1 between a and b: with a = b = 1 the value of c is k, where 1 + 2k = L and 4 = L k.
    const k = (-1 + Math.sqrt(33)) / 4;
    const length = Math.sqrt(2 + k * k);
    const found = measured("eigenvector", "a b 1", "a c 2", "b c 2");
    expect(found.a).toBeCloseTo(1 / length, 4);
    expect(found.b).toBeCloseTo(1 / length, 4);
    expect(found.c).toBeCloseTo(k / length, 4);
  });

  it("is found also where the nodes of two sides are tied only across", () => {
    const two = measured("eigenvector", "a b");
    for (const id of ["a", "b"]) expect(two[id]).toBeCloseTo(Math.SQRT1_2, 4);
    // In the middle of a star of three √3 times the value of a leaf: together 3 + 3 squares.
    const star = measured("eigenvector", "a b", "b c", "b d");
    expect(star.b).toBeCloseTo(Math.sqrt(3 / 6), 4);
    for (const id of ["a", "c", "d"]) expect(star[id]).toBeCloseTo(Math.sqrt(1 / 6), 4);
  });
});

describe("the component", () => {
  it("is 0 for the largest connected part, and counts up to the smallest", () => {
    expect(measured("component", "a b", "x y", "y z")).toEqual({ x: 0, y: 0, z: 0, a: 1, b: 1 });
  });

  it("is lower of two equal parts for the one with the first id, in whatever order ties come", () => {
    const found = { a: 0, z: 0, b: 1, c: 1 };
    expect(measured("component", "b c", "a z")).toEqual(found);
    expect(measured("component", "a z", "b c")).toEqual(found);
  });
});

describe("the community", () => {
  it("keeps two groups apart that one weak tie joins; the larger one is 0", () => {
    const found = measured("community", "a b 5", "x y 5", "x z 5", "y z 5", "b x 0.1");
    expect(found).toEqual({ x: 0, y: 0, z: 0, a: 1, b: 1 });
  });

  it("follows the weights where the ties alone say nothing", () => {
    // A square: two opposite sides are heavy, and either pair of sides can be.
    expect(measured("community", "a b 9", "b c 1", "c d 9", "a d 1")).toEqual({ a: 0, b: 0, c: 1, d: 1 });
    expect(measured("community", "a b 1", "b c 9", "c d 1", "a d 9")).toEqual({ a: 0, d: 0, b: 1, c: 1 });
  });

  it("is the same each time it is computed", () => {
    const lines = ["a b", "b c", "c d", "d e", "e f", "f a", "a d", "b e"];
    const first = measured("community", ...lines);
    for (let i = 0; i < 20; i += 1) expect(measured("community", ...lines)).toEqual(first);
  });
});

describe("the measures of a network", () => {
  it("are those that were asked for and no others", () => {
    const found = nodeMeasures(tiesOf("a b"), new Set<NodeMeasure>(["degree", "component"]));
    const expected: NodeMeasures = { degree: 1, component: 0 };
    expect([...found]).toEqual([
      ["a", expected],
      ["b", expected],
    ]);
  });

  it("are there for all nodes in the order of their ids", () => {
    const found = nodeMeasures(tiesOf("d b", "c a"), new Set(["degree"] as const));
    expect([...found.keys()]).toEqual(["a", "b", "c", "d"]);
  });

  it("are none where nothing is tied", () => {
    expect(nodeMeasures([], new Set(NODE_MEASURES)).size).toBe(0);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HEIRS } from "../../fixtures/heirs-graph.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(HEIRS);
});
afterAll(() => graph?.stop());

const slug = (id: string) => id.slice(id.indexOf(":") + 1);

interface Party {
  readonly node: { readonly id: string };
  readonly predecessor: { readonly id: string } | null;
}

/** Parties of a treaty: `sun`, or `rus < sun` where it has it from Sun. */
async function parties(treaty: string, args: string): Promise<readonly string[]> {
  const data = await graph.data(`{ treaty(id: "treaty:${treaty}") { parties(${args}) {
    totalCount edges { node { id } predecessor { id } } } } }`);
  const { totalCount, edges } = data.treaty.parties;
  expect(totalCount).toBe(edges.length);
  return edges
    .map(({ node, predecessor }: Party) =>
      predecessor ? `${slug(node.id)} < ${slug(predecessor.id)}` : slug(node.id),
    )
    .sort();
}

interface Treaty {
  readonly node: { readonly id: string };
  readonly via: { readonly id: string };
}

/** What edges of a state lead to, and whose they are: `t1 sun`. */
async function had(state: string, args: string, field = "partyTo"): Promise<readonly string[]> {
  const data = await graph.data(`{ state(id: "state:${state}") { ${field}(${args}) {
    totalCount edges { node { id } via { id } } } } }`);
  const { totalCount, edges } = data.state[field];
  expect(totalCount).toBe(edges.length);
  return edges.map(({ node, via }: Treaty) => `${slug(node.id)} ${slug(via.id)}`).sort();
}

const BY = (...kinds: readonly string[]) => `followSuccession: [${kinds.join(", ")}]`;
const ON_1995 = `asOf: "1995-06-01"`;

describe("parties on a day", () => {
  it.each([
    ["", []],
    [", followSuccession: []", []],
    [`, ${BY("CONTINUES")}`, ["rus < sun"]],
    [`, ${BY("SUCCEEDS")}`, ["ukr < sun"]],
    [`, ${BY("CONTINUES", "SUCCEEDS")}`, ["rus < sun", "ukr < sun"]],
    [`, ${BY("SECEDED_FROM")}`, ["est < sun"]],
    [`, ${BY("MERGED_INTO")}`, []],
    [
      `, ${BY("CONTINUES", "SUCCEEDS", "SECEDED_FROM", "MERGED_INTO")}`,
      ["est < sun", "rus < sun", "ukr < sun"],
    ],
  ])("1995%s", async (args, expected) => {
    expect(await parties("t1", `${ON_1995}${args}`)).toEqual(expected);
  });

  it.each([
    ["1969-12-31", []],
    ["1985-01-01", ["sun"]],
    ["1991-12-25", ["sun"]],
    ["1991-12-26", ["rus < sun", "ukr < sun"]],
    ["2020-01-01", ["rus < sun", "ukr < sun"]],
  ])("%s: the state itself until its end, then those after it", async (day, expected) => {
    expect(await parties("t1", `asOf: "${day}", ${BY("CONTINUES", "SUCCEEDS")}`)).toEqual(expected);
  });

  it("one that left a state has what it had from then on, beside it", async () => {
    expect(await parties("t1", `asOf: "1991-09-05", ${BY("SECEDED_FROM")}`)).toEqual(["sun"]);
    expect(await parties("t1", `asOf: "1991-09-06", ${BY("SECEDED_FROM")}`)).toEqual(["est < sun", "sun"]);
  });

  it("in a time: both who had it and who had it after", async () => {
    const during = `during: "1991/1992", ${BY("CONTINUES")}`;
    expect(await parties("t1", during)).toEqual(["rus < sun", "sun"]);
    expect(await parties("t1", `during: "1980/1985", ${BY("CONTINUES")}`)).toEqual(["sun"]);
    expect(await parties("t1", `during: "1992/1993", ${BY("CONTINUES")}`)).toEqual(["rus < sun"]);
  });

  it("what was given up before is not had", async () => {
    expect(await parties("t2", `${ON_1995}, ${BY("CONTINUES", "SUCCEEDS")}`)).toEqual([]);
  });

  it("what has ended is not had", async () => {
    expect(await parties("t3", `${ON_1995}, ${BY("CONTINUES")}`)).toEqual(["rus < sun"]);
    expect(await parties("t3", `asOf: "2001-01-01", ${BY("CONTINUES")}`)).toEqual([]);
  });

  it("an edge of its own wins, also when it holds at another time", async () => {
    const all = BY("CONTINUES", "SUCCEEDS");
    expect(await parties("t4", `${ON_1995}, ${all}`)).toEqual(["rus < sun", "ukr"]);
    expect(await parties("t4", `asOf: "1993-01-01", ${all}`)).toEqual(["rus < sun"]);
  });

  it("mergers lead to the state that went on", async () => {
    expect(await parties("t6", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual(["frg < gdr"]);
    expect(await parties("t6", `asOf: "1980-01-01", ${BY("MERGED_INTO")}`)).toEqual(["gdr"]);
    expect(await had("frg", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual(["t5 frg", "t6 gdr"]);
    expect(await parties("t5", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual(["frg"]);
    expect(await had("gdr", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual([]);
  });

  it("chains are followed, each link by the views asked for", async () => {
    const all = BY("CONTINUES", "SUCCEEDS");
    expect(await parties("t0", `${ON_1995}, ${BY("CONTINUES")}`)).toEqual([]);
    expect(await parties("t0", `${ON_1995}, ${all}`)).toEqual(["rus < emp", "ukr < emp"]);
    expect(await parties("t0", `asOf: "1950-01-01", ${BY("SUCCEEDS")}`)).toEqual(["sun < emp"]);
    expect(await had("rus", `${ON_1995}, ${all}`)).toContain("t0 emp");
  });
});

describe("treaties of a state", () => {
  it.each([
    ["rus", `${ON_1995}, ${BY("CONTINUES")}`, ["t1 sun", "t3 sun", "t4 sun", "t8 sun"]],
    ["rus", `asOf: "2001-01-01", ${BY("CONTINUES")}`, ["t1 sun", "t4 sun", "t8 sun"]],
    ["rus", `asOf: "1985-01-01", ${BY("CONTINUES")}`, []],
    ["rus", `${ON_1995}, ${BY("SUCCEEDS")}`, []],
    ["ukr", `${ON_1995}, ${BY("SUCCEEDS")}`, ["t0 emp", "t1 sun", "t3 sun", "t4 ukr", "t8 sun"]],
    ["ukr", ON_1995, ["t4 ukr"]],
  ])("%s, %s", async (state, args, expected) => {
    expect(await had(state, args)).toEqual(expected);
  });

  it("without a time: all edges of predecessors", async () => {
    expect(await had("rus", BY("CONTINUES"))).toEqual(["t1 sun", "t2 sun", "t3 sun", "t4 sun", "t8 sun"]);
    expect(await had("ukr", BY("SUCCEEDS"))).toEqual([
      "t0 emp",
      "t1 sun",
      "t2 sun",
      "t3 sun",
      "t4 sun",
      "t4 ukr",
      "t8 sun",
    ]);
    expect(await parties("t4", BY("CONTINUES", "SUCCEEDS"))).toEqual([
      "rus < sun",
      "sun",
      "ukr",
      "ukr < sun",
    ]);
  });

  it("memberships until the organization is dissolved; signatures always", async () => {
    expect(await had("rus", `asOf: "1992-06-01", ${BY("CONTINUES")}`, "memberOf")).toEqual([
      "o sun",
      "on sun",
    ]);
    expect(await had("rus", `${ON_1995}, ${BY("CONTINUES")}`, "memberOf")).toEqual(["on sun"]);
    expect(await had("rus", BY("CONTINUES"), "signed")).toEqual(["t1 sun"]);
    expect(await had("rus", "first: 5", "signed")).toEqual([]);
  });

  it("goes with conditions, pages and counts", async () => {
    const { state } = await graph.data(`{ state(id: "state:rus") {
      some: partyTo(${ON_1995}, ${BY("CONTINUES")}, where: {node: {id: {in: ["treaty:t1", "treaty:t4"]}}}) { nodes { id } }
      page: partyTo(${ON_1995}, ${BY("CONTINUES")}, first: 1) { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
      numbers: partyTo(${ON_1995}, ${BY("CONTINUES")}) { aggregate { count nodes } }
    } }`);
    expect(state.some.nodes).toEqual([{ id: "treaty:t1" }, { id: "treaty:t4" }]);
    expect(state.page).toMatchObject({
      totalCount: 4,
      nodes: [{ id: "treaty:t1" }],
      pageInfo: { hasNextPage: true },
    });
    expect(state.numbers.aggregate).toEqual({ count: 4, nodes: 4 });
    const next = await graph.data(`{ state(id: "state:rus") { partyTo(${ON_1995}, ${BY("CONTINUES")},
      first: 3, after: "${state.page.pageInfo.endCursor}") { nodes { id } pageInfo { hasNextPage } } } }`);
    expect(next.state.partyTo).toEqual({
      nodes: [{ id: "treaty:t3" }, { id: "treaty:t4" }, { id: "treaty:t8" }],
      pageInfo: { hasNextPage: false },
    });
  });
});

describe("certainty and sources", () => {
  it("a succession some day of 1991 is possible on each of its days, certain after it", async () => {
    const on = (day: string, certainty: string) =>
      parties("t7", `asOf: "${day}", certainty: ${certainty}, ${BY("SUCCEEDS")}`);
    expect(await on("1990-12-31", "POSSIBLE")).toEqual(["old"]);
    expect(await on("1991-06-01", "POSSIBLE")).toEqual(["old", "vag < old"]);
    expect(await on("1991-06-01", "CERTAIN")).toEqual(["old"]);
    expect(await on("1992-01-01", "CERTAIN")).toEqual(["old", "vag < old"]);
  });

  it("what one source says of the predecessor is had by that source", async () => {
    const on = (source: string) => parties("t8", `${ON_1995}, sources: ["${source}"], ${BY("CONTINUES")}`);
    expect(await on("source:b")).toEqual(["rus < sun"]);
    expect(await on("source:a")).toEqual([]);
    expect(await had("rus", `${ON_1995}, sources: ["source:b"], ${BY("CONTINUES")}`)).toEqual(["t8 sun"]);
  });

  it("edges tell their own dates and source", async () => {
    const { treaty } = await graph.data(`{ treaty(id: "treaty:t8") {
      parties(${ON_1995}, ${BY("CONTINUES")}) { edges { validFrom validTo source { id } node { id name } } } } }`);
    expect(treaty.parties.edges).toEqual([
      {
        validFrom: "1980-01-01",
        validTo: "1991-12-25",
        source: { id: "source:b" },
        node: { id: "state:rus", name: "State rus" },
      },
    ]);
  });
});

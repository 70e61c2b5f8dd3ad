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

describe("the parties to a treaty with followSuccession", () => {
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
  ])("include successors of the given kinds: 1995%s", async (args, expected) => {
    expect(await parties("t1", `${ON_1995}${args}`)).toEqual(expected);
  });

  it.each([
    ["1969-12-31", []],
    ["1985-01-01", ["sun"]],
    ["1991-12-25", ["sun"]],
    ["1991-12-26", ["rus < sun", "ukr < sun"]],
    ["2020-01-01", ["rus < sun", "ukr < sun"]],
  ])("are the state until its end and its successors afterwards: %s", async (day, expected) => {
    expect(await parties("t1", `asOf: "${day}", ${BY("CONTINUES", "SUCCEEDS")}`)).toEqual(expected);
  });

  it("include a seceded state together with the state that it left", async () => {
    expect(await parties("t1", `asOf: "1991-09-05", ${BY("SECEDED_FROM")}`)).toEqual(["sun"]);
    expect(await parties("t1", `asOf: "1991-09-06", ${BY("SECEDED_FROM")}`)).toEqual(["est < sun", "sun"]);
  });

  it("include predecessors and successors during a period", async () => {
    const during = `during: "1991/1992", ${BY("CONTINUES")}`;
    expect(await parties("t1", during)).toEqual(["rus < sun", "sun"]);
    expect(await parties("t1", `during: "1980/1985", ${BY("CONTINUES")}`)).toEqual(["sun"]);
    expect(await parties("t1", `during: "1992/1993", ${BY("CONTINUES")}`)).toEqual(["rus < sun"]);
  });

  it("exclude successors if the predecessor had withdrawn before", async () => {
    expect(await parties("t2", `${ON_1995}, ${BY("CONTINUES", "SUCCEEDS")}`)).toEqual([]);
  });

  it("exclude successors after the end of the treaty", async () => {
    expect(await parties("t3", `${ON_1995}, ${BY("CONTINUES")}`)).toEqual(["rus < sun"]);
    expect(await parties("t3", `asOf: "2001-01-01", ${BY("CONTINUES")}`)).toEqual([]);
  });

  it("include the own edge of a successor instead, even if it holds at another time", async () => {
    const all = BY("CONTINUES", "SUCCEEDS");
    expect(await parties("t4", `${ON_1995}, ${all}`)).toEqual(["rus < sun", "ukr"]);
    expect(await parties("t4", `asOf: "1993-01-01", ${all}`)).toEqual(["rus < sun"]);
  });

  it("include the state that others merged into", async () => {
    expect(await parties("t6", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual(["frg < gdr"]);
    expect(await parties("t6", `asOf: "1980-01-01", ${BY("MERGED_INTO")}`)).toEqual(["gdr"]);
    expect(await had("frg", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual(["t5 frg", "t6 gdr"]);
    expect(await parties("t5", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual(["frg"]);
    expect(await had("gdr", `${ON_1995}, ${BY("MERGED_INTO")}`)).toEqual([]);
  });

  it("follow chains of successions of the given kinds", async () => {
    const all = BY("CONTINUES", "SUCCEEDS");
    expect(await parties("t0", `${ON_1995}, ${BY("CONTINUES")}`)).toEqual([]);
    expect(await parties("t0", `${ON_1995}, ${all}`)).toEqual(["rus < emp", "ukr < emp"]);
    expect(await parties("t0", `asOf: "1950-01-01", ${BY("SUCCEEDS")}`)).toEqual(["sun < emp"]);
    expect(await had("rus", `${ON_1995}, ${all}`)).toContain("t0 emp");
  });
});

describe("the treaties of a state with followSuccession", () => {
  it.each([
    ["rus", `${ON_1995}, ${BY("CONTINUES")}`, ["t1 sun", "t3 sun", "t4 sun", "t8 sun"]],
    ["rus", `asOf: "2001-01-01", ${BY("CONTINUES")}`, ["t1 sun", "t4 sun", "t8 sun"]],
    ["rus", `asOf: "1985-01-01", ${BY("CONTINUES")}`, []],
    ["rus", `${ON_1995}, ${BY("SUCCEEDS")}`, []],
    ["ukr", `${ON_1995}, ${BY("SUCCEEDS")}`, ["t0 emp", "t1 sun", "t3 sun", "t4 ukr", "t8 sun"]],
    ["ukr", ON_1995, ["t4 ukr"]],
  ])("include those of its predecessors: %s, %s", async (state, args, expected) => {
    expect(await had(state, args)).toEqual(expected);
  });

  it("include all edges of its predecessors without a time", async () => {
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

  it("include memberships until the dissolution of the organization, and all signatures", async () => {
    expect(await had("rus", `asOf: "1992-06-01", ${BY("CONTINUES")}`, "memberOf")).toEqual([
      "o sun",
      "on sun",
    ]);
    expect(await had("rus", `${ON_1995}, ${BY("CONTINUES")}`, "memberOf")).toEqual(["on sun"]);
    expect(await had("rus", BY("CONTINUES"), "signed")).toEqual(["t1 sun"]);
    expect(await had("rus", "first: 5", "signed")).toEqual([]);
  });

  it("can be combined with conditions, pages and counts", async () => {
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

describe("an inherited edge", () => {
  it("is possible on each day of an inexact succession, and certain after it", async () => {
    const on = (day: string, certainty: string) =>
      parties("t7", `asOf: "${day}", certainty: ${certainty}, ${BY("SUCCEEDS")}`);
    expect(await on("1990-12-31", "POSSIBLE")).toEqual(["old"]);
    expect(await on("1991-06-01", "POSSIBLE")).toEqual(["old", "vag < old"]);
    expect(await on("1991-06-01", "CERTAIN")).toEqual(["old"]);
    expect(await on("1992-01-01", "CERTAIN")).toEqual(["old", "vag < old"]);
  });

  it("is asserted by the source of the predecessor", async () => {
    const on = (source: string) => parties("t8", `${ON_1995}, sources: ["${source}"], ${BY("CONTINUES")}`);
    expect(await on("source:b")).toEqual(["rus < sun"]);
    expect(await on("source:a")).toEqual([]);
    expect(await had("rus", `${ON_1995}, sources: ["source:b"], ${BY("CONTINUES")}`)).toEqual(["t8 sun"]);
  });

  it("shows its own dates and source", async () => {
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

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph, slugs } from "../fixtures/serve-graph.js";

// Rows are found from the node that a condition names, or checked one by one if that node has many edges.

const STATES = ["aaa", "bbb", "ccc", "ddd"];
const TEXTS = Array.from({ length: 24 }, (_, index) => `text-${String(index).padStart(2, "0")}`);

/** Alpha and Beta vote on all texts, Gamma on every fourth, Delta on the last text only. */
function positionOf(state: number, text: number): "YES" | "NO" | undefined {
  if (state === 0) return text % 3 === 0 ? "NO" : "YES";
  if (state === 1) return text < 12 ? "YES" : "NO";
  if (state === 2) return text % 4 === 0 ? "NO" : undefined;
  return text === TEXTS.length - 1 ? "YES" : undefined;
}

const votes = STATES.flatMap((state, one) =>
  TEXTS.flatMap((text, other) => {
    const position = positionOf(one, other);
    return position
      ? [{ type: "VOTED", from: `state:${state}`, to: `document:${text}`, position, date: "2001-01-01" }]
      : [];
  }),
);

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph({
    source: "source:a",
    sources: [{ id: "source:a", name: "A", kind: "DATASET" }],
    nodes: [
      ...STATES.map((slug) => ({ type: "State", id: `state:${slug}`, name: `State ${slug}` })),
      ...TEXTS.map((slug) => ({
        ...{ type: "Document", id: `document:${slug}`, name: `Text ${slug}`, kind: "RESOLUTION" },
        date: "2001-01-01",
      })),
      { type: "Organization", id: "org:pair", name: "Pair", kind: "IGO", founded: "1990-01-01" },
    ],
    edges: [
      ...votes,
      ...["ccc", "ddd"].map((slug) => ({
        ...{ type: "MEMBER_OF", from: `state:${slug}`, to: "org:pair", role: "MEMBER" },
        validFrom: "1995-01-01",
      })),
    ],
  });
});
afterAll(() => graph?.stop());

const votedBy = (slug: string, position: string) =>
  `{voters: {some: {position: {eq: ${position}}, node: {id: {eq: "state:${slug}"}}}}}`;
const byMembers = (position: string) =>
  `{voters: {some: {position: {eq: ${position}}, node: {memberOf: {some: {node: {id: {eq: "org:pair"}}}}}}}}`;

/** Texts on which one of some states voted so, counted from the list above. */
function textsWith(states: readonly number[], position: string): readonly string[] {
  return TEXTS.filter((_, text) => states.some((state) => positionOf(state, text) === position));
}

/** States that voted so on a text on which another one voted so. */
function statesWith(position: string, other: number, others: string): readonly string[] {
  return STATES.filter((_, state) =>
    TEXTS.some((_text, text) => positionOf(state, text) === position && positionOf(other, text) === others),
  );
}

describe("a condition over two relations", () => {
  it.each([
    ["of a state with many edges", "aaa", 0],
    ["of a state with few edges", "ddd", 3],
  ])("finds all matching rows by the id %s", async (_what, slug, place) => {
    for (const [one, two] of [
      ["NO", "YES"],
      ["YES", "YES"],
      ["NO", "NO"],
    ] as const) {
      const where = `{votes: {some: {position: {eq: ${one}}, node: {document: ${votedBy(slug, two)}}}}}`;
      expect(await graph.list("states", `first: 100, where: ${where}`)).toEqual(statesWith(one, place, two));
    }
  });

  it("finds the members of one and of two organizations, with a total", async () => {
    const both = textsWith([2, 3], "NO").filter((text) => textsWith([2, 3], "YES").includes(text));
    const either = textsWith([2, 3], "YES");
    expect(await graph.list("documents", `first: 100, where: ${byMembers("YES")}`)).toEqual(either);
    const { list } = await graph.data(`{ list: documents(first: 2, where: {and: [
      ${byMembers("NO")}, ${byMembers("YES")}, ${votedBy("aaa", "YES")}
    ]}) { totalCount nodes { id } } }`);
    const expected = both.filter((text) => textsWith([0], "YES").includes(text));
    expect([list.totalCount, slugs(list.nodes)]).toEqual([expected.length, expected.slice(0, 2)]);
  });

  it("finds rows by a node with many edges and one with few edges", async () => {
    const many = `{votes: {some: {position: {eq: NO}, node: {document: ${votedBy("aaa", "YES")}}}}}`;
    const few = `{votes: {some: {position: {eq: NO}, node: {document: ${votedBy("ddd", "YES")}}}}}`;
    const expected = statesWith("NO", 0, "YES").filter((state) => statesWith("NO", 3, "YES").includes(state));
    expect(await graph.list("states", `where: {and: [${many}, ${few}]}`)).toEqual(expected);
    expect(await graph.list("states", `where: {and: [${few}, ${many}]}`)).toEqual(expected);
    const { states } = await graph.data(`{ states(where: {and: [${few}, ${many}]}) { totalCount } }`);
    expect(states.totalCount).toBe(expected.length);
  });
});

describe("a list with its total", () => {
  it("has the same rows at either end as without the total, in any order", async () => {
    const asked = (what: string, selected: string) =>
      graph.data(`{ state(id: "state:aaa") { votes(${what}) { ${selected} } } }`);
    for (const what of [
      "first: 5",
      "last: 5",
      'first: 5, orderBy: [{by: "position", direction: DESC}]',
      'last: 5, where: {position: {eq: NO}}, sources: ["source:a"]',
    ]) {
      const alone = await asked(what, "nodes { id }");
      const both = await asked(what, "totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage }");
      expect(both.state.votes.nodes).toEqual(alone.state.votes.nodes);
      const position = what.includes("NO") ? "NO" : undefined;
      const counted = TEXTS.filter((_, text) => !position || positionOf(0, text) === position).length;
      expect(both.state.votes.totalCount).toBe(counted);
      const cut = what.startsWith("first") ? "hasNextPage" : "hasPreviousPage";
      expect(both.state.votes.pageInfo[cut]).toBe(counted > 5);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";

const SOURCE = {
  source: "source:a",
  sources: [{ id: "source:a", name: "Archive", kind: "BOOK" }],
};
const code = (text: string) => ({ text, kind: "CODE", scheme: "cow" });
const minister = (from: string, validFrom: string, validTo: string) => ({
  ...{ type: "HELD_OFFICE", from, to: "state:rus", title: "FOREIGN_MINISTER", validFrom, validTo },
});

/** Twins of several kinds, and nodes that only look like twins. */
const TWINS = {
  ...SOURCE,
  nodes: [
    { type: "State", id: "state:rus", name: "Russia", names: [code("365")] },
    { type: "State", id: "state:sun", name: "Soviet Union", names: [code("365")] },
    { type: "State", id: "state:aaa", name: "Aland", names: [code("900"), { text: "Aland" }] },
    { type: "State", id: "state:bbb", name: "Bland", names: [code("900"), { text: "ALAND" }] },
    {
      type: "Treaty",
      id: "treaty:rome-1",
      name: "R1",
      kind: "OTHER",
      names: [{ text: "Rome Statute", lang: "en" }],
    },
    { type: "Treaty", id: "treaty:rome-2", name: "R2", kind: "OTHER", names: [{ text: "ROME STATUTE" }] },
    { type: "Document", id: "document:rome", name: "D", kind: "DECISION", names: [{ text: "Rome Statute" }] },
    { type: "Person", id: "person:lavrov", name: "Sergey Lavrov" },
    { type: "Person", id: "person:lavrov-un", name: "ЛАВРОВ С." },
    { type: "Person", id: "person:ivanov", name: "Igor Ivanov" },
    { type: "Person", id: "person:old-lavrov", name: "Old Lavrov" },
  ],
  edges: [
    { type: "RELATED_TO", from: "state:rus", to: "state:sun", kind: "CONTINUES" },
    minister("person:lavrov", "2004-03-09", ".."),
    minister("person:lavrov-un", "2009", "2011"),
    minister("person:ivanov", "2004-03-01", "2010"),
    minister("person:old-lavrov", "1990", "1991"),
  ],
};

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(TWINS);
});
afterAll(() => graph?.stop());

const QUERY = `query ($types: [NodeType!], $minScore: Float, $first: Int, $after: String) {
  duplicates(types: $types, minScore: $minScore, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } nodes { id }
    edges { score reasons { kind text } node { id } other { id } } } }`;

interface Pair {
  readonly score: number;
  readonly reasons: readonly { readonly kind: string; readonly text: string }[];
  readonly node: { readonly id: string };
  readonly other: { readonly id: string };
}

async function pairs(variables: Readonly<Record<string, unknown>> = {}) {
  const { duplicates } = await graph.data(QUERY, variables);
  const edges: readonly Pair[] = duplicates.edges;
  const lines = edges.map(
    ({ node, other, score, reasons }) =>
      `${node.id} ${other.id} ${score} ${reasons.map(({ kind, text }) => `${kind} ${text}`).join(", ")}`,
  );
  return { lines, total: duplicates.totalCount, page: duplicates.pageInfo };
}

describe("pairs that may be the same", () => {
  it("have reasons that add up, and are ordered by score", async () => {
    const { lines, total } = await pairs();
    expect(lines).toEqual([
      "state:aaa state:bbb 0.88 SAME_CODE cow 900, SAME_NAME Aland",
      "person:lavrov person:lavrov-un 0.7 SAME_OFFICE FOREIGN_MINISTER Russia",
      "treaty:rome-1 treaty:rome-2 0.6 SAME_NAME Rome Statute",
    ]);
    expect(total).toBe(3);
  });

  it("can be filtered by type and minimum score, and paged", async () => {
    expect((await pairs({ types: ["Treaty"] })).lines).toHaveLength(1);
    expect((await pairs({ minScore: 0.7 })).lines).toHaveLength(2);
    expect((await pairs({ types: ["Document"] })).lines).toEqual([]);
    const first = await pairs({ first: 2 });
    expect(first.page.hasNextPage).toBe(true);
    const rest = await pairs({ first: 2, after: first.page.endCursor });
    expect([...first.lines, ...rest.lines]).toEqual((await pairs()).lines);
  });

  it("are rejected for a minimum score outside 0 to 1", async () => {
    const { errors } = await ask(graph.server, QUERY, { minScore: 2 });
    expect(errors?.[0]?.message).toContain("must be between 0 and 1");
  });
});

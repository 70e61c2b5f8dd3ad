import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { party } from "../fixtures/edge-rows.js";
import { BASE } from "../fixtures/graph.js";
import { type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";

let graph: ServedGraph;

const CODE = { kind: "CODE", scheme: "test" };

beforeAll(async () => {
  graph = await serveGraph(BASE, {
    source: "source:a",
    nodes: [
      {
        type: "State",
        id: "state:aaa",
        names: [
          { text: "А-а", lang: "ru" },
          { text: "A1", ...CODE },
        ],
      },
      { type: "State", id: "state:bbb", names: [{ text: "B1", ...CODE }] },
      { type: "Treaty", id: "treaty:t", names: [{ text: "T1", ...CODE }] },
    ],
    edges: [party("state:aaa", "treaty:t", "2000-01-01"), party("state:bbb", "treaty:t", "2000-01-01")],
  });
});
afterAll(() => graph?.stop());

const CODES = "names(where: { node: { kind: { eq: CODE } } }) { totalCount nodes { text } }";

interface Named {
  readonly names: { readonly totalCount: number; readonly nodes: readonly { readonly text: string }[] };
}

const codes = (nodes: readonly Named[]) => nodes.map(({ names }) => names.nodes.map(({ text }) => text));

// Finding H4: `names` needed a fragment for each type.
describe("the names of a node of any type", () => {
  it("can be read through the interface of all nodes", async () => {
    const { nodes } = await graph.data(`{ nodes(ids: ["treaty:t", "state:aaa", "source:a"]) { ${CODES} } }`);
    expect(codes(nodes)).toEqual([["T1"], ["A1"], []]);
  });

  it("can be read through the interface of an end of an edge", async () => {
    const { treaty } = await graph.data(`{ treaty(id: "treaty:t") { parties { nodes { ${CODES} } } } }`);
    expect(codes(treaty.parties.nodes)).toEqual([["A1"], ["B1"]]);
  });

  it("are an empty list for a name", async () => {
    const { search } = await graph.data('{ search(text: "A1") { nodes { names { nodes { id } } } } }');
    const [{ id }] = search.nodes[0].names.nodes.slice(-1);
    const { node } = await graph.data(
      "query ($id: ID!) { node(id: $id) { __typename names { totalCount nodes { id } } } }",
      { id },
    );
    expect(node).toEqual({ __typename: "Name", names: { totalCount: 0, nodes: [] } });
  });

  it("can be read without fragments through Node and Entity", async () => {
    const { node } = await graph.data(
      `{ node(id: "state:aaa") { ...on Node { id } ...on Entity { recordedAt } } }`,
    );
    expect(node).toEqual({ id: "state:aaa", recordedAt: expect.stringMatching(/^\d{4}-/) });
  });
});

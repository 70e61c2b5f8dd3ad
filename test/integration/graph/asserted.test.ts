import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DISPUTES } from "../../fixtures/disputes-graph.js";
import { expectRefused, type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(...DISPUTES);
});
afterAll(() => graph?.stop());

interface Assertion {
  readonly type: string;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly node: { readonly id: string };
}

async function asserted(args: string): Promise<readonly Assertion[]> {
  const { source } = await graph.data(`{ source(id: "source:b") { asserted(${args}) {
    totalCount nodes { id } edges { type from { id } to { id } node { id } } } } }`);
  const { totalCount, nodes, edges } = source.asserted;
  expect(totalCount).toBe(edges.length);
  expect(nodes).toEqual(edges.map(({ node }: Assertion) => node));
  return edges;
}

const froms = (found: readonly Assertion[]) => found.map(({ type, from }) => `${type} ${from.id}`).sort();

// Finding H4: `asserted` had no `where`.
describe("asserted(where:)", () => {
  it.each([
    ["votes: { position: { eq: NO } }", ["VOTED state:voter"]],
    ["votes: { position: { eq: YES } }", []],
    ["memberOf: { role: { eq: OBSERVER } }", ["MEMBER_OF state:day"]],
    ["partyTo: { basisAct: { eq: ACCESSION } }", ["PARTY_TO state:code"]],
    ["partyTo: { provisional: { eq: false } }", ["PARTY_TO state:flag"]],
    [
      'or: [{ votes: {} }, { memberOf: { node: { name: { eq: "Org o" } } } }]',
      ["MEMBER_OF state:day", "VOTED state:voter"],
    ],
    ["confidence: { lte: 10 }", ["PARTY_TO state:unset"]],
    ['quote: { eq: "other" }', ["PARTY_TO state:unset"]],
    ["rank: { eq: DEPRECATED }", ["PARTY_TO state:deprecated"]],
    ['from: { id: { eq: "state:day" } }', ["MEMBER_OF state:day", "PARTY_TO state:day"]],
    ["to: { organization: { kind: { eq: IGO } } }", ["MEMBER_OF state:day"]],
    ["not: { to: { treaty: {} } }", ["MEMBER_OF state:day", "VOTED state:voter"]],
  ])("returns the matching assertions: %s", async (where, expected) => {
    expect(froms(await asserted(`where: { ${where} }`))).toEqual(expected);
  });

  it("can be combined with types", async () => {
    const day = 'where: { from: { id: { eq: "state:day" } } }';
    expect(froms(await asserted(`types: [PARTY_TO], ${day}`))).toEqual(["PARTY_TO state:day"]);
  });

  it("rejects an empty condition", async () => {
    await expectRefused(graph, `{ source(id: "source:b") { asserted(where: { not: {} }) { totalCount } } }`, {
      code: "BAD_INPUT",
      path: ["source", "asserted"],
      message: /where\.not is empty/,
    });
  });
});

describe("the node of an assertion", () => {
  it("is the start of the edge, or the node that a report is about", async () => {
    const found = await asserted("types: [PARTY_TO, REPORTS], first: 100");
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(["PARTY_TO", "REPORTS"]));
    for (const { type, node, from, to } of found) expect(node).toEqual(type === "REPORTS" ? to : from);
  });

  it("is returned for changes as well", async () => {
    const { changes } =
      await graph.data(`{ changes(since: "2000-01-01T00:00:00Z", types: [VOTED, REPORTS], first: 50) {
      nodes { __typename id } edges { node { id } edge { type from { id } to { id } } } } }`);
    expect(changes.edges.length).toBeGreaterThan(2);
    expect(changes.nodes.map(({ id }: { id: string }) => ({ id }))).toEqual(
      changes.edges.map(({ node }: Assertion) => node),
    );
    for (const { node, edge } of changes.edges) {
      expect(node).toEqual(edge.type === "REPORTS" ? edge.to : edge.from);
    }
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edge, member, orgs, party, states, TWO_SOURCES, treaties } from "../../fixtures/edge-rows.js";
import { expectRefused, type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";

let graph: ServedGraph;

const B = { source: "source:b" };
const C = { source: "source:c" };

// Three sources. "agree": a and b say the same, c differs. "differ": all differ. "two": only a and b speak, and differ.
beforeAll(async () => {
  graph = await serveGraph(
    {
      source: "source:a",
      sources: [...TWO_SOURCES, { id: "source:c", name: "Gamma Source", kind: "BOOK", priority: -2 }],
      nodes: [
        ...states("agree", "differ", "two", "unknown"),
        ...orgs("o"),
        ...treaties("t", "open"),
        { type: "Treaty", id: "treaty:place", name: "Place", kind: "PEACE", place: "Paris" },
      ],
      edges: [
        party("state:agree", "treaty:t", "1990-01-01"),
        party("state:agree", "treaty:t", "1990-01-01", "..", B),
        party("state:agree", "treaty:t", "1995-01-01", "..", C),
        party("state:differ", "treaty:t", "1990-01-01"),
        party("state:differ", "treaty:t", "1991-01-01", "..", B),
        party("state:differ", "treaty:t", "1992-01-01", "..", C),
        party("state:two", "treaty:t", "1990-01-01"),
        party("state:two", "treaty:t", "1991-01-01", "..", B),
        party("state:unknown", "treaty:open", "1990-01-01", "2000-01-01"),
        party("state:unknown", "treaty:open", "1991-01-01", "2001-01-01", B),
        edge("PARTY_TO", "state:unknown", "treaty:open", C),
        member("state:two", "org:o", "1990-01-01"),
        member("state:two", "org:o", "1990-01-01", "..", { ...B, role: "OBSERVER" }),
      ],
    },
    { source: "source:b", nodes: [{ type: "Treaty", id: "treaty:place", place: "Paris" }] },
    { source: "source:c", nodes: [{ type: "Treaty", id: "treaty:place", place: "London" }] },
  );
});
afterAll(() => graph?.stop());

interface Conflict {
  readonly type: string;
  readonly node: { readonly id: string };
  readonly differences: readonly {
    readonly values: readonly { readonly source: string; readonly value: string }[];
  }[];
  readonly claims: readonly { readonly source: { readonly id: string } }[];
}

async function conflicts(args: string): Promise<readonly Conflict[]> {
  const { conflicts: found } = await graph.data(`{ conflicts(${args}) { totalCount nodes { id } edges {
    type node { id } differences { values { source value } } claims { source { id } } } } }`);
  expect(found.totalCount).toBe(found.edges.length);
  expect(found.nodes).toEqual(found.edges.map(({ node }: Conflict) => node));
  return found.edges;
}

const about = (found: readonly Conflict[]) => found.map(({ type, node }) => `${type} ${node.id}`).sort();

// Finding H4.
describe("conflicts(sources:)", () => {
  const PARTIES = "types: [PARTY_TO]";

  it.each([
    [`${PARTIES}, between: ["source:a", "source:b"]`, ["agree", "differ", "two", "unknown"]],
    [`${PARTIES}, sources: ["source:a", "source:b"]`, ["differ", "two", "unknown"]],
    [`${PARTIES}, sources: ["source:b", "source:c"]`, ["agree", "differ"]],
    [`${PARTIES}, sources: ["source:a", "source:b", "source:c"]`, ["agree", "differ", "two", "unknown"]],
    [`${PARTIES}, sources: ["source:a", "source:b"], between: ["source:c"]`, []],
    [`${PARTIES}, sources: null`, ["agree", "differ", "two", "unknown"]],
  ])("finds the conflicts between these sources: %s", async (args, slugs) => {
    expect(about(await conflicts(args))).toEqual(slugs.map((slug) => `PARTY_TO state:${slug}`));
  });

  it("shows only claims of these sources", async () => {
    const [found, ...others] = await conflicts(
      `${PARTIES}, about: ["state:agree"], sources: ["source:a", "source:c"]`,
    );
    expect(others).toEqual([]);
    expect(found?.differences.map(({ values }) => values)).toEqual([
      [
        { source: "source:a", value: "1990-01-01" },
        { source: "source:c", value: "1995-01-01" },
      ],
    ]);
    expect(found?.claims.map(({ source }) => source.id)).toEqual(["source:a", "source:c"]);
  });

  it("ignores the values of a source that does not know the bound", async () => {
    const [found] = await conflicts('types: [PARTY_TO], about: ["state:unknown"]');
    expect(found?.claims.map(({ source }) => source.id)).toEqual(["source:a", "source:b", "source:c"]);
    expect(found?.differences.map(({ values }) => values)).toEqual([
      [
        { source: "source:a", value: "1990-01-01" },
        { source: "source:b", value: "1991-01-01" },
      ],
      [
        { source: "source:a", value: "2000-01-01" },
        { source: "source:b", value: "2001-01-01" },
      ],
    ]);
  });

  it("limits reported values, whose node is the one that is reported on", async () => {
    const reports = 'types: [REPORTS], about: ["treaty:place"]';
    expect(about(await conflicts(reports))).toEqual(["REPORTS treaty:place"]);
    expect(await conflicts(`${reports}, sources: ["source:a", "source:b"]`)).toEqual([]);
    expect(about(await conflicts(`${reports}, sources: ["source:b", "source:c"]`))).toEqual([
      "REPORTS treaty:place",
    ]);
  });

  it("requires two sources", async () => {
    await expectRefused(graph, '{ conflicts(sources: ["source:a"]) { totalCount } }', {
      code: "BAD_INPUT",
      path: ["conflicts"],
      message: /at least two ids.*use between/,
    });
  });
});

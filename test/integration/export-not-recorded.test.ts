import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";

const GRAPH = {
  source: "source:a",
  sources: [{ id: "source:a", name: "A", kind: "BOOK" }],
  nodes: [
    { type: "State", id: "state:s", name: "S", region: "Asia" },
    { type: "State", id: "state:t", name: "T" },
    { type: "Treaty", id: "treaty:known", name: "Known", kind: "PEACE" },
    { type: "Treaty", id: "treaty:unknown", name: "Unknown", kind: "PEACE" },
  ],
  edges: [
    { type: "PARTY_TO", from: "state:s", to: "treaty:known", validFrom: "1990-01-01" },
    { type: "SIGNED", from: "state:s", to: "treaty:known", date: "1989-01-01" },
  ],
};

let graph: ServedGraph;
beforeAll(async () => {
  graph = await serveGraph(GRAPH);
});
afterAll(() => graph?.stop());

const exported = (format: string, query: string) =>
  fetch(`${graph.server.url}/export/${format}?${new URLSearchParams({ query })}`);

const COUNTS = "{ treaties { nodes { id parties { totalCount } } } }";

describe("an export of counts", () => {
  it("names in each row the lists of which nothing is recorded", async () => {
    const lines = (await (await exported("tsv", COUNTS)).text()).trimEnd().split("\n");
    expect(lines).toEqual([
      "id\tparties.totalCount\tpact:sources\tpact:notRecorded",
      "treaty:known\t1\tsource:a\t",
      "treaty:unknown\t0\tsource:a\tparties",
    ]);
  });

  it("names them also inside fragments, and in lists inside the rows", async () => {
    const query = `{ state(id: "state:s") { partyTo { edges { node {
      ... on Treaty { id actions { totalCount } some: signatories { totalCount edges { node { ... on State { votes { totalCount } } } } } }
    } } } } }`;
    const response = await exported("ndjson", query);
    const rows = (await response.text())
      .trimEnd()
      .split("\n")
      .flatMap((line): readonly Readonly<Record<string, unknown>>[] => JSON.parse(line).row ?? []);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.["pact:notRecorded"]).toEqual(["node.actions", "node.some.edges.node.votes"]);
    expect(JSON.stringify(rows)).not.toContain("export_");
  });

  it("says in the header, and at the end of JSON, what is not recorded", async () => {
    const response = await exported("json", COUNTS);
    expect(response.headers.get("x-pactgraph-not-recorded")).toBe("treaties.parties");
    expect(await response.json()).toHaveProperty("notRecorded", [
      {
        path: ["treaties", "parties"],
        message: expect.stringContaining("Nothing is recorded for parties of 1 of 2 nodes."),
      },
    ]);
  });

  it("says it of an empty list, too, and says nothing if all is recorded", async () => {
    const empty = await exported("csv", `{ treaty(id: "treaty:unknown") { parties { nodes { id } } } }`);
    expect(decodeURIComponent(empty.headers.get("x-pactgraph-not-recorded") ?? "")).toBe("treaty.parties");
    const full = await exported("json", `{ treaty(id: "treaty:known") { parties { nodes { id } } } }`);
    expect(full.headers.get("x-pactgraph-not-recorded")).toBeNull();
    expect(await full.json()).not.toHaveProperty("notRecorded");
  });

  it("leaves the cell of a group without a value empty", async () => {
    const groups = `{ states { aggregate { groups(by: [{ path: "region" }]) { keys count } } } }`;
    const lines = (await (await exported("tsv", groups)).text()).trimEnd().split("\n");
    expect(lines.sort()).toEqual(["\t1", "Asia\t1", "keys\tcount"].sort());
  });
});

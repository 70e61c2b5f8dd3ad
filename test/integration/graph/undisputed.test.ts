import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { noteFacts } from "../../../src/record/facts.js";
import { edge, party, signed, states, TWO_SOURCES, treaties } from "../../fixtures/edge-rows.js";
import { type BundleParts, load } from "../../fixtures/graph.js";
import { retract } from "../../fixtures/retractions.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";
import { serveDatabase, TEST_WRITE_KEY, type TestServer } from "../../support/server.js";

const KEY = { "x-pactgraph-key": TEST_WRITE_KEY };
const OF_B = { source: "source:b" };

/** One source speaks of parties and signatures. */
const ONE_SOURCE: BundleParts = {
  source: "source:a",
  sources: TWO_SOURCES,
  nodes: [...states("s", "t", "u"), ...treaties("t")],
  edges: [
    party("state:s", "treaty:t", "1990-01-01"),
    party("state:t", "treaty:t", "1991-01-01"),
    signed("state:s", "treaty:t", { date: "1989-05-01" }),
    signed("state:u", "treaty:t", { date: "1989-05-02" }),
  ],
};

let graph: ServedGraph;

beforeEach(async () => {
  await graph?.stop();
  graph = await serveGraph(ONE_SOURCE);
  // The service sees the state of the data, and makes its next statements for it.
  await asked(graph.server);
});
afterAll(() => graph?.stop());

const QUERY = `{ treaty(id: "treaty:t") {
  parties { totalCount edges { validFrom node { id } } }
  signatories { totalCount edges { date node { id } } }
} }`;

/** The parties and the signatories, each with its date, and their numbers. */
async function asked(server: TestServer) {
  const { data, errors } = await ask(server, QUERY);
  expect(errors).toBeUndefined();
  const { parties, signatories } = data.treaty;
  type Edge = { validFrom?: string; date?: string; node: { id: string } };
  const textOf = ({ validFrom, date, node }: Edge) => `${node.id} ${validFrom ?? date}`;
  return {
    parties: [parties.totalCount, ...parties.edges.map(textOf)],
    signatories: [signatories.totalCount, ...signatories.edges.map(textOf)],
  };
}

async function cypher(): Promise<string> {
  const { extensions } = await ask(graph.server, QUERY, {}, { "x-pactgraph-explain": "1", ...KEY });
  const [field] = (extensions?.explain ?? []) as readonly { cypher: string }[];
  return field?.cypher ?? "";
}

const BEFORE = {
  parties: [2, "state:s 1990-01-01", "state:t 1991-01-01"],
  signatories: [2, "state:s 1989-05-01", "state:u 1989-05-02"],
};

describe("a query while all assertions of an edge type are primary", () => {
  it("does not check whether an edge is primary, and gives the same answer", async () => {
    expect(await asked(graph.server)).toEqual(BEFORE);
    expect(await cypher()).not.toContain(".primary");
  });

  it("checks it once another source contradicts one edge, but only for this type", async () => {
    await load(graph.database, { ...OF_B, edges: [party("state:s", "treaty:t", "1995-01-01")] });
    expect(await asked(graph.server)).toEqual(BEFORE);
    expect(await cypher()).toMatch(/:PARTY_TO\]-\(n\d+\) WHERE r\d+\.primary/);
    expect(await cypher()).not.toMatch(/:SIGNED\]-\(n\d+\) WHERE r\d+\.primary/);
  });

  it("checks it once an assertion is corrected", async () => {
    await load(graph.database, {
      source: "source:a",
      edges: [party("state:t", "treaty:t", "1991-02-02", "..", { corrects: "1991-01-01" })],
    });
    const after = [2, "state:s 1990-01-01", "state:t 1991-02-02"];
    expect(await asked(graph.server)).toEqual({ ...BEFORE, parties: after });
    expect(await asked(graph.server)).toEqual({ ...BEFORE, parties: after });
  });

  it("checks it once an assertion is retracted", async () => {
    const { treaty } = await graph.data(
      `{ treaty(id: "treaty:t") { signatories(first: 1) { edges { id } } } }`,
    );
    await retract(graph.server, `edge: "${treaty.signatories.edges[0].id}", reason: "a slip"`);
    expect(await asked(graph.server)).toEqual({ ...BEFORE, signatories: [1, "state:u 1989-05-02"] });
    expect(await asked(graph.server)).toEqual({ ...BEFORE, signatories: [1, "state:u 1989-05-02"] });
  });

  it("checks it once an assertion is deprecated", async () => {
    await load(graph.database, {
      ...OF_B,
      edges: [signed("state:t", "treaty:t", { date: "1989-05-03", rank: "DEPRECATED" })],
    });
    expect(await asked(graph.server)).toEqual(BEFORE);
  });

  it("checks it after a start that found changes by an older version", async () => {
    await graph.database.write((tx) =>
      tx.run(
        `MATCH (lock:WriteLock) SET lock.recordedAt = lock.recordedAt + duration({seconds: 1})
         WITH lock MATCH (:State {id: "state:u"})-[r:SIGNED]->()
         SET r.primary = false, r.retractedAt = lock.recordedAt`,
      ),
    );
    const after = { ...BEFORE, signatories: [1, "state:s 1989-05-01"] };
    const bothAsked = /PARTY_TO.*r\d+\.primary.*SIGNED.*r\d+\.primary/;
    for (const _time of ["first", "second"]) expect(await asked(graph.server)).toEqual(after);
    expect(await cypher()).toMatch(bothAsked);
    await load(graph.database, { source: "source:a", nodes: states("v") });
    for (const _time of ["first", "second"]) expect(await asked(graph.server)).toEqual(after);
    expect(await cypher()).toMatch(bothAsked);
    await noteFacts(graph.database);
    // The revision is the same, so answers come from the cache; the next explained request sees the new facts.
    await cypher();
    for (const _time of ["first", "second"]) expect(await asked(graph.server)).toEqual(after);
    expect(await cypher()).toMatch(/:PARTY_TO\]-\(n\d+\) WITH/);
    expect(await cypher()).toMatch(/:SIGNED\]-\(n\d+\) WHERE r\d+\.primary/);
  });

  it("checks it on a server that did not see the write", async () => {
    const other = await serveDatabase(graph.database, TEST_WRITE_KEY);
    try {
      expect(await asked(other)).toEqual(BEFORE);
      expect(await asked(other)).toEqual(BEFORE);
      await load(graph.database, {
        ...OF_B,
        edges: [edge("SIGNED", "state:u", "treaty:t", { date: "1989-06" })],
      });
      expect(await asked(other)).toEqual(BEFORE);
      expect(await asked(graph.server)).toEqual(BEFORE);
    } finally {
      await other.stop();
    }
  });
});

describe("a query while no nodes were merged", () => {
  const nodes = async () => (await graph.data("{ states { totalCount nodes { id } } }")).states;

  it("checks whether a node was merged only after the first merge", async () => {
    const all = [{ id: "state:s" }, { id: "state:t" }, { id: "state:u" }];
    expect(await nodes()).toEqual({ totalCount: 3, nodes: all });
    const merge = `mutation { merge(from: "state:u", into: "state:t", reason: "one state") { moved } }`;
    expect((await ask(graph.server, merge, {}, KEY)).errors).toBeUndefined();
    expect(await nodes()).toEqual({ totalCount: 2, nodes: all.slice(0, 2) });
    expect((await asked(graph.server)).signatories).toEqual([2, "state:s 1989-05-01", "state:t 1989-05-02"]);
    const unmerge = `mutation { unmerge(id: "state:u", reason: "two after all") { moved } }`;
    expect((await ask(graph.server, unmerge, {}, KEY)).errors).toBeUndefined();
    expect(await nodes()).toEqual({ totalCount: 3, nodes: all });
    expect(await asked(graph.server)).toEqual(BEFORE);
  });
});

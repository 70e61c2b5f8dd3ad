import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { applyBundle, BASE, bundle, load, outcomes, snapshot, timelessSnapshot } from "../fixtures/graph.js";
import { expectNoLeak } from "../fixtures/leaks.js";
import { ask, data } from "../support/ask.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import { serveDatabase, TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(() => emptyOut(database));

const BUNDLE = bundle(BASE);

describe("the write key", () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["none", {}],
    ["an empty one", { "x-pactgraph-key": "" }],
    ["another", { "x-pactgraph-key": "another-key-of-some-length" }],
    ["a part of it", { "x-pactgraph-key": TEST_WRITE_KEY.slice(0, -1) }],
    ["it and more", { "x-pactgraph-key": `${TEST_WRITE_KEY}x` }],
    ["it in capitals", { "x-pactgraph-key": TEST_WRITE_KEY.toUpperCase() }],
    ["it in another header", { authorization: `Bearer ${TEST_WRITE_KEY}` }],
    ["it as a cookie", { cookie: `x-pactgraph-key=${TEST_WRITE_KEY}` }],
  ])("is required, and the message names its header: %s", async (_case, headers) => {
    for (const dryRun of [false, true]) {
      const answer = await applyBundle(server, BUNDLE, dryRun, headers);
      expect(answer.data?.applyBundle ?? null).toBeNull();
      expect(answer.errors).toHaveLength(1);
      expect(answer.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
      expect(answer.errors?.[0]?.path).toEqual(["applyBundle"]);
      expect(answer.errors?.[0]?.message).toMatch(/x-pactgraph-key/);
      expect(JSON.stringify(answer)).not.toContain(TEST_WRITE_KEY);
      expectNoLeak(JSON.stringify(answer));
    }
    expect(await snapshot(database)).toEqual([]);
  });

  it("allows a write", async () => {
    const answer = await applyBundle(server, BUNDLE);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.applyBundle).toMatchObject({
      dryRun: false,
      created: 5,
      updated: 0,
      unchanged: 0,
      retracted: 0,
    });
    expect((await data(server, "{ states { totalCount } }")).states.totalCount).toBe(2);
  });

  it("is checked before the bundle, whose errors are not revealed without it", async () => {
    const answer = await applyBundle(server, "nonsense", false, {});
    expect(answer.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    expect(answer.errors?.[0]?.extensions).not.toHaveProperty("errors");
  });

  it("is never accepted by a server that has none", async () => {
    const readOnly = await serveDatabase(database, "");
    try {
      for (const headers of [{}, { "x-pactgraph-key": "" }, { "x-pactgraph-key": "undefined" }]) {
        const answer = await applyBundle(readOnly, BUNDLE, false, headers as Record<string, string>);
        expect(answer.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
      }
      expect(await snapshot(database)).toEqual([]);
    } finally {
      await readOnly.stop();
    }
  });

  it("is not needed for reading", async () => {
    expect((await ask(server, "{ states { totalCount } }")).errors).toBeUndefined();
  });
});

it("each row of a bundle is reported with its outcome", async () => {
  const answer = await applyBundle(server, BUNDLE);
  expect(answer.data.applyBundle.rows).toEqual(
    ["Source source:a", "Source source:b", "State state:aaa", "State state:bbb", "Treaty treaty:t"].map(
      (row) => {
        const [type, id] = row.split(" ");
        return { type, id, outcome: "created", at: expect.stringMatching(/^bundle:1:\d+$/) };
      },
    ),
  );
});

it("two writes in one request are applied one after the other", async () => {
  const text = `mutation ($a: String!, $b: String!) {
    first: applyBundle(bundle: $a) { created }
    second: applyBundle(bundle: $b) { created unchanged }
  }`;
  const more = bundle({
    ...BASE,
    nodes: [...(BASE.nodes ?? []), { type: "Topic", id: "topic:x", name: "X" }],
  });
  const answer = await ask(server, text, { a: BUNDLE, b: more }, { "x-pactgraph-key": TEST_WRITE_KEY });
  expect(answer).toEqual({ data: { first: { created: 5 }, second: { created: 1, unchanged: 5 } } });
});

it("a rejected write in a request is undone and does not affect the other", async () => {
  const text = `mutation ($a: String!, $b: String!) {
    first: applyBundle(bundle: $a) { created }
    second: applyBundle(bundle: $b) { created }
  }`;
  const answer = await ask(server, text, { a: BUNDLE, b: "nonsense" }, { "x-pactgraph-key": TEST_WRITE_KEY });
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors?.[0]?.path).toEqual(["second"]);
  expect((await data(server, "{ states { totalCount } }")).states.totalCount).toBe(2);
});

it("YAML, JSON and NDJSON make the same graph", async () => {
  const graphs = [];
  const lines = [
    { bundle: 1, source: "source:a" },
    ...(BASE.sources ?? []).map((source) => ({ source })),
    ...(BASE.nodes ?? []).map((node) => ({ node })),
  ];
  const yaml = `bundle: 1
source: source:a
sources:
  - { id: source:a, name: A, kind: NEWS, publishedAt: 2020-01-01 }
  - { id: source:b, name: B, kind: DATASET, publishedAt: 2021-01-01 }
nodes:
  - { type: State, id: state:aaa, name: Aaa }
  - { type: State, id: state:bbb, name: Bbb }
  - { type: Treaty, id: treaty:t, name: T, kind: PEACE }
`;
  for (const text of [BUNDLE, yaml, lines.map((line) => JSON.stringify(line)).join("\n")]) {
    await emptyOut(database);
    expect((await applyBundle(server, text)).errors).toBeUndefined();
    graphs.push(await timelessSnapshot(database));
  }
  expect(graphs[1]).toEqual(graphs[0]);
  expect(graphs[2]).toEqual(graphs[0]);
});

// Case 54.
describe("several clients at once", () => {
  const NEW = bundle({
    ...BASE,
    edges: [
      { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1990", validTo: ".." },
      { type: "SIGNED", from: "state:bbb", to: "treaty:t", date: "1989" },
    ],
  });

  it("make one graph without errors if they send the same new bundle", async () => {
    await applyBundle(server, NEW);
    const alone = await timelessSnapshot(database);
    await emptyOut(database);
    const answers = await Promise.all(Array.from({ length: 8 }, () => applyBundle(server, NEW)));
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    expect(await timelessSnapshot(database)).toEqual(alone);
    const created = answers.map((answer) => answer.data.applyBundle.created).sort();
    expect(created).toEqual([0, 0, 0, 0, 0, 0, 0, 7]);
  });

  it("lose nothing if they send different bundles about the same nodes", async () => {
    await applyBundle(server, NEW);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        applyBundle(
          server,
          bundle({
            sources: [{ id: `source:s${index}`, name: `S${index}`, kind: "NEWS", priority: index }],
            source: `source:s${index}`,
            nodes: [{ type: "Treaty", id: "treaty:t", place: `Place ${index}` }],
            edges: [{ type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: `199${index}` }],
          }),
        ),
      ),
    );
    expect(answers.flatMap(({ errors = [] }) => errors)).toEqual([]);
    const { treaty } = await data(
      server,
      '{ treaty(id: "treaty:t") { place parties { totalCount edges { validFrom source { id } assertions { id recordedAt } } } } }',
    );
    expect(treaty.place).toBe("Place 7");
    expect(treaty.parties.totalCount).toBe(1);
    const [edge] = treaty.parties.edges;
    expect(edge).toMatchObject({ validFrom: "1997", source: { id: "source:s7" } });
    expect(edge.assertions).toHaveLength(9);
    const instants = edge.assertions.map(({ recordedAt }: { recordedAt: string }) => Date.parse(recordedAt));
    expect(new Set(instants).size).toBe(9);
  });

  it("read all of a bundle or nothing", async () => {
    const seen: number[] = [];
    let writing = true;
    const nodes = Array.from({ length: 300 }, (_, i) => ({
      type: "Topic",
      id: `topic:t${i}`,
      name: `T${i}`,
    }));
    const reader = (async () => {
      while (writing) seen.push((await data(server, "{ topics { totalCount } }")).topics.totalCount);
    })();
    await applyBundle(server, bundle({ ...BASE, nodes }));
    writing = false;
    await reader;
    seen.push((await data(server, "{ topics { totalCount } }")).topics.totalCount);
    expect(new Set([...seen, 0])).toEqual(new Set([0, 300]));
  });
});

// Case 57 in the form of bundles: errors of several rows in one answer.
it("all errors of a bundle are returned in one answer, and nothing is written", async () => {
  const answer = await applyBundle(
    server,
    bundle({
      ...BASE,
      nodes: [
        ...(BASE.nodes ?? []),
        { type: "Meeting", id: "meeting:m", name: "M", kind: "SUMMIT", date: "2018-06-11" },
      ],
      edges: [
        { type: "PARTICIPATED", from: "state:aaa", to: "meeting:m", role: "MEMBER" },
        { type: "PARTICIPATED", from: "state:bbb", to: "meeting:m", role: "MEMBER", confidence: 150 },
        { type: "TREATY_ACTION", from: "state:bbb", to: "treaty:t", act: "ACCESSION", date: "2018-13-01" },
      ],
    }),
  );
  expect(answer.errors?.[0]?.extensions?.problems).toEqual([
    {
      ...{ at: expect.stringMatching(/^bundle:1:\d+$/), path: "edges[1].confidence" },
      message: expect.stringMatching(/confidence.*150/),
    },
    {
      ...{ at: expect.stringMatching(/^bundle:1:\d+$/), path: "edges[2].date" },
      message: expect.stringMatching(/2018-13-01/),
    },
  ]);
  expect(await snapshot(database)).toEqual([]);
});

it("a bundle of 5,000 nodes is loaded as a whole", async () => {
  const nodes = Array.from({ length: 5_000 }, (_, i) => ({
    type: "Topic",
    id: `topic:t${i}`,
    name: `Тема ${i}`,
  }));
  const answer = await applyBundle(server, bundle({ ...BASE, nodes }));
  expect(answer.errors).toBeUndefined();
  expect(answer.data.applyBundle.created).toBe(5_002);
  expect(
    outcomes(await load(database, { ...BASE, nodes }, true)).every((outcome) => outcome === "unchanged"),
  ).toBe(true);
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { takeLock } from "../../src/record/lock.js";
import { load } from "../fixtures/graph.js";
import { type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { serveDatabase, type TestServer } from "../support/server.js";

const STATE = {
  source: "source:a",
  sources: [{ id: "source:a", name: "A", kind: "NEWS" }],
  nodes: [{ type: "State", id: "state:s", name: "S", region: "Asia" }],
};
const REGION = `{ state(id: "state:s") { region } }`;

let graph: ServedGraph;
let other: TestServer;

beforeAll(async () => {
  graph = await serveGraph(STATE);
  other = await serveDatabase(graph.database);
});
afterAll(async () => {
  await other?.stop();
  await graph?.stop();
});

async function ask(server: TestServer, query: string, more: Readonly<Record<string, unknown>> = {}) {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query, ...more }),
  });
  const text = await response.text();
  return { text, type: response.headers.get("content-type"), isHit: response.headers.has("cache-status") };
}

const regionIn = (text: string): unknown => JSON.parse(text).data.state.region;

describe("a repeated request", () => {
  it("is answered from the cache with the same text", async () => {
    const first = await ask(graph.server, REGION);
    const second = await ask(graph.server, REGION);
    expect([first.isHit, second.isHit]).toEqual([false, true]);
    expect({ ...second, isHit: false }).toEqual(first);
  });

  it("is a different request with other variables, another operation or over GET", async () => {
    const query = "query One($id: ID!) { state(id: $id) { id } } query Two { __typename }";
    const one = { operationName: "One", variables: { id: "state:s" } };
    await ask(graph.server, query, one);
    expect((await ask(graph.server, query, one)).isHit).toBe(true);
    const missing = await ask(graph.server, query, { ...one, variables: { id: "state:none" } });
    expect(missing).toMatchObject({ isHit: false });
    expect(JSON.parse(missing.text).data).toEqual({ state: null });
    expect((await ask(graph.server, query, { operationName: "Two" })).isHit).toBe(false);
    const get = () => fetch(`${graph.server.url}/graphql?query=${encodeURIComponent(REGION)}`);
    const [first, second] = [await get(), await get()];
    expect([first, second].map(({ headers }) => headers.has("cache-status"))).toEqual([false, true]);
    expect(await second.text()).toBe(await first.text());
  });

  it("is answered with new data by all servers after a write", async () => {
    for (const server of [graph.server, other]) await ask(server, REGION);
    await load(graph.database, { ...STATE, nodes: [{ ...STATE.nodes[0], region: "Africa" }] });
    for (const server of [graph.server, other]) {
      const { text, isHit } = await ask(server, REGION);
      expect([regionIn(text), isHit]).toEqual(["Africa", false]);
      expect((await ask(server, REGION)).isHit).toBe(true);
    }
  });

  it("is never cached with errors or with explain", async () => {
    const wrong = `{ state(id: "state:s", asOf: "1990-02-30") { id } }`;
    await ask(graph.server, wrong);
    expect((await ask(graph.server, wrong)).isHit).toBe(false);
  });

  it("is not cached if the cache is off", async () => {
    const server = await serveDatabase(graph.database, undefined, {
      ...DEFAULT_LIMITS,
      maxCacheMegabytes: 0,
    });
    await ask(server, REGION);
    expect((await ask(server, REGION)).isHit).toBe(false);
    await server.stop();
  });
});

it("10,000 reads between writes are never stale", async () => {
  const READS = 10_000;
  const READERS = 8;
  let [written, started, stale, hits] = [0, 0, 0, 0];
  const isDone = () => started >= READS;
  const writer = async () => {
    while (!isDone()) {
      const next = written + 1;
      await graph.database.write(async (tx) => {
        await takeLock(tx);
        await tx.run("MATCH (s:State {id: 'state:s'}) SET s.region = $region", { region: String(next) });
      });
      written = next;
    }
  };
  const reader = async (server: TestServer) => {
    while (!isDone()) {
      started += 1;
      const least = written;
      const { text, isHit } = await ask(server, REGION);
      if (Number(regionIn(text)) < least) stale += 1;
      if (isHit) hits += 1;
    }
  };
  await load(graph.database, { ...STATE, nodes: [{ ...STATE.nodes[0], region: "0" }] });
  const readers = Array.from({ length: READERS }, (_, index) => reader(index % 2 ? other : graph.server));
  await Promise.all([writer(), ...readers]);
  expect(stale).toBe(0);
  expect(written).toBeGreaterThan(100);
  // Otherwise nothing was put to the test.
  expect(hits).toBeGreaterThan(0);
});

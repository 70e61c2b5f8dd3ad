import { afterAll, beforeAll, expect, it } from "vitest";
import { EVENTS } from "../../fixtures/events-graph.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(EVENTS);
});
afterAll(() => graph?.stop());

const read = (args: string) =>
  graph.data(`{ timeline(about: ["treaty:tl"], ${args}) { edges { date what } } }`);

// The database must not spend minutes on planning it: that cannot be interrupted.
it("a timeline is empty as known before anything was recorded", { timeout: 60_000 }, async () => {
  const { timeline } = await read(`asKnownAt: "2001-01-01T00:00:00Z"`);
  expect(timeline.edges).toEqual([]);
});

it("a timeline as known now is the current timeline", { timeout: 60_000 }, async () => {
  const { timeline } = await read(`asKnownAt: "${new Date().toISOString()}"`);
  expect(timeline).toEqual((await read("first: 100")).timeline);
});

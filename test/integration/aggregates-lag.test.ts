import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { edge, signed } from "../fixtures/edge-rows.js";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { ask } from "../support/ask.js";

let graph: ServedGraph;

const T = "treaty:t";
const state = (slug: string, region?: string) => ({
  type: "State",
  id: `state:${slug}`,
  name: slug,
  ...(region ? { region } : {}),
});
const ratified = (slug: string, date: string) =>
  edge("TREATY_ACTION", `state:${slug}`, T, { act: "RATIFICATION", date });

// Lags: a 10 and b 30 days (region X), c -1 and d 365 days (region Y). No lag: e signed in a year, f did not sign.
beforeAll(async () => {
  graph = await serveGraph({
    source: "source:a",
    sources: [{ id: "source:a", name: "A", kind: "BOOK" }],
    nodes: [
      ...[state("a", "X"), state("b", "X"), state("c", "Y"), state("d", "Y"), state("e"), state("f")],
      { type: "Treaty", id: T, name: "T", kind: "PEACE", signed: "2000-01-01", inForce: "2000-01-08" },
      { type: "Treaty", id: "treaty:u", name: "U", kind: "OTHER", signed: "2000-01-01", inForce: "2000-03" },
    ],
    edges: [
      ...[signed("state:a", T, { date: "2000-01-01" }), ratified("a", "2000-01-11")],
      ...[signed("state:b", T, { date: "2000-01-01" }), ratified("b", "2000-01-31")],
      ...[signed("state:c", T, { date: "2000-03-01" }), ratified("c", "2000-02-29")],
      ...[signed("state:d", T, { date: "2000-01-01" }), ratified("d", "2000-12-31")],
      ...[signed("state:e", T, { date: "2000" }), ratified("e", "2000-05-01")],
      ratified("f", "2000-05-01"),
    ],
  });
});
afterAll(() => graph?.stop());

const LAG = 'lag(of: "date", since: "pair.signatories.date") { count min max median avg }';
/** Of 10, 30, -1 and 365. The database adds up fractions. */
const AVERAGE = expect.closeTo(101, 6);
const NONE = { count: 0, min: null, max: null, median: null, avg: null };

async function aggregate(fields: string) {
  const { treaty } = await graph.data(`{ treaty(id: "${T}") { actions { aggregate { ${fields} } } } }`);
  return treaty.actions.aggregate;
}

// Finding H4: only the average could be had.
describe("lag", () => {
  it("returns the smallest, largest, median and average number of days", async () => {
    expect(await aggregate(LAG)).toEqual({ lag: { count: 4, min: -1, max: 365, median: 20, avg: AVERAGE } });
  });

  it("agrees with avg, and can be selected with other measures", async () => {
    const both = await aggregate(
      'count avg(of: "date", since: "pair.signatories.date") lag(of: "date", since: "pair.signatories.date") { avg }',
    );
    expect(both).toEqual({ count: 6, avg: AVERAGE, lag: { avg: AVERAGE } });
  });

  it("is returned for each group", async () => {
    const { groups } = await aggregate(
      `groups(by: [{ path: "node.region" }], orderBy: KEY) { keys count ${LAG} }`,
    );
    expect(groups).toEqual([
      { keys: ["X"], count: 2, lag: { count: 2, min: 10, max: 30, median: 20, avg: 20 } },
      { keys: ["Y"], count: 2, lag: { count: 2, min: -1, max: 365, median: 182, avg: 182 } },
      { keys: [null], count: 2, lag: NONE },
    ]);
  });

  it("is returned for each period, also for one without rows", async () => {
    const { series } = await aggregate(
      `series(by: MONTH, during: "2000-01/2000-03", of: "date") { period ${LAG} }`,
    );
    expect(series).toEqual([
      { period: "2000-01", lag: { count: 2, min: 10, max: 30, median: 20, avg: 20 } },
      { period: "2000-02", lag: { count: 1, min: -1, max: -1, median: -1, avg: -1 } },
      { period: "2000-03", lag: NONE },
    ]);
  });

  it("compares two dates of a node and leaves out dates that are not exact days", async () => {
    const { treaties } = await graph.data(
      '{ treaties { aggregate { lag(of: "inForce", since: "signed") { count min max } } } }',
    );
    expect(treaties.aggregate.lag).toEqual({ count: 1, min: 7, max: 7 });
  });

  it("can be selected with only __typename", async () => {
    const answer = await aggregate('count lag(of: "date", since: "date") { __typename }');
    expect(answer).toEqual({ count: 6, lag: { __typename: "Lag" } });
  });

  it.each([
    ['of: "act", since: "date"', /"act" is not a date/],
    ['of: "date", since: "node.region"', /"node.region" is not a date/],
  ])("is rejected for %s", async (args, message) => {
    await expectRefused(graph, `{ treaty(id: "${T}") { actions { aggregate { lag(${args}) { min } } } } }`, {
      code: "BAD_INPUT",
      path: ["treaty", "actions", "aggregate", "lag"],
      message,
    });
  });
});

describe("the number of groups", () => {
  const REGION = 'by: [{ path: "node.region" }]';

  it.each([
    [REGION, 3],
    [`${REGION}, having: { count: { gte: 3 } }`, 0],
    [`${REGION}, having: { nodes: { eq: 2 } }`, 3],
    ['by: [{ path: "date" }]', 5],
    ['by: [{ path: "date", bucket: MONTH }, { path: "node.region" }]', 4],
    ['by: [{ path: "node.signed.node.kind" }]', 2],
  ])("is computed for %s: %i", async (args, count) => {
    expect(await aggregate(`groupCount(${args})`)).toEqual({ groupCount: count });
  });

  it("is 0 for a list without rows", async () => {
    const { states } = await graph.data(
      `{ states(where: { id: { eq: "state:none" } }) { aggregate { groupCount(by: [{ path: "region" }]) } } }`,
    );
    expect(states.aggregate.groupCount).toBe(0);
  });

  it("is returned for each period", async () => {
    const { series } = await aggregate(
      `series(by: YEAR, during: "1999/2001", of: "date") { groupCount(${REGION}) groups(${REGION}, orderBy: KEY, first: 1, offset: 1) { keys } }`,
    );
    expect(series).toEqual([
      { groupCount: 0, groups: [] },
      { groupCount: 3, groups: [{ keys: ["Y"] }] },
      { groupCount: 0, groups: [] },
    ]);
  });
});

describe("a page of groups", () => {
  const groups = (first: number, offset: number) =>
    aggregate(`groups(by: [{ path: "node.region" }], first: ${first}, offset: ${offset}) { keys }`);

  it.each([
    [2, 0, ["X", "Y"]],
    [2, 1, ["Y", null]],
    [1, 2, [null]],
    [2, 3, []],
    [0, 1, []],
  ])("contains the keys of first: %i, offset: %i", async (first, offset, keys) => {
    expect((await groups(first, offset)).groups).toEqual(keys.map((key) => ({ keys: [key] })));
  });

  it("reports whether more groups follow", async () => {
    const truncated = async (offset: number) => {
      const query = `{ treaty(id: "${T}") { actions { aggregate {
        groups(by: [{ path: "node.region" }], first: 1, offset: ${offset}) { keys } } } } }`;
      return (await ask(graph.server, query)).extensions?.truncated !== undefined;
    };
    expect([await truncated(1), await truncated(2)]).toEqual([true, false]);
  });

  it("takes its size and offset from variables", async () => {
    const query = `query ($offset: Int) { states { aggregate {
      groups(by: [{ path: "region" }], offset: $offset) { keys } } } }`;
    const keys = async (offset?: number | null) =>
      (await graph.data(query, offset === undefined ? {} : { offset })).states.aggregate.groups.length;
    expect([await keys(), await keys(null), await keys(0), await keys(2)]).toEqual([3, 3, 3, 1]);
  });

  it.each([-1, 100_001])("rejects the offset %i", async (offset) => {
    await expectRefused(
      graph,
      `{ states { aggregate { groups(by: [{ path: "region" }], offset: ${offset}) { keys } } } }`,
      {
        code: "BAD_INPUT",
        path: ["states", "aggregate", "groups"],
        message: /offset must be a whole number from 0 to 100000/,
      },
    );
  });
});

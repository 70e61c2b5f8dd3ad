import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../fixtures/graph.js";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES } from "../fixtures/values-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, SPELLS);
});
afterAll(() => graph?.stop());

const DATED = `where: {id: {matches: "treaty:d?"}}`;

/** What an aggregate of a connection of one node answers. */
async function ofOne(node: string, field: string, selection: string) {
  const { one } = await graph.data(`{ one: ${node} { list: ${field} { aggregate { ${selection} } } } }`);
  return one.list.aggregate;
}
const ofList = async (list: string, selection: string) =>
  (await graph.data(`{ list: ${list} { aggregate { ${selection} } } }`)).list.aggregate;

const X = `organization(id: "org:x")`;
const T1 = `treaty(id: "treaty:t1")`;

// Case 44: spells are rows, sources are not; a node counts once.
describe("the fields count and nodes", () => {
  it.each([
    ["members", 4, 3],
    [`members(where: {node: {id: {eq: "state:bbb"}}})`, 2, 1],
    [`members(where: {node: {id: {eq: "state:aaa"}}})`, 1, 1],
    [`members(sources: ["source:b"])`, 3, 2],
    [`members(sources: ["source:a", "source:b"])`, 4, 3],
    [`members(asOf: "2003-01-01")`, 2, 2],
    [`members(during: "1995/2010")`, 4, 3],
    [`members(asOf: "2010-01-01", certainty: CERTAIN, where: {role: {eq: MEMBER}})`, 2, 2],
    [`members(where: {role: {in: []}})`, 0, 0],
    ["members(first: 1)", 4, 3],
    ["members(last: 2)", 4, 3],
  ])("are correct for %s", async (field, count, nodes) => {
    const { one } = await graph.data(
      `{ one: ${X} { list: ${field} { totalCount aggregate { count nodes } } } }`,
    );
    expect(one.list).toEqual({ totalCount: count, aggregate: { count, nodes } });
  });

  it("count all pages together", async () => {
    const rows: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const cut: string = after === null ? "" : `, after: "${after}"`;
      const { one } =
        await graph.data(`{ one: ${X} { members(first: 1${cut}, where: {node: {id: {eq: "state:bbb"}}}) {
        edges { id } totalCount aggregate { count nodes } pageInfo { hasNextPage endCursor } } } }`);
      rows.push(...one.members.edges.map((edge: { id: string }) => edge.id));
      expect(one.members).toMatchObject({ totalCount: 2, aggregate: { count: 2, nodes: 1 } });
      ({ hasNextPage: more, endCursor: after } = one.members.pageInfo);
    }
    expect(new Set(rows).size).toBe(2);
    expect(rows).toHaveLength(2);
  });

  it("are correct for a root list", async () => {
    expect(await ofList("states", "count nodes")).toEqual({ count: 6, nodes: 6 });
    expect(await ofList("states(first: 1)", "count nodes")).toEqual({ count: 6, nodes: 6 });
    expect(await ofList(`states(where: {region: {ne: "Asia"}})`, "count nodes")).toEqual({
      count: 4,
      nodes: 4,
    });
    expect(await ofList("states(where: {or: []})", "count nodes")).toEqual({ count: 0, nodes: 0 });
  });
});

describe("the measures min, max and avg", () => {
  it("return the first and last possible day of dates", async () => {
    expect(await ofList(`treaties(${DATED})`, `min(of: "signed") max(of: "signed")`)).toEqual({
      min: "1930-01-01",
      max: "..",
    });
    expect(
      await ofList(
        `treaties(where: {id: {in: ["treaty:d3", "treaty:d4", "treaty:d5", "treaty:d6"]}})`,
        `min(of: "signed") max(of: "signed") a: min(of: "inForce") z: max(of: "inForce") n: max(of: "ended")`,
      ),
    ).toEqual({ min: "1984-01-01", max: "1988-01-31", a: "1988-01-01", z: "1990-01-01", n: null });
  });

  it("return the stated dates of spells", async () => {
    expect(
      await ofOne(
        T1,
        "parties",
        `min(of: "validFrom") max(of: "validFrom") a: min(of: "validTo") z: max(of: "validTo")`,
      ),
    ).toEqual({ min: "1990-01-01", max: "1999-12-31", a: "1999-01-01", z: ".." });
  });

  it("are correct for numbers, texts and counts", async () => {
    expect(
      await ofOne(
        T1,
        "parties",
        `min(of: "confidence") max(of: "confidence") avg(of: "confidence") name: min(of: "node.name") last: max(of: "node.name") most: max(of: "node.memberOf.count") mean: avg(of: "node.memberOf.count")`,
      ),
      // aaa 2, bbb 4, ccc 1, X none.
    ).toEqual({ min: "50", max: "90", avg: 70, name: "Alpha", last: "X", most: "4", mean: 1.75 });
    expect(
      await ofList("states", `max(of: "memberOf.count") avg(of: "memberOf.count") min(of: "region")`),
    ).toEqual({
      max: "4",
      avg: 9 / 6,
      min: "Asia",
    });
    expect(await ofList("sources", `avg(of: "priority") min(of: "priority") max(of: "publishedAt")`)).toEqual(
      {
        avg: 4.5,
        min: "-1",
        max: "2021-01-01",
      },
    );
  });

  it("are null for an empty list", async () => {
    const none = `where: {or: []}`;
    expect(
      await ofList(
        `treaties(${none})`,
        `count min(of: "signed") max(of: "name") avg(of: "parties.count") days: avg(of: "inForce", since: "signed")`,
      ),
    ).toEqual({ count: 0, min: null, max: null, avg: null, days: null });
    expect(
      await ofOne(T1, `parties(where: {confidence: {isNull: true}})`, `count avg(of: "confidence")`),
    ).toEqual({
      count: 1,
      avg: null,
    });
  });

  it("return the average number of days between two exact dates", async () => {
    // d1: 1987-12-08 to 1988-06-01, 176 days, with 29 February; d7: ten; d4 and d6 are not known so exactly.
    expect(
      await ofList(
        `treaties(${DATED})`,
        `avg(of: "inForce", since: "signed") back: avg(of: "signed", since: "inForce")`,
      ),
    ).toEqual({
      avg: 93,
      back: -93,
    });
  });
});

describe("the number of days since a parallel edge", () => {
  beforeAll(async () => {
    const [treaty, act] = ["treaty:pair", "RATIFICATION"];
    const signed = (from: string, rest: Readonly<Record<string, unknown>>) => ({
      type: "SIGNED",
      from,
      to: treaty,
      ...rest,
    });
    const acted = (from: string, rest: Readonly<Record<string, unknown>>) => ({
      type: "TREATY_ACTION",
      from,
      to: treaty,
      act,
      ...rest,
    });
    await load(graph.database, {
      source: "source:a",
      nodes: [{ type: "Treaty", id: treaty, name: "Pair", kind: "OTHER" }],
      edges: [
        // Twice, the second time for another; the earliest day counts: 20 days.
        signed("state:aaa", { date: "2019-05-03" }),
        signed("state:aaa", { date: "2019-04-03", onBehalfOf: "org:x" }),
        acted("state:aaa", { date: "2019-04-23" }),
        // Another source says another day; it is not the one that is read: 10 days.
        signed("state:bbb", { date: "2019-05-04" }),
        signed("state:bbb", { date: "2001-01-01", source: "source:b" }),
        acted("state:bbb", { date: "2019-05-14" }),
        // Not known to the day, on one side or the other; not signed at all; not dated.
        signed("state:ccc", { date: "2019-02-01" }),
        acted("state:ccc", { date: "2019-03" }),
        signed("state:ddd", { date: "2019-05" }),
        acted("state:ddd", { date: "2019-06-01" }),
        acted("state:eee", { date: "2019-06-01" }),
        signed("state:fff", {}),
        acted("state:fff", { date: "2019-06-01" }),
      ],
    });
  });

  it("is averaged over the pairs of which both dates are known", async () => {
    const pair = `treaty(id: "treaty:pair")`;
    const days = `avg(of: "date", since: "pair.signatories.date")`;
    expect(await ofOne(pair, "actions", `count nodes ${days}`)).toEqual({ count: 6, nodes: 6, avg: 15 });
    expect(await ofOne(pair, `actions(where: {node: {state: {region: {eq: "Europe"}}}})`, days)).toEqual({
      avg: 10,
    });
    expect(await ofOne(pair, `actions(where: {node: {state: {iso3: {eq: "EEE"}}}})`, days)).toEqual({
      avg: null,
    });
    // From the other end: one state and its acts.
    expect(
      await ofOne(`state(id: "state:aaa")`, "treatyActions", `avg(of: "date", since: "pair.signed.date")`),
    ).toEqual({ avg: 20 });
    // Of all treaties, whose edges are reached with "over".
    const { treaties } = await graph.data(`{ treaties { aggregate(over: "actions") { count ${days} } } }`);
    expect(treaties.aggregate).toEqual({ count: 6, avg: 15 });
  });

  it("is averaged in each group", async () => {
    const groups = `groups(by: [{path: "node.region"}], orderBy: KEY) { keys count avg(of: "date", since: "pair.signatories.date") }`;
    expect((await ofOne(`treaty(id: "treaty:pair")`, "actions", groups)).groups).toEqual([
      { keys: ["Asia"], count: 2, avg: 20 },
      { keys: ["Europe"], count: 1, avg: 10 },
      { keys: [null], count: 3, avg: null },
    ]);
  });
});

describe("an invalid measure", () => {
  it.each([
    [`min(of: "sined")`, /"sined".*Did you mean signed\?/],
    [`avg(of: "signed")`, /avg requires a number/],
    [`avg(of: "name")`, /avg requires a number/],
    [`avg(of: "parties.count", since: "signed")`, /avg requires/],
    [`max(of: "parties.validFrom")`, /several values.*over/],
    [`min(of: "parties")`, /"parties"/],
  ])("is rejected: %s", async (measure, message) => {
    const query = `{ treaties { aggregate { wrong: ${measure} } } }`;
    await expectRefused(graph, query, {
      code: "BAD_INPUT",
      path: ["treaties", "aggregate", "wrong"],
      message,
    });
  });
});

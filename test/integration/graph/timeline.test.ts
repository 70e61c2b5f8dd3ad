import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EVENTS } from "../../fixtures/events-graph.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(EVENTS);
});
afterAll(() => graph?.stop());

interface Happened {
  readonly date: string;
  readonly what: string;
  readonly node: { readonly id: string };
}

const textOf = ({ date, what, node }: Happened) => `${date} ${what} ${node.id.replace(/^\w+:/, "")}`;

async function events(args: string): Promise<readonly string[]> {
  const { timeline } = await graph.data(
    `{ timeline(${args}) { totalCount edges { date what node { id } } } }`,
  );
  expect(timeline.totalCount).toBe(timeline.edges.length);
  return timeline.edges.map(textOf);
}

const ABOUT = `about: ["treaty:tl"]`;
const ALL = [
  "1987-12-08 SIGNED c",
  "1987-12-08 SIGNED.date a",
  "1987-12-08 Treaty.signed tl",
  "1988-06-01 PARTY_TO.validFrom a",
  "1988-06-01 Treaty.inForce tl",
  "1991-12 PARTY_TO.validFrom b",
  "2018-06-11/2018-06-12 CONSIDERED m",
  "2019-02-01 CONCERNS s0",
  "2019-02-02 RELATED_TO.RESPONDS_TO s1",
  "2019-02-02 TREATY_ACTION.date a",
  "2019-02-03 RELATED_TO.RESPONDS_TO s2",
  "2019-08-02 PARTY_TO.validTo a",
  "2019-08-02 TREATY_ACTION.effectiveOn a",
  "2019-08-02 Treaty.ended tl",
];
/** State c signed on no known day: only for c itself the date of the treaty says more than the treaty does. */
const DATED = ALL.filter((event) => event !== "1987-12-08 SIGNED c");
const withoutUndated = (found: readonly string[]) => found.filter((event) => !event.endsWith("SIGNED c"));

describe("the events of a timeline", () => {
  it("are the dates of a treaty, its edges, the nodes at their other end, and replies", async () => {
    expect(withoutUndated(await events(ABOUT))).toEqual(DATED);
  });

  it("exclude open ends, undated items and other relations of statements", async () => {
    const found = await events(ABOUT);
    expect(found.filter((event) => / (undated|apart)$|\.\.|validTo b/.test(event))).toEqual([]);
  });

  it("of a state are the dates of its edges, or of the nodes at their other end", async () => {
    expect(await events(`about: ["state:a"]`)).toEqual([
      "1987-12-08 SIGNED.date tl",
      "1988-06-01 PARTY_TO.validFrom tl",
      "2019-02-02 TREATY_ACTION.date tl",
      "2019-08-02 PARTY_TO.validTo tl",
      "2019-08-02 TREATY_ACTION.effectiveOn tl",
    ]);
    expect(await events(`about: ["state:b"]`)).toEqual(["1991-12 PARTY_TO.validFrom tl"]);
    expect(await events(`about: ["state:c"]`)).toEqual(["1987-12-08 SIGNED tl"]);
  });

  it("of a statement are its own date and its replies", async () => {
    const found = await events(`about: ["statement:s1"]`);
    expect(found).toContain("2019-02-02 Statement.date s1");
    expect(found).toContain("2019-02-03 RELATED_TO s2");
  });

  it("are an empty list if there are none", async () => {
    const { timeline } = await graph.data(`{ timeline(about: ["treaty:other"], within: "1950") {
      totalCount edges { date } nodes { id } pageInfo { hasNextPage hasPreviousPage } } }`);
    expect(timeline).toEqual({
      totalCount: 0,
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false },
    });
  });

  it("have their bounds, their edge with its source, and what they respond to", async () => {
    const { timeline } = await graph.data(`{ timeline(${ABOUT}) { edges {
      date from to what node { id } respondsTo { id } edge { type from { id } to { id } source { id } } } } }`);
    const find = (what: string, id: string) =>
      timeline.edges.find((event: Happened) => event.what === what && event.node.id === id);
    expect(find("CONSIDERED", "meeting:m")).toEqual({
      date: "2018-06-11/2018-06-12",
      from: "2018-06-11",
      to: "2018-06-12",
      what: "CONSIDERED",
      node: { id: "meeting:m" },
      respondsTo: [],
      edge: {
        type: "CONSIDERED",
        from: { id: "meeting:m" },
        to: { id: "treaty:tl" },
        source: { id: "source:a" },
      },
    });
    expect(find("PARTY_TO.validFrom", "state:b")).toMatchObject({ from: "1991-12-01", to: "1991-12-31" });
    expect(find("Treaty.signed", "treaty:tl")).toMatchObject({
      edge: {
        type: "REPORTS",
        from: { id: "source:a" },
        to: { id: "treaty:tl" },
        source: { id: "source:a" },
      },
    });
    expect(find("RELATED_TO.RESPONDS_TO", "statement:s1")).toMatchObject({
      respondsTo: [{ id: "statement:s0" }],
      edge: { type: "RELATED_TO", from: { id: "statement:s1" }, to: { id: "statement:s0" } },
    });
    expect(find("RELATED_TO.RESPONDS_TO", "statement:s2")).toMatchObject({
      respondsTo: [{ id: "statement:s1" }],
      edge: { from: { id: "statement:s2" }, to: { id: "statement:s1" } },
    });
  });
});

describe("the filters of a timeline", () => {
  const ofYear = (year: string) => DATED.filter((event) => event.startsWith(year));
  it.each([
    ["2019", ofYear("2019")],
    ["1991", ofYear("1991")],
    ["1991-12-15", ofYear("1991")],
    ["1992", []],
    ["2018-06-12", ofYear("2018")],
    ["2018-06-13", []],
    ["1988/1991", [...ofYear("1988"), ...ofYear("1991")]],
    ["../1988", [...ofYear("1987"), ...ofYear("1988")]],
    ["2019-08-02/..", DATED.slice(-3)],
    ["198X", [...ofYear("1987"), ...ofYear("1988")]],
  ])("select events within %s", async (within, expected) => {
    expect(withoutUndated(await events(`${ABOUT}, within: "${within}"`))).toEqual(expected);
  });

  it("select events by types and sources", async () => {
    const ofEdges = async (args: string) =>
      (await events(`${ABOUT}, ${args}`)).filter((event) => !event.includes("Treaty."));
    expect(await ofEdges("types: [PARTY_TO]")).toEqual([
      "1988-06-01 PARTY_TO.validFrom a",
      "1991-12 PARTY_TO.validFrom b",
      "2019-08-02 PARTY_TO.validTo a",
    ]);
    expect(await ofEdges(`types: [PARTY_TO], sources: ["source:b"]`)).toEqual([
      "1988-06 PARTY_TO.validFrom a",
      "2019 PARTY_TO.validTo a",
    ]);
  });

  it("select only edges that hold as of a day", async () => {
    const found = await events(`${ABOUT}, types: [PARTY_TO], asOf: "1990-01-01"`);
    expect(found.filter((event) => event.includes("PARTY_TO"))).toEqual([
      "1988-06-01 PARTY_TO.validFrom a",
      "2019-08-02 PARTY_TO.validTo a",
    ]);
  });

  it("apply sources also to dates of nodes and replies", async () => {
    const found = await events(`${ABOUT}, sources: ["source:b"]`);
    expect(found).toEqual(["1988-06 PARTY_TO.validFrom a", "2019 PARTY_TO.validTo a"]);
  });

  it("select edges as they were recorded at asKnownAt", async () => {
    const now = new Date().toISOString();
    const known = async (at: string) =>
      (await events(`${ABOUT}, types: [PARTY_TO], asKnownAt: "${at}"`)).filter((event) =>
        event.includes("PARTY"),
      );
    expect(await known("2001-01-01T00:00:00Z")).toEqual([]);
    expect(await known(now)).toHaveLength(3);
  });
});

describe("pages of a timeline", () => {
  const PAGE = `edges { date what node { id } edge { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`;
  type Step = {
    timeline: { edges: (Happened & { edge: { id: string } })[]; pageInfo: Record<string, never> };
  };

  async function walk(about: string, size: number): Promise<readonly string[]> {
    const found: string[] = [];
    for (let after = "", round = 0; round < 50; round += 1) {
      const { timeline }: Step = (await graph.data(
        `{ timeline(${about}, first: ${size}${after}) { ${PAGE} } }`,
      )) as Step;
      found.push(...timeline.edges.map(textOf));
      if (!timeline.pageInfo.hasNextPage) return found;
      after = `, after: "${timeline.pageInfo.endCursor}"`;
    }
    throw new Error("no end");
  }

  it.each([1, 2, 5, 100])("return all events forwards, %i at a time", async (size) => {
    expect(await walk(ABOUT, size)).toEqual(await events(ABOUT));
  });

  it("return all events backwards", async () => {
    const all = await events(ABOUT);
    const { timeline } = await graph.data(`{ timeline(${ABOUT}, last: 3) { ${PAGE} } }`);
    expect(timeline.edges.map(textOf)).toEqual(all.slice(-3));
    expect(timeline.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: false });
    const before = `before: "${timeline.pageInfo.startCursor}"`;
    const earlier = await graph.data(`{ timeline(${ABOUT}, last: 4, ${before}) { ${PAGE} } }`);
    expect(earlier.timeline.edges.map(textOf)).toEqual(all.slice(-7, -3));
  });

  it("reject a cursor of another timeline", async () => {
    const { timeline } = await graph.data(`{ timeline(${ABOUT}, first: 1) { pageInfo { endCursor } } }`);
    const answer = await ask(
      graph.server,
      `{ timeline(about: ["state:a"], first: 1, after: "${timeline.pageInfo.endCursor}") { totalCount } }`,
    );
    expect(answer.errors).toMatchObject([{ path: ["timeline"], extensions: { code: "BAD_CURSOR" } }]);
  });

  it.each([1, 2, 3, 7])("return each event of several nodes once, %i at a time", async (size) => {
    const about = `about: ["treaty:tl", "state:a", "state:b"]`;
    const all = await events(about);
    expect(new Set(all).size).toBe(all.length);
    expect(await walk(about, size)).toEqual(all);
  });
});

describe("a timeline of several nodes", () => {
  it("contains the events of each in one order", async () => {
    const found = await events(`about: ["treaty:other", "state:b"]`);
    expect(found).toEqual(["1900-01-01 Treaty.signed other", "1991-12 PARTY_TO.validFrom tl"]);
    expect(await events(`about: ["state:b", "state:b"]`)).toEqual(["1991-12 PARTY_TO.validFrom tl"]);
  });

  it("names ids that do not exist", async () => {
    const answer = await ask(graph.server, `{ timeline(about: ["state:b", "state:nope"]) { totalCount } }`);
    expect(answer.errors).toMatchObject([{ path: ["timeline"], extensions: { code: "NOT_FOUND" } }]);
    expect(answer.errors?.[0]?.message).toContain("state:nope");
    expect(answer.data?.timeline ?? null).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES, TEXTS } from "../fixtures/values-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, TEXTS, SPELLS);
});
afterAll(() => graph?.stop());

const ALL_STATES = ["aaa", "bbb", "ccc", "ddd", "eee", "fff"];

async function states(where: string): Promise<readonly string[]> {
  return graph.list("states", `where: ${where}`);
}

/** Slugs of the parties of treaty:t1 whose edges fit; `org:x` is `x`. */
async function parties(where: string, scope = ""): Promise<readonly string[]> {
  const { treaty } = await graph.data(
    `{ treaty(id: "treaty:t1") { parties(${scope} where: ${where}) { nodes { id } } } }`,
  );
  return treaty.parties.nodes.map(({ id }: { id: string }) => id.replace(/^.*:/, "")).sort();
}

describe("a condition on texts, some of them unset", () => {
  it.each([
    [`{region: {eq: "Asia"}}`, ["aaa", "ccc"]],
    [`{region: {eq: "asia"}}`, []],
    [`{region: {ne: "Asia"}}`, ["bbb", "ddd", "eee", "fff"]],
    [`{region: {in: ["Asia", "Europe", "Mars"]}}`, ["aaa", "bbb", "ccc"]],
    [`{region: {in: "Europe"}}`, ["bbb"]],
    [`{region: {in: []}}`, []],
    [`{region: {isNull: true}}`, ["ddd", "eee", "fff"]],
    [`{region: {isNull: false}}`, ["aaa", "bbb", "ccc"]],
    [`{iso3: {lt: "BBB"}}`, ["aaa"]],
    [`{iso3: {lte: "BBB"}}`, ["aaa", "bbb"]],
    [`{iso3: {gt: "BBB"}}`, ["eee"]],
    [`{iso3: {gte: "BBB"}}`, ["bbb", "eee"]],
    [`{iso3: {gt: "AAA", lt: "EEE"}}`, ["bbb"]],
    [`{iso3: {ne: "AAA", isNull: false}}`, ["bbb", "eee"]],
    [`{region: {contains: "SI"}}`, ["aaa", "ccc"]],
    [`{region: {contains: ""}}`, ["aaa", "bbb", "ccc"]],
    [`{region: {startsWith: "eu"}}`, ["bbb"]],
    [`{region: {matches: "a??a"}}`, ["aaa", "ccc"]],
    [`{region: {matches: "a?a"}}`, []],
    [`{region: {matches: "*o*e"}}`, ["bbb"]],
    [`{region: {matches: "*"}}`, ["aaa", "bbb", "ccc"]],
    [`{name: {eq: "Beta"}}`, ["bbb"]],
    [`{name: {contains: "LTA"}}`, ["ddd"]],
    [`{name: {matches: "*eta"}}`, ["bbb", "fff"]],
    [`{name: {gte: "Delta", lt: "Gamma"}}`, ["ddd", "eee"]],
    [`{id: {eq: "state:ccc"}}`, ["ccc"]],
    [`{id: {in: ["state:fff", "state:aaa", "state:nope"]}}`, ["aaa", "fff"]],
  ])("finds the expected nodes: %s", async (where, expected) => {
    expect(await states(where)).toEqual(expected);
  });
});

// Case 3 and its whole kind: with unset values, X and not X add up to all.
describe("a condition and its complement", () => {
  it.each([
    [`{region: {eq: "Asia"}}`, 2],
    [`{region: {ne: "Asia"}}`, 4],
    [`{region: {in: []}}`, 0],
    [`{region: {gt: "B"}}`, 1],
    [`{region: {contains: "a", startsWith: "A"}}`, 2],
    [`{region: {isNull: true}}`, 3],
    [`{iso3: {matches: "?B?"}}`, 1],
    [`{existsTo: {gt: "1900"}}`, 0],
    [`{existsTo: {ne: "1900"}}`, 6],
    [`{and: [{region: {eq: "Asia"}}, {iso3: {eq: "AAA"}}]}`, 1],
    [`{or: [{region: {eq: "Asia"}}, {iso3: {eq: "EEE"}}]}`, 3],
    [`{not: {region: {eq: "Asia"}}}`, 4],
    [`{not: {or: [{region: {eq: "Asia"}}, {not: {iso3: {isNull: true}}}]}}`, 2],
    [`{or: []}`, 0],
    [`{and: []}`, 6],
    [`{memberOf: {some: {validTo: {lt: "2000"}}}}`, 2],
    [`{memberOf: {all: {role: {eq: MEMBER}}}}`, 5],
    [`{partyTo: {some: {confidence: {gt: 60}}}}`, 1],
    [`{partyTo: {count: {gt: 0}, of: {confidence: {lt: 60}}}}`, 1],
  ])("match all nodes together: %s", async (where, expected) => {
    const { x, not, all } = await graph.data(
      `{ x: states(where: ${where}) { totalCount } not: states(where: {not: ${where}}) { totalCount } all: states { totalCount } }`,
    );
    expect([x.totalCount, not.totalCount, all.totalCount]).toEqual([expected, 6 - expected, 6]);
  });

  it("keep their meaning with empty lists beside other conditions", async () => {
    expect(await states(`{region: {eq: "Asia"}, or: []}`)).toEqual([]);
    expect(await states(`{region: {eq: "Asia"}, and: []}`)).toEqual(["aaa", "ccc"]);
    expect(await states(`{not: {or: []}}`)).toEqual(ALL_STATES);
    expect(await states(`{not: {and: []}}`)).toEqual([]);
  });
});

describe("a condition on codes, numbers, flags or lists of an edge", () => {
  it.each([
    [`{basisAct: {eq: ACCESSION}}`, ["bbb"]],
    [`{basisAct: {ne: ACCESSION}}`, ["aaa", "ccc", "x"]],
    [`{basisAct: {in: [ACCESSION, RATIFICATION]}}`, ["aaa", "bbb"]],
    [`{basisAct: {in: []}}`, []],
    [`{basisAct: {isNull: true}}`, ["ccc", "x"]],
    [`{confidence: {eq: 70}}`, ["x"]],
    [`{confidence: {ne: 70}}`, ["aaa", "bbb", "ccc"]],
    [`{confidence: {in: [50, 90]}}`, ["aaa", "bbb"]],
    [`{confidence: {in: []}}`, []],
    [`{confidence: {lt: 70}}`, ["bbb"]],
    [`{confidence: {lte: 70}}`, ["bbb", "x"]],
    [`{confidence: {gt: 70}}`, ["aaa"]],
    [`{confidence: {gte: 70}}`, ["aaa", "x"]],
    [`{confidence: {isNull: true}}`, ["ccc"]],
    [`{provisional: {eq: false}}`, ["bbb"]],
    [`{provisional: {ne: true}}`, ["bbb", "ccc", "x"]],
    [`{provisional: {isNull: false}}`, ["aaa", "bbb"]],
    [`{not: {provisional: {eq: false}}}`, ["aaa", "ccc", "x"]],
    [`{obligations: {has: "inspect"}}`, ["aaa"]],
    [`{obligations: {has: "cut"}}`, ["aaa", "bbb"]],
    [`{obligations: {has: "CUT"}}`, []],
    [`{not: {obligations: {has: "inspect"}}}`, ["bbb", "ccc", "x"]],
    [`{obligations: {isNull: true}}`, ["ccc", "x"]],
    [`{quote: {startsWith: "FIR"}}`, ["aaa"]],
    [`{source: {eq: "source:a"}}`, ["aaa", "bbb", "ccc", "x"]],
    [`{source: {ne: "source:a"}}`, []],
    [`{primary: {eq: true}}`, ["aaa", "bbb", "ccc", "x"]],
    [`{retractedAt: {isNull: true}}`, ["aaa", "bbb", "ccc", "x"]],
    [`{node: {name: {eq: "X"}}}`, ["x"]],
    [`{node: {type: {eq: State}}}`, ["aaa", "bbb", "ccc"]],
    [`{node: {type: {ne: State}}}`, ["x"]],
    [`{node: {type: {in: [State, Organization]}}}`, ["aaa", "bbb", "ccc", "x"]],
    [`{node: {state: {region: {eq: "Asia"}}}}`, ["aaa", "ccc"]],
    [`{node: {state: {}}}`, ["aaa", "bbb", "ccc"]],
    [`{node: {not: {state: {region: {eq: "Asia"}}}}}`, ["bbb", "x"]],
    [`{node: {or: [{organization: {kind: {eq: IGO}}}, {state: {iso3: {isNull: true}}}]}}`, ["ccc", "x"]],
    [`{node: {memberOf: {count: {gte: 2}}}}`, ["aaa", "bbb"]],
  ])("finds the expected edges: %s", async (where, expected) => {
    expect(await parties(where)).toEqual(expected);
  });

  it("finds nodes by flags and numbers", async () => {
    const treaties = (where: string) =>
      graph.list("treaties", `where: {id: {matches: "treaty:d?"}, ${where}}`);
    expect(await treaties("bilateral: {eq: true}")).toEqual(["d1"]);
    expect(await treaties("bilateral: {ne: true}")).toEqual(["d2", "d3", "d4", "d5", "d6", "d7", "d8"]);
    expect(await treaties("bilateral: {isNull: true}")).toEqual(["d3", "d4", "d5", "d6", "d8"]);
    expect(await treaties("kind: {in: [PEACE, ENTENTE]}")).toEqual(["d2", "d3", "d7", "d8"]);
    expect(await treaties("kind: {ne: OTHER}")).toEqual(["d1", "d2", "d3", "d7", "d8"]);
    const sources = (where: string) => graph.list("sources", `where: ${where}`);
    expect(await sources("{priority: {lt: 0}}")).toEqual(["b"]);
    expect(await sources("{priority: {gte: -1}}")).toEqual(["a", "b"]);
    expect(await sources("{priority: {ne: -1}}")).toEqual(["a", "c"]);
    expect(await sources('{publishedAt: {lt: "2021"}}')).toEqual(["a"]);
    expect(await sources('{publishedAt: {eq: "2020-01"}}')).toEqual(["a"]);
    expect(await sources("{publishedAt: {isNull: true}}")).toEqual(["c"]);
    expect(await sources('{publishedAt: {ne: "2020-01-01"}}')).toEqual(["b", "c"]);
  });

  it("finds nodes by instants", async () => {
    const { state } = await graph.data(`{ state(id: "state:aaa") { recordedAt } }`);
    const recorded = async (operator: string) =>
      (await states(`{id: {eq: "state:aaa"}, recordedAt: {${operator}: "${state.recordedAt}"}}`)).length;
    expect(await recorded("lt")).toBe(0);
    expect(await recorded("lte")).toBe(1);
    expect(await recorded("gt")).toBe(0);
    expect(await recorded("gte")).toBe(1);
    // The treaties of the first bundle were recorded before the states of the last.
    expect(await graph.list("treaties", `where: {recordedAt: {gte: "${state.recordedAt}"}}`)).toEqual([
      "t1",
      "t2",
    ]);
    expect(await states(`{recordedAt: {isNull: true}}`)).toEqual([]);
  });
});

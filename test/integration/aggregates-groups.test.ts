import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES } from "../fixtures/values-graph.js";
import { ask } from "../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, SPELLS);
});
afterAll(() => graph?.stop());

interface Group {
  readonly keys: readonly (string | null)[];
  readonly count: number;
  readonly nodes: number;
}

/** Groups as `Asia 2/2`: keys, – for an unset one, rows and nodes. */
async function grouped(list: string, args: string, over = ""): Promise<readonly string[]> {
  const answer = await graph.data(
    `{ ${list.replace("AGGREGATE", `{ aggregate${over} { groups(${args}) { keys count nodes } } }`)} }`,
  );
  let at = answer;
  while (at.aggregate === undefined) [at] = Object.values<typeof answer>(at);
  return at.aggregate.groups.map(
    ({ keys, count, nodes }: Group) => `${keys.map((key) => key ?? "–").join(" ")} ${count}/${nodes}`,
  );
}

const X = `organization(id: "org:x") { members AGGREGATE }`;
const T1 = `treaty(id: "treaty:t1") { parties AGGREGATE }`;
const DATED = `treaties(where: {id: {matches: "treaty:d?"}}) AGGREGATE`;

// Case 46: rows without a value are a group, and the groups add up to all.
describe("groups by a key", () => {
  it("put states without a region into a group with a null key", async () => {
    const groups = await grouped("states AGGREGATE", `by: [{path: "region"}], orderBy: KEY`);
    expect(groups).toEqual(["Asia 2/2", "Europe 1/1", "– 3/3"]);
    const { states } = await graph.data(
      '{ states { totalCount aggregate { count groups(by: [{path: "region"}]) { count } } } }',
    );
    expect(states.aggregate.groups.reduce((sum: number, group: Group) => sum + group.count, 0)).toBe(6);
    expect([states.totalCount, states.aggregate.count]).toEqual([6, 6]);
  });

  it.each([
    [X, `{path: "role"}`, ["MEMBER 3/2", "OBSERVER 1/1"]],
    [X, `{path: "node.region"}`, ["Asia 2/2", "Europe 2/1"]],
    [X, `{path: "spells"}`, ["1 2/2", "2 2/1"]],
    [X, `{path: "source"}`, ["source:a 4/3"]],
    [T1, `{path: "provisional"}`, ["false 1/1", "true 1/1", "– 2/2"]],
    [T1, `{path: "confidence"}`, ["50 1/1", "70 1/1", "90 1/1", "– 1/1"]],
    [T1, `{path: "basisAct"}`, ["ACCESSION 1/1", "RATIFICATION 1/1", "– 2/2"]],
    [T1, `{path: "validFrom"}`, ["1990 1/1", "1990-06-01 1/1", "199X 1/1", "– 1/1"]],
    [T1, `{path: "node.type"}`, ["Organization 1/1", "State 3/3"]],
    ["states AGGREGATE", `{path: "memberOf.count"}`, ["0 2/2", "1 1/1", "2 2/2", "4 1/1"]],
    [
      DATED,
      `{path: "kind"}, {path: "bilateral"}`,
      [
        "ARMS_CONTROL true 1/1",
        "ENTENTE false 1/1",
        "ENTENTE – 1/1",
        "OTHER – 3/3",
        "PEACE false 1/1",
        "PEACE – 1/1",
      ],
    ],
  ])("are correct for %s by %s", async (list, by, expected) => {
    expect(await grouped(list, `by: [${by}], orderBy: KEY`)).toEqual(expected);
  });
});

// d1 1987-12-08, d2 193X, d3 1984?, d4 1987-12, d5 1987-12/1988-01, d6 unset, d7 1988-01-01, d8 1990/..
describe("a date in a group by period", () => {
  it.each([
    ["DAY", ["1987-12-08 1/1", "1988-01-01 1/1", "– 6/6"]],
    ["MONTH", ["1987-12 2/2", "1988-01 1/1", "– 5/5"]],
    ["YEAR", ["1984 1/1", "1987 2/2", "1988 1/1", "– 4/4"]],
    ["DECADE", ["193X 1/1", "198X 5/5", "– 2/2"]],
    ["CENTURY", ["19XX 6/6", "– 2/2"]],
  ])("is in a period that contains all of it: %s", async (bucket, expected) => {
    expect(await grouped(DATED, `by: [{path: "signed", bucket: ${bucket}}], orderBy: KEY`)).toEqual(expected);
  });

  it("can be the start of a spell or a day of publication", async () => {
    expect(await grouped(T1, `by: [{path: "validFrom", bucket: YEAR}], orderBy: KEY`)).toEqual([
      "1990 2/2",
      "– 2/2",
    ]);
    expect(await grouped(T1, `by: [{path: "validFrom", bucket: DECADE}], orderBy: KEY`)).toEqual([
      "199X 3/3",
      "– 1/1",
    ]);
    expect(
      await grouped("sources AGGREGATE", `by: [{path: "publishedAt", bucket: MONTH}], orderBy: KEY`),
    ).toEqual(["2020-01 1/1", "2021-01 1/1", "– 1/1"]);
  });
});

describe("groups by keys over relations", () => {
  // aaa: X, Y; bbb: X twice, Y, Z; ccc: X; the organization X: none.
  it.each([
    ["", ["X 3/3", "Y 2/2", "Z 1/1", "– 1/1"]],
    [`(where: {node: {id: {eq: "state:bbb"}}})`, ["X 1/1", "Y 1/1", "Z 1/1"]],
    [`(where: {node: {id: {eq: "org:x"}}})`, ["– 1/1"]],
  ])("contain parties%s once for each body they belong to", async (args, expected) => {
    const list = T1.replace("parties", `parties${args}`);
    expect(await grouped(list, `by: [{path: "node.memberOf.node.name"}], orderBy: KEY`)).toEqual(expected);
  });

  it("use the same edge for keys over the same relation", async () => {
    const two = `by: [{path: "node.memberOf.node.name"}, {path: "node.memberOf.node.id"}], orderBy: KEY`;
    expect(await grouped(T1, two)).toEqual(["X org:x 3/3", "Y org:y 2/2", "Z org:z 1/1", "– – 1/1"]);
    const { treaty } = await graph.data(
      `{ treaty(id: "treaty:t1") { parties { aggregate { groupCount(by: [{path: "node.memberOf.node.name"}, {path: "node.memberOf.node.id"}]) } } } }`,
    );
    expect(treaty.parties.aggregate.groupCount).toBe(4);
  });

  it("combine all values of keys over different relations", async () => {
    const two = `by: [{path: "memberOf.node.name"}, {path: "partyTo.node.name"}], orderBy: KEY`;
    const { treaty } = await graph.data(
      `{ treaty(id: "treaty:t1") { parties(where: {node: {id: {eq: "state:aaa"}}}) { nodes { ... on State { memberOf { nodes { name } } partyTo { nodes { name } } } } } } }`,
    );
    const [state] = treaty.parties.nodes;
    const names = (each: { nodes: { name: string }[] }) =>
      [...new Set(each.nodes.map(({ name }) => name))].sort();
    const pairs = names(state.memberOf).flatMap((one) =>
      names(state.partyTo).map((other) => `${one} ${other} 1/1`),
    );
    expect(await grouped(`states(where: {id: {eq: "state:aaa"}}) AGGREGATE`, two)).toEqual(pairs);
  });

  it("apply the scope of the list", async () => {
    const list = T1.replace("parties", `parties(asOf: "1995-06-01")`);
    expect(await grouped(list, `by: [{path: "node.memberOf.node.name"}], orderBy: KEY`)).toEqual([
      "X 3/3",
      "Y 2/2",
      "– 1/1",
    ]);
  });

  it("count a row once if several of its edges lead to the group", async () => {
    const groups = await grouped("states AGGREGATE", `by: [{path: "memberOf.node.kind"}], orderBy: KEY`);
    // IGO: aaa, bbb, ccc, ddd (X, Z, Old); ALLIANCE: aaa, bbb (Y); none: eee, fff.
    expect(groups).toEqual(["ALLIANCE 2/2", "IGO 4/4", "– 2/2"]);
  });
});

describe("aggregate(over:)", () => {
  const over = (path: string) => `(over: "${path}")`;
  it("counts edges from a root list and from a connection", async () => {
    const { treaties, organizations } = await graph.data(`{
      treaties { aggregate(over: "parties") { count nodes avg(of: "confidence") } }
      organizations { aggregate(over: "members") { count nodes } }
    }`);
    // T1: aaa, bbb, ccc, X; T2: aaa. Members: X 4, Y 2, Z 2, Old 1.
    expect(treaties.aggregate).toEqual({ count: 5, nodes: 4, avg: 70 });
    expect(organizations.aggregate).toEqual({ count: 9, nodes: 4 });
    const { treaty } = await graph.data(
      `{ treaty(id: "treaty:t1") { parties { aggregate(over: "node.memberOf") { count nodes } } } }`,
    );
    expect(treaty.parties.aggregate).toEqual({ count: 7, nodes: 3 });
    const then = await graph.data(
      `{ treaty(id: "treaty:t1") { parties(asOf: "2003-01-01") { aggregate(over: "node.memberOf") { count nodes } } } }`,
    );
    // Party in 2003: aaa, ccc, X; aaa: X, Y; ccc: X.
    expect(then.treaty.parties.aggregate).toEqual({ count: 3, nodes: 2 });
  });

  it("groups edges", async () => {
    expect(
      await grouped("organizations AGGREGATE", `by: [{path: "via.name"}], orderBy: COUNT`, over("members")),
    ).toEqual(["X 4/3", "Y 2/2", "Z 2/2", "Old 1/1"]);
    expect(
      await grouped("treaties AGGREGATE", `by: [{path: "node.name"}], orderBy: NODES`, over("parties")),
    ).toEqual(["Alpha 2/1", "Beta 1/1", "Gamma 1/1", "X 1/1"]);
  });

  it.each([
    ["name", "name"],
    ["parties.node", "node"],
    ["partyTo", "partyTo"],
    ["parties.validFrom", "validFrom"],
  ])("rejects %s", async (path, step) => {
    const query = `{ treaties { aggregate(over: "${path}") { count } } }`;
    // The message does not propose what was written.
    const message = new RegExp(`^(?!.*mean ${step}\\?).*"${path.replace(".", "\\.")}"`);
    await expectRefused(graph, query, { code: "BAD_INPUT", path: ["treaties", "aggregate"], message });
  });
});

describe("the arguments having, orderBy and first", () => {
  it.each([
    [`orderBy: COUNT`, ["– 3/3", "Asia 2/2", "Europe 1/1"]],
    [`orderBy: KEY_DESC`, ["Europe 1/1", "Asia 2/2", "– 3/3"]],
    ["", ["– 3/3", "Asia 2/2", "Europe 1/1"]],
    [`having: {count: {gte: 2}}`, ["– 3/3", "Asia 2/2"]],
    [`having: {count: {in: [1, 3]}, nodes: {lt: 3}}`, ["Europe 1/1"]],
    [`having: {nodes: {ne: 1}}, orderBy: KEY`, ["Asia 2/2", "– 3/3"]],
    [`having: {count: {in: []}}`, []],
    [`having: {count: {gt: 100}}`, []],
    [`first: 2, orderBy: KEY`, ["Asia 2/2", "Europe 1/1"]],
  ])("are applied: %s", async (args, expected) => {
    expect(await grouped("states AGGREGATE", `by: [{path: "region"}] ${args}`)).toEqual(expected);
  });

  it("break ties by key, with unset keys last", async () => {
    expect(await grouped(T1, `by: [{path: "confidence"}]`)).toEqual(["50 1/1", "70 1/1", "90 1/1", "– 1/1"]);
    expect(await grouped(X, `by: [{path: "node.region"}], orderBy: NODES`)).toEqual([
      "Asia 2/2",
      "Europe 2/1",
    ]);
    expect(await grouped(X, `by: [{path: "node.region"}], having: {nodes: {lt: 2}}`)).toEqual(["Europe 2/1"]);
  });

  it("report a truncated list of groups by its path", async () => {
    const query = `{ s: states { aggregate { cut: groups(first: 2, by: [{path: "region"}]) { keys } whole: groups(first: 3, by: [{path: "region"}]) { keys } } } }`;
    const { data, extensions } = await ask(graph.server, query);
    expect([data.s.aggregate.cut.length, data.s.aggregate.whole.length]).toEqual([2, 3]);
    expect(extensions?.truncated).toEqual([
      { path: ["s", "aggregate", "cut"], message: expect.stringMatching(/first 2.*\bfirst\b/i) },
    ]);
  });

  it("belong to their alias, and nested aggregates to their own list", async () => {
    const parties = `parties(first: 1) { totalCount aggregate { count nodes a: groups(by: [{path: "node.type"}], orderBy: KEY) { keys n: count } b: groups(by: [{path: "provisional"}], having: {count: {gt: 1}}) { keys count } } old: aggregate(over: "node.memberOf") { count } }`;
    const { treaties } = await graph.data(
      `{ treaties(first: 2, where: {parties: {exists: true}}) { a: aggregate { count } b: aggregate(over: "parties") { count } nodes { id ${parties} } } }`,
    );
    expect([treaties.a.count, treaties.b.count]).toEqual([2, 5]);
    expect(treaties.nodes.map(({ parties: own }: { parties: unknown }) => own)).toEqual([
      {
        totalCount: 4,
        aggregate: {
          count: 4,
          nodes: 4,
          a: [
            { keys: ["Organization"], n: 1 },
            { keys: ["State"], n: 3 },
          ],
          b: [{ keys: [null], count: 2 }],
        },
        old: { count: 7 },
      },
      {
        totalCount: 1,
        aggregate: { count: 1, nodes: 1, a: [{ keys: ["State"], n: 1 }], b: [] },
        old: { count: 2 },
      },
    ]);
  });

  it.each([
    [`by: [{path: "reigon"}]`, /"reigon".*Did you mean region\?/],
    [`by: [{path: "region", bucket: YEAR}]`, /"region" is not a date/],
    [`by: [{path: "memberOf"}]`, /"memberOf"/],
    [`by: []`, /by.*(key|give)/i],
    [`by: [{path: "region"}], having: {count: {isNull: true}}`, /never unset/],
    [`by: [{path: "region"}], first: -1`, /first/],
    [`by: [{path: "region"}], first: 1001`, /first/],
  ])("are rejected if invalid: %s", async (args, message) => {
    const query = `{ states { aggregate { groups(${args}) { count } } } }`;
    await expectRefused(graph, query, {
      code: "BAD_INPUT",
      path: ["states", "aggregate", "groups"],
      message,
    });
  });
});

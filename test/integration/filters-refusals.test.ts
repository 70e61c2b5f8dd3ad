import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { SIGNATURES, SPELLS } from "../fixtures/spells-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(SPELLS, SIGNATURES);
});
afterAll(() => graph?.stop());

const count = async (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  (await graph.data(query, variables)).states.totalCount;

/** Fails unless `states(where:)` is refused with a message that names the place and says what to do. */
async function refused(where: string, place: string, heads = "", variables = {}): Promise<void> {
  const message = new RegExp(`^${place.replace(/[.[\]]/g, "\\$&")} .*\\b(give|leave|use|add)\\b`, "i");
  const query = `query ${heads} { states(where: ${where}) { totalCount } }`;
  await expectRefused(graph, query, { code: "BAD_INPUT", path: ["states"], message }, variables);
}

describe("a null operand", () => {
  it.each([
    [`{region: {eq: null}}`, "where.region.eq"],
    [`{region: {ne: null}}`, "where.region.ne"],
    [`{region: {in: null}}`, "where.region.in"],
    [`{region: {contains: null, eq: "Asia"}}`, "where.region.contains"],
    [`{region: {matches: null}}`, "where.region.matches"],
    [`{region: {isNull: null}}`, "where.region.isNull"],
    [`{region: null}`, "where.region"],
    [`{id: {eq: null}}`, "where.id.eq"],
    [`{existsFrom: {lt: null}}`, "where.existsFrom.lt"],
    [`{existsFrom: {within: null}}`, "where.existsFrom.within"],
    [`{recordedAt: {gt: null}}`, "where.recordedAt.gt"],
    [`{memberOf: null}`, "where.memberOf"],
    [`{memberOf: {exists: null}}`, "where.memberOf.exists"],
    [`{memberOf: {some: null}}`, "where.memberOf.some"],
    [`{memberOf: {none: null}}`, "where.memberOf.none"],
    [`{memberOf: {all: null}}`, "where.memberOf.all"],
    [`{memberOf: {count: null}}`, "where.memberOf.count"],
    [`{memberOf: {count: {gt: null}}}`, "where.memberOf.count.gt"],
    [`{memberOf: {count: {gt: 1}, of: null}}`, "where.memberOf.of"],
    [`{memberOf: {some: {role: {eq: null}}}}`, "where.memberOf.some.role.eq"],
    [`{memberOf: {some: {node: null}}}`, "where.memberOf.some.node"],
    [`{memberOf: {some: {spells: {eq: null}}}}`, "where.memberOf.some.spells.eq"],
    [`{and: null}`, "where.and"],
    [`{or: null}`, "where.or"],
    [`{not: null}`, "where.not"],
    [`{as: null}`, "where.as"],
    [`{and: [{region: {eq: "Asia"}}, {iso3: {eq: null}}]}`, "where.and[1].iso3.eq"],
    [`{or: [{not: {region: {lt: null}}}]}`, "where.or[0].not.region.lt"],
  ])("is rejected: %s", async (where, place) => {
    await refused(where, place);
  });
});

describe("an empty filter", () => {
  it.each([
    [`{region: {}}`, "where.region"],
    [`{existsFrom: {}}`, "where.existsFrom"],
    [`{memberOf: {}}`, "where.memberOf"],
    [`{memberOf: {asOf: "2000-01-01"}}`, "where.memberOf"],
    [`{memberOf: {of: {role: {eq: MEMBER}}}}`, "where.memberOf.of"],
    [`{memberOf: {count: {}}}`, "where.memberOf.count"],
    [`{memberOf: {some: {role: {}}}}`, "where.memberOf.some.role"],
    [`{and: [{}]}`, "where.and[0]"],
    [`{or: [{region: {eq: "Asia"}}, {}]}`, "where.or[1]"],
    [`{not: {}}`, "where.not"],
    [`{memberOf: {some: {not: {}}}}`, "where.memberOf.some.not"],
    [`{not: {and: [{not: {}}]}}`, "where.not.and[0].not"],
  ])("is rejected: %s", async (where, place) => {
    await refused(where, place);
  });

  it("is accepted if it is the whole condition", async () => {
    const query = "query ($w: StateWhere) { states(where: $w) { totalCount } }";
    expect(await count(`{ states(where: {}) { totalCount } }`)).toBe(6);
    expect(await count(`{ states(where: null) { totalCount } }`)).toBe(6);
    expect(await count(query)).toBe(6);
    expect(await count(query, { w: null })).toBe(6);
    expect(await count(query, { w: {} })).toBe(6);
    expect(await count(`{ states(where: {memberOf: {some: {}}}) { totalCount } }`)).toBe(4);
    expect(await count(`{ states(where: {memberOf: {count: {gt: 1}, of: {}}}) { totalCount } }`)).toBe(3);
  });
});

// Case 5: a variable that is null or left out never makes a filter true.
describe("a variable in a filter", () => {
  const HEADS = "($v: ID, $n: Int, $l: [String!])";
  const USE = "id: {lt: $v}, memberOf: {count: {gt: $n}}, region: {in: $l}";
  const given = { v: "state:zzz", n: 0, l: ["Asia", "Europe"] };

  it("is rejected if it is null", async () => {
    expect(await graph.list("states", `where: {${USE}}`, given, HEADS)).toEqual(["aaa", "bbb", "ccc"]);
    await refused(`{${USE}}`, "where.id.lt", HEADS, { ...given, v: null });
    await refused(`{${USE}}`, "where.memberOf.count.gt", HEADS, { ...given, n: null });
    await refused(`{${USE}}`, "where.region.in", HEADS, { ...given, l: null });
  });

  it("is rejected if it is omitted and nothing else remains", async () => {
    await refused(`{${USE}}`, "where.id", HEADS, { n: 0, l: [] });
    await refused(`{${USE}}`, "where.memberOf.count", HEADS, { v: "z", l: [] });
    await refused(`{${USE}}`, "where.region", HEADS, { v: "z", n: 0 });
    await refused(`{not: {id: {eq: $v}}}`, "where.not.id", "($v: ID)");
    // Beside another operand the filter still says something.
    const bounded = await graph.list("states", `where: {id: {gt: "state:ddd", lt: $v}}`, {}, "($v: ID)");
    expect(bounded).toEqual(["eee", "fff"]);
  });

  it("uses its default only if it is omitted", async () => {
    const heads = `($v: ID = "state:bbb")`;
    expect(await graph.list("states", "where: {id: {eq: $v}}", {}, heads)).toEqual(["bbb"]);
    await refused("{id: {eq: $v}}", "where.id.eq", heads, { v: null });
  });

  it("is rejected if a part of its value is null or empty", async () => {
    const heads = "($w: StateWhere)";
    await refused("$w", "where.region", heads, { w: { region: null } });
    await refused("$w", "where.region.eq", heads, { w: { region: { eq: null } } });
    await refused("$w", "where.region", heads, { w: { region: {} } });
    await refused("$w", "where.and[0]", heads, { w: { and: [{}] } });
    await refused("{not: $w}", "where.not", heads, { w: {} });
    await refused("{not: $w}", "where.not", heads, { w: null });
    await refused("{region: $f}", "where.region", "($f: TextFilter)", { f: null });
    // Left out, the whole key is.
    expect(await count("query ($f: TextFilter) { states(where: {region: $f}) { totalCount } }")).toBe(6);
  });

  it("is checked for each request of the same document", async () => {
    for (const v of ["state:aaa", null, "state:bbb", null, "state:aaa"]) {
      if (v === null) await refused("{id: {eq: $v}}", "where.id.eq", "($v: ID)", { v });
      else
        expect(await graph.list("states", "where: {id: {eq: $v}}", { v }, "($v: ID)")).toEqual([v.slice(6)]);
    }
  });
});

describe("the path of an error in a filter", () => {
  const message = /^where\.confidence\.eq is null\. .*isNull/;
  it.each([
    [
      "a nested connection",
      `{ treaty(id: "treaty:t1") { parties(where: {confidence: {eq: null}}) { totalCount } } }`,
      ["treaty", "parties"],
    ],
    [
      "an alias",
      `{ t: treaty(id: "treaty:t1") { p: parties(where: {confidence: {eq: null}}) { totalCount } } }`,
      ["t", "p"],
    ],
    [
      "a connection of each of a list",
      "{ treaties { nodes { id parties(where: {confidence: {eq: null}}) { totalCount } } } }",
      ["treaties", "parties"],
    ],
    [
      "behind an edge",
      "{ treaties { edges { node { ...P } } } } fragment P on Treaty { parties(where: {confidence: {eq: null}}) { totalCount } }",
      ["treaties", "parties"],
    ],
  ])("is the path of the field: %s", async (_case, query, path) => {
    await expectRefused(graph, query, { code: "BAD_INPUT", path, message });
  });

  it.each([
    `{ states { aggregate { groups(by: [{path: "region"}], having: {count: {gt: null}}) { count } } } }`,
    `{ states { aggregate { groups(by: [{path: "region"}], having: {count: null}) { count } } } }`,
    `{ states { aggregate { groups(by: [{path: "region"}], having: {count: {}}) { count } } } }`,
  ])("is the path of the groups: %s", async (query) => {
    const path = ["states", "aggregate", "groups"];
    await expectRefused(graph, query, { code: "BAD_INPUT", path, message: /having\.count.*(add|use)/i });
  });
});

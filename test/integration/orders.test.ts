import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ORDERS } from "../fixtures/orders-graph.js";
import { expectRefused, type ServedGraph, serveGraph, slugs } from "../fixtures/serve-graph.js";
import { expectWalks } from "../fixtures/walk.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(ORDERS);
});
afterAll(() => graph?.stop());

const SIZES = [1, 2, 3, 5, 6];

async function walkAll(
  field: string,
  args: string,
  expected: readonly string[],
  parent?: string,
): Promise<void> {
  for (const size of SIZES) {
    await expectWalks(graph, { field, args, ...(parent === undefined ? {} : { parent }) }, expected, size);
  }
}

// Case 1: rows without a value come last, in both directions, and none is lost or doubled.
describe("an order by a date that three of five nodes do not have", () => {
  it.each([
    ['{by: "signed"}', ["o5", "o3", "o1", "o2", "o4"]],
    ['{by: "signed", direction: ASC}', ["o5", "o3", "o1", "o2", "o4"]],
    ['{by: "signed", direction: DESC}', ["o3", "o5", "o1", "o2", "o4"]],
    // The first possible day: 199X, then 1995 and 1995-01-01, which are equal.
    ['{by: "inForce"}', ["o4", "o2", "o3", "o1", "o5"]],
    ['{by: "inForce", direction: DESC}', ["o2", "o3", "o4", "o1", "o5"]],
  ])("puts unset dates last: %s", async (order, expected) => {
    await walkAll("treaties", `orderBy: [${order}]`, expected);
  });

  it("can be combined with a condition, also if all dates are unset", async () => {
    await walkAll("treaties", `orderBy: [{by: "signed", direction: DESC}], where: {id: {ne: "treaty:o1"}}`, [
      "o3",
      "o5",
      "o2",
      "o4",
    ]);
    await walkAll("treaties", `orderBy: [{by: "signed"}], where: {signed: {isNull: true}}`, [
      "o1",
      "o2",
      "o4",
    ]);
    await walkAll("treaties", `orderBy: [{by: "ended", direction: DESC}]`, ["o1", "o2", "o3", "o4", "o5"]);
  });
});

describe("an order by the count of a relation", () => {
  it.each([
    ['{by: "parties.count"}', ["o3", "o2", "o4", "o5", "o1"]],
    ['{by: "parties.count", direction: DESC}', ["o1", "o5", "o2", "o4", "o3"]],
  ])("sorts treaties: %s", async (order, expected) => {
    await walkAll("treaties", `orderBy: [${order}]`, expected);
  });

  it("applies the scope of the list", async () => {
    // On 1985-06-01: o1 by s2 (start unknown), and o4. o3 and o5 were not signed yet.
    await walkAll("treaties", `asOf: "1985-06-01", orderBy: [{by: "parties.count", direction: DESC}]`, [
      "o1",
      "o4",
      "o2",
    ]);
  });

  it("can use the node at the other end", async () => {
    await walkAll(
      "partyTo",
      `orderBy: [{by: "node.parties.count"}]`,
      ["o2", "o5", "o1"],
      `state(id: "state:s1")`,
    );
    await walkAll(
      "partyTo",
      `orderBy: [{by: "node.parties.count", direction: DESC}]`,
      ["o1", "o5", "o2"],
      `state(id: "state:s1")`,
    );
  });
});

describe("an order by name", () => {
  it.each([
    ['{by: "name"}', ["s2", "s1", "s3", "s4", "s5", "s6"]],
    ['{by: "name", direction: DESC}', ["s6", "s5", "s4", "s3", "s1", "s2"]],
    // zeta, ежа, ежи, елка, ель, жар; the first two are display names, for lack of a Russian one.
    ['{by: "name", lang: "ru"}', ["s5", "s6", "s4", "s1", "s2", "s3"]],
    ['{by: "name", lang: "ru", direction: DESC}', ["s3", "s2", "s1", "s4", "s6", "s5"]],
    ['{by: "name", lang: "ru-RU"}', ["s5", "s6", "s4", "s1", "s2", "s3"]],
    ['{by: "name", lang: "fr"}', ["s2", "s1", "s3", "s4", "s5", "s6"]],
  ])("sorts states: %s", async (order, expected) => {
    await walkAll("states", `orderBy: [${order}]`, expected);
  });

  it("can use the node at the other end", async () => {
    const o1 = `treaty(id: "treaty:o1")`;
    await walkAll("parties", `orderBy: [{by: "node.name"}]`, ["s2", "s1", "s3"], o1);
    await walkAll(
      "parties",
      `orderBy: [{by: "node.name", lang: "ru", direction: DESC}]`,
      ["s3", "s2", "s1"],
      o1,
    );
  });

  it("has a language independent of that of the name shown", async () => {
    const { states } = await graph.data(
      `{ states(first: 3, orderBy: [{by: "name", lang: "ru"}]) { nodes { name ru: name(lang: "ru") } totalCount } }`,
    );
    expect(states.nodes).toEqual([
      { name: "Zeta", ru: "Zeta" },
      { name: "ежа", ru: "ежа" },
      { name: "Gamma", ru: "ЕЖИ" },
    ]);
  });
});

describe("an order by a property of an edge", () => {
  const o1 = `treaty(id: "treaty:o1")`;
  it.each([
    // s3 1989-06-01, s1 1990, s2 not given.
    ['{by: "validFrom"}', ["s3", "s1", "s2"]],
    ['{by: "validFrom", direction: DESC}', ["s1", "s3", "s2"]],
    ['{by: "confidence"}', ["s1", "s2", "s3"]],
    ['{by: "confidence", direction: DESC}', ["s2", "s1", "s3"]],
    // s2 is known to be open, which is a value; of the others nothing is known.
    ['{by: "validTo", direction: DESC}', ["s2", "s1", "s3"]],
    ['{by: "node.region", direction: DESC}', ["s2", "s1", "s3"]],
    ['{by: "spells"}', ["s1", "s2", "s3"]],
  ])("sorts parties: %s", async (order, expected) => {
    await walkAll("parties", `orderBy: [${order}]`, expected, o1);
  });

  it("can use a date of the node at the other end", async () => {
    const s1 = `state(id: "state:s1")`;
    await walkAll("partyTo", `orderBy: [{by: "node.signed"}]`, ["o5", "o1", "o2"], s1);
    await walkAll("partyTo", `orderBy: [{by: "node.signed", direction: DESC}]`, ["o5", "o1", "o2"], s1);
  });
});

describe("an order by several keys", () => {
  it.each([
    // ENTENTE o4, OTHER o2 o5, PEACE o1 o3.
    [`{by: "kind"}`, ["o4", "o2", "o5", "o1", "o3"]],
    [`{by: "kind"}, {by: "signed"}`, ["o4", "o5", "o2", "o3", "o1"]],
    [`{by: "kind", direction: DESC}, {by: "id", direction: DESC}`, ["o3", "o1", "o5", "o2", "o4"]],
    [`{by: "signed", direction: DESC}, {by: "parties.count"}`, ["o3", "o5", "o2", "o4", "o1"]],
    [
      `{by: "signed", direction: DESC}, {by: "parties.count", direction: DESC}`,
      ["o3", "o5", "o1", "o2", "o4"],
    ],
    [`{by: "bilateral"}, {by: "inForce"}, {by: "name", direction: DESC}`, ["o4", "o3", "o2", "o5", "o1"]],
  ])("sorts treaties: %s", async (order, expected) => {
    await walkAll("treaties", `orderBy: [${order}]`, expected);
  });

  it("is the default order if empty, and needs no list for a single key", async () => {
    await walkAll("treaties", "orderBy: []", ["o1", "o2", "o3", "o4", "o5"]);
    await walkAll("treaties", "orderBy: null", ["o1", "o2", "o3", "o4", "o5"]);
    await walkAll("treaties", `orderBy: {by: "signed"}`, ["o5", "o3", "o1", "o2", "o4"]);
  });

  it("breaks ties by ascending id, whatever the direction", async () => {
    await walkAll("states", `orderBy: [{by: "region", direction: DESC}]`, [
      "s2",
      "s5",
      "s1",
      "s3",
      "s6",
      "s4",
    ]);
    await walkAll("states", `orderBy: [{by: "region"}]`, ["s1", "s3", "s6", "s2", "s5", "s4"]);
  });
});

describe("a list inside another list", () => {
  // Case 11.
  it("has the same order and total as when requested alone", async () => {
    const parties = `parties(first: 2, orderBy: [{by: "validFrom", direction: DESC}]) { totalCount nodes { id } }`;
    const { treaties } = await graph.data(
      `{ treaties(first: 3, orderBy: [{by: "parties.count", direction: DESC}]) { totalCount nodes { id ${parties} } } }`,
    );
    expect(slugs(treaties.nodes)).toEqual(["o1", "o5", "o2"]);
    expect(treaties.totalCount).toBe(5);
    const expected = [
      [3, "s1", "s3"],
      [2, "s1", "s3"],
      [1, "s1"],
    ];
    for (const [index, each] of treaties.nodes.entries()) {
      expect([each.parties.totalCount, ...slugs(each.parties.nodes)]).toEqual(expected[index]);
      const { alone } = await graph.data(`{ alone: treaty(id: "${each.id}") { ${parties} } }`);
      expect(alone.parties).toEqual(each.parties);
    }
  });

  // Case 9.
  it("has its own arguments under each alias, with merged selections", async () => {
    const { state } = await graph.data(`{ state(id: "state:s1") {
      a: partyTo(asOf: "1985-01-01") { edges { node { id } ...Name } }
      b: partyTo(asOf: "2010-01-01", orderBy: [{by: "node.name", direction: DESC}]) { edges { node { id } ...Name } }
      c: partyTo(where: {validFrom: {lt: "1990"}}) { edges { node { id } ...Name } }
    } } fragment Name on PartyToEdge { node { n2: name } n3: node { name } }`);
    const shown = (slug: string) => ({
      node: { id: `treaty:${slug}`, n2: slug.toUpperCase() },
      n3: { name: slug.toUpperCase() },
    });
    expect(state.a.edges).toEqual([shown("o5")]);
    expect(state.b.edges).toEqual([shown("o5"), shown("o2"), shown("o1")]);
    expect(state.c.edges).toEqual([shown("o5")]);
  });
});

describe("an invalid order", () => {
  it.each([
    [`{by: "sined"}`, /"sined".*Did you mean signed\?/],
    [`{by: "parties"}`, /"parties".*(count|continue)/],
    [`{by: "parties.node.name"}`, /several values.*count/],
    [`{by: "signed.year"}`, /"signed\.year"/],
    [`{by: "parties.count.count"}`, /"parties\.count\.count"/],
  ])("is rejected: %s", async (order, message) => {
    const query = `{ treaties(orderBy: [${order}]) { totalCount } }`;
    await expectRefused(graph, query, { code: "BAD_INPUT", path: ["treaties"], message });
  });

  it("is rejected for a list property of an edge", async () => {
    const query = `{ treaty(id: "treaty:o1") { parties(orderBy: [{by: "obligations"}]) { totalCount } } }`;
    await expectRefused(graph, query, {
      code: "BAD_INPUT",
      path: ["treaty", "parties"],
      message: /obligations.*list/,
    });
  });
});

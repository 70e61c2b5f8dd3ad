import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../fixtures/graph.js";
import { ORDERS } from "../fixtures/orders-graph.js";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { type ListAsked, page } from "../fixtures/walk.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(ORDERS);
});
afterAll(() => graph?.stop());

const MESSAGE = /cursor.*(same|start|first page|again|without)/i;
const SIGNED = `orderBy: [{by: "signed"}]`;
const IN_ASIA = `where: {region: {eq: "Asia"}}`;

// Case 7 and its whole kind.
describe("a cursor", () => {
  it.each([
    ["treaties", `orderBy: [{by: "name"}]`, SIGNED],
    ["treaties", SIGNED, `orderBy: [{by: "signed", direction: DESC}]`],
    ["treaties", SIGNED, ""],
    ["treaties", "", SIGNED],
    ["treaties", SIGNED, `orderBy: [{by: "signed"}, {by: "name"}]`],
    ["treaties", SIGNED, `orderBy: [{by: "inForce"}]`],
    ["treaties", `orderBy: [{by: "parties.count"}]`, `asOf: "1985-01-01", orderBy: [{by: "parties.count"}]`],
    ["states", `orderBy: [{by: "name", lang: "ru"}]`, `orderBy: [{by: "name"}]`],
    ["states", `orderBy: [{by: "name", lang: "ru"}]`, `orderBy: [{by: "name", lang: "en"}]`],
    ["states", IN_ASIA, `where: {region: {eq: "Europe"}}`],
    ["states", IN_ASIA, `where: {region: {ne: "Asia"}}`],
    ["states", IN_ASIA, `where: {not: {region: {eq: "Asia"}}}`],
    ["states", IN_ASIA, ""],
    ["states", "", IN_ASIA],
    ["states", `where: {partyTo: {exists: true}}`, `where: {partyTo: {exists: true, asOf: "1985-01-01"}}`],
  ])('is rejected with another order, filter or time in %s: "%s", then "%s"', async (field, first, then) => {
    const { start, end } = await page(graph, { field, args: first }, "first: 1,");
    for (const cut of [`first: 2, after: "${end}"`, `last: 2, before: "${start}"`]) {
      const query = `{ l: ${field}(${cut}, ${then}) { nodes { id } } }`;
      await expectRefused(graph, query, { code: "BAD_CURSOR", path: ["l"], message: MESSAGE });
    }
  });

  it.each([
    [`orderBy: [{by: "node.name"}]`, `orderBy: [{by: "validFrom"}]`],
    [`where: {confidence: {gt: 1}}`, `where: {confidence: {gt: 2}}`],
    [`asOf: "1995-01-01"`, `asOf: "1996-01-01"`],
    [`asOf: "1995-01-01"`, `asOf: "1995-01-01", certainty: CERTAIN`],
    [`asOf: "1995-01-01"`, `sources: ["source:b"]`],
  ])('is rejected with other arguments of a connection: "%s", then "%s"', async (first, then) => {
    const parent = `treaty(id: "treaty:o1")`;
    const { end } = await page(graph, { field: "parties", parent, args: first }, "first: 1,");
    const query = `{ t: ${parent} { parties(first: 1, after: "${end}", ${then}) { totalCount } } }`;
    await expectRefused(graph, query, { code: "BAD_CURSOR", path: ["t", "parties"], message: MESSAGE });
  });

  it("is rejected if it is malformed or belongs to another list", async () => {
    const { end } = await page(
      graph,
      { field: "states", args: SIGNED.replace("signed", "name") },
      "first: 1,",
    );
    for (const cursor of [
      end,
      "",
      "nonsense",
      end.slice(0, -4),
      `${end}A`,
      Buffer.from("[1]").toString("base64"),
    ]) {
      const query = `{ treaties(first: 1, after: "${cursor}", ${SIGNED}) { totalCount } }`;
      await expectRefused(graph, query, { code: "BAD_CURSOR", path: ["treaties"], message: /cursor/i });
    }
  });

  it("depends on the values of variables, not on their names", async () => {
    const query = (name: string) =>
      `query ($${name}: String, $c: String) { states(first: 1, after: $c, where: {region: {eq: $${name}}}, orderBy: [{by: "name"}]) { nodes { id } pageInfo { endCursor } } }`;
    const first = await graph.data(query("v"), { v: "Asia" });
    const c = first.states.pageInfo.endCursor;
    // Beta, Delta, ежа.
    expect((await graph.data(query("v"), { v: "Asia", c })).states.nodes).toEqual([{ id: "state:s3" }]);
    expect((await graph.data(query("other"), { other: "Asia", c })).states.nodes).toEqual([
      { id: "state:s3" },
    ]);
    const literal = `{ states(first: 1, after: "${c}", ${IN_ASIA}, orderBy: [{by: "name"}]) { nodes { id } } }`;
    expect((await graph.data(literal)).states.nodes).toEqual([{ id: "state:s3" }]);
    const refusal = { code: "BAD_CURSOR", path: ["states"], message: MESSAGE };
    await expectRefused(graph, query("v"), refusal, { v: "Europe", c });
  });

  it("does not depend on the size of the page or the selected fields", async () => {
    const { end } = await page(graph, { field: "treaties", args: SIGNED }, "first: 2,");
    const { treaties } = await graph.data(
      `{ treaties(first: 10, after: "${end}", ${SIGNED}) { edges { node { name kind } } } }`,
    );
    expect(treaties.edges.map((edge: { node: { name: string } }) => edge.node.name)).toEqual([
      "O1",
      "O2",
      "O4",
    ]);
  });
});

describe("pages while rows are added and removed", () => {
  const treaty = (slug: string, signed?: string) => ({
    type: "Treaty",
    id: `treaty:${slug}`,
    name: slug.toUpperCase(),
    kind: "PEACE",
    ...(signed === undefined ? {} : { signed }),
  });
  const add = (...nodes: readonly Readonly<Record<string, unknown>>[]) =>
    load(graph.database, { source: "source:a", nodes });
  const remove = (id: string) => graph.database.command(`MATCH (n {id: '${id}'}) DETACH DELETE n`);

  const signedDesc: ListAsked = { field: "treaties", args: `orderBy: [{by: "signed", direction: DESC}]` };

  it("neither repeat nor lose rows, with or without a value in the cursor", async () => {
    // o3 2001-05-01, o5 1999 | o1, o2, o4 unset.
    const first = await page(graph, signedDesc, "first: 1,");
    expect(first.rows).toEqual(["o3"]);
    await add(treaty("n1", "2005"), treaty("n2", "2000"), treaty("n3", "1900"), treaty("n4"));
    await remove("treaty:o3");
    const second = await page(graph, signedDesc, `first: 2, after: "${first.end}",`);
    expect([second.rows, second.next, second.previous, second.total]).toEqual([["n2", "o5"], true, true, 8]);
    const third = await page(graph, signedDesc, `first: 2, after: "${second.end}",`);
    expect(third.rows).toEqual(["n3", "n4"]);
    // The last row of the page goes, and unset ones come before and behind it.
    await remove("treaty:n4");
    await add(treaty("m"), treaty("o3"), treaty("n0", "1998"));
    const fourth = await page(graph, signedDesc, `first: 10, after: "${third.end}",`);
    expect([fourth.rows, fourth.next]).toEqual([["o1", "o2", "o3", "o4"], false]);
    // And back: from the first row of the last page, rows as they are now.
    const back = await page(graph, signedDesc, `last: 3, before: "${fourth.start}",`);
    expect([back.rows, back.previous]).toEqual([["n0", "n3", "m"], true]);
    const start = await page(graph, signedDesc, `last: 10, before: "${back.start}",`);
    expect([start.rows, start.previous]).toEqual([["n1", "n2", "o5"], false]);
  });

  it("move a row whose value changes, and no others", async () => {
    const list: ListAsked = { field: "states", args: `orderBy: [{by: "name", lang: "ru"}]` };
    const first = await page(graph, list, "first: 2,");
    expect(first.rows).toEqual(["s5", "s6"]);
    // Жар, the last, becomes Аист, before the cursor; zeta, the first, becomes Яна, behind all.
    const named = (slug: string, name: string, ru: string) => ({
      type: "State",
      id: `state:${slug}`,
      name,
      names: [{ text: ru, lang: "ru" }],
    });
    await remove("state:s3");
    await add(named("s3", "Delta", "Аист"), named("s5", "Zeta", "Яна"));
    const second = await page(graph, list, `first: 10, after: "${first.end}",`);
    expect(second.rows).toEqual(["s4", "s1", "s2", "s5"]);
    expect((await page(graph, list, `last: 10, before: "${second.start}",`)).rows).toEqual(["s3", "s6"]);
  });

  it("lose retracted and deprecated edges", async () => {
    const list: ListAsked = {
      field: "parties",
      parent: `treaty(id: "treaty:o5")`,
      args: `orderBy: [{by: "confidence", direction: DESC}]`,
    };
    const edge = (from: string, rest: Readonly<Record<string, unknown>>) => ({
      type: "PARTY_TO",
      from: `state:${from}`,
      to: "treaty:o5",
      ...rest,
    });
    const write = (...edges: readonly Readonly<Record<string, unknown>>[]) =>
      load(graph.database, { source: "source:a", edges });
    await write(
      edge("s1", { validFrom: "1980", confidence: 10 }),
      edge("s2", { validFrom: "1980", confidence: 30 }),
      edge("s4", { validFrom: "1980", confidence: 20 }),
    );
    const first = await page(graph, list, "first: 1,");
    // The edge of s3 went with it in the test before.
    expect([first.rows, first.total]).toEqual([["s2"], 3]);
    await write(
      edge("s2", { validFrom: "1980", confidence: 30, rank: "DEPRECATED" }),
      edge("s6", { validFrom: "1980", confidence: 40 }),
    );
    const second = await page(graph, list, `first: 2, after: "${first.end}",`);
    expect([second.rows, second.next]).toEqual([["s4", "s1"], false]);
    const back = await page(graph, list, `last: 2, before: "${second.start}",`);
    expect([back.rows, back.previous]).toEqual([["s6"], false]);
  });
});

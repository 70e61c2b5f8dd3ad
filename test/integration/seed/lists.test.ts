import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { BASE, load } from "../../fixtures/graph.js";
import { type Answer, ask, data } from "../../support/ask.js";
import { emptyDatabase } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;

const PARTIES = ["aaa", "bbb", "ccc", "ddd", "eee"];
const TREATIES = ["t1", "t2", "t3", "t4", "t5"];

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, {
    ...BASE,
    nodes: [
      ...PARTIES.map((slug) => ({ type: "State", id: `state:${slug}`, name: slug })),
      // Three of five without a date of signature.
      ...TREATIES.map((slug, index) => ({
        type: "Treaty",
        id: `treaty:${slug}`,
        name: slug,
        kind: "PEACE",
        ...(index < 2 ? { signed: `199${index}` } : {}),
      })),
    ],
    edges: [
      // state:aaa left treaty:t1 and rejoined: two spells.
      { type: "PARTY_TO", from: "state:aaa", to: "treaty:t1", validFrom: "1975", validTo: "1985" },
      ...PARTIES.flatMap((state, s) =>
        TREATIES.filter((_, t) => t <= s).map((treaty) => ({
          type: "PARTY_TO",
          from: `state:${state}`,
          to: `treaty:${treaty}`,
          validFrom: "1990",
          validTo: "..",
        })),
      ),
    ],
  });
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  readonly totalCount: number;
}

const FIELDS =
  "totalCount edges { cursor node { ... on Entity { id } } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

const LISTS: readonly (readonly [
  string,
  (args: string) => string,
  (answer: NonNullable<Answer["data"]>) => Page,
  readonly string[],
])[] = [
  [
    "a list of a type",
    (args) => `{ treaties(${args}) { ${FIELDS} } }`,
    (answer) => answer.treaties,
    TREATIES.map((slug) => `treaty:${slug}`),
  ],
  [
    "a list of edges, with two to one node",
    (args) => `{ treaty(id: "treaty:t1") { parties(${args}) { ${FIELDS} } } }`,
    (answer) => answer.treaty.parties,
    ["state:aaa", "state:aaa", "state:bbb", "state:ccc", "state:ddd", "state:eee"],
  ],
];

describe.each(LISTS)("%s", (_case, text, pageOf, expected) => {
  const page = async (args: string) => pageOf(await data(server, text(args)));
  const ids = ({ edges }: Page) => edges.map(({ node }) => node.id);

  it.each([1, 2, 3, 5, 6, 100])(
    "returns each item once, %i at a time forward, and reports the end only at the end",
    async (size) => {
      const seen: string[] = [];
      for (let after = ""; ; ) {
        const { edges, pageInfo, totalCount } = await page(`first: ${size}${after}`);
        expect(totalCount).toBe(expected.length);
        expect(pageInfo.hasPreviousPage).toBe(seen.length > 0);
        seen.push(...edges.map(({ node }) => node.id));
        expect(pageInfo.hasNextPage).toBe(seen.length < expected.length);
        expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor]);
        if (!pageInfo.hasNextPage) break;
        after = `, after: "${pageInfo.endCursor}"`;
      }
      expect(seen).toEqual(expected);
    },
  );

  it.each([1, 2, 3, 5, 6, 100])(
    "returns each item once, %i at a time backward, in the same order",
    async (size) => {
      const seen: string[] = [];
      for (let before = ""; ; ) {
        const { edges, pageInfo, totalCount } = await page(`last: ${size}${before}`);
        expect(totalCount).toBe(expected.length);
        expect(pageInfo.hasNextPage).toBe(seen.length > 0);
        seen.unshift(...edges.map(({ node }) => node.id));
        expect(pageInfo.hasPreviousPage).toBe(seen.length < expected.length);
        if (!pageInfo.hasPreviousPage) break;
        before = `, before: "${pageInfo.startCursor}"`;
      }
      expect(seen).toEqual(expected);
    },
  );

  it("returns the items between two cursors", async () => {
    const all = await page("first: 100");
    const [start, end] = [all.edges[0]?.cursor, all.edges.at(-1)?.cursor];
    const inner = await page(`first: 100, after: "${start}", before: "${end}"`);
    expect(ids(inner)).toEqual(expected.slice(1, -1));
    expect(inner.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
    expect(ids(await page(`first: 100, after: "${end}"`))).toEqual([]);
    expect(ids(await page(`last: 100, before: "${start}"`))).toEqual([]);
  });

  it("reports with an empty page that there are more items", async () => {
    const { edges, pageInfo, totalCount } = await page("first: 0");
    expect([edges, totalCount]).toEqual([[], expected.length]);
    expect(pageInfo).toMatchObject({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });
});

describe("a cursor of one list", () => {
  const cursorOf = async () =>
    (await data(server, '{ treaty(id: "treaty:t1") { parties(first: 1) { pageInfo { endCursor } } } }'))
      .treaty.parties.pageInfo.endCursor;

  it.each<[string, string, readonly string[]]>([
    [
      "another field",
      '{ state(id: "state:aaa") { partyTo(after: $c) { totalCount } } }',
      ["state", "partyTo"],
    ],
    [
      "another day",
      '{ treaty(id: "treaty:t1") { parties(after: $c, asOf: "2000-01-01") { totalCount } } }',
      ["treaty", "parties"],
    ],
    [
      "a day set above",
      '{ treaty(id: "treaty:t1", asOf: "2000-01-01") { parties(after: $c) { totalCount } } }',
      ["treaty", "parties"],
    ],
    [
      "another certainty",
      '{ treaty(id: "treaty:t1") { p: parties(after: $c, asOf: "2000-01-01", certainty: CERTAIN) { totalCount } } }',
      ["treaty", "p"],
    ],
    [
      "another source",
      '{ treaty(id: "treaty:t1") { parties(before: $c, sources: ["source:a"]) { totalCount } } }',
      ["treaty", "parties"],
    ],
    [
      "another state of knowledge",
      '{ treaty(id: "treaty:t1") { parties(after: $c, asKnownAt: "2030-01-01T00:00:00Z") { totalCount } } }',
      ["treaty", "parties"],
    ],
    ["a list of nodes", "{ states(after: $c) { totalCount } }", ["states"]],
  ])("is rejected for another list, at its path: %s", async (_case, text, path) => {
    const answer = await ask(server, `query ($c: String!) ${text}`, { c: await cursorOf() });
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions?.code).toBe("BAD_CURSOR");
    expect(answer.errors?.[0]?.path).toEqual(path);
    expect(answer.errors?.[0]?.message).toMatch(/another list, order or condition/);
  });

  it("is valid for the same list of the same node, also in a variable", async () => {
    const text =
      '{ treaty(id: "treaty:t1") { parties(after: $c, first: 1) { nodes { ... on State { id } } } } }';
    const { treaty } = await data(server, `query ($c: String!) ${text}`, { c: await cursorOf() });
    expect(treaty.parties.nodes).toEqual([{ id: "state:aaa" }]);
  });
});

it("aliases have their own arguments, and a node selected twice has all its fields", async () => {
  const { state } = await data(
    server,
    `query { state(id: "state:aaa") {
      a: partyTo(asOf: "1980-01-01") { totalCount edges { validFrom node { id } } ...More }
      b: partyTo(asOf: "2010-01-01") { totalCount edges { validFrom node { id } } ...More }
    } }
    fragment More on PartyToConnection { edges { n2: node { name } node { kind } } nodes { id } }`,
  );
  const rows = (validFrom: string) => [
    { validFrom, node: { id: "treaty:t1", kind: "PEACE" }, n2: { name: "t1" } },
  ];
  expect(state).toEqual({
    a: { totalCount: 1, edges: rows("1975"), nodes: [{ id: "treaty:t1" }] },
    b: { totalCount: 1, edges: rows("1990"), nodes: [{ id: "treaty:t1" }] },
  });
});

it("nested totals and limits do not affect the outer list", async () => {
  const { treaties } = await data(
    server,
    "{ treaties(first: 3) { totalCount nodes { id parties(first: 2) { totalCount nodes { ... on State { id } } } } } }",
  );
  expect(treaties.totalCount).toBe(5);
  expect(treaties.nodes.map(({ id }: { id: string }) => id)).toEqual(["treaty:t1", "treaty:t2", "treaty:t3"]);
  for (const { id, parties } of treaties.nodes) {
    const alone = await data(server, "query ($id: ID!) { treaty(id: $id) { parties { totalCount } } }", {
      id,
    });
    expect(parties.totalCount).toBe(alone.treaty.parties.totalCount);
    expect(parties.nodes).toHaveLength(2);
  }
  expect(
    treaties.nodes.map(({ parties }: { parties: { totalCount: number } }) => parties.totalCount),
  ).toEqual([6, 4, 3]);
});

it("an empty list in a variable selects nothing", async () => {
  const text =
    'query ($ids: [ID!]!, $sources: [ID!]) { nodes(ids: $ids) { id } states { totalCount } treaty(id: "treaty:t1") { parties(sources: $sources) { totalCount } } }';
  const answer = await data(server, text, { ids: [], sources: [] });
  expect(answer.nodes).toEqual([]);
  expect(answer.treaty.parties.totalCount).toBe(0);
});

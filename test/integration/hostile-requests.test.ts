import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { BASE, load } from "../fixtures/graph.js";
import { refusedBy } from "../fixtures/requests.js";
import { ask } from "../support/ask.js";
import { emptyDatabase } from "../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

/** Requests that once stopped the service, or were answered as an internal error. */

let database: Database;
let server: TestServer;
const { post, query, send } = refusedBy(() => server);

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, BASE);
});

const KEY = { "x-pactgraph-key": TEST_WRITE_KEY };
const PATH = `query ($via: [Via!]!) { path(from: "state:kaz", to: "org:csto", via: $via) { __typename } }`;
const LIST = "query ($where: StateWhere) { states(where: $where) { totalCount } }";
const hops = (count: number) => Array.from({ length: count }, () => ({ type: "MEMBER_OF" }));
const conditions = (count: number) => Array.from({ length: count }, () => ({ id: { eq: "state:kaz" } }));

function nested(depth: number): object {
  let where: object = { id: { eq: "state:kaz" } };
  for (let level = 0; level < depth; level += 1) where = { not: where };
  return where;
}

describe("a request that is too large", () => {
  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ["300,000 hops of a path", PATH, { via: hops(300_000) }],
    ["500,000 conditions", LIST, { where: { and: conditions(500_000) } }],
  ])("is rejected by the size of its body, without a key: %s", async (_case, text, variables) => {
    const { status, codes } = await query(text, variables);
    expect({ status, codes }).toEqual({ status: 413, codes: ["QUERY_TOO_LARGE"] });
  });

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ["20,000 hops of a path", PATH, { via: hops(20_000) }],
    ["300,000 hops of a path", PATH, { via: hops(300_000) }],
    ["500,000 conditions", LIST, { where: { and: conditions(500_000) } }],
    ["a condition that is negated 2,000 times", LIST, { where: nested(2_000) }],
    ["a pattern of 100 KB", LIST, { where: { name: { matches: "*a".repeat(50_000) } } }],
    ["an id of 8 KB", "query ($id: ID!) { node(id: $id) { id } }", { id: `state:${"a".repeat(8_000)}` }],
    [
      "an id of 201 characters",
      "query ($id: ID!) { node(id: $id) { id } }",
      { id: `state:${"a".repeat(195)}` },
    ],
  ])("is rejected as bad input, whoever sends it: %s", async (_case, text, variables) => {
    const { codes, messages } = await post(JSON.stringify({ query: text, variables }), KEY);
    expect(codes).toEqual(["BAD_INPUT"]);
    expect(messages[0]).toMatch(/maximum|at most|nested/);
  });

  it("is rejected if it negates a literal 1,000 times", async () => {
    const { codes } = await query(
      `{ states(where: ${"{not:".repeat(1_000)}{id:{eq:"x"}}${"}".repeat(1_000)}) { totalCount } }`,
    );
    expect(codes).toHaveLength(1);
    expect(["BAD_INPUT", "QUERY_TOO_LARGE", "GRAPHQL_PARSE_FAILED"]).toContain(codes[0]);
  });
});

describe("a request that once caused an internal error", () => {
  it.each(["CO_SIGNATURE", "CO_PARTICIPATION"])(
    "is answered: network(projection: %s, without:)",
    async (name) => {
      const text = `{ network(projection: ${name}, asOf: "1990-01-01", without: {asOf: "2010-01-01"}) { totalCount } }`;
      expect(await ask(server, text)).toMatchObject({ data: { network: { totalCount: 0 } } });
    },
  );

  it.each([
    `changes(since: "2000-01-01T00:00:00Z", types: []) { totalCount }`,
    "conflicts(types: []) { totalCount }",
    `timeline(about: ["state:aaa"], types: []) { totalCount }`,
  ])("is answered as without types: %s", async (field) => {
    const answer = await ask(server, `{ ${field} }`);
    expect(answer.errors).toBeUndefined();
    expect(answer).toEqual(
      await ask(server, `{ ${field.replace(/(, )?types: \[\]/, "").replace("()", "")} }`),
    );
  });

  it("is rejected with PERSISTED_QUERY_NOT_FOUND if the query is unknown", async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } };
    const { codes } = await post(JSON.stringify({ extensions }));
    expect(codes).toEqual(["PERSISTED_QUERY_NOT_FOUND"]);
  });

  it.each(["__proto__", "constructor", "toString"])(
    "is rejected for the unknown format /export/%s",
    async (name) => {
      const { status, codes } = await send(`/export/${name}?query=%7B__typename%7D`);
      expect({ status, codes }).toEqual({ status: 400, codes: ["BAD_INPUT"] });
    },
  );
});

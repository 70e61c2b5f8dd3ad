import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { ERROR_CODES } from "../../src/errors.js";
import { BASE, load, snapshot } from "../fixtures/graph.js";
import { expectNoLeak } from "../fixtures/leaks.js";
import { emptyDatabase } from "../support/database.js";
import { serveDatabase, TEST_WRITE_KEY, type TestServer } from "../support/server.js";

let database: Database;
let server: TestServer;

beforeAll(async () => {
  database = await emptyDatabase();
  await load(database, BASE);
  server = await serveDatabase(database);
});
afterAll(async () => {
  await server?.stop();
  await database?.close();
});

interface Reply {
  readonly status: number;
  readonly codes: readonly unknown[];
  readonly messages: readonly string[];
}

/** Every answer that tells of a fault is JSON with codes of the closed list, and gives nothing away. */
async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text();
  expect(response.headers.get("content-type"), text).toMatch(/json/);
  const { errors } = JSON.parse(text);
  expect(errors.length).toBeGreaterThan(0);
  for (const { message, extensions, ...rest } of errors) {
    expect(message).toEqual(expect.stringMatching(/\S/));
    expect(Object.keys(ERROR_CODES)).toContain(extensions.code);
    expect(extensions).not.toHaveProperty("stacktrace");
    expect(Object.keys(rest).every((key) => ["path", "locations"].includes(key))).toBe(true);
  }
  expectNoLeak(text);
  return {
    status: response.status,
    codes: errors.map((error: { extensions: { code: unknown } }) => error.extensions.code),
    messages: errors.map((error: { message: string }) => error.message),
  };
}

const send = (path: string, init: RequestInit = {}) => fetch(`${server.url}${path}`, init).then(replyOf);

const post = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  send("/graphql", { method: "POST", body, headers: { "content-type": "application/json", ...headers } });

const query = (text: string, variables: Readonly<Record<string, unknown>> = {}) =>
  post(JSON.stringify({ query: text, variables }));

/** Parties of treaties of parties …, `depth` lists deep. */
function nested(depth: number, page: string): string {
  let text = "{ id }";
  for (let level = depth; level > 0; level -= 1) {
    text =
      level % 2
        ? `{ partyTo${page} { nodes ${text} } }`
        : `{ parties${page} { nodes { ... on State ${text} } } }`;
  }
  return `{ state(id: "state:aaa") ${text} }`;
}

// Case 56 and its kind.
describe("documents that are wrong get a validation error at once", () => {
  it.each([
    ["an undefined fragment", "{ ...Nope }"],
    ["an undefined fragment below", "{ states { nodes { ...Nope } } }"],
    ["a fragment of itself", "{ ...A } fragment A on Query { ...A }"],
    [
      "fragments in a circle",
      "{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }",
    ],
    [
      "a circle below a list",
      "{ states { nodes { ...S } } } fragment S on State { partyTo { nodes { parties { nodes { ... on State { ...S } } } } } }",
    ],
    ["a fragment that is not used", "{ states { totalCount } } fragment S on State { id }"],
    ["a fragment on no type", "{ states { nodes { ... on Nope { id } } } }"],
    ["a fragment that can never be", "{ states { nodes { ... on Treaty { id } } } }"],
    ["an unknown field", "{ nope }"],
    ["an unknown argument", "{ states(nope: 1) { totalCount } }"],
    ["an argument of the wrong type", '{ states(first: "x") { totalCount } }'],
    ["a variable that is not declared", "{ state(id: $id) { id } }"],
    ["a field without its fields", "{ states }"],
    ["two answers in one place", '{ state(id: "state:aaa") { id } state(id: "state:bbb") { id } }'],
    ["a type of the service as an operation", "{ __type(name: 5) { name } }"],
    ["no required id", "{ node { id } }"],
    ["an enum that does not exist", '{ states(asOf: "2000-01-01", certainty: MAYBE) { totalCount } }'],
  ])("%s", async (_case, text) => {
    const { codes, status } = await query(text);
    expect(new Set(codes)).toEqual(new Set(["GRAPHQL_VALIDATION_FAILED"]));
    expect(status).toBe(400);
  });
});

it("a subscription is told not to exist", async () => {
  const { codes, messages } = await query("subscription { states { totalCount } }");
  expect(codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  expect(messages[0]).toMatch(/subscription/);
});

describe("documents that cannot be read", () => {
  it.each([
    ["a bracket that stays open", "{ states {"],
    ["no document", "   "],
    ["a comment", "# nothing"],
    ["something else", "SELECT 1"],
    [
      "two thousand fields",
      `{ ${Array.from({ length: 2_000 }, (_, i) => `a${i}: states { totalCount }`).join(" ")} }`,
    ],
    ["ten thousand brackets", "{a".repeat(10_000)],
  ])("%s", async (_case, text) => {
    const { codes, status } = await query(text);
    expect(["GRAPHQL_PARSE_FAILED", "BAD_INPUT"]).toContain(codes[0]);
    expect(status).toBe(400);
  });
});

describe("values that are wrong name the argument", () => {
  it.each<[string, string, Readonly<Record<string, unknown>>, string, RegExp]>([
    [
      "a day that is not in the calendar",
      'query { states(asOf: "2018-02-30") { totalCount } }',
      {},
      "GRAPHQL_VALIDATION_FAILED|BAD_INPUT",
      /2018-02-30/,
    ],
    [
      "the same in a variable",
      "query ($d: Date) { states(asOf: $d) { totalCount } }",
      { d: "2018-02-30" },
      "BAD_INPUT",
      /2018-02-30/,
    ],
    [
      "a day as a number",
      "query ($d: Date) { states(asOf: $d) { totalCount } }",
      { d: 20180611 },
      "BAD_INPUT",
      /quotes/,
    ],
    [
      "a period backwards",
      "query ($d: EDTF) { states(during: $d) { totalCount } }",
      { d: "1991/1987" },
      "BAD_INPUT",
      /before it begins/,
    ],
    [
      "an instant without a zone",
      "query ($d: DateTime) { states(asKnownAt: $d) { totalCount } }",
      { d: "2026-01-01T00:00:00" },
      "BAD_INPUT",
      /2026-01-01T00:00:00Z/,
    ],
    ["a page below nothing", "{ states(first: -1) { totalCount } }", {}, "BAD_INPUT", /first .*0 to 1000/],
    ["a page too large", "{ states(first: 1001) { totalCount } }", {}, "BAD_INPUT", /first .*0 to 1000/],
    [
      "first and last",
      "{ states(first: 1, last: 1) { totalCount } }",
      {},
      "BAD_INPUT",
      /first or last, not both/,
    ],
    ["no id and no code", "{ state { id } }", {}, "BAD_INPUT", /id or code/],
    [
      "an id that is null",
      "query ($id: ID) { state(id: $id) { id } }",
      { id: null },
      "BAD_INPUT",
      /id or code/,
    ],
    ["an id that is left out", "query ($id: ID) { state(id: $id) { id } }", {}, "BAD_INPUT", /id or code/],
    ["a variable that must be there", "query ($id: ID!) { node(id: $id) { id } }", {}, "BAD_INPUT", /id/],
    ["a variable that is a map", "query ($id: ID!) { node(id: $id) { id } }", { id: {} }, "BAD_INPUT", /id/],
    ["a cursor of nothing", '{ states(after: "abc") { nodes { id } } }', {}, "BAD_CURSOR", /cursor/],
    [
      "a cursor too long",
      `{ states(after: "${"a".repeat(5_000)}") { nodes { id } } }`,
      {},
      "BAD_INPUT",
      /cursor/,
    ],
  ])("%s", async (_case, text, variables, code, message) => {
    const { codes, messages } = await query(text, variables);
    expect(codes[0]).toMatch(new RegExp(`^(${code})$`));
    expect(messages[0]).toMatch(message);
  });
});

describe("operations that ask for too much", () => {
  it.each([
    ["too deep", nested(20, "(first: 1)")],
    ["too many rows", nested(3, "(first: 1000)")],
    ["too many rows by usual pages", nested(6, "")],
    [
      "too many root fields",
      `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: states(first: ${i}) { totalCount }`).join(" ")} }`,
    ],
  ])("%s", async (_case, text) => {
    const { codes, messages } = await query(text);
    expect(codes[0]).toBe("QUERY_TOO_LARGE");
    expect(messages[0]).toMatch(/\d/);
  });
});

describe("bodies that are no request", () => {
  it.each<[string, string]>([
    ["nothing", ""],
    ["half of a JSON", '{"query": "{'],
    ["a word", "states"],
    ["a text", '"{ states { totalCount } }"'],
    ["a number", "5"],
    ["null", "null"],
    ["a list", "[]"],
    ["a list of requests", '[{"query":"{ __typename }"}]'],
    ["no query", "{}"],
    ["an empty query", '{"query":""}'],
    ["a query that is a number", '{"query":5}'],
    ["variables that are a text", '{"query":"{ __typename }","variables":"x"}'],
    ["variables that are a list", '{"query":"{ __typename }","variables":[]}'],
    ["an operation that is not there", '{"query":"query A { __typename }","operationName":"B"}'],
    ["an operation that is not named", '{"query":"query A { __typename } query B { __typename }"}'],
    ["a polluted prototype", '{"__proto__":{"query":"{ __typename }"}}'],
  ])("%s", async (_case, body) => {
    const { status, codes } = await post(body);
    expect(status).toBe(400);
    expect(codes).toEqual(["BAD_INPUT"]);
  });

  it("a body that is too large says so", async () => {
    const { status, codes, messages } = await post(JSON.stringify({ query: "x".repeat(25_000_000) }));
    expect(status).toBe(413);
    expect(codes).toEqual(["QUERY_TOO_LARGE"]);
    expect(messages[0]).toMatch(/too large/);
  });

  it("a small body that unpacks to a large one, too", async () => {
    const bomb = gzipSync(JSON.stringify({ query: "x".repeat(25_000_000) }));
    expect((await post(bomb, { "content-encoding": "gzip" })).status).toBe(413);
  });

  it.each([
    ["a packing that is none", { "content-encoding": "gzip" }],
    ["an unknown packing", { "content-encoding": "zip" }],
    ["an unknown character set", { "content-type": "application/json; charset=klingon" }],
    ["another type", { "content-type": "text/plain" }],
    ["a form", { "content-type": "application/x-www-form-urlencoded" }],
    ["parts", { "content-type": "multipart/form-data; boundary=x" }],
  ])("%s", async (_case, headers) => {
    const { status, codes } = await post('{"query":"{ __typename }"}', headers);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(codes).toEqual(["BAD_INPUT"]);
  });
});

describe("ways to ask that do not exist", () => {
  const mutation = encodeURIComponent('mutation { applyBundle(bundle: "bundle: 1") { created } }');

  it("a mutation by GET is refused, even with the key, and nothing is written", async () => {
    const before = await snapshot(database);
    const headers = { "x-pactgraph-key": TEST_WRITE_KEY };
    const { status, codes, messages } = await send(`/graphql?query=${mutation}`, { headers });
    expect(status).toBe(405);
    expect(codes).toEqual(["BAD_INPUT"]);
    expect(messages[0]).toMatch(/GET|POST/);
    expect(await snapshot(database)).toEqual(before);
  });

  it.each(["PUT", "DELETE", "PATCH"])("%s is refused", async (method) => {
    const { status, codes } = await send("/graphql", { method });
    expect(status).toBe(405);
    expect(codes).toEqual(["BAD_INPUT"]);
  });

  it("GET without a query, or with variables that are no JSON", async () => {
    expect(await send("/graphql")).toMatchObject({ status: 400, codes: ["BAD_INPUT"] });
    const query = encodeURIComponent("{ __typename }");
    expect(await send(`/graphql?query=${query}&variables={`)).toMatchObject({
      status: 400,
      codes: ["BAD_INPUT"],
    });
    expect(await send(`/graphql?query=${query}&query=${query}`)).toMatchObject({
      status: 400,
      codes: ["BAD_INPUT"],
    });
  });

  it.each([
    "/nope",
    "/graphql/nope",
    "/livez/nope",
    "/..%2f..%2fetc%2fpasswd",
    "/.env",
    "/seed/00-background.yaml",
    "/a%20b<script>",
  ])("%s is not found", async (path) => {
    const { status, codes, messages } = await send(path);
    expect(status).toBe(404);
    expect(codes).toEqual(["NOT_FOUND"]);
    expect(messages[0]).toMatch(/\/graphql/);
  });

  it("an address that cannot be read", async () => {
    expect((await send("/%E0%A4%A")).status).toBeLessThan(500);
    expect((await send("/graphql?query=%E0%A4%A")).status).toBeLessThan(500);
  });
});

it("after all that the service answers as ever", async () => {
  const response = await fetch(
    `${server.url}/graphql?query=${encodeURIComponent("{ states { totalCount } }")}`,
  );
  expect(await response.json()).toEqual({ data: { states: { totalCount: 2 } } });
});

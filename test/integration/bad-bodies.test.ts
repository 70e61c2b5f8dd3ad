import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { BASE, load, snapshot } from "../fixtures/graph.js";
import { refusedBy } from "../fixtures/requests.js";
import { emptyDatabase } from "../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;
const { post, send } = refusedBy(() => server);

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, BASE);
});

describe("an invalid request body", () => {
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
  ])("is rejected: %s", async (_case, body) => {
    const { status, codes } = await post(body);
    expect(status).toBe(400);
    expect(codes).toEqual(["BAD_INPUT"]);
  });

  it("is rejected with a message if it is too large", async () => {
    const { status, codes, messages } = await post(JSON.stringify({ query: "x".repeat(25_000_000) }));
    expect(status).toBe(413);
    expect(codes).toEqual(["QUERY_TOO_LARGE"]);
    expect(messages[0]).toMatch(/too large/);
  });

  it("is rejected if it is too large after decompression", async () => {
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
  ])("is rejected for its headers: %s", async (_case, headers) => {
    const { status, codes } = await post('{"query":"{ __typename }"}', headers);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(codes).toEqual(["BAD_INPUT"]);
  });
});

describe("an unsupported request", () => {
  const mutation = encodeURIComponent('mutation { applyBundle(bundle: "bundle: 1") { created } }');

  it("is rejected if it is a mutation by GET, even with the key", async () => {
    const before = await snapshot(database);
    const headers = { "x-pactgraph-key": TEST_WRITE_KEY };
    const { status, codes, messages } = await send(`/graphql?query=${mutation}`, { headers });
    expect(status).toBe(405);
    expect(codes).toEqual(["BAD_INPUT"]);
    expect(messages[0]).toMatch(/GET|POST/);
    expect(await snapshot(database)).toEqual(before);
  });

  it.each(["PUT", "DELETE", "PATCH"])("is rejected if its method is %s", async (method) => {
    const { status, codes } = await send("/graphql", { method });
    expect(status).toBe(405);
    expect(codes).toEqual(["BAD_INPUT"]);
  });

  it("is rejected if it is a GET without a query or with malformed variables", async () => {
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
  ])("is not found at %s", async (path) => {
    const { status, codes, messages } = await send(path);
    expect(status).toBe(404);
    expect(codes).toEqual(["NOT_FOUND"]);
    expect(messages[0]).toMatch(/\/graphql/);
  });

  it("is rejected without a server error if its address is malformed", async () => {
    expect((await send("/%E0%A4%A")).status).toBeLessThan(500);
    expect((await send("/graphql?query=%E0%A4%A")).status).toBeLessThan(500);
  });
});

it("the service still answers valid requests after invalid ones", async () => {
  const response = await fetch(
    `${server.url}/graphql?query=${encodeURIComponent("{ states { totalCount } }")}`,
  );
  expect(await response.json()).toMatchObject({ data: { states: { totalCount: 2 } } });
});

import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { BASE, load } from "../fixtures/graph.js";
import { refusedBy } from "../fixtures/requests.js";
import { emptyDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;
const { query } = refusedBy(() => server);

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, BASE);
});

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
describe("an invalid document", () => {
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
  ])("is rejected by validation: %s", async (_case, text) => {
    const { codes, status } = await query(text);
    expect(new Set(codes)).toEqual(new Set(["GRAPHQL_VALIDATION_FAILED"]));
    expect(status).toBe(400);
  });
});

it("a subscription is rejected by the schema", async () => {
  const { codes, messages } = await query("subscription { states { totalCount } }");
  expect(codes).toEqual(["GRAPHQL_VALIDATION_FAILED"]);
  expect(messages[0]).toMatch(/Subscription/);
});

describe("a malformed document", () => {
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
  ])("is rejected: %s", async (_case, text) => {
    const { codes, status } = await query(text);
    expect(["GRAPHQL_PARSE_FAILED", "BAD_INPUT"]).toContain(codes[0]);
    expect(status).toBe(400);
  });
});

describe("an invalid value of an argument", () => {
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
      /A text in the document has 5000 characters; the maximum is 4000/,
    ],
  ])(
    "is rejected with a message that names the argument: %s",
    async (_case, text, variables, code, message) => {
      const { codes, messages } = await query(text, variables);
      expect(codes[0]).toMatch(new RegExp(`^(${code})$`));
      expect(messages[0]).toMatch(message);
    },
  );
});

describe("an operation that exceeds the limits", () => {
  it.each([
    ["too deep", nested(20, "(first: 1)")],
    [
      "too many root fields",
      `{ ${Array.from({ length: 100 }, (_, i) => `a${i}: states(first: ${i}) { totalCount }`).join(" ")} }`,
    ],
  ])("is rejected: %s", async (_case, text) => {
    const { codes, messages } = await query(text);
    expect(codes[0]).toBe("QUERY_TOO_LARGE");
    expect(messages[0]).toMatch(/\d/);
  });
});

it("the service still answers valid requests after rejected ones", async () => {
  const response = await fetch(
    `${server.url}/graphql?query=${encodeURIComponent("{ states { totalCount } }")}`,
  );
  expect(await response.json()).toMatchObject({ data: { states: { totalCount: 2 } } });
});

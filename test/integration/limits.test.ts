import { once } from "node:events";
import { connect } from "node:net";
import pino from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { startServer } from "../../src/server/app.js";
import { BASE, load } from "../fixtures/graph.js";
import { expectNoLeak } from "../fixtures/leaks.js";
import { ask } from "../support/ask.js";
import { emptyDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, BASE);
});

/** A refusal takes 50 ms; a machine may be much slower on a bad day. The best of some tries counts. */
const MAX_MS = 50 * 30;
const TRIES = 3;

const times = (number: number, text: (index: number) => string, separator = " ") =>
  Array.from({ length: number }, (_, index) => text(index)).join(separator);
const json = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
const NODE = "query ($x: ID!) { node(id: $x) { id } }";
const NODES = "query ($x: [ID!]!) { nodes(ids: $x) { id } }";
const WHERE = "query ($x: StateWhere) { states(where: $x) { totalCount } }";
const PATH = `query ($x: [Via!]) { path(from: "state:aaa", to: "state:bbb", via: $x) { __typename } }`;

function deep(depth: number): string {
  let text = "{ totalCount }";
  for (let level = 0; level < depth; level += 1)
    text = level % 2 ? `{ nodes { ... on State { partyTo ${text} } } }` : `{ nodes { parties ${text} } }`;
  return `{ state(id: "state:aaa") { partyTo ${text} } }`;
}

function negated(depth: number): object {
  let where: object = { id: { eq: "state:aaa" } };
  for (let level = 0; level < depth; level += 1) where = { not: where };
  return where;
}

/** What is refused, with the status and what the message must tell: the limit. */
const REFUSED: readonly (readonly [what: string, body: string | Buffer, status: number, message: RegExp])[] =
  [
    ["a body of more than 1 MB", json("{ __typename }", { x: "a".repeat(1_100_000) }), 413, /1 MB|too large/],
    ["5,001 tokens", json(`{ ${times(2_500, () => "__typename x: __typename")} }`), 400, /5000|5,000|token/i],
    ["101 aliases", json(`{ state(id: "x") { ${times(101, (i) => `a${i}: id`)} } }`), 400, /100 aliases/],
    [
      "101 aliases of the introspection",
      json(`{ ${times(101, (i) => `a${i}: __typename`)} }`),
      400,
      /100 aliases/,
    ],
    [
      "aliases that are spread",
      json(
        `{ ${times(3, (i) => `s${i}: states { ...F }`)} } fragment F on StateConnection { ${times(101, (i) => `a${i}: totalCount`)} }`,
      ),
      400,
      /100 aliases/,
    ],
    ["31 root fields", json(`{ ${times(31, (i) => `a${i}: state(id: "state:a${i}") { id }`)} }`), 200, /30/],
    ["lists nested nine times", json(deep(9)), 200, /8/],
    [
      "10,001 items",
      json(NODES, { x: Array.from({ length: 10_001 }, (_, i) => `state:${i}`) }),
      400,
      /10001|maximum/,
    ],
    [
      "301 hops",
      json(PATH, { x: Array.from({ length: 301 }, () => ({ type: "PARTY_TO" })) }),
      400,
      /301|maximum/,
    ],
    ["a text of 4,001 characters", json(NODE, { x: "a".repeat(4_001) }), 400, /4000/],
    ["a literal of 4,001 characters", json(`{ node(id: "${"a".repeat(4_001)}") { id } }`), 400, /4000/],
    ["conditions nested 301 times", json(WHERE, { x: negated(301) }), 400, /300 levels/],
    [
      "301 conditions",
      json(WHERE, { x: { or: Array.from({ length: 301 }, () => ({ id: { eq: "x" } })) } }),
      400,
      /maximum is 300/,
    ],
    ["a page of 1,001", json("{ states(first: 1001) { nodes { id } } }"), 200, /1000/],
    [
      "invalid UTF-8",
      Buffer.from([
        ...Buffer.from('{"query":"{ node(id: \\"'),
        0xff,
        0xfe,
        ...Buffer.from('\\") { id } }"}'),
      ]),
      400,
      /UTF-8/,
    ],
    ["NUL in a text", json(NODE, { x: "state:\u0000" }), 400, /NUL|control|U\+0000/],
    [
      "half of a surrogate pair",
      `{"query":${JSON.stringify(NODE)},"variables":{"x":"state:\\ud800"}}`,
      400,
      /surrogate/,
    ],
  ];

describe("a request at the limits", () => {
  it.each(REFUSED)(
    "is rejected at once with the limit and without database work: %s",
    async (_what, body, status, message) => {
      const asked = database.work.statements;
      const durations: number[] = [];
      for (let time = 0; time < TRIES; time += 1) {
        const start = performance.now();
        const response = await fetch(`${server.url}/graphql`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            accept: "application/graphql-response+json, application/json;q=0.5",
          },
          body: typeof body === "string" ? body : new Uint8Array(body),
        });
        const text = await response.text();
        durations.push(performance.now() - start);
        expect(response.status, text).toBe(status);
        const { errors } = JSON.parse(text);
        expect(errors[0].message).toMatch(message);
        expect(["BAD_INPUT", "QUERY_TOO_LARGE", "GRAPHQL_PARSE_FAILED"]).toContain(errors[0].extensions.code);
        expectNoLeak(text);
      }
      expect(Math.min(...durations)).toBeLessThan(MAX_MS);
      expect(database.work.statements - asked).toBe(0);
    },
  );

  it("has at most ten errors in its answer", async () => {
    for (const query of [
      `{ ${times(40, (i) => `nonsense${i}`)} }`,
      `{ ${times(25, (i) => `a${i}: states(first: ${2_000 + i}) { totalCount }`)} }`,
    ]) {
      const { errors = [] } = await ask(server, query);
      expect(errors.length).toBeGreaterThan(0);
      expect(errors.length).toBeLessThanOrEqual(10);
    }
  });

  it("is accepted just within the limits", async () => {
    for (const body of [
      json(`{ state(id: "state:aaa") { ${times(100, (i) => `a${i}: id`)} } }`),
      json(NODES, { x: Array.from({ length: 1_000 }, (_, i) => `state:${i}`) }),
      json(NODE, { x: "state:é😀" }),
    ]) {
      const response = await fetch(`${server.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
      });
      const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
      expect(errors.filter(({ extensions }) => extensions.code !== "BAD_INPUT")).toEqual([]);
    }
  });
});

describe("a client that sends slowly", () => {
  it.each([
    ["its headers", "POST /graphql HTTP/1.1\r\nhost: x\r\n"],
    [
      "its body",
      'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n{"qu',
    ],
  ])("gets 408 and is disconnected while sending %s", async (_what, head) => {
    const log = pino({ level: "silent" });
    const slow = await startServer({
      ...{ host: "127.0.0.1", port: 0, database, writeKey: undefined, page: undefined, log },
      ...{ limits: DEFAULT_LIMITS, receiveMs: 600 },
    });
    const socket = connect(Number(new URL(slow.url).port), "127.0.0.1");
    let answer = "";
    socket.on("data", (data) => {
      answer += data.toString();
    });
    socket.write(head);
    await once(socket, "close");
    await slow.stop();
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(JSON.parse(answer.slice(answer.indexOf("\r\n\r\n")))).toMatchObject({
      errors: [{ message: expect.stringMatching(/30 seconds/) }],
    });
  });
});

import { ApolloServer } from "@apollo/server";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { Neo4jError } from "neo4j-driver";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { ERROR_CODES, PactError } from "../../../src/errors.js";
import { errorFormatter, INTERNAL_MESSAGE } from "../../../src/server/errors.js";

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly err?: { readonly message: string; readonly stack: string };
}

const WARN = 40;
const ERROR = 50;

/** What a request to a field is answered whose resolver does this, and what the log says. */
async function ask(
  resolve: () => unknown,
  request: Parameters<ApolloServer["executeOperation"]>[0] = { query: "{ value }" },
): Promise<{ error: GraphQLFormattedError; log: readonly Line[] }> {
  const log: Line[] = [];
  const logger = pino({ level: "trace" }, { write: (line: string) => log.push(JSON.parse(line)) });
  const server = new ApolloServer({
    typeDefs: "type Query { value: String, sure: String!, day(of: Int!): String }",
    resolvers: { Query: { value: resolve, sure: resolve } },
    formatError: errorFormatter(logger),
    // Apollo would show the stack: it must not get past the formatter.
    includeStacktraceInErrorResponses: true,
  });
  try {
    const { body } = await server.executeOperation(request);
    if (body.kind !== "single") throw new Error("One answer is expected.");
    const [error, ...others] = body.singleResult.errors ?? [];
    if (!error || others.length) throw new Error("One error is expected.");
    return { error, log };
  } finally {
    await server.stop();
  }
}

const throwing = (error: unknown) => () => {
  throw error;
};
const nothing = () => null;

describe("an unexpected error", () => {
  it("is masked: its message and stack do not leave the server", async () => {
    const { error } = await ask(throwing(new Error("no route to bolt://10.0.0.5:7687")));
    expect(error).toEqual({
      message: INTERNAL_MESSAGE,
      locations: [{ line: 1, column: 3 }],
      path: ["value"],
      extensions: { code: "INTERNAL" },
    });
  });

  it("is logged with its message and stack", async () => {
    const { log } = await ask(throwing(new Error("no route to host")));
    expect(log).toHaveLength(1);
    expect(log[0]).toMatchObject({ level: ERROR, err: { message: "no route to host" } });
    expect(log[0]?.err?.stack).toContain("errors.test.ts");
  });

  it("is masked if the database rejects our Cypher", async () => {
    const words = "Invalid input 'MTCH': MTCH (n:State) RETURN n";
    const { error } = await ask(
      throwing(new Neo4jError(words, "Neo.ClientError.Statement.SyntaxError", "", "")),
    );
    expect(error.extensions).toEqual({ code: "INTERNAL" });
    expect(JSON.stringify(error)).not.toMatch(/MTCH|Neo\./);
  });

  it("is masked if its code is INTERNAL", async () => {
    const { error, log } = await ask(throwing(new PactError("INTERNAL", "No edge type X.", { secret: 1 })));
    expect(error).toMatchObject({ message: INTERNAL_MESSAGE, extensions: { code: "INTERNAL" } });
    expect(JSON.stringify(error)).not.toMatch(/edge type|secret/);
    expect(log.map(({ level }) => level)).toEqual([ERROR]);
  });

  it("is masked if a required value is missing", async () => {
    const { error } = await ask(nothing, { query: "{ sure }" });
    expect(error).toMatchObject({
      message: INTERNAL_MESSAGE,
      path: ["sure"],
      extensions: { code: "INTERNAL" },
    });
  });

  it("is masked if its code is unknown", async () => {
    const { error } = await ask(throwing(new GraphQLError("odd", { extensions: { code: "TEAPOT" } })));
    expect(error).toMatchObject({ message: INTERNAL_MESSAGE, extensions: { code: "INTERNAL" } });
  });

  it("is masked if another library gives it a code like ours", async () => {
    const foreign = Object.assign(new Error("socket at 10.0.0.5"), { extensions: { code: "FORBIDDEN" } });
    const { error } = await ask(throwing(foreign));
    expect(error).toMatchObject({ message: INTERNAL_MESSAGE, extensions: { code: "INTERNAL" } });
  });

  it("is masked if the thrown value is not an error", async () => {
    const { error } = await ask(throwing("bolt://10.0.0.5"));
    expect(error).toMatchObject({ message: INTERNAL_MESSAGE, extensions: { code: "INTERNAL" } });
  });
});

describe("an intended error", () => {
  it("is answered with its code, its message, its details and its path, but without a stack", async () => {
    const { error, log } = await ask(
      throwing(new PactError("NOT_UNIQUE", "INF fits several nodes.", { candidates: ["a", "b"] })),
    );
    expect(error).toEqual({
      message: "INF fits several nodes.",
      locations: [{ line: 1, column: 3 }],
      path: ["value"],
      extensions: { code: "NOT_UNIQUE", candidates: ["a", "b"] },
    });
    expect(log).toEqual([]);
  });

  it("does not reveal its cause", async () => {
    const cause = new Error("MATCH (n) at bolt://10.0.0.5");
    const { error } = await ask(throwing(new PactError("QUERY_TIMEOUT", "Ask for less.", {}, { cause })));
    expect(error).toMatchObject({ message: "Ask for less.", extensions: { code: "QUERY_TIMEOUT" } });
    expect(JSON.stringify(error)).not.toMatch(/MATCH|bolt/);
  });

  it("is logged as a warning if the database does not answer", async () => {
    const { error, log } = await ask(throwing(new PactError("DATABASE_UNAVAILABLE", "Try again shortly.")));
    expect(error).toMatchObject({
      message: "Try again shortly.",
      extensions: { code: "DATABASE_UNAVAILABLE" },
    });
    expect(log.map(({ level, msg }) => ({ level, msg }))).toEqual([
      { level: WARN, msg: "database unavailable" },
    ]);
  });

  it("keeps its code inside a GraphQL error", async () => {
    const { error } = await ask(
      throwing(new GraphQLError("first must be a whole number.", { extensions: { code: "BAD_INPUT" } })),
    );
    expect(error).toMatchObject({
      message: "first must be a whole number.",
      extensions: { code: "BAD_INPUT" },
    });
  });
});

describe("a request that GraphQL rejects", () => {
  it.each([
    { what: "is no GraphQL", request: { query: "{ value" }, code: "GRAPHQL_PARSE_FAILED" },
    { what: "does not fit the schema", request: { query: "{ vale }" }, code: "GRAPHQL_VALIDATION_FAILED" },
    {
      what: "asks for a kind of operation that there is not",
      request: { query: "mutation { value }" },
      code: "GRAPHQL_VALIDATION_FAILED",
    },
    {
      what: "gives a variable a value of another type",
      request: { query: "query ($n: Int!) { day(of: $n) }", variables: { n: "Monday" } },
      code: "BAD_INPUT",
    },
    {
      what: "names an operation that it does not have",
      request: { query: "query A { value }", operationName: "B" },
      code: "BAD_INPUT",
    },
    {
      what: "sends the hash of a query in place of the query",
      request: { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
      code: "PERSISTED_QUERY_NOT_FOUND",
    },
  ])("has the code $code if it $what", async ({ request, code }) => {
    const { error, log } = await ask(nothing, request);
    expect(error.extensions).toEqual({ code });
    expect(Object.keys(ERROR_CODES)).toContain(code);
    expect(error.message).not.toBe(INTERNAL_MESSAGE);
    expect(log).toEqual([]);
  });

  it("gets the position of the error in the document", async () => {
    const { error } = await ask(nothing, { query: "{\n  vale\n}" });
    expect(error.message).toContain("vale");
    expect(error.locations).toEqual([{ line: 2, column: 3 }]);
  });
});

import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { buildCli } from "../fixtures/cli.js";
import { bundledDatabase } from "../support/database.js";
import { testLogin } from "../support/login.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  ({ server } = service);
});

const client = new Client({ name: "test", version: "1" });

beforeAll(() => client.connect(new StreamableHTTPClientTransport(new URL(`${server.url}/mcp`))));
afterAll(() => client.close());

/** The text of the answer of a tool, and whether it is an error. */
async function called(name: string, given: Readonly<Record<string, unknown>> = {}, from = client) {
  const { content, isError } = await from.callTool({ name, arguments: { ...given } });
  const [part] = Array.isArray(content) ? content : [];
  return { text: String(part?.text), isError: isError === true };
}

async function answerOf(name: string, given: Readonly<Record<string, unknown>> = {}, from = client) {
  const { text, isError } = await called(name, given, from);
  expect(isError, text).toBe(false);
  return JSON.parse(text);
}

describe("an assistant over HTTP", () => {
  it("sees only tools that read, with their descriptions", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      ...["search", "read", "list_questions", "ask", "query", "schema", "cite"],
    ]);
    for (const { description, annotations } of tools) {
      expect(description?.length).toBeGreaterThan(20);
      expect(annotations?.readOnlyHint).toBe(true);
    }
    expect(client.getInstructions()).toMatch(/Every statement has a source/);
  });

  it("finds a treaty by its Russian abbreviation and reads it with the sources of its acts", async () => {
    const found = await answerOf("search", { text: "РСМД", types: ["Treaty"] });
    const [first] = found.data.search.edges;
    expect(first.node).toMatchObject({ __typename: "Treaty", id: "treaty:inf-1987" });
    const { data, sources } = await answerOf("read", { id: first.node.id });
    expect(data).toMatchObject({
      properties: { signed: "1987-12-08" },
      address: `${server.url}/id/treaty:inf-1987`,
    });
    const parties = data.relations.find(({ field }: { field: string }) => field === "parties");
    for (const { source } of parties.edges)
      expect(sources.map(({ id }: { id: string }) => id)).toContain(source.id);
  });

  it("gets sources, certainty and coverage for any query", async () => {
    const query = `query ($day: Date) { treaty(id: "treaty:inf-1987") { parties(asOf: $day) { edges { node { id } } }
      signatories { nodes { id } } } }`;
    const { data, remarks, sources } = await answerOf("query", { query, variables: { day: "2000-01-01" } });
    const { parties, signatories } = data.treaty;
    expect(parties.pactCoverage.completeness).toMatch(/COMPLETE|PARTIAL/);
    expect(parties.edges.length).toBeGreaterThan(1);
    for (const edge of parties.edges) {
      expect(edge.pactHolds).toMatch(/CERTAIN|POSSIBLE/);
      expect(sources.map(({ id }: { id: string }) => id)).toContain(edge.pactSource.id);
    }
    expect(signatories.pactEdges).toHaveLength(signatories.nodes.length);
    expect(remarks.dataRevision).toMatch(/^\d{4}-/);
  });

  it.each([
    ['{ treaty(id: "treaty:inf-1987") { parties(asof: "1980-01-01") { nodes { id } } } }', /asof/],
    ['{ treaties(where: {nam: {eq: "x"}}) { totalCount } }', /nam/],
    ['{ treaty(id: "treaty:inf-1987") { parties(asOf: $day) { totalCount } } }', /\$day.*not defined/],
    ['{ treaty(id: "treaty:inf-1987") { nothing } }', /nothing/],
  ])("gets an error that explains %s", async (query, reason) => {
    const { text, isError } = await called("query", { query });
    expect(isError).toBe(true);
    expect(text).toMatch(/GRAPHQL_VALIDATION_FAILED/);
    expect(text).toMatch(reason);
  });

  it("gets an error for an unknown variable of a stored question", async () => {
    const [{ name }] = await answerOf("list_questions");
    const { text, isError } = await called("ask", { name, variables: { dya: "1990-01-01" } });
    expect(isError).toBe(true);
    expect(text).toMatch(/has no variable "dya"/);
  });

  it("gets a remark on relations that are not recorded", async () => {
    const query = "{ topics(first: 1) { nodes { id parts { nodes { id } } } } }";
    const { remarks } = await answerOf("query", { query });
    expect(JSON.stringify(remarks)).toMatch(/Nothing is recorded for parts/);
  });

  it("can list stored questions and ask one", async () => {
    const questions = await answerOf("list_questions");
    const one = questions.find(({ name }: { name: string }) => name === "09-parties-on-a-day");
    expect(Object.keys(one.variables).length).toBeGreaterThan(0);
    const { data } = await answerOf("ask", { name: one.name, variables: one.variables });
    expect(JSON.stringify(data)).toContain("pactSource");
  });

  it("can read the schema and cite sources", async () => {
    expect((await called("schema", { type: "Treaty" })).text).toContain("type Treaty implements");
    const { citation, sources } = await answerOf("cite", { sources: ["source:background"] });
    expect(citation.address).toBe(server.url);
    expect(sources).toHaveLength(1);
  });

  it.each([
    ["a mutation", "query", { query: 'mutation { retract(source: "source:a", reason: "x") { retracted } }' }],
    ["text that is no query", "query", { query: "{ treaty(" }],
    ["a field that is not there", "query", { query: "{ treaties { nodes { nothing } } }" }],
    ["a node that is not there", "read", { id: "treaty:none" }],
    ["a question that is not there", "ask", { name: "none" }],
    ["a type that is not there", "schema", { type: "Treatys" }],
    ["a query that is too dear", "query", { query: dearQuery() }],
  ])("gets an error for %s", async (_what, name, given) => {
    const { text, isError } = await called(name, given);
    expect(isError).toBe(true);
    expect(text).toMatch(/^[A-Z_]+: .+/);
    expect(text).not.toMatch(/ at .*\.js:|MATCH \(/);
  });
});

function dearQuery() {
  const deep = (levels: number): string =>
    levels ? `nodes { id participated { nodes { participants { ${deep(levels - 1)} } } } }` : "nodes { id }";
  return `{ states(first: 1000) { ${deep(6)} } }`;
}

describe("an assistant that starts the program", () => {
  it("asks over standard input and output", async () => {
    await buildCli();
    const { uri, user, password } = testLogin();
    const own = new Client({ name: "test", version: "1" });
    await own.connect(
      new StdioClientTransport({
        command: process.execPath,
        args: [join(packageRoot(), "dist", "cli", "main.js"), "mcp"],
        env: { PATH: process.env.PATH ?? "", NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
        stderr: "ignore",
      }),
      // The database may be slow to answer at first.
      { timeout: 300_000 },
    );
    const { data } = await answerOf("search", { text: "Kazakhstan" }, own);
    expect(data.search.edges[0].node.id).toBe("state:kaz");
    await own.close();
  });
});

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { serverAudits } from "graphql-http";
import { describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { packageRoot } from "../../src/package-root.js";
import { load } from "../fixtures/graph.js";
import { data } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let server: TestServer;
let database: Database;

serveForTests(bundledDatabase, (service) => {
  ({ server, database } = service);
});

const QUERY = '{ treaty(id: "treaty:inf-1987") { name parties { nodes { id name } } } }';
const address = (path: string, query = QUERY) => `${server.url}${path}?${new URLSearchParams({ query })}`;
const PATHS = ["/graphql", "/export/csv"];

interface Raw {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | readonly string[]>;
  readonly body: Buffer;
}

/** A request as it is, without what fetch does by itself. */
function raw(url: string, method: string, headers: Readonly<Record<string, string>> = {}): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on("error", reject);
    sent.end();
  });
}

describe("a page of another origin", () => {
  it.each(PATHS)("may request %s, also with a preflight", async (path) => {
    const headers = { origin: "https://example.org" };
    const answer = await raw(address(path), "GET", headers);
    expect(answer.status).toBe(200);
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.headers["access-control-expose-headers"]).toContain("etag");
    const asked = await raw(`${server.url}${path}`, "OPTIONS", {
      ...headers,
      ...{ "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
    });
    expect(asked.status).toBe(204);
    expect(asked.headers["access-control-allow-methods"]).toContain("POST");
    expect(asked.headers["access-control-allow-headers"]).toBe("content-type");
  });
});

describe("a HEAD request", () => {
  it.each(PATHS)("to %s returns the headers of GET without a body", async (path) => {
    const [get, head] = await Promise.all([raw(address(path), "GET"), raw(address(path), "HEAD")]);
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of ["content-type", "etag"]) expect(head.headers[name]).toBe(get.headers[name]);
  });
});

describe("a client that already has the response", () => {
  it.each(PATHS)("gets 304 for %s until the data changes", async (path) => {
    const url = address(path, `# ${path}\n${QUERY}`);
    const { headers } = await raw(url, "GET");
    const etag = String(headers.etag);
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    const same = await raw(url, "GET", { "if-none-match": `"other", ${etag}` });
    expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag]);
    const other = await raw(address(path, "{ treaties(first: 1) { nodes { id } } }"), "GET", {
      "if-none-match": etag,
    });
    expect(other.status).toBe(200);
    await load(database, {
      source: "source:background",
      nodes: [{ type: "Topic", id: `topic:new-${path.slice(1).replace("/", "-")}`, name: "New topic" }],
      edges: [],
    });
    const changed = await raw(url, "GET", { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it("does not get 304 for errors", async () => {
    const { headers } = await raw(address("/graphql", "{ treaties(first: -1) { nodes { id } } }"), "GET");
    expect(headers.etag).toBeUndefined();
  });
});

it("an answer reports the revision of its data", async () => {
  const { extensions } = JSON.parse((await raw(address("/graphql"), "GET")).body.toString());
  const csv = await raw(address("/export/csv"), "HEAD");
  expect(extensions.dataRevision).toBe(csv.headers["x-pactgraph-revision"]);
});

describe("compression", () => {
  it.each(["gzip", "br"])("uses %s if the client accepts it", async (encoding) => {
    for (const path of ["/graphql", "/export/csv"]) {
      const url = address(path, "{ treaties(first: 200) { nodes { id name } } }");
      const plain = await raw(url, "GET");
      const packed = await raw(url, "GET", { "accept-encoding": encoding });
      expect(plain.headers["content-encoding"]).toBeUndefined();
      expect(packed.headers["content-encoding"]).toBe(encoding);
      expect(packed.body.length).toBeLessThan(plain.body.length / 2);
      expect(await (await fetch(url, { headers: { "accept-encoding": encoding } })).text()).toContain(
        "treaty:",
      );
    }
  });
});

describe("a request with a long address", () => {
  const long = (length: number) =>
    address("/graphql", `# ${"x".repeat(length)}\n{ state(id: "state:kaz") { id } }`);

  it("is accepted up to 40 KB", async () => {
    expect((await raw(long(40_000), "GET")).status).toBe(200);
  });

  it("is rejected at 100 KB with a message", async () => {
    const { status, headers, body } = await raw(long(100_000), "GET");
    expect(status).toBe(431);
    expect(headers["content-type"]).toContain("application/json");
    const [error] = JSON.parse(body.toString()).errors;
    expect(error.extensions.code).toBe("QUERY_TOO_LARGE");
    expect(error.message).toContain("POST");
  });
});

describe("a stored operation", () => {
  const file = "q17-members-each-year";
  const link = (name: string, parameters = {}) =>
    fetch(`${server.url}/export/tsv/${name}?${new URLSearchParams(parameters)}`);

  it("is exported by its name or the hash of its text, with variables from the address", async () => {
    const response = await link(file, { during: "2005/2007" });
    expect(response.headers.get("content-disposition")).toContain(`${file}.tsv`);
    const text = await response.text();
    const periods = new Set(
      text
        .trimEnd()
        .split("\n")
        .slice(1)
        .map((line) => line.split("\t")[1]),
    );
    expect([...periods]).toEqual(["2005", "2006", "2007"]);
    const query = readFileSync(
      join(packageRoot(), "graphql", "examples", "questions", `${file}.graphql`),
      "utf8",
    );
    const hash = createHash("sha256").update(query).digest("hex");
    expect(await (await link(hash, { during: "2005/2007" })).text()).toBe(text);
  });

  it("keeps the variables of its example", async () => {
    const { organization } = await data(
      server,
      '{ organization(id: "org:csto") { members { aggregate { series(by: YEAR, during: "2002/2014", at: END) { period } } } } }',
    );
    const lines = (await (await link(file)).text()).trimEnd().split("\n");
    const first = new Set(lines.slice(1).map((line) => line.split("\t")[1]));
    expect(first.size).toBe(organization.members.aggregate.series.length);
  });

  it.each([
    ["q99-nothing", {}, 404, /no stored operation "q99-nothing".*q17-members-each-year/],
    [file, { year: "2005" }, 400, /no variable "year".*organization, during/],
    [file, { during: "soon" }, 400, /during/],
  ])("is rejected for %s with %j and status %i", async (name, parameters, status, message) => {
    const response = await link(name, parameters);
    expect(response.status).toBe(status);
    const [error] = JSON.parse(await response.text()).errors;
    expect(error.message).toMatch(message);
  });
});

describe("the addresses of linked data", () => {
  const asked = (path: string, accept: string) => raw(`${server.url}${path}`, "GET", { accept });

  it("describe a node as JSON-LD, with its names, its Wikidata id, its acts and their sources", async () => {
    const { status, headers, body } = await asked("/id/treaty:inf-1987", "application/ld+json");
    expect([status, headers["content-type"], headers.vary]).toEqual([
      200,
      expect.stringContaining("application/ld+json"),
      expect.stringMatching(/accept/i),
    ]);
    const graph: readonly Record<string, unknown>[] = JSON.parse(body.toString())["@graph"];
    const at = (id: string) => `${server.url}/id/${id}`;
    const treaty = graph.find((one) => one["@id"] === at("treaty:inf-1987"));
    expect(treaty).toMatchObject({
      "@type": ["pact:Treaty", "schema:Legislation"],
      "pact:signed": "1987-12-08",
    });
    expect(JSON.stringify(treaty?.["skos:altLabel"])).toContain("РСМД");
    const party = graph.find((one) => one["@type"] === "pact:PARTY_TO");
    expect(party).toMatchObject({
      "pact:to": { "@id": at("treaty:inf-1987") },
      "prov:wasDerivedFrom": { "@id": expect.stringContaining("/id/source:") },
    });
  });

  it("lead to the same item in Wikidata", async () => {
    const { body } = await asked("/id/state:kaz", "application/ld+json");
    expect(body.toString()).toContain('"owl:sameAs":{"@id":"http://www.wikidata.org/entity/Q232"}');
  });

  it("describe a node or an assertion as Turtle", async () => {
    const turtle = (await asked("/id/treaty:inf-1987", "text/turtle")).body.toString();
    const [, edge = ""] = /<[^>]*(\/id\/edge:[0-9a-f]+)> a pact:PARTY_TO/.exec(turtle) ?? [];
    const one = await asked(edge, "text/turtle");
    expect(one.status).toBe(200);
    expect(one.body.toString()).toMatch(/a pact:PARTY_TO;\s+pact:from <[^>]+\/id\/state:/);
  });

  it("redirect a browser to the page", async () => {
    const { status, headers } = await asked(
      "/id/treaty:inf-1987",
      "text/html,application/xhtml+xml,*/*;q=0.8",
    );
    expect([status, headers.location]).toEqual([303, "../thing/treaty%3Ainf-1987"]);
  });

  it.each(["/id/treaty:nothing", "/id/nothing", "/id/edge:nothing"])(
    "are not found for unknown ids: %s",
    async (path) => {
      const { status, body } = await asked(path, "application/ld+json");
      expect([status, JSON.parse(body.toString()).errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
    },
  );

  it("describe the vocabulary as RDF and as a page", async () => {
    const turtle = (await asked("/vocabulary", "text/turtle")).body.toString();
    expect(turtle).toContain("rdfs:subClassOf schema:Legislation");
    expect(turtle).toContain(`@prefix pact: <${server.url}/vocabulary#>`);
    const page = await asked("/vocabulary", "text/html");
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.body.toString()).toContain('<h3 id="PARTY_TO">');
  });
});

describe("a persisted query", () => {
  const query = '{ state(id: "state:kaz") { name } }';
  const extensions = JSON.stringify({
    persistedQuery: { version: 1, sha256Hash: createHash("sha256").update(query).digest("hex") },
  });
  const get = async (parameters: Readonly<Record<string, string>>) =>
    JSON.parse(
      (await raw(`${server.url}/graphql?${new URLSearchParams(parameters)}`, "GET")).body.toString(),
    );

  it("is kept after it was sent in full, and found by its hash", async () => {
    const [first] = (await get({ extensions })).errors;
    expect(first.extensions.code).toBe("PERSISTED_QUERY_NOT_FOUND");
    expect((await get({ query, extensions })).data.state.name).toBe("Kazakhstan");
    for (let n = 0; n < 2; n += 1) expect((await get({ extensions })).data.state.name).toBe("Kazakhstan");
  });

  it("is rejected with the hash of another query", async () => {
    const { errors } = await get({ query: "{ __typename }", extensions });
    expect(errors[0].message).toMatch(/sha does not match/);
    expect(errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });
});

describe("/metrics", () => {
  it("counts operations, statements, and responses from the cache", async () => {
    const text = async () => (await raw(`${server.url}/metrics`, "GET")).body.toString();
    const value = (all: string, name: string) =>
      Number(
        all
          .split("\n")
          .find((line) => line.startsWith(`${name} `))
          ?.split(" ")[1],
      );
    const name = 'pactgraph_operations_total{operation="other",code="OK"}';
    const before = await text();
    const unique = `{ state(id: "state:kaz") { name } } # ${Date.now()}`;
    await raw(address("/graphql", unique), "GET");
    await raw(address("/graphql", unique), "GET");
    const after = await text();
    expect(value(after, name)).toBe(value(before, name) + 2);
    expect(value(after, "pactgraph_cache_hits_total")).toBe(value(before, "pactgraph_cache_hits_total") + 1);
    expect(value(after, "pactgraph_statements_total")).toBeGreaterThan(
      value(before, "pactgraph_statements_total"),
    );
    expect(value(after, "pactgraph_import_in_progress")).toBe(0);
    expect(after).toMatch(
      /pactgraph_request_seconds_bucket\{le="0.005",route="\/graphql",status="200"\} \d+/,
    );
  });
});

describe("GraphQL over HTTP", () => {
  it.each(serverAudits({ url: () => `${server.url}/graphql` }))("$id $name", async ({ fn }) => {
    const { status, ...rest } = await fn();
    expect({ status, rest }).toMatchObject({ status: "ok" });
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadLargeBundle } from "../../src/bundle/large.js";
import { loadFiles, loadTexts } from "../../src/bundle/load.js";
import type { Database } from "../../src/db/database.js";
import { backupLines } from "../../src/export/backup.js";
import { contentHash } from "../../src/export/content-hash.js";
import { discardStaging } from "../../src/record/staging/staging.js";
import { BREAKS, BrokenOff, breaking, problem } from "../fixtures/import/leagues.js";
import { type Answer, data } from "../support/ask.js";
import { bundledDatabase, emptyOut } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  ({ database, server } = service);
});

const get = (format: string, query: string, variables?: object) => {
  const search = new URLSearchParams({
    query,
    ...(variables ? { variables: JSON.stringify(variables) } : {}),
  });
  return fetch(`${server.url}/export/${format}?${search}`);
};
const post = (format: string, body: unknown) =>
  fetch(`${server.url}/export/${format}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
const rowsOf = async (response: Response) =>
  (await response.text())
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
    .flatMap((line) => line.row ?? []);

describe("an export", () => {
  it("contains all rows of a list of many pages once, in the requested order", async () => {
    const rows = await rowsOf(await get("ndjson", "{ nameEntries { nodes { id } } }"));
    const { nameEntries } = await data(server, "{ nameEntries { totalCount } }");
    expect(nameEntries.totalCount).toBeGreaterThan(1_000);
    expect(rows).toHaveLength(nameEntries.totalCount);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  });

  it("contains the edges of a connection with their source and direction", async () => {
    const query = `query ($day: Date) { treaty(id: "treaty:npt-1968") { parties(asOf: $day) { edges { validFrom node { id } } } } }`;
    const rows = await rowsOf(await post("ndjson", { query, variables: { day: "2000-01-01" } }));
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:npt-1968") { parties(asOf: "2000-01-01", first: 1000) { totalCount edges { id validFrom source { id } node { id } } } } }`,
    );
    expect(rows).toEqual(
      treaty.parties.edges.map(({ id, source, ...edge }: { id: string; source: { id: string } }) => ({
        ...edge,
        ...{ "pact:edge": id, "pact:source": source.id },
      })),
    );
    const turtle = await (await post("ttl", { query, variables: { day: "2000-01-01" } })).text();
    expect(turtle).toMatch(/pact:from <[^>]*\/id\/state:[a-z]+>;\s+pact:to <[^>]*\/id\/treaty:npt-1968>/);
  });

  it("contains all selected columns of nodes of any type, values and coverage", async () => {
    const cells = async (query: string) =>
      (await (await get("tsv", query)).text())
        .trimEnd()
        .split("\n")
        .map((line) => line.split("\t"));
    const [head, first] = await cells(
      '{ treaty(id: "treaty:inf-1987") { name parties(first: 1) { nodes { id name } } } }',
    );
    expect(head).toEqual(["treaty.name", "id", "name", "pact:edge", "pact:source"]);
    expect(first?.[1]).toMatch(/^state:/);
    const [columns, ...groups] = await cells(
      '{ states { aggregate { groups(by: [{ path: "region" }]) { keys count } } } }',
    );
    const { states } = await data(
      server,
      '{ states { aggregate { groups(by: [{ path: "region" }]) { keys count } } } }',
    );
    expect(columns).toEqual(["keys", "count"]);
    expect(groups.map(([, count]) => Number(count))).toEqual(
      states.aggregate.groups.map(({ count }: { count: number }) => count),
    );
    const [ofChanges, change] = await cells(
      `{ changes(first: 2, since: "2020-01-01T00:00:00Z") { edges { kind } } }`,
    );
    expect(ofChanges).toEqual(["kind", "pact:edge", "pact:source"]);
    expect(change?.[2]).toMatch(/^source:/);
    const asserted = await (
      await get("ttl", '{ source(id: "source:background") { asserted(first: 3) { edges { type } } } }')
    ).text();
    expect(asserted).not.toContain("undefined");
    expect(await cells("{ treaties(first: 7) { nodes { id } } }")).toHaveLength(8);
    const route = `path(from: "state:kaz", to: "state:usa", via: [{ type: PARTY_TO }], maxHops: 4`;
    expect(await cells(`{ ${route}, first: 2) { status paths { length } } }`)).toHaveLength(3);
    const { treaty } = await data(
      server,
      '{ treaty(id: "treaty:inf-1987") { reportedBy(first: 100) { nodes { id } } } }',
    );
    const sources = new Set(treaty.reportedBy.nodes.map(({ id }: { id: string }) => id));
    const [ids, kaz, inf] = await cells('{ nodes(ids: ["state:kaz", "treaty:inf-1987"]) { id name } }');
    expect(ids).toEqual(["id", "name", "pact:sources"]);
    expect(kaz?.slice(0, 2)).toEqual(["state:kaz", "Kazakhstan"]);
    expect(new Set(inf?.[2]?.split("; "))).toEqual(sources);
    const [matches, best] = await cells(
      '{ search(text: "INF Treaty", first: 1) { edges { match node { id } } } }',
    );
    expect(matches).toEqual(["match", "node.id", "pact:sources"]);
    expect(best?.slice(0, 2)).toEqual(["EXACT", "treaty:inf-1987"]);
    expect(new Set(best?.[2]?.split("; "))).toEqual(sources);
    const around = await (
      await get("graphml", '{ neighbourhood(ids: ["treaty:inf-1987"], hops: 1) { edges { type } } }')
    ).text();
    expect(around).toContain('attr.name="pact:type"');
  });

  it("names the sources of the nodes of a list", async () => {
    const [row] = await rowsOf(
      await get("ndjson", '{ treaties(where: { id: { eq: "treaty:inf-1987" } }) { nodes { id } } }'),
    );
    const { treaty } = await data(
      server,
      '{ treaty(id: "treaty:inf-1987") { reportedBy(first: 100) { nodes { id } } } }',
    );
    expect(row["pact:sources"]).toEqual([
      ...new Set(treaty.reportedBy.nodes.map(({ id }: { id: string }) => id)),
    ]);
    expect(row["pact:sources"]).toContain("source:background");
  });

  it("contains the links of a network with the names of both ends", async () => {
    const query =
      '{ network(projection: SHARED_TREATIES, asOf: "2005-01-01", with: ["state:kaz"]) { links { weight } } }';
    const text = await (await get("gexf", query)).text();
    const { network } = await data(server, query.replace("weight", "weight from to"));
    expect(text.match(/<edge /g)).toHaveLength(network.links.length);
    expect(text).toContain('<node id="state:kaz" label="Kazakhstan">');
  });

  it("contains the citation, in a header where the file cannot hold it", async () => {
    const response = await get("csv", "{ organizations { nodes { id name } } }");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const citation = JSON.parse(decodeURIComponent(response.headers.get("x-pactgraph-citation") ?? ""));
    expect(citation.query).toBe("{ organizations { nodes { id name } } }");
    expect(Date.parse(citation.revision)).toBeLessThanOrEqual(Date.now());
    expect((await response.text()).split("\r\n")[0]).toBe("id,name,pact:sources");
  });
});

describe("an export that is not possible", () => {
  it.each([
    ["pdf", "{ treaties { nodes { id } } }", 400, "BAD_INPUT"],
    ["csv", "{ treaties { nodes { colour } } }", 400, "GRAPHQL_VALIDATION_FAILED"],
    ["csv", '{ treaty(id: "treaty:none") { parties { nodes { __typename } } } }', 404, "NOT_FOUND"],
    [
      "csv",
      "{ treaties { nodes { id parties(first: 2) { nodes { __typename } } } } }",
      400,
      "QUERY_TOO_LARGE",
    ],
    ["csv", "", 400, "BAD_INPUT"],
  ])("fails as %s of %s with %i %s", async (format, query, status, code) => {
    const response = await get(format, query);
    expect(response.status).toBe(status);
    const { errors = [] } = (await response.json()) as Answer;
    expect(errors[0]?.extensions?.code).toBe(code);
    expect(errors[0]?.message).not.toMatch(/at .*\.js|MATCH|bolt:/);
  });

  it("stops when the data change between two pages", async () => {
    const lines = backupLines(database);
    await lines.next();
    await lines.next();
    await loadTexts(
      database,
      [
        {
          file: "x",
          text: "bundle: 1\nsource: source:background\nnodes: [{ type: Topic, id: topic:new, name: New }]",
        },
      ],
      false,
    );
    const rest = async () => {
      for await (const _ of lines);
    };
    await expect(rest()).rejects.toMatchObject({ code: "EXPORT_CHANGED" });
  });
});

describe("a backup", () => {
  it("restores the same graph in an empty database, with either loader", async () => {
    // Evidence of one day, of some day of a year, unknown ends, two sorts of evidence of one source, a mention alone.
    const text = `bundle: 1
source: source:b
observedUntil: 2001-02-03
sources: [{ id: source:b, name: B, kind: BOOK, publishedAt: 2020-01-01, priority: 7 }]
nodes:
  - { type: Person, id: person:x, name: "Ёж", basis: INFERRED, names: [{ text: Ёж, lang: ru, validFrom: 1990 }] }
  - { type: Person, id: person:x, born: 1950?, confidence: 40 }
  - { type: State, id: state:kaz, names: [{ text: Казахия, lang: ru }] }
edges:
  - { type: MEMBER_OF, from: person:x, to: org:csto, role: OBSERVER, on: 2001-02-03 }
  - { type: HELD_OFFICE, from: person:x, to: state:kaz, title: A, on: 2001 }
  - { type: HELD_OFFICE, from: person:x, to: state:kaz, title: B, validFrom: 1999-02, divided: true }
  - { type: HELD_OFFICE, from: person:x, to: state:kaz, title: C, validTo: .. }
  - { type: HELD_OFFICE, from: person:x, to: state:kaz, title: D, observedUntil: 2003-04-05, rank: DEPRECATED }
  - { type: PARTY_TO, from: state:kaz, to: treaty:npt-1968, validFrom: 1994-02-14, obligations: [ONE, "TWO; THREE"], locator: "12" }
coverage:
  - { of: org:csto, relation: [members, officeHolders], from: 2003-09-18, until: 2024-12 }
`;
    await loadTexts(database, [{ file: "b.yaml", text }], false);
    const before = await contentHash(database);
    const folder = await mkdtemp(join(tmpdir(), "pactgraph-backup-"));
    const file = join(folder, "backup.ndjson");
    const response = await fetch(`${server.url}/export/graph`);
    await writeFile(file, await response.text());
    try {
      await emptyOut(database);
      await loadLargeBundle(database, file, { dryRun: false, onProgress: () => undefined });
      expect(await contentHash(database)).toBe(before);
      await emptyOut(database);
      await loadFiles(database, [file], false);
      expect(await contentHash(database)).toBe(before);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it("stops when an import begins meanwhile", async () => {
    const lines = backupLines(database);
    await lines.next();
    await breakOffBundle(
      `{"node":{"type":"State","id":"state:kaz","names":[{"text":"Qazaqstan","lang":"kk"}]}}`,
      `{"edge":{"type":"MEMBER_OF","from":"state:kaz","to":"org:csto","role":"MEMBER","validFrom":"1950"}}`,
    );
    const rest = async () => {
      for await (const _ of lines);
    };
    await expect(rest()).rejects.toMatchObject({ code: "IMPORT_UNFINISHED" });
    await discardStaging(database);
  });
});

/** A bundle in lines of a source that the graph knows, written but for its publication. */
async function breakOffBundle(...lines: readonly string[]): Promise<void> {
  const error = await problem(
    bundleOf(breaking(database, BREAKS["before publishing, all edges staged"]()), lines),
  );
  expect(error).toBeInstanceOf(BrokenOff);
}

async function bundleOf(into: Database, lines: readonly string[]): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "pactgraph-bundle-"));
  const file = join(folder, "bundle.ndjson");
  await writeFile(file, ['{"bundle":"1","source":"source:background"}', ...lines, ""].join("\n"));
  try {
    return await loadLargeBundle(into, file, { dryRun: false, onProgress: () => undefined });
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("a large bundle", () => {
  it("can be discarded completely after an interruption, also for an existing source", async () => {
    const before = await contentHash(database);
    const node = `{"node":{"type":"State","id":"state:kaz","names":[{"text":"Qazaqstan","lang":"kk"}]}}`;
    const edge = `{"edge":{"type":"MEMBER_OF","from":"state:kaz","to":"org:csto","role":"MEMBER","validFrom":"1950","validTo":"1951"}}`;
    await breakOffBundle(node, edge);
    expect((await discardStaging(database))?.sources).toEqual(["source:background"]);
    expect(await contentHash(database)).toBe(before);
    await bundleOf(database, [node, edge]);
    expect(await contentHash(database)).not.toBe(before);
  });

  it("leaves nothing behind when it is rejected, and does not block other writes", async () => {
    const before = await contentHash(database);
    const made = `{"node":{"type":"Organization","id":"org:no-kind","name":"No kind","kind":"IGO"}}`;
    await bundleOf(database, [made]);
    const withIt = await contentHash(database);
    const error = await problem(
      bundleOf(database, [`{"node":{"type":"Organization","id":"org:no-kind","kind":null}}`]),
    );
    expect(error.code).toBe("BUNDLE_INVALID");
    expect(await contentHash(database)).toBe(withIt);
    expect(withIt).not.toBe(before);
  });
});

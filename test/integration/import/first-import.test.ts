import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { load } from "../../fixtures/graph.js";
import {
  BEFORE,
  dump,
  importLeagues,
  now,
  RELEASE_1,
  Scratch,
  sizes,
} from "../../fixtures/import/leagues.js";
import { ask, data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
const scratch = new Scratch();

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BEFORE);
});

const SHA256 = createHash("sha256").update(readFileSync(RELEASE_1)).digest("hex");
const created = (count: number) => ({ created: count, updated: 0, unchanged: 0, retracted: 0 });
const unchanged = (count: number) => ({ created: 0, updated: 0, unchanged: count, retracted: 0 });

/**
 * By hand, of the eight rows: a party each; four have a day of signature. Codes a, b, c, k and titles of a and c are
 * names. Reported: name, kind, place of a and c, kind of b and k; and the labels of all four.
 */
const EDGES = { PARTY_TO: 8, SIGNED: 4, HAS_NAME: 6, REPORTS: 12 };
const each = (make: (count: number) => unknown) =>
  Object.fromEntries(Object.entries(EDGES).map(([type, count]) => [type, make(count)]));

describe("the report of an import", () => {
  it("adds up to the rows of the file", async () => {
    const report = await importLeagues(database, RELEASE_1);
    expect(report).toMatchObject({
      ...{ mapping: "test-leagues", source: "source:leagues", version: "1.0", mode: "snapshot" },
      ...{ dryRun: false, files: [{ file: RELEASE_1, sha256: SHA256, rows: 8 }] },
      ...{ rowsRead: 8, rowsLeftOut: 0, rowsRejected: 0, rowsUnresolved: 0, edgesRepeated: 0 },
      ...{ duplicateRows: [], rejected: [], unresolved: [], unmet: [] },
      // The known treaty gets what this source says of it.
      nodes: { created: 3, updated: 1, unchanged: 0, retracted: 0 },
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    });
    expect(report.edges).toEqual(each(created));
  });

  it("is the same for a dry run before, which writes nothing", async () => {
    const [before, count] = [await dump(database, true), await sizes(database)];
    const tried = await importLeagues(database, RELEASE_1, { dryRun: true });
    expect(await sizes(database)).toEqual(count);
    expect(await dump(database, true)).toEqual(before);
    expect((await ask(server, '{ treaty(code: "a", scheme: "league") { id } }')).data).toEqual({
      treaty: null,
    });
    const done = await importLeagues(database, RELEASE_1);
    const { dryRun: _, recordedAt: _then, seconds: _long, ...numbers } = tried;
    expect(done).toMatchObject(numbers);
    expect(tried.dryRun).toBe(true);
  });

  it("says that all is unchanged for a dry run afterwards", async () => {
    await importLeagues(database, RELEASE_1);
    const [before, count] = [await dump(database, true), await sizes(database)];
    const tried = await importLeagues(database, RELEASE_1, { dryRun: true });
    expect(tried.edges).toEqual(each(unchanged));
    expect(tried.nodes).toEqual(unchanged(4));
    expect(await sizes(database)).toEqual(count);
    expect(await dump(database, true)).toEqual(before);
  });

  it("counts rows that a condition leaves out", async () => {
    const mapping = scratch.mapping(["steps:\n", 'steps:\n      - where: { league: { not: ["b", "k"] } }\n']);
    const report = await importLeagues(database, RELEASE_1, { mapping });
    expect(report).toMatchObject({ rowsRead: 8, rowsLeftOut: 4, rowsRejected: 0 });
    expect(report.edges.PARTY_TO).toEqual(created(4));
    expect(report.nodes).toEqual(created(2));
  });
});

const PARTY = `validFrom validTo locator primary basis retractedAt source { id }`;

describe("the graph after an import", () => {
  beforeEach(async () => {
    await importLeagues(database, RELEASE_1);
  });

  it("has nodes with their values, found by their code", async () => {
    const { a, b, c } = await data(
      server,
      `query { a: treaty(code: "a", scheme: "league") { ...Parts } b: treaty(code: "b", scheme: "league") { ...Parts }
        c: treaty(id: "treaty:league-c") { ...Parts } } fragment Parts on Treaty { id name kind place }`,
    );
    expect(a).toEqual({
      ...{ id: "treaty:league-a", name: "Northern League", kind: "DEFENSE_PACT", place: "Avalon" },
    });
    expect(b).toEqual({ id: "treaty:league-b", name: "League b", kind: "ENTENTE", place: null });
    expect(c).toEqual({ id: "treaty:league-c", name: "Old Pact", kind: "PEACE", place: "Brest" });
  });

  it("keeps the name of an existing node if another source reports it", async () => {
    const { treaty, treaties } = await data(
      server,
      `{ treaty(code: "k", scheme: "league") { id name } treaties { totalCount } }`,
    );
    expect(treaty).toEqual({ id: "treaty:known", name: "Known Pact" });
    expect(treaties.totalCount).toBe(4);
  });

  it("has names and codes with their source and locator", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:league-a") { names { edges { node { text lang kind scheme } locator source { id } } } } }`,
    );
    const { edges } = treaty.names;
    expect(edges).toHaveLength(2);
    expect(edges).toEqual(
      expect.arrayContaining([
        {
          node: { text: "a", lang: null, kind: "CODE", scheme: "league" },
          ...{ locator: "league a", source: { id: "source:leagues" } },
        },
        {
          node: { text: "Northern League", lang: "en", kind: "NAME", scheme: null },
          ...{ locator: "league a", source: { id: "source:leagues" } },
        },
      ]),
    );
  });

  it("attributes labels to Pactgraph, not to the source", async () => {
    const { b, own } = await data(
      server,
      `{ b: treaty(id: "treaty:league-b") { reportedBy { edges { property value basis source { id } } } }
        own: source(id: "source:leagues") { asserted { edges { type values { name value } } } } }`,
    );
    expect(b.reportedBy.edges).toEqual(
      expect.arrayContaining([
        {
          ...{ property: "name", value: "League b", basis: "INFERRED" },
          source: { id: "source:leagues.labels" },
        },
        { property: "kind", value: "ENTENTE", basis: "STATED", source: { id: "source:leagues" } },
      ]),
    );
    expect(JSON.stringify(own)).not.toContain("League b");
  });

  it("has edges with validity, source and locator", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:league-a") {
        parties(orderBy: [{ by: "node.name" }]) { totalCount edges { node { id } ${PARTY} } }
        signatories { totalCount edges { node { id } date locator } } } }`,
    );
    const stated = { primary: true, basis: "STATED", retractedAt: null, source: { id: "source:leagues" } };
    expect(treaty.parties.totalCount).toBe(3);
    expect(treaty.parties.edges).toEqual([
      {
        node: { id: "state:aaa" },
        validFrom: "1990-01-01",
        validTo: null,
        locator: "state AAA, league a",
        ...stated,
      },
      {
        ...{
          node: { id: "state:bbb" },
          validFrom: "1990-01-01",
          validTo: "1999-12-31",
          locator: "state BBB, league a",
        },
        ...stated,
      },
      {
        node: { id: "state:ccc" },
        validFrom: "1991",
        validTo: null,
        locator: "state CCC, league a",
        ...stated,
      },
    ]);
    expect(treaty.signatories.totalCount).toBe(2);
    expect(treaty.signatories.edges).toEqual(
      expect.arrayContaining([
        { node: { id: "state:aaa" }, date: "1989-12-01", locator: "state AAA, league a" },
        { node: { id: "state:bbb" }, date: "1989-12-02", locator: "state BBB, league a" },
      ]),
    );
  });

  it("keeps open ends certain until the data set was observed, and possible afterwards", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:league-a") {
        seen: parties(asOf: "2012-12-31", certainty: CERTAIN) { totalCount }
        after: parties(asOf: "2013-01-01", certainty: CERTAIN) { totalCount }
        maybe: parties(asOf: "2013-01-01", certainty: POSSIBLE) { totalCount }
        year: parties(asOf: "1991-06-01", certainty: CERTAIN) { totalCount } } }`,
    );
    expect(treaty).toEqual({
      seen: { totalCount: 2 },
      after: { totalCount: 0 },
      maybe: { totalCount: 2 },
      year: { totalCount: 2 },
    });
  });

  it("has the source with version, licence, publisher and checksum", async () => {
    const { source, sources } = await data(
      server,
      `{ source(id: "source:leagues") { name kind title publisher version licence sha256 priority
          asserted { totalCount } }
        sources { nodes { id priority } } }`,
    );
    expect(source).toEqual({
      ...{ name: "Leagues", kind: "DATASET", title: "Leagues that never were", publisher: "Example Press" },
      ...{ version: "1.0", licence: "CC0 1.0", sha256: SHA256, priority: 40 },
      // 8 parties, 4 signatures, 6 names, 8 values; the 4 labels are another's.
      asserted: { totalCount: 26 },
    });
    const labels = sources.nodes.find(({ id }: { id: string }) => id === "source:leagues.labels");
    expect(labels.priority).toBeLessThan(0);
  });

  it("shows the source with the higher priority and keeps the other", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:known") { parties(orderBy: [{ by: "node.name" }]) { totalCount edges { node { id } validFrom
        source { id } assertions { validFrom primary source { id } } } } } }`,
    );
    const said = (validFrom: string, primary: boolean, id: string) => ({
      validFrom,
      primary,
      source: { id },
    });
    expect(treaty.parties.totalCount).toBe(2);
    const [aldovia, borginia] = treaty.parties.edges;
    expect(aldovia).toMatchObject({ validFrom: "1970-01-01", source: { id: "source:rival" } });
    expect(aldovia.assertions).toHaveLength(2);
    expect(aldovia.assertions).toEqual(
      expect.arrayContaining([
        said("1970-01-01", true, "source:rival"),
        said("1970-02-01", false, "source:leagues"),
      ]),
    );
    expect(borginia).toMatchObject({ validFrom: "1971-05", source: { id: "source:leagues" } });
    expect(borginia.assertions).toEqual(
      expect.arrayContaining([
        said("1971-05", true, "source:leagues"),
        said("1971-03-03", false, "source:press"),
      ]),
    );
  });

  it("finds the new names in a search", async () => {
    const { title, label } = await data(
      server,
      `{ title: search(text: "northern league") { nodes { id } } label: search(text: "League b") { nodes { id } } }`,
    );
    expect(title.nodes[0]).toEqual({ id: "treaty:league-a" });
    expect(label.nodes).toContainEqual({ id: "treaty:league-b" });
  });

  it("is unchanged after the same import", async () => {
    const [before, then] = [await dump(database, true), await now(database)];
    const report = await importLeagues(database, RELEASE_1);
    expect(report.edges).toEqual(each(unchanged));
    expect(report.nodes).toEqual(unchanged(4));
    expect(await dump(database, true)).toEqual(before);
    const query = `query ($then: DateTime!) {
      now: treaties { totalCount nodes { parties { totalCount } names { totalCount } } }
      then: treaties(asKnownAt: $then) { totalCount nodes { parties { totalCount } names { totalCount } } }
      changes(since: $then) { totalCount } }`;
    const answer = await data(server, query, { then });
    expect(answer.then).toEqual(answer.now);
    expect(answer.changes.totalCount).toBe(0);
  });

  it("is unchanged after a file with another name and the same content", async () => {
    const before = await dump(database, true);
    const copy = scratch.write("leagues-copy.csv", readFileSync(RELEASE_1));
    expect((await importLeagues(database, copy)).edges).toEqual(each(unchanged));
    expect(await dump(database, true)).toEqual(before);
  });
});

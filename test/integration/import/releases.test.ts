import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { load } from "../../fixtures/graph.js";
import {
  BEFORE,
  dump,
  importLeagues,
  now,
  problem,
  RELEASE_1,
  RELEASE_2,
  Scratch,
  sizes,
} from "../../fixtures/import/leagues.js";
import { data } from "../../support/ask.js";
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

type Row = Readonly<Record<string, unknown>>;
const REASON = "No longer in Test leagues, version 2.0";
const second = { release: "2.0" } as const;

const PARTIES = `query ($id: ID!, $asKnownAt: DateTime) { treaty(id: $id, asKnownAt: $asKnownAt) {
  parties(orderBy: [{ by: "node.name" }]) { totalCount edges { validFrom validTo node { id } source { id }
    assertions(includeRetracted: true) { validTo retractedAt retractionReason source { id } } } } } }`;

async function parties(slug: string, asKnownAt: string | null = null) {
  const { treaty } = await data(server, PARTIES, { id: `treaty:${slug}`, asKnownAt });
  expect(treaty.parties.totalCount).toBe(treaty.parties.edges.length);
  return treaty.parties.edges;
}

const texts = (edges: readonly { node: { id: string }; validFrom: string; validTo: string | null }[]) =>
  edges.map(({ node, validFrom, validTo }) => `${node.id} ${validFrom} ${validTo}`);

/** What became of edges: created, updated, unchanged, retracted. */
const became = ([created, updated, unchanged, retracted]: readonly number[]) => ({
  ...{ created, updated, unchanged, retracted },
});

const FIRST_A = [
  "state:aaa 1990-01-01 null",
  "state:bbb 1990-01-01 1999-12-31",
  "state:ccc 1991 null",
] as const;
const SECOND_A = [
  "state:aaa 1990-01-01 null",
  "state:bbb 1990-01-01 1998-06-30",
  "state:ddd 1991 null",
] as const;

describe("a second release as a snapshot", () => {
  let then: string;
  beforeEach(async () => {
    await importLeagues(database, RELEASE_1);
    then = await now(database);
  });

  it("reports new, corrected, unchanged and missing rows", async () => {
    const report = await importLeagues(database, RELEASE_2, second);
    expect(report).toMatchObject({ version: "2.0", rowsRead: 7, rowsRejected: 0 });
    expect(report.edges).toEqual({
      // d·C and a·D; a·B; a·A, b·A, b·D, k·A; a·C, c·C, k·B.
      PARTY_TO: became([2, 1, 4, 3]),
      SIGNED: became([1, 0, 3, 1]),
      // d and its title; a, its title, b, k; c and its title.
      HAS_NAME: became([2, 0, 4, 2]),
      // Three values of d and its label; a: name, kind, b, k: kind, labels of a, b, k; place of a, three values of c.
      REPORTS: became([4, 0, 7, 4]),
    });
    expect(report.nodes.created).toBe(1);
    expect(report.nodes.retracted).toBe(0);
  });

  it("only retracts the row that is missing, although all lines below it move", async () => {
    const [head, , ...rest] = readFileSync(RELEASE_1, "utf8").split("\n");
    const file = scratch.write("leagues.csv", [head, ...rest].join("\n"));
    const report = await importLeagues(database, file, second);
    expect(report.edges).toEqual({
      PARTY_TO: became([0, 0, 7, 1]),
      SIGNED: became([0, 0, 3, 1]),
      HAS_NAME: became([0, 0, 6, 0]),
      // a and c: name, kind, place; b and k: kind; four labels.
      REPORTS: became([0, 0, 12, 0]),
    });
    const { changes } = await data(
      server,
      `query ($then: DateTime!) { changes(since: $then, types: [PARTY_TO, SIGNED, HAS_NAME, REPORTS]) {
        edges { kind edge { type from { id } to { id } } } } }`,
      { then },
    );
    expect(changes.edges.map(({ kind, edge }: Row) => [kind, edge])).toEqual(
      expect.arrayContaining(
        ["PARTY_TO", "SIGNED"].map((type) => [
          "RETRACTED",
          { type, from: { id: "state:aaa" }, to: { id: "treaty:league-a" } },
        ]),
      ),
    );
    expect(changes.edges).toHaveLength(2);
  });

  it("updates a node that loses a value", async () => {
    const report = await importLeagues(database, RELEASE_2, second);
    expect(report.nodes).toEqual(became([1, 1, 2, 0]));
  });

  it("reports the same on a dry run and writes nothing", async () => {
    const [before, count] = [await dump(database, true), await sizes(database)];
    const tried = await importLeagues(database, RELEASE_2, { ...second, dryRun: true });
    expect(await dump(database, true)).toEqual(before);
    expect(await sizes(database)).toEqual(count);
    const done = await importLeagues(database, RELEASE_2, second);
    expect([tried.edges, tried.nodes]).toEqual([done.edges, done.nodes]);
  });

  it("is rejected if it is older than the imported one, unless requested", async () => {
    const mapping = scratch.mapping(['version: "{$release}"', 'publishedAt: "{$release}"']);
    await importLeagues(database, RELEASE_2, { mapping, release: "2014-02-02" });
    const newest = await dump(database, true);
    const older = { mapping, release: "2013-12-31" };
    const error = await problem(importLeagues(database, RELEASE_1, older));
    expect(error.code).toBe("IMPORT_FAILED");
    expect(error.message).toContain("--older");
    expect(await dump(database, true)).toEqual(newest);
    expect((await importLeagues(database, RELEASE_2, { mapping, release: "2014-02-02" })).mode).toBe(
      "snapshot",
    );
    await importLeagues(database, RELEASE_1, { ...older, older: true });
    expect(texts(await parties("league-a"))).toEqual(FIRST_A);
  });

  it("corrects a changed row without a reason and keeps the old one for asKnownAt", async () => {
    await importLeagues(database, RELEASE_2, second);
    const today = await parties("league-a");
    expect(texts(today)).toEqual(SECOND_A);
    expect(texts(await parties("league-a", then))).toEqual(FIRST_A);
    const borginia = today[1].assertions;
    expect(borginia).toHaveLength(2);
    const old = borginia.find((one: Row) => one.retractedAt !== null);
    expect(old).toMatchObject({ validTo: "1999-12-31", retractionReason: null });
  });

  it("retracts a missing row with a reason that names the version", async () => {
    await importLeagues(database, RELEASE_2, second);
    const { changes } = await data(
      server,
      `query ($then: DateTime!) { changes(since: $then, types: [PARTY_TO, SIGNED, HAS_NAME, REPORTS]) {
        edges { kind edge { type from { id } to { id } retractionReason source { id } } } } }`,
      { then },
    );
    const gone = changes.edges.filter((one: Row) => one.kind === "RETRACTED");
    const dropped = gone.filter(({ edge }: { edge: Row }) => edge.retractionReason !== null);
    const words = dropped.map(
      ({ edge: { type, from, to } }: { edge: { type: string; from: { id: string }; to: { id: string } } }) =>
        `${type} ${from.id} ${to.id.startsWith("name:") ? "name" : to.id}`,
    );
    expect(words.sort()).toEqual(
      [
        ...["HAS_NAME treaty:league-c name", "HAS_NAME treaty:league-c name"],
        ...["PARTY_TO state:bbb treaty:known", "PARTY_TO state:ccc treaty:league-a"],
        "PARTY_TO state:ccc treaty:league-c",
        "REPORTS source:leagues treaty:league-a",
        ...[1, 2, 3].map(() => "REPORTS source:leagues treaty:league-c"),
        "SIGNED state:ccc treaty:league-c",
      ].sort(),
    );
    expect(new Set(dropped.map(({ edge }: { edge: Row }) => edge.retractionReason))).toEqual(
      new Set([REASON]),
    );
    // Besides, one correction.
    expect(gone).toHaveLength(dropped.length + 1);
  });

  it("removes only missing values and names", async () => {
    await importLeagues(database, RELEASE_2, second);
    const { a, c, byCode, found, d } = await data(
      server,
      `{ a: treaty(id: "treaty:league-a") { name kind place names { totalCount } }
        c: treaty(id: "treaty:league-c") { name place names { totalCount } parties { totalCount } signatories { totalCount } }
        byCode: treaty(code: "c", scheme: "league") { id } found: search(text: "Old Pact") { nodes { id } }
        d: treaty(code: "d", scheme: "league") { name kind place parties { edges { validFrom node { id } } } } }`,
    );
    expect(a).toEqual({
      ...{ name: "Northern League", kind: "DEFENSE_PACT", place: null, names: { totalCount: 2 } },
    });
    expect(c).toMatchObject({
      ...{
        place: null,
        names: { totalCount: 0 },
        parties: { totalCount: 0 },
        signatories: { totalCount: 0 },
      },
    });
    expect(c.name).not.toBe("Old Pact");
    expect(byCode).toBeNull();
    expect(found.nodes).not.toContainEqual({ id: "treaty:league-c" });
    expect(d).toEqual({
      ...{ name: "New Pact", kind: "ENTENTE", place: "Delphi" },
      parties: { edges: [{ validFrom: "2010-01-01", node: { id: "state:ccc" } }] },
    });
  });

  it("keeps removed names for asKnownAt", async () => {
    await importLeagues(database, RELEASE_2, second);
    const { treaty } = await data(
      server,
      `query ($then: DateTime!) { treaty(id: "treaty:league-c", asKnownAt: $then) {
        names { nodes { text } } parties { totalCount } reportedBy(sources: ["source:leagues"]) { totalCount } } }`,
      { then },
    );
    expect(treaty.names.nodes.map(({ text }: { text: string }) => text).sort()).toEqual(["Old Pact", "c"]);
    expect(treaty).toMatchObject({ parties: { totalCount: 1 }, reportedBy: { totalCount: 3 } });
  });

  it("lets another source be read where it says nothing any more", async () => {
    const before = await parties("known");
    expect(before[1]).toMatchObject({ validFrom: "1971-05", source: { id: "source:leagues" } });
    await importLeagues(database, RELEASE_2, second);
    const after = await parties("known");
    expect(after).toHaveLength(2);
    expect(after[1]).toMatchObject({ validFrom: "1971-03-03", source: { id: "source:press" } });
    expect(after[0]).toMatchObject({ validFrom: "1970-01-01", source: { id: "source:rival" } });
  });

  it("updates the version and the checksum of the source", async () => {
    const before = await data(server, '{ source(id: "source:leagues") { version sha256 } }');
    await importLeagues(database, RELEASE_2, second);
    const after = await data(server, '{ source(id: "source:leagues") { version sha256 } }');
    expect(after.source.version).toBe("2.0");
    expect(after.source.sha256).not.toBe(before.source.sha256);
  });

  it("does not change other sources, or other edge types of the same source", async () => {
    const act = { type: "TREATY_ACTION", from: "state:ccc", to: "treaty:league-c", act: "WITHDRAWAL_NOTICE" };
    await load(database, { source: "source:leagues", edges: [{ ...act, date: "1959-01-01" }] });
    await load(database, {
      source: "source:press",
      edges: [{ type: "PARTY_TO", from: "state:ddd", to: "treaty:league-c", validFrom: "1951" }],
    });
    await importLeagues(database, RELEASE_2, second);
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:league-c") { parties { nodes { id } } actions { totalCount edges { source { id } } } } }`,
    );
    expect(treaty).toEqual({
      parties: { nodes: [{ id: "state:ddd" }] },
      actions: { totalCount: 1, edges: [{ source: { id: "source:leagues" } }] },
    });
  });

  it("removes values without a source, and replaces a title by a label", async () => {
    await importLeagues(database, RELEASE_2, second);
    const { c } = await data(server, `{ c: treaty(id: "treaty:league-c") { name kind } }`);
    expect(c).toEqual({ name: "League c", kind: null });
  });

  it("can change and remove a title", async () => {
    const title = async () =>
      (await data(server, '{ treaty(id: "treaty:league-a") { name names { nodes { text } } } }')).treaty;
    const a = (name: string) => scratch.rows(`a,${name},defense,Avalon,AAA,1990-01-01,,1989-12-01`);
    await importLeagues(database, a("Southern League"), { release: "3.0" });
    expect(await title()).toMatchObject({ name: "Southern League" });
    const { old, fresh } = await data(
      server,
      `{ old: search(text: "Northern League", types: [Treaty]) { edges { matched } }
        fresh: search(text: "Southern League", types: [Treaty]) { nodes { id } } }`,
    );
    expect(old.edges.map(({ matched }: Row) => matched)).not.toContain("Northern League");
    expect(fresh.nodes[0]).toEqual({ id: "treaty:league-a" });

    await importLeagues(database, a(""), { release: "4.0" });
    expect(await title()).toEqual({ name: "League a", names: { nodes: [{ text: "a" }] } });
    await importLeagues(database, a("Northern League"), { release: "5.0" });
    expect(await title()).toMatchObject({ name: "Northern League" });
  });

  it("keeps names and values that another source also gives", async () => {
    const file = scratch.rows("a,Northern League,defense,Avalon,AAA,1990-01-01,,1989-12-01");
    await importLeagues(database, file, second);
    const { treaty } = await data(
      server,
      `{ treaty(code: "k", scheme: "league") { id name kind names { totalCount edges { source { id } } } parties { totalCount } } }`,
    );
    expect(treaty).toEqual({
      ...{ id: "treaty:known", name: "Known Pact", kind: "DEFENSE_PACT", parties: { totalCount: 2 } },
      names: { totalCount: 1, edges: [{ source: { id: "source:press" } }] },
    });
  });

  it("changes nothing when imported again", async () => {
    await importLeagues(database, RELEASE_2, second);
    const before = await dump(database, true);
    const report = await importLeagues(database, RELEASE_2, second);
    expect(report.edges).toEqual({
      PARTY_TO: became([0, 0, 7, 0]),
      SIGNED: became([0, 0, 4, 0]),
      HAS_NAME: became([0, 0, 6, 0]),
      REPORTS: became([0, 0, 11, 0]),
    });
    expect(await dump(database, true)).toEqual(before);
  });

  it("can be replaced by the first release again", async () => {
    await importLeagues(database, RELEASE_2, second);
    const between = await now(database);
    const report = await importLeagues(database, RELEASE_1);
    // a·C, c·C, k·B come back; a·B is corrected; d·C and a·D go.
    expect(report.edges.PARTY_TO).toEqual(became([3, 1, 4, 2]));
    expect(texts(await parties("league-a"))).toEqual(FIRST_A);
    expect(texts(await parties("league-a", between))).toEqual(SECOND_A);
    expect(texts(await parties("league-a", then))).toEqual(FIRST_A);
    const { treaty } = await data(
      server,
      '{ treaty(code: "c", scheme: "league") { id name kind place parties { totalCount } } }',
    );
    expect(treaty).toEqual({
      ...{ id: "treaty:league-c", name: "Old Pact", kind: "PEACE", place: "Brest" },
      parties: { totalCount: 1 },
    });
    expect((await parties("known"))[1]).toMatchObject({ source: { id: "source:leagues" } });
  });

  it("keeps missing rows in merge mode", async () => {
    const report = await importLeagues(database, RELEASE_2, { ...second, mode: "merge" });
    expect(report.mode).toBe("merge");
    expect(report.edges).toEqual({
      PARTY_TO: became([2, 1, 4, 0]),
      SIGNED: became([1, 0, 3, 0]),
      HAS_NAME: became([2, 0, 4, 0]),
      REPORTS: became([4, 0, 7, 0]),
    });
    expect(texts(await parties("league-a"))).toEqual([
      "state:aaa 1990-01-01 null",
      "state:bbb 1990-01-01 1998-06-30",
      "state:ccc 1991 null",
      "state:ddd 1991 null",
    ]);
    const { a, c } = await data(
      server,
      `{ a: treaty(id: "treaty:league-a") { place } c: treaty(id: "treaty:league-c") { name place parties { totalCount } } }`,
    );
    expect(a.place).toBe("Avalon");
    expect(c).toEqual({ name: "Old Pact", place: "Brest", parties: { totalCount: 1 } });
  });

  it("retracts missing rows after a merge kept them", async () => {
    await importLeagues(database, RELEASE_2, { ...second, mode: "merge" });
    const report = await importLeagues(database, RELEASE_2, second);
    expect(report.edges).toEqual({
      PARTY_TO: became([0, 0, 7, 3]),
      SIGNED: became([0, 0, 4, 1]),
      HAS_NAME: became([0, 0, 6, 2]),
      REPORTS: became([0, 0, 11, 4]),
    });
    expect(texts(await parties("league-a"))).toEqual(SECOND_A);
  });
});

describe("a second data set on the same facts", () => {
  const other = (priority: string) =>
    scratch.mapping(
      ["id: test-leagues", "id: other-leagues"],
      ["id: source:leagues", "id: source:other"],
      ["name: Leagues", "name: Other leagues"],
      ['priority: "40"', `priority: "${priority}"`],
    );
  const later = () =>
    scratch.rows(
      "a,Northern League,defense,Avalon,CCC,1991-04-04,,",
      "a,Northern League,defense,Camelot,BBB,1990-01-01,2001,",
    );
  const place = async () =>
    (await data(server, '{ treaty(id: "treaty:league-a") { place } }')).treaty.place as unknown;

  it("is kept separately and read according to priority", async () => {
    await importLeagues(database, RELEASE_1);
    const file = scratch.rows(
      "a,Northern League,defense,Camelot,BBB,1990-01-01,2001,",
      "a,Northern League,defense,Camelot,CCC,1991-04-04,,",
    );
    const report = await importLeagues(database, file, { mapping: other("30") });
    expect(report.edges.PARTY_TO).toEqual(became([2, 0, 0, 0]));
    let [, borginia, carpania] = await parties("league-a");
    // The other source says the same start more exactly, though its priority is lower.
    expect([borginia.validTo, carpania.validFrom]).toEqual(["1999-12-31", "1991-04-04"]);
    expect([borginia.assertions.length, carpania.assertions.length]).toEqual([2, 2]);
    expect(await place()).toBe("Avalon");

    const next = await importLeagues(database, RELEASE_2, second);
    expect(next.edges.PARTY_TO).toEqual(became([2, 1, 4, 3]));
    [, borginia, carpania] = await parties("league-a");
    expect([borginia.validTo, borginia.source.id]).toEqual(["1998-06-30", "source:leagues"]);
    expect([carpania.validFrom, carpania.source.id]).toEqual(["1991-04-04", "source:other"]);
    expect(await place()).toBe("Camelot");
  });

  it("is read at once if its priority is higher, and the first one stays in the record", async () => {
    await importLeagues(database, RELEASE_1);
    const file = scratch.rows("a,Northern League,defense,Camelot,BBB,1990-01-01,2001,");
    await importLeagues(database, file, { mapping: other("60") });
    const [aldovia, borginia] = await parties("league-a");
    expect(borginia).toMatchObject({ validTo: "2001", source: { id: "source:other" } });
    expect(aldovia).toMatchObject({ source: { id: "source:leagues" } });
    expect(await place()).toBe("Camelot");
    const { conflicts } = await data(
      server,
      `{ conflicts(about: ["treaty:league-a"], types: [PARTY_TO]) { edges { differences { property } } } }`,
    );
    expect(conflicts.edges).toEqual([{ differences: [{ property: "validTo" }] }]);
  });

  it("is read after a change of its priority", async () => {
    await importLeagues(database, RELEASE_1);
    const first = async () => (await parties("known"))[0].source.id as unknown;
    expect(await first()).toBe("source:rival");
    const higher = scratch.mapping(['priority: "40"', 'priority: "90"']);
    const report = await importLeagues(database, RELEASE_1, { mapping: higher });
    expect(report.edges.PARTY_TO).toEqual(became([0, 0, 8, 0]));
    expect(await first()).toBe("source:leagues");
    await importLeagues(database, RELEASE_1);
    expect(await first()).toBe("source:rival");
  });

  it("can change its priority in a new release", async () => {
    await importLeagues(database, RELEASE_1);
    const higher = scratch.mapping(['priority: "40"', 'priority: "90"']);
    await importLeagues(database, RELEASE_2, { ...second, mapping: higher });
    const [aldovia, borginia] = await parties("known");
    expect([aldovia.source.id, borginia.source.id]).toEqual(["source:leagues", "source:press"]);
  });

  it("is rejected if it calls one node by two names", async () => {
    await expect(importLeagues(database, later())).rejects.toMatchObject({
      report: {
        rejected: [{ at: "leagues.csv:3", reason: expect.stringMatching(/place.*Camelot.*Avalon.*line 2/) }],
      },
    });
  });
});

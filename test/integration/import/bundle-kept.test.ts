import { describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { readMapping } from "../../../src/import/mapping/read.js";
import type { ImportReport } from "../../../src/import/report.js";
import { importFiles } from "../../../src/import/run.js";
import { mappingFile } from "../../../src/import/shipped.js";
import { fixture } from "../../fixtures/import/leagues.js";
import { displacedValues, nodeValues } from "../../fixtures/import/node-values.js";
import { data } from "../../support/ask.js";
import { bundledDatabase } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

/**
 * The shipped mappings over the bundled data, with files of some rows in the form of the published ones: rows on
 * treaties and organizations that the bundles know, and made-up rows on some that they do not know. The published files
 * themselves are imported in data-sets.test.ts.
 */
let database: Database;
let server: TestServer;
let displaced: readonly string[];

const FILES: Readonly<Record<string, readonly string[]>> = {
  "cow-alliances-4.1": ["alliance_v4.1_by_member.csv"],
  "atop-4.01": ["atop4_01_alliance-level.csv", "atop4_01_member-level.csv"],
  "cow-igo-3": ["igo_year_format_3.csv"],
  "un-treaty-collection-2015": ["index.csv", "26-3.csv", "99-1.csv"],
  "un-ga-votes": ["un_votes.csv", "un_roll_calls.csv", "un_roll_call_issues.csv"],
};

async function bring(
  mapping: string,
  files: readonly string[],
  parameters: Readonly<Record<string, string>> = {},
): Promise<ImportReport> {
  const paths = files.map((file) => fixture(`published/${file}`));
  // Fewer rows than the published files have.
  const options = {
    dryRun: false,
    mode: undefined,
    lenient: true,
    older: false,
    onProgress: () => undefined,
  };
  const report = await importFiles(database, await readMapping(mappingFile(mapping)), paths, {
    ...options,
    parameters,
  });
  expect(report).toMatchObject({ rowsRejected: 0, rowsUnresolved: 0 });
  return report;
}

/** As `bring`, but as if the files were complete: what the source said before and they do not have is retracted. */
async function bringAll(mapping: string, files: readonly string[]): Promise<ImportReport> {
  const { files: specs, ...rest } = await readMapping(mappingFile(mapping));
  const counted = { ...rest, files: specs.map((spec) => ({ ...spec, rows: undefined })) };
  const paths = files.map((file) => fixture(`published/${file}`));
  const options = {
    dryRun: false,
    mode: undefined,
    lenient: false,
    older: false,
    onProgress: () => undefined,
  };
  return importFiles(database, counted, paths, { ...options, parameters: {} });
}

serveForTests(
  async () => {
    database = await bundledDatabase();
    const before = await nodeValues(database);
    for (const [mapping, files] of Object.entries(FILES)) await bring(mapping, files);
    displaced = displacedValues(before, await nodeValues(database));
    return database;
  },
  (service) => {
    ({ server } = service);
  },
);

it("no bundled value is replaced by a data set with another meaning", () => {
  expect(displaced).toEqual([]);
});

describe("an alliance", () => {
  it("in the bundles gets the type of the data sets and keeps its kind and entry into force", async () => {
    const { nato, seato } = await data(
      server,
      `{ nato: treaty(id: "treaty:north-atlantic-1949") { kind allianceType signed inForce }
         seato: treaty(id: "treaty:manila-1954") { kind allianceType signed inForce ended bilateral } }`,
    );
    expect(nato).toEqual({
      ...{ kind: "DEFENSE_PACT", allianceType: "DEFENSE_PACT" },
      ...{ signed: "1949-04-04", inForce: "1949-08-24" },
    });
    expect(seato).toEqual({
      ...{ kind: "DEFENSE_PACT", allianceType: "DEFENSE_PACT", ended: "none", bilateral: false },
      ...{ signed: "1954-09-08", inForce: "1955-02-19" },
    });
  });

  it("in the bundles that begins with its approval keeps its day of signature", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(code: "74", scheme: "cow-alliance") { id signed inForce } }`,
    );
    expect(treaty).toEqual({
      ...{ id: "treaty:franco-russian-alliance-1894" },
      ...{ signed: "1892-08", inForce: "1893-12-27/1894-01-04" },
    });
  });

  it("in the data sets only has a day of signature, a type and an end, but no kind", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(code: "9105", scheme: "atop") { id kind allianceType signed inForce ended bilateral } }`,
    );
    expect(treaty).toEqual({
      ...{ id: "treaty:cow-9001", kind: null, allianceType: "DEFENSE_PACT", bilateral: true },
      ...{ signed: "1955-05-05", inForce: null, ended: "1990-01-02" },
    });
  });
});

describe("an organization", () => {
  it("in the bundles keeps its founding date", async () => {
    const { organization } = await data(
      server,
      `{ organization(id: "org:sco") { kind founded reportedBy(where: { property: { eq: "founded" } }) { nodes { id } } } }`,
    );
    expect(organization).toEqual({
      ...{ kind: "IGO", founded: "2001-06-15" },
      ...{ reportedBy: { nodes: [{ id: "source:background" }] } },
    });
  });

  it("in the data set only has its years, also after another import", async () => {
    const years = `{ organization(code: "TESTIGO", scheme: "cow-igo") { id kind founded dissolved } }`;
    const expected = { id: "org:cow-igo-testigo", kind: "IGO", founded: "1990", dissolved: "1991" };
    expect((await data(server, years)).organization).toEqual(expected);
    await bring("cow-igo-3", FILES["cow-igo-3"] ?? []);
    expect((await data(server, years)).organization).toEqual(expected);
  });
});

it("a place of adoption is not imported as a place of signature", async () => {
  const { known, created } = await data(
    server,
    `{ known: treaty(code: "26-3", scheme: "untc") { name place }
       created: treaty(code: "99-1", scheme: "untc") { name place } }`,
  );
  expect(known.place).toBe("Paris");
  expect(created).toEqual({ name: "Convention of a Test", place: null });
});

describe("an edge that an alias or mapping corrects", () => {
  it("is inferred and keeps the code of the file", async () => {
    const { document } = await data(
      server,
      `{ document(id: "document:unga-roll-call-100") {
           voters(orderBy: [{ by: "node.id" }]) { edges { node { id } position basis sourceCode } } } }`,
    );
    expect(document.voters.edges).toEqual([
      { node: { id: "state:chn" }, position: "NO", basis: "INFERRED", sourceCode: "TW" },
      { node: { id: "state:usa" }, position: "NO", basis: "STATED", sourceCode: null },
    ]);
  });

  it("is inferred where ATOP does not link an alliance to COW", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(code: "3105", scheme: "atop") { id
           names(where: { node: { scheme: { eq: "atop" } } }) { edges { basis sourceCode } }
           parties { edges { node { id } basis sourceCode } } } }`,
    );
    const inferred = { basis: "INFERRED", sourceCode: "no cow4id" };
    expect(treaty).toEqual({
      ...{ id: "treaty:cow-214", names: { edges: [inferred] } },
      ...{ parties: { edges: [{ node: { id: "state:gbr" }, ...inferred }] } },
    });
  });
});

it("the roll call on the Comprehensive Nuclear-Test-Ban Treaty is linked to the treaty", async () => {
  const { treaty } = await data(
    server,
    `{ treaty(id: "treaty:ctbt-1996") { concernedBy(where: { node: { type: { eq: Document } } }) { nodes { id } } } }`,
  );
  expect(treaty.concernedBy.nodes).toContainEqual({ id: "document:unga-roll-call-3962" });
});

it("two states that were united for a time keep their own acts, as the depositary lists them", async () => {
  const { treaty } = await data(
    server,
    `{ treaty(code: "99-1", scheme: "untc") {
         signatories(where: { date: { eq: "1960" } }) { edges { node { id } date basis } } } }`,
  );
  expect(treaty.signatories.edges).toEqual([
    { node: { id: "state:egy" }, date: "1960-05-01", basis: "STATED" },
    { node: { id: "state:syr" }, date: "1960-05-01", basis: "STATED" },
  ]);
});

describe("a source that is both bundled and imported", () => {
  const STATUS = ["treaty_status_snapshots.csv"];
  const unchanged = (count: number) => ({ created: 0, updated: 0, unchanged: count, retracted: 0 });

  it("does not change signatures and acts of the snapshot", async () => {
    const { edges } = await bring("unoda-treaty-status", STATUS, { snapshot: "2026-08-22" });
    // The Soviet Union and Russia signed; Montenegro inherited. The others are acts, one of them the withdrawal.
    expect([edges.SIGNED, edges.TREATY_ACTION]).toEqual([unchanged(2), unchanged(6)]);
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:npt-1968") {
           actions(where: { node: { id: { in: ["state:sun", "state:kir"] } } }, orderBy: [{ by: "node.id" }]) {
             edges { node { id } date basis sourceCode assertions { source { id } rank } } } } }`,
    );
    const source = { id: "source:unoda-treaty-status" };
    expect(treaty.actions.edges).toEqual([
      {
        ...{ node: { id: "state:kir" }, date: "1985-04-18", basis: "BACKGROUND", sourceCode: null },
        assertions: expect.arrayContaining([
          { source: { id: "source:background" }, rank: "NORMAL" },
          { source, rank: "DEPRECATED" },
        ]),
      },
      {
        ...{ node: { id: "state:sun" }, date: "1970-03-05", basis: "INFERRED", sourceCode: "Russia" },
        assertions: [{ source, rank: "NORMAL" }],
      },
    ]);
  });

  it("keeps its name and its effects of final clauses", async () => {
    const { source, state } = await data(
      server,
      `{ source(id: "source:unoda-treaty-status") { name version publishedAt priority }
         state(id: "state:brn") { partyTo(where: { node: { id: { eq: "treaty:bangkok-1995" } } }) {
           edges { validFrom source { id } } } } }`,
    );
    expect(source).toEqual({
      ...{ name: "Status of disarmament treaties, snapshot of 2026-08-22", version: "2026-08-22" },
      ...{ publishedAt: "2026-08-22", priority: 52 },
    });
    expect(state.partyTo.edges).toEqual([
      { validFrom: "1997-03-27", source: { id: "source:parties-by-final-clauses" } },
    ]);
  });

  it("rejects an older release by default", async () => {
    const older = bring("unoda-treaty-status", STATUS, { snapshot: "2024-01-01" });
    await expect(older).rejects.toThrow(/has the release .* of 2026-08-22; this one is older/);
  });

  it("keeps the bundled codes when COW's states are imported", async () => {
    const codes = `{ state(id: "state:usa") {
      names(where: { node: { scheme: { eq: "cow" } } }) { edges { node { text } source { id name } } } } }`;
    const expected = [
      {
        node: { text: "2" },
        source: { id: "source:cow-state-system", name: "COW State System Membership 2016" },
      },
    ];
    expect((await data(server, codes)).state.names.edges).toEqual(expected);
    const { edges } = await bringAll("cow-states-2016", ["states2016.csv"]);
    expect(edges.HAS_NAME?.retracted).toBe(0);
    expect((await data(server, codes)).state.names.edges).toEqual(expected);
  });
});

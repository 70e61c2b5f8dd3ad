import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { contentHash } from "../../../src/export/content-hash.js";
import { readMapping } from "../../../src/import/mapping/read.js";
import type { ImportReport } from "../../../src/import/report.js";
import { importFiles } from "../../../src/import/run.js";
import { mappingFile } from "../../../src/import/shipped.js";
import { packageRoot } from "../../../src/package-root.js";
import {
  DATA_FOLDER,
  type DataSet,
  dataSets,
  hasDataSets,
  NEWEST,
  OLDEST,
  snapshot,
} from "../../fixtures/import/data-sets.js";
import { displacedValues, type NodeValues, nodeValues } from "../../fixtures/import/node-values.js";
import { data } from "../../support/ask.js";
import { bundledDatabase } from "../../support/database.js";
import { serveDatabase, type TestServer } from "../../support/server.js";
import { readInput } from "../../unit/seed-data/bundles.js";

/**
 * The published files themselves, which are not ours to give away: where they are missing these tests are skipped, and
 * test/unit/import and the other tests here cover the logic. What is expected is counted from the files by
 * scripts/count-data-sets.mjs, which shares no code with the importer.
 */
if (!hasDataSets) process.stdout.write(`Skipped: no data sets under ${DATA_FOLDER}.\n`);
/** The 870,109 votes take minutes, on a slow day an hour: only where they are asked for. */
const withVotes = process.env.PACTGRAPH_TEST_VOTES !== undefined;
if (hasDataSets && !withVotes)
  process.stdout.write("Skipped: UN votes; set PACTGRAPH_TEST_VOTES=1 for them.\n");

/** A bad day of a slow machine, in milliseconds. */
const LONG = 4 * 3_600_000;

const keyOf = ({ mapping, set }: DataSet) => (set ? `${mapping} ${set.snapshot}` : mapping);

interface Counted {
  readonly edges: Readonly<Record<string, number>>;
  readonly repeated?: number;
}

describe.skipIf(!hasDataSets)("the data sets that researchers use", () => {
  let database: Database;
  let server: TestServer;
  let bundled: NodeValues;
  /** The import of the snapshot that is bundled, before older ones. */
  let newestStatus: ImportReport;
  let counted: Readonly<Record<string, Counted>>;
  const reports = new Map<string, ImportReport>();
  const sets = dataSets(withVotes);

  const bring = async (one: DataSet, older = false): Promise<ImportReport> => {
    const mapping = await readMapping(mappingFile(one.mapping));
    const files = one.files.map((file) => join(DATA_FOLDER, file));
    const options = {
      dryRun: false,
      mode: undefined,
      lenient: false,
      older,
      onProgress: () => undefined,
    };
    return importFiles(database, mapping, files, { ...options, parameters: one.set ?? {} });
  };

  beforeAll(async () => {
    const script = join(packageRoot(), "scripts", "count-data-sets.mjs");
    counted = JSON.parse(execFileSync(process.execPath, [script, DATA_FOLDER], { encoding: "utf8" }));
    database = await bundledDatabase();
    server = await serveDatabase(database);
    bundled = await nodeValues(database);
    newestStatus = await bring(snapshot(NEWEST));
    for (const one of sets) reports.set(keyOf(one), await bring(one, one.set?.snapshot === OLDEST));
  }, LONG);
  afterAll(async () => {
    await server?.stop();
    await database?.close();
  });

  it.each(sets.map((one) => [keyOf(one), one] as const))("contain the expected numbers for %s", (key) => {
    const report = reports.get(key);
    const standing = Object.fromEntries(
      Object.entries(report?.edges ?? {})
        .filter(([type]) => type !== "HAS_NAME" && type !== "REPORTS")
        .map(([type, { created, updated, unchanged }]) => [type, created + updated + unchanged]),
    );
    const expected = counted[key]?.edges ?? {};
    const own = Object.fromEntries(Object.entries(standing).filter(([type]) => type in expected));
    const sum = (counts: Readonly<Record<string, number>>) =>
      Object.values(counts).reduce((total, count) => total + count, 0);
    // What a source says twice in the same words stands once.
    expect(sum(own) + (report?.edgesRepeated ?? 0)).toBe(sum(expected) + (counted[key]?.repeated ?? 0));
    if (!report?.edgesRepeated) expect(own).toEqual(expected);
    expect(report).toMatchObject({ rowsRejected: 0, unmet: [] });
  });

  it("do not replace bundled values, unless by more exact ones", async () => {
    expect(displacedValues(bundled, await nodeValues(database))).toEqual([]);
  });

  it.each([["Sergey Lavrov"], ["Vladimir Putin"], ["Gromyko"]])("contain %s once", async (name) => {
    const { persons } = await data(
      server,
      `{ persons(where: { names: { some: { node: { text: { matches: "${name}" } } } } }) { nodes { id } } }`,
    );
    expect(persons.nodes).toHaveLength(1);
  });

  it.each([
    ["untc", "18-10", "rome"],
    ["untc", "18-10-b", "aggression"],
    ["untc", "27-8", "biodiversity"],
  ])("link the treaty %s %s to the one that UNODA calls %s", async (scheme, code, unoda) => {
    const { one, other } = await data(
      server,
      `{ one: treaty(code: "${code}", scheme: "${scheme}") { id } other: treaty(code: "${unoda}", scheme: "unoda") { id } }`,
    );
    expect(one.id).toBe(other.id);
  });

  it("report persons that match those of another source", () => {
    const { identity } = reports.get("reign-2021-03") ?? {};
    // Of 2,189 persons nearly all are leaders of Archigos, too, to 2015.
    expect(identity?.matched).toBeGreaterThan(1_500);
    expect((identity?.matched ?? 0) + (identity?.created ?? 0)).toBe(2_189);
  });

  it("do not repeat what is bundled", () => {
    const tables = ["40-untc-disarmament-2014.yaml", "43-untc-security-2014.yaml"].flatMap(
      (file) => readInput(file).edges,
    );
    const status = readInput("41-unoda-treaty-status-2026.yaml").edges;
    for (const [report, rows] of [
      [reports.get("un-treaty-collection-2015"), tables],
      [newestStatus, status],
    ] as const) {
      for (const type of ["SIGNED", "TREATY_ACTION"]) {
        const bundledRows = rows.filter(({ row }) => row.type === type && row.source === report?.source);
        const { updated = 0, unchanged = 0 } = report?.edges[type] ?? {};
        expect([type, unchanged, updated]).toEqual([type, bundledRows.length, 0]);
      }
      const { updated, retracted } = report?.edges.COVERS ?? { updated: 0, retracted: 0 };
      expect([updated, retracted]).toEqual([0, 0]);
    }
  });

  it("have the counts of their sources in the API", async () => {
    const last = new Map(sets.map((one) => [reports.get(keyOf(one))?.source ?? "", keyOf(one)]));
    for (const [source, key] of last) {
      const edges = reports.get(key)?.edges ?? {};
      for (const [type, { created, updated, unchanged }] of Object.entries(edges)) {
        const { source: answer } = await data(
          server,
          `query ($id: ID!, $type: [EdgeType!]) { source(id: $id) { asserted(types: $type) { totalCount } } }`,
          { id: source, type: [type] },
        );
        // Labels are reported by a source of their own.
        if (type === "REPORTS") continue;
        // COW's codes of states are bundled: the same source has more names than the import.
        if (type === "HAS_NAME" && key === "cow-states-2016") continue;
        // The bundles infer the parties from the acts of the collection, and say of which treaties they list them all.
        if (type === "COVERS" && key === "un-treaty-collection-2015") continue;
        expect([key, type, answer.asserted.totalCount]).toEqual([key, type, created + updated + unchanged]);
      }
    }
  });

  it(
    "importing again changes nothing",
    async () => {
      const before = await contentHash(database);
      for (const one of sets) {
        // An older snapshot would bring back what a later one no longer has.
        if (one.set && one.set.snapshot !== NEWEST) continue;
        const { nodes, edges } = await bring(one);
        for (const counts of [nodes, ...Object.values(edges)]) {
          expect({ key: keyOf(one), ...counts }).toMatchObject({ created: 0, updated: 0, retracted: 0 });
        }
      }
      expect(await contentHash(database)).toBe(before);
    },
    LONG,
  );

  it("share one node for a treaty, with separate claims", async () => {
    const answer = await data(
      server,
      `{ nato: treaty(code: "227", scheme: "cow-alliance") { id same: names(where: { node: { scheme: { eq: "atop" } } }) { nodes { text } } }
         again: treaty(code: "3180", scheme: "atop") { id }
         npt: treaty(id: "treaty:npt-1968") { signatories(sources: ["source:unoda-treaty-status"]) { totalCount } }
         cst: treaty(id: "treaty:cst-1992") {
           cow: parties(sources: ["source:cow-alliances"]) { totalCount }
           atop: parties(sources: ["source:atop"]) { totalCount } } }`,
    );
    expect(answer.nato.id).toBe("treaty:north-atlantic-1949");
    expect(answer.again.id).toBe("treaty:north-atlantic-1949");
    expect(answer.npt.signatories.totalCount).toBeGreaterThan(0);
    // COW 350: nine members, no exits. ATOP 4220: the same nine, three of which left in 1999 and one came back in 2006.
    expect(answer.cst.cow.totalCount).toBe(9);
    expect(answer.cst.atop.totalCount).toBe(10);
  });

  it("conflict where COW and ATOP disagree on who left the Collective Security Treaty", async () => {
    const { conflicts } = await data(
      server,
      `{ conflicts(about: ["treaty:cst-1992"], between: ["source:cow-alliances", "source:atop"], types: [PARTY_TO], first: 100) {
           nodes: edges { from { id } differences { property values { source value } } } } }`,
    );
    const ofState = (id: string) =>
      conflicts.nodes
        .filter((one: { from: { id: string } }) => one.from.id === id)
        .flatMap((one: { differences: readonly { property: string }[] }) => one.differences);
    // ATOP has Azerbaijan and Georgia out in 1999; COW still saw them in at the end of 2012.
    for (const id of ["state:aze", "state:geo"]) {
      const end = ofState(id).find((one: { property: string }) => one.property === "validTo");
      expect(end?.values.find(({ source }: { source: string }) => source === "source:atop")?.value).toMatch(
        /^1999/,
      );
      expect(
        end?.values.find(({ source }: { source: string }) => source === "source:cow-alliances")?.value,
      ).toBe("2012-12-31/..");
    }
    expect(ofState("state:kaz").filter((one: { property: string }) => one.property === "validTo")).toEqual(
      [],
    );
  });
});

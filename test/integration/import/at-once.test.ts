import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { PactError } from "../../../src/errors.js";
import type { ImportReport } from "../../../src/import/report.js";
import { discardStaging, findStaging } from "../../../src/record/staging/staging.js";
import { load } from "../../fixtures/graph.js";
import {
  BEFORE,
  BREAKS,
  breaking,
  breakOff,
  dump,
  importLeagues,
  interrupted,
  RELEASE_1,
  RELEASE_2,
  Scratch,
} from "../../fixtures/import/leagues.js";
import { data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
let whole: readonly string[];
const scratch = new Scratch();

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, BEFORE);
  await importLeagues(database, RELEASE_1);
  whole = await dump(database);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BEFORE);
});

const EIGHT = Array.from({ length: 8 }, (_, index) => index);

async function allAtOnce(work: (index: number) => Promise<ImportReport>) {
  const settled = await Promise.allSettled(EIGHT.map(work));
  return {
    reports: settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])),
    errors: settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : [])),
  };
}

function expectClear(errors: readonly unknown[]): void {
  for (const error of errors) {
    expect(error, String(error)).toBeInstanceOf(PactError);
    expect((error as PactError).code).toBe("IMPORT_UNFINISHED");
    expect((error as PactError).message).not.toMatch(/Neo\.|constraint|IndexEntry/i);
  }
}

const createdBy = (reports: readonly ImportReport[]) =>
  reports.map(({ edges }) => edges.PARTY_TO?.created).filter((count) => count !== 0);

/** What readers see of edges. */
async function counted(): Promise<unknown> {
  return data(server, "{ states { nodes { id partyTo { totalCount } signed { totalCount } } } }");
}

const runs = async (db: Database) =>
  Number((await db.read((tx) => tx.run("MATCH (run:ImportRun) RETURN count(run) AS count")))[0]?.count);

it.each([1, 2, 3])("eight identical imports at once leave the graph of one (%i)", async () => {
  await allAtOnce(() => importLeagues(database, RELEASE_1));
  expect(await findStaging(database)).toBeUndefined();
  expect(await dump(database)).toEqual(whole);
});

it("one of eight identical imports at once creates the rows, and the others report why they did not", async () => {
  const { reports, errors } = await allAtOnce(() => importLeagues(database, RELEASE_1));
  expectClear(errors);
  expect(createdBy(reports)).toEqual([8]);
});

// As above, in a fixed order.
it("one of two identical overlapping imports is rejected with a clear code", async () => {
  const others: Promise<unknown>[] = [];
  const slow = interrupted(database, async () => {
    others.push(importLeagues(database, RELEASE_1));
    await Promise.allSettled(others);
  });
  const settled = await Promise.allSettled([importLeagues(slow, RELEASE_1)]);
  const all = [...settled, ...(await Promise.allSettled(others))];
  expect(await dump(database)).toEqual(whole);
  expectClear(all.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : [])));
});

it("eight identical imports at once are recorded once", async () => {
  const { reports } = await allAtOnce(() => importLeagues(database, RELEASE_1));
  expect(await runs(database)).toBe(reports.length);
  expect(new Set(reports.map(({ recordedAt }) => recordedAt)).size).toBe(reports.length);
});

it("two releases imported at once run one after the other, or the second is rejected", async () => {
  const settled = await Promise.allSettled([
    importLeagues(database, RELEASE_1),
    importLeagues(database, RELEASE_2, { release: "2.0", mode: "merge" }),
  ]);
  expectClear(settled.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : [])));
  expect(settled.map(({ status }) => status)).toContain("fulfilled");
  expect(await findStaging(database)).toBeUndefined();
  const ids = await database.read((tx) => tx.run("MATCH ()-[r]->() RETURN r.id AS id"));
  expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
});

describe("an import that is discarded while it runs", () => {
  it("does not succeed with missing edges", async () => {
    const slow = interrupted(database, () => discardStaging(database));
    const settled = await Promise.allSettled([importLeagues(slow, RELEASE_1)]);
    if (settled[0].status === "fulfilled") expect(await dump(database)).toEqual(whole);
    else expect((settled[0].reason as PactError).code).toMatch(/^IMPORT_/);
  });

  // As above.
  it("is rejected without writing if another release was imported meanwhile", async () => {
    let before: readonly string[] = [];
    const slow = interrupted(database, async () => {
      await discardStaging(database);
      await importLeagues(database, RELEASE_2, { release: "2.0" });
      before = await dump(database, true);
    });
    const [settled] = await Promise.allSettled([importLeagues(slow, RELEASE_1)]);
    expect(await dump(database, true)).toEqual(before);
    expect(settled?.status).toBe("rejected");
  });

  it("does not show its later writes if it was restarted meanwhile", async () => {
    const slow = interrupted(database, async () => {
      await discardStaging(database);
      await breakOff(database, BREAKS["before any batch, nodes staged"](), RELEASE_1);
    });
    const before = await counted();
    await Promise.allSettled([
      importLeagues(breaking(slow, BREAKS["before publishing, all edges staged"]()), RELEASE_1),
    ]);
    expect(await counted()).toEqual(before);
  });
});

it("eight data sets imported at once are complete or rejected", async () => {
  const mapping = (index: number) =>
    scratch.mapping(["id: test-leagues", `id: leagues-${index}`], ["source:leagues", `source:set-${index}`]);
  const { reports, errors } = await allAtOnce((index) =>
    importLeagues(database, RELEASE_1, { mapping: mapping(index) }),
  );
  expectClear(errors);
  expect(reports.length).toBeGreaterThan(0);
  for (const { source } of reports) {
    const text = "MATCH ()-[r {sourceId: $source}]->() RETURN count(r) AS count";
    const [row] = await database.read((tx) => tx.run(text, { source }));
    expect(row?.count).toBe(26);
  }
  const others = await database.read((tx) =>
    tx.run("MATCH ()-[r]->() RETURN DISTINCT r.sourceId AS id ORDER BY id"),
  );
  const known = new Set(["source:press", "source:rival", ...reports.map(({ source }) => source)]);
  expect(others.map(({ id }) => String(id).replace(".labels", "")).filter((id) => !known.has(id))).toEqual(
    [],
  );
});

it("bundles and an import at once are complete or rejected with the code", async () => {
  const bundleOf = (index: number) => ({
    source: "source:press",
    edges: [{ type: "SIGNED", from: "state:bbb", to: "treaty:known", date: `197${index}-01-01` }],
  });
  const settled = await Promise.allSettled([
    importLeagues(database, RELEASE_1),
    ...EIGHT.map((index) => load(database, bundleOf(index))),
  ]);
  const [imported, ...others] = settled;
  expect(imported?.status).toBe("fulfilled");
  expectClear(others.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : [])));
  const [row] = await database.read((tx) =>
    tx.run("MATCH ()-[r:PARTY_TO {sourceId: 'source:leagues'}]->() RETURN count(r) AS count"),
  );
  expect(row?.count).toBe(8);
});

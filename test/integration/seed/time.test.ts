import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { buildCli, runCli } from "../../fixtures/cli.js";
import { BASE, bundle, load } from "../../fixtures/graph.js";
import { data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
});

async function inZone<T>(zone: string, act: () => Promise<T>): Promise<T> {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return await act();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

// Case 18. Kinds of day: long ago with an odd offset, around a change of clocks, the ends of years.
describe("days in all time zones", () => {
  const DAYS = ["1894-01-04", "0001-01-01", "1949-01-01", "2018-03-25", "2018-12-31", "9999-12-31"];
  const ZONES = ["Asia/Almaty", "America/New_York", "Pacific/Kiritimati", "Africa/Monrovia", "UTC"];
  const nodes = DAYS.map((day) => ({
    type: "Treaty",
    id: `treaty:d${day}`,
    name: day,
    kind: "PEACE",
    signed: day,
  }));
  const edges = DAYS.flatMap((day) => [
    { type: "PARTY_TO", from: "state:aaa", to: `treaty:d${day}`, on: day },
    { type: "SIGNED", from: "state:aaa", to: `treaty:d${day}`, date: day },
  ]);
  const parts = {
    ...BASE,
    sources: [{ id: "source:a", name: "A", kind: "NEWS", publishedAt: "1894-01-04" }],
    nodes: [...(BASE.nodes ?? []), ...nodes],
    edges,
  };

  async function readAll() {
    const treaties = await Promise.all(
      DAYS.map(async (day) => {
        const query = `query ($id: ID!, $day: Date!) { treaty(id: $id) { signed signedMin signedMax
          parties(asOf: $day, certainty: CERTAIN) { edges { validFromMax validToMin } }
          signatories { edges { date dateMin dateMax } } } }`;
        return (await data(server, query, { id: `treaty:d${day}`, day })).treaty;
      }),
    );
    const { source } = await data(server, '{ source(id: "source:a") { publishedAt } }');
    return { treaties, source };
  }
  const EXPECTED = {
    treaties: DAYS.map((day) => ({
      signed: day,
      signedMin: day,
      signedMax: day,
      parties: { edges: [{ validFromMax: day, validToMin: day }] },
      signatories: { edges: [{ date: day, dateMin: day, dateMax: day }] },
    })),
    source: { publishedAt: "1894-01-04" },
  };

  it.each(ZONES)("are the same when written with %s and read with all", async (zone) => {
    await inZone(zone, () => load(database, parts));
    for (const reader of ZONES) expect(await inZone(reader, readAll)).toEqual(EXPECTED);
  });

  it("are unchanged when written in one and loaded again in another", async () => {
    await inZone("Asia/Almaty", () => load(database, parts));
    const report = await inZone("America/New_York", () => load(database, parts));
    expect(report).toMatchObject({ created: 0, updated: 0, retracted: 0 });
  });

  describe("in processes of the program", () => {
    let folder = "";
    beforeAll(async () => {
      await buildCli();
      folder = await mkdtemp(join(tmpdir(), "pactgraph-zones-"));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    it("are the same in two time zones", async () => {
      const file = join(folder, "days.json");
      await writeFile(file, bundle(parts));
      expect((await runCli(["seed", file], { TZ: "Asia/Almaty" })).code).toBe(0);
      expect(await inZone("America/New_York", readAll)).toEqual(EXPECTED);
      const again = await runCli(["seed", file], { TZ: "America/New_York" });
      expect(again.stdout).toMatch(/^0 created, 0 updated, \d+ unchanged, 0 assertions retracted/);
    });
  });
});

it("instants are returned in one time zone, whatever the zone of the writer", async () => {
  const edge = { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1990", validTo: "1999" };
  await inZone("Asia/Almaty", () => load(database, { source: "source:a", edges: [edge] }));
  await inZone("America/New_York", () => load(database, { source: "source:b", edges: [edge] }));
  const { treaty } = await data(
    server,
    '{ treaty(id: "treaty:t") { recordedAt parties { edges { source { id } assertions { recordedAt source { id } } } } } }',
  );
  const [fact] = treaty.parties.edges;
  // First recorded, whatever the clock on the wall said.
  expect(fact.source.id).toBe("source:a");
  const instants = fact.assertions.map(({ recordedAt }: { recordedAt: string }) => recordedAt);
  for (const instant of [...instants, treaty.recordedAt])
    expect(instant).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
});

// Case 12.
it("a treaty dated 193X is found in 1939, not in 1940", async () => {
  await load(database, {
    source: "source:a",
    nodes: [{ type: "Treaty", id: "treaty:m", name: "M", kind: "PEACE", signed: "193X" }],
    edges: [{ type: "PARTY_TO", from: "state:aaa", to: "treaty:m", validFrom: "193X", validTo: "193X" }],
  });
  const { treaty } = await data(
    server,
    `{ treaty(id: "treaty:m") { signed signedMin signedMax
      y1929: parties(during: "1929", certainty: POSSIBLE) { totalCount }
      y1930: parties(during: "1930", certainty: POSSIBLE) { totalCount }
      y1939: parties(during: "1939", certainty: POSSIBLE) { totalCount }
      y1940: parties(during: "1940", certainty: POSSIBLE) { totalCount }
      sure: parties(during: "1939", certainty: CERTAIN) { totalCount } } }`,
  );
  expect(treaty).toEqual({
    signed: "193X",
    signedMin: "1930-01-01",
    signedMax: "1939-12-31",
    y1929: { totalCount: 0 },
    y1930: { totalCount: 1 },
    y1939: { totalCount: 1 },
    y1940: { totalCount: 0 },
    sure: { totalCount: 0 },
  });
});

// Case 14.
it("an edge that ended on an unknown day does not still hold", async () => {
  const office = (person: string, properties: Readonly<Record<string, string>>) => ({
    type: "HELD_OFFICE",
    from: person,
    to: "state:aaa",
    title: "MINISTER",
    validFrom: "2010-05",
    ...properties,
  });
  await load(database, {
    source: "source:a",
    nodes: ["p1", "p2"].map((slug) => ({ type: "Person", id: `person:${slug}`, name: slug })),
    edges: [office("person:p1", { observedUntil: "2011-02-01" }), office("person:p2", { validTo: ".." })],
  });
  const query = `query ($day: Date!, $certainty: Certainty!) {
    state(id: "state:aaa") { officeHolders(asOf: $day, certainty: $certainty) { nodes { ... on Person { id } } } } }`;
  const holders = async (day: string, certainty: string) =>
    (await data(server, query, { day, certainty })).state.officeHolders.nodes
      .map(({ id }: { id: string }) => id)
      .sort();
  // An open end is certain until the source was published, in 2020.
  expect(await holders("2026-11-25", "CERTAIN")).toEqual([]);
  expect(await holders("2015-01-01", "CERTAIN")).toEqual(["person:p2"]);
  expect(await holders("2026-11-25", "POSSIBLE")).toEqual(["person:p1", "person:p2"]);
  expect(await holders("2011-01-01", "CERTAIN")).toEqual(["person:p1", "person:p2"]);
  expect(await holders("2010-05-15", "CERTAIN")).toEqual([]);
  expect(await holders("2010-04-30", "POSSIBLE")).toEqual([]);
});

// Case 20 and the rule of the design: an open end is not possible beyond the life of what it joins.
it("an open membership is stored as asserted, but not possible after the end of the organization", async () => {
  await load(database, {
    source: "source:a",
    nodes: [{ type: "Organization", id: "org:o", name: "O", kind: "ALLIANCE", dissolved: "1991-07-01" }],
    edges: [
      {
        type: "MEMBER_OF",
        from: "state:aaa",
        to: "org:o",
        role: "MEMBER",
        validFrom: "1955-05-14",
        validTo: "..",
      },
    ],
  });
  const query = `query ($day: Date!) { organization(id: "org:o") {
    sure: members(asOf: $day, certainty: CERTAIN) { totalCount }
    maybe: members(asOf: $day, certainty: POSSIBLE) { totalCount edges { validTo } } } }`;
  const on = async (day: string) => (await data(server, query, { day })).organization;
  expect(await on("1991-07-01")).toEqual({
    sure: { totalCount: 1 },
    maybe: { totalCount: 1, edges: [{ validTo: ".." }] },
  });
  expect(await on("1991-07-02")).toEqual({
    sure: { totalCount: 0 },
    maybe: { totalCount: 0, edges: [] },
  });
  expect(await on("2000-01-01")).toMatchObject({ sure: { totalCount: 0 }, maybe: { totalCount: 0 } });
});

// Case 17, in a bundle.
it("a year stays a year and 1 January stays that day", async () => {
  await load(database, {
    source: "source:a",
    nodes: ["1906", "1949-01-01"].map((signed) => ({
      type: "Treaty",
      id: `treaty:y${signed}`,
      name: signed,
      kind: "PEACE",
      signed,
    })),
  });
  const query = "query ($id: ID!) { treaty(id: $id) { signed signedMin signedMax } }";
  expect((await data(server, query, { id: "treaty:y1906" })).treaty).toEqual({
    signed: "1906",
    signedMin: "1906-01-01",
    signedMax: "1906-12-31",
  });
  expect((await data(server, query, { id: "treaty:y1949-01-01" })).treaty).toEqual({
    signed: "1949-01-01",
    signedMin: "1949-01-01",
    signedMax: "1949-01-01",
  });
});

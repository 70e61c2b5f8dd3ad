import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { retract } from "../../../src/record/retract.js";
import { BASE, type BundleParts, load, outcomes } from "../../fixtures/graph.js";
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

type Row = Readonly<Record<string, unknown>>;

const party = (properties: Row): Row => ({
  type: "PARTY_TO",
  from: "state:aaa",
  to: "treaty:t",
  ...properties,
});
const edges = (...rows: readonly Row[]): BundleParts => ({ source: "source:a", edges: rows });

const PARTIES = `query ($asKnownAt: DateTime) { treaty(id: "treaty:t") {
  parties(asKnownAt: $asKnownAt) { totalCount edges {
    validFrom validTo recordedAt retractedAt source { id } factKey
    assertions(includeRetracted: true) { validFrom retractedAt source { id } factKey }
  } } } }`;

async function parties(asKnownAt: string | null = null) {
  return (await data(server, PARTIES, { asKnownAt })).treaty.parties;
}

/** An instant between two loads, as the database has it. */
async function now(): Promise<string> {
  await sleep(20);
  const [row] = await database.read((tx) => tx.run("RETURN toString(datetime.realtime()) AS now"));
  await sleep(20);
  return String(row?.now);
}

// Case 42.
it("a corrected start retracts the old assertion of the same fact", async () => {
  const start = await now();
  await load(database, edges(party({ validFrom: "1992", validTo: ".." })));
  const before = await now();
  const report = await load(database, edges(party({ validFrom: "1992-05-15", validTo: ".." })));
  expect(outcomes(report)).toEqual(["updated"]);
  expect(report.retracted).toBe(1);

  const today = await parties();
  expect(today.totalCount).toBe(1);
  expect(today.edges).toMatchObject([{ validFrom: "1992-05-15", validTo: "..", retractedAt: null }]);
  const { assertions } = today.edges[0];
  expect(assertions).toHaveLength(2);
  expect(new Set(assertions.map(({ factKey }: Row) => factKey)).size).toBe(1);
  expect(assertions.map(({ validFrom }: Row) => validFrom).sort()).toEqual(["1992", "1992-05-15"]);

  expect((await parties(before)).edges.map(({ validFrom }: Row) => validFrom)).toEqual(["1992"]);
  expect((await parties(start)).totalCount).toBe(0);
});

it("a start that is corrected back makes a third assertion of the same fact", async () => {
  for (const validFrom of ["1992", "1992-05-15", "1992"])
    await load(database, edges(party({ validFrom, validTo: ".." })));
  const { totalCount, edges: rows } = await parties();
  expect(totalCount).toBe(1);
  expect(rows[0].validFrom).toBe("1992");
  expect(rows[0].assertions).toHaveLength(3);
  expect(rows[0].assertions.filter(({ retractedAt }: Row) => retractedAt === null)).toHaveLength(1);
});

it("a corrected locator is a correction", async () => {
  await load(database, edges(party({ validFrom: "1992", locator: "row 1" })));
  const report = await load(database, edges(party({ validFrom: "1992", locator: "row 2" })));
  expect(outcomes(report)).toEqual(["updated"]);
  expect((await parties()).totalCount).toBe(1);
});

describe("the spells of one fact", () => {
  it("are two if the second one is later", async () => {
    await load(database, edges(party({ validFrom: "1970", validTo: "1979" })));
    const report = await load(database, edges(party({ validFrom: "1985", validTo: ".." })));
    expect(outcomes(report)).toEqual(["created"]);
    expect(report.retracted).toBe(0);
    const { totalCount, edges: rows } = await parties();
    expect(totalCount).toBe(2);
    expect(rows.map(({ validFrom }: Row) => validFrom).sort()).toEqual(["1970", "1985"]);
  });

  it("are corrected separately", async () => {
    await load(
      database,
      edges(party({ validFrom: "1970", validTo: "1979" }), party({ validFrom: "1985", validTo: ".." })),
    );
    const report = await load(database, edges(party({ validFrom: "1985-03", validTo: ".." })));
    expect(report).toMatchObject({ created: 0, updated: 1, retracted: 1 });
    expect((await parties()).edges.map(({ validFrom }: Row) => validFrom).sort()).toEqual([
      "1970",
      "1985-03",
    ]);
  });

  it("are still one if an open end gets its day", async () => {
    await load(database, edges(party({ validFrom: "1970", validTo: ".." })));
    const report = await load(database, edges(party({ validFrom: "1970", validTo: "1979-12-31" })));
    expect(outcomes(report)).toEqual(["updated"]);
    expect((await parties()).edges).toMatchObject([{ validFrom: "1970", validTo: "1979-12-31" }]);
  });

  it("stay two if both are corrected in one bundle, in any order", async () => {
    await load(
      database,
      edges(party({ validFrom: "1970", validTo: "1979" }), party({ validFrom: "1985", validTo: "1990" })),
    );
    const report = await load(
      database,
      edges(
        party({ validFrom: "1985-02", validTo: "1990" }),
        party({ validFrom: "1970-02", validTo: "1979" }),
      ),
    );
    expect(report).toMatchObject({ created: 0, updated: 2, retracted: 2 });
    expect((await parties()).totalCount).toBe(2);
  });
});

describe("evidence for one day", () => {
  it("is one assertion if it is repeated for the same day", async () => {
    await load(database, edges(party({ on: "1999-01-01" })));
    expect(outcomes(await load(database, edges(party({ on: "1999-01-01" }))))).toEqual(["unchanged"]);
    expect((await parties()).totalCount).toBe(1);
  });

  it("is another assertion for another day and corrects nothing", async () => {
    await load(database, edges(party({ on: "1999-01-01" })));
    const report = await load(database, edges(party({ on: "2001-01-01" })));
    expect(outcomes(report)).toEqual(["created"]);
    expect(report.retracted).toBe(0);
  });

  it("certainly holds on that day only", async () => {
    await load(database, edges(party({ on: "1999-01-01" })));
    const query = `{ treaty(id: "treaty:t") {
      day: parties(asOf: "1999-01-01", certainty: CERTAIN) { totalCount }
      next: parties(asOf: "1999-01-02", certainty: CERTAIN) { totalCount }
      maybe: parties(asOf: "1950-01-02", certainty: POSSIBLE) { totalCount } } }`;
    expect((await data(server, query)).treaty).toEqual({
      day: { totalCount: 1 },
      next: { totalCount: 0 },
      maybe: { totalCount: 0 },
    });
  });
});

describe("signatures and acts", () => {
  const signed = (properties: Row): Row => ({
    type: "SIGNED",
    from: "state:aaa",
    to: "treaty:t",
    ...properties,
  });

  it("are still one if the date is corrected to another year", async () => {
    await load(database, edges(signed({ date: "1991-05-05" })));
    const report = await load(database, edges(signed({ date: "1992-05-05", corrects: "1991-05-05" })));
    expect(report).toMatchObject({ created: 0, updated: 1, retracted: 1 });
    const { treaty } = await data(
      server,
      '{ treaty(id: "treaty:t") { signatories { totalCount edges { date } } } }',
    );
    expect(treaty.signatories).toEqual({ totalCount: 1, edges: [{ date: "1992-05-05" }] });
  });

  it("are two for oneself and on behalf of another", async () => {
    await load(database, edges(signed({}), signed({ onBehalfOf: "state:bbb" })));
    const { treaty } = await data(server, '{ treaty(id: "treaty:t") { signatories { totalCount } } }');
    expect(treaty.signatories.totalCount).toBe(2);
  });

  it("are two for two notices of withdrawal from two bundles", async () => {
    const notice = (date: string): Row => ({
      type: "TREATY_ACTION",
      from: "state:aaa",
      to: "treaty:t",
      act: "WITHDRAWAL_NOTICE",
      date,
    });
    await load(database, edges(notice("1993-03-12")));
    await load(database, edges(notice("2003-01-10")));
    const report = await load(database, edges(notice("2003-01-10"), notice("1993-03-12")));
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 2, retracted: 0 });
    const { treaty } = await data(server, '{ treaty(id: "treaty:t") { actions { totalCount } } }');
    expect(treaty.actions.totalCount).toBe(2);
  });
});

describe("two identical rows", () => {
  it("make one assertion, which is counted once", async () => {
    const report = await load(database, edges(party({ validFrom: "1992" }), party({ validFrom: "1992" })));
    expect(report).toMatchObject({ created: 1, unchanged: 1 });
  });
});

describe("a person", () => {
  it("can issue a statement but cannot adopt a treaty", async () => {
    const nodes = [
      { type: "Person", id: "person:p", name: "P" },
      { type: "Statement", id: "statement:s", name: "S", kind: "ANNOUNCEMENT" },
    ];
    const issued = (to: string): Row => ({ type: "ADOPTED", from: "person:p", to, mode: "ISSUED" });
    await load(database, { source: "source:a", nodes, edges: [issued("statement:s")] });
    const query = '{ statement(id: "statement:s") { adoptedBy { edges { mode node { id } } } } }';
    expect((await data(server, query)).statement.adoptedBy.edges).toEqual([
      { mode: "ISSUED", node: { id: "person:p" } },
    ]);
    await expect(load(database, edges(issued("treaty:t")))).rejects.toThrow(/ADOPTED.*Person.*Statement/);
  });
});

describe("a retracted assertion", () => {
  const query = '{ treaty(id: "treaty:t") { parties { totalCount edges { id } } } }';
  const remove = async () => {
    const edge = (await data(server, query)).treaty.parties.edges[0].id;
    await retract(database, { source: undefined, edge, reason: "Not in the source." }, false);
  };

  it("stays retracted when the same bundle is loaded again, as the report says", async () => {
    await load(database, edges(party({ validFrom: "1992" })));
    await remove();
    const report = await load(database, edges(party({ validFrom: "1992" })));
    expect(outcomes(report)).toEqual(["retracted"]);
    expect(report).toMatchObject({ created: 0, stayRetracted: 1 });
    expect((await data(server, query)).treaty.parties.totalCount).toBe(0);
  });

  it.each([
    ["in the row", edges(party({ validFrom: "1992", restore: true }))],
    ["in the head", { ...edges(party({ validFrom: "1992" })), restore: true }],
  ])("comes back with restore: true %s", async (_where, again) => {
    await load(database, edges(party({ validFrom: "1992" })));
    await remove();
    expect(outcomes(await load(database, again))).toEqual(["created"]);
    expect((await data(server, query)).treaty.parties.totalCount).toBe(1);
  });

  it("stays retracted if it reports a property of a node", async () => {
    const node = { type: "Treaty", id: "treaty:t", place: "Nowhere" };
    await load(database, { source: "source:a", nodes: [node] });
    const place =
      '{ treaty(id: "treaty:t") { place reportedBy(where: { property: { eq: "place" } }) { edges { id } } } }';
    const edge = (await data(server, place)).treaty.reportedBy.edges[0].id;
    await retract(database, { source: undefined, edge, reason: "Wrong." }, false);
    expect(await load(database, { source: "source:a", nodes: [node] })).toMatchObject({ stayRetracted: 1 });
    expect((await data(server, place)).treaty.place).toBeNull();
  });

  it("that is covered comes back with restore: true in the head or in the entry", async () => {
    const covered = (more: object = {}) => ({
      source: "source:a",
      coverage: [{ of: "treaty:t", relation: ["parties"], ...more }],
    });
    const read = async () =>
      (await data(server, '{ treaty(id: "treaty:t") { parties { coverage { completeness } } } }')).treaty
        .parties.coverage.completeness;
    await load(database, covered());
    const before = await read();
    const retractAll = () =>
      retract(database, { source: "source:a", edge: undefined, reason: "Not complete." }, false);
    await retractAll();
    expect(await load(database, covered())).toMatchObject({ stayRetracted: 1 });
    expect(await read()).not.toBe(before);
    await load(database, { ...covered(), restore: true });
    expect(await read()).toBe(before);
    await retractAll();
    await load(database, covered({ restore: true }));
    expect(await read()).toBe(before);
  });
});

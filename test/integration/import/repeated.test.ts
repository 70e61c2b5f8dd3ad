import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { retract } from "../../../src/record/retract.js";
import { load } from "../../fixtures/graph.js";
import { BEFORE, dump, HEAD, importLeagues, now, refusal, Scratch } from "../../fixtures/import/leagues.js";
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

/** A row of one state in one league. */
const row = (since: string, until = "", signed = "", league = "x", state = "AAA") =>
  `${league},,peace,,${state},${since},${until},${signed}`;

async function spells(slug = "league-x"): Promise<readonly string[]> {
  const { treaty } = await data(
    server,
    `{ treaty(id: "treaty:${slug}") { parties { totalCount edges { validFrom validTo } } } }`,
  );
  expect(treaty.parties.totalCount).toBe(treaty.parties.edges.length);
  type Edge = { validFrom: string; validTo: string | null };
  return treaty.parties.edges.map(({ validFrom, validTo }: Edge) => `${validFrom} ${validTo}`).sort();
}

describe("identical rows", () => {
  it("are kept once and reported with both lines", async () => {
    const report = await importLeagues(
      database,
      scratch.rows(row("1990", "1999"), row("1992", "", "", "y"), row("1990", "1999")),
    );
    expect(report).toMatchObject({ rowsRead: 3, rowsRejected: 0, edgesRepeated: 1, rejected: [] });
    const edge = { type: "PARTY_TO", from: "state:aaa", to: "treaty:league-x" };
    expect(report.duplicateRows).toEqual([{ at: "leagues.csv:4", first: "leagues.csv:2", ...edge }]);
    expect(report.edges.PARTY_TO?.created).toBe(2);
    expect(await spells()).toEqual(["1990 1999"]);
  });

  it("are counted for each edge and repetition", async () => {
    const one = row("1990", "1999", "1989-01-01");
    const report = await importLeagues(database, scratch.rows(one, one, one));
    // Two more parties, two more signatures.
    expect(report).toMatchObject({ rowsRead: 3, edgesRepeated: 4 });
    const places = report.duplicateRows.map(({ type, at, first }) => `${type} ${at} ${first}`).sort();
    expect(places).toEqual([
      "PARTY_TO leagues.csv:3 leagues.csv:2",
      "PARTY_TO leagues.csv:4 leagues.csv:2",
      "SIGNED leagues.csv:3 leagues.csv:2",
      "SIGNED leagues.csv:4 leagues.csv:2",
    ]);
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect(report.edges.SIGNED?.created).toBe(1);
  });

  it("change nothing when imported again", async () => {
    const file = scratch.rows(row("1990", "1999"), row("1990", "1999"));
    await importLeagues(database, file);
    const before = await dump(database, true);
    const report = await importLeagues(database, file);
    expect(report.edgesRepeated).toBe(1);
    expect(report.edges.PARTY_TO).toEqual({ created: 0, updated: 0, unchanged: 1, retracted: 0 });
    expect(await dump(database, true)).toEqual(before);
  });

  it("are reported by a dry run as well", async () => {
    const file = scratch.rows(row("1990", "1999"), row("1990", "1999"));
    const tried = await importLeagues(database, file, { dryRun: true });
    expect(tried).toMatchObject({ edgesRepeated: 1 });
    expect(tried.edges.PARTY_TO?.created).toBe(1);
  });
});

describe("two acts that differ in nothing but their number", () => {
  const numbered = () =>
    scratch.mapping(
      ["    steps:\n", "    steps:\n      - number: { key: [league, state, signed], into: nth }\n"],
      ['date: "{day}"', 'date: "{day}"\n          key: { column: nth, map: { "1": ~ }, else: "{nth}" }'],
    );
  const signatures = async () => {
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:league-x") { signatories { edges { key date factKey } } } }`,
    );
    return treaty.signatories.edges as readonly { key: string | null; date: string; factKey: string }[];
  };

  it("are two edges of two facts, and the first has the key that it would have alone", async () => {
    const one = row("1990", "1999", "1989-01-01");
    await importLeagues(database, scratch.rows(one));
    const [alone] = await signatures();
    const report = await importLeagues(database, scratch.rows(one, one), { mapping: numbered() });
    expect(report.edges.SIGNED).toEqual({ created: 1, updated: 0, unchanged: 1, retracted: 0 });
    expect(report.duplicateRows.map(({ type }) => type)).toEqual(["PARTY_TO"]);
    const both = await signatures();
    expect(both.map(({ key }) => key).sort()).toEqual(["2", null]);
    expect(both.find(({ key }) => key === null)?.factKey).toBe(alone?.factKey);
    expect(new Set(both.map(({ factKey }) => factKey)).size).toBe(2);
  });

  it("change nothing when imported again, and a missing one is retracted", async () => {
    const one = row("1990", "1999", "1989-01-01");
    const mapping = numbered();
    await importLeagues(database, scratch.rows(one, one), { mapping });
    const again = await importLeagues(database, scratch.rows(one, one), { mapping });
    expect(again.edges.SIGNED).toEqual({ created: 0, updated: 0, unchanged: 2, retracted: 0 });
    const less = await importLeagues(database, scratch.rows(one), { mapping, release: "2.0" });
    expect(less.edges.SIGNED).toEqual({ created: 0, updated: 0, unchanged: 1, retracted: 1 });
  });
});

describe("rows that contradict each other", () => {
  it("are rejected, and the first one is named", async () => {
    const before = await dump(database, true);
    const file = scratch.rows(row("1990", "1999"), row("1992", "", "", "y"), row("1990", "1998"));
    const { code, report, message } = await refusal(importLeagues(database, file));
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(/1 rows? /);
    expect(report.rejected).toEqual([
      { at: "leagues.csv:4", column: null, reason: expect.stringMatching(/twice.*leagues\.csv:2/) },
    ]);
    expect(report).toMatchObject({ rowsRead: 3, rowsRejected: 1, edgesRepeated: 0 });
    expect(await dump(database, true)).toEqual(before);
  });

  it("keep the first one with lenient", async () => {
    const file = scratch.rows(row("1990", "1999"), row("1990", "1998"), row("1990", "1997"));
    const report = await importLeagues(database, file, { lenient: true });
    expect(report.rejected.map(({ at }) => at)).toEqual(["leagues.csv:3", "leagues.csv:4"]);
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect(await spells()).toEqual(["1990 1999"]);
  });

  it("are counted separately from repetitions", async () => {
    const file = scratch.rows(row("1990", "1999"), row("1990", "1998"), row("1990", "1999"));
    const report = await importLeagues(database, file, { lenient: true });
    expect(report).toMatchObject({ edgesRepeated: 1, rowsRejected: 1 });
    expect(await spells()).toEqual(["1990 1999"]);
  });

  it("are all reported with lenient", async () => {
    const file = scratch.rows(row("1990", "1999"), row("1990", "1998"), row("1990", "1998"));
    const report = await importLeagues(database, file, { lenient: true });
    expect(await spells()).toEqual(["1990 1999"]);
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect(report.rowsRejected + report.edgesRepeated).toBe(2);
  });

  it("are counted once if two edges of a row contradict", async () => {
    const mapping = scratch.mapping(['date: "{day}"', 'date: "{day}"\n          quote: "{until}"']);
    const file = scratch.rows(row("1990", "1999", "1989-01-01"), row("1990", "1998", "1989-01-01"));
    const { report } = await refusal(importLeagues(database, file, { mapping }));
    expect(new Set(report.rejected.map(({ at }) => at))).toEqual(new Set(["leagues.csv:3"]));
    expect(report.rowsRejected).toBe(1);
  });

  it("lose all edges of the row with lenient", async () => {
    const file = scratch.rows(row("1990", "1999"), row("1990", "1998", "1989-01-01"));
    const report = await importLeagues(database, file, { lenient: true });
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect(report.edges.SIGNED).toBeUndefined();
    expect(report.edgesLeftOut).toEqual({ PARTY_TO: 1, SIGNED: 1 });
  });

  it("are accepted as two signatures on two days", async () => {
    const file = scratch.rows(row("1990", "1999", "1989-01-01"), row("1990", "1999", "1988-01-01"));
    const report = await importLeagues(database, file);
    expect(report.edgesRepeated).toBe(1);
    expect(report.edges.SIGNED?.created).toBe(2);
  });
});

describe("two spells of one pair", () => {
  it("are two edges of one fact", async () => {
    const report = await importLeagues(
      database,
      scratch.rows(row("1990-01-01", "1995-12-31"), row("2000-01-01", "2005-12-31")),
    );
    expect(report).toMatchObject({ rowsRejected: 0, edgesRepeated: 0 });
    expect(report.edges.PARTY_TO?.created).toBe(2);
    expect(await spells()).toEqual(["1990-01-01 1995-12-31", "2000-01-01 2005-12-31"]);
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:league-x") { parties { edges { factKey } aggregate { count nodes } }
        back: parties(where: { spells: { gte: 2 } }) { edges { node { id } } } } }`,
    );
    expect(new Set(treaty.parties.edges.map(({ factKey }: { factKey: string }) => factKey)).size).toBe(1);
    expect(treaty.parties.aggregate).toEqual({ count: 2, nodes: 1 });
    expect(treaty.back.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
      ...["state:aaa", "state:aaa"],
    ]);
  });

  it("can be corrected separately by the next release", async () => {
    await importLeagues(database, scratch.rows(row("1990", "1995"), row("2000", "2005")));
    const then = await now(database);
    const next = scratch.rows(row("1990", "1995"), row("2000", "2006"));
    const report = await importLeagues(database, next, { release: "2.0" });
    expect(report.edges.PARTY_TO).toEqual({ created: 0, updated: 1, unchanged: 1, retracted: 0 });
    expect(await spells()).toEqual(["1990 1995", "2000 2006"]);
    const { changes } = await data(
      server,
      `query ($then: DateTime!) { changes(since: $then, types: [PARTY_TO]) { edges { kind } } }`,
      { then },
    );
    expect(changes.edges.map(({ kind }: { kind: string }) => kind)).toContain("RETRACTED");
  });

  it("are reduced to one by the next release", async () => {
    await importLeagues(database, scratch.rows(row("1990", "1995"), row("2000", "2005")));
    const report = await importLeagues(database, scratch.rows(row("1990", "1995")), { release: "2.0" });
    expect(report.edges.PARTY_TO).toEqual({ created: 0, updated: 0, unchanged: 1, retracted: 1 });
    expect(await spells()).toEqual(["1990 1995"]);
  });

  it("can be three in any order, and are unchanged when imported again", async () => {
    const three = [row("2000", "2005"), row("1980", "1985"), row("1990", "1995")];
    await importLeagues(database, scratch.rows(...three));
    expect(await spells()).toEqual(["1980 1985", "1990 1995", "2000 2005"]);
    const before = await dump(database, true);
    const report = await importLeagues(database, scratch.rows(...three));
    expect(report.edges.PARTY_TO?.unchanged).toBe(3);
    expect(await dump(database, true)).toEqual(before);
  });
});

// One line of the file becomes several rows, one for each day of signature.
describe("rows that a step makes of one line", () => {
  const split = () =>
    scratch.mapping(["    steps:\n", '    steps:\n      - split: { column: signed, by: ";" }\n']);

  it("are two signatures on two days", async () => {
    const file = scratch.rows(row("1990", "1999", "1989-01-01;1989-02-02"));
    const report = await importLeagues(database, file, { mapping: split() });
    expect(report.edges.SIGNED?.created).toBe(2);
  });

  it("keep what they have in common once", async () => {
    const file = scratch.rows(row("1990", "1999", "1989-01-01;1989-02-02"));
    const report = await importLeagues(database, file, { mapping: split() });
    expect(report).toMatchObject({ edgesRepeated: 1 });
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect(await spells()).toEqual(["1990 1999"]);
  });

  // As above.
  it("keep the new one if the other is a repetition", async () => {
    const file = scratch.rows(
      row("1990", "1999", "1989-01-01"),
      row("2001", "2002", "1989-01-01;1989-03-03"),
    );
    const report = await importLeagues(database, file, { mapping: split() });
    expect(report.edges.SIGNED?.created).toBe(2);
  });
});

describe("rows of several files", () => {
  const many = () => scratch.mapping(['match: ["leagues*.csv"]', 'match: ["leagues*.csv"]\n    many: true']);
  const file = (name: string, ...rows: readonly string[]) =>
    scratch.write(name, `${[HEAD, ...rows].join("\n")}\n`);

  it("are kept once if they are identical, and reported with both files", async () => {
    const files = [
      file("leagues-a.csv", row("1990", "1999"), row("1990", "", "", "y")),
      file("leagues-b.csv", row("2001", "2002"), row("1990", "1999")),
    ];
    const report = await importLeagues(database, files, { mapping: many() });
    expect(report).toMatchObject({ rowsRead: 4, edgesRepeated: 1, files: [{ rows: 2 }, { rows: 2 }] });
    expect(report.duplicateRows).toMatchObject([{ at: "leagues-b.csv:3", first: "leagues-a.csv:2" }]);
    expect(await spells()).toEqual([...["1990 1999", "2001 2002"]]);
  });

  it("are rejected with both files if they contradict each other", async () => {
    const files = [file("leagues-a.csv", row("1990", "1999")), file("leagues-b.csv", row("1990", "1998"))];
    const { report } = await refusal(importLeagues(database, files, { mapping: many() }));
    expect(report.rejected).toEqual([
      { at: "leagues-b.csv:2", column: null, reason: expect.stringMatching(/leagues-a\.csv:2/) },
    ]);
  });

  it("are kept once if the files have the same name in two folders", async () => {
    const files = [file("leagues.csv", row("1990", "1999")), file("leagues.csv", row("1990", "1999"))];
    const report = await importLeagues(database, files, { mapping: many() });
    expect(report).toMatchObject({ rowsRead: 2, edgesRepeated: 1 });
    expect(report.edges.PARTY_TO?.created).toBe(1);
  });
});

describe("rows of a large file", () => {
  const states = ["AAA", "BBB", "CCC", "DDD"];
  const leagues = Array.from({ length: 900 }, (_, n) => `l${n}`);
  const rows = leagues.flatMap((league) => states.map((state) => row("1990", "1999", "", league, state)));
  const large = (...last: readonly string[]) =>
    scratch.write("leagues.csv", `${[HEAD, ...rows, ...last].join("\n")}\n`);

  it("are compared even if they are far apart", async () => {
    const file = large(
      row("1990", "1999", "", "l0", "AAA"),
      row("1990", "1997", "", "l1", "BBB"),
      row("2001", "2003", "", "l2", "CCC"),
      row("1990", "1999", "", "l899", "DDD"),
    );
    const { report } = await refusal(importLeagues(database, file));
    expect(report).toMatchObject({ rowsRead: 3604, rowsRejected: 1, edgesRepeated: 2 });
    // The head, 3600 rows, and the second of those that follow; league 1 with BBB stands in line 2 + 4 + 1.
    expect(report.rejected).toEqual([
      { at: "leagues.csv:3603", column: null, reason: expect.stringMatching(/leagues\.csv:7\b/) },
    ]);

    const done = await importLeagues(database, file, { lenient: true });
    expect(done.edges.PARTY_TO).toEqual({ created: 3601, updated: 0, unchanged: 0, retracted: 0 });
    expect(done.nodes).toEqual({ created: 900, updated: 0, unchanged: 0, retracted: 0 });
    expect(await spells("league-l2")).toHaveLength(5);
    const { treaties } = await data(
      server,
      `{ treaties { totalCount aggregate(over: "parties") { count } } }`,
    );
    expect(treaties).toEqual({ totalCount: 901, aggregate: { count: 3603 } });
  });

  it("can be removed, corrected and added by the next release at distant lines", async () => {
    await importLeagues(database, large());
    // Line 2 is dropped and line 3601 corrected; a row is added at the end, and one line before all others.
    const changed = rows.slice(1);
    changed[3598] = row("1990", "1998", "", "l899", "DDD");
    changed.push(row("1990", "1999", "", "l900", "AAA"));
    changed.unshift(row("1990", "1999", "", "l901", "AAA"));
    const next = scratch.write("leagues.csv", `${[HEAD, ...changed].join("\n")}\n`);
    const report = await importLeagues(database, next, { release: "2.0" });
    expect(report.edges.PARTY_TO).toEqual({ created: 2, updated: 1, unchanged: 3598, retracted: 1 });
    expect(report.nodes).toMatchObject({ created: 2, updated: 0, unchanged: 900 });
  });
});

describe("a data set that an editor retracted", () => {
  const file = scratch.rows(row("1990", "1999", "1989-01-01"));

  it("can be imported again and stays retracted", async () => {
    const { source } = await importLeagues(database, file);
    await retract(database, { source, edge: undefined, reason: "Not ours." }, false);
    const report = await importLeagues(database, file);
    expect(report.stayRetracted).toBeGreaterThan(2);
    expect(await spells()).toEqual([]);
    await importLeagues(database, file, { restore: true });
    expect(await spells()).toEqual(["1990 1999"]);
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { findStaging } from "../../../src/record/staging/staging.js";
import { load } from "../../fixtures/graph.js";
import {
  type Asked,
  BEFORE,
  dump,
  HEAD,
  importLeagues,
  problem,
  RELEASE_1,
  RELEASE_2,
  refusal,
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

/** Fails unless nothing at all was written by a piece of work that is refused. */
async function refusedWithout<Result>(work: () => Promise<Result>): Promise<Result> {
  const [before, count] = [await dump(database, true), await sizes(database)];
  const result = await work();
  expect(await dump(database, true)).toEqual(before);
  expect(await sizes(database)).toEqual(count);
  expect(await findStaging(database)).toBeUndefined();
  return result;
}

const refused = (file: string, asked: Asked = {}) =>
  refusedWithout(() => refusal(importLeagues(database, file, asked)));

const GOOD = "g,Good,peace,,AAA,1990,,1989-01-01";
const BAD: readonly (readonly [what: string, row: string, column: string | null, reason: RegExp])[] = [
  ["a month that is none", "x,,peace,,AAA,1990-13-01,,", "since", /13/],
  ["a day that the calendar has not", "x,,peace,,AAA,1990,2001-02-29,", "until", /2001-02-29/],
  ["a date of another form", "x,,peace,,AAA,1990,,02/06/1950", "signed", /02\/06\/1950/],
  ["a value that is not in the map", "x,,friendship,,AAA,1990,,", "kind", /friendship/],
  ["an end before the beginning", "x,,peace,,AAA,2000,1990,", null, /1990.*2000/],
  ["too few fields", "x,,peace,,AAA", null, /5 fields.*8/],
  ["a field too many", "x,,peace,,AAA,1990,,,,", null, /10 fields.*8/],
];

describe("an invalid row", () => {
  it.each(BAD)(
    "is reported with file, line, column and reason, and nothing is written: %s",
    async (...[, row, column, reason]) => {
      const error = await refused(scratch.rows(GOOD, row, GOOD.replace("AAA", "BBB")));
      expect(error.code).toBe("IMPORT_FAILED");
      expect(error.message).toMatch(/Nothing was imported/);
      const { report } = error;
      expect(report).toMatchObject({ rowsRead: 3, rowsRejected: 1, rowsUnresolved: 0, recordedAt: null });
      expect(report.rejected).toEqual([
        { at: "leagues.csv:3", column, reason: expect.stringMatching(reason) },
      ]);
      expect(report.nodes).toEqual({ created: 0, updated: 0, unchanged: 0, retracted: 0 });
      expect(report.edges).toEqual({});
    },
  );

  it("is reported together with all others, in order", async () => {
    const error = await refused(scratch.rows(GOOD, ...BAD.map(([, row]) => row)));
    expect(error.report.rejected.map(({ at }) => at)).toEqual(BAD.map((_, n) => `leagues.csv:${n + 3}`));
    expect(error.report).toMatchObject({ rowsRead: BAD.length + 1, rowsRejected: BAD.length });
  });

  it("is reported by a dry run as well", async () => {
    const file = scratch.rows(GOOD, ...BAD.map(([, row]) => row));
    const [real, tried] = [await refused(file), await refused(file, { dryRun: true })];
    expect(tried.report.rejected).toEqual(real.report.rejected);
    expect(tried.message).toBe(real.message);
  });

  it("is skipped and reported with lenient", async () => {
    const file = scratch.rows(GOOD, ...BAD.map(([, row]) => row), GOOD.replace("AAA", "BBB"));
    const report = await importLeagues(database, file, { lenient: true });
    expect(report.rejected).toHaveLength(BAD.length);
    expect(report).toMatchObject({ rowsRead: BAD.length + 2, rowsRejected: BAD.length });
    expect(report.nodes.created).toBe(1);
    expect(report.edges.PARTY_TO?.created).toBe(2);
    const { treaties } = await data(server, `{ treaties { nodes { id parties { totalCount } } } }`);
    expect(treaties.nodes).toEqual(
      expect.arrayContaining([{ id: "treaty:league-g", parties: { totalCount: 2 } }]),
    );
    expect(treaties.nodes).toHaveLength(2);
  });

  // What was refused is still in the file: that it is no longer there would be untrue.
  it("does not retract earlier assertions with lenient", async () => {
    await importLeagues(database, scratch.rows(GOOD, "h,,peace,,BBB,1990,,"));
    const report = await importLeagues(database, scratch.rows(GOOD, "h,,peace,,BBB,1990-99,,"), {
      ...{ lenient: true, release: "2.0" },
    });
    expect(report.edges.PARTY_TO).toMatchObject({ unchanged: 1, retracted: 0 });
  });

  it("does not retract earlier assertions with lenient if the file is truncated", async () => {
    const mapping = scratch.mapping(['match: ["leagues*.csv"]', 'match: ["leagues*.csv"]\n    rows: 2']);
    await importLeagues(database, scratch.rows(GOOD, "h,,peace,,BBB,1990,,"), { mapping });
    const report = await importLeagues(database, scratch.rows(GOOD), { mapping, lenient: true });
    expect(report.unmet).toHaveLength(1);
    expect(report.edges.PARTY_TO).toMatchObject({ unchanged: 1, retracted: 0 });
  });
});

describe("an unresolved node", () => {
  const asked = (state: string) =>
    scratch.rows(GOOD, `x,,peace,,${state},1990,,`, `y,,peace,,${state},1991,,`);

  it("is reported with similar names as candidates", async () => {
    const { report, code } = await refused(asked("Carpanya"));
    expect(code).toBe("IMPORT_FAILED");
    expect(report.unresolved).toEqual([
      {
        ...{ asked: expect.stringContaining("Carpanya"), types: ["State"], rows: 2, first: "leagues.csv:3" },
        ...{ code: "Carpanya", name: "Carpanya", from: null, to: null, candidates: ["state:ccc"] },
      },
    ]);
    expect(report.rejected.map(({ at }) => at)).toEqual(["leagues.csv:3", "leagues.csv:4"]);
    expect(report.rejected[0]?.reason).toMatch(/Carpanya.*state:ccc/);
    expect(report.rowsRejected).toBe(2);
  });

  // Case 43: names that two nodes share.
  it("is reported with both candidates if two nodes share the name", async () => {
    const twin = (id: string) => ({ type: "State", id: `state:${id}`, name: "Twinland" });
    await load(database, { source: "source:press", nodes: [twin("twa"), twin("twb")] });
    const { report } = await refused(asked("Twinland"));
    expect([...(report.unresolved[0]?.candidates ?? [])].sort()).toEqual(["state:twa", "state:twb"]);
  });

  it("is reported with the days of a node that had the name at another time", async () => {
    const nodes = [
      { type: "State", id: "state:old", name: "Oldland", existsFrom: "1900-01-01", existsTo: "1950-12-31" },
    ];
    await load(database, { source: "source:press", nodes });
    const mapping = scratch.mapping(['name: "{state}" }', 'name: "{state}", on: "{first}" }']);
    const { report } = await refused(asked("Oldland"), { mapping });
    expect(report.unresolved[0]?.candidates).toEqual([
      expect.stringMatching(/state:old.*1900-01-01.*1950-12-31/),
    ]);
    const found = await importLeagues(database, scratch.rows("x,,peace,,Oldland,1940,,"), { mapping });
    expect(found.edges.PARTY_TO?.created).toBe(1);
  });

  it("loses its edge with onMissing skip, and its rows are counted", async () => {
    const mapping = scratch.mapping(["scheme: iso3", "scheme: iso3\n    onMissing: skip"]);
    const report = await importLeagues(database, asked("Nowhere"), { mapping });
    expect(report).toMatchObject({ rowsRead: 3, rowsRejected: 0, rowsUnresolved: 2, rejected: [] });
    expect(report.unresolved).toEqual([
      {
        ...{ asked: expect.stringContaining("Nowhere"), types: ["State"], candidates: [], rows: 2 },
        ...{ code: "Nowhere", name: "Nowhere", from: null, to: null, first: "leagues.csv:3" },
      },
    ]);
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect(report.edgesLeftOut).toEqual({ PARTY_TO: 2 });
    // What the rows say of their treaties is good.
    expect(report.nodes.created).toBe(3);
  });

  it("counts each row once with onMissing skip", async () => {
    const mapping = scratch.mapping(["scheme: iso3", "scheme: iso3\n    onMissing: skip"]);
    const file = scratch.rows(GOOD, "x,,peace,,Nowhere,1990,,1989-05-05");
    const report = await importLeagues(database, file, { mapping });
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect([report.rowsRead, report.rowsUnresolved, report.unresolved[0]?.rows]).toEqual([2, 1, 1]);
  });

  it("stays ambiguous with onMissing skip", async () => {
    const twin = (id: string) => ({ type: "State", id: `state:${id}`, name: "Twinland" });
    await load(database, { source: "source:press", nodes: [twin("twa"), twin("twb")] });
    const mapping = scratch.mapping(["scheme: iso3", "scheme: iso3\n    onMissing: skip"]);
    const report = await importLeagues(database, asked("Twinland"), { mapping });
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect([...(report.unresolved[0]?.candidates ?? [])].sort()).toEqual(["state:twa", "state:twb"]);
  });

  it("is created as the mapping describes with onMissing create", async () => {
    const mapping = scratch.mapping(
      ["scheme: iso3", "scheme: iso3\n    onMissing: create"],
      ['name: "{state}" }', 'name: "{state}", create: "state:new-{state|slug}" }'],
      [
        "    edges:\n",
        '      - type: State\n        id: { lookup: state, code: "{state}", name: "{state}", create: "state:new-{state|slug}" }\n        label: "{state}"\n    edges:\n',
      ],
    );
    const report = await importLeagues(database, asked("New Realm"), { mapping });
    // Three treaties and one state; Aldovia is there.
    expect(report.nodes.created).toBe(4);
    expect(report.edges.PARTY_TO?.created).toBe(3);
    const { state, states } = await data(
      server,
      `{ state(id: "state:new-new-realm") { name partyTo { totalCount } } states { totalCount } }`,
    );
    expect(state).toEqual({ name: "New Realm", partyTo: { totalCount: 2 } });
    expect(states.totalCount).toBe(5);
  });

  it("is rejected with onMissing create if the mapping does not describe it", async () => {
    const mapping = scratch.mapping(
      ["scheme: iso3", "scheme: iso3\n    onMissing: create"],
      ['name: "{state}" }', 'name: "{state}", create: "state:new-{state|slug}" }'],
    );
    const error = await refused(asked("New Realm"), { mapping });
    expect(error.message).toMatch(/leagues\.csv:3.*state:new-new-realm/s);
  });

  // Case 34.
  describe("an empty cell", () => {
    const rows = () =>
      scratch.rows("x,,peace,,AAA,1990,,", "y,,peace,,,1990,,", "z,,peace,,BBB,1990,,1989-01-01");

    it("is rejected with its line and reason, and the counts add up", async () => {
      const { report } = await refused(rows());
      expect(report).toMatchObject({ rowsRead: 3, rowsRejected: 1, rowsLeftOut: 0, rowsUnresolved: 0 });
      expect(report.rejected).toMatchObject([
        { at: "leagues.csv:3", reason: expect.stringMatching(/empty/) },
      ]);
    });

    it("is rejected with its column", async () => {
      const { report } = await refused(rows());
      expect(JSON.stringify(report.rejected[0])).toMatch(/\bstate\b/);
    });

    it("does not affect the other rows", async () => {
      const report = await importLeagues(database, rows(), { lenient: true });
      expect(report).toMatchObject({ rowsRead: 3, rowsRejected: 1 });
      expect(report.edges.PARTY_TO?.created).toBe(2);
      expect(report.edges.SIGNED?.created).toBe(1);
      const { treaties } = await data(server, "{ treaties { nodes { id } } }");
      expect(treaties.nodes.map(({ id }: { id: string }) => id).sort()).toEqual([
        ...["treaty:known", "treaty:league-x", "treaty:league-z"],
      ]);
    });
  });

  it("is reported with its column", async () => {
    const { report } = await refused(asked("Carpanya"));
    expect(report.rejected[0]?.column).toBe("state");
  });
});

describe("the counts that a mapping expects", () => {
  it("are compared with the rows of the file", async () => {
    const mapping = scratch.mapping(['match: ["leagues*.csv"]', 'match: ["leagues*.csv"]\n    rows: 9']);
    const { report, message, code } = await refused(RELEASE_1, { mapping });
    expect(code).toBe("IMPORT_FAILED");
    expect(report.unmet).toEqual([expect.stringMatching(/leagues-1\.csv.*9 rows.*8/)]);
    expect(message).toContain(report.unmet[0]);
  });

  it("are compared with the resulting rows and edges", async () => {
    const mapping = scratch.mapping([
      "    steps:\n",
      "    expect: { rows: 8, PARTY_TO: 7, SIGNED: 4, HAS_NAME: 6 }\n    steps:\n",
    ]);
    const { report } = await refused(RELEASE_1, { mapping });
    expect(report.unmet).toContainEqual(expect.stringMatching(/7 PARTY_TO.*found 8/));
    expect(report.unmet.join("\n")).not.toMatch(/ rows,|SIGNED/);
  });

  it("do not block a matching import, nor any import with lenient", async () => {
    const met = scratch.mapping([
      "    steps:\n",
      "    expect: { rows: 8, PARTY_TO: 8, SIGNED: 4 }\n    steps:\n",
    ]);
    expect((await importLeagues(database, RELEASE_1, { mapping: met })).unmet).toEqual([]);
    const wrong = scratch.mapping(["    steps:\n", "    expect: { rows: 9 }\n    steps:\n"]);
    const report = await importLeagues(database, RELEASE_1, { mapping: wrong, lenient: true });
    expect(report.unmet).toEqual([expect.stringMatching(/9 rows.*8/)]);
  });
});

describe("an edge to a node that does not exist", () => {
  const elsewhere = () =>
    scratch.mapping([
      `      - type: SIGNED
        when: { signed: { not: null } }
        from: { lookup: state, code: "{state}", name: "{state}" }
        to: { lookup: league, code: "{league}", create: "treaty:league-{league}" }`,
      `      - type: SIGNED
        when: { signed: { not: null } }
        from: { lookup: state, code: "{state}", name: "{state}" }
        to: "treaty:knwon"`,
    ]);

  it("is rejected with its row and a suggestion", async () => {
    const error = await refused(scratch.rows("x,,peace,,BBB,1990,,", GOOD), { mapping: elsewhere() });
    expect(error.code).toBe("IMPORT_FAILED");
    expect(error.message).toMatch(/leagues\.csv:3.*treaty:knwon.*treaty:known/s);
  });

  it("is left out with all edges of its row with lenient", async () => {
    const file = scratch.rows("x,,peace,,BBB,1990,,", GOOD);
    const report = await importLeagues(database, file, { mapping: elsewhere(), lenient: true });
    expect(report.rejected).toEqual([
      { at: "leagues.csv:3", column: null, reason: expect.stringMatching(/treaty:knwon/) },
    ]);
    expect(report.edgesLeftOut).toEqual({ PARTY_TO: 1, SIGNED: 1 });
    expect(report.edges.PARTY_TO?.created).toBe(1);
  });

  it("keeps edges that a valid row also has with lenient", async () => {
    // The first row signs a treaty that is not there; the second states the same membership.
    const file = scratch.rows("x,,peace,,BBB,1990,,1989-01-01", "x,,peace,,BBB,1990,,");
    const report = await importLeagues(database, file, { mapping: elsewhere(), lenient: true });
    expect(report.rejected.map(({ at }) => at)).toEqual(["leagues.csv:2"]);
    expect(report.edges.PARTY_TO?.created).toBe(1);
    expect(report).toMatchObject({ edgesRepeated: 0, edgesLeftOut: { PARTY_TO: 1, SIGNED: 1 } });
  });

  it("is listed in the report", async () => {
    const { report } = await refused(scratch.rows("x,,peace,,BBB,1990,,", GOOD), { mapping: elsewhere() });
    expect(JSON.stringify([report.rejected, report.unresolved, report.unmet])).toMatch(
      /leagues\.csv:3.*treaty:knwon/,
    );
  });

  it("is rejected with its row if the type of the node is wrong", async () => {
    const mapping = scratch.mapping([
      'to: { lookup: league, code: "{league}", create: "treaty:league-{league}" }\n        properties:\n          validFrom',
      'to: "state:aaa"\n        properties:\n          validFrom',
    ]);
    const { report } = await refused(scratch.rows("x,,peace,,BBB,1990,,"), { mapping });
    expect(report.rejected).toEqual([
      { at: "leagues.csv:2", column: null, reason: expect.stringMatching(/PARTY_TO.*State/) },
    ]);
  });
});

describe("an unsuitable file", () => {
  const failed = async (file: string | readonly string[], asked: Asked = {}) => {
    const error = await refusedWithout(() => problem(importLeagues(database, file, asked)));
    expect(error.code).toBe("IMPORT_FAILED");
    return error.message;
  };

  it("is rejected for each row if its columns are missing", async () => {
    const file = scratch.write("leagues.csv", "country,year\nAAA,1990\nBBB,1991\n");
    const { report } = await refused(file);
    expect(report.rowsRejected).toBe(2);
    expect(report.rejected[0]).toMatchObject({ at: "leagues.csv:2", reason: expect.stringMatching(/year/) });
  });

  it("is rejected if it does not exist", async () => {
    expect(await failed(`${scratch.path}/leagues-none.csv`)).toMatch(/leagues-none\.csv.*ENOENT/);
  });

  it("is rejected if it is a folder", async () => {
    expect(await failed(scratch.path)).toMatch(/EISDIR/);
  });

  it("is rejected if there are too few or too many", async () => {
    expect(await failed([])).toMatch(/members.*missing.*leagues\*\.csv/);
    expect(await failed([RELEASE_1, RELEASE_2])).toMatch(/2 files.*members/);
  });

  it("is rejected in another encoding", async () => {
    const text = Buffer.concat([
      Buffer.from(`${HEAD}\na,`),
      Buffer.from([0xd1, 0xe5]),
      Buffer.from(",,,,,,\n"),
    ]);
    expect(await failed(scratch.write("leagues.csv", text))).toMatch(/leagues\.csv.*utf-8/);
  });

  it("is rejected if its format does not match", async () => {
    const csv = `${HEAD}\n${GOOD}\n`;
    for (const [format, text, words] of [
      ["xlsx", csv, /not a readable workbook/],
      ["json", csv, /not valid JSON/],
      ["json", '{"rows": 5}', /no list/],
      ["jsonl", csv, /not valid JSON/],
    ] as const) {
      const mapping = scratch.mapping([
        'match: ["leagues*.csv"]',
        `match: ["leagues*"]\n    format: ${format}`,
      ]);
      expect(await failed(scratch.write(`leagues.${format}`, text), { mapping })).toMatch(words);
    }
  });

  it("is rejected if a quotation mark is not closed", async () => {
    expect(await failed(scratch.rows(`a,"Northern,peace,,AAA,1990,,`, GOOD))).toMatch(/quot/i);
  });

  // The graph has a release; a download that came to nothing must not take it all back.
  for (const [what, text] of [
    ["an empty one", ""],
    ["one with a head of other columns and no row", "country,year\n"],
    ["an error page", "<!doctype html>\n"],
  ] as const) {
    it(`${what} does not take back the release before it`, async () => {
      await importLeagues(database, RELEASE_1);
      await failed(scratch.write("leagues.csv", text), { release: "2.0" });
    });
  }
});

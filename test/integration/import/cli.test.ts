import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { packageRoot } from "../../../src/package-root.js";
import { discardStaging, findStaging } from "../../../src/record/staging/staging.js";
import { buildCli, type CliRun, runCli } from "../../fixtures/cli.js";
import {
  BREAKS,
  breakOff,
  dump,
  HEAD,
  importLeagues,
  LEAGUES,
  Scratch,
  sizes,
} from "../../fixtures/import/leagues.js";
import { bundledDatabase } from "../../support/database.js";
import { testLogin } from "../../support/login.js";

let database: Database;
const scratch = new Scratch();

beforeAll(async () => {
  await buildCli();
  database = await bundledDatabase();
});
afterEach(() => discardStaging(database));
afterAll(() => database?.close());

const SET = ["--set", "release=1.0"] as const;
const good = () =>
  scratch.rows("q,Query League,peace,,KAZ,1990,1999,1989-12-31", "q,Query League,peace,,BLR,1991,,");
const bad = () => scratch.rows("r,,peace,,KAZ,1990-13-01,,", "r,,peace,,Kazakhstam,1990,,");

/** It ends with this code, and a person is told no inner words. */
function expectEnd(run: CliRun, code: 0 | 1): void {
  expect(run.code, run.stderr).toBe(code);
  expect(run.stderr).not.toMatch(/\n\s+at |node_modules|Neo\.|Internal error/);
}

async function refused(args: readonly string[]): Promise<string> {
  const before = await sizes(database);
  const run = await runCli(["import", ...args]);
  expectEnd(run, 1);
  expect(run.stdout).toBe("");
  expect(await sizes(database)).toEqual(before);
  return run.stderr;
}

describe("an import command with invalid arguments", () => {
  it("lists the mappings if none is given", async () => {
    const text = await refused([]);
    expect(text).toMatch(/Specify a mapping/);
    expect(text).toMatch(/cow-alliances-4\.1.*un-ga-votes/s);
  });

  it("suggests a mapping for an unknown name", async () => {
    expect(await refused(["cow-aliances-4.1", good()])).toMatch(
      /cow-aliances-4\.1.*mean.*cow-alliances-4\.1/s,
    );
  });

  it("reports a missing mapping file", async () => {
    expect(await refused(["./no-such.yaml", good()])).toMatch(/no-such\.yaml/);
  });

  it("reports each error of a mapping with line and column", async () => {
    const mapping = scratch.mapping(["type: PARTY_TO", "type: PARTY_OF"]);
    expect(await refused([mapping, good(), ...SET])).toMatch(/leagues\.yaml:\d+:\d+: .*PARTY_/s);
  });

  it("reports a missing data file, and a missing argument", async () => {
    const missing = join(scratch.path, "leagues-gone.csv");
    expect(await refused([LEAGUES, missing, ...SET])).toMatch(/leagues-gone\.csv.*ENOENT/s);
    expect(await refused([LEAGUES, ...SET])).toMatch(/members.*missing.*leagues\*\.csv/s);
  });

  it.each([
    ["none where one is wanted", [], /release.*number of the release.*--set release=/s],
    ["one without a value", ["--set", "release"], /--set release.*name=value/s],
    ["one that the mapping has not", [...SET, "--set", "realease=2"], /realease.*release/s],
  ])("reports an invalid setting: %s", async (_what, settings, words) => {
    expect(await refused([LEAGUES, good(), ...settings])).toMatch(words);
  });

  it("rejects an unknown mode", async () => {
    expect(await refused([LEAGUES, good(), ...SET, "--mode", "replace"])).toMatch(/merge.*snapshot/s);
  });
});

describe("an import command with rejected rows", () => {
  it("exits with 1, prints each row with its reason, and writes all to --report", async () => {
    const kept = join(scratch.path, "refused.json");
    const text = await refused([LEAGUES, bad(), ...SET, "--report", kept]);
    expect(text).toMatch(/leagues\.csv:2: since: .*13/);
    expect(text).toMatch(/leagues\.csv:3: .*Kazakhstam.*state:kaz/);
    expect(text).toMatch(/Nothing was imported.*2 rows were rejected/s);
    const report = JSON.parse(readFileSync(kept, "utf8"));
    expect(report).toMatchObject({ mapping: "test-leagues", rowsRead: 2, rowsRejected: 2, recordedAt: null });
    expect(report.rejected.map(({ at }: { at: string }) => at)).toEqual(["leagues.csv:2", "leagues.csv:3"]);
    expect(report.unresolved).toMatchObject([{ rows: 1, candidates: ["state:kaz"] }]);
  });

  it("writes no file without --report", async () => {
    await refused([LEAGUES, bad(), ...SET]);
    expect(existsSync(join(scratch.path, "report.json"))).toBe(false);
  });
});

describe("a valid import command", () => {
  it("reports a dry run, an import and a repetition", async () => {
    const [file, kept] = [good(), join(scratch.path, "done.json")];
    const before = await dump(database, true);
    const dry = await runCli(["import", LEAGUES, file, ...SET, "--dry-run"]);
    expectEnd(dry, 0);
    expect(dry.stdout).toMatch(/test-leagues, version 1\.0 \(snapshot\).*nothing was written/);
    expect(dry.stdout).toMatch(/PARTY_TO\s+2 created, 0 updated, 0 unchanged, 0 retracted/);
    expect(await dump(database, true)).toEqual(before);

    const done = await runCli(["import", LEAGUES, file, ...SET, "--report", kept]);
    expectEnd(done, 0);
    expect(done.stdout).toMatch(/rows\s+2 read, 0 filtered out, 0 rejected/);
    expect(done.stdout).toMatch(/nodes\s+1 created, 0 updated, 0 unchanged/);
    expect(done.stdout).toMatch(/PARTY_TO\s+2 created, 0 updated, 0 unchanged, 0 retracted/);
    expect(done.stdout).toMatch(/SIGNED\s+1 created/);
    expect(done.stdout).not.toMatch(/nothing was written/);
    const report = JSON.parse(readFileSync(kept, "utf8"));
    expect(report).toMatchObject({ dryRun: false, version: "1.0", rowsRead: 2 });
    expect(report.edges.PARTY_TO).toEqual({ created: 2, updated: 0, unchanged: 0, retracted: 0 });

    const again = await runCli(["import", LEAGUES, file, ...SET]);
    expectEnd(again, 0);
    expect(again.stdout).toMatch(/PARTY_TO\s+0 created, 0 updated, 2 unchanged, 0 retracted/);
  });

  it("prints rejected rows and exits with 0 with --lenient, also with --mode merge", async () => {
    const file = scratch.rows("q,Query League,peace,,KAZ,1990-13-01,,", "q,Query League,peace,,BLR,1991,,");
    const run = await runCli(["import", LEAGUES, file, ...SET, "--lenient", "--mode", "merge"]);
    expectEnd(run, 0);
    expect(run.stdout).toMatch(/\(merge\)/);
    expect(run.stdout).toMatch(/leagues\.csv:2: since/);
    expect(run.stdout).toMatch(/PARTY_TO\s+0 created, 0 updated, 1 unchanged, 0 retracted/);
  });

  it("is listed by datasets with available and custom mappings", async () => {
    const run = await runCli(["datasets"]);
    expectEnd(run, 0);
    expect(run.stdout).toMatch(/^cow-alliances-4\.1 {2}.*\n {4}not imported\n {4}cite: .*Gibler/m);
    expect(run.stdout).toMatch(/^test-leagues .*custom.*\n {4}imported \d{4}-.*version 1\.0: 2 rows/m);
    expect(run.stdout).not.toMatch(/in progress/);
  });
});

describe("an unfinished import", () => {
  it("is reported as missing by --discard, which exits with 0", async () => {
    const run = await runCli(["import", "--discard"]);
    expectEnd(run, 0);
    expect(run.stdout).toMatch(/No import is in progress/);
  });

  it("is reported by other commands until it is discarded", async () => {
    const before = await dump(database, true);
    const file = scratch.rows("s,,peace,,KAZ,1990,,");
    await breakOff(database, BREAKS["before publishing, all edges staged"](), file, { release: "7" });

    const other = await runCli(["import", LEAGUES, good(), ...SET]);
    expectEnd(other, 1);
    expect(other.stderr).toMatch(/import of test-leagues.*not finished.*--discard/s);
    const seeded = await runCli(["seed", "test/fixtures/small.yaml"]);
    expectEnd(seeded, 1);
    expect(seeded.stderr).toMatch(/--discard/);
    expect((await runCli(["datasets"])).stdout).toMatch(/^Import in progress since .*: test-leagues$/m);

    const discarded = await runCli(["import", "--discard"]);
    expectEnd(discarded, 0);
    expect(discarded.stdout).toMatch(/Discarded the import of test-leagues/);
    expect(await dump(database, true)).toEqual(before);
    expectEnd(await runCli(["import", LEAGUES, good(), ...SET]), 0);
  });

  it("is completed by the same command after a kill", async () => {
    const codes = await database.read((tx) =>
      tx.run(
        `MATCH (s:State)-[e:HAS_NAME]->(n:Name {kind: 'CODE', scheme: 'iso3'}) WHERE e.retractedAt IS NULL
         RETURN DISTINCT n.text AS code ORDER BY code LIMIT 100`,
      ),
    );
    const rows = Array.from({ length: 13_000 }, (_, n) => {
      const code = String(codes[n % codes.length]?.code);
      return `k${Math.floor(n / codes.length)},,peace,,${code},2001,2002,`;
    });
    const file = scratch.write("leagues.csv", [HEAD, ...rows].join("\n"));
    const args = ["import", LEAGUES, file, "--set", "release=9", "--mode", "merge"];
    expect(await killed(args, /Writing edges/)).toBe("SIGKILL");
    expect(await findStaging(database)).toMatchObject({ mapping: "test-leagues" });

    const run = await runCli(args);
    expectEnd(run, 0);
    expect(run.stdout).toMatch(/PARTY_TO\s+13000 created, 0 updated, 0 unchanged, 0 retracted/);
    expect(await findStaging(database)).toBeUndefined();
    const dry = await importLeagues(database, file, { release: "9", mode: "merge", dryRun: true });
    expect(dry.edges.PARTY_TO).toEqual({ created: 0, updated: 0, unchanged: 13_000, retracted: 0 });
  });
});

/** Runs the program and kills it as soon as it says this; the signal that ended it. */
function killed(args: readonly string[], words: RegExp): Promise<NodeJS.Signals | null> {
  const { uri, user, password } = testLogin();
  const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
  const child = spawn(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), ...args], { env });
  child.stderr.on("data", (chunk) => {
    if (words.test(String(chunk))) child.kill("SIGKILL");
  });
  return new Promise((resolve) => child.on("exit", (_code, signal) => resolve(signal)));
}

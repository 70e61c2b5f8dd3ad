import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Database } from "../../src/db/database.js";
import { type Migration, readMigrations } from "../../src/migrate/migration-file.js";
import { runMigrations } from "../../src/migrate/run.js";
import { schemaCommands } from "../../src/model/constraints.js";
import { model } from "../../src/model/registry.js";
import { packageRoot } from "../../src/package-root.js";
import { buildCli, runCli } from "../fixtures/cli.js";
import { testLogin } from "../support/login.js";

const OWN = join(packageRoot(), "cypher", "migrations");

let database: Database;
let folder = "";

beforeAll(async () => {
  await buildCli();
  database = Database.open(testLogin(), { connectMs: 600_000 });
});
beforeEach(async () => {
  await forget();
  folder = await mkdtemp(join(tmpdir(), "pactgraph-migrations-"));
  return () => rm(folder, { recursive: true, force: true });
});
afterAll(async () => {
  await forget();
  // The next test file finds the schema as it was.
  await runMigrations(database, readMigrations(OWN));
  await database.close();
});

/** Drops the record of migrations and what the ones below made. */
async function forget(): Promise<void> {
  await database.command("MATCH (m) WHERE m:Migration OR m:MigrationLock OR m:Probe DELETE m");
}

async function files(contents: Readonly<Record<string, string>>): Promise<readonly Migration[]> {
  await Promise.all(Object.entries(contents).map(([name, text]) => writeFile(join(folder, name), text)));
  return readMigrations(folder);
}

const probes = async (): Promise<readonly unknown[]> =>
  (await database.read((tx) => tx.run("MATCH (p:Probe) RETURN p.name AS name ORDER BY name"))).map(
    ({ name }) => name,
  );

const record = () =>
  database.read((tx) =>
    tx.run(
      "MATCH (m:Migration) RETURN m.number AS number, m.name AS name, m.checksum AS checksum ORDER BY number",
    ),
  );

const ONE = "// First.\nCREATE (:Probe {name: 'one'});\nCREATE (:Probe {name: 'one more'});\n";
const TWO = "CREATE (:Probe {name: 'two'});\n";

describe("migrations", () => {
  it("are applied once in order", async () => {
    const first = await files({ "0001-one.cypher": ONE });
    expect((await runMigrations(database, first)).map(({ name }) => name)).toEqual(["one"]);
    expect(await probes()).toEqual(["one", "one more"]);
    expect(await runMigrations(database, first)).toEqual([]);
    const both = await files({ "0002-two.cypher": TWO });
    const told: number[] = [];
    expect(
      (await runMigrations(database, both, ({ number }) => told.push(number))).map(({ name }) => name),
    ).toEqual(["two"]);
    expect(told).toEqual([2]);
    expect(await probes()).toEqual(["one", "one more", "two"]);
    expect(await record()).toMatchObject([
      { number: 1, name: "one" },
      { number: 2, name: "two" },
    ]);
  });

  it("are rejected if the text of an applied one has changed", async () => {
    await runMigrations(database, await files({ "0001-one.cypher": ONE }));
    const changed = await files({ "0001-one.cypher": `${ONE}// One more word.\n`, "0002-two.cypher": TWO });
    await expect(runMigrations(database, changed)).rejects.toMatchObject({
      code: "MIGRATION_CHANGED",
      message: expect.stringMatching(
        /Migration 1 \(one\) has changed since it was applied.*add a new migration/,
      ),
    });
    expect(await probes()).toEqual(["one", "one more"]);
  });

  it("do not depend on line ends", async () => {
    await runMigrations(database, await files({ "0001-one.cypher": ONE }));
    expect(
      await runMigrations(database, await files({ "0001-one.cypher": ONE.replaceAll("\n", "\r\n") })),
    ).toEqual([]);
  });

  it("of a newer program are rejected by an older one", async () => {
    await runMigrations(database, await files({ "0001-one.cypher": ONE, "0002-two.cypher": TWO }));
    await rm(join(folder, "0002-two.cypher"));
    await expect(runMigrations(database, readMigrations(folder))).rejects.toMatchObject({
      code: "MIGRATION_CHANGED",
      message: expect.stringMatching(/database has migration 2, this version only 1.*newer version/),
    });
  });

  it("leave nothing behind if they fail, and are tried again", async () => {
    const broken = await files({
      "0001-one.cypher": "CREATE (:Probe {name: 'half'});\nCREATE (:Probe {name: 1/0});\n",
      "0002-two.cypher": TWO,
    });
    await expect(runMigrations(database, broken)).rejects.toThrow();
    expect(await probes()).toEqual([]);
    expect(await record()).toEqual([]);
    expect(await runMigrations(database, await files({ "0001-one.cypher": ONE }))).toHaveLength(2);
    expect(await probes()).toEqual(["one", "one more", "two"]);
  });

  it("are applied once when several programs start at the same time", async () => {
    const migrations = await files({ "0001-one.cypher": ONE, "0002-two.cypher": TWO });
    const others = Array.from({ length: 4 }, () => Database.open(testLogin(), { connectMs: 600_000 }));
    try {
      const applied = await Promise.all(others.map((other) => runMigrations(other, migrations)));
      expect(
        applied
          .flat()
          .map(({ number }) => number)
          .sort(),
      ).toEqual([1, 2]);
      expect(await probes()).toEqual(["one", "one more", "two"]);
    } finally {
      await Promise.all(others.map((other) => other.close()));
    }
  });

  it("of the program are applied once by two processes", async () => {
    const runs = await Promise.all([runCli(["migrate"]), runCli(["migrate"])]);
    expect(runs.map(({ code, stderr }) => [code, stderr.match(/Error|at .*\.js/)])).toEqual([
      [0, null],
      [0, null],
    ]);
    const count = readMigrations(OWN).length;
    expect(runs.map(({ stdout }) => stdout.trim()).sort()).toEqual(
      [`${count} migrations applied.`, "The database is up to date."].sort(),
    );
    expect(await record()).toHaveLength(count);
  });

  it("with a changed text end the program with code 1 and a remedy", async () => {
    await runMigrations(database, readMigrations(OWN));
    await database.command("MATCH (m:Migration {number: 1}) SET m.checksum = 'another'");
    const run = await runCli(["migrate"]);
    expect(run.code).toBe(1);
    expect(run.stderr).toMatch(
      /has changed since it was applied\. Restore its file and add a new migration\./,
    );
    expect(run.stderr).not.toMatch(/\n\s+at /);
  });
});

describe("a folder of migrations", () => {
  it.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ["with a gap", { "0001-a.cypher": TWO, "0003-c.cypher": TWO }, /Migration 3 \(c\) must have number 2/],
    ["that begins late", { "0002-b.cypher": TWO }, /Migration 2 \(b\) must have number 1/],
    ["with a number twice", { "0001-a.cypher": TWO, "0001-b.cypher": TWO }, /must have number 2/],
    [
      "with a name of another form",
      { "1-a.cypher": TWO },
      /1-a\.cypher is not a valid migration name; use a name like 0002-what-it-does\.cypher/,
    ],
    ["with a name in capitals", { "0001-A.cypher": TWO }, /is not a valid migration name/],
  ])("is rejected with %s", async (_case, contents, message) => {
    await expect(files(contents)).rejects.toThrow(message);
    expect(await record()).toEqual([]);
  });

  it("creates exactly the constraints and indexes of the model", async () => {
    await runMigrations(database, readMigrations(OWN));
    const wanted = schemaCommands(model).map((command) => / (\w+) IF NOT EXISTS/.exec(command)?.[1]);
    const rows = await database.read((tx) =>
      tx.run("SHOW INDEXES YIELD name, state, type RETURN name, state, type"),
    );
    const names = rows.filter(({ type }) => type !== "LOOKUP").map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(wanted));
    expect(rows.every(({ state }) => state === "ONLINE")).toBe(true);
  });
});

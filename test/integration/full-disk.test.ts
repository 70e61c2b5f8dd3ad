import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it } from "vitest";
import { defaultCacheDir } from "../../src/config.js";
import { Database } from "../../src/db/database.js";
import { findJava } from "../../src/local-db/java.js";
import { startLocalNeo4j } from "../../src/local-db/local-neo4j.js";
import { type SupervisedNeo4j, superviseNeo4j } from "../../src/local-db/supervisor.js";

const MB = 1024 * 1024;
const SIZE_MB = 1_000;
const LEFT_MB = 8;
/** More than there is room for, in rows of 1 MB. */
const MAX_ROWS = 2_000;

/** A small disk in memory; undefined, with a printed reason, where none can be made. */
async function smallDisk(): Promise<string | undefined> {
  const path = mkdtempSync(join(tmpdir(), "pactgraph-full-disk-"));
  try {
    await findJava(process.env);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE_MB}m`, "tmpfs", path], { stdio: "pipe" });
    return path;
  } catch (error) {
    rmSync(path, { recursive: true });
    console.warn(`The test of a full disk is skipped: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

const disk = await smallDisk();

describe.skipIf(disk === undefined)("a local Neo4j on a full disk", () => {
  const path = disk ?? "";
  let supervised: SupervisedNeo4j | undefined;
  let database: Database | undefined;
  afterAll(async () => {
    await database?.close();
    await supervised?.stop();
    execFileSync("umount", ["-l", path]);
    rmSync(path, { recursive: true });
  });

  it("stops, and restarts with everything that it has acknowledged", async () => {
    const events: string[] = [];
    const cacheDir = process.env.PACTGRAPH_CACHE_DIR ?? defaultCacheDir();
    supervised = await superviseNeo4j({
      start: (port) =>
        startLocalNeo4j({
          ...{ dataDir: join(path, "data"), cacheDir, quickBoot: true, onProgress: () => undefined },
          ...(port === undefined ? {} : { port }),
        }),
      onEvent: (message) => events.push(message),
      // As long as it takes to make room, and no failure more.
      pause: async () => {
        rmSync(ballast, { force: true });
      },
    });
    database = Database.open(supervised, { connectMs: 600_000, readMs: 600_000 });
    const { bavail, bsize } = statfsSync(path);
    const ballast = join(path, "ballast");
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT_MB * MB));
    const text = "x".repeat(MB);
    const refused: unknown[] = [];
    let [sent, acknowledged] = [0, 0];
    while (events.length === 0 && sent < MAX_ROWS) {
      sent += 1;
      try {
        await database.write((tx) =>
          tx.run("MERGE (f:Filler {n: $n}) SET f.text = $text", { n: sent, text }),
        );
        acknowledged += 1;
      } catch (error) {
        refused.push(error);
      }
    }
    expect(events[0]).toMatch(/logs\/debug\.log.*full disk.*Restarting it/);
    for (const error of refused) expect(error).toMatchObject({ code: "DATABASE_UNAVAILABLE" });
    while (!events.includes("The local Neo4j is running again.")) await sleep(200);
    const [row] = await database.read((tx) => tx.run("MATCH (f:Filler) RETURN count(f) AS found"));
    expect(Number(row?.found)).toBeGreaterThanOrEqual(acknowledged);
    expect(Number(row?.found)).toBeLessThanOrEqual(sent);
  });
});

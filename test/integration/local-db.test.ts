import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { defaultCacheDir } from "../../src/config.js";
import { readInstance } from "../../src/local-db/instance-file.js";
import { findJava } from "../../src/local-db/java.js";
import {
  type LocalNeo4jOptions,
  type Progress,
  type RunningNeo4j,
  startLocalNeo4j,
} from "../../src/local-db/local-neo4j.js";
import { processExists, processInfo } from "../../src/local-db/process-info.js";
import { superviseNeo4j } from "../../src/local-db/supervisor.js";

const hasJava = await findJava(process.env).then(
  () => true,
  () => false,
);
/** A boot takes seconds on an idle machine and minutes on a busy one. */
const TIMEOUT = 15 * 60_000;

describe.skipIf(!hasJava)("local Neo4j", { timeout: TIMEOUT }, () => {
  let root: string;
  let dataDir: string;
  let progress: Progress[];
  let running: RunningNeo4j | undefined;

  async function start(more: Partial<LocalNeo4jOptions> = {}): Promise<RunningNeo4j> {
    const cacheDir = process.env.PACTGRAPH_CACHE_DIR ?? defaultCacheDir();
    const onProgress = (step: Progress) => progress.push(step);
    running = await startLocalNeo4j({
      dataDir,
      cacheDir,
      quickBoot: true,
      heapMegabytes: 512,
      onProgress,
      ...more,
    });
    return running;
  }

  /** The database that an earlier test has started. */
  function current(): RunningNeo4j {
    if (!running) throw new Error("no test before this one has started a database");
    return running;
  }

  async function withDriver<T>(
    { uri, user }: RunningNeo4j,
    password: string,
    use: (driver: Driver) => Promise<T>,
  ): Promise<T> {
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
    try {
      return await use(driver);
    } finally {
      await driver.close();
    }
  }
  async function values(database: RunningNeo4j, query: string): Promise<unknown[]> {
    return await withDriver(database, database.password, async (driver) => {
      return (await driver.executeQuery(query)).records.map((record) => record.get(0));
    });
  }

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "pactgraph-local-"));
    // Blanks and letters outside ASCII must not matter.
    dataDir = join(root, "данные 1");
    progress = [];
  });
  afterAll(async () => {
    await running?.stop();
    await rm(root, { recursive: true, force: true });
  });

  it("can be interrupted while it boots and leaves no process", async () => {
    const abort = new AbortController();
    const reason = new Error("Ctrl-C");
    let pid = 0;
    const onProgress = async ({ step }: Progress) => {
      if (step !== "boot") return;
      pid = (await readInstance(dataDir))?.pid ?? 0;
      abort.abort(reason);
    };
    await expect(start({ signal: abort.signal, onProgress })).rejects.toBe(reason);
    expect(pid).toBeGreaterThan(0);
    expect(processExists(pid)).toBe(false);
    expect(await readInstance(dataDir)).toBeUndefined();
  });

  it("starts, answers, and does not reveal its password", async () => {
    const database = await start();
    expect(progress.at(-1)?.step).toBe("ready");
    expect(await values(database, "CREATE (n:Kept {text: 'РСМД'}) RETURN n.text")).toEqual(["РСМД"]);
    expect(await values(database, "CALL dbms.components() YIELD edition RETURN edition")).toEqual([
      "community",
    ]);
    const command = (await processInfo(database.pid))?.command;
    expect(command).toContain(dataDir);
    expect(command).not.toContain(database.password);
    // Neo4j's own first password. One guess only: three wrong ones in a row lock the user out for a while.
    const attempt = withDriver(database, "neo4j", (driver) => driver.getServerInfo());
    await expect(attempt).rejects.toMatchObject({ code: "Neo.ClientError.Security.Unauthorized" });
  });

  it("is configured to listen on this machine only and to read no files", async () => {
    const database = current();
    const settings = await values(
      database,
      "SHOW SETTINGS YIELD name, value WHERE name IN ['dbms.security.allow_csv_import_from_file_urls'," +
        " 'dbms.usage_report.enabled', 'db.transaction.timeout', 'server.bolt.listen_address'," +
        " 'server.http.enabled'] RETURN name + '=' + value ORDER BY name",
    );
    expect(settings).toEqual([
      "db.transaction.timeout=1m",
      "dbms.security.allow_csv_import_from_file_urls=false",
      "dbms.usage_report.enabled=false",
      `server.bolt.listen_address=${database.uri.replace("bolt://", "")}`,
      "server.http.enabled=false",
    ]);
    const csv = values(database, "LOAD CSV FROM 'file:///etc/hosts' AS line RETURN line");
    await expect(csv).rejects.toThrow("allow_csv_import_from_file_urls");
  });

  it("rejects a second start on the same folder, naming process and port", async () => {
    const first = current();
    const port = Number(new URL(first.uri).port);
    await expect(start()).rejects.toMatchObject({
      code: "LOCAL_DATABASE",
      message: expect.stringContaining(`process ${first.pid} on port ${port}`),
    });
    expect(await values(first, "MATCH (n:Kept) RETURN n.text")).toEqual(["РСМД"]);
  });

  it("starts again after it was killed, with the same data, port and password", async () => {
    const killed = current();
    process.kill(killed.pid, "SIGKILL");
    await killed.stop();
    const database = await start();
    expect(database.pid).not.toBe(killed.pid);
    expect(database).toMatchObject({ uri: killed.uri, password: killed.password });
    expect(await values(database, "MATCH (n:Kept) RETURN n.text")).toEqual(["РСМД"]);
  });

  it("stops in order", async () => {
    const database = current();
    await Promise.all([database.stop(), database.stop()]);
    expect(processExists(database.pid)).toBe(false);
    expect(await readdir(dataDir)).not.toContain("neo4j-instance.json");
    expect(await readFile(join(dataDir, "logs", "neo4j.log"), "utf8")).not.toContain("Exception");
    expect(await readFile(join(dataDir, "logs", "debug.log"), "utf8")).toContain(
      "Bolt server has been shut down",
    );
  });

  it("is restarted by its supervisor after it was killed, with its data and address", async () => {
    const events: string[] = [];
    const supervised = await superviseNeo4j({
      start: (port) => start(port === undefined ? {} : { port }),
      onEvent: (message) => events.push(message),
    });
    const { pid, uri } = current();
    process.kill(pid, "SIGKILL");
    while (supervised.state() !== "restarting") await sleep(20);
    while (supervised.state() !== "running") await sleep(100);
    expect(current().pid).not.toBe(pid);
    expect(current().uri).toBe(uri);
    expect(await values(current(), "MATCH (n:Kept) RETURN n.text")).toEqual(["РСМД"]);
    expect(events).toEqual([expect.stringMatching(/Restarting it/), "The local Neo4j is running again."]);
    await supervised.stop();
    expect(processExists(current().pid)).toBe(false);
  });
});

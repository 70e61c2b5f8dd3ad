import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DatabaseProcess, launch } from "../../../src/local-db/launch.js";
import { processExists } from "../../../src/local-db/process-info.js";

describe("launch", { timeout: 60_000 }, () => {
  let folder: string;
  let logFile: string;
  let database: DatabaseProcess | undefined;

  /** Starts a shell script in place of Java. */
  async function start(script: string): Promise<DatabaseProcess> {
    const java = join(folder, "java");
    await writeFile(java, `#!/bin/sh\n${script}\n`);
    await chmod(java, 0o755);
    const confFile = join(folder, "neo4j.conf");
    const jvmFlags = ["-Xmx1m"];
    const { env } = process;
    database = await launch({
      java,
      jvmFlags,
      classPath: ["/a.jar", "/b.jar"],
      home: folder,
      confFile,
      logFile,
      env,
    });
    return database;
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pactgraph-launch-"));
    logFile = join(folder, "neo4j.log");
  });
  afterEach(async () => {
    await database?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("boots with the password on standard input, class path in the environment, noise in the log", async () => {
    const child = await start('read password; echo "$password|$CLASSPATH|$*" >&2; echo READY; read end');
    await child.boot("a-secret-of-the-test", () => undefined);
    const noted = await readFile(logFile, "utf8");
    expect(noted).toBe(
      `a-secret-of-the-test|/a.jar:/b.jar|-Xmx1m Launcher ${folder} ${join(folder, "neo4j.conf")}\n`,
    );
    await child.stop();
    expect(processExists(child.pid)).toBe(false);
    await child.stop();
  });

  it("sends an empty line if the password is unchanged", async () => {
    const child = await start('read password; echo "<$password>" >&2; echo READY; read end');
    await child.boot(undefined, () => undefined);
    expect(await readFile(logFile, "utf8")).toBe("<>\n");
  });

  it("refers to the log when the database fails while it runs", async () => {
    const child = await start("read password; echo READY; read fault; exit 70");
    await child.boot(undefined, () => undefined);
    void child.stop();
    expect(await child.ended).toMatch(/logs\/debug\.log.*full disk/);
  });

  it("notices at once that Java ended, and shows the end of the log", async () => {
    const trace =
      "printf 'first\\njava.lang.Error: worst\\n\\tat a.b.C(D.java:1)\\n\\t... 5 more\\nlast\\n' >&2";
    const child = await start(`read password; ${trace}; exit 3`);
    const problem = await child.boot(undefined, () => undefined).catch((thrown: unknown) => thrown);
    expect(problem).toMatchObject({ code: "LOCAL_DATABASE" });
    const text = problem instanceof Error ? problem.message : "";
    expect(text).toContain("ended with code 3");
    expect(text).toContain(`${logFile}:\nfirst\njava.lang.Error: worst\nlast`);
  });

  it.each([
    [
      "org.neo4j.io.locker.FileLockException: Lock file has been locked by another process",
      "locked by another",
    ],
    ["Caused by: org.neo4j.configuration.helpers.PortBindException: Address already in use", "took its port"],
    ["Could not reserve enough space for 102400000000KB object heap", "not enough memory"],
  ])("explains the log line: %s", async (line, words) => {
    const child = await start(`read password; echo '${line}' >&2; exit 1`);
    await expect(child.boot(undefined, () => undefined)).rejects.toThrow(words);
  });

  it("ends Java at an abort and rejects with its reason", async () => {
    const child = await start("read password; read end");
    const abort = new AbortController();
    const reason = new Error("Ctrl-C");
    await expect(child.boot(undefined, () => abort.abort(reason), abort.signal)).rejects.toBe(reason);
    expect(processExists(child.pid)).toBe(false);
  });

  it("reports how a database ended that was killed after it had booted", async () => {
    const child = await start("read password; echo READY; read end");
    await child.boot(undefined, () => undefined);
    process.kill(child.pid, "SIGKILL");
    expect(await child.ended).toContain("SIGKILL");
  });
});

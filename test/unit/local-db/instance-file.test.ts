import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { waitForFreeFolder } from "../../../src/local-db/claim.js";
import {
  claimInstance,
  type Instance,
  instanceMark,
  instancePath,
  instanceState,
  readInstance,
  releaseInstance,
} from "../../../src/local-db/instance-file.js";
import type { Progress } from "../../../src/local-db/progress.js";

describe("instance file", { timeout: 60_000 }, () => {
  let dataDir: string;
  let children: ChildProcess[];

  /** A process that looks like a database of the folder to those who read command lines. */
  async function standIn(mark: string): Promise<number> {
    const args = ["-e", "setInterval(() => {}, 1000)", "--", mark];
    const child = spawn(process.execPath, args, { stdio: "ignore" });
    children.push(child);
    await once(child, "spawn");
    return child.pid ?? 0;
  }
  const instance = (pid: number, owner = process.pid): Instance => {
    return { pid, owner, port: 7687, startedAt: "2026-11-25T09:00:00.000Z" };
  };
  async function end(pid: number): Promise<void> {
    const child = children.find((candidate) => candidate.pid === pid);
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "pactgraph-instance-"));
    children = [];
  });
  afterEach(async () => {
    for (const { pid = 0 } of children) await end(pid);
    await rm(dataDir, { recursive: true, force: true });
  });

  it("is running while its process lives and its owner is the parent", async () => {
    const pid = await standIn(instanceMark(dataDir));
    expect(await instanceState(instance(pid), dataDir)).toBe("running");
  });

  it("is orphaned when another process has become the parent", async () => {
    const pid = await standIn(instanceMark(dataDir));
    expect(await instanceState(instance(pid, process.ppid), dataDir)).toBe("orphaned");
  });

  it("is gone when the process has ended", async () => {
    const pid = await standIn(instanceMark(dataDir));
    await end(pid);
    expect(await instanceState(instance(pid), dataDir)).toBe("gone");
  });

  it("is gone when its process id belongs to another program or folder", async () => {
    expect(await instanceState(instance(await standIn("other")), dataDir)).toBe("gone");
    for (const other of [join(dataDir, "nested"), `${dataDir}2`]) {
      expect(await instanceState(instance(await standIn(instanceMark(other))), dataDir)).toBe("gone");
    }
  });

  it("marks a process in ASCII whatever the folder is called", () => {
    expect(instanceMark("/данные 1")).toMatch(/^-Dpactgraph\.instance=[0-9a-f]{16}$/);
  });

  it("claims a free folder and releases only its own claim", async () => {
    expect(await claimInstance(dataDir, instance(1234))).toBeUndefined();
    expect(await readInstance(dataDir)).toEqual(instance(1234));
    await releaseInstance(dataDir, 99);
    expect(await readInstance(dataDir)).toEqual(instance(1234));
    await releaseInstance(dataDir, 1234);
    expect(await readdir(dataDir)).toEqual([]);
  });

  it("returns the holder if a running instance uses the folder", async () => {
    const pid = await standIn(instanceMark(dataDir));
    await claimInstance(dataDir, instance(pid));
    expect(await claimInstance(dataDir, instance(1234))).toEqual(instance(pid));
    expect(await readInstance(dataDir)).toEqual(instance(pid));
  });

  it("replaces a stale and a damaged file", async () => {
    const pid = await standIn(instanceMark(dataDir));
    await claimInstance(dataDir, instance(pid));
    await end(pid);
    expect(await claimInstance(dataDir, instance(1234))).toBeUndefined();
    expect(await readInstance(dataDir)).toEqual(instance(1234));
    await writeFile(instancePath(dataDir), '{"pid": 12');
    expect(await claimInstance(dataDir, instance(1235))).toBeUndefined();
    expect(await readdir(dataDir)).toEqual(["neo4j-instance.json"]);
  });

  it("has only one of many simultaneous claimants", async () => {
    const stale = await standIn(instanceMark(dataDir));
    await claimInstance(dataDir, instance(stale));
    await end(stale);
    const pids = await Promise.all(Array.from({ length: 4 }, () => standIn(instanceMark(dataDir))));
    const answers = await Promise.all(pids.map((pid) => claimInstance(dataDir, instance(pid))));
    expect(answers.filter((holder) => holder === undefined)).toHaveLength(1);
    const winner = pids[answers.indexOf(undefined)];
    expect(await readInstance(dataDir)).toMatchObject({ pid: winner });
  });

  describe("waitForFreeFolder", () => {
    it("returns at once if there is no folder", async () => {
      await waitForFreeFolder(join(dataDir, "none"), () => undefined);
    });

    it("names process, port, owner and remedies if the folder is in use", async () => {
      const pid = await standIn(instanceMark(dataDir));
      await claimInstance(dataDir, instance(pid));
      const problem = await waitForFreeFolder(dataDir, () => undefined).catch((thrown: unknown) => thrown);
      expect(problem).toMatchObject({ code: "LOCAL_DATABASE" });
      expect(String(problem)).toContain(`process ${pid} on port 7687, started by process ${process.pid}`);
      expect(String(problem)).toContain("NEO4J_URI=bolt://127.0.0.1:7687");
      expect(String(problem)).toContain(`kill ${process.pid}`);
    });

    it("waits for an orphan to end", async () => {
      const pid = await standIn(instanceMark(dataDir));
      await claimInstance(dataDir, instance(pid, process.ppid));
      const told: Progress[] = [];
      await waitForFreeFolder(dataDir, (progress) => {
        told.push(progress);
        void end(pid);
      });
      expect(told[0]?.message).toContain(String(pid));
    });

    it("can be aborted while it waits", async () => {
      const pid = await standIn(instanceMark(dataDir));
      await claimInstance(dataDir, instance(pid, process.ppid));
      const abort = new AbortController();
      const reason = new Error("Ctrl-C");
      await expect(waitForFreeFolder(dataDir, () => abort.abort(reason), abort.signal)).rejects.toBe(reason);
    });
  });
});

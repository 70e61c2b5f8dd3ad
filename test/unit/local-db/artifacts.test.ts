import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ArtifactsOptions, ensureArtifacts } from "../../../src/local-db/artifacts.js";
import { NEO4J_VERSION } from "../../../src/local-db/lock-file.js";
import type { Progress } from "../../../src/local-db/progress.js";
import { type FakeRepository, fakeLock, fakeRepository, jarContent } from "./support/fake-repository.js";

describe("ensureArtifacts", { timeout: 60_000 }, () => {
  let cacheDir: string;
  let folder: string;
  let repository: FakeRepository;
  let progress: Progress[];

  const ensure = (count: number, more: Partial<ArtifactsOptions> = {}) =>
    ensureArtifacts({
      lock: fakeLock(count),
      cacheDir,
      mavenRepository: repository.url,
      onProgress: (step) => progress.push(step),
      pauses: [1, 1],
      ...more,
    });
  const jar = (number: number) => join(folder, `jar${number}-1.jar`);
  const parts = async () => (await readdir(folder)).filter((name) => name.endsWith(".part"));
  const ranges = () => repository.requests.map(({ range }) => range);

  /** Leaves what a process that was killed after `bytes` bytes would leave. */
  async function leavePart(content: Buffer, bytes: number, pid: number): Promise<void> {
    await mkdir(folder, { recursive: true });
    const name = `jar0-1.jar.${encodeURIComponent(hostname())}-${pid}-0123abcd.part`;
    await writeFile(join(folder, name), content.subarray(0, bytes));
  }
  /** The number of a process that has ended. */
  const deadPid = () => spawnSync(process.execPath, ["-e", ""]).pid;

  beforeEach(async () => {
    cacheDir = await mkdtemp(join(tmpdir(), "pactgraph-jars-"));
    folder = join(cacheDir, `neo4j-${NEO4J_VERSION}`);
    repository = await fakeRepository();
    progress = [];
  });
  afterEach(async () => {
    await repository.close();
    await rm(cacheDir, { recursive: true, force: true });
  });

  it("downloads every jar and reports progress to the last byte and file", async () => {
    expect(await ensure(9)).toBe(folder);
    for (let number = 0; number < 9; number++) {
      expect(await readFile(jar(number))).toEqual(jarContent(number));
    }
    expect(await parts()).toEqual([]);
    const total = fakeLock(9).artifacts.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(progress.at(0)).toMatchObject({ step: "download", done: 0, total });
    expect(progress.at(-1)).toMatchObject({ step: "download", done: total, total });
    expect(progress.at(-1)?.message).toContain("9 of 9 files");
  });

  it("downloads nothing and reports nothing if everything is in the cache", async () => {
    await ensure(3);
    repository.requests.length = 0;
    progress.length = 0;
    await ensure(3);
    expect(repository.requests).toEqual([]);
    expect(progress).toEqual([]);
  });

  it("accepts the address of a mirror with and without a slash at its end", async () => {
    await ensure(1, { mavenRepository: `${repository.url}/` });
    expect(repository.requests[0]?.path).toBe("/mirror/org/example/jar0/1/jar0-1.jar");
  });

  it("fetches a truncated jar again, and only that", async () => {
    await ensure(3);
    repository.requests.length = 0;
    await truncate(jar(1), 100);
    await ensure(3);
    expect(await readFile(jar(1))).toEqual(jarContent(1));
    expect(repository.requests.map(({ path }) => path)).toEqual(["/mirror/org/example/jar1/1/jar1-1.jar"]);
  });

  it("detects a jar that was changed without a change of size", async () => {
    await ensure(2);
    const changed = jarContent(1);
    changed[5] = 0;
    await writeFile(jar(1), changed);
    await utimes(jar(1), 1, 1);
    await ensure(2);
    expect(await readFile(jar(1))).toEqual(jarContent(1));
  });

  it("hashes again what another lock file had verified", async () => {
    await ensure(1);
    const { mtime } = await stat(jar(0));
    const changed = jarContent(0);
    changed[5] = 0;
    await writeFile(jar(0), changed);
    await utimes(jar(0), mtime, mtime);
    await ensure(1, { lock: { ...fakeLock(1), hash: "another" } });
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("resumes where a killed process stopped", async () => {
    await leavePart(jarContent(0), 7_000, deadPid());
    await ensure(1);
    expect(ranges()).toEqual(["bytes=7000-"]);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
    expect(await parts()).toEqual([]);
  });

  it("sends no request if a killed process had received all bytes", async () => {
    await leavePart(jarContent(0), jarContent(0).length, deadPid());
    await ensure(1);
    expect(repository.requests).toEqual([]);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("does not touch the partial file of a running process", async () => {
    await leavePart(jarContent(0), 7_000, process.ppid);
    await ensure(1);
    expect(ranges()).toEqual([undefined]);
    expect(await parts()).toHaveLength(1);
  });

  it("starts again if the server does not support ranges", async () => {
    await leavePart(jarContent(0), 7_000, deadPid());
    repository.behave = (_request, response, file) => {
      response.writeHead(200).end(file);
      return true;
    };
    await ensure(1);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("starts again if the server answers with another range", async () => {
    await leavePart(jarContent(0), 7_000, deadPid());
    repository.behave = (request, response, file) => {
      if (request.headers.range === undefined) return false;
      response.writeHead(206, { "content-range": `bytes 0-99/${file.length}` }).end(file.subarray(0, 100));
      return true;
    };
    await ensure(1);
    expect(ranges()).toEqual(["bytes=7000-", undefined]);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("starts again if the server rejects the range", async () => {
    await leavePart(jarContent(0), 7_000, deadPid());
    repository.behave = (request, response) => {
      if (request.headers.range === undefined) return false;
      response.writeHead(416).end();
      return true;
    };
    await ensure(1);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("discards a resumed file that differs and downloads it again", async () => {
    await leavePart(Buffer.alloc(7_000, "garbage"), 7_000, deadPid());
    await ensure(1);
    expect(ranges()).toEqual(["bytes=7000-", undefined]);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("resumes after a broken connection", async () => {
    let broken = false;
    repository.behave = (_request, response, file) => {
      if (broken) return false;
      broken = true;
      response.writeHead(200, { "content-length": file.length });
      response.write(file.subarray(0, 5_000), () => response.destroy());
      return true;
    };
    await ensure(1);
    expect(repository.requests).toHaveLength(2);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("retries if the server is busy", async () => {
    let first = true;
    repository.behave = (_request, response) => {
      if (!first) return false;
      first = false;
      response.writeHead(503).end();
      return true;
    };
    await ensure(1);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("rejects a file that differs, with both hashes, and deletes it", async () => {
    repository.behave = (_request, response, file) => {
      response.end(Buffer.alloc(file.length, "x"));
      return true;
    };
    const expected = fakeLock(1).artifacts[0]?.sha256;
    // SHA-256 of 20,000 letters x, from: printf 'x%.0s' $(seq 20000) | sha256sum
    const actual = "42e8bc96b8eec8c4e5d503483ba0cb843ce95243c8ca8575ffc69cd25d12c61c";
    const problem = await ensure(1).catch((thrown: unknown) => thrown);
    expect(problem).toMatchObject({ code: "LOCAL_DATABASE" });
    expect(String(problem)).toContain(`jar0-1.jar does not have the expected content`);
    expect(String(problem)).toContain(`expected ${expected}, actual ${actual}`);
    expect(repository.requests).toHaveLength(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it("rejects a file that is too long", async () => {
    repository.behave = (_request, response, file) => {
      response.end(Buffer.concat([file, file]));
      return true;
    };
    await expect(ensure(1)).rejects.toThrow("jar0-1.jar does not have the expected content");
    expect(await readdir(folder)).toEqual([]);
  });

  it("does not retry a file that the repository does not have", async () => {
    const lock = fakeLock(1);
    const artifacts = lock.artifacts.map((artifact) => ({ ...artifact, version: "2" }));
    await expect(ensure(1, { lock: { ...lock, artifacts } })).rejects.toMatchObject({
      code: "LOCAL_DATABASE",
    });
    expect(repository.requests).toHaveLength(1);
  });

  it("explains in two lines what to do without a network, and keeps partial files", async () => {
    await ensure(1);
    await repository.close();
    const problem = await ensure(2).catch((thrown: unknown) => thrown);
    expect(problem).toMatchObject({ code: "LOCAL_DATABASE" });
    const lines = problem instanceof Error ? problem.message.split("\n") : [];
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain("1 of 2 files were missing");
    expect(lines[0]).toContain("ECONNREFUSED");
    expect(lines[1]).toMatch(/network.*NEO4J_URI.*--docker/);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("serves two callers that fill the same cache", async () => {
    await Promise.all([ensure(8), ensure(8)]);
    for (let number = 0; number < 8; number++) {
      expect(await readFile(jar(number))).toEqual(jarContent(number));
    }
    expect(await parts()).toEqual([]);
  });

  it("stops with the reason of an abort, and resumes at the next call", async () => {
    const abort = new AbortController();
    const reason = new Error("Ctrl-C");
    repository.behave = (_request, response, file) => {
      response.writeHead(200, { "content-length": file.length });
      response.write(file.subarray(0, 5_000));
      return true;
    };
    const onProgress = ({ done = 0 }: Progress) => done === 5_000 && abort.abort(reason);
    await expect(ensure(1, { signal: abort.signal, onProgress })).rejects.toBe(reason);
    repository.behave = () => false;
    repository.requests.length = 0;
    await ensure(1);
    expect(ranges()).toEqual(["bytes=5000-"]);
    expect(await readFile(jar(0))).toEqual(jarContent(0));
  });

  it("reports that the cache folder is not writable", async () => {
    await writeFile(join(cacheDir, "file"), "");
    await expect(ensure(1, { cacheDir: join(cacheDir, "file") })).rejects.toMatchObject({
      code: "LOCAL_DATABASE",
      message: expect.stringContaining("cannot be stored"),
    });
  });
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { defaultCacheDir } from "../../../src/config.js";
import { startLocalNeo4j } from "../../../src/local-db/local-neo4j.js";

describe("startLocalNeo4j", { timeout: 60_000 }, () => {
  let root: string;
  const onProgress = () => undefined;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "pactgraph-start-"));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it("downloads nothing if Java is missing", async () => {
    const env = { PATH: join(root, "empty") };
    const options = { dataDir: join(root, "data"), cacheDir: join(root, "cache"), onProgress, env };
    await expect(startLocalNeo4j(options)).rejects.toThrow("needs a Java runtime");
  });

  it("reports that the data folder cannot be created", async () => {
    await writeFile(join(root, "file"), "");
    const options = { dataDir: join(root, "file", "data"), cacheDir: join(root, "cache"), onProgress };
    await expect(startLocalNeo4j(options)).rejects.toMatchObject({
      code: "LOCAL_DATABASE",
      message: expect.stringContaining("Cannot create the folder"),
    });
  });

  it("does nothing if it was aborted before", async () => {
    const reason = new Error("Ctrl-C");
    const options = { dataDir: join(root, "data"), cacheDir: join(root, "cache"), onProgress };
    await expect(startLocalNeo4j({ ...options, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

it("defaultCacheDir is a folder of this program only", () => {
  expect(isAbsolute(defaultCacheDir())).toBe(true);
  expect(defaultCacheDir()).toContain("pactgraph");
});

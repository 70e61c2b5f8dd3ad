import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepPassword, passwordFile, readOrMakePassword } from "../../../src/local-db/password.js";

describe("password", () => {
  let dataDir: string;
  let storeDir: string;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), "pactgraph-password-"));
    storeDir = join(dataDir, "neo4j");
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  it("is random, with at least the 8 characters that Neo4j requires", async () => {
    const first = await readOrMakePassword(dataDir, storeDir);
    const second = await readOrMakePassword(dataDir, storeDir);
    expect(first).toMatchObject({ isNew: true, text: expect.stringMatching(/^[\w-]{32}$/) });
    expect(second.text).not.toBe(first.text);
  });

  it("is kept once the database has accepted it, readable by its owner only", async () => {
    await mkdir(storeDir);
    await keepPassword(dataDir, "a-secret-of-the-test");
    expect(await readOrMakePassword(dataDir, storeDir)).toEqual({
      text: "a-secret-of-the-test",
      isNew: false,
    });
    expect((await stat(passwordFile(dataDir))).mode & 0o777).toBe(0o600);
    expect(await readFile(passwordFile(dataDir), "utf8")).toBe("a-secret-of-the-test\n");
  });

  it("is new when the file is empty", async () => {
    await mkdir(storeDir);
    await writeFile(passwordFile(dataDir), "\n");
    expect(await readOrMakePassword(dataDir, storeDir)).toMatchObject({ isNew: true });
  });

  it("is new when the store that knew the old one was deleted", async () => {
    await keepPassword(dataDir, "a-secret-of-the-test");
    expect(await readOrMakePassword(dataDir, storeDir)).toMatchObject({ isNew: true });
    // A start that is interrupted before the new one is set must not find the old one with a store.
    await mkdir(storeDir);
    expect(await readOrMakePassword(dataDir, storeDir)).toMatchObject({ isNew: true });
  });
});

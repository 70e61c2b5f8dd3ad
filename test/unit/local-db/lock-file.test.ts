import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isCompiler, localDbFile, NEO4J_VERSION, readLockFile } from "../../../src/local-db/lock-file.js";

describe("the committed lock file", () => {
  const { artifacts, hash } = readLockFile();

  it("pins the 213 jars of Neo4j and the compiler, each by coordinates, size and SHA-256", () => {
    expect(artifacts.filter((artifact) => !isCompiler(artifact))).toHaveLength(213);
    expect(artifacts.filter(isCompiler)).toMatchObject([{ version: "3.38.0" }]);
    for (const { group, artifact, version, classifier, file, sha256, bytes } of artifacts) {
      expect(group).toMatch(/^[\w.-]+$/);
      expect(file).toBe(`${[artifact, version, classifier].filter(Boolean).join("-")}.jar`);
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(bytes).toBeGreaterThan(0);
    }
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("holds every file once, and the Neo4j of the version that is named", () => {
    expect(new Set(artifacts.map(({ file }) => file)).size).toBe(artifacts.length);
    expect(artifacts.map(({ file }) => file)).toContain(`neo4j-${NEO4J_VERSION}.jar`);
    expect(artifacts.map(({ file }) => file)).toContain(`neo4j-bolt-${NEO4J_VERSION}.jar`);
  });

  it("names no host", () => {
    expect(readFileSync(localDbFile(`neo4j-${NEO4J_VERSION}.lock.json`), "utf8")).not.toMatch(/:\/\//);
  });
});

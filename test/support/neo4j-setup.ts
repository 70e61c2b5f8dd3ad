import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Neo4jContainer } from "@testcontainers/neo4j";
import { getContainerRuntimeClient } from "testcontainers";
import type { TestProject } from "vitest/node";
import { defaultCacheDir } from "../../src/config.js";
import { startLocalNeo4j } from "../../src/local-db/local-neo4j.js";
import type { TestLogin } from "./login.js";

type Started = TestLogin & { stop(): Promise<void> };

/**
 * One Neo4j for each worker of the run: the one at NEO4J_TEST_URI, which the only worker gets, else containers where a
 * Docker engine answers, else local ones in folders that are thrown away.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = givenDatabase();
  const start = (await dockerAnswers()) ? container : local;
  const workers = Array.from({ length: project.config.maxWorkers });
  const started = given ? [given] : await Promise.all(workers.map(start));
  project.provide(
    "neo4j",
    started.map(({ uri, user, password }) => ({ uri, user, password })),
  );
  return async () => void (await Promise.all(started.map(({ stop }) => stop())));
}

function givenDatabase(): Started | undefined {
  const {
    NEO4J_TEST_URI: uri,
    NEO4J_TEST_USER: user = "neo4j",
    NEO4J_TEST_PASSWORD: password = "",
  } = process.env;
  return uri ? { uri, user, password, stop: async () => undefined } : undefined;
}

async function dockerAnswers(): Promise<boolean> {
  try {
    await getContainerRuntimeClient();
    return true;
  } catch {
    return false;
  }
}

async function container(): Promise<Started> {
  const password = "pactgraph-test";
  const running = await new Neo4jContainer("neo4j:5.26")
    .withPassword(password)
    .withStartupTimeout(30 * 60_000)
    .start();
  const stop = async () => void (await running.stop());
  return { uri: running.getBoltUri(), user: "neo4j", password, stop };
}

async function local(): Promise<Started> {
  const dataDir = await mkdtemp(join(tmpdir(), "pactgraph-test-"));
  const running = await startLocalNeo4j({
    dataDir,
    cacheDir: process.env.PACTGRAPH_CACHE_DIR || defaultCacheDir(),
    onProgress: ({ message }) => process.stderr.write(`[neo4j] ${message}\n`),
  });
  const stop = async () => {
    await running.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { uri: running.uri, user: running.user, password: running.password, stop };
}

import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j from "neo4j-driver";
import { defaultCacheDir } from "../src/config.js";
import type { DatabaseLogin } from "../src/db/database.js";
import { startLocalNeo4j } from "../src/local-db/local-neo4j.js";

/** A database of the bench's own. */
export interface BenchDatabase {
  readonly login: DatabaseLogin;
  stop(): Promise<void>;
}

/** Megabytes. With the usual 1024 the peer runs out of memory over the votes of one state. */
const HEAP = 4_096;
/** Megabytes: ten times the votes fit. */
const PAGE_CACHE = 10_240;

/** The one at NEO4J_BENCH_URI, else a local one in a folder that is thrown away. */
export async function benchDatabase(say: (message: string) => void): Promise<BenchDatabase> {
  const {
    NEO4J_BENCH_URI: uri,
    NEO4J_BENCH_USER: user = "neo4j",
    NEO4J_BENCH_PASSWORD: password = "",
  } = process.env;
  if (uri) return { login: { uri, user, password }, stop: async () => undefined };
  const dataDir = await mkdtemp(join(tmpdir(), "pactgraph-bench-"));
  process.once("exit", () => rmSync(dataDir, { recursive: true, force: true }));
  const cacheDir = process.env.PACTGRAPH_CACHE_DIR || defaultCacheDir();
  const running = await startLocalNeo4j({
    dataDir,
    cacheDir,
    heapMegabytes: HEAP,
    pageCacheMegabytes: PAGE_CACHE,
    onProgress: ({ message }) => say(message),
  });
  return { login: running, stop: running.stop };
}

const OTHERS_AT_WORK =
  "SHOW TRANSACTIONS YIELD currentQueryId WHERE currentQueryId IS NOT NULL RETURN count(*) AS count";
const POLL_MS = 500;

/** Waits until the database works for nobody: a client that has gone leaves its statements running. */
export async function whenIdle({ uri, user, password }: DatabaseLogin): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  try {
    for (;;) {
      const { records } = await driver.executeQuery(OTHERS_AT_WORK);
      // One is the question itself.
      if (records[0]?.get("count") <= 1) return;
      await sleep(POLL_MS);
    }
  } finally {
    await driver.close();
  }
}

import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DatabaseLogin } from "../src/db/database.js";
import { defaultCacheDir, startLocalNeo4j } from "../src/local-db/local-neo4j.js";

/** A database of the bench's own. */
export interface BenchDatabase {
  readonly login: DatabaseLogin;
  stop(): Promise<void>;
}

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
  const running = await startLocalNeo4j({ dataDir, cacheDir, onProgress: ({ message }) => say(message) });
  return { login: running, stop: running.stop };
}

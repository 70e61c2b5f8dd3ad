import pino from "pino";
import type { Database } from "../../src/db/database.js";
import { readExamples } from "../../src/examples/examples.js";
import { DEFAULT_LIMITS, type Limits } from "../../src/limits.js";
import { startServer } from "../../src/server/app.js";
import { ensurePageBuilt } from "../../src/server/build-page.js";
import { bundledDatabase } from "./database.js";

/** The write key of test servers. */
export const TEST_WRITE_KEY = "a-key-for-tests-only";

const LOOPBACK = { host: "127.0.0.1", port: 0 };

/** A server that listens on a free port. */
export interface TestServer {
  /** Without a slash at the end. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Serves a database over HTTP, without the page. */
export function serveDatabase(
  database: Database,
  writeKey: string | undefined = TEST_WRITE_KEY,
  limits: Limits = DEFAULT_LIMITS,
): Promise<TestServer> {
  const log = pino({ level: "silent" });
  return startServer({ ...LOOPBACK, database, writeKey, page: undefined, log, limits });
}

/** The whole service with the bundled data: the page at `/`, the API at `/graphql`. */
export async function startTestServer(): Promise<TestServer> {
  const database = await bundledDatabase();
  const distDir = await ensurePageBuilt((message) => process.stderr.write(`${message}\n`));
  const page = { distDir, examples: readExamples() };
  const log = pino({ level: "silent" });
  const server = await startServer({
    ...LOOPBACK,
    ...{ database, page, log },
    writeKey: TEST_WRITE_KEY,
    limits: DEFAULT_LIMITS,
  });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await database.close();
    },
  };
}

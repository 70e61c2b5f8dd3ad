import pino from "pino";
import type { Config } from "../../config.js";
import { startServer } from "../../server/app.js";
import { ensurePageBuilt } from "../../server/build-page.js";
import { readExamples } from "../../server/examples.js";
import { connect } from "../connect.js";
import { migrate, seed } from "../prepare.js";
import type { ProgressLine } from "../progress.js";

/** What `pactgraph serve` can be told. */
export interface ServeOptions {
  readonly docker: boolean;
}

/**
 * Sets up whatever is missing, serves until the signal comes, and leaves in order: first the requests, then the
 * connection, then a database that was started for it.
 */
export async function serve(
  config: Config,
  { docker }: ServeOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<void> {
  const log = pino({ level: config.logLevel });
  const connection = await connect(config, progress, { docker, signal });
  try {
    await migrate(connection.database, progress);
    await seed(connection.database, progress);
    const distDir = await ensurePageBuilt((message) => progress.say(message));
    signal.throwIfAborted();
    const { host, port, writeKey } = config;
    const page = { distDir, examples: readExamples() };
    const server = await startServer({ host, port, database: connection.database, writeKey, page, log });
    log.info({ url: server.url }, "listening");
    progress.say(
      `Pactgraph is ready: ${server.url}/ (GraphiQL), ${server.url}/graphql (API). Ctrl-C ends it.`,
    );
    await aborted(signal);
    progress.say("Ending …");
    await server.stop();
  } finally {
    await connection.close();
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

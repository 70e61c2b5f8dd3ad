import pino from "pino";
import type { Config } from "../../config.js";
import { startServer } from "../../server/app.js";
import { ensurePageBuilt } from "../../server/build-page.js";
import { readExamples, readQuestions } from "../../server/examples.js";
import { type Connection, connect } from "../connect.js";
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
    const distDir = await untilAborted(signal, connection, async () => {
      await migrate(connection.database, progress);
      await seed(connection.database, progress);
      return ensurePageBuilt((message) => progress.say(message));
    });
    const { host, port, writeKey } = config;
    const page = { distDir, examples: [...readExamples(), ...readQuestions()] };
    const server = await startServer({ host, port, database: connection.database, writeKey, page, log });
    log.info({ url: server.url }, "listening");
    progress.say(
      `Pactgraph is ready: ${server.url}/ (GraphiQL), ${server.url}/graphql (API). Ctrl-C ends it.`,
    );
    await aborted(signal);
    await server.stop();
  } finally {
    await connection.close();
  }
}

/** Prepares; a signal closes the connection, which rolls back what is being written and ends the preparation. */
async function untilAborted<T>(
  signal: AbortSignal,
  { database }: Connection,
  prepare: () => Promise<T>,
): Promise<T> {
  const close = () => void database.close();
  signal.addEventListener("abort", close, { once: true });
  try {
    const result = await prepare();
    signal.throwIfAborted();
    return result;
  } finally {
    signal.removeEventListener("abort", close);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
}

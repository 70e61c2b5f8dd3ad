import pino from "pino";
import type { Config } from "../../config.js";
import { listen } from "../../server/app.js";
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
 * Listens at once, sets up whatever is missing, serves until the signal comes, and leaves in order: first the requests,
 * then the connection, then a database that was started for it. Throws LOCAL_DATABASE when a local database is given up.
 */
export async function serve(
  config: Config,
  { docker }: ServeOptions,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<void> {
  const log = pino({ level: config.logLevel });
  const { host, port, writeKey, limits } = config;
  const server = await listen({ host, port, log });
  let connection: Connection | undefined;
  try {
    connection = await connect(config, progress, { docker, signal });
    const { database, databaseState, givenUp } = connection;
    const distDir = await untilAborted(signal, connection, async () => {
      await migrate(database, progress);
      await seed(database, progress);
      return ensurePageBuilt((message) => progress.say(message));
    });
    const page = { distDir, examples: [...readExamples(), ...readQuestions()] };
    await server.open({ database, writeKey, limits, page, ...(databaseState ? { databaseState } : {}) });
    log.info({ url: server.url }, "listening");
    progress.say(
      `Pactgraph is ready: ${server.url}/ (GraphiQL), ${server.url}/graphql (API). Ctrl-C stops it.`,
    );
    const ended = await Promise.race([aborted(signal), givenUp]);
    if (ended) throw ended;
  } finally {
    await server.stop();
    await connection?.close();
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

function aborted(signal: AbortSignal): Promise<undefined> {
  if (signal.aborted) return Promise.resolve(undefined);
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve(undefined), { once: true }));
}

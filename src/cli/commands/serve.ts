import pino from "pino";
import { readListed, readOperations } from "../../examples/examples.js";
import { ensurePageBuilt } from "../../server/build-page.js";
import { type Connection, connect } from "../connect.js";
import { openFront } from "../front.js";
import { migrate, seed } from "../prepare.js";
import type { Session } from "../session.js";
import { warmUp } from "../warm-up.js";

/** Options of `pactgraph serve`. */
export interface ServeOptions {
  readonly docker: boolean;
}

/**
 * Starts listening immediately, sets up the database, and serves until the signal is aborted. Shuts down in order: first
 * the HTTP server, then the connection, then a database that it started. Throws LOCAL_DATABASE when the supervisor gives
 * up on a local database.
 */
export async function serve(session: Session, { docker }: ServeOptions): Promise<void> {
  const { config, progress, signal } = session;
  const log = pino({ level: config.logLevel });
  const front = await openFront(config, log);
  let connection: Connection | undefined;
  try {
    connection = await connect(session, { docker });
    const { database, givenUp } = connection;
    const distDir = await untilAborted(signal, connection, async () => {
      await migrate(database, progress);
      await seed(database, progress);
      return ensurePageBuilt((message) => progress.say(message));
    });
    const page = { distDir, examples: readListed() };
    await front.open(connection, page);
    log.info({ url: front.url }, "listening");
    progress.say(
      `Pactgraph is ready: ${front.url}/ (page), ${front.url}/graphiql/ (GraphQL editor), ${front.url}/graphql (API). Press Ctrl-C to stop.`,
    );
    void warmUp(front.url, readOperations(), signal);
    const ended = await Promise.race([aborted(signal), givenUp]);
    if (ended) throw ended;
  } finally {
    await front.stop();
    await connection?.close();
  }
}

/** Runs `prepare`. If the signal is aborted, closes the connection, which rolls back any write in progress. */
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

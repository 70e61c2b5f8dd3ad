import { setTimeout as sleep } from "node:timers/promises";
import { Database, type DatabaseLogin } from "../db/database.js";
import { PactError } from "../errors.js";
import { startDockerNeo4j } from "../local-db/docker.js";
import { startLocalNeo4j } from "../local-db/local-neo4j.js";
import { runningLogin } from "../local-db/running.js";
import { superviseNeo4j } from "../local-db/supervisor.js";
import type { Session } from "./session.js";

/** A connection to a database that responds. */
export interface Connection {
  readonly database: Database;
  readonly login: DatabaseLogin;
  /** The state of a local database that does not respond; undefined for other databases. */
  readonly databaseState?: () => string;
  /** Resolves when the supervisor gives up on a local database; never resolves for other databases. */
  readonly givenUp: Promise<PactError>;
  /** Closes the connection and stops the database if this process started it. */
  close(): Promise<void>;
}

/** Which database a command connects to. */
export interface ConnectOptions {
  /** Use Neo4j in Docker instead of a local one. */
  readonly docker?: boolean;
  /** Use a local database that another Pactgraph process is already running. */
  readonly joinRunning?: boolean;
}

const POLL_MS = 1_000;
const LOGIN_PATIENCE_MS = 10 * 60_000;
const NEVER = new Promise<never>(() => undefined);

/** Connects to the configured database, or sets up and starts a local one. */
export async function connect(session: Session, options: ConnectOptions): Promise<Connection> {
  const { login, stop, ...state } = await findDatabase(session, options);
  const database = Database.open(login, { readMs: session.config.queryTimeoutMs });
  try {
    await waitForAnswer(database, login, session);
  } catch (error) {
    await database.close();
    await stop();
    throw error;
  }
  return {
    database,
    login,
    givenUp: NEVER,
    ...state,
    close: async () => {
      await database.close();
      await stop();
    },
  };
}

interface FoundDatabase extends Partial<Pick<Connection, "databaseState" | "givenUp">> {
  readonly login: DatabaseLogin;
  stop(): Promise<void>;
}

async function findDatabase(session: Session, options: ConnectOptions): Promise<FoundDatabase> {
  const { config, progress } = session;
  const nothing = async () => undefined;
  if (config.neo4j) return { login: config.neo4j, stop: nothing };
  const { dataDir } = config;
  if (options.docker) {
    const login = await startDockerNeo4j({ dataDir, onProgress: progress.show });
    return { login, stop: login.stop };
  }
  const running = options.joinRunning ? await runningLogin(dataDir) : undefined;
  if (running) return { login: running, stop: nothing };
  return localDatabase(session);
}

async function localDatabase({ config, progress, signal }: Session): Promise<FoundDatabase> {
  const { dataDir, cacheDir, mavenRepository, heapMegabytes, pageCacheMegabytes } = config;
  const local = await superviseNeo4j({
    start: (port) =>
      startLocalNeo4j({
        dataDir,
        cacheDir,
        heapMegabytes,
        pageCacheMegabytes,
        onProgress: progress.show,
        ...(port === undefined ? {} : { port }),
        ...(mavenRepository ? { mavenRepository } : {}),
        signal,
      }),
    onEvent: (message) => progress.say(message),
  });
  return {
    login: local,
    databaseState: () => local.state(),
    givenUp: local.givenUp,
    stop: () => local.stop(),
  };
}

/** Waits for a database that is still starting; fails immediately if it rejects the login. */
async function waitForAnswer(
  database: Database,
  { uri }: DatabaseLogin,
  { progress, signal }: Session,
): Promise<void> {
  const until = Date.now() + LOGIN_PATIENCE_MS;
  for (let first = true; ; first = false) {
    try {
      return await database.verify();
    } catch (error) {
      const passing =
        error instanceof PactError && error.code === "DATABASE_UNAVAILABLE" && !rejectsLogin(error);
      if (!passing || Date.now() > until) throw error;
      if (first) progress.say(`Waiting for the database at ${uri} …`);
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

function rejectsLogin(error: PactError): boolean {
  return String(error.details.databaseCode).includes("Security");
}

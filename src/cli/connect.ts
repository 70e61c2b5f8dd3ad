import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config.js";
import { Database, type DatabaseLogin } from "../db/database.js";
import { PactError } from "../errors.js";
import { startDockerNeo4j } from "../local-db/docker.js";
import { startLocalNeo4j } from "../local-db/local-neo4j.js";
import { runningLogin } from "../local-db/running.js";
import type { ProgressLine } from "./progress.js";

/** A database that answers, and how to leave it. */
export interface Connection {
  readonly database: Database;
  /** Closes the connection, and stops the database if it was started for it. */
  close(): Promise<void>;
}

/** Which database a command wants. */
export interface ConnectOptions {
  /** Use Neo4j in Docker instead of a local one. */
  readonly docker?: boolean;
  /** Use a local database that another process of ours already runs. */
  readonly joinRunning?: boolean;
  readonly signal?: AbortSignal;
}

const POLL_MS = 1_000;
const LOGIN_PATIENCE_MS = 10 * 60_000;

/** Connects to the database that is configured, else to a local one, which it sets up and starts. */
export async function connect(
  config: Config,
  progress: ProgressLine,
  options: ConnectOptions,
): Promise<Connection> {
  const { login, stop } = await findDatabase(config, progress, options);
  const database = Database.open(login, { readMs: config.queryTimeoutMs });
  try {
    await waitForAnswer(database, login, progress, options.signal);
  } catch (error) {
    await database.close();
    await stop();
    throw error;
  }
  return {
    database,
    close: async () => {
      await database.close();
      await stop();
    },
  };
}

async function findDatabase(config: Config, progress: ProgressLine, options: ConnectOptions) {
  const nothing = async () => undefined;
  if (config.neo4j) return { login: config.neo4j, stop: nothing };
  const { dataDir, cacheDir, mavenRepository, heapMegabytes } = config;
  if (options.docker) {
    const login = await startDockerNeo4j({ dataDir, onProgress: progress.show });
    return { login, stop: login.stop };
  }
  const running = options.joinRunning ? await runningLogin(dataDir) : undefined;
  if (running) return { login: running, stop: nothing };
  const local = await startLocalNeo4j({
    ...{ dataDir, cacheDir, heapMegabytes, onProgress: progress.show },
    ...(mavenRepository ? { mavenRepository } : {}),
    ...(options.signal ? { signal: options.signal } : {}),
  });
  return { login: local, stop: local.stop };
}

/** A database that was just started elsewhere may need minutes; one that refuses the login is not waited for. */
async function waitForAnswer(
  database: Database,
  { uri }: DatabaseLogin,
  progress: ProgressLine,
  signal: AbortSignal | undefined,
): Promise<void> {
  const until = Date.now() + LOGIN_PATIENCE_MS;
  for (let first = true; ; first = false) {
    try {
      return await database.verify();
    } catch (error) {
      const passing =
        error instanceof PactError && error.code === "DATABASE_UNAVAILABLE" && !refusesLogin(error);
      if (!passing || Date.now() > until) throw error;
      if (first) progress.say(`Waiting for the database at ${uri} …`);
    }
    await sleep(POLL_MS, undefined, signal ? { signal } : {});
  }
}

function refusesLogin(error: PactError): boolean {
  return String(error.details.databaseCode).includes("Security");
}

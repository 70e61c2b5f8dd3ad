import neo4j, { type Driver, type ManagedTransaction, type ProfiledPlan, type Session } from "neo4j-driver";
import pino from "pino";
import { Database, type DatabaseLogin, type Transaction } from "../src/db/database.js";
import { toDriver } from "../src/db/values.js";
import { DEFAULT_LIMITS } from "../src/limits.js";
import { startServer } from "../src/server/app.js";
import { peerDriver, servePeer } from "../test/peer/server.js";
import { send } from "./contender.js";

/** One statement as it was sent to the database. */
export interface SentStatement {
  readonly text: string;
  readonly parameters: Record<string, unknown>;
}

/** A server whose statements can be seen. */
export interface WatchedServer {
  /** The data of the answer, and the statements that were sent for it. */
  ask(body: string): Promise<{ readonly data: unknown; readonly sent: readonly SentStatement[] }>;
  stop(): Promise<void>;
}

type Note = (statement: SentStatement) => void;

/** The service over a database whose read transactions are watched. */
export async function watchOurs(login: DatabaseLogin): Promise<WatchedServer> {
  const database = Database.open(login);
  return watched(async (note) => {
    const read = <T>(work: (tx: Transaction) => Promise<T>) =>
      database.read((tx) =>
        work({
          run: (text, parameters = {}) => {
            note({ text, parameters: toDriver(parameters) });
            return tx.run(text, parameters);
          },
          profile: (text, parameters) => tx.profile(text, parameters),
        }),
      );
    const watchedDatabase: Database = Object.create(database, {
      read: { value: read },
      readEach: { value: read },
    });
    const log = pino({ level: "silent" });
    const server = await startServer({
      host: "127.0.0.1",
      port: 0,
      writeKey: undefined,
      page: undefined,
      log,
      // An answer from the cache would hide the statements that it took.
      limits: { ...DEFAULT_LIMITS, maxCost: Number.MAX_SAFE_INTEGER, maxCacheMegabytes: 0 },
      database: watchedDatabase,
    });
    const stop = async () => {
      await server.stop();
      await database.close();
    };
    return { url: server.url, stop };
  });
}

/** The peer over a driver whose read transactions are watched. */
export function watchPeer(login: DatabaseLogin, labels?: readonly string[]): Promise<WatchedServer> {
  return watched((note) => servePeer(watchedDriver(peerDriver(login), note), labels));
}

async function watched(
  serve: (note: Note) => Promise<{ readonly url: string; stop(): Promise<void> }>,
): Promise<WatchedServer> {
  let sent: SentStatement[] = [];
  const { url, stop } = await serve((statement) => sent.push(statement));
  const ask = async (body: string) => {
    sent = [];
    return { data: await send(`${url}/graphql`, body), sent };
  };
  return { ask, stop };
}

/** A driver with one method of its sessions' transactions replaced. */
function watchedDriver(driver: Driver, note: Note): Driver {
  const run = (tx: ManagedTransaction) => (text: string, parameters: Record<string, unknown>) => {
    note({ text, parameters });
    return tx.run(text, parameters);
  };
  const executeRead =
    (session: Session): Session["executeRead"] =>
    (work, config) =>
      session.executeRead((tx) => work(replaced(tx, "run", run(tx))), config);
  const session: Driver["session"] = (config) => {
    const opened = driver.session(config);
    return replaced(opened, "executeRead", executeRead(opened));
  };
  return replaced(driver, "session", session);
}

function replaced<T extends object>(target: T, name: keyof T, method: unknown): T {
  return new Proxy(target, {
    get: (object, key) => {
      if (key === name) return method;
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === "function" ? value.bind(object) : value;
    },
  });
}

/** Database hits of statements, as PROFILE counts them. */
export async function databaseHits(
  login: DatabaseLogin,
  statements: readonly SentStatement[],
): Promise<number> {
  const { uri, user, password } = login;
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
  try {
    let hits = 0;
    for (const { text, parameters } of statements) {
      const { summary } = await driver.executeQuery(`PROFILE ${text}`, parameters);
      if (summary.profile) hits += hitsOf(summary.profile);
    }
    return hits;
  } finally {
    await driver.close();
  }
}

function hitsOf({ dbHits, children }: ProfiledPlan): number {
  return children.reduce((sum, child) => sum + hitsOf(child), Number(dbHits));
}

import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, { type Driver, type ProfiledPlan, type QueryResult, type RecordShape } from "neo4j-driver";
import type { Parameters } from "../statement/parameters.js";
import { traced } from "../tracing.js";
import { tookTooLong, translateDatabaseError, unavailable } from "./db-errors.js";
import { unlessSilent } from "./silence.js";
import { toDriver } from "./values.js";

/** How to reach a database. */
export interface DatabaseLogin {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

export type DatabaseRow = RecordShape;
type Session = ReturnType<Driver["session"]>;

/** One step of the execution plan of a statement, with its cost. */
export interface PlanStep {
  readonly operator: string;
  readonly details: string;
  readonly rows: number;
  readonly dbHits: number;
  readonly steps: readonly PlanStep[];
}

/** Runs statements inside one transaction. */
export interface Transaction {
  run(text: string, parameters?: Parameters): Promise<readonly DatabaseRow[]>;
  /** Like `run`, but also returns the execution plan. */
  profile(
    text: string,
    parameters?: Parameters,
  ): Promise<{ readonly rows: readonly DatabaseRow[]; readonly plan: PlanStep | undefined }>;
}

/** Timeouts in milliseconds. */
export interface Patience {
  /** For connecting; users must learn within five seconds that the database is unreachable. */
  readonly connectMs?: number;
  /** For one read transaction. */
  readonly readMs?: number;
}

const DEFAULT_PATIENCE = { connectMs: 4_000, readMs: 30_000 };
/** Metadata that identifies this program's transactions in the database's transaction list. */
export const OURS = "pactgraph";
/** How many health checks in a row may fail before a read is given up; a busy database may pause. */
const READ_MISSES = 3;
/** The same for writes. Loading a bundle takes long, and giving up too early costs more than waiting. */
const WRITE_MISSES = 5;
/** After this many unanswered requests in a row, the connections of the pool count as lost. */
const MAX_LATE = 3;
/** Terminates the transactions of one request. */
const TERMINATE =
  "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.request = $request " +
  "TERMINATE TRANSACTIONS id YIELD message RETURN message";

/** Runs one statement with parameters of the driver. */
type Run = (text: string, parameters: Record<string, unknown>) => PromiseLike<QueryResult>;
type TransactionConfig = ReturnType<typeof settings>;
const READING = { defaultAccessMode: neo4j.session.READ };

type MakeDriver = (connections: number) => Driver;
/** Pool sizes for requests, and for health checks and terminating transactions. */
const POOL = 100;
const CONTROL_POOL = 2;

/** All access to the database. Integers are returned as JavaScript numbers. */
export class Database {
  private driver: Driver;
  /** A separate pool, so that requests can be terminated even when all their connections are busy. */
  private control: Driver;
  /** When the database last responded to a statement, in milliseconds. */
  private heardAt = 0;
  private lateInARow = 0;
  /** What the database was asked so far, for metrics: running statements, all statements, and their time. */
  readonly work = { running: 0, statements: 0, seconds: 0 };

  private constructor(
    private readonly makeDriver: MakeDriver,
    private readonly connectMs: number,
    private readonly readTimeoutMs: number,
  ) {
    this.driver = makeDriver(POOL);
    this.control = makeDriver(CONTROL_POOL);
  }

  /** Creates the connection pools without connecting. */
  static open({ uri, user, password }: DatabaseLogin, patience: Patience = {}): Database {
    const { connectMs, readMs } = { ...DEFAULT_PATIENCE, ...patience };
    const makeDriver = (connections: number) =>
      neo4j.driver(uri, neo4j.auth.basic(user, password), {
        disableLosslessIntegers: true,
        connectionTimeout: connectMs,
        connectionAcquisitionTimeout: Math.max(connectMs, readMs),
        maxConnectionPoolSize: connections,
        maxTransactionRetryTime: connectMs / 2,
        userAgent: OURS,
      });
    return new Database(makeDriver, connectMs, readMs);
  }

  /**
   * Runs `work` in one read transaction; `work` is retried after a transient error.
   * @param signal terminates the transaction when aborted
   */
  read<T>(work: (tx: Transaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.reading(work, signal, (config) => this.inOneTransaction(work, config));
  }

  /**
   * Like `read`, but each statement runs in its own transaction, so that none costs messages for its begin and its end.
   * Only for statements that are sent one after another.
   */
  readEach<T>(work: (tx: Transaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    return this.reading(work, signal, (config) => work(this.wrap({ run: this.runAlone(config) })));
  }

  /** Runs `work` in one write transaction, all or nothing; `work` is retried after a transient error. */
  write<T>(work: (tx: Transaction) => Promise<T>, timeoutMs = 600_000): Promise<T> {
    return this.watched(WRITE_MISSES, timeoutMs, () =>
      this.session((session) => session.executeWrite((tx) => work(this.wrap(tx)), settings(timeoutMs))),
    );
  }

  /** Runs one statement in its own transaction; for schema commands. */
  async command(text: string): Promise<void> {
    await this.session((session) => session.run(text));
  }

  /** Throws DATABASE_UNAVAILABLE unless the database responds. */
  async verify(): Promise<void> {
    try {
      await this.read((tx) => tx.run("RETURN 1 AS one"));
    } catch (error) {
      throw translateDatabaseError(error);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.driver.close(), this.control.close()]);
  }

  /**
   * Gives up work when the database stops responding, and then replaces all connections. A database that is only slow
   * with one request keeps its connections.
   */
  private watched<T>(misses: number, timeoutMs: number, work: () => Promise<T>): Promise<T> {
    const { driver } = this;
    return unlessSilent(work(), {
      // If the database responds to other requests, it is only slow with this one.
      answers: async () => Date.now() - this.heardAt < this.connectMs / 2 || this.answersAnew(),
      everyMs: this.connectMs / 2,
      misses,
      // The database terminates a transaction at its timeout; a response that is later than that is lost.
      longestMs: timeoutMs + 2 * this.connectMs,
      silent: () => {
        this.replace(driver);
        return unavailable();
      },
      late: () => {
        this.lateInARow += 1;
        if (this.lateInARow >= MAX_LATE) this.replace(driver);
        return tookTooLong();
      },
    });
  }

  /** Reads in a first way; after a transient error, the driver runs `work` again in its own way. */
  private async reading<T>(
    work: (tx: Transaction) => Promise<T>,
    signal: AbortSignal | undefined,
    first: (config: TransactionConfig) => Promise<T>,
  ): Promise<T> {
    const request = randomUUID();
    const end = () => void this.terminate(request);
    signal?.addEventListener("abort", end, { once: true });
    try {
      signal?.throwIfAborted();
      const config = settings(this.readTimeoutMs, request);
      return await this.watched(READ_MISSES, this.readTimeoutMs, async () => {
        try {
          return await first(config);
        } catch (error) {
          if (!(error instanceof neo4j.Neo4jError && neo4j.isRetryableError(error)))
            throw translateDatabaseError(error);
        }
        return this.session((again) => again.executeRead((inner) => work(this.wrap(inner)), config));
      });
    } finally {
      signal?.removeEventListener("abort", end);
    }
  }

  /**
   * Runs `work` in a read transaction without waiting for its begin and its end, because each would cost a round trip:
   * the begin is sent with the first statement, and what was read does not depend on the end.
   */
  private async inOneTransaction<T>(
    work: (tx: Transaction) => Promise<T>,
    config: TransactionConfig,
  ): Promise<T> {
    const session = this.driver.session(READING);
    const close = () => session.close().catch(ignore);
    const tx = session.beginTransaction(config);
    try {
      const result = await work(this.wrap(tx));
      tx.commit().then(close, close);
      return result;
    } catch (error) {
      await close();
      throw error;
    }
  }

  /** Runs each statement in its own session and transaction. */
  private runAlone(config: TransactionConfig): Run {
    return async (text, parameters) => {
      const session = this.driver.session(READING);
      try {
        return await session.run(text, parameters, config);
      } finally {
        session.close().catch(ignore);
      }
    };
  }

  /** Terminates the transactions of a request; if that fails, their timeout ends them. */
  private async terminate(request: string): Promise<void> {
    const session = this.control.session();
    try {
      await session.run(TERMINATE, { request });
    } catch {
      // Nothing is waiting for these transactions any more.
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  private heard(): void {
    this.heardAt = Date.now();
    this.lateInARow = 0;
  }

  private wrap(tx: { readonly run: Run }): Transaction {
    return {
      run: async (text, parameters = {}) => {
        const result = await this.timed(text, () => tx.run(text, toDriver(parameters)));
        this.heard();
        return result.records.map((record) => record.toObject());
      },
      profile: async (text, parameters = {}) => {
        const { records, summary } = await this.timed(text, () =>
          tx.run(`PROFILE ${text}`, toDriver(parameters)),
        );
        this.heard();
        const plan = summary.profile ? planStep(summary.profile) : undefined;
        return { rows: records.map((record) => record.toObject()), plan };
      },
    };
  }

  private async timed<T>(text: string, run: () => PromiseLike<T>): Promise<T> {
    const started = performance.now();
    this.work.running += 1;
    try {
      return await traced("statement", { "db.system": "neo4j", "db.query.text": text }, run);
    } finally {
      this.work.running -= 1;
      this.work.statements += 1;
      this.work.seconds += (performance.now() - started) / 1_000;
    }
  }

  private async session<T>(use: (session: Session) => Promise<T>): Promise<T> {
    const session = this.driver.session();
    try {
      return await use(session);
    } catch (error) {
      throw translateDatabaseError(error);
    } finally {
      // A session that cannot be closed has already lost its connection.
      await session.close().catch(() => undefined);
    }
  }

  /** Checks over a new connection, because connections of the pool may be lost or busy. */
  private async answersAnew(): Promise<boolean> {
    const driver = this.makeDriver(1);
    const asked = driver.verifyConnectivity().then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([asked, sleep(this.connectMs, false, { ref: false })]);
    } finally {
      abandon(driver);
    }
  }

  /** Replaces a lost driver, once, even if many requests report it. */
  private replace(lost: Driver): void {
    if (this.driver !== lost) return;
    const { control } = this;
    this.lateInARow = 0;
    this.driver = this.makeDriver(POOL);
    this.control = this.makeDriver(CONTROL_POOL);
    abandon(lost);
    abandon(control);
  }
}

const ignore = () => undefined;

function settings(timeout: number, request = "") {
  return { timeout, metadata: { program: OURS, request } };
}

/** Closes a driver without waiting, because a lost connection never confirms. */
function abandon(driver: Driver): void {
  driver.close().catch(() => undefined);
}

function planStep({ operatorType, arguments: details, rows, dbHits, children }: ProfiledPlan): PlanStep {
  return {
    operator: operatorType.split("@")[0] ?? operatorType,
    details: String(details.Details ?? ""),
    rows: Number(rows),
    dbHits: Number(dbHits),
    steps: children.map(planStep),
  };
}

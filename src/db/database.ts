import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import neo4j, {
  type Driver,
  type ManagedTransaction,
  type ProfiledPlan,
  type RecordShape,
} from "neo4j-driver";
import type { Parameters } from "../statement/parameters.js";
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

/** One step of how the database ran a statement, with what it cost. */
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
  /** As run, and tells how the database did it. */
  profile(
    text: string,
    parameters?: Parameters,
  ): Promise<{ readonly rows: readonly DatabaseRow[]; readonly plan: PlanStep | undefined }>;
}

/** How long the database is waited for, in milliseconds. */
export interface Patience {
  /** For a connection: an absent database must be told to the user within five seconds. */
  readonly connectMs?: number;
  /** For one reading transaction. */
  readonly readMs?: number;
}

const DEFAULT_PATIENCE = { connectMs: 4_000, readMs: 30_000 };
/** What the transactions of this program carry, so that the database's list of transactions tells them from others. */
export const OURS = "pactgraph";
/** How many times in a row a silent database is asked before a request is given up: a busy one may pause. */
const READ_MISSES = 3;
/** A bundle is long work: giving up too early costs more than waiting. */
const WRITE_MISSES = 5;
/** Requests in a row that got no answer at all, after which the connections of the pool are taken for lost. */
const MAX_LATE = 3;
/** Ends the transactions of one request. */
const TERMINATE =
  "SHOW TRANSACTIONS YIELD transactionId AS id, metaData WHERE metaData.request = $request " +
  "TERMINATE TRANSACTIONS id YIELD message RETURN message";

type MakeDriver = (connections: number) => Driver;
/** Connections of requests; and those that ask whether the database answers, and end transactions. */
const POOL = 100;
const CONTROL_POOL = 2;

/** The one way to the database. Whole numbers come back as JavaScript numbers. */
export class Database {
  private driver: Driver;
  /** Requests wait for connections of their own pool only, so that a busy one can still be looked after. */
  private control: Driver;
  /** When the database last answered a statement, in milliseconds. */
  private heardAt = 0;
  private lateInARow = 0;

  private constructor(
    private readonly makeDriver: MakeDriver,
    private readonly connectMs: number,
    private readonly readTimeoutMs: number,
  ) {
    this.driver = makeDriver(POOL);
    this.control = makeDriver(CONTROL_POOL);
  }

  /** Makes the connection pool; nothing is sent yet. */
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
   * Runs `work` in one read transaction; it may run again after a passing error.
   * @param signal ends the transaction when it is aborted: nobody waits for the answer any longer
   */
  async read<T>(work: (tx: Transaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const request = randomUUID();
    const end = () => void this.terminate(request);
    signal?.addEventListener("abort", end, { once: true });
    try {
      signal?.throwIfAborted();
      return await this.watched(READ_MISSES, this.readTimeoutMs, (session) =>
        session.executeRead((tx) => work(this.wrap(tx)), settings(this.readTimeoutMs, request)),
      );
    } finally {
      signal?.removeEventListener("abort", end);
    }
  }

  /** Runs `work` in one write transaction: all of it or nothing; it may run again after a passing error. */
  write<T>(work: (tx: Transaction) => Promise<T>, timeoutMs = 600_000): Promise<T> {
    return this.watched(WRITE_MISSES, timeoutMs, (session) =>
      session.executeWrite((tx) => work(this.wrap(tx)), settings(timeoutMs)),
    );
  }

  /** Runs one statement in a transaction of its own; for schema commands. */
  async command(text: string): Promise<void> {
    await this.session((session) => session.run(text));
  }

  /** Throws DATABASE_UNAVAILABLE unless the database answers. */
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
   * As session, but gives up when the database falls silent, and then leaves all connections behind. A database that is
   * slow with one request keeps the connections of the others.
   */
  private watched<T>(misses: number, timeoutMs: number, use: (session: Session) => Promise<T>): Promise<T> {
    const { driver } = this;
    return unlessSilent(this.session(use), {
      // A database that answers others is slow with this request, not silent.
      answers: async () => Date.now() - this.heardAt < this.connectMs / 2 || this.answersAnew(),
      everyMs: this.connectMs / 2,
      misses,
      // The database itself ends a transaction at its timeout; an answer that is later than that is lost.
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

  /** Ends the transactions of a request; when that fails, their timeout ends them. */
  private async terminate(request: string): Promise<void> {
    const session = this.control.session();
    try {
      await session.run(TERMINATE, { request });
    } catch {
      // Nobody waits for them any longer.
    } finally {
      await session.close().catch(() => undefined);
    }
  }

  private heard(): void {
    this.heardAt = Date.now();
    this.lateInARow = 0;
  }

  private wrap(tx: ManagedTransaction): Transaction {
    return {
      run: async (text, parameters = {}) => {
        const result = await tx.run(text, toDriver(parameters));
        this.heard();
        return result.records.map((record) => record.toObject());
      },
      profile: async (text, parameters = {}) => {
        const { records, summary } = await tx.run(`PROFILE ${text}`, toDriver(parameters));
        this.heard();
        const plan = summary.profile ? planStep(summary.profile) : undefined;
        return { rows: records.map((record) => record.toObject()), plan };
      },
    };
  }

  private async session<T>(use: (session: Session) => Promise<T>): Promise<T> {
    const session = this.driver.session();
    try {
      return await use(session);
    } catch (error) {
      throw translateDatabaseError(error);
    } finally {
      // A session that cannot be closed has lost its connection already.
      await session.close().catch(() => undefined);
    }
  }

  /** Asks over a new connection, since one of the pool may be what is lost, or all of them be busy. */
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

  /** Many requests lose the same driver; the first of them replaces it. */
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

function settings(timeout: number, request = "") {
  return { timeout, metadata: { program: OURS, request } };
}

/** Closes a driver without waiting: over a lost connection nobody says goodbye. */
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

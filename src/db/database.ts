import neo4j, { type Driver, type ManagedTransaction, type RecordShape } from "neo4j-driver";
import type { Parameters } from "../plan/parameters.js";
import { translateDatabaseError } from "./db-errors.js";
import { toDriver } from "./values.js";

/** How to reach a database. */
export interface DatabaseLogin {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
}

export type DatabaseRow = RecordShape;

/** Runs statements inside one transaction. */
export interface Transaction {
  run(text: string, parameters?: Parameters): Promise<readonly DatabaseRow[]>;
}

/** How long the database is waited for, in milliseconds. */
export interface Patience {
  /** For a connection: an absent database must be told to the user within five seconds. */
  readonly connectMs?: number;
  /** For one reading transaction. */
  readonly readMs?: number;
}

const USUAL_PATIENCE = { connectMs: 4_000, readMs: 30_000 };

/** The one way to the database. Whole numbers come back as JavaScript numbers. */
export class Database {
  private constructor(
    private readonly driver: Driver,
    private readonly readTimeoutMs: number,
  ) {}

  /** Makes the connection pool; nothing is sent yet. */
  static open({ uri, user, password }: DatabaseLogin, patience: Patience = {}): Database {
    const { connectMs, readMs } = { ...USUAL_PATIENCE, ...patience };
    const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
      disableLosslessIntegers: true,
      connectionTimeout: connectMs,
      connectionAcquisitionTimeout: connectMs,
      maxTransactionRetryTime: connectMs / 2,
      userAgent: "pactgraph",
    });
    return new Database(driver, readMs);
  }

  /** Runs `work` in one read transaction; it may run again after a passing fault. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.session((session) =>
      session.executeRead((tx) => work(wrap(tx)), { timeout: this.readTimeoutMs }),
    );
  }

  /** Runs `work` in one write transaction: all of it or nothing; it may run again after a passing fault. */
  write<T>(work: (tx: Transaction) => Promise<T>, timeoutMs = 600_000): Promise<T> {
    return this.session((session) => session.executeWrite((tx) => work(wrap(tx)), { timeout: timeoutMs }));
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

  close(): Promise<void> {
    return this.driver.close();
  }

  private async session<T>(use: (session: ReturnType<Driver["session"]>) => Promise<T>): Promise<T> {
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
}

function wrap(tx: ManagedTransaction): Transaction {
  return {
    run: async (text, parameters = {}) => {
      const result = await tx.run(text, toDriver(parameters));
      return result.records.map((record) => record.toObject());
    },
  };
}

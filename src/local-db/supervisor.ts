import { setTimeout as sleep } from "node:timers/promises";
import type { PactError } from "../errors.js";
import { localDatabaseError } from "./local-database-error.js";
import type { RunningNeo4j } from "./local-neo4j.js";

const WINDOW_MS = 10 * 60_000;
const MAX_FAILURES = 5;
const FIRST_PAUSE_MS = 1_000;

/** A local database that is restarted when it ends unexpectedly. */
export interface SupervisedNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** The state of the database: "running", "restarting" or "stopped". */
  state(): string;
  /** Resolves with an error for the user when the supervisor gives up on the database. */
  readonly givenUp: Promise<PactError>;
  stop(): Promise<void>;
}

/** Options for supervising a database. */
export interface SupervisorOptions {
  /** Starts the database; on a restart, on the same port, because clients know its address. */
  start(port: number | undefined): Promise<RunningNeo4j>;
  /** Receives a log message whenever the database ends or restarts. */
  onEvent(message: string): void;
  /** For tests: the clock in milliseconds, and a function to wait. */
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Starts a local database and restarts it when it ends unexpectedly: immediately after the first failure, then with
 * increasing delays. Gives up after five failures in ten minutes.
 */
export async function superviseNeo4j(options: SupervisorOptions): Promise<SupervisedNeo4j> {
  const first = await options.start(undefined);
  return new Supervisor(first, options);
}

class Supervisor implements SupervisedNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly givenUp: Promise<PactError>;
  private running: RunningNeo4j | undefined;
  private stopped = false;
  private restarting: Promise<void> = Promise.resolve();
  private readonly failures: number[] = [];
  private endPause: () => void = () => undefined;
  private readonly stopping: Promise<void>;
  private giveUp: (error: PactError) => void = () => undefined;
  private readonly now: () => number;
  private readonly pause: (milliseconds: number) => Promise<unknown>;

  constructor(
    first: RunningNeo4j,
    private readonly options: SupervisorOptions,
  ) {
    this.uri = first.uri;
    this.user = first.user;
    this.password = first.password;
    this.now = options.now ?? Date.now;
    this.pause = options.pause ?? ((milliseconds) => sleep(milliseconds, undefined, { ref: false }));
    this.givenUp = new Promise((resolve) => {
      this.giveUp = resolve;
    });
    this.stopping = new Promise((resolve) => {
      this.endPause = resolve;
    });
    this.watch(first);
  }

  state(): string {
    if (this.stopped) return "stopped";
    return this.running ? "running" : "restarting";
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.endPause();
    await this.restarting;
    await this.running?.stop();
  }

  private watch(running: RunningNeo4j): void {
    this.running = running;
    void running.ended.then((how) => {
      if (this.stopped || this.running !== running) return;
      this.running = undefined;
      this.restarting = this.restart(`The local Neo4j ${how}.`);
    });
  }

  private async restart(reason: string): Promise<void> {
    let last = reason;
    while (!this.stopped) {
      const recent = this.noteFailure();
      if (recent >= MAX_FAILURES) return this.end(last);
      const pause = FIRST_PAUSE_MS * 2 ** (recent - 1);
      this.options.onEvent(`${last} Restarting it in ${pause / 1_000} s.`);
      await Promise.race([this.pause(pause), this.stopping]);
      if (this.stopped) return;
      try {
        const running = await this.options.start(Number(new URL(this.uri).port));
        if (!this.stopped) this.options.onEvent("The local Neo4j is running again.");
        return this.watch(running);
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
      }
    }
  }

  /** Records a failure and returns the number of failures within the window. */
  private noteFailure(): number {
    this.failures.push(this.now());
    return this.failures.filter((at) => this.now() - at < WINDOW_MS).length;
  }

  private end(last: string): void {
    this.stopped = true;
    const problem = `The local Neo4j failed ${MAX_FAILURES} times in 10 minutes. Last failure: ${last}`;
    this.giveUp(
      localDatabaseError(
        problem,
        "Check its log, logs/neo4j.log in the data folder, then restart the service.",
      ),
    );
  }
}

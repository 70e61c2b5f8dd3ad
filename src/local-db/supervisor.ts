import { setTimeout as sleep } from "node:timers/promises";
import type { PactError } from "../errors.js";
import { localDatabaseError } from "./local-database-error.js";
import type { RunningNeo4j } from "./local-neo4j.js";

const WINDOW_MS = 10 * 60_000;
const MAX_FAILURES = 5;
const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 30_000;

/** A local database that is started again when it ends by itself. */
export interface SupervisedNeo4j {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** What the database is doing: "running", "restarting" or "stopped". */
  state(): string;
  /** Resolves when the database is given up, with what to tell the user. */
  readonly givenUp: Promise<PactError>;
  stop(): Promise<void>;
}

/** How a database is supervised. */
export interface SupervisorOptions {
  /** Starts the database; on a port, when it ran there before: whoever uses it knows its address. */
  start(port: number | undefined): Promise<RunningNeo4j>;
  /** Gets a line for the log whenever the database ends or starts again. */
  onEvent(message: string): void;
  /** For tests: the clock in milliseconds, and how to wait. */
  readonly now?: () => number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

/**
 * Starts a local database, and starts it again when it ends by itself: at once after the first failure, then with growing
 * pauses. It is given up after five failures in ten minutes.
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
    this.watch(first);
  }

  state(): string {
    if (this.stopped) return "stopped";
    return this.running ? "running" : "restarting";
  }

  async stop(): Promise<void> {
    this.stopped = true;
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
      const pause = Math.min(FIRST_PAUSE_MS * 2 ** (recent - 1), MAX_PAUSE_MS);
      this.options.onEvent(`${last} Starting it again in ${pause / 1_000} s.`);
      await this.pause(pause);
      if (this.stopped) return;
      try {
        const running = await this.options.start(Number(new URL(this.uri).port));
        this.options.onEvent("The local Neo4j answers again.");
        return this.watch(running);
      } catch (error) {
        last = error instanceof Error ? error.message : String(error);
      }
    }
  }

  /** The number of failures within the window, this one included. */
  private noteFailure(): number {
    this.failures.push(this.now());
    return this.failures.filter((at) => this.now() - at < WINDOW_MS).length;
  }

  private end(last: string): void {
    this.stopped = true;
    const problem = `The local Neo4j failed ${MAX_FAILURES} times in 10 minutes. The last time: ${last}`;
    this.giveUp(
      localDatabaseError(
        problem,
        "Read its log in the data folder, logs/neo4j.log, then start the service again.",
      ),
    );
  }
}

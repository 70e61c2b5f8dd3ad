import type { Database } from "../db/database.js";
import { readState, type State } from "./state.js";

/** The state of the data, read once for all requests that arrive in the meantime. */
export class LatestState {
  private running: Promise<State> | undefined;
  private next: Promise<State> | undefined;

  constructor(private readonly database: Database) {}

  /** A state that is read after this call: nothing that was written before it is missing. */
  read(): Promise<State> {
    if (!this.running) return this.start();
    // The state being read may be older than this call.
    this.next ??= this.running.then(
      () => this.start(),
      () => this.start(),
    );
    return this.next;
  }

  private start(): Promise<State> {
    const running = this.database.read(readState);
    this.running = running;
    this.next = undefined;
    const end = () => {
      if (this.running === running) this.running = undefined;
    };
    running.then(end, end);
    return running;
  }
}

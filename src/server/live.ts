import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Response } from "express";
import type { LatestState } from "../answer/latest-state.js";
import { type ErrorCode, PactError } from "../errors.js";
import { whenGone } from "./when-gone.js";

/** How often the revision is read; all streams share one reading. */
const POLL_MS = 1_000;
/** A line now and then keeps proxies from closing a stream; as often, it is checked that the client may still read. */
const BEAT_MS = 15_000;
/** Errors after which a stream goes on. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["DATABASE_UNAVAILABLE", "QUERY_TIMEOUT"]);

/** What a stream sends. */
export interface Live {
  /** The revision after which it begins. */
  readonly since: string;
  /** The events for what has changed after a revision and up to another. */
  events(since: string, until: string, signal: AbortSignal): AsyncIterable<string>;
  /** Throws if the client may no longer read. */
  admit(): Promise<unknown>;
  /** The last event, if the stream cannot go on. */
  problem(message: string): string;
}

/** Streams are counted, so that they cannot take all connections. */
export class LiveStreams {
  private open = 0;

  constructor(
    private readonly state: LatestState,
    private readonly max: number,
  ) {}

  /**
   * Sends what changes, as server-sent events (https://html.spec.whatwg.org/multipage/server-sent-events.html), until the
   * client has gone. Throws DATABASE_UNAVAILABLE if there are too many streams.
   */
  async send(response: Response, live: Live): Promise<void> {
    // The client may have gone while its request was read, and then "close" does not come any more.
    if (response.destroyed) return;
    if (this.open >= this.max)
      throw new PactError(
        "DATABASE_UNAVAILABLE",
        "Too many clients follow changes. Try again later, or read /changes.atom.",
      );
    this.open += 1;
    response.once("close", () => {
      this.open -= 1;
    });
    await this.follow(response, live);
  }

  /** The revision that a client sees who begins now. */
  async now(): Promise<string> {
    return (await this.state.read()).revision;
  }

  private async follow(response: Response, { since, events, admit, problem }: Live): Promise<void> {
    const signal = whenGone(response);
    response.set({
      "content-type": "text/event-stream",
      // Compressed, events would wait for each other, and a full buffer would not be seen.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    });
    response.write("retry: 3000\n\n");
    let [seen, beat, admitted] = [since, Date.now(), Date.now()];
    while (!signal.aborted && !response.destroyed) {
      try {
        if (Date.now() - admitted > BEAT_MS) {
          await admit();
          admitted = Date.now();
        }
        const { revision } = await this.state.read();
        if (Date.parse(revision) > Date.parse(seen)) {
          for await (const event of events(seen, revision, signal)) await write(response, event, signal);
          seen = revision;
          beat = Date.now();
        }
        if (Date.now() - beat > BEAT_MS) {
          await write(response, ": still here\n\n", signal);
          beat = Date.now();
        }
      } catch (error) {
        if (signal.aborted) return;
        // What has changed while the database was away is sent when it is back.
        if (!(error instanceof PactError && PASSING.has(error.code))) {
          response.end(problem(messageOf(error)));
          return;
        }
      }
      await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

function messageOf(error: unknown): string {
  return error instanceof PactError ? error.message : "The service failed. Connect again later.";
}

/** Writes as fast as the client reads, so that nothing piles up in memory. */
async function write(response: Response, text: string, signal: AbortSignal): Promise<void> {
  if (!response.write(text)) await once(response, "drain", { signal });
}

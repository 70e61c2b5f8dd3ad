import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type Request, type Response, Router } from "express";
import type { LatestState } from "../answer/latest-state.js";
import type { RunTools } from "../answer/run.js";
import { type ErrorCode, PactError } from "../errors.js";
import { atomFeed } from "../follow/atom.js";
import {
  changesSince,
  type Followed,
  type FollowedChange,
  followedOf,
  latestChanges,
} from "../follow/changes.js";
import { addressOf } from "./address.js";
import { whenGone } from "./when-gone.js";

/** Entries of the feed. */
const FEED_ITEMS = 100;
/** How often the revision is read; all streams share one reading. */
const POLL_MS = 1_000;
/** A line now and then keeps proxies from closing a stream. */
const BEAT_MS = 15_000;
const MAX_STREAMS = 1_000;
/** Errors after which a stream goes on. */
const PASSING: ReadonlySet<ErrorCode> = new Set(["DATABASE_UNAVAILABLE", "QUERY_TIMEOUT"]);

/**
 * `/changes.atom`: the latest changes as a feed. `/changes/stream`: changes as they happen, as server-sent events
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html), from the `Last-Event-ID` on. Both take `about` and
 * `types`, lists with commas.
 */
export function followRouter(tools: RunTools, state: LatestState, baseUrl: string | undefined): Router {
  const router = Router();
  let streams = 0;
  router.get("/changes.atom", async (request, response) => {
    const followed = followedOf(request.query);
    const changes = await latestChanges({ ...tools, signal: whenGone(response) }, followed, FEED_ITEMS);
    const address = addressOf(request, baseUrl);
    response
      .type("application/atom+xml")
      .send(atomFeed(address, address + request.originalUrl, followed, changes));
  });
  router.get("/changes/stream", async (request, response) => {
    const followed = followedOf(request.query);
    const since = sinceOf(request) ?? (await state.read()).revision;
    // The client may have gone during the reading above, and then "close" does not come any more.
    if (response.destroyed) return;
    if (streams >= MAX_STREAMS)
      throw new PactError(
        "DATABASE_UNAVAILABLE",
        "Too many clients follow changes. Try again later, or read /changes.atom.",
      );
    streams += 1;
    response.once("close", () => {
      streams -= 1;
    });
    await stream({ tools, state, followed, since }, response);
  });
  return router;
}

interface Source {
  readonly tools: RunTools;
  readonly state: LatestState;
  readonly followed: Followed;
  readonly since: string;
}

async function stream({ tools, state, followed, since }: Source, response: Response): Promise<void> {
  const signal = whenGone(response);
  response.set({
    "content-type": "text/event-stream",
    // Compressed, events would wait for each other, and a full buffer would not be seen.
    "cache-control": "no-store, no-transform",
    "x-accel-buffering": "no",
  });
  response.write("retry: 3000\n\n");
  let [seen, beat] = [since, Date.now()];
  while (!signal.aborted && !response.destroyed) {
    try {
      const { revision } = await state.read();
      if (Date.parse(revision) > Date.parse(seen)) {
        await send(response, changesSince({ ...tools, signal }, followed, seen, revision), revision, signal);
        seen = revision;
        beat = Date.now();
      }
      if (Date.now() - beat > BEAT_MS) {
        await write(response, ": still here\n\n", signal);
        beat = Date.now();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (!isPassing(error)) return sendProblem(response, error);
    }
    await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** True if the database may be away for a while: what has changed meanwhile is sent when it is back. */
function isPassing(error: unknown): boolean {
  return error instanceof PactError && PASSING.has(error.code);
}

/** Tells the client why the stream ends; a browser hears of it by the event `problem`. */
function sendProblem(response: Response, error: unknown): void {
  const message = error instanceof PactError ? error.message : "The service failed. Connect again later.";
  response.end(`event: problem\ndata: ${JSON.stringify({ message })}\n\n`);
}

/** Only the last event has an id: a client that loses the connection before it gets all changes of this revision again. */
async function send(
  response: Response,
  changes: AsyncIterable<FollowedChange>,
  revision: string,
  signal: AbortSignal,
): Promise<void> {
  for await (const change of changes)
    await write(response, `event: change\ndata: ${JSON.stringify(change)}\n\n`, signal);
  await write(
    response,
    `event: revision\nid: ${revision}\ndata: ${JSON.stringify({ revision })}\n\n`,
    signal,
  );
}

/** Writes as fast as the client reads, so that nothing piles up in memory. */
async function write(response: Response, text: string, signal: AbortSignal): Promise<void> {
  if (!response.write(text)) await once(response, "drain", { signal });
}

/** The revision up to which a client has seen the changes; undefined for one that has seen none. */
function sinceOf(request: Request): string | undefined {
  const given = request.get("last-event-id") ?? request.query.since;
  if (given === undefined || given === "") return undefined;
  const at = typeof given === "string" ? new Date(given) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime()))
    throw new PactError(
      "BAD_INPUT",
      "since and Last-Event-ID must be a revision, for example 2026-11-30T12:00:00Z.",
    );
  return at.toISOString();
}

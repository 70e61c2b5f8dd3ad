import { type Request, Router } from "express";
import type { LatestState } from "../answer/latest-state.js";
import type { RunTools } from "../answer/run.js";
import { PactError } from "../errors.js";
import { atomFeed } from "../follow/atom.js";
import { changesSince, type FollowedChange, followedOf, latestChanges } from "../follow/changes.js";
import { changesQueryOf, type Subscribed, selectedChanges } from "../follow/subscription.js";
import type { Access } from "./access.js";
import { addressOf } from "./address.js";
import { jsonBody } from "./body.js";
import { LiveStreams } from "./live.js";
import { variablesOf } from "./variables.js";
import { whenGone } from "./when-gone.js";

/** Entries of the feed. */
const FEED_ITEMS = 100;
const MAX_STREAMS = 1_000;

/**
 * `/changes.atom`: the latest changes as a feed. `/changes/stream`: changes as they happen, as server-sent events, from
 * the `Last-Event-ID` on; both take `about` and `types`, lists with commas. `/graphql/stream`: subscriptions of GraphQL.
 */
export function followRouter(
  tools: RunTools,
  state: LatestState,
  access: Access,
  baseUrl: string | undefined,
): Router {
  const router = Router();
  const streams = new LiveStreams(state, MAX_STREAMS);
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
    await streams.send(response, {
      since: sinceOf(request) ?? (await streams.now()),
      events: (since, until, signal) =>
        eventsOf(changesSince({ ...tools, signal }, followed, since, until), until),
      admit: () => access.admit(request),
      problem: (message) => `event: problem\ndata: ${JSON.stringify({ message })}\n\n`,
    });
  });
  router.all("/graphql/stream", jsonBody(), async (request, response) => {
    const query = changesQueryOf(tools, subscribedOf(request));
    await streams.send(response, {
      since: sinceOf(request) ?? query.since ?? (await streams.now()),
      events: (since, until, signal) =>
        resultsOf(query.key, selectedChanges({ ...tools, signal }, query, since, until), until),
      admit: () => access.admit(request),
      problem: (message) => `${nextEvent({ errors: [{ message }] })}event: complete\ndata:\n\n`,
    });
  });
  return router;
}

/** Only the last event has an id: a client that loses the connection before it gets all changes of this revision again. */
async function* eventsOf(changes: AsyncIterable<FollowedChange>, revision: string): AsyncGenerator<string> {
  for await (const change of changes) yield `event: change\ndata: ${JSON.stringify(change)}\n\n`;
  yield `event: revision\nid: ${revision}\ndata: ${JSON.stringify({ revision })}\n\n`;
}

/** The events of the GraphQL over SSE protocol, distinct connections: https://github.com/enisdenjo/graphql-sse */
async function* resultsOf(
  key: string,
  changes: AsyncIterable<unknown>,
  revision: string,
): AsyncGenerator<string> {
  let last: unknown;
  for await (const change of changes) {
    if (last !== undefined) yield nextEvent({ data: { [key]: last } });
    last = change;
  }
  // With the id, as above, a client that connects again goes on after it.
  if (last !== undefined) yield `id: ${revision}\n${nextEvent({ data: { [key]: last } })}`;
}

function nextEvent(result: object): string {
  return `event: next\ndata: ${JSON.stringify(result)}\n\n`;
}

/** The subscription of a POST, or of the address of a GET. Throws BAD_INPUT. */
function subscribedOf({ method, body, query: address }: Request): Subscribed {
  const given: unknown = method === "GET" ? address : body;
  const { query, variables, operationName } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof query !== "string" || query === "")
    throw new PactError(
      "BAD_INPUT",
      "Send a subscription as query, in the body of a POST or in the address.",
    );
  return {
    query,
    variables: variablesOf(variables),
    operationName: typeof operationName === "string" ? operationName : undefined,
  };
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

import { createClient } from "graphql-sse";
import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { MAX_IDS } from "../../src/model/bounds.js";
import { BASE, load } from "../fixtures/graph.js";
import { ask } from "../support/ask.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import { serveDatabase, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
});

const party = (validFrom: string, from = "state:aaa") => ({
  source: "source:a",
  edges: [{ type: "PARTY_TO", from, to: "treaty:t", validFrom }],
});

/** Reads a stream until an event of a revision has come; the events so far. */
async function follow(from: TestServer, query = "", lastId?: string) {
  const abort = new AbortController();
  const headers = lastId === undefined ? {} : { "last-event-id": lastId };
  const response = await fetch(`${from.url}/changes/stream${query}`, { headers, signal: abort.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  const until = async (wanted: RegExp) => {
    while (!wanted.test(text)) {
      const part = await reader?.read();
      if (!part || part.done) throw new Error(`The stream has ended: ${text}`);
      text += part.value;
    }
    return [...text.matchAll(/^event: change\ndata: (.+)$/gm)].map(([, json = ""]) => JSON.parse(json));
  };
  return { response, until, id: () => /^id: (.+)$/m.exec(text)?.[1], stop: () => abort.abort() };
}

describe("the stream of changes", () => {
  it("sends changes that were written through any server", async () => {
    const other = await serveDatabase(database);
    const stream = await follow(other, "?types=PARTY_TO");
    expect(stream.response.headers.get("content-type")).toContain("text/event-stream");
    await stream.until(/retry/);
    await load(database, party("1990"));
    const changes = await stream.until(/event: revision/);
    expect(changes).toMatchObject([
      { kind: "RECORDED", edge: { type: "PARTY_TO", from: { id: "state:aaa" }, source: { id: "source:a" } } },
    ]);
    stream.stop();
    await other.stop();
  });

  it("resumes after what the client has seen, and sends only changes of its nodes", async () => {
    const first = await follow(server);
    await first.until(/retry/);
    await load(database, party("1990"));
    await first.until(/event: revision/);
    first.stop();
    await load(database, party("1985", "state:bbb"));
    const again = await follow(server, "?about=state:bbb", first.id());
    const changes = await again.until(/event: revision/);
    expect(changes.map(({ edge }) => edge.from.id)).toEqual(["state:bbb"]);
    again.stop();
  });

  it("ends with a reason when it cannot continue", async () => {
    const ids = Array.from({ length: MAX_IDS + 1 }, (_, index) => `state:x${index}`).join(",");
    const response = await fetch(`${server.url}/changes/stream?since=2000-01-01T00:00:00Z&about=${ids}`);
    const text = await response.text();
    expect(text).toMatch(/^event: problem\ndata: \{"message":".*at most/m);
  });

  it("waits for a slow client without delaying the others", async () => {
    await load(database, {
      source: "source:a",
      nodes: Array.from({ length: 400 }, (_, index) => ({
        ...{ type: "Topic", id: `topic:t${index}`, name: `Topic ${index} ${"long ".repeat(60)}` },
      })),
    });
    const idle = await fetch(`${server.url}/changes/stream?since=2000-01-01T00:00:00Z`);
    const other = await follow(server, "?since=2000-01-01T00:00:00Z");
    expect((await other.until(/event: revision/)).length).toBeGreaterThan(400);
    other.stop();
    await idle.body?.cancel();
  });

  it.each(["?types=PARTY", "?since=yesterday"])("rejects %s with a message", async (query) => {
    const response = await fetch(`${server.url}/changes/stream${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
  });
});

describe("the feed of changes", () => {
  it("lists the latest changes first, with their sources, and escapes names", async () => {
    await load(database, {
      source: "source:a",
      nodes: [{ type: "Treaty", id: "treaty:odd", name: "A <b> & 'c'" }],
      edges: [{ type: "PARTY_TO", from: "state:aaa", to: "treaty:odd" }],
    });
    const response = await fetch(`${server.url}/changes.atom?types=PARTY_TO`);
    expect(response.headers.get("content-type")).toContain("application/atom+xml");
    const xml = await response.text();
    expect(xml).toMatch(/<feed xmlns="http:\/\/www.w3.org\/2005\/Atom">/);
    expect(xml).toMatch(/Recorded: .* PARTY_TO A/);
    expect(xml).not.toContain("A <b>");
    expect(xml).toMatch(/source: .*\(source:a\)/);
  });
});

const SUBSCRIPTION = `subscription ($types: [EdgeType!], $about: [ID!], $since: DateTime) {
  news: changes(types: $types, about: $about, since: $since) { kind edge { ...E } }
}
fragment E on GraphEdge { type from { id ... on State { partyTo { totalCount } } } to { id name(lang: "en") } source { id } }`;

/** Subscribes as people do, with the client of graphql-sse. */
function subscribe(variables: Readonly<Record<string, unknown>>, query = SUBSCRIPTION) {
  const client = createClient({ url: `${server.url}/graphql/stream`, retryAttempts: 0 });
  const results = client.iterate({ query, variables: { ...variables } });
  return { next: async () => (await results.next()).value, stop: () => client.dispose() };
}

const revision = async () => (await ask(server, "{ states { totalCount } }")).extensions?.dataRevision;

describe("a subscription", () => {
  it("receives the selected fields of each change, after the revision that it names", async () => {
    const since = await revision();
    await load(database, party("1990"));
    await load(database, party("1991", "state:bbb"));
    const news = subscribe({ since, types: ["PARTY_TO"] });
    for (const id of ["state:aaa", "state:bbb"])
      expect(await news.next()).toEqual({
        data: {
          news: {
            kind: "RECORDED",
            edge: {
              type: "PARTY_TO",
              from: { id, partyTo: { totalCount: 1 } },
              to: { id: "treaty:t", name: "T" },
              source: { id: "source:a" },
            },
          },
        },
      });
    await load(database, party("1990-05-01"));
    // A correction retracts the old assertion and records the new one, at one instant.
    const corrected = [await news.next(), await news.next()].map((result) => result?.data?.news);
    expect(new Set(corrected)).toEqual(
      new Set(["RETRACTED", "RECORDED"].map((kind) => expect.objectContaining({ kind }))),
    );
    news.stop();
  });

  it("receives only changes of its nodes that are written from now on", async () => {
    await load(database, party("1990"));
    const news = subscribe({ about: ["state:bbb"] });
    const first = news.next();
    // The stream begins when the service has read the revision; what is written meanwhile comes in either case.
    await load(database, party("1991"));
    await load(database, party("1992", "state:bbb"));
    expect((await first)?.data?.news).toMatchObject({ edge: { from: { id: "state:bbb" } } });
    news.stop();
  });

  it("has the revision as the id of its last event, so that a browser can resume", async () => {
    const since = await revision();
    await load(database, party("1990"));
    const query = encodeURIComponent("subscription { changes(types: [PARTY_TO]) { at edge { id } } }");
    const abort = new AbortController();
    const response = await fetch(`${server.url}/graphql/stream?query=${query}`, {
      headers: { "last-event-id": String(since) },
      signal: abort.signal,
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!/^event: next\n.*\n\n/ms.test(text)) text += (await reader?.read())?.value ?? "";
    abort.abort();
    const { at } = JSON.parse(/^data: (.+)$/m.exec(text)?.[1] ?? "{}").data.changes;
    expect(new Date(/^id: (.+)$/m.exec(text)?.[1] ?? "").getTime()).toBe(new Date(at).getTime());
  });

  it.each<[string, object, RegExp]>([
    ["a query", { query: "{ states { totalCount } }" }, /Send a query to \/graphql/],
    ["nothing", {}, /Send a subscription/],
    ["an unknown field", { query: "subscription { changes { nonsense } }" }, /nonsense/],
    ["an unknown type", { query: "subscription { changes(types: [OWNS]) { kind } }" }, /OWNS/],
    [
      "a fragment at the root",
      { query: "subscription { ...F } fragment F on Subscription { changes { kind } }" },
      /directly/,
    ],
    ["an instant that is none", { query: 'subscription { changes(since: "x") { kind } }' }, /x/],
    ["half a document", { query: "subscription {" }, /Syntax/],
  ])("is rejected with a message: %s", async (_what, body, message) => {
    const response = await fetch(`${server.url}/graphql/stream`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
    expect(JSON.stringify(await response.json())).toMatch(message);
  });

  it("is redirected by a message if it is sent to /graphql", async () => {
    const { errors } = await ask(server, "subscription { changes { kind } }");
    expect(errors).toMatchObject([
      { message: expect.stringMatching(/graphql\/stream/), extensions: { code: "BAD_INPUT" } },
    ]);
  });
});

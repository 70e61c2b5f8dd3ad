import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { MAX_IDS } from "../../src/model/bounds.js";
import { BASE, load } from "../fixtures/graph.js";
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
  it("sends what is written, through another server, too", async () => {
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

  it("goes on after what a client has seen, and leaves out what is not about its nodes", async () => {
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

  it("ends with a reason when it cannot go on", async () => {
    const ids = Array.from({ length: MAX_IDS + 1 }, (_, index) => `state:x${index}`).join(",");
    const response = await fetch(`${server.url}/changes/stream?since=2000-01-01T00:00:00Z&about=${ids}`);
    const text = await response.text();
    expect(text).toMatch(/^event: problem\ndata: \{"message":".*at most/m);
  });

  it("holds back what a client does not read, and serves the others meanwhile", async () => {
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

  it.each(["?types=PARTY", "?since=yesterday"])("says what is wrong with %s", async (query) => {
    const response = await fetch(`${server.url}/changes/stream${query}`);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
  });
});

describe("the feed of changes", () => {
  it("has the latest first, with their sources, and escapes names", async () => {
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

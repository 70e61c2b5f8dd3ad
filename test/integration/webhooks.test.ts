import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LatestState } from "../../src/answer/latest-state.js";
import { OperationCompiler } from "../../src/answer/operation.js";
import { LiveCounts } from "../../src/cost/counts.js";
import type { Database } from "../../src/db/database.js";
import { apiSchema } from "../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../src/limits.js";
import { deliverWebhooks } from "../../src/webhooks/deliver.js";
import { addWebhook, listWebhooks, removeWebhook } from "../../src/webhooks/webhooks.js";
import { BASE, load } from "../fixtures/graph.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import { serveForTests } from "../support/service.js";

let database: Database;
const ends: (() => Promise<void>)[] = [];

serveForTests(emptyDatabase, (service) => {
  ({ database } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

const PATIENCE = { timeout: 120_000, interval: 50 };
const TIMES = { pollMs: 50, requestMs: 60_000, pauseMs: 50 };

interface Post {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly status: number;
}

/** An address that notes what it gets, and answers with these statuses, then with 200. */
async function listener(statuses: readonly number[] = []) {
  const posts: Post[] = [];
  const answers = [...statuses];
  const http = createServer((request, response) => {
    let body = "";
    request.on("data", (data) => {
      body += data;
    });
    request.on("end", () => {
      const status = answers.shift() ?? 200;
      posts.push({ headers: request.headers, body, status });
      response.writeHead(status).end("ok");
    });
  });
  http.listen(0, "127.0.0.1");
  await once(http, "listening");
  ends.push(async () => {
    http.close();
    http.closeAllConnections();
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/hook`;
  /** The changes that it has accepted. */
  const changes = () =>
    posts.filter(({ status }) => status === 200).flatMap(({ body }) => JSON.parse(body).changes);
  return { url, posts, changes };
}

/** Servers that deliver until the test ends. */
function deliver(servers = 1): void {
  const schema = apiSchema();
  const compiler = new OperationCompiler(schema, DEFAULT_LIMITS);
  const tools = { database, schema, compiler, counts: new LiveCounts(database), limits: DEFAULT_LIMITS };
  for (let server = 0; server < servers; server += 1) {
    const abort = new AbortController();
    const running = deliverWebhooks(tools, new LatestState(database), abort.signal, TIMES);
    ends.push(async () => {
      abort.abort();
      await running;
    });
  }
}

const party = (from: string, validFrom: string) =>
  load(database, { source: "source:a", edges: [{ type: "PARTY_TO", from, to: "treaty:t", validFrom }] });
const add = (url: string, about = "", types = "") => addWebhook(database, { url, about, types });

describe("a webhook", () => {
  it("gets what is written from now on, signed as in Standard Webhooks", async () => {
    const { url, posts, changes } = await listener();
    await party("state:bbb", "1980");
    const { id, secret } = await add(url);
    deliver();
    await party("state:aaa", "1990");
    await expect.poll(changes, PATIENCE).toHaveLength(1);
    const [post] = posts;
    const { headers, body = "" } = post ?? {};
    expect(JSON.parse(body)).toMatchObject({
      webhook: id,
      isLast: true,
      changes: [
        {
          kind: "RECORDED",
          edge: { type: "PARTY_TO", from: { id: "state:aaa" }, source: { id: "source:a" } },
        },
      ],
    });
    const signed = `${headers?.["webhook-id"]}.${headers?.["webhook-timestamp"]}.${body}`;
    const key = Buffer.from(secret.replace("whsec_", ""), "base64");
    expect(key).toHaveLength(32);
    expect(headers?.["webhook-signature"]).toBe(
      `v1,${createHmac("sha256", key).update(signed).digest("base64")}`,
    );
    await expect
      .poll(async () => (await listWebhooks(database))[0]?.deliveredAt, PATIENCE)
      .toMatch(/^\d{4}-/);
    expect(JSON.stringify(await listWebhooks(database))).not.toContain(secret);
  });

  it("gets isLast with its last POST, even if that one is full", async () => {
    const { url, posts, changes } = await listener();
    await add(url);
    const acts = Array.from({ length: 1_000 }, (_, index) => ({
      type: "SIGNED",
      from: "state:aaa",
      to: "treaty:t",
      date: "1980-01-01",
      key: `act ${index}`,
    }));
    await load(database, { source: "source:a", edges: acts });
    deliver();
    await expect.poll(changes, PATIENCE).toHaveLength(1_000);
    expect(posts.map(({ body }) => JSON.parse(body).isLast)).toEqual([false, true]);
  });

  it("is called only for changes of its nodes and types", async () => {
    const { url, posts, changes } = await listener();
    await add(url, "state:bbb", "PARTY_TO");
    deliver();
    await party("state:aaa", "1990");
    await party("state:bbb", "1991");
    await expect.poll(changes, PATIENCE).toHaveLength(1);
    expect(changes()).toMatchObject([{ edge: { from: { id: "state:bbb" } } }]);
    expect(posts).toHaveLength(1);
  });

  it("gets everything in order after failures, which are shown meanwhile", async () => {
    const { url, posts, changes } = await listener([500, 302, 503]);
    await add(url);
    deliver();
    await party("state:aaa", "1990");
    await expect.poll(() => posts.length, PATIENCE).toBeGreaterThanOrEqual(2);
    await party("state:bbb", "1991");
    await expect.poll(() => changes().at(-1)?.edge.from.id, PATIENCE).toBe("state:bbb");
    expect(changes().map(({ edge }) => edge.from.id)).toEqual(["state:aaa", "state:bbb"]);
    expect(posts.map(({ status }) => status).slice(0, 3)).toEqual([500, 302, 503]);
    await expect.poll(async () => (await listWebhooks(database))[0]?.failures, PATIENCE).toBe(0);
  });

  it("shows the number of failed deliveries if it is unreachable", async () => {
    await add("http://127.0.0.1:9/none");
    deliver();
    await party("state:aaa", "1990");
    await expect
      .poll(async () => (await listWebhooks(database))[0], PATIENCE)
      .toMatchObject({
        failures: expect.any(Number),
        problem: expect.stringMatching(/./),
        deliveredAt: null,
      });
  });

  it("gets each change once from three servers", async () => {
    const { url, changes } = await listener();
    await add(url);
    deliver(3);
    for (const year of ["1990", "1992", "1994"]) await party("state:aaa", year);
    await party("state:bbb", "1999");
    await expect.poll(() => changes().at(-1)?.edge.from.id, PATIENCE).toBe("state:bbb");
    const ids = changes().map(({ kind, edge }) => `${kind} ${edge.id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("gets nothing after it was removed", async () => {
    const { url, changes } = await listener();
    const other = await listener();
    const { id } = await add(url);
    await add(other.url);
    await removeWebhook(database, id);
    deliver();
    await party("state:aaa", "1990");
    await expect.poll(other.changes, PATIENCE).toHaveLength(1);
    expect(changes()).toEqual([]);
    await expect(removeWebhook(database, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["ftp://example.org/x", "javascript:alert(1)", "nonsense", ""])(
    "is rejected at the address %j",
    async (url) => {
      await expect(add(url)).rejects.toMatchObject({ code: "BAD_INPUT" });
    },
  );

  it("is rejected for an unknown type", async () => {
    await expect(add("https://example.org", "", "PARTY_OF")).rejects.toMatchObject({ code: "BAD_INPUT" });
  });
});

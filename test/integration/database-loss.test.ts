import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Database } from "../../src/db/database.js";
import { type FaultyProxy, type ProxyMode, startFaultyProxy } from "../fixtures/faulty-proxy.js";
import { expectNoLeak } from "../fixtures/leaks.js";
import { emptyDatabase } from "../support/database.js";
import { testLogin } from "../support/login.js";
import { serveDatabase, TEST_WRITE_KEY, type TestServer } from "../support/server.js";

/** A busy machine may take long, but a request that hangs is none of that. */
const PATIENCE_MS = 5 * 60_000;

let proxy: FaultyProxy;
let database: Database;
let server: TestServer;

beforeAll(async () => {
  await (await emptyDatabase()).close();
  const login = testLogin();
  proxy = await startFaultyProxy(login.uri);
  database = Database.open({ ...login, uri: proxy.uri });
  server = await serveDatabase(database);
});

afterAll(async () => {
  await proxy?.set("open");
  await server?.stop();
  await database?.close();
  await proxy?.stop();
});

interface Reply {
  readonly status: number;
  readonly text: string;
}

async function get(path: string): Promise<Reply> {
  const response = await fetch(`${server.url}${path}`, { signal: AbortSignal.timeout(PATIENCE_MS) });
  return { status: response.status, text: await response.text() };
}

async function post(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Reply> {
  const response = await fetch(`${server.url}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-pactgraph-key": TEST_WRITE_KEY },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: response.status, text: await response.text() };
}

const STATES = "{ states { totalCount nodes { id } } }";
const WRITE = "mutation ($b: String!) { applyBundle(bundle: $b) { created } }";
const BUNDLE = JSON.stringify({
  bundle: 1,
  sources: [{ id: "source:loss", name: "Loss", kind: "NEWS" }],
});

function expectUnavailable({ text }: Reply): void {
  const answer = JSON.parse(text);
  expect(answer.errors).toHaveLength(1);
  expect(answer.errors[0].extensions.code).toBe("DATABASE_UNAVAILABLE");
  expect(answer.errors[0].message).toMatch(/database/i);
  expectNoLeak(text);
}

/** Asks until the database answers again: that it comes back by itself is promised, not when. */
async function expectRecovery(): Promise<void> {
  const until = Date.now() + 10 * 60_000;
  for (;;) {
    const { text, status } = await get("/readyz").catch(() => ({ text: "", status: 0 }));
    if (status === 200 && text) break;
    if (Date.now() > until) throw new Error(`no recovery: ${status} ${text}`);
  }
  expect(JSON.parse((await post(STATES)).text)).toMatchObject({ data: { states: { totalCount: 0 } } });
}

beforeEach(async () => {
  await proxy.set("open");
  await expectRecovery();
});

describe.each<[string, ProxyMode]>([
  ["is down, so that connections are refused and dropped", "refused"],
  ["does not answer, although connections stay open", "silent"],
])("when the database %s", (_case, mode) => {
  it("keeps the process alive but not ready", async () => {
    await proxy.set(mode);
    expect(await get("/livez")).toMatchObject({ status: 200 });
    const ready = await get("/readyz");
    expect(ready.status).toBe(503);
    expectNoLeak(ready.text.replace('"database"', ""));
  });

  it("answers queries with a coded error", async () => {
    await proxy.set(mode);
    expectUnavailable(await post(STATES));
    expectUnavailable(await post(STATES));
  });

  it("answers many simultaneous queries with the same error", async () => {
    await Promise.all(Array.from({ length: 10 }, () => post(STATES)));
    await proxy.set(mode);
    for (const reply of await Promise.all(Array.from({ length: 20 }, () => post(STATES)))) {
      expectUnavailable(reply);
    }
  });

  it("rejects a bundle with the same error and writes nothing", async () => {
    await proxy.set(mode);
    expectUnavailable(await post(WRITE, { b: BUNDLE }));
    await proxy.set("open");
    await expectRecovery();
    const sources = await post("{ sources { totalCount } }");
    expect(JSON.parse(sources.text)).toMatchObject({ data: { sources: { totalCount: 0 } } });
  });

  it("still answers what needs no database", async () => {
    await proxy.set(mode);
    expect(JSON.parse((await post("{ __typename }")).text)).toEqual({ data: { __typename: "Query" } });
    const wrong = JSON.parse((await post("{ nope }")).text);
    expect(wrong.errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
  });

  it("recovers by itself", async () => {
    await proxy.set(mode);
    expectUnavailable(await post(STATES));
    await proxy.set("open");
    await expectRecovery();
  });
});

it("a server recovers from connections that have died silently", async () => {
  await Promise.all(Array.from({ length: 5 }, () => post(STATES)));
  proxy.silencePresent();
  // Whichever request meets them may be told so, but none may hang, and the service comes back.
  for (const { text } of await Promise.all(Array.from({ length: 5 }, () => post(STATES)))) {
    const answer = JSON.parse(text);
    if (answer.errors) {
      expect(["DATABASE_UNAVAILABLE", "QUERY_TIMEOUT"]).toContain(answer.errors[0].extensions.code);
    }
    expectNoLeak(text);
  }
  await expectRecovery();
});

it("a server that starts without a database becomes ready when the database does", async () => {
  await proxy.set("refused");
  const late = Database.open({ ...testLogin(), uri: proxy.uri });
  const lateServer = await serveDatabase(late);
  try {
    const before = await fetch(`${lateServer.url}/readyz`);
    expect(before.status).toBe(503);
    await proxy.set("open");
    const until = Date.now() + 10 * 60_000;
    while ((await fetch(`${lateServer.url}/readyz`)).status !== 200) {
      if (Date.now() > until) throw new Error("no recovery");
    }
  } finally {
    await lateServer.stop();
    await late.close();
  }
});

it("a wrong password is reported as DATABASE_UNAVAILABLE", async () => {
  const wrong = Database.open({ ...testLogin(), password: "not-the-password" });
  const wrongServer = await serveDatabase(wrong);
  try {
    const response = await fetch(`${wrongServer.url}/graphql?query=${encodeURIComponent(STATES)}`);
    const answer = JSON.parse(await response.text());
    expect(answer.errors[0].extensions.code).toBe("DATABASE_UNAVAILABLE");
    expect((await fetch(`${wrongServer.url}/readyz`)).status).toBe(503);
  } finally {
    await wrongServer.stop();
    await wrong.close();
  }
});

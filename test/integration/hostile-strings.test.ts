import { beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { contentHash } from "../../src/export/content-hash.js";
import { apiSchema } from "../../src/fields/api-schema.js";
import { recordHash } from "../../src/history/read-record.js";
import { BASE, load } from "../fixtures/graph.js";
import { HOSTILE, type HostileRequest, hostileRequests } from "../fixtures/hostile.js";
import { expectNoLeak } from "../fixtures/leaks.js";
import { ask } from "../support/ask.js";
import { emptyDatabase } from "../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

/** Texts in each place; PACTGRAPH_HOSTILE_TEXTS asks for more, up to all. */
const TEXTS = Number(process.env.PACTGRAPH_HOSTILE_TEXTS ?? 3);
const AT_ONCE = 6;
const KEY = { "x-pactgraph-key": TEST_WRITE_KEY };

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, BASE);
});

const requests = hostileRequests(apiSchema(), Math.min(TEXTS, HOSTILE.length));

it("the hostile requests cover every root field", () => {
  const places = new Set(requests.map(({ place }) => place));
  expect(places.size).toBeGreaterThan(300);
  const roots = [apiSchema().getQueryType(), apiSchema().getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).flatMap(({ name, args }) => (args.length ? [name] : [])),
  );
  const tried = new Set(requests.map(({ place }) => place.split(" > ")[0]));
  expect(roots.filter((name) => !tried.has(name))).toEqual([]);
});

it("hostile requests are answered or rejected without changes or leaks", async () => {
  const before = [await contentHash(database), await recordHash(database)];
  const left = [...requests];
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let request = left.pop(); request; request = left.pop()) wrong.push(...(await faultsOf(request)));
    }),
  );
  expect(wrong).toEqual([]);
  expect([await contentHash(database), await recordHash(database)]).toEqual(before);
  expect((await ask(server, "{ states { totalCount } }")).data.states.totalCount).toBe(2);
});

const FAULTS: ReadonlySet<string> = new Set(["INTERNAL", "DATABASE_UNAVAILABLE", "QUERY_TIMEOUT"]);

/** What no answer may be, whatever is asked. */
async function faultsOf({ place, query, variables }: HostileRequest): Promise<readonly string[]> {
  const { errors = [] } = await ask(server, query, variables, KEY);
  const faults = errors.flatMap(({ message, extensions }) => [
    ...(FAULTS.has(String(extensions?.code)) ? [String(extensions?.code)] : []),
    ...(leaks(message) ? [`leak: ${message.slice(0, 200)}`] : []),
  ]);
  return faults.map((fault) => `${place} ${JSON.stringify(variables).slice(0, 200)}: ${fault}`);
}

/** True if a message tells of the inside; what the client has sent may stand in it. */
function leaks(message: string): boolean {
  const own = HOSTILE.filter((text) => text.length > 3).reduce(
    (text, sent) => text.replaceAll(sent, ""),
    message,
  );
  try {
    expectNoLeak(own);
    return false;
  } catch {
    return true;
  }
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { CROWD } from "../../fixtures/crowd-graph.js";
import { type ServedGraph, serveGraphWith } from "../../fixtures/serve-graph.js";
import { type Answer, ask } from "../../support/ask.js";
import { TEST_WRITE_KEY } from "../../support/server.js";

const LIMIT = 40_000;

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraphWith({ ...DEFAULT_LIMITS, maxCost: LIMIT }, CROWD);
});
afterAll(async () => {
  await graph?.stop();
});

const EXPLAIN = { "x-pactgraph-explain": "1" };
const KEY = { "x-pactgraph-key": TEST_WRITE_KEY };
const explained = (query: string, headers: Readonly<Record<string, string>> = { ...EXPLAIN, ...KEY }) =>
  ask(graph.server, query, {}, headers);

/** States that are party to a treaty that has a party that is party …: so many relations. */
function chain(relations: number): string {
  let inner = "";
  for (let left = relations; left > 0; left -= 1) {
    const field = left % 2 ? "partyTo" : "parties";
    inner = inner ? `{${field}: {some: {node: ${inner}}}}` : `{${field}: {exists: true}}`;
  }
  return `{ states(where: ${inner}) { totalCount } }`;
}
const DEAR = chain(4);

describe("an operation that is estimated as too expensive", () => {
  it("is rejected with its estimate, the limit and the main cost drivers", async () => {
    const { data, errors } = await ask(graph.server, DEAR);
    expect(data?.states ?? null).toBeNull();
    expect(errors).toHaveLength(1);
    const [error] = errors ?? [];
    expect(error?.path).toEqual(["states"]);
    const { code, estimate, limit, drivers } = error?.extensions ?? {};
    expect({ code, limit }).toEqual({ code: "QUERY_TOO_LARGE", limit: LIMIT });
    expect(Number(estimate)).toBeGreaterThan(LIMIT);
    const dearest = drivers as readonly { readonly what: string; readonly hits: number }[];
    expect(dearest.length).toBeGreaterThan(0);
    expect(dearest.map(({ what }) => what).join()).toMatch(/parties|partyTo/);
    const rows = dearest.map((driver) => driver.hits);
    expect(rows).toEqual([...rows].sort((one, other) => other - one));
    expect(rows.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(Number(estimate));
    expect(error?.message).toMatch(/40,000/);
  });

  it("does not affect the other root fields", async () => {
    const answer = await ask(
      graph.server,
      `{ network(projection: SHARED_TREATIES) { totalCount } state(id: "state:001") { id } }`,
    );
    expect(answer.data).toEqual({ network: null, state: { id: "state:001" } });
    expect(answer.errors).toMatchObject([
      { path: ["network"], extensions: { code: "QUERY_TOO_LARGE", limit: LIMIT } },
    ]);
  });

  it("is answered if it starts from few nodes", async () => {
    const few = await ask(
      graph.server,
      `{ network(projection: SHARED_TREATIES, with: ["state:001"]) { totalCount } }`,
    );
    expect(few).toMatchObject({ data: { network: { totalCount: 99 } } });
    expect((await ask(graph.server, chain(1))).data).toEqual({ states: { totalCount: 100 } });
  });

  it("is rejected in all equivalent forms", async () => {
    const [, text = ""] = /where: (.*)\) \{ totalCount/.exec(DEAR) ?? [];
    const where = JSON.parse(text.replaceAll(/(\w+):/g, '"$1":'));
    const query = "query ($where: StateWhere) { states(where: $where) { totalCount } }";
    const answer = await ask(graph.server, query, { where });
    expect(answer.errors?.[0]?.extensions?.code).toBe("QUERY_TOO_LARGE");
    const fragment = await ask(
      graph.server,
      `query { ...all } fragment all on Query { ${DEAR.slice(1, -1)} }`,
    );
    expect(fragment.errors?.[0]?.extensions?.code).toBe("QUERY_TOO_LARGE");
  });
});

describe("explain", () => {
  type Step = { dbHits: number; steps: Step[] };
  const of = ({ extensions }: Answer) =>
    extensions?.explain as readonly { field: string; cypher: string; dbHits: number; plan: Step }[];

  it("returns the Cypher, the plan and the database hits of each root field", async () => {
    const answer = await explained(`{
      states(first: 2) { nodes { id } }
      other: treaty(id: "treaty:001") { parties(first: 1) { totalCount } } }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data.states.nodes).toEqual([{ id: "state:000" }, { id: "state:001" }]);
    expect(answer.data.other.parties.totalCount).toBe(100);
    const fields = of(answer);
    // Whether an alias or the field itself names it, is not said.
    expect(fields.map(({ field }) => field.replace("other", "treaty")).sort()).toEqual(["states", "treaty"]);
    for (const { cypher, dbHits, plan } of fields) {
      expect(cypher).toMatch(/MATCH/);
      expect(cypher).toMatch(/RETURN/);
      expect(dbHits).toBeGreaterThan(0);
      const sum = (step: Step): number => step.steps.reduce((hits, inner) => hits + sum(inner), step.dbHits);
      expect(sum(plan)).toBe(dbHits);
    }
  });

  it.each([{}, { "x-pactgraph-key": "another" }, { "x-pactgraph-key": "" }])(
    "is rejected without the key and reveals nothing: %j",
    async (headers) => {
      const query = `{ states(first: 1) { nodes { id } } treaty(id: "treaty:001") { id } }`;
      const answer = await explained(query, { ...EXPLAIN, ...(headers as Record<string, string>) });
      expect(answer.extensions?.explain).toBeUndefined();
      expect(answer.data?.treaty ?? null).toBeNull();
      expect(answer.errors?.length).toBeGreaterThan(0);
      for (const { extensions } of answer.errors ?? []) expect(extensions?.code).toBe("FORBIDDEN");
      expect(JSON.stringify(answer)).not.toMatch(/MATCH/);
    },
  );

  it("is omitted by default", async () => {
    const answer = await explained("{ states(first: 1) { totalCount nodes { id } } }", KEY);
    expect(answer.extensions).not.toHaveProperty("explain");
  });

  it("omits rejected root fields", async () => {
    const answer = await explained(`{ dear: ${DEAR.slice(2, -2)} treaty(id: "treaty:001") { id } }`);
    expect(answer.errors).toMatchObject([{ path: ["dear"], extensions: { code: "QUERY_TOO_LARGE" } }]);
    expect(of(answer).map(({ field }) => field)).toEqual(["treaty"]);
  });
});

describe("a large document", () => {
  const aliases = (number: number) =>
    `{ state(id: "state:001") { ${Array.from({ length: number }, (_, each) => `a${each}: name`).join(" ")} } }`;

  it("may have a hundred aliases and no more", async () => {
    const most = await ask(graph.server, aliases(100));
    expect(most.errors).toBeUndefined();
    expect(Object.keys(most.data.state)).toHaveLength(100);
    const answer = await ask(graph.server, aliases(101));
    expect(answer.data ?? null).toBeNull();
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions?.code).toBe("QUERY_TOO_LARGE");
    expect(answer.errors?.[0]?.message).toMatch(/100 aliases/);
  });

  it("may nest at most eight relations in a condition", async () => {
    for (const relations of [9, 12, 40]) {
      const answer = await ask(graph.server, chain(relations));
      expect(answer.errors, String(relations)).toMatchObject([{ extensions: { code: "QUERY_TOO_LARGE" } }]);
      expect(answer.data?.states ?? null).toBeNull();
    }
  });

  // The database must not spend minutes on parsing or planning what one request can send.
  const fits = { region: { isNull: true } };
  const nested = (depth: number): Record<string, unknown> => (depth ? { not: nested(depth - 1) } : fits);
  it.each<[string, Record<string, unknown>]>([
    ["a list of 10,000 ids", { id: { in: Array.from({ length: 10_000 }, (_, each) => `state:${each}`) } }],
    ['100 conditions in "or"', { or: Array.from({ length: 100 }, () => fits) }],
    ['500 conditions in "or"', { or: Array.from({ length: 500 }, () => fits) }],
    ['2,000 conditions in "or"', { or: Array.from({ length: 2_000 }, () => fits) }],
    ['"not" 50 times', nested(50)],
    ['"not" 200 times', nested(200)],
    ['"not" 1,000 times', nested(1_000)],
  ])("is answered or rejected within a minute: %s", { timeout: 60_000 }, async (_case, where) => {
    const query = "query ($where: StateWhere) { states(where: $where) { totalCount } }";
    const answer = await ask(graph.server, query, { where });
    if (!answer.errors) expect(typeof answer.data.states.totalCount).toBe("number");
    for (const { extensions } of answer.errors ?? []) {
      expect(extensions?.code).toMatch(/^(QUERY_TOO_LARGE|BAD_INPUT)$/);
    }
  });
});

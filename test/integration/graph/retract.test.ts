import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { load, snapshot } from "../../fixtures/graph.js";
import { CLAIMS, OF_B, retract } from "../../fixtures/retractions.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";

let graph: ServedGraph | undefined;

beforeEach(async () => {
  await graph?.stop();
  graph = await serveGraph(CLAIMS, OF_B);
});
afterAll(() => graph?.stop());

function served(): ServedGraph {
  if (!graph) throw new Error("nothing is served");
  return graph;
}

/** Since when S and T are parties, by whom, and the region of S; `args` are for all of it. */
async function read(args = "") {
  const scope = args ? `(${args})` : "";
  const { treaty, state } = await served().data(`{
    treaty(id: "treaty:t") { parties${scope} { edges { id node { id } validFrom source { id } } } }
    state(id: "state:s"${args ? `, ${args}` : ""}) { region } }`);
  type Row = { id: string; node: { id: string }; validFrom: string; source: { id: string } };
  return {
    rows: treaty.parties.edges as Row[],
    parties: treaty.parties.edges.map(
      ({ node, validFrom, source }: Row) => `${node.id} ${validFrom} ${source.id}`,
    ),
    region: state.region,
  };
}

const BEFORE = {
  parties: ["state:s 1990-01-01 source:a", "state:t 1991-01-01 source:a"],
  region: "Asia",
};

async function edgeOf(state: string, source: string): Promise<string> {
  const { rows } = await read(`sources: ["${source}"]`);
  return rows.find(({ node }) => node.id === state)?.id ?? "";
}

async function now(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  const [row] = await served().database.read((tx) => tx.run("RETURN toString(datetime()) AS at"));
  await new Promise((resolve) => setTimeout(resolve, 20));
  return String(row?.at);
}

describe("the retraction of one assertion", () => {
  it("lets another source of the fact be read, and keeps the earlier state for asKnownAt", async () => {
    expect(await read()).toMatchObject(BEFORE);
    const edge = await edgeOf("state:s", "source:a");
    const then = await now();
    const { data } = await retract(served().server, `edge: "${edge}", reason: "  a slip  "`);
    expect(data.retract).toEqual({
      dryRun: false,
      retracted: 1,
      primaryMoved: 1,
      withoutSource: 0,
      kept: [],
    });
    expect(await read()).toMatchObject({
      parties: ["state:s 1995-01-01 source:b", "state:t 1991-01-01 source:a"],
      region: "Asia",
    });
    expect((await read(`asKnownAt: "${then}"`)).parties).toEqual(BEFORE.parties);
    expect((await read(`sources: ["source:a"]`)).parties).toEqual(["state:t 1991-01-01 source:a"]);
  });

  it("removes a fact without another source", async () => {
    const edge = await edgeOf("state:t", "source:a");
    const { data } = await retract(served().server, `edge: "${edge}", reason: "x"`);
    expect(data.retract).toMatchObject({ retracted: 1, primaryMoved: 0, withoutSource: 1 });
    expect((await read()).parties).toEqual(["state:s 1990-01-01 source:a"]);
  });

  it("changes nothing else if the assertion was not read", async () => {
    const edge = await edgeOf("state:s", "source:b");
    const { data } = await retract(served().server, `edge: "${edge}", reason: "x"`);
    expect(data.retract).toMatchObject({ retracted: 1, primaryMoved: 0, withoutSource: 0 });
    expect(await read()).toMatchObject(BEFORE);
    expect((await read(`sources: ["source:b"]`)).parties).toEqual([]);
  });

  it("has no effect the second time", async () => {
    const edge = await edgeOf("state:s", "source:a");
    await retract(served().server, `edge: "${edge}", reason: "first"`);
    const once = await snapshot(served().database);
    const { data, errors } = await retract(served().server, `edge: "${edge}", reason: "second"`);
    if (!errors) expect(data.retract).toMatchObject({ retracted: 0, primaryMoved: 0, withoutSource: 0 });
    // Only the write lock, which is not in the snapshot, may have been taken.
    expect(await snapshot(served().database)).toEqual(once);
  });
});

describe("the retraction of a whole source", () => {
  it("lets other sources be read, also for properties of nodes", async () => {
    const then = await now();
    const { data } = await retract(served().server, `source: "source:a", reason: "withdrawn"`);
    expect(data.retract).toMatchObject({ dryRun: false });
    // T is left without a source; of S source B tells.
    expect(await read()).toMatchObject({ parties: ["state:s 1995-01-01 source:b"], region: "Africa" });
    const { states, source } = await served().data(`{
      states { nodes { id region } } source(id: "source:a") { asserted { totalCount } } }`);
    expect(states.nodes).toEqual([
      { id: "state:s", region: "Africa" },
      { id: "state:t", region: null },
    ]);
    expect(source.asserted.totalCount).toBe(0);
    expect((await read(`asKnownAt: "${then}"`)).parties).toEqual(BEFORE.parties);
  });

  it("keeps required values of nodes and lists them", async () => {
    const { data } = await retract(served().server, `source: "source:a", reason: "withdrawn"`);
    const { kept } = data.retract;
    expect([...kept].sort()).toEqual(expect.arrayContaining(["state:t name", "treaty:t name"]));
    expect(kept.join()).not.toMatch(/state:s|region/);
    const { treaty } = await served().data(`{ treaty(id: "treaty:t") { name kind } }`);
    expect(treaty).toEqual({ name: "Treaty", kind: null });
  });

  it("changes nothing else if the source was not read", async () => {
    const { data } = await retract(served().server, `source: "source:b", reason: "x"`);
    // Its assertion, and that it reports the name and the region of S.
    expect(data.retract).toMatchObject({ retracted: 3, primaryMoved: 0, kept: [] });
    expect(await read()).toMatchObject(BEFORE);
  });

  it("outlasts another load of the source, unless it is restored", async () => {
    const before = await read();
    await retract(served().server, `source: "source:a", reason: "withdrawn"`);
    const retracted = await read();
    const staying = await load(served().database, CLAIMS);
    expect(staying).toMatchObject({ created: 0, updated: 0, stayRetracted: expect.any(Number) });
    expect(staying.stayRetracted).toBeGreaterThan(0);
    expect(await read()).toEqual(retracted);
    expect(retracted).not.toEqual(before);
    await load(served().database, { ...CLAIMS, restore: true });
    expect(await read()).toMatchObject(BEFORE);
    const { states } = await served().data("{ states { nodes { id region } } }");
    expect(states.nodes).toEqual([
      { id: "state:s", region: "Asia" },
      { id: "state:t", region: "Europe" },
    ]);
    const report = await load(served().database, CLAIMS);
    expect(report).toMatchObject({ created: 0, updated: 0, retracted: 0 });
  });

  it("succeeds for a source that asserts nothing", async () => {
    const { data, errors } = await retract(served().server, `source: "source:silent", reason: "x"`);
    expect(errors).toBeUndefined();
    expect(data.retract).toMatchObject({ primaryMoved: 0, kept: [] });
    expect(await read()).toMatchObject(BEFORE);
  });

  it("reports the same on a dry run and writes nothing", async () => {
    const before = await snapshot(served().database);
    const dry = await retract(served().server, `source: "source:a", reason: "x", dryRun: true`);
    expect(dry.data.retract).toMatchObject({ dryRun: true });
    expect(await snapshot(served().database)).toEqual(before);
    const done = await retract(served().server, `source: "source:a", reason: "x"`);
    expect({ ...done.data.retract, dryRun: true }).toEqual(dry.data.retract);
    expect(await snapshot(served().database)).not.toEqual(before);
  });
});

describe("an invalid retraction", () => {
  it.each<[string, string, Readonly<Record<string, unknown>>, string]>([
    ["neither", `reason: "x"`, {}, ""],
    ["source null", `source: null, reason: "x"`, {}, ""],
    ["edge null", `edge: null, reason: "x"`, {}, ""],
    ["both null", `source: null, edge: null, reason: "x"`, {}, ""],
    ["source empty", `source: "", reason: "x"`, {}, ""],
    ["source blank", `source: "  ", reason: "x"`, {}, ""],
    ["edge empty", `edge: "", reason: "x"`, {}, ""],
    ["source given, edge empty", `source: "source:none", edge: "", reason: "x"`, {}, ""],
    ["both", `source: "source:a", edge: "e", reason: "x"`, {}, ""],
    ["variable null", `source: $s, reason: "x"`, { s: null }, "($s: ID)"],
    ["variable left out", `source: $s, reason: "x"`, {}, "($s: ID)"],
    ["unknown source", `source: "source:none", reason: "x"`, {}, ""],
    ["unknown edge", `edge: "none", reason: "x"`, {}, ""],
    ["no source but a node", `source: "state:s", reason: "x"`, {}, ""],
    ["an id that is a pattern", `source: "*", reason: "x"`, {}, ""],
    ["no reason", `source: "source:a"`, {}, ""],
    ["an empty reason", `source: "source:a", reason: ""`, {}, ""],
    ["a blank reason", `source: "source:a", reason: "  "`, {}, ""],
    ["reason null", `source: "source:a", reason: null`, {}, ""],
  ])("is rejected and writes nothing: %s", async (_case, args, variables, heads) => {
    const before = await snapshot(served().database);
    const answer = await retract(served().server, args, variables, heads);
    expect(answer.data?.retract ?? null).toBeNull();
    expect(answer.errors?.[0]?.extensions?.code).toMatch(/^(BAD_INPUT|NOT_FOUND|GRAPHQL_VALIDATION_FAILED)$/);
    expect(await snapshot(served().database)).toEqual(before);
  });

  it.each([{}, { "x-pactgraph-key": "" }, { "x-pactgraph-key": "another" }])(
    "without the key: %j",
    async (headers) => {
      const before = await snapshot(served().database);
      for (const args of [
        `source: "source:a", reason: "x"`,
        `source: "source:a", reason: "x", dryRun: true`,
      ]) {
        const answer = await retract(served().server, args, {}, "", headers as Record<string, string>);
        expect(answer.errors).toMatchObject([{ path: ["retract"], extensions: { code: "FORBIDDEN" } }]);
      }
      expect(await snapshot(served().database)).toEqual(before);
    },
  );
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { load } from "../../fixtures/graph.js";
import { CLAIMS, OF_B, retract } from "../../fixtures/retractions.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";

let graph: ServedGraph;
const at: Record<"loaded" | "corrected" | "withdrawn", string> = { loaded: "", corrected: "", withdrawn: "" };

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

async function now(): Promise<string> {
  await pause();
  const [row] = await graph.database.read((tx) => tx.run("RETURN toString(datetime()) AS at"));
  await pause();
  return String(row?.at);
}

// First all is loaded, then the start of one spell is corrected, then a source is withdrawn.
beforeAll(async () => {
  graph = await serveGraph(CLAIMS, OF_B);
  at.loaded = await now();
  await load(graph.database, {
    source: "source:a",
    edges: [{ type: "PARTY_TO", from: "state:s", to: "treaty:t", validFrom: "1990-05-15", validTo: ".." }],
  });
  at.corrected = await now();
  expect((await retract(graph.server, `source: "source:b", reason: " bad data "`)).errors).toBeUndefined();
  at.withdrawn = await now();
});
afterAll(() => graph?.stop());

const LONG_AGO = `since: "2000-01-01T00:00:00Z"`;
const PARTY = "types: [PARTY_TO]";

interface Change {
  readonly at: string;
  readonly kind: string;
  readonly edge: {
    readonly id: string;
    readonly from: { readonly id: string };
    readonly source: { readonly id: string };
    readonly values: readonly { readonly name: string; readonly value: string }[];
    readonly retractionReason: string | null;
    readonly retractedAt: string | null;
  };
}

async function changes(args: string): Promise<readonly Change[]> {
  const { changes: found } = await graph.data(`{ changes(${args}) { totalCount edges { at kind edge {
    id type from { id } to { id } source { id } values { name value } retractionReason retractedAt } } } }`);
  expect(found.totalCount).toBe(found.edges.length);
  return found.edges;
}

const textOf = ({ kind, edge }: Change) =>
  `${kind} ${edge.from.id} ${edge.values.find(({ name }) => name === "validFrom")?.value} ${edge.source.id}`;
const texts = async (args: string) => (await changes(args)).map(textOf);

const LOADED = [
  "RECORDED state:s 1990-01-01 source:a",
  "RECORDED state:s 1995-01-01 source:b",
  "RECORDED state:t 1991-01-01 source:a",
];
const CORRECTED = ["RECORDED state:s 1990-05-15 source:a", "RETRACTED state:s 1990-01-01 source:a"];
const WITHDRAWN = ["RETRACTED state:s 1995-01-01 source:b"];

describe("the period of a list of changes", () => {
  it("includes all changes in the order in which they happened", async () => {
    const found = await texts(`${LONG_AGO}, ${PARTY}`);
    expect([...found.slice(0, 3)].sort()).toEqual(LOADED);
    expect([...found.slice(3, 5)].sort()).toEqual(CORRECTED);
    expect(found.slice(5)).toEqual(WITHDRAWN);
    const instants = (await changes(LONG_AGO)).map((change) => Date.parse(change.at));
    expect(instants).toEqual([...instants].sort((one, other) => one - other));
  });

  it("can be limited with since and until", async () => {
    const { loaded, corrected, withdrawn } = at;
    expect([...(await texts(`since: "${loaded}", until: "${corrected}", ${PARTY}`))].sort()).toEqual(
      CORRECTED,
    );
    expect(await texts(`since: "${corrected}", ${PARTY}`)).toEqual(WITHDRAWN);
    expect([...(await texts(`${LONG_AGO}, until: "${loaded}", ${PARTY}`))].sort()).toEqual(LOADED);
    expect(await texts(`since: "${withdrawn}"`)).toEqual([]);
    expect(await texts(`since: "${corrected}", until: "${loaded}"`)).toEqual([]);
  });

  it("starts after since and includes until", async () => {
    const [change] = await changes(`since: "${at.corrected}", ${PARTY}`);
    const instant = change?.at;
    expect(await texts(`since: "${instant}", ${PARTY}`)).toEqual([]);
    expect(await texts(`since: "${at.corrected}", until: "${instant}", ${PARTY}`)).toEqual(WITHDRAWN);
  });

  it("accepts an instant with an offset and rejects other texts", async () => {
    const earlier = new Date(Date.parse(at.corrected)).toISOString().replace("Z", "+00:00");
    expect(await texts(`since: "${earlier}", ${PARTY}`)).toEqual(WITHDRAWN);
    for (const since of [`"yesterday"`, `""`, "null"]) {
      const answer = await ask(graph.server, `{ changes(since: ${since}) { totalCount } }`);
      expect(answer.errors?.[0]?.extensions?.code).toMatch(/^(BAD_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    }
  });
});

describe("a list of changes", () => {
  it("has the reason of a retraction, but none for a correction", async () => {
    const found = await changes(`${LONG_AGO}, ${PARTY}`);
    const retracted = found.filter(({ kind }) => kind === "RETRACTED");
    expect(retracted.map(({ edge }) => edge.retractionReason)).toEqual([null, "bad data"]);
    for (const { at: instant, edge } of retracted) expect(edge.retractedAt).toBe(instant);
    const recorded = found.find(({ kind, edge }) => kind === "RECORDED" && edge.source.id === "source:b");
    // What was recorded tells, too, that it was retracted since.
    expect(recorded?.edge).toMatchObject({ id: retracted[1]?.edge.id, retractionReason: "bad data" });
  });

  it("can be limited to some sources", async () => {
    expect(await texts(`${LONG_AGO}, ${PARTY}, by: ["source:b"]`)).toEqual([
      "RECORDED state:s 1995-01-01 source:b",
      "RETRACTED state:s 1995-01-01 source:b",
    ]);
    expect(await texts(`${LONG_AGO}, ${PARTY}, by: ["source:silent"]`)).toEqual([]);
    expect(await texts(`${LONG_AGO}, ${PARTY}, by: ["source:a", "source:b"]`)).toHaveLength(6);
  });

  it("can be limited to nodes at either end", async () => {
    expect(await texts(`${LONG_AGO}, ${PARTY}, about: ["state:t"]`)).toEqual([
      "RECORDED state:t 1991-01-01 source:a",
    ]);
    expect(await texts(`${LONG_AGO}, ${PARTY}, about: ["treaty:t"]`)).toHaveLength(6);
  });

  it("includes all types by default, also withdrawn values of nodes", async () => {
    const found = await changes(`since: "${at.corrected}"`);
    expect(found.every(({ kind, edge }) => kind === "RETRACTED" && edge.source.id === "source:b")).toBe(true);
    const region = found.find(({ edge }) => edge.values.some(({ value }) => value === "region"));
    expect(region?.edge).toMatchObject({ from: { id: "source:b" }, retractionReason: "bad data" });
    expect(await texts(`since: "${at.corrected}", types: [SIGNED, VOTED]`)).toEqual([]);
  });
});

describe("pages of changes", () => {
  it.each([1, 2, 4])("contain each change once with %i per page", async (size) => {
    const all = await texts(`${LONG_AGO}, ${PARTY}`);
    const found: string[] = [];
    for (let after = "", more = true; more; ) {
      const { changes: page }: Awaited<ReturnType<ServedGraph["data"]>> = await graph.data(
        `{ changes(${LONG_AGO}, ${PARTY}, first: ${size}${after}) { totalCount
          edges { kind edge { from { id } source { id } values { name value } } } pageInfo { hasNextPage endCursor } } }`,
      );
      expect(page.totalCount).toBe(6);
      found.push(...page.edges.map(textOf));
      more = page.pageInfo.hasNextPage;
      after = `, after: "${page.pageInfo.endCursor}"`;
    }
    expect(found).toEqual(all);
  });
});

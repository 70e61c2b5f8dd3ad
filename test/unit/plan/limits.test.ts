import { describe, expect, it } from "vitest";
import type { Counts } from "../../../src/cost/counts.js";
import { type Estimate, Estimator } from "../../../src/cost/estimator.js";
import { rejectTooExpensive } from "../../../src/cost/reject.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { model } from "../../../src/model/registry.js";
import { type CompiledCase, compiledField, compiledFields } from "../compile/support/compiled.js";

const { maxDepth: DEEPEST_NESTING, maxRootFields: MOST_ROOT_FIELDS } = DEFAULT_LIMITS;

const refused = (path: readonly string[] | undefined, message: string) =>
  expect.objectContaining({ message: expect.stringContaining(message), ...(path ? { path } : {}) });

/** Connections in connections: members of organizations, and so on. */
function nested(levels: number): string {
  return levels === 0
    ? "id"
    : `id ... on Organization { members(first: 1) { nodes { ${nested(levels - 1)} } } }`;
}

/** Assertions of assertions. */
function asserted(levels: number): string {
  return levels === 0 ? "id" : `assertions { ${asserted(levels - 1)} }`;
}

/** A graph in which every node has more edges of each kind than a page may show. */
const crowded: Counts = {
  nodes: new Map([...model.nodes.keys()].map((label) => [label, 1_000])),
  edges: new Map([...model.edges.keys()].map((type) => [type, 10_000_000])),
};

/** A graph with five edges of each kind at a node. */
const sparse: Counts = {
  nodes: crowded.nodes,
  edges: new Map([...model.edges.keys()].map((type) => [type, 5_000])),
};

/** Throws when the operation is refused on such a graph. */
async function check(query: string, counts = crowded): Promise<void> {
  const compiled = await compiledField(query);
  rejectTooExpensive({ ...estimateOf(compiled, counts), hits: 0 }, compiled.field.sites, DEFAULT_LIMITS);
}

/** The estimate of what the database has to visit. */
async function estimated(query: string, counts = sparse): Promise<Estimate> {
  return estimateOf(await compiledField(query), counts);
}

function estimateOf({ field, bound }: CompiledCase, counts: Counts): Estimate {
  const estimator = new Estimator(bound.pages, counts, DEFAULT_LIMITS.maxRows);
  field.estimate(estimator);
  return estimator.estimate;
}

describe("limits of one request", () => {
  it("multiply the pages of each path", async () => {
    const query = (outer: number, inner: number) =>
      `{ state(id: "s") { partyTo(first: ${outer}) { nodes { parties(first: ${inner}) { nodes { id } } } } } }`;
    // 400 + 400 * 499 = 200,000: as many as may be.
    await expect(check(query(400, 499))).resolves.toBeUndefined();
    await expect(check(query(400, 500))).rejects.toEqual(
      refused(["state", "partyTo", "parties"], "200,000 rows or more"),
    );
  });

  it("use the default page size if none is given", async () => {
    const query = `{ states { nodes { partyTo { nodes { parties { nodes { id } } } } } } }`;
    await expect(check(query)).rejects.toEqual(
      expect.objectContaining({
        path: ["states", "partyTo", "parties"],
        extensions: { code: "QUERY_TOO_LARGE" },
        message: expect.stringContaining("1,000,000 rows"),
      }),
    );
  });

  it("assume that lists are not always full", async () => {
    const query = `{ states { nodes { partyTo { nodes { parties { nodes { id } } } } } } }`;
    await expect(check(query, sparse)).resolves.toBeUndefined();
  });

  it("add lists of the same level", async () => {
    const lists = Array.from(
      { length: 201 },
      (_, index) =>
        `l${index}: partyTo(first: 1000, asOf: "1990-01-01", after: null, before: null, sources: ["${index}"]) { nodes { id } }`,
    );
    await expect(check(`{ state(id: "s") { ${lists.join(" ")} } }`)).rejects.toEqual(
      refused(["state", "l200"], "200,000 rows or more"),
    );
  });

  it("multiply lists by the number of nodes", async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `"state:${index}"`).join(" ");
    const query = `{ nodes(ids: [${ids}]) { ... on State { partyTo(first: 1000) { nodes { id } } } } }`;
    await expect(check(query)).rejects.toEqual(refused(["nodes", "partyTo"], "1,000,000 rows or more"));
  });

  it("estimate the rows that a condition visits, and name its main cost driver", async () => {
    const query =
      "{ states(where: { partyTo: { some: { node: { signatories: { exists: true } } } } }) { nodes { id } } }";
    const { hits, drivers } = await estimated(query);
    // 1,000 states; the 5,000 edges start at one of 3,000 states, territories and organizations: 1.67 each; of each
    // treaty 5,000 / 3,000 signatures. Each row takes four hits.
    expect(drivers).toContainEqual({ what: "all nodes of type State", hits: 4_000 });
    expect(drivers).toContainEqual({ what: "partyTo", hits: 6_667 });
    expect(hits).toBeGreaterThan(14_000);
  });

  it("reject what visits too much, with the estimate and the main cost drivers", async () => {
    const query = "{ network(projection: VOTE_AGREEMENT) { totalCount } }";
    const compiled = await compiledField(query);
    const act = () => rejectTooExpensive(estimateOf(compiled, crowded), compiled.field.sites, DEFAULT_LIMITS);
    expect(act).toThrow(
      expect.objectContaining({
        code: "QUERY_TOO_LARGE",
        message: expect.stringContaining("network over VOTED"),
        details: expect.objectContaining({ limit: 100_000_000 }),
      }),
    );
  });

  it("allow connections to nest up to the maximum, below a node and below a list", async () => {
    await expect(compiledField(`{ node(id: "o") { ${nested(DEEPEST_NESTING)} } }`)).resolves.toBeDefined();
    const below = nested(DEEPEST_NESTING - 1);
    await expect(compiledField(`{ organizations(first: 1) { nodes { ${below} } } }`)).resolves.toBeDefined();
  });

  it("reject deeper nesting", async () => {
    const problem = expect.objectContaining({ code: "QUERY_TOO_LARGE" });
    await expect(compiledField(`{ node(id: "o") { ${nested(DEEPEST_NESTING + 1)} } }`)).rejects.toEqual(
      problem,
    );
    const below = nested(DEEPEST_NESTING);
    await expect(compiledField(`{ organizations(first: 1) { nodes { ${below} } } }`)).rejects.toEqual(
      problem,
    );
  });

  it("reject endless assertions of assertions", async () => {
    const query = `{ state(id: "s") { partyTo(first: 1) { edges { ${asserted(DEEPEST_NESTING + 2)} } } } }`;
    await expect(compiledField(query).then(() => "planned")).rejects.toMatchObject({
      code: "QUERY_TOO_LARGE",
    });
  });

  it("reject more root fields than allowed", async () => {
    const query = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `s${index}: state(id: "s${index}") { id }`).join(" ")} }`;
    expect((await compiledFields(query(MOST_ROOT_FIELDS))).size).toBe(MOST_ROOT_FIELDS);
    await expect(compiledFields(query(MOST_ROOT_FIELDS + 1)).then(() => "planned")).rejects.toEqual(
      expect.objectContaining({ code: "QUERY_TOO_LARGE" }),
    );
  });
});

import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { edge, member, orgs, signed, states, TWO_SOURCES, treaties } from "../../fixtures/edge-rows.js";
import { load, timelessSnapshot } from "../../fixtures/graph.js";
import { expectRefused, type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";
import { TEST_WRITE_KEY } from "../../support/server.js";

const KEY = { "x-pactgraph-key": TEST_WRITE_KEY };
const office = (person: string, more: Readonly<Record<string, string>>) =>
  edge("HELD_OFFICE", `person:${person}`, "state:r", { title: "MINISTER", ...more });

/** One minister under two ids, each with a name, an office and a speech of its own. */
const MINISTER = {
  source: "source:a",
  sources: TWO_SOURCES,
  nodes: [
    ...states("r"),
    ...orgs("o"),
    ...treaties("t"),
    {
      ...{ type: "Person", id: "person:lavrov", name: "Sergey Lavrov", born: "1950-03-21" },
      names: [{ text: "Sergey Lavrov", lang: "en" }],
    },
    {
      ...{ type: "Person", id: "person:ru-lavrov", name: "С. В. Лавров", source: "source:b" },
      names: [
        { text: "Сергей Лавров", lang: "ru" },
        { text: "Sergey Lavrov", lang: "en" },
      ],
    },
    { type: "Meeting", id: "meeting:m", name: "Meeting", kind: "SESSION", date: "2012-01-01" },
  ],
  edges: [
    office("lavrov", { validFrom: "2004-03-09", validTo: "..", observedUntil: "2022-01-01" }),
    office("ru-lavrov", { validFrom: "2004", validTo: "..", source: "source:b" }),
    // The same source says the same of both.
    member("person:lavrov", "org:o", "2010-01-01"),
    member("person:ru-lavrov", "org:o", "2010-01-01"),
    edge("PARTICIPATED", "person:ru-lavrov", "meeting:m", { role: "SPEAKER", source: "source:b" }),
    signed("person:ru-lavrov", "treaty:t", { date: "2005-05-05", source: "source:b" }),
  ],
};

let graph: ServedGraph;

beforeEach(async () => {
  await graph?.stop();
  graph = await serveGraph(MINISTER);
});
afterAll(() => graph?.stop());

async function mutate(text: string): Promise<Record<string, unknown>> {
  const { data, errors } = await ask(graph.server, `mutation { result: ${text} }`, {}, KEY);
  expect(errors).toBeUndefined();
  return data.result as Record<string, unknown>;
}
const merge = (args = "") =>
  mutate(`merge(from: "person:ru-lavrov", into: "person:lavrov", reason: "one person"${args}) {
    dryRun from into moved equal left }`);
const unmerge = () =>
  mutate(`unmerge(id: "person:ru-lavrov", reason: "two after all") { from into moved equal left }`);

async function now(): Promise<string> {
  const [row] = await graph.database.read((tx) =>
    tx.run("MATCH (l:WriteLock) RETURN toString(l.recordedAt) AS at"),
  );
  return String(row?.at);
}

const SHEET = `id name born names(first: 9) { nodes { text } } offices { totalCount edges { validFrom source { id } } }
  participated { nodes { id } } signed { nodes { id } } memberOf { totalCount }`;

describe("a merge of two ids of one person", () => {
  it("makes one node with the assertions of both, each with its source", async () => {
    expect(await merge()).toEqual({
      ...{ dryRun: false, from: "person:ru-lavrov", into: "person:lavrov" },
      // Two names (one of them the other has by another source), an office, a meeting, a signature, a reported name.
      ...{ moved: 6, equal: 1, left: [] },
    });
    const { person, persons } = await graph.data(
      `{ person(id: "person:lavrov") { ${SHEET} } persons { totalCount nodes { id } } }`,
    );
    expect(persons).toEqual({ totalCount: 1, nodes: [{ id: "person:lavrov" }] });
    expect(person).toEqual({
      ...{ id: "person:lavrov", name: "Sergey Lavrov", born: "1950-03-21" },
      names: { nodes: expect.arrayContaining([{ text: "Sergey Lavrov" }, { text: "Сергей Лавров" }]) },
      // One fact: the source with the exact day is read.
      offices: { totalCount: 1, edges: [{ validFrom: "2004-03-09", source: { id: "source:a" } }] },
      participated: { nodes: [{ id: "meeting:m" }] },
      signed: { nodes: [{ id: "treaty:t" }] },
      memberOf: { totalCount: 1 },
    });
    const { person: by } = await graph.data(
      `{ person(id: "person:lavrov") { offices(sources: ["source:b"]) { edges { validFrom } } } }`,
    );
    expect(by.offices.edges).toEqual([{ validFrom: "2004" }]);
  });

  it("lets the old id refer to the remaining node everywhere", async () => {
    await merge();
    const answer = await graph.data(`{
      person(id: "person:ru-lavrov") { id }
      node(id: "person:ru-lavrov") { id }
      nodes(ids: ["person:ru-lavrov", "state:r"]) { id }
      persons(where: { id: { eq: "person:ru-lavrov" } }) { nodes { id } }
      among: persons(where: { id: { in: ["person:ru-lavrov"] } }) { nodes { id } }
      meetings(where: { participants: { some: { node: { id: { eq: "person:ru-lavrov" } } } } }) { nodes { id } }
      path(from: "person:ru-lavrov", to: "treaty:t", via: [{ type: SIGNED }]) { length }
      neighbourhood(ids: ["person:ru-lavrov"], hops: 1) { nodes { node { id } } }
      timeline(about: ["person:ru-lavrov"]) { totalCount }
      search(text: "Сергей Лавров") { nodes { id } }
      suggest(text: "Лавр") { node { id } }
      }`);
    const lavrov = { id: "person:lavrov" };
    expect(answer).toMatchObject({
      ...{ person: lavrov, node: lavrov, nodes: [lavrov, { id: "state:r" }] },
      ...{
        persons: { nodes: [lavrov] },
        among: { nodes: [lavrov] },
        meetings: { nodes: [{ id: "meeting:m" }] },
      },
      ...{ path: { length: 1 }, search: { nodes: [lavrov] }, suggest: [{ node: lavrov }] },
    });
    expect(answer.neighbourhood.nodes).toContainEqual({ node: lavrov });
    expect(answer.timeline.totalCount).toBeGreaterThan(0);
  });

  it("leaves both nodes in the graph as known before the merge", async () => {
    const before = await now();
    const then = `asKnownAt: "${before}"`;
    const read = `{ persons(${then}) { nodes { id offices { totalCount } signed { totalCount } } }
      person(id: "person:ru-lavrov", ${then}) { id signed { totalCount } }
      search(text: "Лавров", ${then}) { nodes { id } } }`;
    const both = await graph.data(read);
    expect(both.persons.nodes).toHaveLength(2);
    await merge();
    expect(await graph.data(read)).toEqual(both);
    expect(both.person).toEqual({ id: "person:ru-lavrov", signed: { totalCount: 1 } });
    const { person } = await graph.data(
      `{ person(id: "person:ru-lavrov", asKnownAt: "${await now()}") { id } }`,
    );
    expect(person).toEqual({ id: "person:lavrov" });
  });

  it("applies a bundle with the old id to the remaining node", async () => {
    await merge();
    const again = await load(graph.database, { ...MINISTER, sources: [] });
    expect(again).toMatchObject({ created: 0, updated: 0, retracted: 0 });
    await load(graph.database, {
      source: "source:b",
      edges: [edge("SIGNED", "person:ru-lavrov", "treaty:t", { date: "2005-05-05", onBehalfOf: "state:r" })],
    });
    const { person } = await graph.data(
      `{ person(id: "person:lavrov") { signed { edges { onBehalfOf } } } }`,
    );
    expect(person.signed.edges).toContainEqual({ onBehalfOf: "state:r" });
  });

  it("reports the same on a dry run and writes nothing", async () => {
    const before = await timelessSnapshot(graph.database);
    const tried = await merge(", dryRun: true");
    expect(await timelessSnapshot(graph.database)).toEqual(before);
    expect(await merge()).toEqual({ ...tried, dryRun: false });
  });

  it("is listed in changes with its reason", async () => {
    const before = await now();
    await merge();
    const { changes } = await graph.data(
      `{ changes(since: "${before}", first: 50) { edges { edge { retractionReason } } } }`,
    );
    const reasons = new Set(
      changes.edges.map(({ edge }: { edge: { retractionReason: string | null } }) => edge.retractionReason),
    );
    expect(reasons).toContain("Merged into person:lavrov: one person");
  });
});

it("an editor's retraction outlasts a merge and a new load of the source", async () => {
  const of = async (id: string) =>
    (await graph.data(`{ person(id: "${id}") { participated { edges { id } } signed { totalCount } } }`))
      .person;
  const [spoke] = (await of("person:ru-lavrov")).participated.edges;
  await mutate(`retract(edge: "${spoke.id}", reason: "He was not there.") { retracted }`);
  await merge();
  const report = await load(graph.database, MINISTER);
  expect(report.stayRetracted).toBe(1);
  expect(await of("person:lavrov")).toMatchObject({ participated: { edges: [] }, signed: { totalCount: 1 } });
  const { changes } = await graph.data(
    `{ changes(since: "2000-01-01T00:00:00Z", types: [PARTICIPATED], first: 50) { edges { kind edge { retractionReason } } } }`,
  );
  expect(changes.edges.at(-1).edge.retractionReason).toBe("He was not there.");
});

describe("an unmerge", () => {
  const read = `{ persons { nodes { ${SHEET} } } }`;

  it("restores what each node had", async () => {
    const before = await graph.data(read);
    await merge();
    expect(await unmerge()).toEqual({
      ...{ from: "person:ru-lavrov", into: "person:lavrov" },
      ...{ moved: 7, equal: 0, left: [] },
    });
    expect(await graph.data(read)).toEqual(before);
    const { person } = await graph.data(`{ person(id: "person:ru-lavrov") { id } }`);
    expect(person).toEqual({ id: "person:ru-lavrov" });
  });

  it("can be followed by another merge, and the record shows each state", async () => {
    await merge();
    const merged = await now();
    await unmerge();
    const apart = await now();
    await merge();
    const count = async (at: string) => {
      const { persons } = await graph.data(`{ persons(asKnownAt: "${at}") { totalCount } }`);
      return persons.totalCount;
    };
    expect([await count(merged), await count(apart), await count(await now())]).toEqual([1, 2, 1]);
  });

  it("does not restore what an editor has retracted since", async () => {
    await merge();
    const of = async (id: string) =>
      (await graph.data(`{ person(id: "${id}") { participated { edges { id } } signed { totalCount } } }`))
        .person;
    const [spoke] = (await of("person:lavrov")).participated.edges;
    await mutate(`retract(edge: "${spoke.id}", reason: "He was not there.") { retracted }`);
    await unmerge();
    const apart = await of("person:ru-lavrov");
    expect(apart.participated.edges).toEqual([]);
    expect(apart.signed.totalCount).toBe(1);
    // Nor does the bundle that says it, when it is loaded again.
    await load(graph.database, MINISTER);
    expect((await of("person:ru-lavrov")).participated.edges).toEqual([]);
  });

  it("is rejected for a node that is not merged", async () => {
    const text = `mutation { unmerge(id: "person:lavrov", reason: "x") { into } }`;
    const { errors } = await ask(graph.server, text, {}, KEY);
    expect(errors).toMatchObject([{ extensions: { code: "NOT_FOUND" } }]);
  });
});

describe("a merge of nodes on which one source disagrees", () => {
  it("keeps the values of the remaining node and reports the others", async () => {
    await load(graph.database, {
      source: "source:a",
      nodes: [{ type: "Person", id: "person:ru-lavrov", name: "Lavrov", born: "1951" }],
    });
    const { left } = await merge();
    const says = expect.stringMatching(/^\w+ REPORTS source:a: The source asserts otherwise/);
    expect(left).toEqual([says, says]);
    const { person } = await graph.data(`{ person(id: "person:lavrov") { name born } }`);
    expect(person).toEqual({ name: "Sergey Lavrov", born: "1950-03-21" });
  });
});

describe("an invalid merge", () => {
  it.each([
    ["person:lavrov", "person:lavrov", "x", "BAD_INPUT", /both/],
    ["person:lavrov", "state:r", "x", "BAD_INPUT", /Merge nodes of one type/],
    ["person:nobody", "person:lavrov", "x", "NOT_FOUND", /person:nobody/],
    ["source:a", "source:b", "x", "BAD_INPUT", /cannot be merged/],
    ["person:ru-lavrov", "person:lavrov", "  ", "BAD_INPUT", /reason/],
  ])("is rejected: %s into %s because of %j", async (from, into, reason, code, message) => {
    const text = `mutation { merge(from: "${from}", into: "${into}", reason: "${reason}") { moved } }`;
    const { errors } = await ask(graph.server, text, {}, KEY);
    expect(errors).toMatchObject([{ message: expect.stringMatching(message), extensions: { code } }]);
  });

  it("is rejected for a merged node, and without the key", async () => {
    await merge();
    const text = `mutation { merge(from: "person:lavrov", into: "person:ru-lavrov", reason: "x") { moved } }`;
    const { errors } = await ask(graph.server, text, {}, KEY);
    expect(errors).toMatchObject([{ message: expect.stringMatching(/was merged into person:lavrov/) }]);
    await expectRefused(graph, text, { code: "FORBIDDEN", path: ["merge"], message: /key/ });
  });
});

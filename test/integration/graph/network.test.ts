import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linksOf, linkText } from "../../fixtures/links.js";
import { expectRefused, type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { TIES } from "../../fixtures/ties-graph.js";
import { ask } from "../../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(TIES);
});
afterAll(() => graph?.stop());

const links = (args: string) => linksOf(graph, args);
const SHARED = "projection: SHARED_TREATIES";
const VOTES = "projection: VOTE_AGREEMENT";

describe("a projection of a network", () => {
  it("has one tie for each text that both signed, and no tie of a node to itself", async () => {
    expect(await links("projection: CO_SIGNATURE")).toEqual(["a-b 2", "a-c 1", "b-c 1", "c-o 1"]);
    const { network } = await graph.data("{ network(projection: CO_SIGNATURE) { nodes { node { id } } } }");
    expect(network.nodes.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
      "org:o",
      "state:a",
      "state:b",
      "state:c",
    ]);
  });

  it("counts a signature with two sources once", async () => {
    expect(await links(`projection: CO_SIGNATURE, sources: ["source:b"]`)).toEqual([]);
    expect(await links(`projection: CO_SIGNATURE, sources: ["source:a", "source:b"]`)).toEqual([
      "a-b 2",
      "a-c 1",
      "b-c 1",
      "c-o 1",
    ]);
  });

  it("ties parties to a treaty at the same time once, whatever the number of spells", async () => {
    expect(await links(SHARED)).toEqual(["a-b 2", "a-c 1", "b-c 1", "d-o 1"]);
  });

  it.each([
    [`asOf: "1972-01-01"`, ["a-b 1"]],
    [`asOf: "1978-01-01"`, []],
    [`asOf: "1988-01-01"`, ["a-b 1", "a-c 1"]],
    [`asOf: "1992-01-01"`, ["a-c 1", "b-c 1", "d-o 1"]],
    [`during: "1990/1991"`, ["a-b 1", "a-c 1", "b-c 1", "d-o 1"]],
    [`sources: ["source:b"]`, []],
  ])("ties parties to treaties in the scope %s", async (scope, expected) => {
    expect(await links(`${SHARED}, ${scope}`)).toEqual(expected);
  });

  it("ties full members of an organization at the same time", async () => {
    const joint = "projection: JOINT_MEMBERSHIP";
    expect(await links(joint)).toEqual(["a-c 1", "a-o 1", "c-o 1"]);
    expect(await links(`${joint}, asOf: "1996-01-01"`)).toEqual(["a-c 1"]);
    expect(await links(`${joint}, asOf: "1993-01-01"`)).toEqual([]);
  });

  it("ties participants of meetings in any role", async () => {
    expect(await links("projection: CO_PARTICIPATION")).toEqual(["a-b 2", "a-o 1", "b-o 1"]);
  });

  it("weighs votes by the share of ballots on which both agree", async () => {
    const { network } = await graph.data(
      `{ network(${VOTES}) { totalCount links { from to weight shared agreed } } }`,
    );
    const rows = network.links.map(
      (link: { shared: number; agreed: number } & Parameters<typeof linkText>[0]) => [
        linkText(link),
        link.agreed,
        link.shared,
      ],
    );
    expect(rows.slice(0, 4)).toEqual([
      ["c-d 1", 1, 1],
      ["a-b 0.667", 2, 3],
      ["b-c 0.333", 1, 3],
      ["a-c 0", 0, 3],
    ]);
    expect([...rows.slice(4)].sort()).toEqual([
      ["a-d 0", 0, 1],
      ["b-d 0", 0, 1],
    ]);
    expect(network.totalCount).toBe(6);
  });

  it("weighs other ties by their number and has null for agreed", async () => {
    const { network } = await graph.data(`{ network(${SHARED}) { links { weight shared agreed } } }`);
    expect(network.links).toEqual(
      [2, 1, 1, 1].map((number) => ({ weight: number, shared: number, agreed: null })),
    );
  });
});

describe("network(with:, among:, where:)", () => {
  it.each([
    [`with: ["state:c"]`, ["a-c 1", "b-c 1"]],
    [`with: ["state:a", "state:b"]`, ["a-b 2", "a-c 1", "b-c 1"]],
    [`with: ["state:a", "state:a"]`, ["a-b 2", "a-c 1"]],
    [`with: ["org:o"]`, ["d-o 1"]],
    [`with: ["org:jm"]`, []],
    [`with: []`, []],
    [`among: {type: {eq: State}}`, ["a-b 2", "a-c 1", "b-c 1"]],
    [`among: {id: {in: ["state:a", "state:c"]}}`, ["a-c 1"]],
    [`among: {name: {ne: "State a"}}`, ["b-c 1", "d-o 1"]],
    [`among: {state: {memberOf: {exists: true}}}`, ["a-b 2", "a-c 1", "b-c 1"]],
    [`with: ["state:c"], among: {id: {ne: "state:a"}}`, ["b-c 1"]],
    [`with: ["state:c"], among: {id: {ne: "state:c"}}`, []],
    [`where: {treaty: {kind: {eq: PEACE}}}`, ["a-b 2", "b-c 1"]],
    [`where: {treaty: {kind: {eq: ARMS_CONTROL}}}`, ["a-c 1"]],
    [`where: {id: {ne: "treaty:st3"}}`, ["a-b 1", "a-c 1", "b-c 1", "d-o 1"]],
    [`minWeight: 2`, ["a-b 2"]],
    [`minWeight: 1.5`, ["a-b 2"]],
    [`minWeight: 3`, []],
    [`minWeight: 2, where: {id: {ne: "treaty:st3"}}`, []],
  ])("limits treaty ties: %s", async (args, expected) => {
    expect(await links(`${SHARED}, ${args}`)).toEqual(expected);
  });

  it.each([
    [`with: ["state:a"]`, ["a-b 0.667", "a-c 0", "a-d 0"]],
    [`with: ["state:a", "state:b"]`, ["a-b 0.667", "a-c 0", "a-d 0", "b-c 0.333", "b-d 0"]],
    [`minWeight: 0.5`, ["a-b 0.667", "c-d 1"]],
    [`where: {document: {date: {lt: "2002-01-01"}}}`, ["a-b 0.5", "a-c 0", "b-c 0.5"]],
  ])("limits vote ties: %s", async (args, expected) => {
    expect(await links(`${VOTES}, ${args}`)).toEqual(expected);
  });

  it("names a node that does not exist", async () => {
    await expectRefused(graph, `{ network(${SHARED}, with: ["state:a", "state:nope"]) { totalCount } }`, {
      code: "NOT_FOUND",
      path: ["network"],
      message: /state:nope/,
    });
  });
});

describe("network(without:)", () => {
  it.each([
    [`without: {asOf: "1988-01-01"}`, ["b-c 1", "d-o 1"]],
    [`asOf: "1992-01-01", without: {asOf: "1988-01-01"}`, ["b-c 1", "d-o 1"]],
    [`asOf: "1988-01-01", without: {asOf: "1992-01-01"}`, ["a-b 1"]],
    [`asOf: "1992-01-01", without: {during: "1980/1989"}`, ["b-c 1", "d-o 1"]],
    [`asOf: "1992-01-01", without: {asOf: "1992-01-01"}`, []],
    [`asOf: "1992-01-01", without: {asOf: "1950-01-01"}`, ["a-c 1", "b-c 1", "d-o 1"]],
    [`with: ["state:c"], asOf: "1992-01-01", without: {asOf: "1988-01-01"}`, ["b-c 1"]],
  ])("excludes pairs that are tied then: %s", async (args, expected) => {
    expect(await links(`${SHARED}, ${args}`)).toEqual(expected);
  });
});

describe("network(by:)", () => {
  const groups = async (args: string) => {
    const { network } = await graph.data(
      `{ network(${args}) { totalCount links { from to weight groups { key weight shared agreed } } } }`,
    );
    type Group = { key: string | null; weight: number; shared: number; agreed: number | null };
    return Object.fromEntries(
      network.links.map((link: Parameters<typeof linkText>[0] & { groups: Group[] }) => [
        linkText(link),
        link.groups.map(({ key, weight, shared, agreed }) => [key, weight, shared, agreed]),
      ]),
    );
  };

  it("groups by a date in periods", async () => {
    expect(await groups(`${VOTES}, by: {path: "date", bucket: YEAR}`)).toEqual({
      "a-b 0.667": [
        ["2001", 0.5, 2, 1],
        ["2002", 1, 1, 1],
      ],
      "b-c 0.333": [
        ["2001", 0.5, 2, 1],
        ["2002", 0, 1, 0],
      ],
      "a-c 0": [
        ["2001", 0, 2, 0],
        ["2002", 0, 1, 0],
      ],
      "a-d 0": [["2002", 0, 1, 0]],
      "b-d 0": [["2002", 0, 1, 0]],
      "c-d 1": [["2002", 1, 1, 1]],
    });
    expect(await groups(`${SHARED}, by: {path: "signed", bucket: YEAR}`)).toEqual({
      "a-b 2": [
        ["1980", 1, 1, null],
        [null, 1, 1, null],
      ],
      "a-c 1": [["1980", 1, 1, null]],
      "b-c 1": [["1980", 1, 1, null]],
      "d-o 1": [[null, 1, 1, null]],
    });
  });

  it("groups by a code", async () => {
    expect(await groups(`${SHARED}, by: {path: "kind"}, with: ["state:a"]`)).toEqual({
      "a-b 2": [["PEACE", 2, 2, null]],
      "a-c 1": [["ARMS_CONTROL", 1, 1, null]],
    });
  });

  it("groups over a relation, with a null group, and counts the link once", async () => {
    const found = await groups(`${VOTES}, by: {path: "consideredBy.node.name"}, with: ["state:b"]`);
    expect(found).toEqual({
      "a-b 0.667": [
        ["Org jm", 0.5, 2, 1],
        ["Org o", 0.5, 2, 1],
        [null, 1, 1, 1],
      ],
      "b-c 0.333": [
        ["Org jm", 0.5, 2, 1],
        ["Org o", 0.5, 2, 1],
        [null, 0, 1, 0],
      ],
      "b-d 0": [[null, 0, 1, 0]],
    });
  });

  it("applies minWeight to the link, not to its groups", async () => {
    const found = await groups(`${VOTES}, by: {path: "date", bucket: YEAR}, minWeight: 0.6`);
    expect(Object.keys(found).sort()).toEqual(["a-b 0.667", "c-d 1"]);
    expect(found["a-b 0.667"]).toHaveLength(2);
    expect(Object.keys(await groups(`${SHARED}, by: {path: "signed", bucket: YEAR}, minWeight: 2`))).toEqual([
      "a-b 2",
    ]);
  });

  it("works with without and without selected groups", async () => {
    const args = `${SHARED}, by: {path: "kind"}, asOf: "1992-01-01", without: {asOf: "1988-01-01"}`;
    expect(await links(args)).toEqual(["b-c 1", "d-o 1"]);
    expect(Object.keys(await groups(args)).sort()).toEqual(["b-c 1", "d-o 1"]);
  });

  it.each([`{path: "nothing"}`, `{path: ""}`])("rejects an invalid path: %s", async (by) => {
    const answer = await ask(graph.server, `{ network(${SHARED}, by: ${by}) { totalCount } }`);
    expect(answer.errors?.[0]?.extensions?.code).toMatch(/^(BAD_INPUT|GRAPHQL_VALIDATION_FAILED)$/);
    expect(answer.data?.network ?? null).toBeNull();
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DISPUTES } from "../../fixtures/disputes-graph.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";
import { TEST_WRITE_KEY } from "../../support/server.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(...DISPUTES);
  const { state } = await graph.data(`{ state(id: "state:retracted") {
    partyTo(sources: ["source:b"]) { edges { id } } } }`);
  const retracted = await ask(
    graph.server,
    `mutation { retract(edge: "${state.partyTo.edges[0].id}", reason: "wrong") { retracted } }`,
    {},
    { "x-pactgraph-key": TEST_WRITE_KEY },
  );
  expect(retracted).toEqual({ data: { retract: { retracted: 1 } } });
});
afterAll(() => graph?.stop());

interface Conflict {
  readonly type: string;
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
  readonly differences: readonly {
    readonly property: string;
    readonly values: readonly { readonly source: string; readonly value: string }[];
  }[];
  readonly claims: readonly { readonly source: { readonly id: string } }[];
}

const FIELDS = `type from { id } to { id } differences { property values { source value } } claims { source { id } }`;

async function conflicts(args: string): Promise<readonly Conflict[]> {
  const list = args ? `conflicts(${args})` : "conflicts";
  const { edges }: { readonly edges: readonly Conflict[] } = (
    await graph.data(`{ ${list} { edges { ${FIELDS} } } }`)
  ).conflicts;
  // Which source comes first is a matter of the choice among sources, not of the conflict.
  return edges.map((edge) => ({
    ...edge,
    differences: edge.differences.map((each) => ({
      ...each,
      values: bySource(each.values, (one) => one.source),
    })),
    claims: bySource(edge.claims, (claim) => claim.source.id),
  }));
}

function bySource<Item>(items: readonly Item[], source: (item: Item) => string): readonly Item[] {
  return [...items].sort((one, other) => (source(one) < source(other) ? -1 : 1));
}

const PARTIES = "types: [PARTY_TO]";

async function ofState(slug: string) {
  const [found, ...others] = await conflicts(`${PARTIES}, about: ["state:${slug}"]`);
  expect(others).toEqual([]);
  return found?.differences;
}

const said = (a: string, b: string) => [
  { source: "source:a", value: a },
  { source: "source:b", value: b },
];

describe("a conflict between two sources", () => {
  it.each([
    ["day", "validFrom", said("1992-01-01", "1993-05-01")],
    ["list", "obligations", said("cut", "cut, inspect")],
    ["code", "basisAct", said("RATIFICATION", "ACCESSION")],
    ["flag", "provisional", said("true", "false")],
    ["open", "validTo", said("..", "2001-01-01")],
  ])("is found for %s: %s", async (slug, property, values) => {
    expect(await ofState(slug)).toEqual([{ property, values }]);
  });

  it("is found for different numbers of spells", async () => {
    const differences = await ofState("spells");
    const spells = differences?.find(({ property }) => property === "spells");
    expect(spells?.values).toEqual(said("2", "1"));
  });

  it("is found for roles and votes", async () => {
    expect(await conflicts("types: [MEMBER_OF]")).toMatchObject([
      {
        type: "MEMBER_OF",
        from: { id: "state:day" },
        to: { id: "org:o" },
        differences: [{ property: "role", values: said("MEMBER", "OBSERVER") }],
        claims: [{ source: { id: "source:a" } }, { source: { id: "source:b" } }],
      },
    ]);
    expect(await conflicts("types: [VOTED]")).toMatchObject([
      { differences: [{ property: "position", values: said("YES", "NO") }] },
    ]);
  });

  it.each(["vaguer", "unset", "deprecated", "retracted", "one-day", "same"])(
    "is not found for %s",
    async (slug) => {
      expect(await conflicts(`${PARTIES}, about: ["state:${slug}"]`)).toEqual([]);
    },
  );
});

describe("a conflict between reported properties", () => {
  it("is found for contradicting values, but not for equal values, vaguer dates or names", async () => {
    const found = await conflicts(`types: [REPORTS], about: ["treaty:cf"]`);
    const values = found.flatMap(({ differences }) => differences.map((difference) => difference.values));
    const texts = values.map((list) =>
      [...list]
        .sort((one, other) => (one.source < other.source ? -1 : 1))
        .map(({ value }) => value.replaceAll('"', "")),
    );
    expect(texts.sort()).toEqual([
      ["1987-12-08", "1987-12-09"],
      ["PEACE", "ARMS_CONTROL"],
    ]);
    for (const { type, to, claims } of found) {
      expect({ type, to, claims: claims.map(({ source }) => source.id).sort() }).toEqual({
        type: "REPORTS",
        to: { id: "treaty:cf" },
        claims: ["source:a", "source:b"],
      });
    }
  });
});

describe("a list of conflicts", () => {
  const froms = (found: readonly Conflict[]) => found.map(({ from }) => from.id.slice(6)).sort();

  it("contains all conflicts of a type", async () => {
    expect(froms(await conflicts(PARTIES))).toEqual([
      "code",
      "day",
      "flag",
      "list",
      "open",
      "spells",
      "third",
    ]);
  });

  it.each([
    [`between: ["source:a", "source:b"]`, ["code", "day", "flag", "list", "open", "spells"]],
    [`between: ["source:b", "source:c"]`, ["third"]],
    [`between: ["source:c"]`, ["third"]],
    [`between: ["source:a", "source:c"]`, []],
    [`about: ["state:code", "state:flag", "state:same"]`, ["code", "flag"]],
    [`about: ["treaty:cf"], between: ["source:c", "source:b"]`, ["third"]],
    [`about: ["org:o"]`, []],
  ])("can be filtered by %s", async (args, expected) => {
    expect(froms(await conflicts(`${PARTIES}, ${args}`))).toEqual(expected);
  });

  it("contains conflicts of several types of a node at either end", async () => {
    const found = await conflicts(`about: ["state:day"]`);
    expect(found.map(({ type }) => type).sort()).toEqual(["MEMBER_OF", "PARTY_TO"]);
  });

  it("contains conflicts of several types between chosen sources", async () => {
    const found = await conflicts(`types: [PARTY_TO, MEMBER_OF, VOTED], between: ["source:a"]`);
    expect(found.map(({ type }) => type).sort()).toEqual([
      "MEMBER_OF",
      ...Array<string>(6).fill("PARTY_TO"),
      "VOTED",
    ]);
  });
});

describe("pages of conflicts", () => {
  it("contain each conflict once, forwards and backwards", async () => {
    const all = (await conflicts(PARTIES)).map(({ from }) => from.id);
    const found: string[] = [];
    let after = "";
    for (let page = 0; page < 4; page += 1) {
      const { conflicts: list } = await graph.data(`{ conflicts(${PARTIES}, first: 2${after}) {
        totalCount edges { from { id } } pageInfo { hasNextPage endCursor } } }`);
      expect(list.totalCount).toBe(7);
      expect(list.pageInfo.hasNextPage).toBe(page < 3);
      found.push(...list.edges.map(({ from }: Conflict) => from.id));
      after = `, after: "${list.pageInfo.endCursor}"`;
    }
    expect(found).toEqual(all);
    const { conflicts: last } = await graph.data(
      `{ conflicts(${PARTIES}, last: 3) { edges { from { id } } pageInfo { hasPreviousPage } } }`,
    );
    expect(last.edges.map(({ from }: Conflict) => from.id)).toEqual(all.slice(-3));
    expect(last.pageInfo.hasPreviousPage).toBe(true);
  });
});

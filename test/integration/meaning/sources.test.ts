import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { type BundleParts, load } from "../../fixtures/graph.js";
import { ask, data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

/** Two sources that differ on a treaty and agree on nothing else; the second has the higher priority. */
const GRAPH: BundleParts = {
  source: "source:a",
  sources: [
    { id: "source:a", name: "A", kind: "BOOK", priority: 10 },
    { id: "source:b", name: "B", kind: "DATASET", priority: 40 },
  ],
  nodes: [
    { type: "State", id: "state:aaa", name: "Aaa", names: [{ text: "AAA", kind: "CODE", scheme: "iso3" }] },
    {
      type: "Treaty",
      id: "treaty:t",
      name: "T",
      kind: "ARMS_CONTROL",
      inForce: "1994-04-20",
      place: "Tashkent",
    },
    { type: "Treaty", id: "treaty:of-b", name: "B", source: "source:b", kind: "DEFENSE_PACT" },
    { type: "Treaty", id: "treaty:t", source: "source:b", kind: "DEFENSE_PACT", inForce: "1994" },
  ],
  edges: [
    { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1994-04-20", validTo: "1999-04-20" },
    {
      ...{ type: "PARTY_TO", from: "state:aaa", to: "treaty:t", source: "source:b" },
      ...{ validFrom: "1994", validTo: "1999" },
    },
  ],
};

beforeEach(async () => {
  await emptyOut(database);
  await load(database, GRAPH);
});

const OF_B = 'sources: ["source:b"]';

describe("the argument sources", () => {
  it("rejects an unknown id with a suggestion", async () => {
    const { errors } = await ask(server, '{ treaties(sources: ["source:bb"]) { totalCount } }');
    expect(errors?.[0]?.extensions?.code).toBe("BAD_INPUT");
    expect(errors?.[0]?.message).toMatch(/no source source:bb.*Did you mean source:b\?/);
  });

  it("limits root lists to what these sources assert", async () => {
    const { states, treaties } = await data(
      server,
      `{ states(${OF_B}) { nodes { id } } treaties(${OF_B}) { totalCount } }`,
    );
    // The second source speaks of the state as a party.
    expect(states.nodes).toEqual([{ id: "state:aaa" }]);
    expect(treaties.totalCount).toBe(2);
    await load(database, { source: "source:a", nodes: [{ type: "State", id: "state:bbb", name: "Bbb" }] });
    expect((await data(server, `{ states(${OF_B}) { totalCount } }`)).states.totalCount).toBe(1);
  });

  it("applies to properties, conditions and orders", async () => {
    const { treaty, treaties, none } = await data(
      server,
      `{ treaty(id: "treaty:t", ${OF_B}) { kind inForce inForceMax place }
         treaties(${OF_B}, where: { kind: { eq: DEFENSE_PACT } }, orderBy: [{ by: "inForce" }]) { nodes { id } }
         none: treaties(${OF_B}, where: { kind: { eq: ARMS_CONTROL } }) { totalCount } }`,
    );
    expect(treaty).toEqual({ kind: "DEFENSE_PACT", inForce: "1994", inForceMax: "1994-12-31", place: null });
    expect(treaties.nodes).toEqual([{ id: "treaty:t" }, { id: "treaty:of-b" }]);
    expect(none.totalCount).toBe(0);
  });

  it("does not limit the search for names and codes", async () => {
    const { state } = await data(
      server,
      `{ state(code: "AAA", ${OF_B}) { id region names(where: { node: { scheme: { eq: "iso3" } } }) { nodes { text } } } }`,
    );
    expect(state).toEqual({ id: "state:aaa", region: null, names: { nodes: [{ text: "AAA" }] } });
  });

  it("shows conditions on the source all its assertions, not only primary ones", async () => {
    const of = async (source: string) =>
      (
        await data(
          server,
          `{ states(where: { partyTo: { some: { source: { eq: "${source}" } } } }) { totalCount } }`,
        )
      ).states.totalCount;
    expect([await of("source:a"), await of("source:b")]).toEqual([1, 1]);
  });

  it("can be set for a relation in a condition", async () => {
    const parties = async (relation: string) =>
      (await data(server, `{ states(where: { partyTo: { ${relation} } }) { totalCount } }`)).states
        .totalCount;
    const early = 'some: { validFrom: { lt: "1994-02" } }';
    expect(await parties(early)).toBe(0);
    expect(await parties(`${early}, ${OF_B}`)).toBe(1);
  });
});

describe("the choice among sources", () => {
  it("never replaces a more exact value by a less exact one, and decides contradictions by priority", async () => {
    const { treaty } = await data(
      server,
      '{ treaty(id: "treaty:t") { inForce kind parties { edges { validFrom } } } }',
    );
    expect(treaty).toEqual({
      inForce: "1994-04-20",
      kind: "DEFENSE_PACT",
      parties: { edges: [{ validFrom: "1994-04-20" }] },
    });
  });

  it("prefers a spell that was observed longer to one with a higher priority", async () => {
    const member = (source: string, validFrom: string, observedUntil: string) => ({
      ...{
        type: "MEMBER_OF",
        from: "state:aaa",
        to: "org:o",
        role: "MEMBER",
        source,
        validFrom,
        observedUntil,
      },
    });
    await load(database, {
      source: "source:a",
      nodes: [{ type: "Organization", id: "org:o", name: "O", kind: "IGO" }],
      edges: [member("source:a", "2003-09-18", "2024-12-31"), member("source:b", "2002", "2014-12-31")],
    });
    const { organization } = await data(
      server,
      `{ organization(id: "org:o") { members(asOf: "2018-06-11", certainty: CERTAIN) { edges { source { id } } } } }`,
    );
    expect(organization.members.edges).toEqual([{ source: { id: "source:a" } }]);
  });

  it("is shown by reportedBy, which also lists comparable values", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:t") {
        all: reportedBy(where: { property: { in: ["kind", "inForce"] } }) { edges { primary property value dateValueMax source { id } } }
        late: reportedBy(where: { dateValue: { gt: "1994-04-01" }, primary: { eq: true } }) { totalCount }
        pact: reportedBy(where: { value: { eq: "DEFENSE_PACT" } }) { totalCount }
      } }`,
    );
    const said = treaty.all.edges.map(
      ({
        property,
        value,
        primary,
        source,
      }: Readonly<Record<string, unknown>> & { source: { id: string } }) =>
        [source.id, property, value, primary].join(" "),
    );
    expect([...said].sort()).toEqual([
      "source:a inForce 1994-04-20 true",
      "source:a kind ARMS_CONTROL false",
      "source:b inForce 1994 false",
      "source:b kind DEFENSE_PACT true",
    ]);
    expect([treaty.late.totalCount, treaty.pact.totalCount]).toEqual([1, 1]);
  });

  it("is explained by why", async () => {
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:t") { inForce: why(property: "inForce") { code ids } kind: why(property: "kind") { code ids text }
        parties { edges { why { code } } } } }`,
    );
    expect(treaty.inForce).toEqual([{ code: "EXACTNESS", ids: ["source:a", "source:b"] }]);
    expect(treaty.kind).toEqual([
      {
        code: "PRIORITY",
        ids: ["source:b", "source:a"],
        text: "source:b comes before source:a: its priority is higher.",
      },
    ]);
    expect(treaty.parties.edges[0].why[0]).toEqual({ code: "EXACTNESS" });
  });

  it("is repeated as of the time of asKnownAt", async () => {
    const { treaty: now } = await data(server, '{ treaty(id: "treaty:of-b") { recordedAt } }');
    await new Promise((resolve) => setTimeout(resolve, 20));
    await load(database, {
      source: "source:a",
      sources: [{ id: "source:a", name: "A", kind: "BOOK", priority: 90 }],
    });
    const { was, is } = await data(
      server,
      `{ was: treaty(id: "treaty:t", asKnownAt: "${now.recordedAt}") { kind } is: treaty(id: "treaty:t") { kind } }`,
    );
    expect([was.kind, is.kind]).toEqual(["DEFENSE_PACT", "ARMS_CONTROL"]);
  });
});

describe("a request with asKnownAt", () => {
  it("shows a source as it was at that instant", async () => {
    const instants: string[] = [];
    const rewrite = async (properties: NonNullable<BundleParts["sources"]>) => {
      await load(database, { source: "source:a", sources: properties });
      const [row] = await database.read((tx) => tx.run("RETURN toString(datetime()) AS now"));
      instants.push(String(row?.now));
    };
    const FIRST = { id: "source:a", name: "A", kind: "BOOK", priority: 10 } as const;
    await rewrite([FIRST]);
    await rewrite([{ ...FIRST, name: "A2", title: "Second edition", publishedAt: "2001-02-03" }]);
    await rewrite([
      { ...FIRST, name: "A3", title: "Third edition", publishedAt: "2011-02-03", priority: 50 },
    ]);
    // Nothing is new in the same words.
    await rewrite([
      { ...FIRST, name: "A3", title: "Third edition", publishedAt: "2011-02-03", priority: 50 },
    ]);
    const at = async (instant: string | undefined) => {
      const known = instant ? `, asKnownAt: "${instant}"` : "";
      const { source, node, sources, treaty } = await data(
        server,
        `{ source(id: "source:a"${known}) { name title publishedAt priority }
           node(id: "source:a"${known}) { name english: name(lang: "en") }
           sources(where: { title: { eq: "Second edition" } }${known}) { nodes { id } }
           treaty(id: "treaty:t"${known}) { parties { edges { source { name } } } why(property: "kind") { ids } } }`,
      );
      const { name, title, publishedAt, priority } = source;
      expect(node).toEqual({ name, english: name });
      expect(treaty.parties.edges).toEqual([{ source: { name } }]);
      return [name, title, publishedAt, priority, sources.nodes.length, treaty.why[0].ids[0]];
    };
    const first = ["A", null, null, 10, 0, "source:b"];
    const third = ["A3", "Third edition", "2011-02-03", 50, 0, "source:a"];
    expect(await at(instants[0])).toEqual(first);
    expect(await at(instants[1])).toEqual(["A2", "Second edition", "2001-02-03", 10, 1, "source:b"]);
    expect(await at(instants[2])).toEqual(third);
    expect(await at(instants[3])).toEqual(third);
    expect(await at(undefined)).toEqual(third);
  });
});

describe("a new snapshot", () => {
  it("does not change an observation that only lasts longer", async () => {
    const member = (seen: string, role = "MEMBER"): BundleParts => ({
      source: "source:a",
      nodes: [{ type: "Organization", id: "org:o", name: "O", kind: "IGO" }],
      edges: [
        {
          type: "MEMBER_OF",
          from: "state:aaa",
          to: "org:o",
          role,
          validFrom: "2000-01-01",
          observedUntil: seen,
        },
      ],
    });
    const changes = async () =>
      (
        await data(
          server,
          '{ changes(since: "2020-01-01T00:00:00Z", types: [MEMBER_OF]) { edges { kind } } }',
        )
      ).changes.edges.map(({ kind }: { readonly kind: string }) => kind);
    await load(database, member("2020-12-31"));
    await load(database, member("2021-12-31"));
    expect(await changes()).toEqual(["RECORDED"]);
    await load(database, member("2021-12-31", "OBSERVER"));
    expect((await changes()).sort()).toEqual(["RECORDED", "RECORDED", "RETRACTED"]);
  });
});

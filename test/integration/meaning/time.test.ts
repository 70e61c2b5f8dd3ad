import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { type BundleParts, load } from "../../fixtures/graph.js";
import { data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

/** An organization from 1976 to 1989 and a state from 1950 on, of which a source gives the start of nothing. */
const GRAPH: BundleParts = {
  source: "source:a",
  sources: [{ id: "source:a", name: "A", kind: "DATASET", publishedAt: "2014-12-31" }],
  nodes: [
    { type: "State", id: "state:aaa", name: "Aaa", existsFrom: "1950-03-01" },
    { type: "State", id: "state:old", name: "Old", existsFrom: "1900", existsTo: "1945-05-08" },
    {
      type: "Organization",
      id: "org:o",
      name: "O",
      kind: "IGO",
      founded: "1976-06-01",
      dissolved: "1989-12-31",
    },
    { type: "Organization", id: "org:no-life", name: "N", kind: "IGO" },
    { type: "Person", id: "person:p", name: "P", born: "1961" },
    { type: "Treaty", id: "treaty:late", name: "Late", signed: "1996-09-24" },
    { type: "Treaty", id: "treaty:ended", name: "Ended", signed: "1980-01-01", ended: "1990-01-01/.." },
    { type: "Meeting", id: "meeting:m", name: "M", kind: "SUMMIT", date: "1999-04-23/1999-04-25" },
    { type: "Document", id: "document:d", name: "D", kind: "RESOLUTION", date: "2010-05-05" },
  ],
  edges: [
    { type: "MEMBER_OF", from: "state:aaa", to: "org:o", role: "MEMBER", validTo: ".." },
    { type: "MEMBER_OF", from: "state:aaa", to: "org:no-life", role: "MEMBER", observedUntil: "2014-12-31" },
    { type: "HELD_OFFICE", from: "person:p", to: "state:aaa", title: "PRESIDENT", on: "2009" },
    { type: "SIGNED", from: "state:aaa", to: "treaty:late" },
    { type: "PARTY_TO", from: "state:aaa", to: "treaty:ended", validFrom: "1980-01-01" },
    { type: "PARTICIPATED", from: "state:aaa", to: "meeting:m", role: "MEMBER" },
    { type: "VOTED", from: "state:aaa", to: "document:d", position: "YES" },
  ],
};

const count = async (field: string, inner: string) =>
  (await data(server, `{ ${field} { list: ${inner} { totalCount } } }`))[field.split("(")[0] ?? ""].list
    .totalCount;
const members = (args: string) => count('organization(id: "org:o")', `members(${args})`);

beforeEach(async () => {
  await emptyOut(database);
  await load(database, GRAPH);
});

describe("the life of a node", () => {
  it.each([
    ["before the organization was founded", "1975-01-01", 0],
    ["while it existed", "1980-01-01", 1],
    ["after it was dissolved", "1990-01-01", 0],
  ])("limits a spell without a stated start or end: %s", async (_when, day, found) => {
    expect(await members(`asOf: "${day}"`)).toBe(found);
  });

  it("is shown in the limited bounds, and null where no life is known", async () => {
    const fields = "edges { validFrom validTo validFromMin validFromMax validToMin validToMax } ";
    const { a, b } = await data(
      server,
      `{ a: organization(id: "org:o") { members { ${fields} } } b: organization(id: "org:no-life") { members { ${fields} } } }`,
    );
    expect(a.members.edges[0]).toMatchObject({ validFromMin: "1976-06-01", validToMax: "1989-12-31" });
    // The state began in 1950; nothing limits the end.
    expect(b.members.edges[0]).toMatchObject({
      validFrom: null,
      validFromMin: "1950-03-01",
      validToMin: "2014-12-31",
      validToMax: null,
    });
    expect(JSON.stringify({ a, b })).not.toMatch(/0001-01-01|9999-12-31/);
  });

  it("does not limit a spell if its end is open", async () => {
    const { treaty } = await data(
      server,
      '{ treaty(id: "treaty:ended") { parties { edges { validTo validToMin validToMax } } } }',
    );
    // It ended on 1990-01-01 at the earliest, so that the last day was the day before, or a later one.
    expect(treaty.parties.edges).toEqual([{ validTo: null, validToMin: "1989-12-31", validToMax: null }]);
  });

  it("never changes what a source states", async () => {
    await load(database, {
      source: "source:a",
      edges: [
        {
          type: "MEMBER_OF",
          from: "state:old",
          to: "org:o",
          role: "OBSERVER",
          validFrom: "1970",
          validTo: "1995",
        },
      ],
    });
    const where = 'where: { node: { id: { eq: "state:old" } } }';
    expect(await members(`asOf: "1972-01-01", certainty: CERTAIN, ${where}`)).toBe(1);
    expect(await members(`asOf: "1994-01-01", certainty: CERTAIN, ${where}`)).toBe(1);
  });

  it("limits lists to nodes that existed", async () => {
    const states = async (args: string) =>
      (await data(server, `{ states(${args}) { nodes { id } } }`)).states.nodes.map(
        ({ id }: { readonly id: string }) => id,
      );
    expect(await states('asOf: "1920-01-01"')).toEqual(["state:old"]);
    expect(await states('during: "1940/1960"')).toEqual(["state:aaa", "state:old"]);
    expect(await states('asOf: "2000-01-01"')).toEqual(["state:aaa"]);
  });
});

describe("evidence of a year", () => {
  it("is possible in that year only, and names what it attests", async () => {
    const holders = (args: string) => count('state(id: "state:aaa")', `officeHolders(${args})`);
    expect(await holders('asOf: "1962-10-20"')).toBe(0);
    expect(await holders('asOf: "2009-06-01"')).toBe(1);
    expect(await holders('asOf: "2009-06-01", certainty: CERTAIN')).toBe(0);
    const { state } = await data(
      server,
      '{ state(id: "state:aaa") { officeHolders { edges { on validFrom } } } }',
    );
    expect(state.officeHolders.edges).toEqual([{ on: "2009", validFrom: null }]);
  });
});

describe("a dated act", () => {
  it.each([
    ['treaty(id: "treaty:late")', "signatories", '"1990-01-01"', 0],
    ['treaty(id: "treaty:late")', "signatories", '"1997-01-01"', 1],
    ['meeting(id: "meeting:m")', "participants", '"1999-04-22"', 0],
    ['meeting(id: "meeting:m")', "participants", '"1999-04-24"', 1],
    ['document(id: "document:d")', "voters", '"2010-05-04"', 0],
    ['document(id: "document:d")', "voters", '"2010-05-05"', 1],
  ])("is found by %s { %s } as of %s", async (root, field, day, found) => {
    expect(await count(root, `${field}(asOf: ${day})`)).toBe(found);
  });

  it("is found possibly and certainly within a period", async () => {
    const attended = (args: string) => count('meeting(id: "meeting:m")', `participants(${args})`);
    expect(await attended('during: "1999-04-24/1999-04-30"')).toBe(1);
    expect(await attended('during: "1999-04-24/1999-04-30", certainty: CERTAIN')).toBe(0);
    expect(await attended('during: "1999", certainty: CERTAIN')).toBe(1);
    expect(await attended('during: "1998"')).toBe(0);
  });

  it("is possible from the day of opening for signature if it has no date", async () => {
    const signed = (args: string) => count('treaty(id: "treaty:late")', `signatories(${args})`);
    expect(await signed('asOf: "2020-01-01", certainty: CERTAIN')).toBe(0);
    expect(await signed('asOf: "2020-01-01"')).toBe(1);
  });

  it("is counted by a network only in its year", async () => {
    await load(database, {
      source: "source:a",
      edges: [{ type: "VOTED", from: "state:old", to: "document:d", position: "YES" }],
    });
    const links = async (year: string) =>
      (await data(server, `{ network(projection: VOTE_AGREEMENT, during: "${year}") { totalCount } }`))
        .network.totalCount;
    // The state had ended before 2010, but the vote has a date and is stated.
    expect(await links("2010")).toBe(1);
    expect(await links("2011")).toBe(0);
  });
});

describe("the certainty of an edge", () => {
  it("is reported by a network for pairs and shared nodes", async () => {
    const membership = (state: string, org: string, validFrom: string, validTo: string) => ({
      ...{ type: "MEMBER_OF", from: `state:${state}`, to: `org:${org}`, role: "MEMBER", validFrom, validTo },
    });
    await load(database, {
      source: "source:a",
      nodes: [
        ...["x", "y", "z"].map((slug) => ({ type: "State", id: `state:${slug}`, name: slug })),
        ...["p", "q"].map((slug) => ({ type: "Organization", id: `org:${slug}`, name: slug, kind: "IGO" })),
      ],
      edges: [
        membership("x", "p", "1990-01-01", "2000-12-31"),
        membership("y", "p", "1990-01-01", "2000-12-31"),
        membership("x", "q", "1990-01-01", "2000-12-31"),
        // Some day between 1990 and 1999.
        membership("y", "q", "1990/1999", "2000-12-31"),
        membership("z", "p", "1990/1999", "2000-12-31"),
      ],
    });
    const network = async (args: string) =>
      (
        await data(
          server,
          `{ network(projection: JOINT_MEMBERSHIP, with: ["state:x"], ${args}) {
            totalCount certainCount links { from to shared certainShared } } }`,
        )
      ).network;
    const link = (to: string, shared: number, certainShared: number) => {
      return { from: "state:x", to: `state:${to}`, shared, certainShared };
    };
    const links = [link("y", 2, 1), link("z", 1, 0)];
    expect(await network('asOf: "1995-06-01"')).toEqual({ totalCount: 2, certainCount: 1, links });
    expect(await network('during: "1995"')).toEqual({ totalCount: 2, certainCount: 1, links });
    expect(await network('asOf: "2000-06-01"')).toMatchObject({ totalCount: 2, certainCount: 2 });
    expect(await network('asOf: "1995-06-01", minShared: 2')).toMatchObject({
      totalCount: 1,
      certainCount: 1,
    });
    const certain = await network('asOf: "1995-06-01", certainty: CERTAIN');
    expect(certain).toEqual({ totalCount: 1, certainCount: 1, links: [link("y", 1, 1)] });
    const withoutTime = await network("minWeight: 1");
    expect(withoutTime).toMatchObject({ totalCount: 2, certainCount: 2 });
  });

  it("is reported by holds and certainCount", async () => {
    const list = async (args: string) =>
      (
        await data(
          server,
          `{ organization(id: "org:no-life") { members(${args}) { totalCount certainCount edges { holds } } } }`,
        )
      ).organization.members;
    expect(await list('asOf: "2014-12-31"')).toEqual({
      totalCount: 1,
      certainCount: 1,
      edges: [{ holds: "CERTAIN" }],
    });
    expect(await list('asOf: "2000-01-01"')).toEqual({
      totalCount: 1,
      certainCount: 0,
      edges: [{ holds: "POSSIBLE" }],
    });
    expect(await list("first: 5")).toEqual({ totalCount: 1, certainCount: 1, edges: [{ holds: null }] });
  });

  it("is reported by a series, which marks the periods that its sources do not cover", async () => {
    const { organization } = await data(
      server,
      `{ organization(id: "org:no-life") { members { aggregate {
        series(during: "2013/2016", by: YEAR) { period count certainCount covered }
      } } } }`,
    );
    expect(organization.members.aggregate.series).toEqual([
      { period: "2013", count: 1, certainCount: 0, covered: true },
      { period: "2014", count: 1, certainCount: 1, covered: true },
      { period: "2015", count: 1, certainCount: 0, covered: false },
      { period: "2016", count: 1, certainCount: 0, covered: false },
    ]);
  });
});

describe("the spells of a membership", () => {
  const spells = (from: string, to: string) => ({
    type: "PARTY_TO",
    from: "state:aaa",
    to: "treaty:late",
    validFrom: from,
    validTo: to,
  });
  const found = async (filter: string) =>
    count('treaty(id: "treaty:late")', `parties(where: { spells: { ${filter} } })`);

  it("are merged if they touch", async () => {
    await load(database, {
      source: "source:a",
      edges: [spells("1997-01-01", "1999-12-31"), spells("2000-01-01", "2005-12-31")],
    });
    expect(await found("eq: 1")).toBe(2);
    expect(await found("gte: 2")).toBe(0);
  });

  it("are separate after a minimum gap", async () => {
    await load(database, {
      source: "source:a",
      edges: [spells("1997-01-01", "1999-12-31"), spells("2000-01-11", "2005-12-31")],
    });
    expect(await found("eq: 2")).toBe(2);
    expect(await found("eq: 2, minGap: 10")).toBe(2);
    expect(await found("eq: 2, minGap: 11")).toBe(0);
  });
});

describe("an inherited edge", () => {
  it("lasts until the last day observed if its end is unknown", async () => {
    const heir = (validTo: string | undefined, observedUntil: string | undefined): BundleParts => ({
      source: "source:a",
      nodes: [
        { type: "State", id: "state:sun", name: "Sun", existsFrom: "1922-12-30", existsTo: "1991-12-25" },
        { type: "State", id: "state:rus", name: "Rus", existsFrom: "1991-12-26" },
        { type: "Organization", id: "org:p", name: "P", kind: "IGO" },
      ],
      edges: [
        { type: "RELATED_TO", from: "state:rus", to: "state:sun", kind: "CONTINUES", date: "1991-12-26" },
        {
          ...{ type: "MEMBER_OF", from: "state:sun", to: "org:p", role: "MEMBER", validFrom: "1930" },
          ...(validTo ? { validTo } : {}),
          ...(observedUntil ? { observedUntil } : {}),
        },
      ],
    });
    const inherited = () =>
      count('state(id: "state:rus")', 'memberOf(asOf: "2000-01-01", followSuccession: CONTINUES)');
    await load(database, heir(undefined, "1944-12-31"));
    expect(await inherited()).toBe(0);
    await emptyOut(database);
    await load(database, GRAPH);
    await load(database, heir("..", undefined));
    expect(await inherited()).toBe(1);
  });
});

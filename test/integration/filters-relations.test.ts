import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph, slugs } from "../fixtures/serve-graph.js";
import { SPELLS } from "../fixtures/spells-graph.js";
import { DATES } from "../fixtures/values-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(DATES, SPELLS);
});
afterAll(() => graph?.stop());

const states = (where: string, scope = "") => graph.list("states", `${scope} where: ${where}`);
const IN_X = `{node: {id: {eq: "org:x"}}}`;

describe("the quantifiers exists, some, none, all and count", () => {
  it.each([
    [`{memberOf: {exists: true}}`, ["aaa", "bbb", "ccc", "ddd"]],
    [`{memberOf: {exists: false}}`, ["eee", "fff"]],
    [`{memberOf: {some: {}}}`, ["aaa", "bbb", "ccc", "ddd"]],
    [`{memberOf: {none: {}}}`, ["eee", "fff"]],
    [`{memberOf: {all: {}}}`, ["aaa", "bbb", "ccc", "ddd", "eee", "fff"]],
    [`{memberOf: {some: ${IN_X}}}`, ["aaa", "bbb", "ccc"]],
    [`{memberOf: {none: ${IN_X}}}`, ["ddd", "eee", "fff"]],
    [`{memberOf: {all: ${IN_X}}}`, ["ccc", "eee", "fff"]],
    [`{memberOf: {all: ${IN_X}, exists: true}}`, ["ccc"]],
    [`{memberOf: {all: {validTo: {isNull: false}}}}`, ["aaa", "bbb", "ddd", "eee", "fff"]],
    // Edges as the chosen source has them: bbb 2 + Y + Z, aaa X + Y, ddd Z + Old.
    [`{memberOf: {count: {eq: 4}}}`, ["bbb"]],
    [`{memberOf: {count: {eq: 0}}}`, ["eee", "fff"]],
    [`{memberOf: {count: {ne: 0}}}`, ["aaa", "bbb", "ccc", "ddd"]],
    [`{memberOf: {count: {in: [1, 4]}}}`, ["bbb", "ccc"]],
    [`{memberOf: {count: {gte: 1, lt: 3}}}`, ["aaa", "ccc", "ddd"]],
    [`{memberOf: {count: {eq: 2}, of: ${IN_X}}}`, ["bbb"]],
    [`{memberOf: {count: {eq: 0}, of: ${IN_X}}}`, ["ddd", "eee", "fff"]],
    [`{memberOf: {count: {gt: 1}, of: {}}}`, ["aaa", "bbb", "ddd"]],
    [`{memberOf: {some: {spells: {eq: 2}}}}`, ["bbb"]],
    [`{memberOf: {some: {spells: {gte: 2}}, asOf: "2010-01-01"}}`, ["bbb"]],
    [`{memberOf: {some: {source: {eq: "source:b"}}}}`, ["aaa", "bbb"]],
    [`{memberOf: {some: {node: {kind: {eq: ALLIANCE}}}, count: {lt: 3}}}`, ["aaa"]],
    [`{memberOf: {some: {node: {members: {some: {role: {eq: OBSERVER}}}}}}}`, ["aaa", "bbb", "ccc"]],
  ])("find the expected nodes: %s", async (where, expected) => {
    expect(await states(where)).toEqual(expected);
  });

  it("count spells whatever the requested time", async () => {
    const { organization } = await graph.data(`{ organization(id: "org:x") {
      then: members(asOf: "1995-01-01", where: {spells: {eq: 2}}) { nodes { id } }
      now: members(asOf: "2003-01-01", where: {spells: {eq: 2}}) { nodes { id } }
      all: members(where: {spells: {eq: 2}}) { nodes { id } }
      once: members(where: {spells: {eq: 1}}) { nodes { id } }
    } }`);
    expect(slugs(organization.then.nodes)).toEqual(["bbb"]);
    expect(slugs(organization.now.nodes)).toEqual([]);
    expect(slugs(organization.all.nodes)).toEqual(["bbb", "bbb"]);
    expect(slugs(organization.once.nodes)).toEqual(["aaa", "ccc"]);
  });
});

describe("the time of a relation in a condition", () => {
  const member = (quantifier: string, time: string) => `{memberOf: {${quantifier}: ${IN_X}, ${time}}}`;
  it.each([
    [`asOf: "1991-12-31"`, [], []],
    [`asOf: "1992-01-01"`, ["aaa", "ccc"], ["aaa"]],
    [`asOf: "1992-05-15"`, ["aaa", "bbb", "ccc"], ["aaa"]],
    [`asOf: "1999-04-02"`, ["aaa", "bbb", "ccc"], ["aaa", "bbb", "ccc"]],
    [`asOf: "1999-04-03"`, ["aaa", "ccc"], ["aaa", "ccc"]],
    [`asOf: "2020-01-01"`, ["aaa", "ccc"], ["aaa", "ccc"]],
    // An open end is certain until the source was published.
    [`asOf: "2020-01-02"`, ["aaa", "ccc"], []],
    [`during: "2000/2005"`, ["aaa", "ccc"], ["aaa", "ccc"]],
    [`during: "2000/2006"`, ["aaa", "bbb", "ccc"], ["aaa", "bbb", "ccc"]],
    [`during: "2021/.."`, ["aaa", "ccc"], []],
    [`asOf: "2010-01-01", during: "1995"`, ["aaa", "ccc"], ["aaa", "ccc"]],
  ])("limits its edges: %s", async (time, possible, certain) => {
    expect(await states(member("some", time))).toEqual(possible);
    expect(await states(member("some", `${time}, certainty: CERTAIN`))).toEqual(certain);
    const others = ["aaa", "bbb", "ccc", "ddd", "eee", "fff"].filter(
      (slug) => !(possible as readonly string[]).includes(slug),
    );
    expect(await states(member("none", time))).toEqual(others);
  });

  it("is inherited from the enclosing scope unless the relation has its own, and null removes it", async () => {
    const inX = `{memberOf: {some: ${IN_X}}}`;
    expect(await states(inX, `asOf: "2003-01-01",`)).toEqual(["aaa", "ccc"]);
    expect(await states(member("some", `asOf: "2010-01-01"`), `asOf: "2003-01-01",`)).toEqual([
      "aaa",
      "bbb",
      "ccc",
    ]);
    expect(await states(member("some", "asOf: null"), `asOf: "2003-01-01",`)).toEqual(["aaa", "bbb", "ccc"]);
    expect(await states(inX, `sources: ["source:b"],`)).toEqual(["aaa", "bbb"]);
    expect(await states(inX, `sources: ["source:b"], asOf: "2003-01-01",`)).toEqual([]);
    expect(await states(`{memberOf: {count: {eq: 2}, of: ${IN_X}}}`, `sources: ["source:b"],`)).toEqual([
      "bbb",
    ]);
  });

  it("can be a date of the pattern, with on", async () => {
    // The day on which aaa became party to T1, 1990-06-01, and to T2, 2000-01-01.
    const on = (of: string) =>
      states(
        `{partyTo: {some: {as: "p", node: {parties: {some: {node: {organization: {members: {some: {node: {state: {id: {eq: "state:bbb"}}}}, on: "${of}"}}}}}}}}}`,
      );
    expect(await on("p.validFrom")).toEqual(["ccc"]);
    const { treaty } = await graph.data(`{ treaty(id: "treaty:t1") {
      parties(where: {as: "e", node: {state: {memberOf: {some: {node: {id: {eq: "org:x"}}}, on: "e.validTo"}}}}) { nodes { id } }
    } }`);
    // aaa and ccc: open and unknown ends; bbb left X in 1999, the year in which it ceased to be party.
    expect(slugs(treaty.parties.nodes)).toEqual(["aaa", "bbb", "ccc"]);
  });
});

describe("a combination of memberships", () => {
  const member = (org: string, quantifier: string, time: string) =>
    `{memberOf: {${quantifier}: {node: {id: {eq: "org:${org}"}}}, ${time}}}`;
  const both = (time: string) =>
    states(
      `{and: [${member("x", "some", time)}, ${member("y", "some", time)}, {not: ${member("z", "some", time)}}]}`,
    );

  it.each([
    [`asOf: "1993-01-01"`, []],
    [`asOf: "1995-01-01"`, ["aaa", "bbb"]],
    [`asOf: "2003-01-01"`, ["aaa"]],
    [`asOf: "2010-01-01"`, ["aaa"]],
  ])("finds members of X and Y but not of Z: %s", async (time, expected) => {
    expect(await both(time)).toEqual(expected);
    const none = `{and: [${member("x", "some", time)}, ${member("y", "some", time)}, ${member("z", "none", time)}]}`;
    expect(await states(none)).toEqual(expected);
    const counted = `{and: [${member("x", "some", time)}, ${member("y", "some", time)}, {memberOf: {count: {eq: 0}, of: {node: {name: {eq: "Z"}}}, ${time}}}]}`;
    expect(await states(counted)).toEqual(expected);
  });

  it("finds members of either and of exactly one", async () => {
    const [x, z] = [member("x", "some", `asOf: "2010-01-01"`), member("z", "some", `asOf: "2010-01-01"`)];
    expect(await states(`{or: [${x}, ${z}]}`)).toEqual(["aaa", "bbb", "ccc", "ddd"]);
    expect(await states(`{or: [${x}, ${z}], not: {and: [${x}, ${z}]}}`)).toEqual(["aaa", "ccc", "ddd"]);
    expect(await states(`{not: {or: [${x}, ${z}]}}`)).toEqual(["eee", "fff"]);
  });
});

// Case 14: an unknown end is not an open one.
it("a spell that ended on an unknown date does not still hold", async () => {
  const holders = async (args: string) => {
    const people = await graph.list("persons", `where: {offices: {exists: true, ${args}}}`);
    const { organization } = await graph.data(
      `{ organization(id: "org:x") { officeHolders(${args}) { nodes { id } } } }`,
    );
    expect([...slugs(organization.officeHolders.nodes)].sort()).toEqual(people);
    return people;
  };
  const today = new Date().toISOString().slice(0, 10);
  expect(await holders(`asOf: "${today}", certainty: CERTAIN`)).toEqual([]);
  expect(await holders(`asOf: "${today}", certainty: POSSIBLE`)).toEqual(["p", "q"]);
  expect(await holders(`asOf: "2011-01-01", certainty: CERTAIN`)).toEqual(["p", "q"]);
  expect(await holders(`asOf: "2011-02-01", certainty: CERTAIN`)).toEqual(["p", "q"]);
  expect(await holders(`asOf: "2011-02-02", certainty: CERTAIN`)).toEqual(["q"]);
  expect(await holders(`asOf: "2010-05-15", certainty: CERTAIN`)).toEqual([]);
});

// Case 20: a spell is kept as asserted, but is not possible beyond the life of the organization.
it("membership of a dissolved organization", async () => {
  const old = (time: string) => states(`{memberOf: {some: {node: {id: {eq: "org:old"}}}, ${time}}}`);
  expect(await old(`asOf: "2000-01-01"`)).toEqual([]);
  expect(await old(`asOf: "2000-01-01", certainty: CERTAIN`)).toEqual([]);
  expect(await old(`asOf: "1991-07-01", certainty: CERTAIN`)).toEqual(["ddd"]);
  expect(await old(`asOf: "1991-07-02", certainty: CERTAIN`)).toEqual([]);
});

import { beforeEach, describe, expect, it } from "vitest";
import { loadTexts } from "../../../src/bundle/load.js";
import type { Database } from "../../../src/db/database.js";
import { ask, data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

const BUNDLE = `
bundle: 1
source: source:a
sources:
  - { id: source:a, name: A, kind: OFFICIAL }
nodes:
  - { type: State, id: state:aaa, name: Aaa }
  - { type: Organization, id: org:listed, name: L, kind: IGO }
  - { type: Organization, id: org:part, name: P, kind: IGO }
  - { type: Organization, id: org:blank, name: B, kind: IGO }
  - { type: Treaty, id: treaty:in, name: In, signed: 1968-07-01, inForce: 1970-03-05, ended: none }
  - { type: Treaty, id: treaty:over, name: Over, signed: 1987-12-08, inForce: 1988-06-01, ended: 2019-08-02 }
  - { type: Treaty, id: treaty:never, name: Never, signed: 1921-12-13, inForce: none }
  - { type: Treaty, id: treaty:unknown, name: Unknown, signed: 1950-01-01 }
edges:
  - { type: MEMBER_OF, from: state:aaa, to: org:part, role: MEMBER, validFrom: 1950-01-01 }
coverage:
  - { of: org:listed, relation: [members, officeHolders], from: 1949-04-04, until: 2026-01-01 }
`;

const write = (text: string) => loadTexts(database, [{ file: "bundle.yaml", text }], false);

beforeEach(async () => {
  await emptyOut(database);
  await write(BUNDLE);
});

describe("the coverage of a relation", () => {
  const membersOf = async (id: string, args = "") =>
    (
      await data(
        server,
        `{ organization(id: "${id}") { members${args} { totalCount coverage { completeness from until sources } } } }`,
      )
    ).organization.members;

  it("is complete where a source lists the relation completely", async () => {
    expect(await membersOf("org:listed")).toEqual({
      totalCount: 0,
      coverage: { completeness: "COMPLETE", from: "1949-04-04", until: "2026-01-01", sources: ["source:a"] },
    });
    expect((await membersOf("org:listed", '(asOf: "2000-01-01")')).coverage.completeness).toBe("COMPLETE");
    expect((await membersOf("org:listed", '(asOf: "1940-01-01")')).coverage.completeness).toBe("PARTIAL");
  });

  it("is partial where something is recorded, and NOT_RECORDED where nothing is", async () => {
    expect((await membersOf("org:part")).coverage).toEqual({
      completeness: "PARTIAL",
      from: null,
      until: null,
      sources: ["source:a"],
    });
    expect((await membersOf("org:blank")).coverage).toEqual({
      completeness: "NOT_RECORDED",
      from: null,
      until: null,
      sources: [],
    });
  });

  it("is reported for selected relations without a record", async () => {
    const all = "{ organizations { nodes { members { totalCount } } } }";
    expect((await ask(server, all)).extensions?.notRecorded).toEqual([
      {
        path: ["organizations", "members"],
        message: expect.stringMatching(
          /^Nothing is recorded for members of 1 of 3 nodes\. An empty list does not mean/,
        ),
      },
    ]);
    const listed = '{ organization(id: "org:listed") { members { totalCount } } }';
    expect((await ask(server, listed)).extensions?.notRecorded).toBeUndefined();
  });

  it.each([
    ["none", "where: { members: { none: {} } }", "organizations { totalCount }", "1 of 2 nodes"],
    ["count", "where: { members: { count: { lt: 1 } } }", "organizations { totalCount }", "1 of 2 nodes"],
    ["over", "first: 10", 'organizations { aggregate(over: "members") { count } }', "1 of 3 nodes"],
  ])("is reported if an answer depends on %s", async (_what, args, query, of) => {
    const { extensions } = await ask(
      server,
      `{ ${query.replace("organizations", `organizations(${args})`)} }`,
    );
    expect(extensions?.notRecorded).toEqual([
      { path: ["organizations"], message: expect.stringContaining(`for members of ${of}`) },
    ]);
  });

  it("is an error for a relation that the node does not have", async () => {
    const wrong =
      "bundle: 1\nsource: source:a\ncoverage:\n  - { of: org:part, relation: memberz, from: 1950-01-01 }\n";
    await expect(write(wrong)).rejects.toThrow(
      /bundle\.yaml:4:\d+.*no relation "memberz".*Did you mean members/s,
    );
  });
});

describe("a date that is known to be none", () => {
  const ids = async (where: string) =>
    (await data(server, `{ treaties(where: { ${where} }) { nodes { id } } }`)).treaties.nodes.map(
      ({ id }: { readonly id: string }) => id,
    );

  it("is distinguished from set and unknown dates by filters", async () => {
    expect(await ids("inForce: { is: NONE }")).toEqual(["treaty:never"]);
    expect(await ids("inForce: { is: UNKNOWN }")).toEqual(["treaty:unknown"]);
    expect(await ids("inForce: { is: SET }")).toEqual(["treaty:in", "treaty:over"]);
    expect(await ids("inForce: { isNull: true }")).toEqual(["treaty:unknown"]);
  });

  it("is shown as none, without bounds", async () => {
    const { treaty } = await data(server, '{ treaty(id: "treaty:never") { inForce inForceMin inForceMax } }');
    expect(treaty).toEqual({ inForce: "none", inForceMin: null, inForceMax: null });
  });

  it.each([
    [
      "1969-01-01",
      { "treaty:in": "NO", "treaty:over": "NO", "treaty:never": "NO", "treaty:unknown": "NOT_KNOWN" },
    ],
    [
      "1990-01-01",
      {
        "treaty:in": "CERTAIN",
        "treaty:over": "CERTAIN",
        "treaty:never": "NO",
        "treaty:unknown": "NOT_KNOWN",
      },
    ],
    [
      "2019-08-01",
      {
        "treaty:in": "CERTAIN",
        "treaty:over": "CERTAIN",
        "treaty:never": "NO",
        "treaty:unknown": "NOT_KNOWN",
      },
    ],
    [
      "2019-08-02",
      { "treaty:in": "CERTAIN", "treaty:over": "NO", "treaty:never": "NO", "treaty:unknown": "NOT_KNOWN" },
    ],
    ["1940-01-01", { "treaty:in": "NO", "treaty:over": "NO", "treaty:never": "NO", "treaty:unknown": "NO" }],
  ])("is respected by inForceOn on %s", async (day, expected) => {
    const { treaties } = await data(server, `{ treaties { nodes { id inForceOn(day: "${day}") } } }`);
    const found = treaties.nodes.map(({ id, inForceOn }: Readonly<Record<string, string>>) => [
      id,
      inForceOn,
    ]);
    expect(Object.fromEntries(found)).toEqual(expected);
    const inForce = Object.entries(expected).flatMap(([id, state]) => (state === "CERTAIN" ? [id] : []));
    expect(await ids(`inForceOn: { day: "${day}" }`)).toEqual(inForce.sort());
  });
});

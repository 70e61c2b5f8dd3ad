import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { load } from "../../fixtures/graph.js";
import { fixture, importLeagues, Scratch } from "../../fixtures/import/leagues.js";
import { ask, data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
const scratch = new Scratch();

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

/** One minister whom the editors know, with the years of another source; and a party. */
const KNOWN = {
  source: "source:press",
  sources: [{ id: "source:press", name: "Press", kind: "NEWS", publishedAt: "2015-01-01" }],
  nodes: [
    {
      type: "State",
      id: "state:aaa",
      name: "Aldovia",
      names: [{ text: "AAA", kind: "CODE", scheme: "iso3" }],
    },
    {
      type: "State",
      id: "state:bbb",
      name: "Borginia",
      names: [{ text: "BBB", kind: "CODE", scheme: "iso3" }],
    },
    {
      ...{ type: "Person", id: "person:petrov", name: "Ivan Petrov", born: "1950-01-01" },
      names: [{ text: "Иван Петров", lang: "ru" }],
    },
    {
      ...{ type: "Organization", id: "org:reform", name: "Reform", kind: "NGO" },
      names: [{ text: "Party of Reform", lang: "en" }],
    },
  ],
  edges: [
    {
      ...{
        type: "HELD_OFFICE",
        from: "person:petrov",
        to: "state:aaa",
        validFrom: "2000-01-01",
        validTo: "2008-12-31",
      },
      title: "MINISTER_FOR_FOREIGN_AFFAIRS",
    },
  ],
};

beforeEach(async () => {
  await emptyOut(database);
  await load(database, KNOWN);
});

const importRows = (...rows: readonly string[]) =>
  importLeagues(
    database,
    scratch.write("ministers.csv", `${["iso3,name,year,party", ...rows].join("\n")}\n`),
    {
      ...{ mapping: fixture("ministers.yaml"), parameters: {} },
    },
  );

async function persons(): Promise<readonly string[]> {
  const answer = await data(
    server,
    '{ persons { nodes { id offices(sources: ["source:ministers"]) { totalCount } } } }',
  );
  type Row = { id: string; offices: { totalCount: number } };
  return answer.persons.nodes.map(({ id, offices }: Row) => `${id} ${offices.totalCount}`);
}

describe("the persons of a data set", () => {
  it("are merged into existing persons if they certainly match, whatever the spelling", async () => {
    const { identity } = await importRows(
      "AAA,Ivan Petrov,2001,",
      "AAA,I. Petrov,2002,",
      "AAA,Yvan Petrov,2003,",
    );
    expect(identity).toEqual({ matched: 3, created: 0, proposed: [] });
    expect(await persons()).toEqual(["person:petrov 3"]);
    const { person } = await data(server, `{ person(id: "person:ministers-aaa-i-petrov") { id name born } }`);
    expect(person).toEqual({ id: "person:petrov", name: "Ivan Petrov", born: "1950-01-01" });
  });

  it("are created or proposed if the state or the time differs", async () => {
    const { identity } = await importRows("BBB,Ivan Petrov,2001,", "AAA,Ivan Petrov-Sidorov,1950,");
    expect(identity).toMatchObject({ matched: 0, created: 2 });
    expect(await persons()).toHaveLength(3);
  });

  it("do not change anything when imported again", async () => {
    const rows = ["AAA,Ivan Petrov,2001,", "AAA,I. Petrov,2002,", "BBB,Anna Kim,2003,"];
    await importRows(...rows);
    const again = await importRows(...rows);
    expect(again.edges.HELD_OFFICE).toEqual({ created: 0, updated: 0, unchanged: 3, retracted: 0 });
    expect(again.identity).toEqual({ matched: 2, created: 0, proposed: [] });
  });

  it("are separate after unmerge and another import", async () => {
    await importRows("AAA,Ivan Petrov,2001,", "AAA,I. Petrov,2002,");
    const text = `mutation { unmerge(id: "person:ministers-aaa-i-petrov", reason: "another") { into } }`;
    const { data: undone } = await ask(server, text, {}, { "x-pactgraph-key": TEST_WRITE_KEY });
    expect(undone.unmerge).toEqual({ into: "person:petrov" });
    await importRows("AAA,Ivan Petrov,2001,", "AAA,I. Petrov,2002,");
    expect(await persons()).toEqual(["person:ministers-aaa-i-petrov 1", "person:petrov 1"]);
  });
});

it("an organization with the name of an existing one is created, and a merge is proposed", async () => {
  const { identity } = await importRows("BBB,Anna Kim,2003,Party of Reform");
  expect(identity.proposed).toEqual([
    { id: "org:ministers-party-of-reform", other: "org:reform", reason: 'both are named "party of reform"' },
  ]);
  const { organizations } = await data(server, "{ organizations { totalCount } }");
  expect(organizations.totalCount).toBe(2);
});

it("implausible dates are reported but imported", async () => {
  await load(database, {
    source: "source:press",
    nodes: [{ type: "State", id: "state:bbb", name: "Borginia", existsFrom: "2010-01-01" }],
    edges: [],
  });
  const { implausible, edges } = await importRows("BBB,Anna Kim,2003,");
  expect(implausible.count).toBe(2);
  expect(implausible.listed[0]?.message).toBe(
    "HELD_OFFICE person:ministers-bbb-anna-kim → state:bbb: validFrom 2003 is before state:bbb begins on 2010-01-01.",
  );
  expect(edges.HELD_OFFICE?.created).toBe(1);
});

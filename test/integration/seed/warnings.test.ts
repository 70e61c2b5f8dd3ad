import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTexts } from "../../../src/bundle/load.js";
import type { Database } from "../../../src/db/database.js";
import { emptyDatabase } from "../../support/database.js";

let database: Database;

const HEAD = `bundle: 1
source: source:a
`;
const SOURCES = `sources:
  - { id: source:a, name: Archive, kind: BOOK }
`;
const KNOWN = `${HEAD}${SOURCES}nodes:
  - { type: State, id: state:aaa, name: Aland, existsFrom: "1950-01-01", existsTo: "1990-12-31", names: [{ text: Aland }] }
  - { type: Treaty, id: treaty:t, name: Peace of T, kind: PEACE, signed: "1960-05-01" }
  - { type: Person, id: person:petrov, name: Ivan Petrov, names: [{ text: Иван Петров, lang: ru }] }
  - { type: Document, id: document:d, name: Report, kind: DECISION, names: [{ text: Report }] }
`;

beforeAll(async () => {
  database = await emptyDatabase();
  await load(KNOWN, false);
});
afterAll(() => database?.close());

async function load(text: string, dryRun: boolean) {
  return loadTexts(database, [{ file: "new.yaml", text }], dryRun);
}

/** The warnings of a dry run over rows of nodes and edges. */
async function warnings(rows: string): Promise<readonly string[]> {
  const { warnings: found } = await load(`${HEAD}${rows}`, true);
  return found.map(({ at, message }) => `${at} ${message}`);
}

describe("a new node with the name of another one", () => {
  it("causes a warning, whatever the alphabet", async () => {
    const rows = `nodes:
  - { type: Person, id: person:p2, name: P2, names: [{ text: ИВАН ПЕТРОВ, lang: ru }] }
`;
    expect(await warnings(rows)).toEqual([
      "new.yaml:4:25 person:p2 is new and has the same name as person:petrov. If they are the same, use the existing id.",
    ]);
  });

  it("causes a warning if both are new", async () => {
    const rows = `nodes:
  - { type: Treaty, id: treaty:u1, name: U1, kind: PEACE, names: [{ text: Peace of U }] }
  - { type: Treaty, id: treaty:u2, name: U2, kind: PEACE, names: [{ text: Peace of U }] }
`;
    expect(await warnings(rows)).toHaveLength(2);
  });

  it("causes no warning for documents, existing nodes or other types", async () => {
    const rows = `nodes:
  - { type: Document, id: document:d2, name: D2, kind: DECISION, names: [{ text: Report }] }
  - { type: State, id: state:aaa, name: Aland, names: [{ text: Aland }] }
  - { type: Organization, id: org:aland, name: Aland, kind: IGO, names: [{ text: Aland }] }
`;
    expect(await warnings(rows)).toEqual([]);
  });
});

describe("a date outside the life of a node", () => {
  const signed = (date: string) => `edges:
  - { type: SIGNED, from: state:aaa, to: treaty:t, date: "${date}" }
`;

  it.each([
    ["1900-01-01", ["before state:aaa begins on 1950-01-01", "before treaty:t begins on 1960-05-01"]],
    ["1955", ["before treaty:t begins on 1960-05-01"]],
    ["2999-01-01", ["after state:aaa ends on 1990-12-31"]],
    ["1960", []],
    ["1960-05-01", []],
    ["1990-12-31", []],
  ])("causes a warning for a signature of %s", async (date, said) => {
    const found = await warnings(signed(date));
    expect(found).toHaveLength(said.length);
    for (const [index, text] of said.entries()) expect(found[index]).toContain(text);
  });

  it("causes a warning for a period that begins after the end", async () => {
    const rows = `edges:
  - { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: "1991-06-01", validTo: ".." }
`;
    expect(await warnings(rows)).toEqual([
      "new.yaml:4:5 PARTY_TO state:aaa → treaty:t: validFrom 1991-06-01 is after state:aaa ends on 1990-12-31.",
    ]);
  });

  it("causes a warning for a person who died before birth", async () => {
    const rows = `nodes:
  - { type: Person, id: person:odd, name: Odd, born: "1950", died: "1940" }
`;
    expect(await warnings(rows)).toEqual([
      "new.yaml:4:25 person:odd ends on 1940-12-31, before it begins on 1950-01-01.",
    ]);
  });
});

it("warnings do not prevent rows from being written", async () => {
  const report = await load(
    `${HEAD}nodes:\n  - { type: Person, id: person:p3, name: P3, names: [{ text: Иван Петров }] }\n`,
    false,
  );
  expect(report.warnings).toHaveLength(1);
  expect(report.created).toBeGreaterThan(0);
});

import { beforeEach, describe, expect, it } from "vitest";
import { loadTexts } from "../../../src/bundle/load.js";
import type { Database } from "../../../src/db/database.js";
import { applyBundle, BASE, bundle, load, outcomes } from "../../fixtures/graph.js";
import { data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
});

type Row = Readonly<Record<string, unknown>>;

const party = (source: string, properties: Row): Row => ({
  type: "PARTY_TO",
  from: "state:aaa",
  to: "treaty:t",
  source,
  ...properties,
});

const PARTIES = `{ treaty(id: "treaty:t") { parties { totalCount edges {
  validFrom source { id } assertions { validFrom primary source { id } } } } } }`;

/** What is read of the fact, and how many sources speak of it. */
async function read() {
  const { parties } = (await data(server, PARTIES)).treaty;
  return {
    total: parties.totalCount,
    spells: parties.edges.map((edge: { validFrom: string }) => edge.validFrom).sort(),
    sources: [...new Set(parties.edges.map((edge: { source: { id: string } }) => edge.source.id))],
    assertions: parties.edges[0]?.assertions.length ?? 0,
  };
}

describe("a fact with two sources", () => {
  it("shows the source that was recorded first", async () => {
    await load(database, { edges: [party("source:b", { validFrom: "1991" })] });
    await load(database, { edges: [party("source:a", { validFrom: "1992" })] });
    expect(await read()).toEqual({ total: 1, spells: ["1991"], sources: ["source:b"], assertions: 2 });
  });

  it("shows the source with the higher priority, even if it is set later", async () => {
    await load(database, { edges: [party("source:b", { validFrom: "1991" })] });
    await load(database, { edges: [party("source:a", { validFrom: "1992" })] });
    const raised = await load(database, { sources: [{ id: "source:a", priority: 10 }] });
    expect(outcomes(raised)).toEqual(["updated"]);
    expect(await read()).toMatchObject({ total: 1, spells: ["1992"], sources: ["source:a"] });
    const lowered = await load(database, { sources: [{ id: "source:a", priority: null }] });
    expect(outcomes(lowered)).toEqual(["updated"]);
    expect(await read()).toMatchObject({ total: 1, spells: ["1991"], sources: ["source:b"] });
  });

  it("prefers rank to priority and never shows a deprecated assertion", async () => {
    await load(database, {
      sources: [{ id: "source:a", priority: 10 }],
      edges: [
        party("source:a", { validFrom: "1992" }),
        party("source:b", { validFrom: "1991", rank: "PREFERRED" }),
      ],
    });
    expect(await read()).toMatchObject({ spells: ["1991"], sources: ["source:b"] });
    await load(database, { edges: [party("source:b", { validFrom: "1991", rank: "DEPRECATED" })] });
    expect(await read()).toMatchObject({ spells: ["1992"], sources: ["source:a"] });
    await load(database, { edges: [party("source:a", { validFrom: "1992", rank: "DEPRECATED" })] });
    expect((await read()).total).toBe(0);
  });

  // Case 44.
  it("shows all spells of one source and never mixes sources", async () => {
    await load(database, {
      edges: ["source:a", "source:b"].flatMap((source, index) => [
        party(source, { validFrom: `197${index}`, validTo: "1979" }),
        party(source, { validFrom: `198${index + 5}`, validTo: ".." }),
      ]),
    });
    expect(await read()).toMatchObject({ total: 2, spells: ["1970", "1985"], sources: ["source:a"] });
    await load(database, { sources: [{ id: "source:b", priority: 1 }] });
    expect(await read()).toMatchObject({ total: 2, spells: ["1971", "1986"], sources: ["source:b"] });
  });

  it("shows the value of a source if restricted to it", async () => {
    await load(database, {
      edges: [party("source:a", { validFrom: "1992" }), party("source:b", { validFrom: "1991" })],
    });
    const query = `{ treaty(id: "treaty:t") { parties(sources: ["source:b"]) { edges { validFrom } } } }`;
    expect((await data(server, query)).treaty.parties.edges).toEqual([{ validFrom: "1991" }]);
  });
});

describe("a property reported by two sources", () => {
  const place = async () =>
    (await data(server, '{ treaty(id: "treaty:t") { place signed signedMin } }')).treaty;
  const say = (source: string, properties: Row) =>
    load(database, { source, nodes: [{ type: "Treaty", id: "treaty:t", ...properties }] });

  it("shows the value of the preferred source", async () => {
    await say("source:a", { place: "Almaty" });
    await say("source:b", { place: "Alma-Ata" });
    expect((await place()).place).toBe("Almaty");
    await load(database, { sources: [{ id: "source:b", priority: 5 }] });
    expect((await place()).place).toBe("Alma-Ata");
    await load(database, { sources: [{ id: "source:b", priority: -5 }] });
    expect((await place()).place).toBe("Almaty");
  });

  it("shows the value of a preferred report", async () => {
    await say("source:a", { place: "Almaty" });
    await say("source:b", { place: "Alma-Ata", rank: "PREFERRED" });
    expect((await place()).place).toBe("Alma-Ata");
  });

  it("does not show a deprecated value", async () => {
    await say("source:a", { place: "Almaty", rank: "DEPRECATED" });
    expect((await place()).place).toBeNull();
    await say("source:b", { place: "Alma-Ata" });
    expect((await place()).place).toBe("Alma-Ata");
  });

  it("loses only the value of a source that sets null", async () => {
    await say("source:a", { place: "Almaty", signed: "1992-05-15" });
    await say("source:b", { place: "Alma-Ata" });
    const report = await say("source:a", { place: null });
    expect(outcomes(report)).toEqual(["updated"]);
    expect(report.retracted).toBe(1);
    expect(await place()).toEqual({ place: "Alma-Ata", signed: "1992-05-15", signedMin: "1992-05-15" });
    await say("source:b", { place: null });
    expect((await place()).place).toBeNull();
  });

  it("reports a null next to an unchanged value as a change", async () => {
    await say("source:a", { place: "Almaty", signed: "1992-05-15" });
    const report = await say("source:a", { place: null, signed: "1992-05-15" });
    expect(report).toMatchObject({ updated: 1, unchanged: 0, retracted: 1 });
    expect(await say("source:a", { place: null, signed: "1992-05-15" })).toMatchObject({ unchanged: 1 });
  });

  it("no longer shows a value that is deprecated later", async () => {
    await say("source:a", { place: "Almaty" });
    await say("source:a", { place: "Almaty", rank: "DEPRECATED" });
    expect((await place()).place).toBeNull();
  });

  it("is unchanged by null from a source that never reported it", async () => {
    await say("source:a", { place: "Almaty" });
    await say("source:b", { place: null });
    expect((await place()).place).toBe("Almaty");
    expect(outcomes(await say("source:b", { place: null }))).toEqual(["unchanged"]);
  });

  it("loses its bounds with its date", async () => {
    await say("source:a", { signed: "1992-05" });
    expect((await place()).signedMin).toBe("1992-05-01");
    await say("source:a", { signed: null });
    expect(await place()).toMatchObject({ signed: null, signedMin: null });
  });

  it("keeps its value if another source sets null in the same bundle", async () => {
    await say("source:a", { place: "Almaty" });
    await load(database, {
      nodes: [
        { type: "Treaty", id: "treaty:t", source: "source:a", place: null },
        { type: "Treaty", id: "treaty:t", source: "source:b", place: "Alma-Ata" },
      ],
    });
    expect((await place()).place).toBe("Alma-Ata");
  });

  it("can be set to null by one source while another reports it, even if required", async () => {
    await say("source:b", { kind: "OTHER", name: "T" });
    await say("source:a", { kind: null });
    expect((await data(server, '{ treaty(id: "treaty:t") { kind } }')).treaty.kind).toBe("OTHER");
  });
});

// Case 53.
describe("a row with only an id and one property", () => {
  const FULL = {
    source: "source:a",
    nodes: [
      {
        type: "Treaty",
        id: "treaty:full",
        name: "Full",
        kind: "PEACE",
        signed: "1992-05-15",
        depositary: "Moscow",
        names: [{ text: "Полный", lang: "ru" }],
      },
    ],
    edges: [{ type: "SIGNED", from: "state:aaa", to: "treaty:full", date: "1992-05-15" }],
  };
  const QUERY = `{ treaty(id: "treaty:full") { name kind signed depositary place
    ru: name(lang: "ru") names { totalCount } signatories { nodes { id } } } }`;
  const REST = {
    name: "Full",
    kind: "PEACE",
    signed: "1992-05-15",
    depositary: "Moscow",
    ru: "Полный",
    names: { totalCount: 1 },
    signatories: { nodes: [{ id: "state:aaa" }] },
  };
  const partial = (place: string | null) => ({
    source: "source:a",
    nodes: [{ type: "Treaty", id: "treaty:full", place }],
  });

  it.each([
    [
      "without HTTP, as the command line does",
      (parts: typeof FULL | ReturnType<typeof partial>) => load(database, parts),
    ],
    [
      "by the mutation",
      (parts: typeof FULL | ReturnType<typeof partial>) => applyBundle(server, bundle(parts)),
    ],
  ])("keeps other properties unless null removes them: %s", async (_case, send) => {
    await send(FULL);
    await send(partial("Ташкент"));
    expect((await data(server, QUERY)).treaty).toEqual({ ...REST, place: "Ташкент" });
    await send(partial(null));
    expect((await data(server, QUERY)).treaty).toEqual({ ...REST, place: null });
  });
});

describe("a source that is described again", () => {
  it("keeps its other properties", async () => {
    const report = await load(database, { sources: [{ id: "source:a", title: "A title" }] });
    expect(outcomes(report)).toEqual(["updated"]);
    const { source } = await data(server, '{ source(id: "source:a") { name kind publishedAt title } }');
    expect(source).toEqual({ name: "A", kind: "NEWS", publishedAt: "2020-01-01", title: "A title" });
    expect(outcomes(await load(database, { sources: [{ id: "source:a", title: "A title" }] }))).toEqual([
      "unchanged",
    ]);
  });

  it("is rejected if two bundles loaded together describe it differently", async () => {
    const text = (title: string) => bundle({ sources: [{ id: "source:a", title }] });
    const texts = ["one", "two"].map((title) => ({ file: `${title}.json`, text: text(title) }));
    await expect(loadTexts(database, texts, false)).rejects.toThrow(
      /two\.json:1:\d+: source:a: title is "two" here, but "one" at one\.json:1:\d+/,
    );
  });
});

import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { applyBundle, BASE, bundle, load, outcomes } from "../../fixtures/graph.js";
import { ask, data } from "../../support/ask.js";
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

type Name = Readonly<Record<string, string>>;

const person = (slug: string, ...names: readonly Name[]) => ({
  type: "Person",
  id: `person:${slug}`,
  name: slug,
  names,
});

async function find(text: string): Promise<readonly string[]> {
  const { search } = await data(server, "query ($text: String!) { search(text: $text) { nodes { id } } }", {
    text,
  });
  return search.nodes.map(({ id }: { id: string }) => id);
}

describe("names with е or ё, and with й in one or two characters", () => {
  beforeEach(() =>
    load(database, {
      source: "source:a",
      nodes: [
        person("korolyov", { text: "Королёв", lang: "ru" }),
        person("koroleva", { text: "Королева", lang: "ru" }),
        person("maisky", { text: "Майский".normalize("NFD"), lang: "ru" }),
      ],
    }),
  );

  it.each([
    "Королёв",
    "Королев",
    "КОРОЛЁВ",
    "королев",
    "Королёв".normalize("NFD"),
    "КОРОЛЁВ".normalize("NFD"),
  ])("are found by %s, with Королёв first", async (text) => {
    expect((await find(text))[0]).toBe("person:korolyov");
  });

  it.each(["Королева", "КОРОЛЕВА"])("are found by %s, with Королева first", async (text) => {
    expect((await find(text))[0]).toBe("person:koroleva");
  });

  it.each(["Майский", "Майский".normalize("NFD"), "МАЙСКИЙ"])(
    "are found by %s, also with й in two characters",
    async (text) => {
      expect(await find(text)).toContain("person:maisky");
    },
  );

  it("are the same name when loaded in the other form", async () => {
    const report = await load(database, {
      source: "source:a",
      nodes: [
        person("korolyov", { text: "Королёв".normalize("NFD"), lang: "ru" }),
        person("maisky", { text: "Майский", lang: "ru" }),
      ],
    });
    expect(outcomes(report)).toEqual(["unchanged", "unchanged"]);
    const { person: read } = await data(
      server,
      '{ person(id: "person:maisky") { name(lang: "ru") names { totalCount } } }',
    );
    expect(read).toEqual({ name: "Майский", names: { totalCount: 1 } });
  });

  it("are shown as they were written, with ё", async () => {
    const { person: read } = await data(server, '{ person(id: "person:korolyov") { name(lang: "ru") } }');
    expect(read.name).toBe("Королёв");
  });
});

describe("an abbreviation of two nodes", () => {
  const sb: Name = { text: "СБ", lang: "ru", kind: "ABBR" };
  beforeEach(() =>
    load(database, {
      source: "source:a",
      nodes: ["council", "service"].map((slug) => ({
        type: "Organization",
        id: `org:${slug}`,
        name: slug,
        kind: "BODY",
        names: [sb],
      })),
    }),
  );

  it("finds both nodes", async () => {
    expect([...(await find("СБ"))].sort()).toEqual(["org:council", "org:service"]);
    const { organizations } = await data(
      server,
      "{ organizations { totalCount nodes { names { nodes { ... on Name { id } } } } } }",
    );
    expect(organizations.totalCount).toBe(2);
    const ids = organizations.nodes.map(
      (node: { names: { nodes: { id: string }[] } }) => node.names.nodes[0]?.id,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it("does not merge them when one is described again", async () => {
    await load(database, {
      source: "source:b",
      nodes: [{ type: "Organization", id: "org:council", kind: "BODY", names: [sb] }],
    });
    expect((await data(server, "{ organizations { totalCount } }")).organizations.totalCount).toBe(2);
  });

  it("is rejected as an end in a bundle", async () => {
    const answer = await applyBundle(
      server,
      bundle({
        source: "source:a",
        edges: [{ type: "MEMBER_OF", from: "state:aaa", to: "СБ", role: "MEMBER" }],
      }),
    );
    expect(answer.errors?.[0]?.extensions?.code).toBe("BUNDLE_INVALID");
    expect(answer.errors?.[0]?.message).toMatch(/to: "СБ" is not a valid id/);
  });

  it("is reported as NOT_UNIQUE with both nodes if it is a code", async () => {
    await load(database, {
      source: "source:a",
      nodes: ["council", "service"].map((slug) => ({
        type: "Organization",
        id: `org:${slug}`,
        names: [{ text: "X1", kind: "CODE", scheme: slug }],
      })),
    });
    const response = await fetch(
      `${server.url}/graphql?query=${encodeURIComponent('{ organization(code: "X1") { id } }')}`,
    );
    const { errors } = (await response.json()) as {
      errors: { message: string; extensions: { code: string } }[];
    };
    expect(errors[0]?.extensions.code).toBe("NOT_UNIQUE");
    expect(errors[0]?.message).toMatch(/org:council.*org:service/);
    const { organization } = await data(server, '{ organization(code: "x1", scheme: "service") { id } }');
    expect(organization.id).toBe("org:service");
  });

  it("is resolved by the day if it is a code that passed from one to the other", async () => {
    const had = (slug: string, validity: Name) => ({
      type: "Organization",
      id: `org:${slug}`,
      name: slug,
      kind: "BODY",
      names: [{ text: "365", kind: "CODE", scheme: "cow", ...validity }],
    });
    await load(database, {
      source: "source:a",
      nodes: [
        had("council", { validTo: "1991-12-26" }),
        had("service", { validFrom: "1991-12-26" }),
        had("union", { validFrom: "1991-12-26", validTo: "1991-12-26" }),
      ],
    });
    const asked = async (more: string) => {
      const answer = await ask(server, `{ organization(code: "365", scheme: "cow"${more}) { id } }`);
      return answer.errors?.[0]?.message ?? answer.data.organization.id;
    };
    const all = "This code matches several nodes: org:council, org:service, org:union.";
    expect(await asked("")).toBe(
      `${all} Use the id, or give asOf, a day on which only one of them had the code.`,
    );
    expect(await asked(', asOf: "1991-12-26"')).toBe(`${all} Use the id.`);
    expect(await asked(', asOf: "1991-12-25"')).toBe("org:council");
    expect(await asked(', asOf: "1991-12-27"')).toBe("org:service");
  });
});

describe("a text in a bundle", () => {
  const TEXTS = [
    "0555",
    "1.10",
    "NO",
    "12e3",
    "20180611",
    "2018-06-11",
    "true",
    "null",
    "~",
    "9007199254740993",
    "A/RES/46/36",
    "«ОДКБ» (CSTO)",
    'it\'s "quoted" \\ and `ticked` $x {y} // z',
    "'}) DETACH DELETE n //",
    "строка\nи ещё\tодна",
    "🕊 𐍈 é ﷺ",
    "  spaces  ",
  ];

  it.each(TEXTS)("reaches the graph unchanged: %s", async (text) => {
    const nodes = [
      { type: "Treaty", id: "treaty:t", untsNo: text, name: text, names: [{ text, lang: "und" }] },
    ];
    await load(database, { source: "source:a", nodes });
    const { treaty } = await data(
      server,
      `{ treaty(id: "treaty:t") { untsNo name names { nodes { ... on Name { text } } }
         reportedBy { edges { property value } } } }`,
    );
    expect(treaty).toMatchObject({ untsNo: text, name: text, names: { nodes: [{ text }] } });
    const reported = treaty.reportedBy.edges.find(
      ({ property }: { property: string }) => property === "untsNo",
    );
    expect(reported.value).toBe(text);
  });

  it("reaches the graph unchanged from YAML without quotes", async () => {
    const answer = await applyBundle(
      server,
      `bundle: 1
source: source:a
nodes:
  - { type: Treaty, id: treaty:t, untsNo: 0555, place: NO, depositary: 1.10 }
edges:
  - { type: PARTY_TO, from: state:aaa, to: treaty:t, obligations: [12e3, 20180611, 2018-06-11], locator: 0x1F }
`,
    );
    expect(answer.errors).toBeUndefined();
    const { treaty } = await data(
      server,
      '{ treaty(id: "treaty:t") { untsNo place depositary parties { edges { obligations locator } } } }',
    );
    expect(treaty).toEqual({
      untsNo: "0555",
      place: "NO",
      depositary: "1.10",
      parties: { edges: [{ obligations: ["12e3", "20180611", "2018-06-11"], locator: "0x1F" }] },
    });
  });
});

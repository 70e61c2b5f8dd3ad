import { describe, expect, it } from "vitest";
import { EdgeEmitter } from "../../../src/import/emit/edge-emitter.js";
import { Unresolved } from "../../../src/import/emit/ends.js";
import { NodeEmitter } from "../../../src/import/emit/node-emitter.js";
import { NodeCollector } from "../../../src/import/emit/nodes.js";
import { Tally } from "../../../src/import/emit/tally.js";
import type { LookUp } from "../../../src/import/look-up/look-up.js";
import { RowError } from "../../../src/import/values/row-error.js";
import { type Cells, dataRows, Folder, lookUpOf, mappingOf, node, rowProblem } from "./support.js";

const folder = new Folder();
const TOP =
  "lookups: { state: { types: [State] }, other: { types: [State] }, org: { types: [Organization] } }";

/** The edges of one kind as a function of columns. */
function edges(
  yaml: string,
  lookups: Readonly<Record<string, LookUp>> = {},
  seenUntil: string | null = "2014-12-31",
) {
  const [spec] = mappingOf({ top: TOP, rows: `edges:\n  - ${yaml}` }).rows[0]?.edges ?? [];
  if (!spec) throw new Error("There is no edge in the mapping.");
  const emitter = new EdgeEmitter(spec, new Map(Object.entries(lookups)), seenUntil, undefined);
  return (columns: Cells) => emitter.emit(columns);
}

/** The nodes of one kind as a function of columns. */
function nodes(yaml: string, lookups: Readonly<Record<string, LookUp>> = {}) {
  const [spec] = mappingOf({ top: TOP, rows: `nodes:\n  - ${yaml}` }).rows[0]?.nodes ?? [];
  if (!spec) throw new Error("There is no node in the mapping.");
  const emitter = new NodeEmitter(spec, new Map(Object.entries(lookups)), null);
  return (columns: Cells) => emitter.emit(columns);
}

function unresolved(work: () => unknown): Unresolved {
  try {
    work();
  } catch (error) {
    if (error instanceof Unresolved) return error;
    throw error;
  }
  throw new Error("It was resolved.");
}

const PARTY = `{ type: PARTY_TO, from: "state:{s}", to: "treaty:{t}", properties: { validFrom: "{a}", validTo: "{b}" } }`;

describe("an edge of a row", () => {
  it("has type, ends and its own properties; what is empty is left out", () => {
    expect(edges(PARTY)({ s: "kaz", t: "csto", a: "1992-05-15", b: null })).toEqual([
      {
        type: "PARTY_TO",
        from: "state:kaz",
        to: "treaty:csto",
        properties: { validFrom: "1992-05-15" },
        on: null,
        observedUntil: null,
        locator: "s kaz, t csto",
      },
    ]);
  });

  it("is not made where its condition does not hold, whatever else is wrong", () => {
    const make = edges(PARTY.replace("{ type", "{ when: { b: { not: ~ } }, type"));
    expect(make({ s: null, t: null, a: "x", b: null })).toEqual([]);
    expect(make({ s: "kaz", t: "csto", a: null, b: ".." })).toHaveLength(1);
  });

  it("carries the day of its evidence and how far it was seen", () => {
    const make = edges(
      `{ type: HELD_OFFICE, from: person:p, to: state:kaz, on: "{y}", observedUntil: "{y}-12-31", properties: { title: A, titleText: a } }`,
    );
    expect(make({ y: "1990" })).toMatchObject([{ on: "1990", observedUntil: "1990-12-31" }]);
    expect(make({ y: null })).toMatchObject([{ on: null, observedUntil: null }]);
  });

  it.each(['on: "{y}"', 'observedUntil: "{y}"'])("with %s that is no date is refused", (timed) => {
    const make = edges(
      `{ type: HELD_OFFICE, from: person:p, to: state:kaz, ${timed}, properties: { title: A, titleText: a } }`,
    );
    expect(() => make({ y: "30.02.2018" })).toThrow();
  });

  it("has truth values and numbers in the type of the model", () => {
    const make = edges(
      `{ type: PARTY_TO, from: state:kaz, to: treaty:t, properties: { provisional: "{p}", confidence: "{c}" } }`,
    );
    expect(make({ p: "true", c: "80" })).toMatchObject([
      { properties: { provisional: true, confidence: 80 } },
    ]);
    expect(make({ p: "false", c: "0" })).toMatchObject([
      { properties: { provisional: false, confidence: 0 } },
    ]);
    for (const p of ["1", "yes", "True"]) expect(() => make({ p, c: "1" })).toThrow(RowError);
    for (const c of ["080", "101", "-1", "1.5", "x"]) expect(() => make({ p: "true", c })).toThrow(RowError);
  });

  it("has the texts of a list that apply, none where none does", () => {
    const make = edges(
      `{ type: PARTY_TO, from: state:kaz, to: treaty:t, properties: { obligations: [{ when: { d: "1" }, value: DEFENSE }, { when: { n: "1" }, value: "NEUTRALITY_{n}" }, { when: { d: "1" }, value: "{x}" }] } }`,
    );
    expect(make({ d: "1", n: "1", x: null })[0]?.properties).toEqual({
      obligations: ["DEFENSE", "NEUTRALITY_1"],
    });
    expect(make({ d: "0", n: "1", x: "X" })[0]?.properties).toEqual({ obligations: ["NEUTRALITY_1"] });
    expect(make({ d: "1", n: "0", x: "X" })[0]?.properties).toEqual({ obligations: ["DEFENSE", "X"] });
    expect(make({ d: "0", n: "0", x: "X" })[0]?.properties).toEqual({});
  });

  it("has texts in one Unicode form", () => {
    const make = edges(`{ type: PARTY_TO, from: state:kaz, to: treaty:t, properties: { quote: "{q}" } }`);
    expect(make({ q: "Йод".normalize("NFD") })[0]?.properties).toEqual({ quote: "Йод".normalize("NFC") });
  });
});

describe("an edge is refused with a reason", () => {
  it.each<[string, string, Cells, RegExp]>([
    [
      "with ends the wrong way round",
      `{ type: PARTY_TO, from: "treaty:{t}", to: "state:{s}" }`,
      { t: "t", s: "kaz" },
      /PARTY_TO cannot connect Treaty to State.*State or Territory or Organization → Treaty/,
    ],
    [
      "with ends that it may not have",
      `{ type: VOTED, from: "person:{p}", to: document:d, properties: { position: "YES" } }`,
      { p: "p" },
      /VOTED cannot connect Person to Document/,
    ],
    [
      "without a property that it needs",
      `{ type: MEMBER_OF, from: state:kaz, to: org:un, properties: { role: "{r}" } }`,
      { r: null },
      /role is missing/,
    ],
    [
      "without a property that the mapping does not name",
      `{ type: VOTED, from: state:kaz, to: document:d }`,
      {},
      /position is missing/,
    ],
    [
      "with a code that is nearly right",
      `{ type: VOTED, from: state:kaz, to: document:d, properties: { position: "{v}" } }`,
      { v: "ABSTAINED" },
      /position.*YES, NO, ABSTAIN, ABSENT.*"ABSTAINED".*Did you mean ABSTAIN\?/,
    ],
    [
      "that ends before it begins",
      PARTY,
      { s: "kaz", t: "t", a: "1992-05-15", b: "1992-05-14" },
      /validTo 1992-05-14 is before validFrom 1992-05-15/,
    ],
    ["that ends in a year before", PARTY, { s: "kaz", t: "t", a: "1992-05", b: "1991" }, /is before/],
    [
      "with a day that the calendar has not",
      PARTY,
      { s: "kaz", t: "t", a: "2018-02-30", b: null },
      /validFrom.*2018-02-30/,
    ],
    [
      "with a day in another form",
      PARTY,
      { s: "kaz", t: "t", a: "15.05.1992", b: null },
      /validFrom.*15\.05\.1992/,
    ],
    ["with an open beginning", PARTY, { s: "kaz", t: "t", a: "..", b: null }, /validFrom/],
    [
      "with a year where a day must stand",
      `{ type: VOTED, from: state:kaz, to: document:d, properties: { position: "YES", date: "{d}" } }`,
      { d: "1991" },
      /date must be a full date/,
    ],
    ["with an empty part of an id", PARTY, { s: null, t: "t", a: null, b: null }, /state:\{s\}.*empty/],
    [
      "with an id that is none",
      PARTY,
      { s: "KAZ", t: "t", a: null, b: null },
      /"state:KAZ" is not a valid id/,
    ],
    [
      "with an unknown kind of id",
      `{ type: PARTY_TO, from: "country:{s}", to: treaty:t }`,
      { s: "kaz" },
      /"country:kaz" is not a valid id/,
    ],
  ])("%s", (_case, yaml, columns, message) => {
    expect(rowProblem(() => edges(yaml)(columns)).message).toMatch(message);
  });

  it("one that may end on the day it began, or in the year it began, is right", () => {
    const make = edges(PARTY);
    for (const [a, b] of [
      ["1992-05-15", "1992-05-15"],
      ["1992-05-15", "1992"],
      ["1992", "1992-01-01"],
      [null, "1900"],
      ["1992", ".."],
    ] as const)
      expect(make({ s: "kaz", t: "t", a, b })).toHaveLength(1);
  });

  it("the same wrong value is refused each time", () => {
    const make = edges(`{ type: VOTED, from: state:kaz, to: document:d, properties: { position: "{v}" } }`);
    for (let n = 0; n < 3; n += 1) expect(() => make({ v: "JA" })).toThrow(RowError);
    expect(make({ v: "NO" })).toMatchObject([{ properties: { position: "NO" } }]);
  });
});

describe("an end that is looked up", () => {
  const END = `{ type: PARTY_TO, from: { lookup: state, code: "{c}", name: "{n}", on: "{d}" }, to: treaty:t }`;
  const NAMES = {
    Germany: [node("state:frg", "1949-05-23", "1990-10-02"), node("state:gdr", "1949-10-07", "1990-10-02")],
  };

  it("is the node that is found", async () => {
    const state = await lookUpOf({ codes: { "2": [node("state:usa")] } });
    expect(edges(END, { state })({ c: "2", n: null, d: "1990" })).toMatchObject([{ from: "state:usa" }]);
  });

  it("that is ambiguous is told with all candidates, and refused", async () => {
    const state = await lookUpOf({ names: NAMES });
    const error = unresolved(() => edges(END, { state })({ c: "260", n: "Germany", d: "1970" }));
    expect(error).toMatchObject({ isLeftOut: false, candidates: ["state:frg", "state:gdr"] });
    expect(error.message).toMatch(/State.*260.*"Germany".*1970.*state:frg, state:gdr/);
  });

  it("is refused, left out or made new where none is found, as the mapping says", async () => {
    const columns = { c: "9", n: null, d: null };
    const create = END.replace('"{d}"', '"{d}", create: "state:new-{c}"');
    const [fail, skip, made] = await Promise.all(
      ["fail", "skip", "create"].map((word) => lookUpOf({ spec: `onMissing: ${word}` })),
    );
    if (!fail || !skip || !made) throw new Error("A look-up is missing.");
    expect(unresolved(() => edges(create, { state: fail })(columns)).isLeftOut).toBe(false);
    expect(unresolved(() => edges(create, { state: skip })(columns)).isLeftOut).toBe(true);
    expect(edges(create, { state: made })(columns)).toMatchObject([{ from: "state:new-9" }]);
    expect(unresolved(() => edges(create, { state: made })({ ...columns, c: null })).isLeftOut).toBe(false);
  });

  it("that is ambiguous, or known to be none, makes nothing new", async () => {
    const create = END.replace('"{d}"', '"{d}", create: "state:new"');
    const state = await lookUpOf({
      names: NAMES,
      aliases: "name,from,to,id\nNobody,,,\n",
      spec: "onMissing: create, aliases: [aliases.csv]",
      folder,
    });
    const make = edges(create, { state });
    expect(unresolved(() => make({ c: null, n: "Germany", d: "1970" })).isLeftOut).toBe(false);
    expect(unresolved(() => make({ c: null, n: "Nobody", d: null })).isLeftOut).toBe(true);
  });

  it("is looked up otherwise only where nothing at all is found", async () => {
    const yaml = END.replace('"{d}"', '"{d}", otherwise: { lookup: other, name: "{n}" }');
    const state = await lookUpOf({
      names: NAMES,
      aliases: "name,from,to,id\nNobody,,,\n",
      spec: "aliases: [aliases.csv]",
      folder,
    });
    const all = ["Germany", "Nobody", "Chad"].map((name) => [name, [node(`state:${name.toLowerCase()}`)]]);
    const make = edges(yaml, { state, other: await lookUpOf({ names: Object.fromEntries(all) }) });
    expect(make({ c: null, n: "Chad", d: "1970" })).toMatchObject([{ from: "state:chad" }]);
    expect(unresolved(() => make({ c: null, n: "Germany", d: "1970" })).candidates).toHaveLength(2);
    expect(unresolved(() => make({ c: null, n: "Nobody", d: "1970" })).isLeftOut).toBe(true);
  });

  it("without code and name says that both are empty", async () => {
    const state = await lookUpOf({});
    expect(unresolved(() => edges(END, { state })({ c: null, n: null, d: null })).message).toMatch(/empty/);
  });

  it("gives a property the id of a node", async () => {
    const state = await lookUpOf({ names: { Chad: [node("state:tcd")] } });
    const make = edges(
      `{ type: PARTICIPATED, from: person:p, to: meeting:m, properties: { role: SPEAKER, onBehalfOf: { lookup: state, name: "{n}" } } }`,
      { state },
    );
    expect(make({ n: "Chad" })).toMatchObject([{ properties: { onBehalfOf: "state:tcd" } }]);
    expect(unresolved(() => make({ n: "Nowhere" })).asked).toContain("Nowhere");
  });
});

describe("an end that an alias finds against the letter of the file", () => {
  const END = `{ type: PARTY_TO, from: { lookup: state, code: "{c}", name: "{n}", on: "1960" }, to: treaty:t, properties: { basis: "{basis}" } }`;
  const ROWS = `name,from,to,id
TW,,1971-10-25,state:chn
260,,1970-12-31,state:deu
Formosa,,,state:twn
Peking,,,state:chn
`;
  const state = () =>
    lookUpOf({
      codes: { TW: [node("state:twn")], "260": [node("state:deu", "1971-01-01")] },
      names: { Formosa: [node("state:twn", "2000-01-01")] },
      aliases: ROWS,
      spec: "aliases: [aliases.csv]",
      folder,
    });
  const make = async () => edges(END, { state: await state() });
  const row = (c: string | null, n: string | null, basis: string | null = null) => ({ c, n, basis });

  it("is inferred, and the edge keeps the code", async () => {
    expect((await make())(row("TW", "Formosa"))).toMatchObject([
      { from: "state:chn", properties: { basis: "INFERRED", sourceCode: "TW" } },
    ]);
  });

  it("keeps the name where the name led to the node", async () => {
    expect((await make())(row("86", "Peking"))).toMatchObject([
      { from: "state:chn", properties: { basis: "INFERRED", sourceCode: "Peking" } },
    ]);
  });

  it("has the basis that the mapping states", async () => {
    expect((await make())(row("TW", null, "STATED"))).toMatchObject([
      { properties: { basis: "STATED", sourceCode: "TW" } },
    ]);
  });

  it("is as the file has it where the alias only adds days to a code or name of the node", async () => {
    for (const [c, n, from] of [
      ["260", null, "state:deu"],
      [null, "Formosa", "state:twn"],
    ] as const) {
      expect((await make())(row(c, n))).toMatchObject([{ from, properties: {} }]);
      expect((await make())(row(c, n))[0]?.properties).toEqual({});
    }
  });

  it("is marked in each part of a divided spell", async () => {
    const yaml = `{ type: PARTY_TO, from: { lookup: state, code: "{c}", along: true }, to: treaty:t, properties: { validFrom: "{a}", validTo: "{b}" } }`;
    const parts = edges(yaml, { state: await state() })({ c: "TW", a: "1960", b: "1980" });
    expect(parts).toMatchObject([
      { from: "state:chn", properties: { validTo: "1971-10-25", sourceCode: "TW" } },
      { from: "state:twn", properties: { validFrom: "1971-10-26" } },
    ]);
    expect(parts[1]?.properties).not.toHaveProperty("sourceCode");
  });

  it("is marked where the node is the value of a property", async () => {
    const yaml = `{ type: PARTICIPATED, from: person:p, to: meeting:m, properties: { role: SPEAKER, onBehalfOf: { lookup: state, code: "{c}", on: "1960" } } }`;
    expect(edges(yaml, { state: await state() })({ c: "TW" })).toMatchObject([
      { properties: { onBehalfOf: "state:chn", basis: "INFERRED", sourceCode: "TW" } },
    ]);
  });

  it("is marked in what is said of a node", async () => {
    const yaml = `{ type: State, id: { lookup: state, code: "{c}", on: "1960" } }`;
    const evidence = { basis: "INFERRED", sourceCode: "TW" };
    expect(nodes(yaml, { state: await state() })({ c: "TW" })).toMatchObject({ id: "state:chn", evidence });
  });
});

describe("an edge along a code that passes to another node", () => {
  const CODES = { "1": [node("state:a", "1900-01-01", "1949-12-31"), node("state:b", "1950-01-01")] };
  const YAML = `{ type: PARTY_TO, from: { lookup: state, code: "{c}", along: true }, to: treaty:t, properties: { validFrom: "{a}", validTo: "{b}", basis: "{basis}" } }`;
  const make = async () => edges(YAML, { state: await lookUpOf({ codes: CODES }) });
  const spell = (a: string | null, b: string | null, basis: string | null = null) => ({
    c: "1",
    a,
    b,
    basis,
  });

  it("within one node stays as the source has it", async () => {
    expect((await make())(spell("1910", "1920"))).toMatchObject([
      { from: "state:a", properties: { validFrom: "1910", validTo: "1920" } },
    ]);
    expect((await make())(spell("1910", "1920"))[0]?.properties).not.toHaveProperty("basis");
  });

  it("is divided: the bounds between are those of the nodes, and inferred", async () => {
    expect((await make())(spell("1910", "1999-06-30", "STATED"))).toMatchObject([
      { from: "state:a", properties: { validFrom: "1910", validTo: "1949-12-31", basis: "INFERRED" } },
      { from: "state:b", properties: { validFrom: "1950-01-01", validTo: "1999-06-30", basis: "INFERRED" } },
    ]);
  });

  it("without an end goes on with the last", async () => {
    for (const end of [null, ".."]) {
      const parts = (await make())(spell("1910", end));
      expect(parts.map(({ from }) => from)).toEqual(["state:a", "state:b"]);
      expect(parts.map(({ properties }) => properties.validTo)).toEqual(["1949-12-31", end ?? undefined]);
    }
  });

  describe("whose end is not known", () => {
    const SEEN = YAML.replace("to: treaty:t", 'to: treaty:t, observedUntil: "{seen}"');
    const holders = async (seen: string | null, ofLoad: string | null) => {
      const all = edges(SEEN, { state: await lookUpOf({ codes: CODES }) }, ofLoad);
      return all({ ...spell("1910", null), seen }).map(({ from, properties }) => [from, properties.validTo]);
    };
    const UNDIVIDED = [["state:a", undefined]];
    const DIVIDED = [
      ["state:a", "1949-12-31"],
      ["state:b", undefined],
    ];

    it("goes on to an heir only if the row was observed in the time of the heir", async () => {
      expect(await holders("1944-12-31", "2014-12-31")).toEqual(UNDIVIDED);
      expect(await holders("1949-12-31", "2014-12-31")).toEqual(UNDIVIDED);
      expect(await holders("1951-06-30", "2014-12-31")).toEqual(DIVIDED);
    });

    it("is as observed as the whole data set where the row does not say", async () => {
      expect(await holders(null, "2014-12-31")).toEqual(DIVIDED);
      expect(await holders(null, "1944-12-31")).toEqual(UNDIVIDED);
    });

    it("is known of its start alone where nothing says how far it was observed", async () => {
      expect(await holders(null, null)).toEqual(UNDIVIDED);
    });

    it("is the heir's alone if the spell starts in the time of the heir", async () => {
      const all = edges(SEEN, { state: await lookUpOf({ codes: CODES }) }, null);
      expect(all({ ...spell("1960", null), seen: "1965-12-31" })).toMatchObject([{ from: "state:b" }]);
    });

    it("goes on to every heir if it is stated to last", async () => {
      const all = edges(SEEN, { state: await lookUpOf({ codes: CODES }) }, null);
      const parts = all({ ...spell("1910", ".."), seen: "1944-12-31" });
      expect(parts.map(({ from, properties }) => [from, properties.validTo])).toEqual([
        ["state:a", "1949-12-31"],
        ["state:b", ".."],
      ]);
    });
  });

  it("without a beginning begins with the first", async () => {
    const parts = (await make())(spell(null, "1999"));
    expect(parts.map(({ properties }) => properties.validFrom)).toEqual([undefined, "1950-01-01"]);
  });

  it("known to the year has a part of the heir only where it is sure to reach into its time", async () => {
    const ends = async (a: string, b: string) => (await make())(spell(a, b)).map(({ from }) => from);
    expect(await ends("1940", "1950-06")).toEqual(["state:a", "state:b"]);
    expect(await ends("1940", "1949")).toEqual(["state:a"]);
    expect(await ends("1940", "1945/1960")).toEqual(["state:a"]);
    expect(await ends("1950", "1960")).toEqual(["state:b"]);
    expect(await ends("1945", "1945")).toEqual(["state:a"]);
  });

  it("for a code that nobody has is unresolved", async () => {
    const all = await make();
    expect(unresolved(() => all({ ...spell("1910", "1920"), c: "9" })).asked).toContain("code 9");
    expect(unresolved(() => all(spell("1800", "1810"))).candidates).toHaveLength(2);
  });

  const ALIASED = (rows: string, codes: Parameters<typeof lookUpOf>[0]["codes"] = {}) =>
    lookUpOf({ codes, aliases: `name,from,to,id\n${rows}`, spec: "aliases: [aliases.csv]", folder });

  it("that an alias says to be nobody's is left out", async () => {
    const state = await ALIASED("1,1900-01-01,,\n", { "1": [node("state:a")] });
    expect(unresolved(() => edges(YAML, { state })(spell("1910", "1999"))).isLeftOut).toBe(true);
  });

  it("that is that of two nodes on the same days is not decided", async () => {
    const state = await ALIASED("1,1900-01-01,1989-12-31,state:x\n1,1900-01-01,1989-12-31,state:y\n");
    const error = unresolved(() => edges(YAML, { state })(spell("1910", "1920")));
    expect(error).toMatchObject({ isLeftOut: false, candidates: ["state:x", "state:y"] });
  });

  it("at both ends joins those parts that have days in common", async () => {
    const org = await lookUpOf({
      codes: { "7": [node("org:x", "1900-01-01", "1959-12-31"), node("org:y", "1960-01-01")] },
    });
    const state = await lookUpOf({ codes: CODES });
    const both = edges(
      `{ type: MEMBER_OF, from: { lookup: state, code: "1", along: true }, to: { lookup: org, code: "7", along: true }, properties: { role: MEMBER, validFrom: "1910", validTo: "1999" } }`,
      { state, org },
    );
    expect(
      both({}).map(({ from, to, properties }) => [from, to, properties.validFrom, properties.validTo]),
    ).toEqual([
      ["state:a", "org:x", "1910", "1949-12-31"],
      ["state:b", "org:x", "1950-01-01", "1959-12-31"],
      ["state:b", "org:y", "1960-01-01", "1999"],
    ]);
  });
});

describe("a node of a row", () => {
  const YAML = `{ type: Treaty, id: "treaty:{id}", label: "Treaty {id}", properties: { kind: OTHER, signed: "{d}" }, names: [{ text: "{n|trim}", lang: en }, { text: "{id}", kind: CODE, scheme: cow-alliance }] }`;

  it("has its properties, its names with their script, and what to call it", () => {
    expect(nodes(YAML)({ id: "7", d: "1949-04-04", n: " North  Atlantic Treaty " })).toEqual({
      label: "Treaty",
      id: "treaty:7",
      properties: { kind: "OTHER", signed: "1949-04-04" },
      names: [
        { properties: { text: "North Atlantic Treaty", kind: "NAME", lang: "en", script: "Latn" }, edge: {} },
        { properties: { text: "7", kind: "CODE", scheme: "cow-alliance" }, edge: {} },
      ],
      evidence: {},
      callIt: "Treaty 7",
      covers: [],
      locator: "id 7",
    });
  });

  it("leaves out what is empty", () => {
    expect(nodes(YAML)({ id: "7", d: null, n: null })).toMatchObject({
      properties: { kind: "OTHER" },
      names: [{ properties: { kind: "CODE" } }],
    });
  });

  it("has the evidence that the mapping gives", () => {
    const yaml = YAML.replace("{ type", '{ evidence: { basis: INFERRED, sourceCode: "{n}" }, type');
    const row = { id: "7", d: null };
    expect(nodes(yaml)({ ...row, n: "x" })?.evidence).toEqual({ basis: "INFERRED", sourceCode: "x" });
    expect(nodes(yaml)({ ...row, n: null })?.evidence).toEqual({ basis: "INFERRED" });
  });

  it("is not made where its condition does not hold", () => {
    expect(
      nodes(YAML.replace("{ type", "{ when: { n: { not: ~ } }, type"))({ id: null, d: "x", n: null }),
    ).toBeUndefined();
  });

  it.each<[string, string, Cells, RegExp]>([
    ["a date that is none", YAML, { id: "7", d: "4 April 1949", n: "x" }, /signed/],
    ["an id that is none", YAML, { id: "Ц 7", d: null, n: "x" }, /is not a valid id/],
    [
      "a code without its scheme",
      `{ type: Treaty, id: "treaty:t", names: [{ text: "{n}", kind: CODE }] }`,
      { n: "7" },
      /scheme/,
    ],
  ])("is refused with %s", (_case, yaml, columns, message) => {
    expect(rowProblem(() => nodes(yaml)(columns)).message).toMatch(message);
  });
});

describe("ifCreated", () => {
  const SPEC = `id: { lookup: state, code: "{c}", create: "state:new-{c}" }, properties: { region: Asia }, ifCreated: { existsFrom: "{d}" }`;
  const make = async (codes: Parameters<typeof lookUpOf>[0]["codes"] = {}) =>
    nodes(`{ type: State, ${SPEC} }`, {
      state: await lookUpOf({ codes, spec: "onMissing: create" }),
    })({ c: "7", d: "1990" });

  it("describes a node that the look-up does not find", async () => {
    expect(await make()).toMatchObject({
      id: "state:new-7",
      properties: { region: "Asia", existsFrom: "1990" },
    });
  });

  it("describes the same node when a later import finds it", async () => {
    const found = await make({ "7": [node("state:new-7")] });
    expect(found?.properties).toEqual({ region: "Asia", existsFrom: "1990" });
  });

  it("leaves out a node that is known from elsewhere", async () => {
    const found = await make({ "7": [node("state:kaz")] });
    expect(found).toMatchObject({ id: "state:kaz", properties: { region: "Asia" } });
    expect(found?.properties).not.toHaveProperty("existsFrom");
  });

  it("takes the id that is created when the second look-up finds nothing either", async () => {
    const other = `{ lookup: other, code: "{c}", create: "state:other-{c}" }`;
    const yaml = `{ type: State, id: { lookup: state, code: "{c}", create: "state:new-{c}", otherwise: ${other} }, ifCreated: { existsFrom: "{d}" } }`;
    const found = nodes(yaml, {
      state: await lookUpOf({ spec: "onMissing: create" }),
      other: await lookUpOf({ spec: "onMissing: create" }),
    })({ c: "7", d: "1990" });
    expect(found).toMatchObject({ id: "state:other-7", properties: { existsFrom: "1990" } });
  });
});

describe("a node that several rows describe", () => {
  const MAKE = nodes(
    `{ type: Treaty, id: "treaty:t", label: "{l}", locator: "no. {no}", properties: { kind: OTHER, signed: "{d}", place: "{p}" }, names: [{ text: "{n}", lang: en }] }`,
  );
  const row = (more: Cells): Cells => ({ d: null, p: null, n: null, l: null, no: "1", ...more });
  const collect = (all: readonly Cells[]) => {
    const collector = new NodeCollector("source:test", "source:test.labels");
    dataRows(all).forEach((one) => {
      const made = MAKE(one.columns);
      if (made) collector.add(made, one);
    });
    return collector;
  };

  it("is one node with the properties and names of all of them, each name once", () => {
    const { all } = collect([
      row({ d: "1949", n: "A" }),
      row({ p: "Washington", n: "B", no: "2" }),
      row({ d: "1949", n: "A" }),
    ]);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({
      id: "treaty:t",
      sourceId: "source:test",
      properties: { kind: "OTHER", signed: "1949", place: "Washington" },
      evidence: { locator: "no. 1" },
      at: { file: "data.csv", line: 2 },
    });
    expect(all[0]?.names.map(({ properties, at }) => [properties.text, at.line])).toEqual([
      ["A", 2],
      ["B", 3],
    ]);
  });

  it("is refused where one row says otherwise; both values and the line of the first are told", () => {
    const { message } = rowProblem(() => collect([row({ d: "1949" }), row({ d: "1950" })]));
    expect(message).toMatch(/treaty:t.*signed.*"1950".*"1949".*line 2/);
  });

  it("keeps what was said before the row that disagrees", () => {
    const collector = collect([row({ d: "1949" })]);
    const made = MAKE(row({ d: "1950", n: "B", p: "Rome" }));
    if (!made) throw new Error("There is no node.");
    expect(() => collector.add(made, { columns: {}, file: "data.csv", line: 9 })).toThrow(RowError);
    expect(collector.all).toMatchObject([{ properties: { signed: "1949" }, names: [] }]);
    expect(collector.all[0]?.properties).not.toHaveProperty("place");
  });

  it("is called by the first label, which is no word of the source", () => {
    const collector = collect([row({ l: null }), row({ l: "First" }), row({ l: "Second" })]);
    expect(collector.hasLabels).toBe(true);
    expect(collector.all).toHaveLength(2);
    expect(collector.all[1]).toMatchObject({
      id: "treaty:t",
      sourceId: "source:test.labels",
      properties: { name: "First" },
      names: [],
      evidence: { basis: "INFERRED" },
    });
    expect(collect([row({})]).hasLabels).toBe(false);
  });
});

describe("what became of rows", () => {
  it("refused rows are counted and told with place, column and reason", () => {
    const tally = new Tally();
    tally.reject({ file: "data.csv", line: 3 }, new RowError("state", "is empty"));
    expect(tally.rejectedRows).toBe(1);
    expect(tally.rejected).toEqual([{ at: "data.csv:3", column: "state", reason: "is empty" }]);
    expect(tally.unresolved).toEqual([]);
  });

  it("names that lead nowhere are told once, with the number of their rows, the most frequent first", async () => {
    const state = await lookUpOf({ names: { Chad: [node("state:tcd")] } });
    const make = edges(`{ type: PARTY_TO, from: { lookup: state, name: "{n}" }, to: treaty:t }`, { state });
    const tally = new Tally();
    ["Atlantis and more", "Chadd", "Chadd"].forEach((n, index) => {
      tally.reject(
        { file: "data.csv", line: index + 2 },
        unresolved(() => make({ n })),
      );
    });
    expect(tally.unresolved).toEqual([
      {
        ...{ asked: '"Chadd"', code: null, name: "Chadd", types: ["State"], from: null, to: null },
        ...{ candidates: ["state:tcd"], rows: 2, first: "data.csv:3" },
      },
      {
        ...{ asked: '"Atlantis and more"', code: null, name: "Atlantis and more", types: ["State"] },
        ...{ from: null, to: null, candidates: [], rows: 1, first: "data.csv:2" },
      },
    ]);
    expect([tally.rejectedRows, tally.unresolvedRows]).toEqual([3, 0]);
  });

  it("rows that the mapping leaves out are not refused, but told", async () => {
    const state = await lookUpOf({ spec: "onMissing: skip" });
    const make = edges(`{ type: PARTY_TO, from: { lookup: state, name: "{n}" }, to: treaty:t }`, { state });
    const tally = new Tally();
    tally.reject(
      { file: "data.csv", line: 2 },
      unresolved(() => make({ n: "X" })),
    );
    expect([tally.rejectedRows, tally.unresolvedRows, tally.rejected.length]).toEqual([0, 1, 0]);
    expect(tally.unresolved).toHaveLength(1);
  });

  it("an error of the program is no error of a row", () => {
    expect(() => new Tally().reject({ file: "data.csv", line: 2 }, new TypeError("x"))).toThrow(TypeError);
  });
});

describe("where a row is in its source", () => {
  const VOTE = `{ type: VOTED, from: { lookup: state, code: "{code}", name: "{country}" }, to: "document:call-{rcid}", properties: { position: "YES" } }`;
  const place = async (yaml: string, columns: Cells) => {
    const state = await lookUpOf({
      codes: { "1": [node("state:a")] },
      names: { Zanzibar: [node("state:z")] },
    });
    return edges(yaml, { state })(columns)[0]?.locator;
  };

  it("is said by the columns that identify its ends, whatever line it is in", async () => {
    expect(await place(VOTE, { code: "1", country: "A", rcid: "77", $line: "9" })).toBe("code 1, rcid 77");
  });

  it("is said by the name if there is no code", async () => {
    expect(await place(VOTE, { code: null, country: "Zanzibar", rcid: "77" })).toBe(
      "country Zanzibar, rcid 77",
    );
  });

  it("names a column once, in all forms in which it is used", async () => {
    const yaml = `{ type: SIGNED, from: "state:{s|lower}", to: { lookup: org, code: { first: ["{s}", "{t}"] } } }`;
    const org = await lookUpOf({ codes: { AA: [node("treaty:aa")] } });
    expect(edges(yaml, { org })({ s: "AA", t: null })[0]?.locator).toBe("s AA");
  });

  it("is nowhere if the mapping names both ends itself", async () => {
    expect(await place("{ type: PARTY_TO, from: state:a, to: treaty:t }", {})).toBeNull();
  });

  it("is no longer than a locator may be", async () => {
    const name = "x".repeat(600);
    const state = await lookUpOf({ names: { [name]: [node("state:x")] } });
    const make = edges(`{ type: PARTY_TO, from: { lookup: state, name: "{n}" }, to: treaty:t }`, { state });
    expect(make({ n: name })[0]?.locator).toHaveLength(500);
  });

  it("is for a node what identifies the node, or what the mapping says", () => {
    const YAML = `{ type: Treaty, id: "treaty:{id}", label: "Treaty {n}" }`;
    expect(nodes(YAML)({ id: "7", n: "x" })?.locator).toBe("id 7");
    expect(nodes(YAML.replace("{ type", '{ locator: "no. {id}", type'))({ id: "7", n: "x" })?.locator).toBe(
      "no. 7",
    );
  });
});

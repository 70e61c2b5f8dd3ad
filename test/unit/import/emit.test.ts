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
  it("has its type, ends and properties, without empty values", () => {
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

  it("is not made if its condition is false, whatever else is wrong", () => {
    const make = edges(PARTY.replace("{ type", "{ when: { b: { not: ~ } }, type"));
    expect(make({ s: null, t: null, a: "x", b: null })).toEqual([]);
    expect(make({ s: "kaz", t: "csto", a: null, b: ".." })).toHaveLength(1);
  });

  it("has the day of its evidence and the day until which it was observed", () => {
    const make = edges(
      `{ type: HELD_OFFICE, from: person:p, to: state:kaz, on: "{y}", observedUntil: "{y}-12-31", properties: { title: A, titleText: a } }`,
    );
    expect(make({ y: "1990" })).toMatchObject([{ on: "1990", observedUntil: "1990-12-31" }]);
    expect(make({ y: null })).toMatchObject([{ on: null, observedUntil: null }]);
  });

  it.each(['on: "{y}"', 'observedUntil: "{y}"'])("is rejected if %s is not a valid date", (timed) => {
    const make = edges(
      `{ type: HELD_OFFICE, from: person:p, to: state:kaz, ${timed}, properties: { title: A, titleText: a } }`,
    );
    expect(() => make({ y: "30.02.2018" })).toThrow();
  });

  it("has booleans and numbers in the type of the model", () => {
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

  it("has the list items whose conditions are true", () => {
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

  it("has texts in Unicode form NFC", () => {
    const make = edges(`{ type: PARTY_TO, from: state:kaz, to: treaty:t, properties: { quote: "{q}" } }`);
    expect(make({ q: "Йод".normalize("NFD") })[0]?.properties).toEqual({ quote: "Йод".normalize("NFC") });
  });
});

describe("an invalid edge", () => {
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
  ])("is rejected with a reason: %s", (_case, yaml, columns, message) => {
    expect(rowProblem(() => edges(yaml)(columns)).message).toMatch(message);
  });

  it("is not confused with one that may end when it began", () => {
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

  it("is rejected each time", () => {
    const make = edges(`{ type: VOTED, from: state:kaz, to: document:d, properties: { position: "{v}" } }`);
    for (let n = 0; n < 3; n += 1) expect(() => make({ v: "JA" })).toThrow(RowError);
    expect(make({ v: "NO" })).toMatchObject([{ properties: { position: "NO" } }]);
  });
});

describe("a look-up of an end", () => {
  const END = `{ type: PARTY_TO, from: { lookup: state, code: "{c}", name: "{n}", on: "{d}" }, to: treaty:t }`;
  const NAMES = {
    Germany: [node("state:frg", "1949-05-23", "1990-10-02"), node("state:gdr", "1949-10-07", "1990-10-02")],
  };

  it("returns the node that it finds", async () => {
    const state = await lookUpOf({ codes: { "2": [node("state:usa")] } });
    expect(edges(END, { state })({ c: "2", n: null, d: "1990" })).toMatchObject([{ from: "state:usa" }]);
  });

  it("is rejected with all candidates if it is ambiguous", async () => {
    const state = await lookUpOf({ names: NAMES });
    const error = unresolved(() => edges(END, { state })({ c: "260", n: "Germany", d: "1970" }));
    expect(error).toMatchObject({ isLeftOut: false, candidates: ["state:frg", "state:gdr"] });
    expect(error.message).toMatch(/State.*260.*"Germany".*1970.*state:frg, state:gdr/);
  });

  it("rejects, skips or creates a missing node as the mapping says", async () => {
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

  it("creates nothing if it is ambiguous or if an alias says that there is no node", async () => {
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

  it("tries the alternative only if nothing at all is found", async () => {
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

  it("reports that both code and name are empty", async () => {
    const state = await lookUpOf({});
    expect(unresolved(() => edges(END, { state })({ c: null, n: null, d: null })).message).toMatch(/empty/);
  });

  it("can be the value of a property", async () => {
    const state = await lookUpOf({ names: { Chad: [node("state:tcd")] } });
    const make = edges(
      `{ type: PARTICIPATED, from: person:p, to: meeting:m, properties: { role: SPEAKER, onBehalfOf: { lookup: state, name: "{n}" } } }`,
      { state },
    );
    expect(make({ n: "Chad" })).toMatchObject([{ properties: { onBehalfOf: "state:tcd" } }]);
    expect(unresolved(() => make({ n: "Nowhere" })).asked).toContain("Nowhere");
  });
});

describe("an end that an alias corrects", () => {
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

  it("is inferred and keeps the code of the file", async () => {
    expect((await make())(row("TW", "Formosa"))).toMatchObject([
      { from: "state:chn", properties: { basis: "INFERRED", sourceCode: "TW" } },
    ]);
  });

  it("keeps the name of the file if the name led to the node", async () => {
    expect((await make())(row("86", "Peking"))).toMatchObject([
      { from: "state:chn", properties: { basis: "INFERRED", sourceCode: "Peking" } },
    ]);
  });

  it("has the basis that the mapping states", async () => {
    expect((await make())(row("TW", null, "STATED"))).toMatchObject([
      { properties: { basis: "STATED", sourceCode: "TW" } },
    ]);
  });

  it("is stated if the alias only adds days to a code or name of the node", async () => {
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

  it("is marked in reports on a node", async () => {
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

  it("is unchanged within one node", async () => {
    expect((await make())(spell("1910", "1920"))).toMatchObject([
      { from: "state:a", properties: { validFrom: "1910", validTo: "1920" } },
    ]);
    expect((await make())(spell("1910", "1920"))[0]?.properties).not.toHaveProperty("basis");
  });

  it("is divided at the bounds of the nodes, which are inferred", async () => {
    expect((await make())(spell("1910", "1999-06-30", "STATED"))).toMatchObject([
      { from: "state:a", properties: { validFrom: "1910", validTo: "1949-12-31", basis: "INFERRED" } },
      { from: "state:b", properties: { validFrom: "1950-01-01", validTo: "1999-06-30", basis: "INFERRED" } },
    ]);
  });

  it("continues with the last node if it has no end", async () => {
    for (const end of [null, ".."]) {
      const parts = (await make())(spell("1910", end));
      expect(parts.map(({ from }) => from)).toEqual(["state:a", "state:b"]);
      expect(parts.map(({ properties }) => properties.validTo)).toEqual(["1949-12-31", end ?? undefined]);
    }
  });

  describe("with an unknown end", () => {
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

    it("continues with an heir only if the row was observed in the time of the heir", async () => {
      expect(await holders("1944-12-31", "2014-12-31")).toEqual(UNDIVIDED);
      expect(await holders("1949-12-31", "2014-12-31")).toEqual(UNDIVIDED);
      expect(await holders("1951-06-30", "2014-12-31")).toEqual(DIVIDED);
    });

    it("is observed as long as the whole data set by default", async () => {
      expect(await holders(null, "2014-12-31")).toEqual(DIVIDED);
      expect(await holders(null, "1944-12-31")).toEqual(UNDIVIDED);
    });

    it("has only a start if nothing states how long it was observed", async () => {
      expect(await holders(null, null)).toEqual(UNDIVIDED);
    });

    it("belongs to the heir if it starts in the time of the heir", async () => {
      const all = edges(SEEN, { state: await lookUpOf({ codes: CODES }) }, null);
      expect(all({ ...spell("1960", null), seen: "1965-12-31" })).toMatchObject([{ from: "state:b" }]);
    });

    it("continues with every heir if it is stated to be open", async () => {
      const all = edges(SEEN, { state: await lookUpOf({ codes: CODES }) }, null);
      const parts = all({ ...spell("1910", ".."), seen: "1944-12-31" });
      expect(parts.map(({ from, properties }) => [from, properties.validTo])).toEqual([
        ["state:a", "1949-12-31"],
        ["state:b", ".."],
      ]);
    });
  });

  it("starts with the first node if it has no start", async () => {
    const parts = (await make())(spell(null, "1999"));
    expect(parts.map(({ properties }) => properties.validFrom)).toEqual([undefined, "1950-01-01"]);
  });

  it("is known to the year and continues with an heir only if it certainly reaches its time", async () => {
    const ends = async (a: string, b: string) => (await make())(spell(a, b)).map(({ from }) => from);
    expect(await ends("1940", "1950-06")).toEqual(["state:a", "state:b"]);
    expect(await ends("1940", "1949")).toEqual(["state:a"]);
    expect(await ends("1940", "1945/1960")).toEqual(["state:a"]);
    expect(await ends("1950", "1960")).toEqual(["state:b"]);
    expect(await ends("1945", "1945")).toEqual(["state:a"]);
  });

  it("is unresolved if nobody has the code", async () => {
    const all = await make();
    expect(unresolved(() => all({ ...spell("1910", "1920"), c: "9" })).asked).toContain("code 9");
    expect(unresolved(() => all(spell("1800", "1810"))).candidates).toHaveLength(2);
  });

  const ALIASED = (rows: string, codes: Parameters<typeof lookUpOf>[0]["codes"] = {}) =>
    lookUpOf({ codes, aliases: `name,from,to,id\n${rows}`, spec: "aliases: [aliases.csv]", folder });

  it("is left out if an alias says that the code has no node", async () => {
    const state = await ALIASED("1,1900-01-01,,\n", { "1": [node("state:a")] });
    expect(unresolved(() => edges(YAML, { state })(spell("1910", "1999"))).isLeftOut).toBe(true);
  });

  it("is ambiguous if two nodes have the code on the same days", async () => {
    const state = await ALIASED("1,1900-01-01,1989-12-31,state:x\n1,1900-01-01,1989-12-31,state:y\n");
    const error = unresolved(() => edges(YAML, { state })(spell("1910", "1920")));
    expect(error).toMatchObject({ isLeftOut: false, candidates: ["state:x", "state:y"] });
  });

  it("combines the parts of both ends that overlap", async () => {
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

  it("has its properties, its names with their script, and a label", () => {
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

  it("is not made if its condition is false", () => {
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
  ])("is rejected with %s", (_case, yaml, columns, message) => {
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

  it("leaves out a node that another source knows", async () => {
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

  it("is one node with the properties and names of all rows", () => {
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

  it("is rejected if rows contradict each other, with both values and the first line", () => {
    const { message } = rowProblem(() => collect([row({ d: "1949" }), row({ d: "1950" })]));
    expect(message).toMatch(/treaty:t.*signed.*"1950".*"1949".*line 2/);
  });

  it("keeps what was stated before the contradicting row", () => {
    const collector = collect([row({ d: "1949" })]);
    const made = MAKE(row({ d: "1950", n: "B", p: "Rome" }));
    if (!made) throw new Error("There is no node.");
    expect(() => collector.add(made, { columns: {}, file: "data.csv", line: 9 })).toThrow(RowError);
    expect(collector.all).toMatchObject([{ properties: { signed: "1949" }, names: [] }]);
    expect(collector.all[0]?.properties).not.toHaveProperty("place");
  });

  it("has the first label, which is not attributed to the source", () => {
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

describe("the report of rows", () => {
  it("counts rejected rows and gives their place, column and reason", () => {
    const tally = new Tally();
    tally.reject({ file: "data.csv", line: 3 }, new RowError("state", "is empty"));
    expect(tally.rejectedRows).toBe(1);
    expect(tally.rejected).toEqual([{ at: "data.csv:3", column: "state", reason: "is empty" }]);
    expect(tally.unresolved).toEqual([]);
  });

  it("lists unresolved names once, the most frequent first", async () => {
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

  it("counts rows that the mapping leaves out, but does not reject them", async () => {
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

  it("does not contain an error of the program", () => {
    expect(() => new Tally().reject({ file: "data.csv", line: 2 }, new TypeError("x"))).toThrow(TypeError);
  });
});

describe("the locator of a row", () => {
  const VOTE = `{ type: VOTED, from: { lookup: state, code: "{code}", name: "{country}" }, to: "document:call-{rcid}", properties: { position: "YES" } }`;
  const place = async (yaml: string, columns: Cells) => {
    const state = await lookUpOf({
      codes: { "1": [node("state:a")] },
      names: { Zanzibar: [node("state:z")] },
    });
    return edges(yaml, { state })(columns)[0]?.locator;
  };

  it("consists of the columns that identify its ends, not of a line", async () => {
    expect(await place(VOTE, { code: "1", country: "A", rcid: "77", $line: "9" })).toBe("code 1, rcid 77");
  });

  it("consists of the name if there is no code", async () => {
    expect(await place(VOTE, { code: null, country: "Zanzibar", rcid: "77" })).toBe(
      "country Zanzibar, rcid 77",
    );
  });

  it("contains each column once", async () => {
    const yaml = `{ type: SIGNED, from: "state:{s|lower}", to: { lookup: org, code: { first: ["{s}", "{t}"] } } }`;
    const org = await lookUpOf({ codes: { AA: [node("treaty:aa")] } });
    expect(edges(yaml, { org })({ s: "AA", t: null })[0]?.locator).toBe("s AA");
  });

  it("is empty if the mapping names both ends itself", async () => {
    expect(await place("{ type: PARTY_TO, from: state:a, to: treaty:t }", {})).toBeNull();
  });

  it("has at most the maximum length", async () => {
    const name = "x".repeat(600);
    const state = await lookUpOf({ names: { [name]: [node("state:x")] } });
    const make = edges(`{ type: PARTY_TO, from: { lookup: state, name: "{n}" }, to: treaty:t }`, { state });
    expect(make({ n: name })[0]?.locator).toHaveLength(500);
  });

  it("identifies a node, or is given by the mapping", () => {
    const YAML = `{ type: Treaty, id: "treaty:{id}", label: "Treaty {n}" }`;
    expect(nodes(YAML)({ id: "7", n: "x" })?.locator).toBe("id 7");
    expect(nodes(YAML.replace("{ type", '{ locator: "no. {id}", type'))({ id: "7", n: "x" })?.locator).toBe(
      "no. 7",
    );
  });
});

import { createHash } from "node:crypto";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { assignFiles } from "../../../src/import/files.js";
import { readAliases } from "../../../src/import/look-up/aliases.js";
import { LookUp } from "../../../src/import/look-up/look-up.js";
import { type Mapped, mapFiles } from "../../../src/import/map.js";
import { parseMapping } from "../../../src/import/mapping/read.js";
import { normalizeName } from "../../../src/model/normalize.js";
import type { SpilledEdge } from "../../../src/record/staging/spill.js";
import { Folder, failure, mappingText, node } from "./support.js";
import { day, xlsx } from "./xlsx-file.js";

const folder = new Folder();
const open: Mapped[] = [];
afterEach(() => {
  for (const mapped of open.splice(0)) mapped.edges.remove();
});

const CODES = {
  ...{ KAZ: [node("state:kaz")], RUS: [node("state:rus")], USA: [node("state:usa")] },
  OLD: [node("state:old", "1900-01-01", "1991-12-25"), node("state:new", "1991-12-26")],
};

/** What files come to by a mapping; the graph has the codes KAZ, RUS, USA and OLD and the names given. */
async function imported(
  mapping: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  names: Readonly<Record<string, ReturnType<typeof node>[]>> = {},
) {
  const parsed = parseMapping(join(folder.path, "mapping.yaml"), mapping);
  const directory = {
    codes: new Map([["iso3", new Map(Object.entries(CODES))]]),
    names: new Map(Object.entries(names).map(([name, nodes]) => [normalizeName(name), nodes])),
  };
  const lookups = new Map<string, LookUp>();
  for (const [name, spec] of Object.entries(parsed.lookups))
    lookups.set(name, new LookUp(spec, directory, await readAliases(parsed.file, spec.aliases)));
  const paths = Object.entries(files).map(([name, content]) => folder.write(name, content));
  const mapped = await mapFiles(parsed, await assignFiles(parsed, paths), lookups, () => undefined);
  open.push(mapped);
  const edges: SpilledEdge[] = [];
  for (const batch of mapped.edges.batches(1000)) edges.push(...(await mapped.edges.read(batch)));
  edges.sort((a, b) => a.line - b.line);
  return { ...mapped, edges, spilled: mapped.edges, nodes: mapped.nodes.all };
}

const LOOKUP = "lookups: { state: { types: [State], scheme: iso3 } }";
const VOTES = mappingText({
  top: LOOKUP,
  rows: `edges:
  - type: VOTED
    from: { lookup: state, code: "{state}" }
    to: "document:d-{id|slug}"
    properties: { position: { column: vote, map: { "y": "YES", "n": "NO" } } }`,
});

describe("the members of an organization by year", () => {
  const YEARS = mappingText({
    top: "observedUntil: 2014-12-31\nlookups: { state: { types: [State], scheme: iso3 } }",
    rows: `steps:
  - fold: { key: [org, code], same: [status], year: year, gaps: unknown, missing: ["-9"] }
  - where: { status: "1" }
edges:
  - type: MEMBER_OF
    from: { lookup: state, code: "{code}", along: true }
    to: "org:{org}"
    observedUntil: "{last}-12-31"
    properties: { role: MEMBER, validFrom: "{since}", validTo: "{until}" }`,
  });
  const years = (org: string, from: number, to: number, status: string) =>
    Array.from({ length: to - from + 1 }, (_, n) => `${org},OLD,${from + n},${status}`);

  it("do not include an heir of 1991 if nobody was observed after 1944", async () => {
    const rows = [...years("a", 1940, 1944, "1"), ...years("a", 1945, 1999, "-9")];
    const { edges } = await imported(YEARS, { "data.csv": ["org,code,year,status", ...rows].join("\n") });
    expect(edges.map(({ from, observedUntil }) => [from, observedUntil])).toEqual([
      ["state:old", "1944-12-31"],
    ]);
    expect(edges[0]?.properties.validTo).toBeUndefined();
  });

  it("include an heir of 1991 if observed until 1995", async () => {
    const rows = [...years("b", 1988, 1995, "1"), ...years("b", 1996, 1999, "-9")];
    const { edges } = await imported(YEARS, { "data.csv": ["org,code,year,status", ...rows].join("\n") });
    expect(edges.map(({ from, properties }) => [from, properties.validTo])).toEqual([
      ["state:old", "1991-12-25"],
      ["state:new", undefined],
    ]);
  });
});

describe("an invalid row", () => {
  const THREE = "state,id,vote\nKAZ,1,y\n,1,y\nRUS,1,n\n";

  it("does not affect other rows, and all rows are counted", async () => {
    const { edges, tally, fileRows } = await imported(VOTES, { "data.csv": THREE });
    expect(edges.map(({ from, line }) => [from, line])).toEqual([
      ["state:kaz", 2],
      ["state:rus", 4],
    ]);
    expect([...fileRows.values()]).toEqual([3]);
    expect([tally.rejectedRows, tally.leftOut, tally.unresolvedRows]).toEqual([1, 0, 0]);
    expect(tally.rejected).toMatchObject([{ at: "data.csv:3" }]);
    expect(tally.rejected[0]?.reason).toMatch(/State.*empty/);
  });

  it.each([
    ["a state by its code", VOTES, ",1,y", "state"],
    ["an id", VOTES.replace('{ lookup: state, code: "{state}" }', '"state:{state|lower}"'), ",1,y", "state"],
    [
      "a value",
      VOTES.replace('{ column: vote, map: { "y": "YES", "n": "NO" } }', '"{vote|upper}"'),
      "KAZ,1,x",
      "vote",
    ],
  ])("is reported with its column: %s", async (_case, mapping, row, column) => {
    const { tally } = await imported(mapping, { "data.csv": `state,id,vote\n${row}\n` });
    expect(tally.rejected.map((one) => one.column)).toEqual([column]);
  });

  it("is reported with line, column and reason", async () => {
    const { edges, tally } = await imported(VOTES, {
      "data.csv": "state,id,vote\nKAZ,1,maybe\nKAZ,1\nXXX,1,y\nKAZ,,y\nKAZ,1,y\n",
    });
    expect(edges).toHaveLength(1);
    expect(tally.rejectedRows).toBe(4);
    expect(tally.rejected.map(({ at }) => at)).toEqual([
      "data.csv:2",
      "data.csv:3",
      "data.csv:4",
      "data.csv:5",
    ]);
    expect(tally.rejected[0]).toMatchObject({ column: "vote", reason: expect.stringContaining('"maybe"') });
    expect(tally.rejected[1]?.reason).toMatch(/2 fields.*3/);
    expect(tally.rejected[2]?.reason).toMatch(/XXX/);
    expect(tally.rejected[3]?.reason).toMatch(/document:d-\{id\|slug\}.*empty/);
    expect(tally.unresolved).toMatchObject([{ asked: "code XXX", rows: 1, first: "data.csv:4" }]);
  });

  it("makes no edge if one of its edges is invalid", async () => {
    const two = `${VOTES}      - type: VOTED
        from: { lookup: state, code: "{other}" }
        to: "document:d-{id|slug}"
        properties: { position: "NO" }
`;
    const { edges, tally } = await imported(two, {
      "data.csv": "state,other,id,vote\nKAZ,XXX,1,y\nKAZ,RUS,2,y\n",
    });
    expect(edges.map(({ from, line }) => [from, line])).toEqual([
      ["state:kaz", 3],
      ["state:rus", 3],
    ]);
    expect(tally.rejected).toHaveLength(1);
  });

  const KNOWN_TO_BE_NONE = mappingText({
    top: "lookups: { state: { types: [State], scheme: iso3, onMissing: skip } }",
    rows: `edges:
  - { type: VOTED, from: { lookup: state, code: "{a}" }, to: "document:d-{id}", properties: { position: "YES" } }
  - { type: VOTED, from: { lookup: state, code: "{b}" }, to: "document:d-{id}", properties: { position: "NO" } }`,
  });

  it("keeps its other edges if the mapping leaves out one node", async () => {
    const { edges, tally } = await imported(KNOWN_TO_BE_NONE, {
      "data.csv": "a,b,id\nXXX,RUS,1\nKAZ,USA,2\n",
    });
    expect(edges.map(({ from, line }) => [from, line])).toEqual([
      ["state:rus", 2],
      ["state:kaz", 3],
      ["state:usa", 3],
    ]);
    expect([tally.rejectedRows, tally.unresolvedRows]).toEqual([0, 1]);
    expect(tally.unresolved).toMatchObject([{ asked: "code XXX", rows: 1, first: "data.csv:2" }]);
  });

  it("is counted once if two of its edges are left out", async () => {
    const { tally } = await imported(KNOWN_TO_BE_NONE, { "data.csv": "a,b,id\nXXX,YYY,1\n" });
    expect([tally.rejectedRows, tally.unresolvedRows]).toEqual([0, 1]);
  });

  const TWO_NODES = mappingText({
    rows: `nodes:
  - { type: Topic, id: "topic:{a}", label: "{a}" }
  - { type: Treaty, id: "treaty:{t}", properties: { place: "{place}" } }
edges:
  - { type: CONCERNS, from: "treaty:{t}", to: "topic:{a}" }`,
  });

  it("makes no nodes", async () => {
    const { nodes, edges, tally } = await imported(TWO_NODES, {
      "data.csv": "a,t,place\nx,t,Rome\ny,t,Oslo\n",
    });
    expect(tally.rejected.map(({ at }) => at)).toEqual(["data.csv:3"]);
    expect(edges).toHaveLength(1);
    expect(nodes.map(({ id }) => id)).not.toContain("topic:y");
  });

  const TWO_PARTS = `${VOTES}  - file: data
    edges:
      - { type: CONCERNS, from: "document:d-{id|slug}", to: "topic:t" }
`;

  it("is counted once in a file that two parts of the mapping read", async () => {
    const { fileRows } = await imported(TWO_PARTS, { "data.csv": "state,id,vote\nKAZ,1,y\nRUS,2,n\n" });
    expect([...fileRows.values()]).toEqual([2]);
  });

  it("is rejected once if it has too few fields, though two parts of the mapping read the file", async () => {
    const { tally } = await imported(TWO_PARTS, { "data.csv": "state,id,vote\nKAZ,1,y\nRUS,2\n" });
    expect(tally.rejectedRows).toBe(1);
    expect(tally.rejected).toHaveLength(1);
  });
});

describe("a name that several states had", () => {
  const MAPPING = mappingText({
    top: LOOKUP,
    rows: `edges:
  - type: VOTED
    from: { lookup: state, name: "{country}", on: "{year}" }
    to: "document:d-{year}"
    properties: { position: "YES" }`,
  });
  const NAMES = {
    Germany: [
      node("state:deu", "1990-10-03"),
      node("state:frg", "1949-05-23", "1990-10-02"),
      node("state:gdr", "1949-10-07", "1990-10-02"),
    ],
    Korea: [node("state:prk", "1948-09-09"), node("state:kor", "1948-08-15")],
  };

  it("is resolved by year, or reported with its candidates", async () => {
    const { edges, tally } = await imported(
      MAPPING,
      { "data.csv": "country,year\nGermany,1970\nGermany,1995\nKorea,1900\n" },
      NAMES,
    );
    expect(edges.map(({ from, line }) => [from, line])).toEqual([["state:deu", 3]]);
    expect(tally.rejected.map(({ at }) => at)).toEqual(["data.csv:2", "data.csv:4"]);
    expect(tally.unresolved).toMatchObject([
      { asked: '"Germany"', from: "1970", to: "1970", candidates: ["state:frg", "state:gdr"] },
      {
        ...{ asked: '"Korea"', from: "1900", to: "1900" },
        candidates: [expect.stringContaining("state:prk"), expect.stringContaining("state:kor")],
      },
    ]);
  });
});

describe("a special rule for one country", () => {
  const rows = (rule: string) =>
    mappingText({
      top: LOOKUP,
      rows: `edges:
  - type: VOTED
    from:
      lookup: state
      code: "{code}"
      name: ${rule}
    to: "document:d-{$line}"
    properties: { position: "YES" }`,
    });
  const SIX =
    "code,country,note\nKAZ,Kazakhstan,\nRUS,Russia,\n,Yemen,north\nUSA,United States,\nKAZ,,\nRUS,Russia,\n";
  const NAMES = { Yemen: [node("state:yem")], "Yemen Arab Republic": [node("state:yar")] };

  it("does not affect other rows if its column is mostly empty", async () => {
    const fromsOf = async (rule: string) => {
      const { edges, tally } = await imported(rows(rule), { "data.csv": SIX }, NAMES);
      expect(tally.rejected).toEqual([]);
      return edges.map(({ from }) => from);
    };
    const without = await fromsOf('"{country}"');
    expect(without).toEqual(["state:kaz", "state:rus", "state:yem", "state:usa", "state:kaz", "state:rus"]);
    const ruled = await fromsOf(
      '{ cases: [{ when: { note: north }, value: Yemen Arab Republic }], else: "{country}" }',
    );
    expect(ruled).toEqual(without.with(2, "state:yar"));
  });
});

describe("a file from a spreadsheet", () => {
  it("gives the same edges with byte order mark, semicolons and CRLF", async () => {
    const plain = "state,id,vote\nKAZ,1,y\nRUS,2,n\n";
    const excel = `\ufeff${plain.replaceAll(",", ";").replaceAll("\n", "\r\n")}`;
    const semicolons = VOTES.replace('["data*"]', '["data*"], separator: ";"');
    const [one, other] = [
      await imported(VOTES, { "data.csv": plain }),
      await imported(semicolons, { "data.csv": excel }),
    ];
    expect(other.edges).toEqual(one.edges);
    expect(other.edges.map(({ from, to }) => [from, to])).toEqual([
      ["state:kaz", "document:d-1"],
      ["state:rus", "document:d-2"],
    ]);
    expect(other.tally.rejected).toEqual([]);
  });
});

describe("dates (cases 17, 18 and 36)", () => {
  const signedOn = (date: string) =>
    mappingText({
      rows: `edges:
  - { type: SIGNED, from: "state:{s}", to: treaty:t, properties: { date: ${date} } }`,
    });

  it("keep a year as a year, and 1 January as a day", async () => {
    const { edges } = await imported(signedOn('"{d}"'), { "data.csv": "s,d\nkaz,1906\nrus,1949-01-01\n" });
    expect(edges.map(({ properties }) => properties.date)).toEqual(["1906", "1949-01-01"]);
  });

  it("are rejected if they are ambiguous", async () => {
    for (const date of ['"{d}"', "{ date: { column: d } }"]) {
      const { edges, tally } = await imported(signedOn(date), {
        "data.csv": "s,d\nkaz,02/06/1950\nkaz,1950-06-02\n",
      });
      expect(edges.map(({ properties }) => properties.date)).toEqual(["1950-06-02"]);
      expect(tally.rejected).toMatchObject([
        { at: "data.csv:2", reason: expect.stringContaining("02/06/1950") },
      ]);
    }
  });

  describe.each(["Asia/Almaty", "America/New_York", "Pacific/Kiritimati", "UTC"])("read in %s", (zone) => {
    const before = process.env.TZ;
    afterEach(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });

    it("are read correctly in text, parts, spells and workbooks", async () => {
      process.env.TZ = zone;
      // The zone takes effect: in Almaty, New York and Kiritimati it is another hour than in Greenwich.
      expect(new Date("1994-01-04T00:00:00Z").getHours() === 0).toBe(zone === "UTC");
      const parts = "{ date: { year: y, month: m, day: d } }";
      const { edges } = await imported(signedOn(parts), {
        "data.csv": "s,y,m,d\nkaz,1894,1,4\nrus,1900,2,28\n",
      });
      expect(edges.map(({ properties }) => properties.date)).toEqual(["1894-01-04", "1900-02-28"]);
      const text = "{ date: { column: d, formats: [d MMMM yyyy] } }";
      const written = await imported(signedOn(text), { "data.csv": "s,d\nkaz,4 January 1894\n" });
      expect(written.edges[0]?.properties.date).toBe("1894-01-04");
      const merged = mappingText({
        rows: `steps:
  - merge: { key: [s], from: a, to: b }
edges:
  - { type: PARTY_TO, from: "state:{s}", to: treaty:t, properties: { validFrom: "{a}", validTo: "{b}" } }`,
      });
      const spells = await imported(merged, {
        "data.csv": "s,a,b\nkaz,1894-01-04,1918-03-31\nkaz,1918-04-01,1991-12-26\n",
      });
      expect(spells.edges.map(({ properties }) => properties)).toMatchObject([
        { validFrom: "1894-01-04", validTo: "1991-12-26" },
      ]);
      // 34338 days after 30 December 1899 is 4 January 1994.
      const book = xlsx({
        A: [
          ["s", "d"],
          ["kaz", day(34338)],
        ],
      });
      const sheet = await imported(signedOn('"{d}"'), { "data.xlsx": book });
      expect(sheet.edges[0]?.properties.date).toBe("1994-01-04");
    });
  });
});

describe("a joined file", () => {
  const JOINED = mappingText({
    rows: `steps:
  - join: { file: calls, on: id, key: id, as: call }
edges:
  - { type: CONCERNS, from: "document:{call.name}", to: "topic:{topic}" }`,
  }).replace("rows:\n", "  - { name: calls, match: [calls.csv] }\nrows:\n");

  it("adds its columns, which can identify a row", async () => {
    const { edges, fileRows } = await imported(JOINED, {
      "data.csv": "id,topic\n1,a\n2,b\n",
      "calls.csv": "id,name\n2,two\n1,one\n",
    });
    expect(edges.map(({ from, to, locator }) => [from, to, locator])).toEqual([
      ["document:one", "topic:a", "call.name one, topic a"],
      ["document:two", "topic:b", "call.name two, topic b"],
    ]);
    expect([...fileRows.values()]).toEqual([2, 2]);
  });

  it("is rejected at a repeated key, and the first row is joined", async () => {
    const { edges, tally } = await imported(JOINED, {
      "data.csv": "id,topic\n1,a\n",
      "calls.csv": "id,name\n1,one\n,none\n1,other\n",
    });
    expect(edges.map(({ from }) => from)).toEqual(["document:one"]);
    expect(tally.rejected).toEqual([
      { at: "calls.csv:4", column: "id", reason: expect.stringMatching(/Duplicate "1".*line 2/) },
    ]);
  });

  it("is reported by name if it lacks the key", async () => {
    const { code, message } = await failure(() =>
      imported(JOINED, { "data.csv": "id,topic\n1,a\n", "calls.csv": "no,name\n1,one\n" }),
    );
    expect(code).toBe("IMPORT_FAILED");
    expect(message).toMatch(/calls\.csv.*"id"/);
  });
});

describe("the expected counts of a mapping", () => {
  const expecting = (rows: string, file = "") =>
    mappingText({
      file,
      rows: `expect: { ${rows} }
steps:
  - where: { d: { not: ~ } }
edges:
  - { type: SIGNED, from: "state:{s}", to: treaty:t, properties: { date: "{d}" } }`,
    });
  const DATA = { "data.csv": "s,d\nkaz,1906\nrus,\nusa,1907\n" };

  it("are not reported if they match", async () => {
    const { unmet, tally } = await imported(expecting("rows: 2, SIGNED: 2", "rows: 3"), DATA);
    expect(unmet).toEqual([]);
    expect(tally.leftOut).toBe(1);
  });

  it("are reported with both numbers if they differ", async () => {
    const { unmet } = await imported(expecting("rows: 3, SIGNED: 1, VOTED: 1", "rows: 4"), DATA);
    expect(unmet).toEqual([
      expect.stringMatching(/data\.csv: expected 4 rows.*3/),
      expect.stringMatching(/data: expected 3 rows.*2/),
      expect.stringMatching(/data: expected 1 SIGNED.*2/),
      expect.stringMatching(/data: expected 1 VOTED.*0/),
    ]);
  });
});

describe("the source of an import", () => {
  const sourced = (source: string) =>
    mappingText({
      rows: 'nodes:\n  - { type: Treaty, id: "treaty:{t}", label: "Treaty {t}" }',
    }).replace("{ id: source:test, name: Test data }", `{ id: source:test, name: Test data, ${source} }`);
  const DATA = { "data.csv": "t\nx\nx\n" };

  it("has the properties of the mapping and the checksum of the file", async () => {
    const { source } = await imported(sourced('priority: "40", lang: en'), DATA);
    expect(source).toMatchObject({
      label: "Source",
      id: "source:test",
      properties: {
        ...{ kind: "DATASET", name: "Test data", priority: 40, lang: "en" },
        sha256: createHash("sha256").update(DATA["data.csv"]).digest("hex"),
      },
    });
  });

  it("has a second source for labels, with the lowest priority", async () => {
    const { labels, nodes } = await imported(sourced('priority: "40"'), DATA);
    expect(labels).toMatchObject({ id: "source:test.labels", properties: { kind: "DATASET" } });
    expect(Number(labels?.properties.priority)).toBeLessThan(0);
    expect(nodes.map(({ id, sourceId }) => [id, sourceId])).toEqual([
      ["treaty:x", "source:test"],
      ["treaty:x", "source:test.labels"],
    ]);
    const { labels: none } = await imported(VOTES, { "data.csv": "state,id,vote\nKAZ,1,y\n" });
    expect(none).toBeUndefined();
  });

  it("is rejected with an invalid value", async () => {
    const { code, message } = await failure(() => imported(sourced("priority: high"), DATA));
    expect(code).toBe("MAPPING_INVALID");
    expect(message).toMatch(/mapping\.yaml.*priority/);
  });
});

describe("an error of a mapping at run time", () => {
  it.each([
    ["an unknown filter in an edge", VOTES.replace("{id|slug}", "{id|slugg}"), /slugg/],
    ["an unknown filter in a step", mappingText({ rows: 'steps:\n  - let: { a: "{s|loud}" }' }), /loud/],
    [
      "a date without year or column",
      mappingText({ rows: "steps:\n  - let: { a: { date: { day: s } } }" }),
      /requires year or column/,
    ],
  ])("is reported with the file of the mapping: %s", async (_case, mapping, expected) => {
    const { code, message } = await failure(() => imported(mapping, { "data.csv": "s\nx\n" }));
    expect(code).toBe("MAPPING_INVALID");
    expect(message).toMatch(/mapping\.yaml/);
    expect(message).toMatch(expected);
  });
});

describe("the locator of an edge", () => {
  it("identifies its ends, or is given by the mapping, but never a line", async () => {
    const yaml = (more: string) =>
      mappingText({
        rows: `${more}steps:
  - merge: { key: [s], from: a, to: b }
edges:
  - { type: PARTY_TO, from: "state:{s}", to: treaty:t, properties: { validFrom: "{a}", validTo: "{b}" } }`,
      });
    const data = { "data.csv": "s,a,b\nkaz,1990,1995\nrus,1990,1991\nkaz,1996,1999\n" };
    expect((await imported(yaml(""), data)).edges.map(({ locator }) => locator)).toEqual(["s kaz", "s rus"]);
    const own = await imported(yaml('locator: "{s}, {a}"\n'), data);
    expect(own.edges.map(({ locator }) => locator)).toEqual(["kaz, 1990", "rus, 1990"]);
    const moved = await imported(yaml(""), { "data.csv": "s,a,b\nusa,1949,1950\nrus,1990,1991\n" });
    expect(moved.edges.map(({ locator }) => locator)).toEqual(["s usa", "s rus"]);
  });

  it("is empty for an edge that does not belong to a row", async () => {
    const mapping = mappingText({
      top: `nodes:
  - { type: Organization, id: org:body, properties: { kind: BODY } }
edges:
  - { type: PART_OF, from: org:body, to: org:un, properties: { kind: BODY_OF } }`,
    });
    const { edges, nodes } = await imported(mapping, { "data.csv": "a\n" });
    expect(edges).toMatchObject([{ from: "org:body", to: "org:un", locator: null }]);
    expect(nodes).toMatchObject([{ id: "org:body", evidence: {} }]);
  });
});

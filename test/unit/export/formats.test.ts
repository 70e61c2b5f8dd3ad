import { parse } from "csv-parse/sync";
import { Parser } from "n3";
import { describe, expect, it } from "vitest";
import type { Citation } from "../../../src/export/citation.js";
import type { Column, ColumnKind } from "../../../src/export/columns.js";
import { FORMATS } from "../../../src/export/export.js";
import type { ExportedList, ExportedRow } from "../../../src/export/items.js";
import type { Json } from "../../../src/json.js";

const CITATION: Citation = {
  title: "Pactgraph",
  address: "https://pact.example",
  revision: "2026-11-25T10:00:00Z",
  exportedAt: "2026-11-25T11:00:00Z",
  query: "{ x }",
  note: "Cite the sources.",
};
const SOURCE = {
  id: "source:a",
  name: "A & B",
  title: null,
  publisher: "P",
  version: "1",
  licence: "CC0",
  url: "https://example.org/a",
};
const kaz = { id: "state:kaz", type: "State", name: "Казахстан" };
const npt = { id: "treaty:npt", type: "Treaty", name: 'The "NPT" <1968> & more' };

const columnsOf = (kinds: Readonly<Record<string, ColumnKind>>): readonly Column[] =>
  Object.entries(kinds).map(([name, kind]) => ({ name, kind }));

const edgeRow = (columns: Readonly<Record<string, Json>>): ExportedRow => ({
  value: columns,
  columns: { ...columns, "pact:source": "source:a" },
  sources: ["source:a"],
  part: { edge: { id: "e1", type: "PARTY_TO", from: kaz, to: npt } },
});

async function written(name: string, rows: readonly ExportedRow[], list: Partial<ExportedList> = {}) {
  const format = FORMATS[name];
  if (!format) throw new Error(`no format ${name}`);
  const used = new Set<string>();
  const whole: ExportedList = {
    columns: columnsOf({ note: "text", list: "text", "pact:source": "text" }),
    nodeColumns: [],
    parts: "edges",
    rows: (async function* () {
      for (const row of rows) {
        for (const id of row.sources) used.add(id);
        yield row;
      }
    })(),
    notRecorded: () => [],
    ...list,
  };
  const parts: (string | Uint8Array)[] = [];
  for await (const part of format.write(whole, CITATION, async () => (used.size ? [SOURCE] : []))) {
    parts.push(part);
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part))).toString();
}

describe("CSV", () => {
  it("starts with a byte order mark and the header, even without rows", async () => {
    expect(await written("csv", [])).toBe("\uFEFFnote,list,pact:source\r\n");
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"])(
    "keeps %j from being run as a formula",
    async (text) => {
      const [, line = ""] = (await written("csv", [edgeRow({ note: text, list: null })])).split(
        /\r\n(?=[^\n])/,
      );
      expect(line.replace(/^"/, "")).toMatch(/^'/);
    },
  );

  it.each(["one\ntwo", "one\rtwo", "one\r\ntwo", 'a "b", c', "plain"])(
    "keeps %j one cell for any reader",
    async (note) => {
      const text = await written("csv", [edgeRow({ note, list: "x" })]);
      expect(parse(text, { bom: true, columns: true, record_delimiter: ["\r\n", "\n", "\r"] })).toEqual([
        { note, list: "x", "pact:source": "source:a" },
      ]);
    },
  );

  it("keeps numbers as numbers, also negative ones", async () => {
    const [, line] = (await written("csv", [edgeRow({ note: -500, list: 0.5 })])).split("\r\n");
    expect(line).toBe("-500,0.5,source:a");
  });

  it("quotes separators, quotation marks and line breaks, and joins lists", async () => {
    const text = await written("csv", [
      edgeRow({ note: 'a, "b"\nc', list: ["x", "y"] }),
      edgeRow({ note: null, list: [] }),
    ]);
    expect(text.split("\r\n").slice(1, 3)).toEqual(['"a, ""b""\nc",x; y,source:a', ",,source:a"]);
  });
});

describe("NDJSON", () => {
  it("starts with the citation, and ends with the sources", async () => {
    const lines = (await written("ndjson", [edgeRow({ note: "=1", list: ["x"] })])).trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { citation: CITATION },
      { row: { note: "=1", list: ["x"] } },
      { sources: [SOURCE] },
    ]);
  });
});

describe.each(["graphml", "gexf"])("%s", (name) => {
  it("contains each node once, the edge, its values and the citation, all escaped", async () => {
    const text = await written(name, [
      edgeRow({ note: "<b> & \u0001'\"", list: null }),
      edgeRow({ note: "two", list: null }),
    ]);
    expect(text.match(/<node id="state:kaz"/g)).toHaveLength(1);
    expect(text.match(/<node id="treaty:npt"/g)).toHaveLength(1);
    expect(text).toContain("The &quot;NPT&quot; &lt;1968&gt; &amp; more");
    expect(text).toContain("&lt;b&gt; &amp; &apos;&quot;");
    expect(text).not.toContain("\u0001");
    expect(text).toContain('source="state:kaz" target="treaty:npt"');
    expect(text).toContain("Data revision: 2026-11-25T10:00:00Z");
    expect(text).toContain("license: CC0");
    for (const id of ["state:kaz", "treaty:npt"])
      expect(text.indexOf(`<node id="${id}"`)).toBeLessThan(text.indexOf("<edge "));
  });

  it("is undirected and weighted for a network", async () => {
    const row = { ...edgeRow({}), columns: { weight: 2.5, "pact:source": "source:a" } };
    const text = await written(name, [row], {
      parts: "network",
      columns: columnsOf({ weight: "number", "pact:source": "text" }),
    });
    expect(text).toMatch(/edge(default|type)="undirected"|defaultedgetype="undirected"/);
    expect(text).toContain("2.5");
  });
});

describe("Turtle", () => {
  it("has the same content as JSON-LD when read back", async () => {
    const rows = [edgeRow({ note: 'say "ё"\n', list: ["x", "y"] })];
    const quads = new Parser().parse(await written("ttl", rows));
    const about = (subject: string, predicate: string) =>
      quads
        .filter((quad) => quad.subject.value === subject && quad.predicate.value.endsWith(predicate))
        .map(({ object }) => object.value);
    const edge = "https://pact.example/id/edge:e1";
    expect(about(edge, "vocabulary#from")).toEqual(["https://pact.example/id/state:kaz"]);
    expect(about(edge, "vocabulary#to")).toEqual(["https://pact.example/id/treaty:npt"]);
    expect(about(edge, "vocabulary#note")).toEqual(['say "ё"\n']);
    expect(about(edge, "vocabulary#list")).toEqual(["x", "y"]);
    expect(about(edge, "wasDerivedFrom")).toEqual(["https://pact.example/id/source:a"]);
    expect(about("https://pact.example/id/state:kaz", "label")).toEqual(["Казахстан"]);
    const [dataset = ""] = quads.flatMap(({ subject, object }) =>
      object.value.endsWith("Dataset") ? subject.value : [],
    );
    expect(dataset).toMatch(/^https:\/\/pact.example\/export\/ttl\?query=/);
    expect(about(dataset, "hasVersion")).toEqual([CITATION.revision]);
    expect(about("https://pact.example/id/source:a", "license")).toEqual(["CC0"]);

    const graph: readonly Record<string, unknown>[] = JSON.parse(await written("jsonld", rows))["@graph"];
    const same = graph.find((one) => one["@id"] === edge);
    expect(same).toMatchObject({
      "@type": "pact:PARTY_TO",
      "pact:from": { "@id": "https://pact.example/id/state:kaz" },
      "pact:list": ["x", "y"],
      "prov:wasDerivedFrom": { "@id": "https://pact.example/id/source:a" },
    });
    expect(graph).toHaveLength(5);
  });
});

import { describe, expect, it } from "vitest";
import { expectProblems, HEAD, MARK, rowsOf } from "./support.js";

describe("an error in the header", () => {
  it.each<[string, string, RegExp]>([
    ["no version", `${MARK}title: T\n`, /bundle is missing; expected "bundle: 1" on the first line/],
    ["another version", `bundle: ${MARK}2\n`, /version 2 is not supported; use 1/],
    ["a version to the letter", `bundle: ${MARK}1.0\n`, /version 1\.0 is not supported; use 1/],
    ["an unknown key", `bundle: 1\n${MARK}node: []\n`, /Unknown key "node".*Did you mean nodes\?/],
    [
      "a map where a list should be",
      `bundle: 1\nnodes:\n  ${MARK}type: State\n  id: state:aaa\n`,
      /nodes must be a list: lines that begin with "- "/,
    ],
    ["a text where a list should be", `bundle: 1\nedges: ${MARK}none\n`, /edges must be a list/],
    ["a list of lists", `bundle: 1\nnodes:\n  - ${MARK}[a, b]\n`, /Every item of nodes must be a map/],
    ["an empty row", `bundle: 1\nnodes:\n  -${MARK}\n`, /Every item of nodes must be a map/],
    ["a source without id", `bundle: 1\nsources:\n  - ${MARK}{ name: S, kind: NEWS }\n`, /id is missing/],
    [
      "a source whose id is a map",
      `bundle: 1\nsources:\n  - { id: ${MARK}{ a: b }, name: S, kind: NEWS }\n`,
      /id must be a single value, not a map/,
    ],
    [
      "a day of publication that is a year",
      `bundle: 1\nsources:\n  - { id: source:s, name: S, kind: NEWS, publishedAt: ${MARK}2018 }\n`,
      /publishedAt must be a full date/,
    ],
    [
      "a priority in words",
      `bundle: 1\nsources:\n  - { id: source:s, name: S, kind: NEWS, priority: ${MARK}high }\n`,
      /whole number from -1000 to 1000/,
    ],
  ])("is reported: %s", (_case, text, message) => {
    expectProblems(text, message);
  });

  it("is reported once, however many rows it affects", () => {
    const rows = Array.from(
      { length: 3 },
      (_, i) => `  - { type: PARTY_TO, from: state:a${i}a, to: treaty:t }`,
    );
    expectProblems(
      `bundle: 1\nsource: ${MARK}[source:s]\nobservedUntil: ${MARK}2018-02-30\nedges:\n${rows.join("\n")}\n`,
      /source must be a single value, not a list/,
      /observedUntil must be a valid date/,
    );
  });
});

it("a row without a source is reported", () => {
  expectProblems(
    `bundle: 1\nnodes:\n  - ${MARK}{ type: State, id: state:aaa, name: A }\nedges:\n  - ${MARK}{ type: SIGNED, from: state:aaa, to: treaty:t }\n`,
    /No source: set "source:" here or in the header/,
    /No source: set "source:" here or in the header/,
  );
});

it("a node described twice is reported with both places, unless by two sources", () => {
  expectProblems(
    `${HEAD}nodes:
  - { type: State, id: state:aaa, name: A }
  - { type: State, id: ${MARK}state:aaa, name: B }
`,
    /state:aaa is already described by source:s, at bundle\.yaml:6:\d+\. Combine both into one row/,
  );
  rowsOf(`${HEAD}nodes:
  - { type: State, id: state:aaa, name: A }
  - { type: State, id: state:aaa, name: B, source: source:other }
`);
});

it("every error of a bundle is in one report, in the order of their places", () => {
  expectProblems(
    `bundle: ${MARK}7
source: source:s
sources:
  - id: source:s
    name: S
    kind: ${MARK}PRESS
    ${MARK}colour: red
nodes:
  - type: Meeting
    id: meeting:m
    name: M
    kind: SUMMIT
    date: ${MARK}2018-13-01
  - type: Treaty
    id: ${MARK}treatie:t
    name: T
edges:
  - type: PARTICIPATED
    from: state:aaa
    to: meeting:m
    role: HOST
    confidence: ${MARK}150
  - type: PARTY_TO
    from: state:aaa
    to: ${MARK}meeting:m
    validFrom: 1999
    validTo: ${MARK}1998
`,
    /version 7/,
    /one of NEWS, DATASET, OFFICIAL, BOOK/,
    /Unknown key "colour"/,
    /2018-13-01/,
    /not a Treaty id/,
    /150/,
    /cannot connect State to Meeting/,
    /is before/,
  );
});

it("text properties are kept unchanged in YAML and in JSON", () => {
  const texts = ["0555", "1.10", "NO", "12e3", "20180611", "2018-06-11", "true", "0x1F"];
  for (const text of texts) {
    const yaml = rowsOf(
      `${HEAD}nodes:\n  - { type: Treaty, id: treaty:t, name: ${text}, kind: PEACE, untsNo: ${text} }\n`,
    );
    const json = rowsOf(
      JSON.stringify({
        bundle: 1,
        source: "source:s",
        nodes: [{ type: "Treaty", id: "treaty:t", name: text, kind: "PEACE", untsNo: text }],
      }),
    );
    for (const { nodes } of [yaml, json]) {
      const row = nodes.find(({ id }) => id === "treaty:t");
      expect(row?.properties).toMatchObject({ name: text, untsNo: text });
    }
  }
});

it('null removes a property, but "null" in quotes is a text', () => {
  const { nodes } = rowsOf(`${HEAD}nodes:
  - { type: Treaty, id: treaty:t, name: T, kind: PEACE, place: null, untsNo: "null", depositary: }
`);
  expect(nodes.at(-1)?.properties).toMatchObject({ place: null, untsNo: "null", depositary: null });
});

it("a decomposed letter is the same as a composed one", () => {
  const row = (name: string) =>
    rowsOf(`${HEAD}nodes:\n  - { type: State, id: state:aaa, name: ${name} }\n`).nodes.at(-1)?.properties;
  expect(row("Йемен".normalize("NFD"))).toEqual(row("Йемен"));
  expect(row("Królestwo ёлок".normalize("NFD"))).toEqual(row("Królestwo ёлок"));
});

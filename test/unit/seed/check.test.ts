import { describe, expect, it } from "vitest";
import { faultsOf, MARK, marked, rowsOf } from "./support.js";

const HEAD = `bundle: 1
source: source:s
sources:
  - { id: source:s, name: S, kind: NEWS }
`;

/** Checks that a bundle has just the marked faults, with these messages. */
function expectFaults(text: string, ...messages: readonly RegExp[]): void {
  const { text: clean, places } = marked(text);
  const faults = faultsOf(clean);
  expect(faults.map(({ place, message }) => `${place} ${message}`)).toEqual(
    places.map((place, index) =>
      expect.stringMatching(new RegExp(`^${place.replaceAll(".", "\\.")} .*${messages[index]?.source}`, "s")),
    ),
  );
}

describe("one fault in a row of nodes", () => {
  it.each<[string, string, RegExp]>([
    [
      "a wrong code",
      `- { type: Treaty, id: treaty:t, name: T, kind: ${MARK}ARMS_CONTROLL }`,
      /one of .*PEACE.*Did you mean ARMS_CONTROL\?/,
    ],
    [
      "a code in lower case",
      `- { type: Treaty, id: treaty:t, name: T, kind: ${MARK}peace }`,
      /one of .*PEACE/,
    ],
    [
      "an unknown type",
      `- ${MARK}{ type: Treatie, id: treaty:t, name: T }`,
      /no node type «Treatie».*Did you mean Treaty\?/,
    ],
    ["no type", `- ${MARK}{ id: treaty:t, name: T }`, /type is missing.*Treaty/],
    [
      "a source among nodes",
      `- ${MARK}{ type: Source, id: source:x, name: X, kind: NEWS }`,
      /Allowed: .*Treaty/,
    ],
    ["a name among nodes", `- ${MARK}{ type: Name, id: name:x, text: X }`, /Allowed: .*Treaty/],
    [
      "a type that every object has",
      `- ${MARK}{ type: constructor, id: state:aaa }`,
      /no node type «constructor»/,
    ],
    [
      "an id of another type",
      `- { type: Treaty, id: ${MARK}state:aaa, name: T, kind: PEACE }`,
      /no id of a Treaty: write treaty:/,
    ],
    [
      "an id with capitals",
      `- { type: State, id: ${MARK}state:AAA, name: A }`,
      /write state: and a slug of a-z/,
    ],
    ["an empty id", `- { type: State, id: ${MARK}"", name: A }`, /id|slug/],
    ["no id", `- ${MARK}{ type: State, name: A }`, /id is missing: for example state:/],
    [
      "an id that is a list",
      `- { type: State, id: ${MARK}[state:aaa], name: A }`,
      /id is one value, not a list/,
    ],
    [
      "an id that is null",
      `- { type: State, id: ${MARK}null, name: A }`,
      /id is missing: for example state:/,
    ],
    [
      "an unknown key",
      `- { type: State, id: state:aaa, name: A, ${MARK}isoo3: AAA }`,
      /no key «isoo3» here.*Did you mean iso3\?/,
    ],
    [
      "a key of another type",
      `- { type: State, id: state:aaa, name: A, ${MARK}inForce: 1990 }`,
      /no key «inForce» here.*Allowed: .*existsFrom/,
    ],
    [
      "a key that the service writes",
      `- { type: State, id: state:aaa, name: A, ${MARK}recordedAt: 2020-01-01 }`,
      /no key «recordedAt»/,
    ],
    [
      "a key that is a stored bound",
      `- { type: State, id: state:aaa, name: A, ${MARK}existsFromMin: 2020-01-01 }`,
      /no key «existsFromMin»/,
    ],
    [
      "a key that every object has",
      `- { type: State, id: state:aaa, name: A, ${MARK}__proto__: x }`,
      /no key «__proto__»/,
    ],
    ["a key twice", `- { type: State, id: state:aaa, name: A, ${MARK}name: B }`, /«name» stands twice/],
    [
      "a day that is not in the calendar",
      `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}2018-02-30 }`,
      /«2018-02-30» is no date.*write 2018-06-11/,
    ],
    [
      "a date with a month by name",
      `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}11 June 2018 }`,
      /is no date.*write 2018-06-11/,
    ],
    [
      "a date without dashes",
      `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}20180611 }`,
      /is no date.*write 2018-06-11/,
    ],
    [
      "an interval backwards",
      `- { type: Meeting, id: meeting:m, name: M, kind: SUMMIT, date: ${MARK}2018-06-12/2018-06-11 }`,
      /ends before it begins/,
    ],
    ["an empty date", `- { type: State, id: state:aaa, name: A, existsFrom: ${MARK}"" }`, /is no date/],
    [
      "an open end that is a single date",
      `- { type: State, id: state:aaa, name: A, existsTo: ${MARK}.. }`,
      /is no date/,
    ],
    [
      "a word instead of true",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, bilateral: ${MARK}yes }`,
      /true or false; here stands «yes»/,
    ],
    [
      "NO instead of false",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, bilateral: ${MARK}NO }`,
      /true or false; here stands «NO»/,
    ],
    [
      "a list where a value should be",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, place: ${MARK}[A, B] }`,
      /place is one value, not a list/,
    ],
    [
      "a map where a value should be",
      `- { type: Treaty, id: treaty:t, name: T, kind: PEACE, place: ${MARK}{ city: A } }`,
      /place is one value, not a map/,
    ],
    [
      "a name longer than any",
      `- { type: State, id: state:aaa, name: ${MARK}${"x".repeat(1_001)} }`,
      /at most 1000 characters/,
    ],
    ["an empty name", `- { type: State, id: state:aaa, name: ${MARK}"" }`, /name/],
    ["a name of spaces", `- { type: State, id: state:aaa, name: ${MARK}"  " }`, /name/],
    [
      "a confidence over 100",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}150 }`,
      /from 0 to 100; here stands «150»/,
    ],
    [
      "a confidence below 0",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}-1 }`,
      /from 0 to 100/,
    ],
    [
      "a confidence with a fraction",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}99.5 }`,
      /whole number/,
    ],
    [
      "a confidence like an octal number",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}010 }`,
      /whole number.*«010»/,
    ],
    [
      "a confidence with an exponent",
      `- { type: State, id: state:aaa, name: A, confidence: ${MARK}1e1 }`,
      /whole number/,
    ],
    [
      "a basis that does not exist",
      `- { type: State, id: state:aaa, name: A, basis: ${MARK}GUESSED }`,
      /one of STATED, BACKGROUND, INFERRED/,
    ],
    [
      "names that are no list",
      `- { type: State, id: state:aaa, name: A, names: ${MARK}Б }`,
      /names is a list/,
    ],
    [
      "a name that is a bare text",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}Б ] }`,
      /item of names is a map/,
    ],
    [
      "a name without a text",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}{ lang: ru } ] }`,
      /text is missing/,
    ],
    [
      "an empty name in a list",
      `- { type: State, id: state:aaa, name: A, names: [ { text: ${MARK}"" } ] }`,
      /text/,
    ],
    [
      "a code without a scheme",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}{ text: AAA, kind: CODE } ] }`,
      /needs its scheme, for example scheme: iso3/,
    ],
    [
      "a kind of name that does not exist",
      `- { type: State, id: state:aaa, name: A, names: [ { text: A, kind: ${MARK}NICK } ] }`,
      /one of NAME, ABBR, TRANSLIT, CODE/,
    ],
    [
      "a name that ended before it began",
      `- { type: State, id: state:aaa, name: A, names: [ ${MARK}{ text: A, validFrom: 1999, validTo: 1990 } ] }`,
      /validTo 1990 lies before validFrom 1999/,
    ],
  ])("%s", (_case, row, message) => {
    expectFaults(`${HEAD}nodes:\n  ${row}\n`, message);
  });
});

describe("one fault in a row of edges", () => {
  it.each<[string, string, RegExp]>([
    [
      "an unknown type",
      `- ${MARK}{ type: SIGNS, from: state:aaa, to: treaty:t }`,
      /no edge type «SIGNS».*Did you mean SIGNED\?/,
    ],
    ["no type", `- ${MARK}{ from: state:aaa, to: treaty:t }`, /type is missing.*PARTY_TO/],
    ["no start", `- ${MARK}{ type: SIGNED, to: treaty:t }`, /from is missing: the id of a node/],
    ["no end", `- ${MARK}{ type: SIGNED, from: state:aaa }`, /to is missing: the id of a node/],
    [
      "ends the wrong way round",
      `- { type: PARTY_TO, from: treaty:t, to: ${MARK}state:aaa }`,
      /PARTY_TO cannot lead from Treaty to State.*Allowed: State or Organization → Treaty/,
    ],
    [
      "ends that this type may not have",
      `- { type: PARTICIPATED, role: GUEST, from: document:d, to: ${MARK}meeting:m }`,
      /cannot lead from Document to Meeting/,
    ],
    [
      "a relation between types",
      `- { type: RELATED_TO, kind: AMENDS, from: treaty:t, to: ${MARK}state:aaa }`,
      /cannot lead from Treaty to State/,
    ],
    [
      "a required code that is missing",
      `- ${MARK}{ type: ADOPTED, from: meeting:m, to: document:d }`,
      /mode is missing; ADOPTED needs it.*BY_VOTE/,
    ],
    [
      "a wrong code",
      `- { type: VOTED, from: state:aaa, to: document:d, position: ${MARK}JA }`,
      /one of YES, NO, ABSTAIN, ABSENT/,
    ],
    [
      "an unknown key",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, ${MARK}valid_from: 1990 }`,
      /no key «valid_from».*Did you mean validFrom\?/,
    ],
    [
      "a key that the service writes",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, ${MARK}primary: true }`,
      /no key «primary»/,
    ],
    [
      "validTo before validFrom",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: 1992-05-15, validTo: ${MARK}1992-05-14 }`,
      /validTo 1992-05-14 lies before validFrom 1992-05-15/,
    ],
    [
      "validTo in a year before",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: 1992-05, validTo: ${MARK}1991 }`,
      /lies before/,
    ],
    [
      "a day that is not in the calendar",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: ${MARK}2018-02-30 }`,
      /«2018-02-30» is no date/,
    ],
    [
      "an open start",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, validFrom: ${MARK}.. }`,
      /is no date/,
    ],
    [
      "a day beside a spell",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, on: ${MARK}2018-06-11, validFrom: 2018 }`,
      /«on» stands instead of/,
    ],
    [
      "a day that is a year",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, on: ${MARK}2018 }`,
      /on must be a day of the calendar, for example 2018-06-11/,
    ],
    [
      "a day where there is no time",
      `- { type: VOTED, from: state:aaa, to: document:d, position: YES, on: ${MARK}2018-06-11 }`,
      /VOTED has no time of its own/,
    ],
    [
      "seen until a day that does not exist",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, observedUntil: ${MARK}2018-02-30 }`,
      /observedUntil must be a day/,
    ],
    [
      "a vote on a year",
      `- { type: VOTED, from: state:aaa, to: document:d, position: YES, date: ${MARK}1991 }`,
      /must be a day of the calendar/,
    ],
    [
      "a list that is a text",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, obligations: ${MARK}DEFENCE }`,
      /obligations is a list, for example \[A, B\]/,
    ],
    [
      "a list that holds a map",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, obligations: [A, ${MARK}{ b: c }] }`,
      /obligations/,
    ],
    [
      "a list that holds nothing",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, obligations: [A, ${MARK}null] }`,
      /obligations/,
    ],
    [
      "a source that is none",
      `- { type: PARTY_TO, from: state:aaa, to: treaty:t, source: ${MARK}state:aaa }`,
      /source/,
    ],
    [
      "what a source reports, by hand",
      `- ${MARK}{ type: REPORTS, from: source:s, to: treaty:t, property: signed, value: yesterday }`,
      /REPORTS/,
    ],
    ["a name, by hand", `- ${MARK}{ type: HAS_NAME, from: state:aaa, to: name:0 }`, /HAS_NAME/],
  ])("%s", (_case, row, message) => {
    expectFaults(`${HEAD}edges:\n  ${row}\n`, message);
  });
});

describe("a fault in the head", () => {
  it.each<[string, string, RegExp]>([
    ["no version", `${MARK}title: T\n`, /bundle is missing: a bundle begins with «bundle: 1»/],
    ["another version", `bundle: ${MARK}2\n`, /version 2; known is 1/],
    ["a version to the letter", `bundle: ${MARK}1.0\n`, /version 1\.0; known is 1/],
    ["an unknown key", `bundle: 1\n${MARK}node: []\n`, /no key «node».*Did you mean nodes\?/],
    [
      "a map where a list should be",
      `bundle: 1\nnodes:\n  ${MARK}type: State\n  id: state:aaa\n`,
      /nodes is a list: lines that begin with «- »/,
    ],
    ["a text where a list should be", `bundle: 1\nedges: ${MARK}none\n`, /edges is a list/],
    ["a list of lists", `bundle: 1\nnodes:\n  - ${MARK}[a, b]\n`, /Every item of nodes is a map/],
    ["an empty row", `bundle: 1\nnodes:\n  -${MARK}\n`, /Every item of nodes is a map/],
    ["a source without id", `bundle: 1\nsources:\n  - ${MARK}{ name: S, kind: NEWS }\n`, /id is missing/],
    [
      "a source whose id is a map",
      `bundle: 1\nsources:\n  - { id: ${MARK}{ a: b }, name: S, kind: NEWS }\n`,
      /id is one value, not a map/,
    ],
    [
      "a day of publication that is a year",
      `bundle: 1\nsources:\n  - { id: source:s, name: S, kind: NEWS, publishedAt: ${MARK}2018 }\n`,
      /publishedAt must be a day of the calendar/,
    ],
    [
      "a priority in words",
      `bundle: 1\nsources:\n  - { id: source:s, name: S, kind: NEWS, priority: ${MARK}high }\n`,
      /whole number from -1000 to 1000/,
    ],
  ])("%s", (_case, text, message) => {
    expectFaults(text, message);
  });

  it("is told once, however many rows it touches", () => {
    const rows = Array.from(
      { length: 3 },
      (_, i) => `  - { type: PARTY_TO, from: state:a${i}a, to: treaty:t }`,
    );
    expectFaults(
      `bundle: 1\nsource: ${MARK}[source:s]\nobservedUntil: ${MARK}2018-02-30\nedges:\n${rows.join("\n")}\n`,
      /source is one value, not a list/,
      /observedUntil must be a day/,
    );
  });
});

it("no source, no assertion", () => {
  expectFaults(
    `bundle: 1\nnodes:\n  - ${MARK}{ type: State, id: state:aaa, name: A }\nedges:\n  - ${MARK}{ type: SIGNED, from: state:aaa, to: treaty:t }\n`,
    /No source: give «source:» here or at the head/,
    /No source: give «source:» here or at the head/,
  );
});

it("a node described twice by one source names both places; by two sources it is no fault", () => {
  expectFaults(
    `${HEAD}nodes:
  - { type: State, id: state:aaa, name: A }
  - { type: State, id: ${MARK}state:aaa, name: B }
`,
    /state:aaa is described twice by source:s: first at bundle\.yaml:6:\d+\. Put both into one row/,
  );
  rowsOf(`${HEAD}nodes:
  - { type: State, id: state:aaa, name: A }
  - { type: State, id: state:aaa, name: B, source: source:other }
`);
});

it("every fault of a bundle is in one report, in the order of their places", () => {
  expectFaults(
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
    /no key «colour»/,
    /2018-13-01/,
    /no id of a Treaty/,
    /150/,
    /cannot lead from State to Meeting/,
    /lies before/,
  );
});

it("properties of text keep their letters, in YAML and in JSON", () => {
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

it("null empties a property, «null» in quotes is a text", () => {
  const { nodes } = rowsOf(`${HEAD}nodes:
  - { type: Treaty, id: treaty:t, name: T, kind: PEACE, place: null, untsNo: "null", depositary: }
`);
  expect(nodes.at(-1)?.properties).toMatchObject({ place: null, untsNo: "null", depositary: null });
});

it("letters typed in two parts are the same text as letters typed in one", () => {
  const row = (name: string) =>
    rowsOf(`${HEAD}nodes:\n  - { type: State, id: state:aaa, name: ${name} }\n`).nodes.at(-1)?.properties;
  expect(row("Йемен".normalize("NFD"))).toEqual(row("Йемен"));
  expect(row("Królestwo ёлок".normalize("NFD"))).toEqual(row("Królestwo ёлок"));
});

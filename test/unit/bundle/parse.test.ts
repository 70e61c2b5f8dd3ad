import { describe, expect, it } from "vitest";
import { parseBundle } from "../../../src/bundle/parse.js";
import type { RawValue } from "../../../src/input/raw.js";
import { MARK, marked, problemsOf, rowsOf } from "./support.js";

/** What a bundle text says, as plain values: every scalar is text, or null. */
function plain(value: RawValue): unknown {
  switch (value.kind) {
    case "scalar":
      return value.text;
    case "list":
      return value.items.map(plain);
    case "map":
      return Object.fromEntries(value.entries.map((entry) => [entry.key, plain(entry.value)]));
  }
}

function parsed(text: string): unknown {
  const { map, problems } = parseBundle({ file: "bundle", text });
  if (!map) throw new Error(JSON.stringify(problems));
  return plain(map);
}

const LETTERS = [
  "0555",
  "1.10",
  "NO",
  "no",
  "yes",
  "on",
  "off",
  "true",
  "12e3",
  "1e5",
  "20180611",
  "2018-06-11",
  "2018-06-11 10:00:00",
  "0x1F",
  "0o17",
  "1_000",
  "12:30:45",
  "+7",
  ".5",
  ".inf",
  ".NaN",
  "9007199254740993",
  "Null",
  "NULL",
  "A/RES/46/36",
  "=",
  "<<",
];

describe("a scalar", () => {
  it.each(LETTERS)("is kept unchanged: %s", (text) => {
    expect(parsed(`value: ${text}\n`)).toEqual({ value: text });
    expect(parsed(`value: "${text}"\n`)).toEqual({ value: text });
    expect(parsed(`value: '${text}'\n`)).toEqual({ value: text });
    expect(parsed(`list: ["${text}", '${text}']\n`)).toEqual({ list: [text, text] });
  });

  it.each(["1.10", "12e3", "20180611", "9007199254740993", "1E400", "-0", "true", "false"])(
    "as a JSON number or truth value: %s",
    (text) => {
      expect(parsed(`{"value": ${text}}`)).toEqual({ value: text });
      expect(parsed(`{"value":${text}}`)).toEqual({ value: text });
    },
  );

  it("is null without quotes and a text in quotes", () => {
    expect(parsed("a: null\nb: ~\nc:\nd: 'null'\ne: \"null\"\nf: ''\ng: '~'\n")).toEqual({
      a: null,
      b: null,
      c: null,
      d: "null",
      e: "null",
      f: "",
      g: "~",
    });
    expect(parsed('{"a": null, "d": "null", "f": ""}')).toEqual({ a: null, d: "null", f: "" });
  });

  it("can be a YAML block, with escapes and comments", () => {
    expect(
      parsed(
        'a: |\n  one\n  two\nb: >-\n  one\n  two\nc: "\\u0420\\t\\U0001F54A"\nd: x # not this\ne: a#b\n',
      ),
    ).toEqual({ a: "one\ntwo\n", b: "one two", c: "Р\t🕊", d: "x", e: "a#b" });
    expect(parsed('{"a": "\\u0420\\/\\n\\ud83d\\udd4a"}')).toEqual({ a: "Р/\n🕊" });
  });
});

const YAML = `bundle: 1
title: T
source: source:s
sources:
  - id: source:s
    name: S
    kind: NEWS
nodes:
  - type: State
    id: state:aaa
    name: Ааа
  - type: Treaty
    id: treaty:t
    name: T
    kind: OTHER
edges:
  - type: PARTY_TO
    from: state:aaa
    to: treaty:t
    validFrom: 1992
`;
const HEAD = { bundle: 1, title: "T", source: "source:s" };
const SOURCE = { id: "source:s", name: "S", kind: "NEWS" };
const STATE = { type: "State", id: "state:aaa", name: "Ааа" };
const TREATY = { type: "Treaty", id: "treaty:t", name: "T", kind: "OTHER" };
const PARTY = { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1992" };
const WHOLE = { ...HEAD, sources: [SOURCE], nodes: [STATE, TREATY], edges: [PARTY] };
const LINES = [HEAD, { source: SOURCE }, { node: STATE }, { node: TREATY }, { edge: PARTY }].map((line) =>
  JSON.stringify(line),
);

const tabbed = JSON.stringify(WHOLE, null, "\t");

describe("the same bundle in another format", () => {
  const contentOf = (text: string) => {
    const { nodes, edges } = rowsOf(text);
    return [
      nodes.map(({ label, id, sourceId, properties }) => ({ label, id, sourceId, properties })),
      edges.map(({ type, from, to, sourceId, properties }) => ({ type, from, to, sourceId, properties })),
    ];
  };
  const expected = contentOf(YAML);

  it.each([
    ["JSON on one line", JSON.stringify(WHOLE)],
    ["JSON with spaces", JSON.stringify(WHOLE, null, 2)],
    ["JSON with tabs", tabbed],
    ["JSON with tabs and CRLF", tabbed.replaceAll("\n", "\r\n")],
    ["NDJSON", `${LINES.join("\n")}\n`],
    ["NDJSON without a last line break", LINES.join("\n")],
    ["NDJSON with CRLF and empty lines", `${LINES.join("\r\n\r\n")}\r\n`],
    ["NDJSON with a byte order mark", `\ufeff${LINES.join("\n")}`],
    ["YAML with CRLF", YAML.replaceAll("\n", "\r\n")],
    ["YAML with a byte order mark", `\ufeff${YAML}`],
    ["YAML with a document mark", `---\n${YAML}`],
    ["YAML with comments", `# head\n${YAML.replaceAll("\n", " # c\n")}`],
    [
      "YAML with an anchor",
      `x\n${YAML}`
        .slice(2)
        .replace("from: state:aaa", "from: *a")
        .replace("id: state:aaa", "id: &a state:aaa"),
    ],
  ])("has the same content as %s", (_case, text) => {
    expect(contentOf(text)).toEqual(expected);
  });
});

describe("an unreadable bundle", () => {
  it.each([
    ["a bracket that stays open", `bundle: 1\nnodes: [a, b\n${MARK}`],
    ["a tab as indentation", `bundle: 1\nnodes:\n${MARK}\t- type: State\n`],
    ["a second document", `bundle: 1\n${MARK}---\nbundle: 1\n`],
  ])("is reported at its place: %s", (_case, text) => {
    const { text: clean, places } = marked(text);
    const problems = problemsOf(clean);
    expect(problems.map(({ place }) => place)).toEqual(places);
  });

  it("is reported with the line of wrong indentation", () => {
    const problems = problemsOf("bundle: 1\nnodes:\n  - type: State\n   id: state:aaa\n");
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]?.place).toMatch(/^bundle\.yaml:[34]:\d+$/);
    expect(problems[0]?.message).toMatch(/YAML or JSON/);
  });

  it("is reported with a duplicate key beside all other problems", () => {
    const { text, places } = marked(`bundle: 1
sources:
  - id: source:s
    name: S
    ${MARK}name: S2
    kind: ${MARK}NEWSPAPER
`);
    const problems = problemsOf(text);
    expect(problems.map(({ place }) => place)).toEqual(places);
    expect(problems[0]?.message).toMatch(/Duplicate key "name"/);
  });

  it("is reported if it is empty, a comment, a list or a word", () => {
    for (const text of ["", "\n\n", "# nothing\n", "- bundle: 1\n", "bundle\n", "null\n", "[]", "---\n"]) {
      const problems = problemsOf(text);
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toMatch(/bundle: 1/);
      expect(problems[0]?.place).toMatch(/^bundle\.yaml:\d+:\d+$/);
    }
  });

  it("is rejected quickly with the place of an alias bomb", () => {
    const levels = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i += 1) {
      const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
      levels.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(", ")}]`);
    }
    const problems = problemsOf(`bundle: 1\n${levels.join("\n")}\n`);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(1_000);
    expect(problems.some(({ message }) => /alias/i.test(message))).toBe(true);
  });

  it("is rejected if an alias refers to itself or to nothing", () => {
    for (const text of ["bundle: 1\nnodes: &n\n  - *n\n", "bundle: 1\nnodes: *nowhere\n"]) {
      const problems = problemsOf(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.some(({ message }) => /alias/i.test(message))).toBe(true);
    }
  });

  it("is rejected without a crash for thousands of nested brackets", () => {
    for (const text of [
      "[".repeat(20_000),
      `{"a":`.repeat(20_000),
      `bundle: 1\nnodes: ${"[".repeat(5_000)}${"]".repeat(5_000)}`,
    ]) {
      const problems = problemsOf(text);
      expect(problems.length).toBeGreaterThan(0);
      expect(problems.length).toBeLessThan(200);
    }
  });
});

describe("NDJSON", () => {
  const file = "rows.ndjson";

  it("is reported with the line and column of an error", () => {
    const { text, places } = marked(
      [
        '{"bundle": "1", "title": "T"}',
        '{"source": {"id": "source:s", "name": "S", "kind": "NEWS"}}',
        `{"node": {"type": "State", "id": ${MARK}"country:aaa", "name": "A", "source": "source:s"}}`,
        "",
        `${MARK}{"row": {"type": "State"}}`,
        `${MARK}[1, 2]`,
        `${MARK}{"node": {"type": "Topic", "id": "topic:t"}, "edge": {"type": "SIGNED"}}`,
      ].join("\n"),
      file,
    );
    expect(problemsOf(text, file).map(({ place }) => place)).toEqual(places);
  });

  it("is reported with only the line that is not JSON", () => {
    const text = ['{"bundle": "1"}', '{"node": {"type": "State", "id": ', '{"nodes": []}'].join("\n");
    const places = problemsOf(text, file).map(({ place }) => place);
    expect(places.length).toBeGreaterThan(0);
    expect(places.some((place) => place.startsWith("rows.ndjson:2:"))).toBe(true);
  });

  it.each([file, "bundle"])("is reported in line 1 of %s if the first line is not JSON", (file) => {
    const text = ['{"bundle": "1", "title": "T}', '{"node": {"type": "State", "id": "state:aaa"}}'].join(
      "\n",
    );
    expect(problemsOf(text, file)[0]?.place).toMatch(/^[a-z.]+:1:/);
  });
});

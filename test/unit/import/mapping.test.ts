import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { PactError } from "../../../src/errors.js";
import { parseMapping, readMapping } from "../../../src/import/mapping/read.js";
import { MARK, marked } from "../bundle/support.js";
import { conditionOf, failure, HEAD, mappingOf, mappingText } from "./support.js";

/** The errors of a mapping text, as `file:line:column: message`. */
function problemsOf(text: string): readonly string[] {
  try {
    parseMapping("mapping.yaml", text);
  } catch (error) {
    if (!(error instanceof PactError)) throw error;
    expect(error.code).toBe("MAPPING_INVALID");
    const { problems } = error.details as { problems: readonly { at: string; message: string }[] };
    for (const { at, message } of problems) expect(error.message).toContain(`${at}: ${message}`);
    return problems.map(({ at, message }) => `${at}: ${message}`);
  }
  return [];
}

/** Checks that a mapping has just the marked errors, and what each says. */
function expectProblems(text: string, ...messages: readonly RegExp[]): void {
  const { text: clean, places } = marked(text, "mapping.yaml");
  expect(places).toHaveLength(messages.length);
  expect(problemsOf(clean)).toEqual(
    places.map((place, index) =>
      expect.stringMatching(
        new RegExp(`^${place.replaceAll(".", "\\.")}: .*${messages[index]?.source}`, "s"),
      ),
    ),
  );
}

const SHIPPED = readdirSync(new URL("../../../seed/mappings/", import.meta.url)).filter((file) =>
  file.endsWith(".yaml"),
);

describe("the bundled mappings", () => {
  it("are thirteen", () => {
    expect(SHIPPED).toHaveLength(13);
  });

  it.each(SHIPPED)("have no errors and the name of their file: %s", async (file) => {
    const path = new URL(`../../../seed/mappings/${file}`, import.meta.url).pathname;
    const mapping = await readMapping(path);
    expect(`${mapping.id}.yaml`).toBe(file);
    expect(mapping.rows.length).toBeGreaterThan(0);
  });
});

describe("an error of a mapping", () => {
  it("is reported for an unknown key at the top", () => {
    expectProblems(`${mappingText({})}${MARK}filez: []\n`, /unknown key "filez"/);
  });

  it("is reported for an unknown key at any depth", () => {
    expectProblems(
      mappingText({
        rows: `edges:
  - type: PARTY_TO
    from: state:kaz
    to: treaty:t
    ${MARK}propertys: { validFrom: "{y}" }`,
      }),
      /unknown key "propertys"/,
    );
  });

  it("is reported at the start of the map for a missing key", () => {
    expectProblems(
      HEAD.replace("id: test\n", "").replace("mapping", `${MARK}${MARK}${MARK}mapping`),
      /id: is missing/,
      /files: is missing/,
      /rows: is missing/,
    );
  });

  it("is reported for a missing key of an edge", () => {
    expectProblems(
      mappingText({ rows: `edges:\n  - ${MARK}type: PARTY_TO\n    from: state:kaz` }),
      /to: is missing/,
    );
  });

  it("is reported for a list instead of a map, and a map instead of a list", () => {
    expectProblems(`${HEAD}${MARK}files: { name: data }\nrows:\n  - file: data\n`, /files: .*array/);
    expectProblems(mappingText({ top: `${MARK}lookups: [a]` }), /lookups: /);
  });

  it("is reported with the allowed words", () => {
    expectProblems(mappingText({ top: `${MARK}mode: replace` }), /mode: .*merge.*snapshot/);
    expectProblems(
      mappingText({ rows: `edges:\n  - { ${MARK}type: SIGNS, from: state:kaz, to: treaty:t }` }),
      /type: .*SIGNED/,
    );
  });

  it("is reported for edge types that mappings must not write", () => {
    for (const type of ["HAS_NAME", "REPORTS"]) {
      expectProblems(
        mappingText({ rows: `edges:\n  - { ${MARK}type: ${type}, from: state:kaz, to: name:0 }` }),
        /type: /,
      );
    }
  });

  it("is reported for an unknown version", () => {
    expectProblems(mappingText({}).replace("mapping: 1", `${MARK}mapping: 2`), /mapping: .*1/);
  });

  it("is reported for a count that is not a whole number", () => {
    expectProblems(mappingText({ rows: `expect: { ${MARK}rows: many }` }), /rows: .*integer/);
    expectProblems(mappingText({ rows: `expect: { ${MARK}PARTY_TO: "-1" }` }), /integer/);
  });

  it("is reported for an empty mapping, a word or a list", () => {
    for (const text of ["", "# nothing\n", "mapping\n", "- mapping: 1\n"]) {
      const problems = problemsOf(text);
      expect(problems.length).toBeGreaterThan(0);
      for (const problem of problems) expect(problem).toMatch(/^mapping\.yaml:1:1: /);
    }
  });

  it("is reported for invalid YAML", () => {
    const [problem] = problemsOf("mapping: 1\nfiles: [a, b\n");
    expect(problem).toMatch(/^mapping\.yaml:[23]:\d+: .*YAML/);
  });

  it("is reported with the name of a missing file", async () => {
    const { code, message } = await failure(() => readMapping("/nowhere/mapping.yaml"));
    expect(code).toBe("MAPPING_INVALID");
    expect(message).toMatch(/\/nowhere\/mapping\.yaml:1:1: .*ENOENT/);
  });

  it("is reported together with all others, in the order of their places", () => {
    expectProblems(
      mappingText({
        top: `${MARK}mode: replace\n${MARK}title2: x`,
        rows: `steps:\n  - split: { column: a, ${MARK}by: "(" }`,
      }),
      /mode/,
      /title2/,
      /by: .*regular expression/,
    );
  });
});

describe("an error in one of several forms", () => {
  it.each<[string, string, RegExp]>([
    [
      "an unknown key in a condition of a column",
      `steps:\n  - where: { a: { ${MARK}match: "^x" } }`,
      /unknown key "match"/,
    ],
    [
      "an unknown key in a step",
      `steps:\n  - fold: { key: [a], year: y, gaps: unknown, ${MARK}sama: [b] }`,
      /unknown key "sama"/,
    ],
    ["a step without its column", `steps:\n  - ${MARK}split: { by: ";" }`, /column: is missing/],
    [
      "an unknown key in a date",
      `steps:\n  - let: { d: { date: { year: y, ${MARK}mon: m } } }`,
      /unknown key "mon"/,
    ],
    [
      "an unknown key in a look-up of an end",
      `edges:\n  - { type: PARTY_TO, to: treaty:t, from: { lookup: state, ${MARK}codes: "1" } }`,
      /unknown key "codes"/,
    ],
    [
      "a truth value that is neither",
      `steps:\n  - extract: { column: a, match: "(?<x>.)", ${MARK}optional: maybe }`,
      /optional: /,
    ],
  ])("is reported for the nearest form: %s", (_case, rows, message) => {
    expectProblems(mappingText({ top: "lookups: { state: { types: [State] } }", rows }), message);
  });

  it("is reported for a case without a condition", () => {
    expectProblems(
      mappingText({ rows: `steps:\n  - let: { d: { cases: [${MARK}{ value: a }] } }` }),
      /when: is missing/,
    );
  });

  it("is reported for an unknown step", () => {
    expectProblems(mappingText({ rows: `steps:\n  - ${MARK}filter: { a: b }` }), /filter/);
  });
});

describe("an invalid regular expression", () => {
  it.each([
    ["in a condition", `steps:\n  - where: { a: { ${MARK}matches: "[a-" } }`],
    ["in a value", `steps:\n  - let: { x: { column: a, ${MARK}match: "(" } }`],
    ["in extract", `steps:\n  - extract: { column: a, ${MARK}match: "(?<1>a)" }`],
    ["in split", `steps:\n  - split: { column: a, ${MARK}by: "*" }`],
    ["in unpivot", `steps:\n  - unpivot: { columns: { ${MARK}matches: "+" }, name: n, value: v }`],
  ])("is reported at its place %s", (_case, rows) => {
    expectProblems(mappingText({ rows }), /is not a valid regular expression \(/);
  });

  it("is reported in the name of a file", () => {
    expectProblems(mappingText({ file: `${MARK}filename: "(?<a>"` }), /is not a valid regular expression/);
  });
});

describe("an unknown name", () => {
  it("is reported for a file", () => {
    expectProblems(
      mappingText({}).replace("  - file: data", `  - ${MARK}file: date`),
      /There is no file "date"\. Known: data/,
    );
  });

  it("is reported for a joined file", () => {
    expectProblems(
      mappingText({ rows: `steps:\n  - join: { ${MARK}file: other, on: a, key: a, as: o }` }),
      /There is no file "other"/,
    );
  });

  it("is reported for a look-up of an edge, a node or a property", () => {
    expectProblems(
      mappingText({
        top: "lookups: { state: { types: [State] } }",
        rows: `nodes:
  - type: Person
    id: { ${MARK}lookup: persons, name: "{n}" }
edges:
  - type: PARTICIPATED
    from: { ${MARK}lookup: stats, name: "{a}" }
    to: meeting:m
    properties:
      role: GUEST
      onBehalfOf: { ${MARK}lookup: steat, name: "{a}" }`,
      }),
      /There is no look-up "persons". Known: state/,
      /There is no look-up "stats"/,
      /There is no look-up "steat"/,
    );
  });

  it("is reported for a look-up of a property", () => {
    const [problem] = problemsOf(
      mappingText({
        rows: `edges:
  - type: PARTICIPATED
    from: person:p
    to: meeting:m
    properties: { role: GUEST, onBehalfOf: { lookup: state, name: "{a}" } }`,
      }),
    );
    expect(problem).toMatch(/There is no look-up "state". Known: none/);
  });

  it("is reported for an alternative look-up", () => {
    const [problem] = problemsOf(
      mappingText({
        top: "lookups: { state: { types: [State] } }",
        rows: `edges:
  - type: PARTY_TO
    from: { lookup: state, name: "{a}", otherwise: { lookup: stats, name: "{a}" } }
    to: treaty:t`,
      }),
    );
    expect(problem).toMatch(/There is no look-up "stats"/);
  });

  it("is reported for a property of an edge, a node or the source", () => {
    expectProblems(
      mappingText({
        rows: `nodes:
  - type: Treaty
    id: treaty:t
    properties: { ${MARK}inforce: "1990" }
    ifCreated: { ${MARK}endet: "1990" }
    evidence: { ${MARK}word: "1990" }
edges:
  - type: PARTY_TO
    from: state:kaz
    to: treaty:t
    properties: { ${MARK}valid_from: "1990" }`,
      }).replace("name: Test data", `name: Test data, ${MARK}licens: none`),
      /There is no property "licens"/,
      /There is no property "inforce"/,
      /There is no property "endet"/,
      /There is no property "word"/,
      /There is no property "valid_from"/,
    );
  });

  it("is reported for a property that only the service writes", () => {
    expectProblems(
      mappingText({
        rows: `edges:\n  - { type: PARTY_TO, from: state:kaz, to: treaty:t, properties: { ${MARK}primary: "true" } }`,
      }),
      /There is no property "primary"/,
    );
  });

  it("is reported for a file without match", () => {
    expectProblems(
      `${HEAD}files:\n  - ${MARK}name: data\nrows:\n  - file: data\n`,
      /requires match or bundled/,
    );
  });
});

describe("a constant value", () => {
  it("is reported once at its place if it is invalid", () => {
    const found = problemsOf(
      mappingText({
        rows: `nodes:
  - { type: Treaty, id: "treaty:{id}", properties: { kind: PAX }, names: [{ text: "{n}", kind: NICKNAME }] }
edges:
  - { type: PARTY_TO, from: "state:{s}", to: "treaty:{id}", properties: { validFrom: soon, validTo: "{end}" } }`,
      }),
    );
    expect(found).toHaveLength(3);
    expect(found.join("\n")).toMatch(/kind.*PAX[\s\S]*kind.*NICKNAME[\s\S]*validFrom.*soon/);
  });
});

describe("a duplicate key", () => {
  it("is reported at its second place, at any depth", () => {
    expectProblems(`${mappingText({})}${MARK}title: Another\n`, /Duplicate key "title"/);
    expectProblems(
      mappingText({ rows: `steps:\n  - let: { a: "1", b: "2", ${MARK}a: "3" }` }),
      /Duplicate key "a"/,
    );
  });

  it("is reported together with all other errors", () => {
    expectProblems(mappingText({ top: `${MARK}titel: x\n${MARK}id: other` }), /titel/, /Duplicate key "id"/);
  });
});

describe("a scalar of a mapping", () => {
  it.each(["0555", "1.10", "12e3", "0x1F", "1_000", "no", "true", "2018-06-11", "+7", ".5"])(
    "is kept unchanged: %s",
    (text) => {
      expect(conditionOf(`{ a: ${text} }`)({ a: text })).toBe(true);
      expect(conditionOf(`{ a: [${text}] }`)({ a: text })).toBe(true);
      expect(conditionOf(`{ a: { not: ${text} } }`)({ a: text })).toBe(false);
    },
  );

  it("is kept unchanged as a key of a map of values", () => {
    const mapping = mappingOf({ rows: "steps:\n  - let: { x: { column: a, map: { 0555: 1.10, 1: ~ } } }" });
    expect(mapping.rows[0]?.steps[0]).toEqual({
      let: { x: { column: "a", map: { "0555": "1.10", "1": null } } },
    });
  });

  it("is converted only if it is a count or a bound", () => {
    const mapping = mappingOf({
      file: "rows: 0012",
      rows: "expect: { rows: 3 }\nsteps:\n  - where: { a: { least: -1.5, most: 1.10 } }",
    });
    expect(mapping.files[0]?.rows).toBe(12);
    expect(mapping.rows[0]?.expect).toEqual({ rows: 3 });
    expect(mapping.rows[0]?.steps[0]).toEqual({ where: { a: { least: -1.5, most: 1.1 } } });
  });

  it("is null for ~ and null, but not in quotes", () => {
    for (const none of ["~", "null", ""]) {
      expect(conditionOf(`{ a: ${none} }`)({ a: null })).toBe(true);
      expect(conditionOf(`{ a: ${none} }`)({ a: "x" })).toBe(false);
    }
    expect(conditionOf('{ a: "~" }')({ a: "~" })).toBe(true);
    expect(conditionOf('{ a: "null" }')({ a: null })).toBe(false);
    expect(conditionOf("{ a: { not: ~ } }")({ a: null })).toBe(false);
    expect(conditionOf("{ a: { not: ~ } }")({ a: "" })).toBe(true);
  });
});

describe("an omitted key of a mapping", () => {
  it("has the documented default", () => {
    const mapping = mappingOf({ top: "lookups: { state: { types: [State] } }" });
    expect(mapping.mode).toBe("snapshot");
    expect(mapping.files[0]).toMatchObject({ optional: false, many: false, nulls: [""], columns: {} });
    expect(mapping.lookups.state).toMatchObject({ names: true, aliases: [], onMissing: "fail" });
    expect(mapping.rows[0]).toMatchObject({ steps: [], nodes: [], edges: [], expect: {} });
  });
});

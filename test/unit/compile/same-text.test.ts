import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeCursor } from "../../../src/plan/cursor.js";
import { compiledField, compiledFields, type Values } from "./support/compiled.js";

const WITH_VARIABLES = `
  query ($id: ID!, $n: Int, $day: Date, $time: EDTF, $sources: [ID!], $instant: DateTime, $lang: String) {
    treaty(id: $id, asOf: $day, sources: $sources) {
      name(lang: $lang)
      parties(first: $n, during: $time, asKnownAt: $instant) { nodes { id } }
    }
  }`;
const WITH_LITERALS = `{
  treaty(id: "treaty:x", asOf: "1990-01-01", sources: ["source:x"]) {
    name(lang: "ru")
    parties(first: 3, during: "1990", asKnownAt: "2026-01-01T00:00:00Z") { nodes { id } }
  }
}`;
const VALUES = {
  id: "treaty:inf-1987",
  n: 7,
  day: "2000-02-29",
  time: "1984?",
  sources: ["source:a", "source:b"],
  instant: "2020-01-01T00:00:00+03:00",
  lang: "en-GB",
};

async function textOf(query: string, variables: Values = {}): Promise<string> {
  return (await compiledField(query, variables)).text;
}

describe("the text of a statement", () => {
  it("is the same for all values, as literals or variables", async () => {
    const text = await textOf(WITH_LITERALS);
    expect(await textOf(WITH_VARIABLES, VALUES)).toBe(text);
    expect(await textOf(WITH_VARIABLES, { ...VALUES, n: 0, day: "0001-01-01", sources: [], lang: "" })).toBe(
      text,
    );
    expect(
      await textOf(WITH_LITERALS.replace('"treaty:x"', '"treaty:y"').replace("first: 3", "first: 900")),
    ).toBe(text);
  });

  it("is the same whatever the names of operations, aliases, fragments and variables", async () => {
    const one = `query A($a: ID!) { state(id: $a) { x: iso3 ...P } } fragment P on State { region }`;
    const other = `query B($b: ID!) { y: state(id: $b) { iso3 ... on State { region } } }`;
    expect(await textOf(one, { a: "state:kaz" })).toBe(await textOf(other, { b: "state:rus" }));
  });

  it("is the same in any order of arguments", async () => {
    const text = await textOf(
      `{ state(id: "s") { partyTo(first: 1, asOf: "1990-01-01") { nodes { id } } } }`,
    );
    expect(
      await textOf(`{ state(id: "s") { partyTo(asOf: "1991-01-01", first: 2) { nodes { id } } } }`),
    ).toBe(text);
  });

  it("differs if null removes a condition", async () => {
    const text = await textOf(WITH_VARIABLES, VALUES);
    expect(await textOf(WITH_VARIABLES, { ...VALUES, day: null })).not.toBe(text);
    expect(await textOf(WITH_VARIABLES, { ...VALUES, sources: null })).not.toBe(text);
  });
});

const HOSTILE = [
  "`})//",
  "' OR 1=1 //",
  "\\",
  '"',
  "}) DETACH DELETE n //",
  "$id0",
  "\u0000",
  "\n",
  "Кыргызстан",
  "`",
  "'",
];

describe("a value of a request", () => {
  const hostile = fc
    .tuple(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom(...HOSTILE),
      fc.string({ maxLength: 12 }),
    )
    .map((parts) => parts.join(""));
  const QUERY = `
    query ($id: ID!, $code: String!, $scheme: String, $ids: [ID!]!, $lang: String, $sources: [ID!], $cursor: String) {
      one: state(id: $id, sources: $sources) { region name(lang: $lang) partyTo(sources: $sources) { nodes { id } } }
      coded: state(code: $code, scheme: $scheme) { id }
      any: node(id: $id) { id }
      many: nodes(ids: $ids) { id }
      all: states(after: $cursor) { nodes { id } }
    }`;

  const run = async (text: string, lang: string) => {
    const first = await compiledField(`{ states { nodes { id } } }`);
    const cursor = encodeCursor(first.bound.pages.get(0)?.fingerprint ?? "", [text]);
    const values = {
      id: text,
      code: text,
      scheme: text.slice(0, 50),
      ids: [text, text],
      lang,
      sources: [text],
      cursor,
    };
    return [...(await compiledFields(QUERY, values)).values()].map((field) => field.text);
  };

  it("is not in the text as a variable", async () => {
    const benign = await run("state:kaz", "ru");
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect(await run(text, text.slice(0, 20))).toEqual(benign);
      }),
      { numRuns: 200 },
    );
  });

  it("is not in the text as a literal", async () => {
    const query = (text: string) => {
      const literal = JSON.stringify(text);
      return `{ state(code: ${literal}, scheme: ${literal}, sources: [${literal}]) {
        region
        partyTo(sources: [${literal}]) { nodes { id } }
      } }`;
    };
    const benign = await textOf(query("kaz"));
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        expect(await textOf(query(text))).toBe(benign);
      }),
      { numRuns: 200 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { encodeCursor } from "../../../src/plan/cursor.js";
import { TemporalValue } from "../../../src/statement/parameters.js";
import { compiledField, type Values } from "../compile/support/compiled.js";

async function problemOf(query: string, variables: Values = {}): Promise<unknown> {
  return compiledField(query, variables).then(
    () => "no error",
    (error: unknown) => error,
  );
}

const problem = (code: string, path: readonly string[], message: string) =>
  expect.objectContaining({
    path,
    message: expect.stringContaining(message),
    extensions: { code },
  });

describe("bindField", () => {
  it("converts days and instants, and intervals to their bounds", async () => {
    const { bound } = await compiledField(
      `{ state(id: "s", asOf: "1990-02-03", during: "1984?/..", asKnownAt: "2020-01-01T00:00:00Z") { partyTo { totalCount } } }`,
    );
    expect(bound.parameters).toEqual({
      id0: "s",
      asOf0: new TemporalValue("date", "1990-02-03"),
      duringMin0: new TemporalValue("date", "1984-01-01"),
      duringMax0: new TemporalValue("date", "9999-12-31"),
      asKnownAt0: new TemporalValue("datetime", "2020-01-01T00:00:00Z"),
      limit0: 101,
    });
  });

  it("converts a code to the form of look-ups and keeps the scheme unchanged", async () => {
    const { bound } = await compiledField(`{ state(code: " KAZ ", scheme: "ISO3") { id } }`);
    expect(bound.parameters).toEqual({ norm0: "kaz", scheme0: "ISO3" });
  });

  it.each([
    ["ru", ["ru"]],
    ["ru-RU", ["ru-RU", "ru"]],
    ["sr_Latn_RS", ["sr-Latn-RS", "sr-Latn", "sr"]],
  ])("makes a chain of %s", async (lang, chain) => {
    const { bound } = await compiledField(`query ($lang: String) { state(id: "s") { name(lang: $lang) } }`, {
      lang,
    });
    expect(bound.parameters).toMatchObject({ languages0: chain });
  });

  it.each([
    ["nothing", "states", 101],
    ["first", "states(first: 7)", 8],
    ["last", "states(last: 0)", 1],
    ["the largest page", "states(first: 1000)", 1001],
    ["null", "states(first: null, last: null)", 101],
  ])("requests one row more than the page: %s", async (_what, field, limit) => {
    const { bound } = await compiledField(`{ ${field} { nodes { id } } }`);
    expect(bound.parameters).toMatchObject({ limit0: limit });
    expect(bound.pages.get(0)).toMatchObject({ size: limit - 1, backward: field.includes("last: 0") });
  });
});

describe("an invalid argument", () => {
  it.each([
    [
      "first below 0",
      `{ states(first: -1) { totalCount } }`,
      ["states"],
      "first must be a whole number from 0 to 1000",
    ],
    [
      "last above 1000",
      `{ states(last: 1001) { totalCount } }`,
      ["states"],
      "last must be a whole number from 0 to 1000",
    ],
    ["first and last", `{ states(first: 1, last: 1) { totalCount } }`, ["states"], "first or last"],
    ["neither id nor code", `{ state { id } }`, ["state"], "id or code"],
    ["id and code", `{ state(id: "a", code: "b") { id } }`, ["state"], "id or code"],
    ["id null", `{ state(id: null) { id } }`, ["state"], "id or code"],
    [
      "a code too long",
      `{ state(code: "${"x".repeat(201)}") { id } }`,
      ["state"],
      "code must have at most 200",
    ],
    [
      "a scheme too long",
      `{ state(code: "b", scheme: "${"x".repeat(51)}") { id } }`,
      ["state"],
      "scheme must have at most 50",
    ],
    [
      "too many sources",
      `{ state(id: "a", sources: [${'"s" '.repeat(101)}]) { id } }`,
      ["state"],
      "sources must have at most 100",
    ],
    [
      "too many ids",
      `{ nodes(ids: [${'"s" '.repeat(1001)}]) { id } }`,
      ["nodes"],
      "ids must have at most 1000",
    ],
    [
      "below an alias",
      `{ kz: state(id: "a") { all: partyTo(first: 2000) { totalCount } } }`,
      ["kz", "all"],
      "first must be",
    ],
    [
      "deep below",
      `{ state(id: "a") { partyTo { nodes { parties(last: 5000) { totalCount } } } } }`,
      ["state", "partyTo", "parties"],
      "last must be",
    ],
    [
      "a language too long",
      `{ state(id: "a") { name(lang: "${"x".repeat(36)}") } }`,
      ["state", "name"],
      "lang must have at most 35",
    ],
  ])("is rejected: %s", async (_what, query, path, message) => {
    expect(await problemOf(query)).toEqual(problem("BAD_INPUT", path, message));
  });

  it("is reported together with all others of its field", async () => {
    const error = await problemOf(`{ states(first: -1, last: 5000) { totalCount } }`);
    expect(error).toEqual(problem("BAD_INPUT", ["states"], "first must be"));
    expect(error).toEqual(problem("BAD_INPUT", ["states"], "last must be"));
  });
});

describe("cursors of a list", () => {
  const QUERY = `query ($after: String, $day: Date, $parts: Boolean, $certainty: Certainty, $sources: [ID!]) {
    organization(id: "o", asOf: $day, certainty: $certainty) {
      adopted(after: $after, includeParts: $parts, sources: $sources) { nodes { id } }
    }
  }`;
  const VALUES = { day: "1990-01-01", parts: false, certainty: "POSSIBLE", sources: ["source:a"] };

  async function cursor(values: Values, keys: readonly string[] = ["n", "r"]): Promise<string> {
    const { bound } = await compiledField(QUERY, values);
    return encodeCursor(bound.pages.get(1)?.fingerprint ?? "", keys);
  }

  it("match the same list", async () => {
    const after = await cursor(VALUES);
    const { bound } = await compiledField(QUERY, { ...VALUES, after });
    expect(bound.parameters).toMatchObject({ after0: "n", after1: "r" });
  });

  it("match the same list if an equivalent condition is elsewhere", async () => {
    const after = await cursor({ ...VALUES, sources: null });
    const query = `query ($after: String) {
      organization(id: "o") {
        adopted(asOf: "1990-01-01", certainty: POSSIBLE, includeParts: false, after: $after) { nodes { id } }
      }
    }`;
    expect((await compiledField(query, { after })).bound.parameters).toMatchObject({ after0: "n" });
  });

  it.each([
    ["another day", { ...VALUES, day: "1990-01-02" }],
    ["no day", { ...VALUES, day: null, certainty: null }],
    ["parts", { ...VALUES, parts: true }],
    ["certainty", { ...VALUES, certainty: "CERTAIN" }],
    ["other sources", { ...VALUES, sources: ["source:b"] }],
  ])("do not match other conditions: %s", async (_what, values) => {
    const after = await cursor(VALUES);
    expect(await problemOf(QUERY, { ...values, after })).toEqual(
      problem("BAD_CURSOR", ["organization", "adopted"], "another list"),
    );
  });

  it("do not match another list", async () => {
    const after = await cursor({});
    const query = `query ($after: String) { organization(id: "o") { considered(after: $after) { totalCount } } }`;
    expect(await problemOf(query, { after })).toEqual(
      problem("BAD_CURSOR", ["organization", "considered"], "another list"),
    );
  });

  it("must contain all keys", async () => {
    const after = await cursor(VALUES, ["n"]);
    expect(await problemOf(QUERY, { ...VALUES, after })).toEqual(
      problem("BAD_CURSOR", ["organization", "adopted"], "damaged"),
    );
  });

  it("are no more than 4000 characters", async () => {
    expect(await problemOf(QUERY, { ...VALUES, after: "x".repeat(4001) })).toEqual(
      problem("BAD_INPUT", ["organization", "adopted"], "after is not a cursor"),
    );
  });

  it("contain the type and the id of an edge in lists of assertions", async () => {
    const query = `query ($after: String) { source(id: "s") { asserted(after: $after) { edges { id } } } }`;
    const { bound } = await compiledField(query);
    const after = encodeCursor(bound.pages.get(1)?.fingerprint ?? "", ["SIGNED", "edge"]);
    expect((await compiledField(query, { after })).bound.parameters).toMatchObject({
      after0: "SIGNED",
      after1: "edge",
    });
  });
});

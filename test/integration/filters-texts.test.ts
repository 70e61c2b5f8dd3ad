import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectRefused, type ServedGraph, serveGraph } from "../fixtures/serve-graph.js";
import { PLACES, TEXTS } from "../fixtures/values-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(TEXTS);
});
afterAll(() => graph?.stop());

const HEADS = "($text: String!)";

/** Slugs of the treaties whose place fits, the operand given as a variable. */
async function placed(operator: string, text: string): Promise<readonly string[]> {
  const operand = operator === "in" ? "[$text]" : "$text";
  const found = await graph.list("treaties", `where: {place: {${operator}: ${operand}}}`, { text }, HEADS);
  return [...found].sort();
}

/** The same, the operand written into the document. */
async function placedLiterally(operator: string, text: string): Promise<readonly string[]> {
  const found = await graph.list("treaties", `where: {place: {${operator}: ${JSON.stringify(text)}}}`);
  return [...found].sort();
}

describe("a text with special characters", () => {
  it.each(Object.entries(PLACES))("matches only itself: %s: %j", async (slug, place) => {
    for (const operator of ["eq", "in", "contains", "startsWith"]) {
      expect(await placed(operator, place), operator).toEqual([slug]);
      expect(await placedLiterally(operator, place), operator).toEqual([slug]);
    }
    expect(await placed("ne", place)).not.toContain(slug);
    // A question mark or star in a pattern fits any text, and so the one written.
    expect(await placed("matches", place)).toEqual([slug]);
    expect(await placedLiterally("matches", place)).toEqual([slug]);
  });
});

describe("the operator contains", () => {
  it.each([
    ["\\", ["backslash"]],
    ["\\t", ["backslash"]],
    ['"', ["quotes"]],
    ["'", ["quotes"]],
    ["$", ["signs"]],
    ["*", ["brackets", "signs"]],
    ["?", ["signs"]],
    ["[", ["brackets"]],
    [".*", ["brackets"]],
    ["(y|z)", ["brackets"]],
    ["^", ["brackets"]],
    ["{x}", ["signs"]],
    ["%", ["percent"]],
    ["_", ["percent"]],
    ["\n", ["lines"]],
    ["😀", ["emoji"]],
    // Ё and ё are one letter in two cases; Е is another.
    ["королёв", ["royal"]],
    ["КОРОЛЁВ", ["royal"]],
    ["королев", ["capitals"]],
    ["İSTANBUL", ["turkish"]],
    ["STANBUL", ["turkish"]],
    // Every part of a text is in it, also where lower case depends on the neighbour (Σ: σ, at the end ς).
    ["ΟΔΟΣ", ["greek"]],
    ["οδοσ", ["greek"]],
  ])("finds the expected texts: %j", async (text, expected) => {
    expect(await placed("contains", text)).toEqual(expected);
    expect(await placedLiterally("contains", text)).toEqual(expected);
  });
});

describe("the operator startsWith", () => {
  it.each([
    ["c:\\", ["backslash"]],
    ["100$", ["signs"]],
    ["[X", ["brackets"]],
    [".", []],
    ["КОРОЛ", ["capitals", "royal"]],
    ["королЁ", ["royal"]],
    ["İst", ["turkish"]],
    ["ΟΔΟΣ", ["greek"]],
    ["first\n", ["lines"]],
  ])("finds the expected texts: %j", async (text, expected) => {
    expect(await placed("startsWith", text)).toEqual(expected);
  });
});

describe("the operator matches", () => {
  it.each([
    ["?:\\*", ["backslash"]],
    ["C:\\?????????", []],
    ["C:\\????????", ["backslash"]],
    ['*"yes"*', ["quotes"]],
    ["100$ a?b?c*", ["signs"]],
    ["[x].*", ["brackets"]],
    ["[x]?*", ["brackets"]],
    [".*", []],
    ["[a-z]*", []],
    ["*(y|z)*", ["brackets"]],
    ["*^+", ["brackets"]],
    ["\\Q*\\E", []],
    ["корол?в", ["capitals", "royal"]],
    ["КОРОЛЁВ", ["royal"]],
    ["*ЛЕВ", ["capitals"]],
    ["?stanbul", ["turkish"]],
    ["İ*L", ["turkish"]],
    ["first*", ["lines"]],
    ["first?second", ["lines"]],
    ["a?b", ["emoji"]],
    ["a??b", []],
    ["50% _?", ["percent"]],
    ["*οδοσ?", ["greek"]],
    ["", []],
    ["stanbul", []],
  ])("finds the expected texts: %j", async (text, expected) => {
    expect(await placed("matches", text)).toEqual(expected);
    expect(await placedLiterally("matches", text)).toEqual(expected);
  });

  it("finds all set values with a star, and is fast with many stars", async () => {
    expect(await placed("matches", "*")).toHaveLength(Object.keys(PLACES).length);
    expect(await placed("matches", `${"*a".repeat(500)}*!`)).toEqual([]);
    expect(await placed("matches", "*o*e*w")).toEqual([]);
    expect(await placed("matches", "*T*p*N*")).toEqual(["backslash"]);
  });
});

it("a text that does not occur matches nothing, and its complement includes unset values", async () => {
  expect(await placed("contains", "nothing has this")).toEqual([]);
  const others = await graph.list("treaties", `where: {not: {place: {contains: "stanbul"}}}`);
  expect([...others].sort()).toEqual(
    [...Object.keys(PLACES), "nowhere"].filter((s) => s !== "turkish").sort(),
  );
});

describe("the option fold", () => {
  const folded = (filter: string) => graph.list("treaties", `where: {place: {${filter}, fold: true}}`);

  it.each([
    [`contains: "orole"`, ["capitals", "royal"]],
    [`matches: "KOROLEV"`, ["capitals", "royal"]],
    [`matches: "Korol*"`, ["capitals", "royal"]],
    [`matches: "Istanbul"`, ["turkish"]],
    [`matches: "Одоса"`, ["greek"]],
    [`matches: "Korole"`, []],
  ])("finds texts in any script: %s", async (filter, expected) => {
    expect([...(await folded(filter))].sort()).toEqual(expected);
  });

  it("is accepted only for these operators and for short texts", async () => {
    for (const filter of [`eq: "Korolev"`, `contains: "${"a".repeat(201)}"`]) {
      const query = `{ treaties(where: {place: {${filter}, fold: true}}) { totalCount } }`;
      await expectRefused(graph, query, { code: "BAD_INPUT", path: ["treaties"], message: /fold/ });
    }
  });

  it("has no effect if it is false", async () => {
    expect(await graph.list("treaties", `where: {place: {contains: "orole", fold: false}}`)).toEqual([]);
  });
});

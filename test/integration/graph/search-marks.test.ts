import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NAMES } from "../../fixtures/names-graph.js";
import { SEARCH, searcher } from "../../fixtures/search.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(NAMES);
});
afterAll(() => graph?.stop());

const search = searcher(() => graph);

describe("a search text with special characters", () => {
  const MARKS = [
    "+",
    "-",
    "&",
    "&&",
    "|",
    "||",
    "!",
    "(",
    ")",
    "{",
    "}",
    "[",
    "]",
    "^",
    '"',
    "~",
    "*",
    "?",
    ":",
  ];
  const ALL = [
    ...MARKS,
    "\\",
    "/",
    "«",
    "»",
    "“",
    "'",
    ",",
    ".",
    "—",
    "…",
    "%",
    "$",
    "`",
    "<",
    ">",
    "=",
    "@",
    "#",
  ];

  it.each(ALL)("is searched as if %s were a space", async (mark) => {
    // Alone it finds nothing; before, behind and around a name it changes nothing.
    expect((await search(mark)).hits).toEqual([]);
    for (const text of [`${mark}CSTO`, `CSTO${mark}`, `${mark} CSTO ${mark}`, `CSTO ${mark}`]) {
      expect((await search(text)).ids, text).toEqual(["org:csto"]);
    }
    expect((await search(`CSTO${mark}2`)).ids, `CSTO${mark}2`).not.toContain("org:nato");
  });

  it.each([
    ["СНВ-", "treaty:start"],
    ["СНВ-III", "treaty:start"],
    ["СНВ III", "treaty:start"],
    ["A/RES/46/36", "document:res"],
    ["RES/46", "document:res"],
    ['«ОДКБ" (CSTO', "org:csto"],
    ["(CSTO OR", "org:csto"],
    ['"CSTO', "org:csto"],
    ["O'Neill", "person:oneill"],
  ])("finds its node: %s", async (text, id) => {
    const answer = await ask(graph.server, SEARCH, { text });
    expect(answer.errors).toBeUndefined();
    if (!text.endsWith("OR")) expect(answer.data.search.edges[0]?.node.id).toBe(id);
  });

  it.each([
    "---",
    "",
    " ",
    "\t\n",
    '+-&|!(){}[]^"~*?:\\/',
    "\\",
    '"',
    "()",
    "[* TO *]",
    "*:*",
    "zzzzqqqq",
    "\u0000",
  ])('finds nothing, without an error: "%s"', async (text) => {
    const answer = await ask(graph.server, SEARCH, { text });
    // Whether a text without any letter is refused or finds nothing is not said.
    if (answer.errors) expect(answer.errors[0]?.extensions?.code).toBe("BAD_INPUT");
    else expect(answer.data.search).toEqual({ totalCount: 0, edges: [], facets: [] });
  });

  it.each([
    "AND",
    "OR",
    "NOT",
    "AND NOT",
    "NOT CSTO",
    "CSTO OR NATO",
    "CSTO AND NATO",
    "CSTO AND",
    "CSTO~2",
    "CST*",
  ])("treats operators of the search engine as words: %s", async (text) => {
    const { ids } = await search(text);
    expect(ids.length).toBeLessThan(3);
    if (text.startsWith("NOT")) expect(ids).not.toContain("org:nato");
    if (text.includes("NATO")) expect(ids).toEqual([]);
  });

  it("is rejected or answered if it is very long", async () => {
    for (const text of ["ы".repeat(20_000), "слово ".repeat(3_000), "( ".repeat(3_000)]) {
      const answer = await ask(graph.server, SEARCH, { text });
      for (const { extensions } of answer.errors ?? []) {
        expect(extensions?.code).toMatch(/^(BAD_INPUT|QUERY_TOO_LARGE)$/);
      }
    }
  });
});

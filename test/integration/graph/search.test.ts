import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NAMES } from "../../fixtures/names-graph.js";
import { searcher } from "../../fixtures/search.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";
import { ask } from "../../support/ask.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(NAMES);
});
afterAll(() => graph?.stop());

const search = searcher(() => graph);

describe("a search in another script or form", () => {
  it.each([
    ["Хачатуров", "person:hach EXACT"],
    ["ХАЧАТУРОВ", "person:hach EXACT"],
    ["Khachaturov", "person:hach TRANSLITERATION"],
    ["Hachaturov", "person:hach TRANSLITERATION"],
    ["khachaturov", "person:hach TRANSLITERATION"],
    ["Hachaturof", "person:hach FUZZY"],
    ["Khachturov", "person:hach FUZZY"],
    ["Хачатуроф", "person:hach FUZZY"],
    ["Хачтуров", "person:hach FUZZY"],
    ["Muller", "person:mueller EXACT"],
    ["MÜLLER", "person:mueller EXACT"],
    ["Mu\u0308ller", "person:mueller EXACT"],
    ["Korolyov", "person:korolyov TRANSLITERATION"],
    ["одкб", "org:csto EXACT"],
    ["ODKB", "org:csto TRANSLITERATION"],
    ["«CSTO»", "org:csto EXACT"],
    ["организации договора о коллективной безопасности", "org:csto MORPHOLOGY"],
  ])("finds the right node first: %s", async (text, first) => {
    expect((await search(text)).hits[0]).toBe(first);
  });

  it.each([
    ["Хачатурова", "person:hach"],
    ["Хачатурову", "person:hach"],
    ["O’Neill Smith", "person:oneill"],
  ])("finds the right node first, whatever the kind of match: %s", async (text, id) => {
    expect((await search(text)).ids[0]).toBe(id);
  });

  it("looks for spelling errors only when nothing else matches", async () => {
    for (const text of ["Хачатуров", "Khachaturov"]) {
      expect((await search(text)).hits.filter((hit) => hit.endsWith("FUZZY"))).toEqual([]);
    }
    expect((await search("Хачатурян")).ids).toEqual(["person:hachaturyan"]);
  });

  it.each(["Королев", "КОРОЛЁВ", "королёв", "Королёв"])("treats ё and е as one letter: %s", async (text) => {
    const { hits } = await search(text);
    expect(hits[0]).toBe("person:korolyov EXACT");
  });

  it("returns the name that matches", async () => {
    expect((await search("РСМД")).matched[0]).toBe("РСМД");
    expect((await search("Khachaturov")).matched).toEqual(["Хачатуров"]);
    expect((await search("королев")).matched[0]).toBe("Королёв");
  });
});

describe("a node in search", () => {
  it("is found by its display name, even without such a name node", async () => {
    expect((await search("Draft of a peace")).ids).toEqual(["document:draft"]);
  });
});

describe("the order of search results", () => {
  it.each([
    ["INF", "treaty:inf EXACT"],
    ["inf", "treaty:inf EXACT"],
    ["KAZ", "state:kaz EXACT"],
    ["kaz", "state:kaz EXACT"],
    ["treaty:inf", "treaty:inf ID"],
    ["state:kaz", "state:kaz ID"],
    ["договор РСМД", "treaty:inf WORDS"],
    ["РСМД договор", "treaty:inf WORDS"],
    ["A/RES/46/36", "document:res EXACT"],
  ])("starts with the exact match: %s", async (text, first) => {
    expect((await search(text)).hits[0]).toBe(first);
  });

  it("contains a node with forty names once, after the exact match", async () => {
    expect((await search("INF")).ids).toEqual(["treaty:inf", "treaty:many"]);
    const { ids } = await search("договор ракет");
    expect([...ids].sort()).toEqual(["treaty:inf", "treaty:many"]);
  });

  it("contains both nodes with the same abbreviation", async () => {
    expect((await search("СБ")).hits).toEqual(["org:sb1 EXACT", "org:sb2 EXACT"]);
  });
});

describe("the arguments of search", () => {
  it("limit names to a language, but not codes", async () => {
    expect((await search("ОДКБ", { lang: "ru" })).ids).toEqual(["org:csto"]);
    expect((await search("ОДКБ", { lang: "en" })).ids).toEqual([]);
    expect((await search("INF", { lang: "en" })).ids).toContain("treaty:inf");
    expect((await search("INF", { lang: "ru" })).ids).toEqual(["treaty:many"]);
    expect((await search("KAZ", { lang: "ru" })).ids).toContain("state:kaz");
    expect((await search("РСМД", { lang: null })).ids).toEqual(["treaty:inf"]);
  });

  it("limit the results, but not the facets, to types", async () => {
    const FACETS = ["Treaty 2", "Document 1", "Organization 1"];
    const all = await search("договор");
    expect([...all.ids].sort()).toEqual(["document:draft", "org:csto", "treaty:inf", "treaty:many"]);
    expect(all.facets).toEqual(FACETS);
    const documents = await search("договор", { types: ["Document"] });
    expect(documents.ids).toEqual(["document:draft"]);
    expect(documents.facets).toEqual(FACETS);
    const two = await search("договор", { types: ["Organization", "Document"] });
    expect([...two.ids].sort()).toEqual(["document:draft", "org:csto"]);
    expect(two.facets).toEqual(FACETS);
    expect(await search("договор", { types: ["Person"] })).toMatchObject({ ids: [], facets: FACETS });
    expect((await search("договор", { types: ["Document"], lang: "ru" })).facets.at(0)).toBe("Treaty 2");
    expect((await search("договор", { types: [] })).facets).toEqual(FACETS);
  });

  // Finding H4: `search` had no `where`. Its facets count what satisfies it.
  it.each([
    ["treaty: { kind: { eq: ARMS_CONTROL } }", ["treaty:inf", "treaty:many"]],
    ["treaty: { kind: { eq: PEACE } }", []],
    ["document: { kind: { eq: PLAN } }", ["document:draft"]],
    [
      "or: [{ document: { kind: { eq: PLAN } } }, { organization: { kind: { in: [IGO] } } }]",
      ["document:draft", "org:csto"],
    ],
    ['id: { in: ["org:csto", "org:nato"] }', ["org:csto"]],
    ["names: { some: { node: { kind: { eq: ABBR } } } }", ["org:csto", "treaty:inf"]],
    ["not: { type: { eq: Treaty } }", ["document:draft", "org:csto"]],
  ])("limit the results to nodes with %s", async (where, ids) => {
    const { search: found } = await graph.data(
      `{ search(text: "договор", where: { ${where} }) { totalCount nodes { id } facets { count } } }`,
    );
    expect(found.nodes.map(({ id }: { id: string }) => id).sort()).toEqual(ids);
    expect(found.totalCount).toBe(ids.length);
    const counts: readonly { readonly count: number }[] = found.facets;
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(ids.length);
  });

  it("allow facets alone and on a page", async () => {
    const { search: alone } = await graph.data(`{ search(text: "договор") { facets { type count } } }`);
    expect(alone.facets).toHaveLength(3);
    const { search: page } = await graph.data(
      `{ search(text: "договор", first: 1) { nodes { id } facets { count } } }`,
    );
    expect(page.nodes).toHaveLength(1);
    expect(page.facets).toEqual([{ count: 2 }, { count: 1 }, { count: 1 }]);
  });

  it.each([1, 2, 3])("return each result once in order with pages of %i", async (size) => {
    const all = (await search("договор")).ids;
    const found: string[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { search: page }: Awaited<ReturnType<ServedGraph["data"]>> = await graph.data(
        `query ($after: String) { search(text: "договор", first: ${size}, after: $after) {
          nodes { id } totalCount pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      expect(page.totalCount).toBe(all.length);
      found.push(...page.nodes.map(({ id }: { id: string }) => id));
      more = page.pageInfo.hasNextPage;
      after = page.pageInfo.endCursor;
    }
    expect(found).toEqual(all);
    const { search: last } = await graph.data(`{ search(text: "договор", last: 2) { nodes { id } } }`);
    expect(last.nodes.map(({ id }: { id: string }) => id)).toEqual(all.slice(-2));
  });

  it("reject a cursor of another text", async () => {
    const { search: page } = await graph.data(
      `{ search(text: "договор", first: 1) { pageInfo { endCursor } } }`,
    );
    for (const args of [`text: "ракет"`, `text: "договор", lang: "ru"`, `text: "договор", types: [Treaty]`]) {
      const answer = await ask(
        graph.server,
        `{ search(${args}, after: "${page.pageInfo.endCursor}") { totalCount } }`,
      );
      expect(answer.errors, args).toMatchObject([{ path: ["search"], extensions: { code: "BAD_CURSOR" } }]);
    }
  });
});

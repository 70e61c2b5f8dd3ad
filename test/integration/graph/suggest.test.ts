import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NAMES } from "../../fixtures/names-graph.js";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";

let graph: ServedGraph;

beforeAll(async () => {
  graph = await serveGraph(NAMES);
});
afterAll(() => graph?.stop());

const SUGGEST = `query ($text: String!, $types: [NodeType!], $first: Int) {
  suggest(text: $text, types: $types, first: $first) { name parts { text isMatch } node { id } } }`;

interface Suggestion {
  readonly name: string;
  readonly parts: readonly { readonly text: string; readonly isMatch: boolean }[];
  readonly node: { readonly id: string };
}

async function suggest(text: string, more: Readonly<Record<string, unknown>> = {}) {
  const found: readonly Suggestion[] = (await graph.data(SUGGEST, { text, ...more })).suggest;
  return found.map(({ node, parts }) => {
    const marked = parts.map((part) => (part.isMatch ? `[${part.text}]` : part.text)).join("");
    return `${node.id} ${marked}`;
  });
}

describe("suggestions for a typed text", () => {
  it.each([
    ["казахст", "state:kaz [Казахст]ан"],
    ["Хач", "person:hach [Хач]атуров"],
    ["khach", "person:hach [Хачатуров]"],
    ["короле", "person:koroleva [Короле]ва"],
    ["mul", "person:mueller [Mül]ler"],
    ["Intermediate-Range Nuc", "treaty:inf [Intermediate]-[Range] [Nuc]lear Forces Treaty"],
    ["forces nuc", "treaty:inf Intermediate-Range [Nuc]lear [Forces] Treaty"],
    ["a/res/46", "document:res [A]/[RES]/[46]/36"],
  ])("contain the matching name with its marks: %s", async (text, first) => {
    expect(await suggest(text)).toContain(first);
  });

  it("start with names that begin with the text", async () => {
    expect(await suggest("орг")).toEqual(["org:csto [Орг]анизация Договора о коллективной безопасности"]);
    expect((await suggest("договор о")).at(0)).toMatch(/^treaty:/);
  });

  it("contain each node once, limited by types and number", async () => {
    const all = await suggest("договор");
    expect(all.map((line) => line.split(" ")[0]).sort()).toEqual([
      "document:draft",
      "org:csto",
      "treaty:inf",
      "treaty:many",
    ]);
    expect(await suggest("договор", { types: ["Organization"] })).toHaveLength(1);
    expect(await suggest("договор", { first: 2 })).toHaveLength(2);
  });

  it("are an empty list for an unknown name", async () => {
    for (const text of ["Гондор", "xyz", "«—»"]) expect(await suggest(text)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { markedParts, prefixQuery } from "../../../src/names/prefix.js";

const marked = (name: string, text: string) =>
  markedParts(name, text)
    .map(({ text: piece, isMatch }) => (isMatch ? `[${piece}]` : piece))
    .join("");

describe("the marked parts of a suggested name", () => {
  it.each([
    ["North Atlantic Treaty", "North Atl", "[North] [Atl]antic Treaty"],
    ["Договор о нераспространении", "нер дог", "[Дог]овор о [нер]аспространении"],
    ["Королёв", "коро", "[Коро]лёв"],
    ["Хачатуров", "khach", "[Хачатуров]"],
    ["Côte d’Ivoire", "cote", "[Côte] d’Ivoire"],
    ["Договор о запрещении оружия", "договор о за", "[Договор] [о] [за]прещении оружия"],
    ["NATO", "x", "NATO"],
  ])("are correct for %s and %s", (name, text, pieces) => {
    expect(marked(name, text)).toBe(pieces);
    expect(
      markedParts(name, text)
        .map((piece) => piece.text)
        .join(""),
    ).toBe(name);
  });
});

describe("the query of a prefix", () => {
  it("is empty without letters", () => {
    expect(prefixQuery("«—»")).toEqual({ start: "", words: "" });
  });

  it("has a star after each word and no syntax of the user", () => {
    const { start, words } = prefixQuery('North* Atl"');
    expect(start).toBe("Nnorth_atl*");
    expect(words).toMatch(/^\(Fnorth\*.*\) AND \(Fatl\*.*\)$/);
  });
});

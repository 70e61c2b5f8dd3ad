import { describe, expect, it } from "vitest";
import { mixedAlphabets } from "../../../src/bundle/warnings/alphabets.js";
import { HEAD, problemsOf, rowsOf } from "./support.js";

const named = (text: string) => `${HEAD}
nodes:
  - type: Organization
    id: org:x
    kind: IGO
    name: ${JSON.stringify(text)}
`;

describe("an invisible character", () => {
  it.each([
    ["a right-to-left override", "abc\u202Edef", "U+202E at position 4"],
    ["a mark of direction", "\u200Fabc", "U+200F at position 1"],
    ["a bell", "ab\u0007c", "U+0007 at position 3"],
    ["a byte order mark in the middle", "ab\uFEFFc", "U+FEFF at position 3"],
    ["half a character", "ab\uD800c", "U+D800 at position 3"],
  ])("is rejected with its place: %s", (_, text, said) => {
    const [problem] = problemsOf(named(text));
    expect(problem?.message).toContain(`name has the hidden character ${said}`);
    expect(problem?.place).toMatch(/^bundle\.yaml:\d+:11$/);
  });

  it("is not confused with letters of any script, accents or emoji", () => {
    for (const text of ["Мальй", "Côte d’Ivoire", "میان‌رده", "Հայաստան", "𐍈 𝒞", "Ga\u009Aparovič"])
      expect(problemsOf(named(text))).toEqual([]);
  });
});

describe("a word in two alphabets", () => {
  const warned = (text: string) => mixedAlphabets(rowsOf(named(text)).nodes).map(({ message }) => message);

  it("causes a warning that marks the Latin letters", () => {
    expect(warned("CНГ")).toEqual(['org:x: "CНГ" has Latin and Cyrillic letters in one word: [C]НГ.']);
    expect(warned("Союз Mира")).toHaveLength(1);
  });

  it.each(["СНГ", "CIS", "Договор START", "СНВ-II", "F-16М", "Протокол A"])("is not found in %s", (text) => {
    expect(warned(text)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { inOneScript } from "../../../src/names/one-script.js";
import { prefixQuery } from "../../../src/names/prefix.js";
import { nameQuery } from "../../../src/names/query.js";

/** Latin letters that look like Cyrillic ones are written as escapes, so that a reader sees them. */
describe("a word with letters of two alphabets", () => {
  it.each([
    ["\u0043НГ", "СНГ"],
    ["Ж\u0044", "Ж\u0044"],
    ["ДНЯ\u004f", "ДНЯО"],
    ["\u0043\u0438рия", "Сирия"],
    ["договор с \u0043Ш\u0041", "договор с США"],
  ])("is written in the alphabet of all its letters: %s", (typed, wanted) => {
    expect(inOneScript(typed)).toBe(wanted);
  });

  it("is written in Latin letters if only these fit", () => {
    expect(inOneScript("N\u0410T\u041e")).toBe("NATO");
  });

  it("does not change words of one alphabet beside each other", () => {
    expect(inOneScript("NATO и СНГ, CCCP")).toBe("NATO и СНГ, CCCP");
  });

  it("finds what the same letters of one alphabet find", () => {
    expect(nameQuery("\u0043НГ")).toEqual(nameQuery("СНГ"));
    expect(prefixQuery("ДНЯ\u004f")).toEqual(prefixQuery("ДНЯО"));
  });
});

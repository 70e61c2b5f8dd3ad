import { describe, expect, it } from "vitest";
import { latinForm } from "../../../src/model/latin.js";

describe("the Latin form of a name", () => {
  it.each([
    ["Хачатуров", "Khachaturov", "Hachaturov"],
    ["Чайковский", "Tchaikovskiy", "Chaykovskij"],
    ["Щербицкий", "Shcherbitskiy", "Scherbitskij"],
    ["Жуков", "Zhukov"],
    ["Королёв", "Королев", "Korolyov", "Korolev"],
    ["Кыргызстан", "Kyrgyzstan", "Kirgizstan"],
    ["Йемен", "Yemen", "Jemen"],
    ["Wałęsa", "Walesa", "Valesa"],
    ["Müller", "Muller"],
  ])("is the same for %s and its transliterations", (...names) => {
    expect(new Set(names.map(latinForm)).size).toBe(1);
  });

  it.each([
    ["Korolyov", "korolev"],
    ["СНВ-1", "snv 1"],
    ["«ОДКБ» (CSTO)", "odkb csto"],
    ["---", ""],
    ["", ""],
  ])("of %s is %s", (name, form) => {
    expect(latinForm(name)).toBe(form);
  });
});

import { describe, expect, it } from "vitest";
import { normalizeName, scriptOf } from "../../../src/model/normalize.js";

describe("the normal form of two equal names", () => {
  it.each([
    ["Королёв", "КОРОЛЁВ"],
    ["Королёв", "Королев"],
    ["Королёв", "Королёв".normalize("NFD")],
    ["КОРОЛЁВ".normalize("NFD"), "королев"],
    ["Май", "Май".normalize("NFD")],
    ["Йемен", "ЙЕМЕН".normalize("NFD")],
    ["Қазақстан", "қазақстан"],
    ["«РСМД»", "РСМД"],
    ["“INF”", "inf"],
    ["СНВ‑I", "СНВ-I"],
    ["СНВ–I", "СНВ-I"],
    ["СНВ−I", "снв-i"],
    ["  New   START ", "new start"],
    ["New\u00a0START", "New START"],
    ["Türkiye", "turkiye"],
    ["Côte d’Ivoire", "Cote d'Ivoire"],
    ["ＩＮＦ", "INF"],
  ])("is the same: %s and %s", (one, other) => {
    expect(normalizeName(one)).toBe(normalizeName(other));
  });
});

describe("the normal form of two different names", () => {
  it.each([
    ["Май", "Маи"],
    ["Йемен", "Иемен"],
    ["Қарағанды", "Караганды"],
    ["СБ", "СБ ООН"],
    ["INF", "INF-II"],
    ["A/RES/46/36", "A/RES/4636"],
    // Cyrillic and Latin letters that look alike.
    ["СНВ", "CHB"],
  ])("differs: %s and %s", (one, other) => {
    expect(normalizeName(one)).not.toBe(normalizeName(other));
  });
});

it("the normal form of a normal form is the same", () => {
  for (const text of ["Королёв", "Йемен".normalize("NFD"), "«Côte d’Ivoire»", "ﬁ ﷺ ½", "İstanbul", "ѐ"]) {
    expect(normalizeName(normalizeName(text))).toBe(normalizeName(text));
  }
});

describe("the script of a text", () => {
  it.each([
    ["РСМД", "Cyrl"],
    ["INF", "Latn"],
    ["Հայաստան", "Armn"],
    ["საქართველო", "Geor"],
    ["中国", "Hani"],
    ["договор INF о ракетах", "Cyrl"],
    ["46/36", undefined],
    ["", undefined],
  ])("is found: %s: %s", (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });
});

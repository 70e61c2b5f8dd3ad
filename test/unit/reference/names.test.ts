import { expect, it } from "vitest";
import type { Row } from "../../reference/bundle.js";
import { evaluate } from "../../reference/evaluate.js";
import { Ledger } from "../../reference/ledger.js";
import { Reader } from "../../reference/reader.js";

const named = (source: string, names: readonly Row[], own: Row = {}): Row => {
  return { type: "State", id: "state:kgz", source, name: "Kyrgyzstan", names, ...own };
};
const ledger = new Ledger();
ledger.apply({
  sources: [
    { id: "source:old", name: "Old", kind: "BOOK", priority: "5" },
    { id: "source:new", name: "New", kind: "BOOK" },
    { id: "source:bad", name: "Bad", kind: "BOOK" },
  ],
  nodes: [
    named("source:old", [{ text: "Киргизия", lang: "ru", validTo: "1992-12-31", preferred: "true" }]),
    named("source:new", [
      { text: "Кыргызстан", lang: "ru", validFrom: "1993-01-01", validTo: ".." },
      { text: "КР", lang: "ru", kind: "ABBR", preferred: "true" },
      { text: "Киргизская Республика", lang: "ru-RU" },
    ]),
    named("source:bad", [{ text: "А", lang: "ru", preferred: "true" }], { rank: "DEPRECATED" }),
  ],
  edges: [],
});
const reader = new Reader(ledger, ["2026-01-01T00:00:00Z"]);

it.each([
  ["", "", "Kyrgyzstan"],
  ["", '(lang: "fr")', "Kyrgyzstan"],
  ["", '(lang: "ru")', "Киргизия"],
  ["", '(lang: "ru-KG")', "Киргизия"],
  ["", '(lang: "ru-RU")', "Киргизская Республика"],
  [', asOf: "2000-01-01"', '(lang: "ru")', "Кыргызстан"],
  [', asOf: "1950-01-01"', '(lang: "ru")', "Киргизия"],
  [', during: "1992/1994"', '(lang: "ru")', "Киргизия"],
  [', asOf: "2000-01-01", sources: ["source:old"]', '(lang: "ru")', "Кыргызстан"],
])('with scope "%s", name%s is %s', async (scope, lang, name) => {
  const { data } = await evaluate(reader, `{ state(id: "state:kgz"${scope}) { name${lang} } }`, {});
  expect(data).toEqual({ state: { name } });
});

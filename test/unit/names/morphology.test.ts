import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { countToken, nameForms } from "../../../src/names/forms.js";
import { nameQuery } from "../../../src/names/query.js";
import { shared } from "../seed-data/bundles.js";
import { answers } from "./token-query.js";

const surnames = shared("data/russian-morphology/petrovich_surnames.misc.tsv");
const firstNames = shared("data/russian-morphology/petrovich_firstnames.tsv.gz");

/** Every nth row of a table of names and their forms, without its head. */
function rowsOf(text: string, nth: number): readonly (readonly [lemma: string, form: string])[] {
  const lines = text
    .replace(/^\uFEFF/, "")
    .trim()
    .split("\n")
    .slice(1);
  return lines.flatMap((line, index) => {
    const [lemma = "", form = ""] = line.split("\t");
    return index % nth === 0 ? [[lemma, form] as const] : [];
  });
}

/** The share of the forms that find the name of a person. */
function foundOf(rows: readonly (readonly [string, string])[]): number {
  const stored = new Map<string, string>();
  const found = rows.filter(([lemma, form]) => {
    const forms = stored.get(lemma) ?? nameForms(lemma, { label: "Person", kind: "NAME" });
    stored.set(lemma, forms);
    return answers(nameQuery(form).all, forms);
  });
  return found.length / rows.length;
}

describe("names of persons in all cases, from the tests of petrovich", () => {
  it.skipIf(surnames.missing !== "")(`surnames of both genders ${surnames.missing}`, () => {
    expect(foundOf(rowsOf(readFileSync(surnames.path, "utf8"), 1))).toBeGreaterThanOrEqual(0.95);
  });

  it.skipIf(firstNames.missing !== "")(`first names, every tenth ${firstNames.missing}`, () => {
    const text = gunzipSync(readFileSync(firstNames.path)).toString("utf8");
    expect(foundOf(rowsOf(text, 10))).toBeGreaterThanOrEqual(0.95);
  });
});

describe("names of all states in all Russian cases, declined by hand", () => {
  const [, ...lines] = readFileSync(new URL("../../fixtures/names/state-cases.tsv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const stored = rows.map(([id = "", name = ""]) => ({
    id,
    forms: nameForms(name, { label: "State", kind: "NAME" }),
  }));

  /** The states whose whole name a text is, exactly or else in any form. */
  function found(text: string): readonly string[] {
    const { whole, all, count } = nameQuery(text);
    const exact = stored.filter(({ forms }) => answers(whole, forms));
    if (exact.length) return exact.map(({ id }) => id);
    return stored
      .filter(({ forms }) => forms.startsWith(`${countToken(count)} `) && answers(all, forms))
      .map(({ id }) => id);
  }

  it("at least 99 of 100 find their state and no other", () => {
    const asked = rows.flatMap(([id = "", ...cases]) => [...new Set(cases)].map((text) => ({ id, text })));
    const wrong = asked
      .filter(({ id, text }) => found(text).join() !== id)
      .map(({ id, text }) => `${id} ${text}`);
    expect(asked.length).toBeGreaterThan(950);
    expect(wrong.length / asked.length, wrong.join("; ")).toBeLessThanOrEqual(0.01);
  });
});

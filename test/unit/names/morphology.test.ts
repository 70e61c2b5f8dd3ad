import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { nameForms } from "../../../src/names/forms.js";
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

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { countToken, nameForms } from "../../src/names/forms.js";
import { nameQuery } from "../../src/names/query.js";
import { packageRoot } from "../../src/package-root.js";
import { shared } from "../unit/seed-data/bundles.js";
import { answers } from "./token-query.js";

/** How many forms of some names find the name. */
export interface Recall {
  readonly what: string;
  readonly forms: number;
  readonly found: number;
  /** The forms that do not. */
  readonly missed: readonly string[];
}

export const surnames = shared("data/russian-morphology/petrovich_surnames.misc.tsv");
export const firstNames = shared("data/russian-morphology/petrovich_firstnames.tsv.gz");

/** Surnames of both genders in all cases, from the tests of petrovich. */
export function recallOfSurnames(): Recall {
  return recallOfPersons("surnames", rowsOf(readFileSync(surnames.path, "utf8"), 1));
}

/** Every tenth first name in all cases. */
export function recallOfFirstNames(): Recall {
  return recallOfPersons(
    "first names",
    rowsOf(gunzipSync(readFileSync(firstNames.path)).toString("utf8"), 10),
  );
}

/** Names of all states in all Russian cases, declined by hand: a form must find its state and no other. */
export function recallOfStates(): Recall {
  const file = join(packageRoot(), "test", "fixtures", "names", "state-cases.tsv");
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  const rows = lines.map((line) => line.split("\t"));
  const stored = rows.map(([id = "", name = ""]) => ({
    id,
    forms: nameForms(name, { label: "State", kind: "NAME" }),
  }));
  const found = (text: string): readonly string[] => {
    const { whole, all, count } = nameQuery(text);
    const exact = stored.filter(({ forms }) => answers(whole, forms));
    const fitting = exact.length
      ? exact
      : stored.filter(({ forms }) => forms.startsWith(`${countToken(count)} `) && answers(all, forms));
    return fitting.map(({ id }) => id);
  };
  const asked = rows.flatMap(([id = "", ...cases]) => [...new Set(cases)].map((text) => ({ id, text })));
  const missed = asked
    .filter(({ id, text }) => found(text).join() !== id)
    .map(({ id, text }) => `${id} ${text}`);
  return { what: "states", forms: asked.length, found: asked.length - missed.length, missed };
}

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

function recallOfPersons(what: string, rows: readonly (readonly [string, string])[]): Recall {
  const stored = new Map<string, string>();
  const missed = rows.filter(([lemma, form]) => {
    const forms = stored.get(lemma) ?? nameForms(lemma, { label: "Person", kind: "NAME" });
    stored.set(lemma, forms);
    return !answers(nameQuery(form).all, forms);
  });
  return {
    what,
    forms: rows.length,
    found: rows.length - missed.length,
    missed: missed.map((row) => row.join(" ")),
  };
}

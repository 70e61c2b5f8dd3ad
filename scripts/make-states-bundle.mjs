/**
 * Writes seed/10-states.yaml: today's states with their codes and names.
 *
 *   node scripts/make-states-bundle.mjs           writes the file
 *   node scripts/make-states-bundle.mjs --check   writes nothing, exit code 1 when the file is not up to date
 *
 * In: scripts/states/today.yaml and names.yaml (kept by hand), and the development dependencies i18n-iso-countries
 * and cldr-localenames-full. Run it again after a change of either.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parse, parseDocument } from "yaml";

/**
 * @typedef {{ text: string, lang?: string, kind?: string, scheme?: string, preferred?: string, validFrom?: string,
 *   validTo?: string }} Name one entry of `names` in a bundle
 * @typedef {{ code: string, validFrom: string, validTo: string }} CowSpell
 * @typedef {{ iso2: string, id?: string, isoCodes?: string, name: string, region: string, cow?: string | CowSpell[],
 *   existsFrom?: string, note?: string }} State one entry of today.yaml
 * @typedef {{ names?: Name[], preferred?: Record<string, string[]>, omit?: Name[] }} Extra one entry of names.yaml
 * @typedef {{ head: [string, string][], names: Name[] }} Row one node row of the bundle
 */

const LANGUAGES = ["en", "ru", "be", "hy", "kk", "ky", "tg"];
const OUTPUT = new URL("../seed/10-states.yaml", import.meta.url);
const require = createRequire(import.meta.url);

const states = /** @type {State[]} */ (readInput("today.yaml"));
const extras = /** @type {Record<string, Extra>} */ (readInput("names.yaml"));
const isoCodes = new Map(
  require("i18n-iso-countries/codes.json").map((/** @type {string[]} */ row) => [row[0], row]),
);

/** @param {string} file */
function readInput(file) {
  const text = readFileSync(new URL(`states/${file}`, import.meta.url), "utf8");
  return parse(text, { schema: "failsafe" });
}

/**
 * Names of one state in i18n-iso-countries, all languages.
 * @param {string} iso2
 * @returns {Name[]}
 */
function isoNames(iso2) {
  return LANGUAGES.flatMap((lang) => {
    const found = require(`i18n-iso-countries/langs/${lang}.json`).countries[iso2];
    return [found].flat().map((text) => named(text, lang));
  });
}

/**
 * Names of one state in CLDR, all languages, with the short and variant forms.
 * @param {string} iso2
 * @returns {Name[]}
 */
function cldrNames(iso2) {
  return LANGUAGES.flatMap((lang) => {
    const file = require(`cldr-localenames-full/main/${lang}/territories.json`);
    const territories = file.main[lang].localeDisplayNames.territories;
    const texts = [iso2, `${iso2}-alt-short`, `${iso2}-alt-variant`].map((key) => territories[key]);
    return [...new Set(texts.filter((text) => text !== undefined))].map((text) => named(text, lang));
  });
}

/**
 * Neither package marks abbreviations: short words all in capitals are taken for them.
 * @param {unknown} text
 * @param {string} lang
 * @returns {Name}
 */
function named(text, lang) {
  if (typeof text !== "string") throw new Error(`A name is missing in ${lang}.`);
  return /^[\p{Lu}.]{2,6}$/u.test(text) ? { text, lang, kind: "ABBR" } : { text, lang };
}

/**
 * The rows of one state: one for each source.
 * @param {State} state
 * @returns {Row[]}
 */
function rowsOf(state) {
  const extra = extras[state.iso2] ?? {};
  const iso = isoCodes.get(state.iso2);
  if (iso === undefined) throw new Error(`i18n-iso-countries has no ${state.iso2}.`);
  const id = state.id ?? `state:${iso[1].toLowerCase()}`;
  const kept = (/** @type {Name} */ name) =>
    !extra.omit?.some((omitted) => omitted.text === name.text && omitted.lang === name.lang);
  const fromIso = isoNames(state.iso2).filter(kept);
  const fromCldr = cldrNames(state.iso2).filter(kept);
  const own = extra.names ?? [];
  const isDisplayName = (/** @type {Name} */ name) => name.lang === "en" && name.text === state.name;
  if (![...own, ...fromIso, ...fromCldr].some(isDisplayName)) own.unshift({ text: state.name, lang: "en" });
  markPreferred(state, extra, [...own, ...fromIso, ...fromCldr], fromCldr);
  const codes = state.isoCodes === "none" ? [] : codesOf(iso);
  const { name, region, existsFrom = "" } = state;
  const iso3 = codes.length > 0 ? iso[1] : "";
  const locator = `key ${state.iso2}`;
  return [
    { head: headOf(id, "background", { name, region, existsFrom, basis: "BACKGROUND" }), names: own },
    { head: headOf(id, "i18n-iso-countries", { iso3, locator }), names: [...codes, ...fromIso] },
    { head: headOf(id, "cldr", { locator }), names: fromCldr },
    ...cowRows(id, state),
  ];
}

/**
 * All keys of a row but its names; a value "" is left out.
 * @param {string} id
 * @param {string} source slug of the source
 * @param {Record<string, string>} properties
 * @returns {[string, string][]}
 */
function headOf(id, source, properties) {
  const all = Object.entries({ type: "State", id, ...properties, source: `source:${source}` });
  return all.filter(([, value]) => value !== "");
}

/**
 * @param {string[]} iso iso2, iso3, number
 * @returns {Name[]}
 */
function codesOf([iso2 = "", iso3 = "", m49 = ""]) {
  return [
    { text: iso2, kind: "CODE", scheme: "iso2" },
    { text: iso3, kind: "CODE", scheme: "iso3" },
    { text: m49, kind: "CODE", scheme: "m49" },
  ];
}

/**
 * A code of one node alone is what COW states; which years of a shared code belong to a node is inferred.
 * @param {string} id
 * @param {State} state
 * @returns {Row[]}
 */
function cowRows(id, { cow }) {
  if (cow === undefined) return [];
  const spells = typeof cow === "string" ? [{ code: cow }] : cow;
  const places = [...new Set(spells.map(({ code }) => code))].join(" and ");
  const basis = typeof cow === "string" ? "" : "INFERRED";
  const head = headOf(id, "cow-state-system", { locator: `ccode ${places}`, basis });
  const names = spells.map(({ code, ...valid }) => ({ text: code, kind: "CODE", scheme: "cow", ...valid }));
  return [{ head, names }];
}

/**
 * Marks, in each language, the name to show: the one names.yaml tells, else the display name in English, else CLDR's.
 * @param {State} state
 * @param {Extra} extra
 * @param {Name[]} names of all sources
 * @param {Name[]} fromCldr
 */
function markPreferred(state, extra, names, fromCldr) {
  for (const lang of LANGUAGES) {
    const cldr = fromCldr.find((name) => name.lang === lang)?.text ?? "";
    const wanted = extra.preferred?.[lang] ?? [lang === "en" ? state.name : cldr];
    for (const text of wanted) {
      const found = names.filter((name) => name.lang === lang && name.text === text);
      if (found.length === 0) throw new Error(`${state.iso2} has no name "${text}" in ${lang} to prefer.`);
      for (const name of found) name.preferred = "true";
    }
  }
}

/** @param {string} text */
function scalar(text) {
  const plain = /^[\p{L}\p{N}.][^,[\]{}#:"\n]*$/u.test(text) || /^(source|state):[\w-]+$/.test(text);
  return plain && text === text.trim() ? text : JSON.stringify(text);
}

/** @param {Row} row */
function print({ head, names }) {
  const lines = head.map(([key, value], at) => `${at === 0 ? "  - " : "    "}${key}: ${scalar(value)}`);
  if (names.length > 0) lines.push("    names:");
  for (const name of names) {
    const pairs = Object.entries(name).map(([key, value]) => `${key}: ${scalar(value)}`);
    lines.push(`      - { ${pairs.join(", ")} }`);
  }
  return lines.join("\n");
}

/** @param {State} state */
function printState(state) {
  const notes = (state.note ?? "").match(/\S.{0,105}(?=\s|$)/g) ?? [];
  const title = [state.name, ...notes].map((line) => `  # ${line.trim()}`);
  return [...title, ...rowsOf(state).map(print)].join("\n");
}

/** The head of the file, with the versions of the packages that were read. */
function header() {
  const template = readFileSync(new URL("states/header.yaml", import.meta.url), "utf8");
  return template
    .replaceAll("ISO_VERSION", require("i18n-iso-countries/package.json").version)
    .replaceAll("CLDR_VERSION", require("cldr-localenames-full/package.json").version);
}

const bundle = `${header()}nodes:\n${states.map(printState).join("\n\n")}\n`;
const problems = parseDocument(bundle, { schema: "failsafe" }).errors;
if (problems.length > 0) throw problems[0];
if (!process.argv.includes("--check")) {
  writeFileSync(OUTPUT, bundle);
} else if (readFileSync(OUTPUT, "utf8") !== bundle) {
  console.error("seed/10-states.yaml is not up to date: run node scripts/make-states-bundle.mjs");
  process.exitCode = 1;
}

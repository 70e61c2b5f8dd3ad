/**
 * Writes seed/15-codes.yaml: more codes of the states in the bundles.
 *
 *   node scripts/make-codes-bundle.mjs FOLDER    FOLDER has country-codes/ and cow-states-2016/, as in SOURCE.md there
 *
 * In: the data sets, scripts/codes/*.yaml (kept by hand), and the bundles of states in seed/.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import { parse, stringify } from "yaml";

/**
 * @typedef {{ text: string, kind?: string, scheme?: string, validFrom?: string, validTo?: string }} Name
 * @typedef {{ type: string, id: string, source?: string, names?: Name[] }} NodeRow
 */

const [, , folder = ""] = process.argv;
const ROOT = new URL("..", import.meta.url);
const OUTPUT = new URL("seed/15-codes.yaml", ROOT);

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, ROOT), "utf8");
/** @param {string} path @returns {any} */
const readYaml = (path) => parse(read(path), { schema: "failsafe" });
/** @param {string} path @returns {Record<string, string>[]} */
const readCsv = (path) => parseCsv(readFileSync(join(folder, path), "utf8"), { columns: true, bom: true });

const states = /** @type {NodeRow[]} */ (
  readdirSync(new URL("seed/", ROOT))
    .filter((file) => /^1[0-4]-.*\.yaml$/.test(file))
    .flatMap((file) => readYaml(`seed/${file}`).nodes ?? [])
).filter(({ type }) => type === "State" || type === "Territory");

/** The codes of each state in a scheme, with their spells. @param {string} scheme */
function codesIn(scheme) {
  return states.flatMap(({ id, names = [] }) =>
    names
      .filter((name) => name.kind === "CODE" && name.scheme === scheme)
      .map(({ text, validFrom, validTo }) => ({ id, text, validFrom, validTo })),
  );
}

/** What a source says of its rows of a state, which is the same in all its rows. @param {string} source @param {string} id */
function evidenceOf(source, id) {
  const row = /** @type {Record<string, unknown>} */ (
    states.find((state) => state.id === id && state.source === source) ?? {}
  );
  return ["locator", "basis"].flatMap((key) => (row[key] ? [`${key}: ${row[key]}`] : []));
}

const cow = codesIn("cow");
const iso3 = new Map(codesIn("iso3").map(({ id, text }) => [text, id]));

/** @type {Map<string, Map<string, Name[]>>} names by source, by state */
const found = new Map();
/** @param {string} source @param {string} id @param {Name} name */
function add(source, id, { text, scheme, validFrom, validTo }) {
  const ofSource = found.get(source) ?? new Map();
  found.set(source, ofSource);
  const spell = { ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}) };
  ofSource.set(id, [...(ofSource.get(id) ?? []), { text, kind: "CODE", scheme, ...spell }]);
}

const letters = new Map(readCsv("cow-states-2016/states2016.csv").map((row) => [row.ccode, row.stateabb]));
for (const { id, text, ...spell } of cow) {
  const code = letters.get(text);
  if (code) add("source:cow-state-system", id, { text: code, scheme: "cowc", ...spell });
}

const list = readCsv("country-codes/countrycode_codelist.csv");
const same = new Set(list.filter(({ cown, gwn }) => cown !== "" && cown === gwn).map(({ cown }) => cown));
const { omit, codes } = readYaml("scripts/codes/gw.yaml");
for (const { id, text, ...spell } of cow)
  if (same.has(text) && !omit.includes(id)) add("source:countrycode", id, { text, scheme: "gw", ...spell });
for (const { id, text, ...spell } of codes) add("source:background", id, { text, scheme: "gw", ...spell });

for (const row of readCsv("country-codes/datasets_country-codes.csv")) {
  const id = iso3.get(row["ISO3166-1-Alpha-3"] ?? "");
  const wikidata = /Q\d+$/.exec(row.wikidata_id ?? "")?.[0];
  if (id && wikidata) add("source:country-codes", id, { text: wikidata, scheme: "wikidata" });
}
const former = /** @type {Record<string, string>} */ (readYaml("scripts/codes/iso-3166-3.yaml"));
const known = new Map(
  readFileSync(join(folder, "country-codes/rigour_territories.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line))
    .map(({ code, qid }) => [code.toUpperCase(), qid]),
);
for (const [id, text] of Object.entries(former)) {
  add("source:background", id, { text, scheme: "iso3166-3" });
  const wikidata = known.get(text) ?? (text === "DDDE" ? known.get("DD") : undefined);
  if (wikidata) add("source:rigour", id, { text: wikidata, scheme: "wikidata" });
}

const ids = new Set(states.map(({ id }) => id));
const lines = [];
for (const [source, byState] of [...found].sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (const [id, names] of [...byState].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (!ids.has(id)) throw new Error(`There is no state ${id} in the bundles.`);
    const type = id.startsWith("territory:") ? "Territory" : "State";
    const evidence = source === "source:background" ? ["basis: BACKGROUND"] : evidenceOf(source, id);
    const head = [`type: ${type}`, `id: ${id}`, `source: ${source}`, ...evidence];
    lines.push(`  - { ${head.join(", ")}, names: [${names.map(nameText).join(", ")}] }`);
  }
}
writeFileSync(OUTPUT, `${read("scripts/codes/header.yaml")}nodes:\n${lines.join("\n")}\n`);
process.stdout.write(`${lines.length} rows\n`);

/** @param {Name} name */
function nameText(name) {
  const parts = Object.entries(name).map(([key, value]) => `${key}: ${stringify(value).trim()}`);
  return `{ ${parts.join(", ")} }`;
}

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/**
 * @typedef {{ id: string, existsFrom?: string, existsTo?: string }} State EDTF texts as in the bundle; also an
 *   organization that takes part
 * @typedef {{ type: string, id: string, existsFrom?: string, existsTo?: string,
 *   names?: Name[] }} NodeRow
 * @typedef {{ text: string, kind?: string, validFrom?: string, validTo?: string }} Name
 * @typedef {{ errors: string[], resolve: (name: string, day: string, where: string) => State | undefined,
 *   get: (id: string) => State }} States `resolve` finds the state that had the name on a day (YYYY-MM-DD); `errors`
 *   collects the names that it could not tell
 */

/**
 * The states of the bundles 10-*.yaml (today's, found by name) and 11-*.yaml (former ones, found by id only), and the
 * organizations of 38-*.yaml and 42-*.yaml.
 * @param {URL} seed folder of the bundles
 * @returns {States}
 */
export function loadStates(seed) {
  const organizations = ["38-", "42-"].flatMap((prefix) => nodeRows(seed, prefix, "Organization"));
  const today = [...nodeRows(seed, "10-"), ...organizations];
  const byId = collect([...today, ...nodeRows(seed, "11-")]);
  const byName = indexNames(today);
  /** @type {string[]} */
  const problems = [];
  return {
    problems,
    resolve: (name, day, where) => {
      const entries = byName.get(fold(name)) ?? [];
      const ids = [...new Set(entries.filter((entry) => couldBeValid(entry, day)).map(({ id }) => id))];
      if (ids.length === 1) return byId.get(ids[0] ?? "");
      problems.push(
        `${where}: "${name}" ${ids.length === 0 ? "is nobody" : `could be ${ids.join(" or ")}`}.`,
      );
      return undefined;
    },
    get: (id) => {
      const state = byId.get(id);
      if (state === undefined) throw new Error(`${id} is in no bundle 10-*.yaml or 11-*.yaml.`);
      return state;
    },
  };
}

/**
 * @param {URL} seed
 * @param {string} prefix
 * @param {string} [type]
 * @returns {NodeRow[]}
 */
function nodeRows(seed, prefix, type = "State") {
  const files = readdirSync(seed).filter((file) => file.startsWith(prefix) && file.endsWith(".yaml"));
  return files.flatMap((file) => {
    const bundle = parse(readFileSync(new URL(file, seed), "utf8"), { schema: "failsafe" });
    return (bundle.nodes ?? []).filter((/** @type {NodeRow} */ row) => row.type === type);
  });
}

/**
 * One record per state; a state has several rows, of several sources.
 * @param {readonly NodeRow[]} rows
 */
function collect(rows) {
  /** @type {Map<string, State>} */
  const states = new Map();
  for (const { id, existsFrom, existsTo } of rows) {
    const life = { ...(existsFrom ? { existsFrom } : {}), ...(existsTo ? { existsTo } : {}) };
    states.set(id, { ...states.get(id), ...life, id });
  }
  return states;
}

/**
 * Names in any language, with the state each belongs to. Codes are no names.
 * @param {readonly NodeRow[]} rows
 */
function indexNames(rows) {
  /** @type {Map<string, (Name & { id: string })[]>} */
  const index = new Map();
  for (const { id, names = [] } of rows) {
    for (const name of names) {
      if ((name.kind ?? "NAME") !== "NAME") continue;
      const key = fold(name.text);
      index.set(key, [...(index.get(key) ?? []), { ...name, id }]);
    }
  }
  return index;
}

/**
 * @param {Name} name
 * @param {string} day
 */
function couldBeValid({ validFrom = "", validTo = "" }, day) {
  return validFrom <= day && lastPossible(validTo) >= day;
}

/**
 * A text that sorts after every day of an EDTF date (a year, a month, a day, ".." or an interval of them).
 * @param {string} edtf
 */
function lastPossible(edtf) {
  const end = edtf.split("/").at(-1) ?? "";
  return end === ".." || end === "" ? "9999" : `${end}~`;
}

/** @param {string} name */
function fold(name) {
  return name.normalize("NFC").toLowerCase().replaceAll("’", "'").replace(/\s+/g, " ").trim();
}

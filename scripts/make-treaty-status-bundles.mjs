/**
 * Writes seed/40-untc-disarmament-2014.yaml, seed/41-unoda-treaty-status-2026.yaml and seed/43-untc-security-2014.yaml:
 * who signed, who joined and how, who is bound, for the treaties whose status tables we have as data sets.
 *
 *   node scripts/make-treaty-status-bundles.mjs FOLDER           writes the files
 *   node scripts/make-treaty-status-bundles.mjs FOLDER --check   writes nothing, exit code 1 when one is not up to date
 *
 * In: FOLDER/un-treaty-collection-2015/treaties/*.csv and FOLDER/unoda-treaty-status/treaty_status_snapshots.csv,
 * and seed/10-*.yaml and seed/11-*.yaml for the names and the lives of states. Only facts (state, day, act) are taken.
 * treaty-status/additions-*.yaml, written by hand, add what these tables do not have: acts of former states, corrections.
 * It writes nothing when a name resolves to no state or to several, and says what it left out and why.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundleText } from "./treaty-status/bundle-text.mjs";
import { loadStates } from "./treaty-status/states.mjs";
import { unodaEdges } from "./treaty-status/unoda.mjs";
import { disarmamentEdges, securityEdges } from "./treaty-status/untc.mjs";

const SEED = new URL("../seed/", import.meta.url);

const [folder, option] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("Name the folder that holds un-treaty-collection-2015 and unoda-treaty-status.\n");
  process.exit(2);
}

const states = loadStates(SEED);
/** @param {string} path a file below the input folder */
const read = (path) => readFileSync(join(folder, path), "utf8");

const untc = disarmamentEdges(read, states);
const unoda = unodaEdges(read, states);
const security = securityEdges(read, states);
if (states.problems.length > 0) {
  process.stderr.write(`${states.problems.join("\n")}\n`);
  process.exit(1);
}

for (const { file, header, result } of [
  { file: "40-untc-disarmament-2014.yaml", header: "untc-header.yaml", result: untc },
  { file: "41-unoda-treaty-status-2026.yaml", header: "unoda-header.yaml", result: unoda },
  { file: "43-untc-security-2014.yaml", header: "security-header.yaml", result: security },
]) {
  const head = readFileSync(new URL(`treaty-status/${header}`, import.meta.url), "utf8");
  const text = bundleText(head, result.edges);
  if (option === "--check") {
    if (readFileSync(new URL(file, SEED), "utf8") === text) continue;
    process.stderr.write(`seed/${file} is not up to date: run this script without --check.\n`);
    process.exitCode = 1;
    continue;
  }
  writeFileSync(new URL(file, SEED), text);
  process.stdout.write(`${file}: ${result.edges.length} edges\n`);
  for (const note of result.leftOut) process.stdout.write(`  left out: ${note}\n`);
}

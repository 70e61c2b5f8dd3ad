import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { cypherFile } from "../db/cypher-files.js";
import type { Database } from "../db/database.js";
import { replan } from "../record/replan.js";
import { loadFiles } from "./load.js";
import { withoutOlderReleases } from "./newer-releases.js";
import type { BundleReport } from "./report.js";

/**
 * Loads files unless the database has recorded that exactly these contents are loaded. Sources of which the graph has a
 * newer release are left out.
 */
export async function seedBundled(
  database: Database,
  files: readonly string[],
  onLoad: () => void,
): Promise<BundleReport | undefined> {
  const checksum = await checksumOf(files);
  const [row] = await database.read((tx) => tx.run(cypherFile("write/seeded.cypher")));
  if (row?.checksum === checksum) return undefined;
  onLoad();
  const report = await loadFiles(database, files, false, withoutOlderReleases);
  await database.write((tx) => tx.run(cypherFile("write/mark-seeded.cypher"), { checksum }));
  await replan(database);
  return report;
}

/**
 * Raise this when the same files must be written again, because their rows or the choice among sources are derived in
 * another way: 2 for coverage of edges in their bundle, and for spells of several roles.
 */
const DERIVATION = "2";

async function checksumOf(files: readonly string[]): Promise<string> {
  const hash = createHash("sha256").update(DERIVATION);
  for (const file of files) hash.update(await readFile(file));
  return hash.digest("hex");
}

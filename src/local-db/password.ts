import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The password of the user neo4j. */
export interface Password {
  readonly text: string;
  /** True if the password must still be set in the database and then saved. */
  readonly isNew: boolean;
}

/** The file with the password in the data folder, readable by its owner only. */
export function passwordFile(dataDir: string): string {
  return join(dataDir, "neo4j-password");
}

/**
 * The saved password, or a new random one. It is saved only after the database has accepted it, so that the next start
 * recovers from an interrupted start, a lost password file or lost data.
 * @param storeDir folder of the database; without it, a saved password is useless
 */
export async function readOrMakePassword(dataDir: string, storeDir: string): Promise<Password> {
  const path = passwordFile(dataDir);
  if (!existsSync(storeDir)) await rm(path, { force: true });
  const kept = await readFile(path, "utf8").catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === "ENOENT") return "";
    throw problem;
  });
  if (kept.trim() !== "") return { text: kept.trim(), isNew: false };
  return { text: randomBytes(24).toString("base64url"), isNew: true };
}

/** Saves a password that the database has accepted. */
export async function keepPassword(dataDir: string, text: string): Promise<void> {
  const draft = `${passwordFile(dataDir)}.${process.pid}`;
  await writeFile(draft, `${text}\n`, { mode: 0o600 });
  await rename(draft, passwordFile(dataDir));
}

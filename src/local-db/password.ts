import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The password of the user neo4j. */
export interface Password {
  readonly text: string;
  /** The database does not know it yet: it must be set there, and then kept. */
  readonly isNew: boolean;
}

/** File in the data folder that holds the password; readable by its owner only. */
export function passwordFile(dataDir: string): string {
  return join(dataDir, "neo4j-password");
}

/**
 * The kept password, or a new random one. It is kept only after the database has taken it, so that a start that
 * was interrupted, a lost password file or lost data all mend themselves at the next start.
 * @param storeDir folder of the database; a password without a store is of no use
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

/** Keeps a password that the database has taken. */
export async function keepPassword(dataDir: string, text: string): Promise<void> {
  const draft = `${passwordFile(dataDir)}.${process.pid}`;
  await writeFile(draft, `${text}\n`, { mode: 0o600 });
  await rename(draft, passwordFile(dataDir));
}

import { randomUUID } from "node:crypto";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LockFile } from "./lock-file.js";

/** The modification time (milliseconds) of each verified jar, by file name. */
export type Verified = Readonly<Record<string, number>>;

const NAME = "verified.json";

/** The jars that an earlier start verified against the same lock file. */
export async function readVerified(folder: string, lock: LockFile): Promise<Verified> {
  try {
    const kept: { lock?: unknown; files?: Verified } = JSON.parse(await readFile(join(folder, NAME), "utf8"));
    return kept.lock === lock.hash ? (kept.files ?? {}) : {};
  } catch {
    return {};
  }
}

/** Records that all jars are verified. Writes only if something has changed. */
export async function writeVerified(folder: string, lock: LockFile, known: Verified): Promise<void> {
  const times = lock.artifacts.map(async ({ file }): Promise<[string, number]> => {
    return [file, (await stat(join(folder, file))).mtimeMs];
  });
  const files = Object.fromEntries(await Promise.all(times));
  if (Object.entries(files).every(([file, time]) => known[file] === time)) return;
  const draft = join(folder, `${NAME}.${randomUUID()}`);
  await writeFile(draft, JSON.stringify({ lock: lock.hash, files }));
  await rename(draft, join(folder, NAME));
}

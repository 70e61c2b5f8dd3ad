import { randomUUID } from "node:crypto";
import { readFile, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LockFile } from "./lock-file.js";

/** Modification time (milliseconds) at which each jar had the pinned content, by file name. */
export type Verified = Readonly<Record<string, number>>;

const NAME = "verified.json";

/** What an earlier start has verified against this very lock file; nothing when it was another one. */
export async function readVerified(folder: string, lock: LockFile): Promise<Verified> {
  try {
    const kept: { lock?: unknown; files?: Verified } = JSON.parse(await readFile(join(folder, NAME), "utf8"));
    return kept.lock === lock.hash ? (kept.files ?? {}) : {};
  } catch {
    return {};
  }
}

/** Notes that all jars have the pinned content now. Writes only if something is new. */
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

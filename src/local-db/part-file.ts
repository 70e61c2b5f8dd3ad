import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { processExists } from "./process-info.js";

/** After this time without progress, a part file of another machine (on a shared home) is a leftover. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Part files that this process is writing; its other part files are leftovers of aborted downloads. */
const inUse = new Set<string>();

/**
 * Reserves a part file for this download. Each writer has its own file, so processes that share a cache cannot mix
 * their bytes. Takes over the largest part file of a dead writer and removes the others.
 * @returns its path; the file may not exist yet
 */
export async function takePart(folder: string, file: string): Promise<string> {
  const own = join(folder, `${file}.${machine()}-${process.pid}-${randomUUID().slice(0, 8)}.part`);
  inUse.add(own);
  const leftovers = await leftoversOf(folder, file);
  leftovers.sort((a, b) => b.bytes - a.bytes);
  for (const [index, { path }] of leftovers.entries()) {
    // If another process took it at the same moment, this download starts from scratch.
    if (index === 0) await rename(path, own).catch(() => undefined);
    else await rm(path, { force: true });
  }
  return own;
}

/** Releases a part file after the last write. */
export function releasePart(path: string): void {
  inUse.delete(path);
}

function machine(): string {
  return encodeURIComponent(hostname());
}

async function leftoversOf(folder: string, file: string): Promise<{ path: string; bytes: number }[]> {
  const found: { path: string; bytes: number }[] = [];
  for (const name of await readdir(folder)) {
    if (!name.startsWith(`${file}.`) || !name.endsWith(".part")) continue;
    const path = join(folder, name);
    const info = await stat(path).catch(() => undefined);
    const writer = name.slice(file.length + 1);
    if (info && isLeftover(path, writer, info.mtimeMs)) found.push({ path, bytes: info.size });
  }
  return found;
}

/** `writer` is the file name after that of the jar: machine, process, random, `.part`. */
function isLeftover(path: string, writer: string, mtimeMs: number): boolean {
  if (inUse.has(path)) return false;
  if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) return true;
  const match = /^(.*)-(\d+)-[0-9a-f]+\.part$/.exec(writer);
  if (!match || match[1] !== machine()) return false;
  const pid = Number(match[2]);
  return pid === process.pid || !processExists(pid);
}

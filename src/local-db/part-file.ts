import { randomUUID } from "node:crypto";
import { readdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { processExists } from "./process-info.js";

/** After this time without a byte, the part of another machine's process (on a shared home) is a leftover. */
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** Parts that this process is writing now; its other parts are leftovers of aborted downloads. */
const inUse = new Set<string>();

/**
 * Opens a part file that only this download writes to. Each writer has its own name, so processes that share a
 * cache cannot mix their bytes; the largest part that a dead writer left is taken over, others are removed.
 * @returns its path; the file may not exist yet
 */
export async function takePart(folder: string, file: string): Promise<string> {
  const own = join(folder, `${file}.${machine()}-${process.pid}-${randomUUID().slice(0, 8)}.part`);
  inUse.add(own);
  const leftovers = await leftoversOf(folder, file);
  leftovers.sort((a, b) => b.bytes - a.bytes);
  for (const [index, { path }] of leftovers.entries()) {
    // Another process may have taken it at the same moment; then this download starts at zero.
    if (index === 0) await rename(path, own).catch(() => undefined);
    else await rm(path, { force: true });
  }
  return own;
}

/** Says that nothing more will be written to the part. */
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

/** `writer` is the part of the name after the jar's: machine, process, random, `.part`. */
function isLeftover(path: string, writer: string, mtimeMs: number): boolean {
  if (inUse.has(path)) return false;
  if (Date.now() - mtimeMs > ABANDONED_AFTER_MS) return true;
  const match = /^(.*)-(\d+)-[0-9a-f]+\.part$/.exec(writer);
  if (!match || match[1] !== machine()) return false;
  const pid = Number(match[2]);
  return pid === process.pid || !processExists(pid);
}

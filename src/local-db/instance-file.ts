import { createHash, randomUUID } from "node:crypto";
import { readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { processInfo } from "./process-info.js";

/** The content of `<dataDir>/neo4j-instance.json`: the database that uses the folder. */
export interface Instance {
  /** Process id of the database (Java). */
  readonly pid: number;
  /** Process id of the owner, which started the database and will stop it. */
  readonly owner: number;
  readonly port: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/**
 * The state of a recorded instance. `running`: its owner is alive. `orphaned`: its owner is gone, so the database is
 * about to stop. `gone`: there is no such process, or the process id belongs to another program.
 */
export type InstanceState = "running" | "orphaned" | "gone";

/** Path of the instance file. */
export function instancePath(dataDir: string): string {
  return join(dataDir, "neo4j-instance.json");
}

/**
 * A command line flag that distinguishes the database from other programs and from databases of other
 * folders. A hash of the path, because `ps` garbles non-ASCII characters on some systems.
 */
export function instanceMark(dataDir: string): string {
  return `-Dpactgraph.instance=${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`;
}

/** Reads the instance file; returns undefined if the file is missing or damaged. */
export async function readInstance(dataDir: string): Promise<Instance | undefined> {
  return parseInstance(await readFile(instancePath(dataDir), "utf8").catch(() => ""));
}

function parseInstance(text: string): Instance | undefined {
  try {
    const value: Partial<Instance> | null = JSON.parse(text);
    const { pid, owner, port, startedAt } = value ?? {};
    const whole = Number.isInteger(pid) && Number.isInteger(owner) && Number.isInteger(port);
    if (!whole || pid === undefined || owner === undefined || port === undefined) return undefined;
    return pid > 0 ? { pid, owner, port, startedAt: String(startedAt) } : undefined;
  } catch {
    return undefined;
  }
}

/** Compares a recorded instance with the running processes. */
export async function instanceState(instance: Instance, dataDir: string): Promise<InstanceState> {
  const info = await processInfo(instance.pid);
  if (!info?.command.includes(instanceMark(dataDir))) return "gone";
  return info.parentPid === instance.owner ? "running" : "orphaned";
}

/**
 * Writes the instance file unless another live instance holds it. A lock prevents processes from removing each other's
 * new files as stale.
 * @returns undefined if the claim succeeded, else the instance that holds the folder
 */
export async function claimInstance(dataDir: string, own: Instance): Promise<Instance | undefined> {
  const path = instancePath(dataDir);
  const release = await lock(dataDir, { lockfilePath: `${path}.lock`, stale: STALE_MS, retries: TURNS });
  try {
    const holder = await readInstance(dataDir);
    if (holder && (await instanceState(holder, dataDir)) !== "gone") return holder;
    const draft = `${path}.${randomUUID()}`;
    await writeFile(draft, `${JSON.stringify(own, null, 2)}\n`);
    await rename(draft, path);
    return undefined;
  } finally {
    await release();
  }
}

/** A claim takes milliseconds; a lock that is not renewed for this long belongs to a dead process. */
const STALE_MS = 30_000;
const TURNS = { forever: true, minTimeout: 20, maxTimeout: 500 };

/** Removes the instance file if it still names this database. */
export async function releaseInstance(dataDir: string, pid: number): Promise<void> {
  const current = await readInstance(dataDir);
  if (current?.pid === pid) await unlink(instancePath(dataDir)).catch(() => undefined);
}

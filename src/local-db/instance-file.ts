import { createHash, randomUUID } from "node:crypto";
import { readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lock } from "proper-lockfile";
import { processInfo } from "./process-info.js";

/** What `<dataDir>/neo4j-instance.json` says of the database that uses the folder. */
export interface Instance {
  /** Process of the database (Java). */
  readonly pid: number;
  /** Process that started it and will stop it. */
  readonly owner: number;
  readonly port: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
}

/**
 * How a recorded instance stands now. `running`: its owner still holds it. `orphaned`: its owner is gone, so it
 * is about to end by itself. `gone`: no such process, or another program that got the same number.
 */
export type InstanceState = "running" | "orphaned" | "gone";

/** Path of the instance file. */
export function instancePath(dataDir: string): string {
  return join(dataDir, "neo4j-instance.json");
}

/**
 * Flag on the command line of the database by which it is told from other programs, and from the databases of
 * other folders. A hash of the path, because `ps` garbles letters outside ASCII on some systems.
 */
export function instanceMark(dataDir: string): string {
  return `-Dpactgraph.instance=${createHash("sha256").update(dataDir).digest("hex").slice(0, 16)}`;
}

/** Reads the instance file; a missing or damaged one is no instance. */
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

/** Compares a recorded instance with the processes of the machine. */
export async function instanceState(instance: Instance, dataDir: string): Promise<InstanceState> {
  const info = await processInfo(instance.pid);
  if (!info?.command.includes(instanceMark(dataDir))) return "gone";
  return info.parentPid === instance.owner ? "running" : "orphaned";
}

/**
 * Writes the instance file unless another live instance holds it. Claimants take turns, so that none removes as
 * stale what another has just written.
 * @returns undefined when the folder is now ours, else the instance that holds it
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

/** A claim takes milliseconds; one that is not renewed for so long belongs to a process that has died. */
const STALE_MS = 30_000;
const TURNS = { forever: true, minTimeout: 20, maxTimeout: 500 };

/** Removes the instance file if it still names this database. */
export async function releaseInstance(dataDir: string, pid: number): Promise<void> {
  const current = await readInstance(dataDir);
  if (current?.pid === pid) await unlink(instancePath(dataDir)).catch(() => undefined);
}

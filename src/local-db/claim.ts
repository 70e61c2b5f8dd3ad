import { setTimeout as pause } from "node:timers/promises";
import type { PactError } from "../errors.js";
import { type Instance, instancePath, instanceState, readInstance } from "./instance-file.js";
import { localDatabaseError } from "./local-database-error.js";
import { passwordFile } from "./password.js";
import { HOST } from "./port.js";
import type { OnProgress } from "./progress.js";

const POLL_MS = 250;
const REPORT_INTERVAL_MS = 3_000;
const ORPHAN_LIMIT_MS = 5 * 60_000;

/** The error for a data folder in use, with the processes and both solutions. */
export function alreadyRunning({ pid, owner, port }: Instance, dataDir: string): PactError {
  return localDatabaseError(
    `A local Neo4j already uses ${dataDir}: process ${pid} on port ${port}, started by process ${owner}.`,
    `Use it (NEO4J_URI=bolt://${HOST}:${port}, user neo4j, password in ${passwordFile(dataDir)}), ` +
      `or stop it: kill ${owner} (if Ctrl-Z has suspended it: fg, then Ctrl-C).`,
  );
}

/**
 * Throws if a live instance uses the data folder. If its owner was killed, waits for the instance,
 * which shuts down by itself.
 * @throws PactError LOCAL_DATABASE
 */
export async function waitForFreeFolder(
  dataDir: string,
  onProgress: OnProgress,
  signal?: AbortSignal,
): Promise<void> {
  const started = Date.now();
  let lastReportAt = Number.NEGATIVE_INFINITY;
  for (;;) {
    const instance = await readInstance(dataDir);
    const state = instance ? await instanceState(instance, dataDir) : "gone";
    if (!instance || state === "gone") return;
    if (state === "running") throw alreadyRunning(instance, dataDir);
    if (Date.now() - started > ORPHAN_LIMIT_MS) throw orphanError(instance, dataDir);
    if (Date.now() - lastReportAt >= REPORT_INTERVAL_MS) {
      lastReportAt = Date.now();
      onProgress({
        step: "boot",
        message: `Waiting for the Neo4j of a killed process to stop (${instance.pid})`,
      });
    }
    signal?.throwIfAborted();
    await pause(POLL_MS);
  }
}

function orphanError({ pid }: Instance, dataDir: string): PactError {
  return localDatabaseError(
    `Process ${pid}, a local Neo4j whose owner was killed, still holds ${dataDir}.`,
    `Kill it (kill -9 ${pid}) and start again; leave ${instancePath(dataDir)} as it is.`,
  );
}

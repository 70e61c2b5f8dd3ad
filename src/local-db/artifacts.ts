import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import { type Dispatcher, EnvHttpProxyAgent } from "undici";
import { PactError } from "../errors.js";
import { sha256Of } from "../file-hash.js";
import { downloadArtifact, NetworkProblem } from "./download.js";
import { DownloadMeter } from "./download-meter.js";
import { localDatabaseError, OTHER_WAYS, reasonOf } from "./local-database-error.js";
import { type Artifact, type LockFile, NEO4J_VERSION } from "./lock-file.js";
import type { OnProgress } from "./progress.js";
import { readVerified, type Verified, writeVerified } from "./verified-file.js";

const AT_ONCE = 6;
/** A download times out if the server sends nothing for this long. */
const SILENCE_MS = 60_000;

/** Options of `ensureArtifacts`; the last two are for tests. */
export interface ArtifactsOptions {
  readonly lock: LockFile;
  readonly cacheDir: string;
  readonly mavenRepository?: string;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
  readonly dispatcher?: Dispatcher;
  readonly pauses?: readonly number[];
}

/**
 * Ensures that every jar of the lock file is in the cache with the pinned content; downloads missing jars.
 * Jars are hashed once; later starts only compare size and time.
 * @returns the folder with the jars
 * @throws PactError LOCAL_DATABASE
 */
export async function ensureArtifacts(options: ArtifactsOptions): Promise<string> {
  const { lock, cacheDir, signal } = options;
  const folder = join(cacheDir, `neo4j-${NEO4J_VERSION}`);
  let missing: readonly Artifact[] = lock.artifacts;
  try {
    await mkdir(folder, { recursive: true });
    const verified = await readVerified(folder, lock);
    missing = await findMissing(folder, lock.artifacts, verified);
    await downloadAll(missing, folder, options);
    await writeVerified(folder, lock, verified);
    return folder;
  } catch (problem) {
    signal?.throwIfAborted();
    if (problem instanceof PactError) throw problem;
    if (problem instanceof NetworkProblem) throw offline(problem, missing, options);
    throw problem instanceof Error && "syscall" in problem ? unwritable(problem, folder) : problem;
  }
}

/** The jars that are missing or invalid. Invalid ones are kept until a valid file replaces them. */
async function findMissing(
  folder: string,
  artifacts: readonly Artifact[],
  verified: Verified,
): Promise<readonly Artifact[]> {
  const missing: Artifact[] = [];
  for (const artifact of artifacts) {
    const path = join(folder, artifact.file);
    const info = await stat(path).catch(() => undefined);
    const sized = info?.size === artifact.bytes;
    if (sized && verified[artifact.file] === info.mtimeMs) continue;
    if (sized && (await sha256Of(path)) === artifact.sha256) continue;
    missing.push(artifact);
  }
  return missing;
}

/** Downloads all jars, or stops all downloads at the first error. No writes are pending when it returns. */
async function downloadAll(
  artifacts: readonly Artifact[],
  folder: string,
  options: ArtifactsOptions,
): Promise<void> {
  if (artifacts.length === 0) return;
  const dispatcher =
    options.dispatcher ?? new EnvHttpProxyAgent({ headersTimeout: SILENCE_MS, bodyTimeout: SILENCE_MS });
  const { mavenRepository, pauses = [500, 1000, 2000, 4000] } = options;
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const meter = new DownloadMeter(artifacts, options.onProgress);
  const onBytes = (bytes: number) => meter.add(bytes);
  const mirror = mavenRepository === undefined ? {} : { mavenRepository };
  let first: unknown;
  await pMap(
    artifacts,
    async (artifact) => {
      try {
        signal.throwIfAborted();
        await downloadArtifact(artifact, { folder, ...mirror, dispatcher, pauses, signal, onBytes });
        meter.fileDone();
      } catch (problem) {
        first ??= problem;
        stop.abort();
      }
    },
    { concurrency: AT_ONCE },
  );
  if (options.dispatcher === undefined) await dispatcher.close();
  if (first !== undefined) throw first;
}

function offline(
  problem: NetworkProblem,
  missing: readonly Artifact[],
  options: ArtifactsOptions,
): PactError {
  const { artifacts } = options.lock;
  return localDatabaseError(
    `Neo4j ${NEO4J_VERSION} could not be downloaded (${problem.message}); ` +
      `${missing.length} of ${artifacts.length} files were missing from ${options.cacheDir}.`,
    `Check the network connection and start again (completed downloads are kept), or ${OTHER_WAYS}.`,
    { cause: problem },
  );
}

function unwritable(problem: unknown, folder: string): PactError {
  return localDatabaseError(
    `Neo4j ${NEO4J_VERSION} cannot be stored in ${folder}: ${reasonOf(problem)}.`,
    `Free up disk space or set PACTGRAPH_CACHE_DIR to another folder, or ${OTHER_WAYS}.`,
    { cause: problem },
  );
}

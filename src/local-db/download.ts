import { type FileHandle, open, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Dispatcher, fetch, type Response } from "undici";
import { sha256Of } from "../file-hash.js";
import { localDatabaseError, OTHER_WAYS, reasonOf } from "./local-database-error.js";
import type { Artifact } from "./lock-file.js";
import { releasePart, takePart } from "./part-file.js";

// Use require, because bundlers and Node disagree on the default import of this CommonJS module.
const mvnArtifactUrl: typeof import("mvn-artifact-url") = createRequire(import.meta.url)("mvn-artifact-url");

/** Options for downloading a jar. */
export interface DownloadOptions {
  readonly folder: string;
  /** Base URL of a Maven repository; if undefined, the default one. */
  readonly mavenRepository?: string;
  readonly dispatcher: Dispatcher;
  /** Pauses in milliseconds before each retry after a network error. */
  readonly pauses: readonly number[];
  readonly signal: AbortSignal;
  /** Called with the number of received bytes; negative if received bytes were discarded. */
  onBytes(bytes: number): void;
}

/** A network or server error that a retry may fix. */
export class NetworkProblem extends Error {}

/**
 * Downloads a jar into the folder. Resumes the partial download of an earlier process, verifies the content, and only
 * then renames the file.
 * @throws NetworkProblem if all attempts failed; received bytes are kept for the next start
 * @throws PactError LOCAL_DATABASE if the content is not as pinned, or the repository rejects the request
 */
export async function downloadArtifact(artifact: Artifact, options: DownloadOptions): Promise<void> {
  const part = await takePart(options.folder, artifact.file);
  try {
    options.onBytes(await sizeOf(part));
    for (let attempt = 0; ; attempt++) {
      try {
        await fetchPart(artifact, part, options);
        break;
      } catch (problem) {
        options.signal.throwIfAborted();
        const wait = options.pauses[attempt];
        if (!(problem instanceof NetworkProblem) || wait === undefined) throw problem;
        await pause(wait, undefined, { signal: options.signal });
      }
    }
    await rename(part, join(options.folder, artifact.file));
  } finally {
    releasePart(part);
  }
}

async function fetchPart(artifact: Artifact, part: string, options: DownloadOptions): Promise<void> {
  const have = await sizeOf(part);
  if (have < artifact.bytes) await fetchRest(artifact, part, have, options);
  const bytes = await sizeOf(part);
  if (bytes < artifact.bytes) {
    throw new NetworkProblem(
      `${artifact.file}: the connection ended after ${bytes} of ${artifact.bytes} bytes`,
    );
  }
  const actual = await sha256Of(part);
  if (actual === artifact.sha256) return;
  await rm(part);
  options.onBytes(-bytes);
  // The bytes of an earlier run may be wrong: start from scratch.
  if (have > 0) throw new NetworkProblem(`${artifact.file}: the resumed file differs`);
  throw localDatabaseError(
    `${artifact.file} does not have the expected content and was rejected: ` +
      `SHA-256 expected ${artifact.sha256}, actual ${actual}.`,
    `Check the Maven repository or the proxy, or ${OTHER_WAYS}.`,
  );
}

async function fetchRest(
  artifact: Artifact,
  part: string,
  have: number,
  options: DownloadOptions,
): Promise<void> {
  const response = await request(artifact, have, options);
  const resumed = response.status === 206 && startsAt(response, have);
  if (response.status !== 200 && !resumed) {
    await response.body?.cancel();
    await rejectResponse(artifact, part, have, response, options);
  }
  if (!resumed) options.onBytes(-have);
  const file = await open(part, resumed ? "a" : "w");
  try {
    await save(response, file, artifact.bytes - (resumed ? have : 0), options);
  } finally {
    await file.close();
  }
}

async function request(artifact: Artifact, have: number, options: DownloadOptions): Promise<Response> {
  const url = await urlOf(artifact, options.mavenRepository);
  const range = have > 0 ? { range: `bytes=${have}-` } : {};
  try {
    return await fetch(url, {
      // Compression in transit would change the byte offsets.
      headers: { "accept-encoding": "identity", ...range },
      dispatcher: options.dispatcher,
      signal: options.signal,
    });
  } catch (cause) {
    throw new NetworkProblem(reasonOf(cause), { cause });
  }
}

async function urlOf(artifact: Artifact, repository: string | undefined): Promise<string> {
  const { group, version, classifier } = artifact;
  const coordinates = { groupId: group, artifactId: artifact.artifact, version };
  const base = repository?.replace(/\/*$/, "/");
  return await mvnArtifactUrl.default({ ...coordinates, ...(classifier ? { classifier } : {}) }, base);
}

function startsAt(response: Response, offset: number): boolean {
  return response.headers.get("content-range")?.startsWith(`bytes ${offset}-`) ?? false;
}

/** Throws the error for a status: retry, retry from scratch if the range was rejected, or give up. */
async function rejectResponse(
  artifact: Artifact,
  part: string,
  have: number,
  response: Response,
  options: DownloadOptions,
): Promise<never> {
  const { status, url } = response;
  if (status === 206 || status === 416) {
    await rm(part, { force: true });
    options.onBytes(-have);
    throw new NetworkProblem(`${artifact.file}: the server cannot resume at byte ${have}`);
  }
  if (status >= 500 || status === 429 || status === 408) {
    throw new NetworkProblem(`${url} returned ${status}`);
  }
  throw localDatabaseError(
    `${artifact.file} could not be downloaded: ${url} returned ${status}.`,
    `Check the Maven repository or the proxy, or ${OTHER_WAYS}.`,
  );
}

/** Appends the body to the file. Stops if it is too long, because the hash will not match anyway. */
async function save(
  response: Response,
  file: FileHandle,
  expected: number,
  options: DownloadOptions,
): Promise<void> {
  let bytes = 0;
  for await (const chunk of chunksOf(response)) {
    await file.write(chunk);
    options.onBytes(chunk.length);
    bytes += chunk.length;
    if (bytes > expected) return;
  }
}

/** Wraps network errors, to distinguish them from disk errors. */
async function* chunksOf(response: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) yield chunk;
  } catch (cause) {
    throw new NetworkProblem(reasonOf(cause), { cause });
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.size ?? 0;
}

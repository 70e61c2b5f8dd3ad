import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";

/** The Neo4j version of the committed lock file. */
export const NEO4J_VERSION = "5.26.30";

/** A pinned jar: its Maven coordinates, file name, size and hash. */
export interface Artifact {
  readonly group: string;
  readonly artifact: string;
  readonly version: string;
  readonly classifier?: string;
  readonly file: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string;
  readonly bytes: number;
}

/** The lock file. `hash` is the SHA-256 of its text, the cache key for what depends on the jars. */
export interface LockFile {
  readonly artifacts: readonly Artifact[];
  readonly hash: string;
}

/** The path of a file of this module that is not TypeScript; the build leaves these files in `src/`. */
export function localDbFile(name: string): string {
  return join(packageRoot(), "src", "local-db", name);
}

/** Reads the committed lock file. */
export function readLockFile(path = localDbFile(`neo4j-${NEO4J_VERSION}.lock.json`)): LockFile {
  const text = readFileSync(path, "utf8");
  const { artifacts }: { artifacts: readonly Artifact[] } = JSON.parse(text);
  return { artifacts, hash: createHash("sha256").update(text).digest("hex") };
}

/** True for the compiler, which only builds the launcher and is not on the class path of the database. */
export function isCompiler(artifact: Artifact): boolean {
  return artifact.group === "org.eclipse.jdt" && artifact.artifact === "ecj";
}

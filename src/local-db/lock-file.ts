import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../package-root.js";

/** The Neo4j that the committed lock file describes. */
export const NEO4J_VERSION = "5.26.30";

/** One pinned jar: its Maven coordinates, its file name, and what its content must be. */
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

/** The whole lock file. `hash` is the SHA-256 of its text: whatever depends on the jars is keyed by it. */
export interface LockFile {
  readonly artifacts: readonly Artifact[];
  readonly hash: string;
}

/** Folder of this module's own files that are not TypeScript; the build leaves them in `src/`. */
export function localDbFile(name: string): string {
  return join(packageRoot(), "src", "local-db", name);
}

/** Reads the committed lock file. */
export function readLockFile(path = localDbFile(`neo4j-${NEO4J_VERSION}.lock.json`)): LockFile {
  const text = readFileSync(path, "utf8");
  const { artifacts }: { artifacts: readonly Artifact[] } = JSON.parse(text);
  return { artifacts, hash: createHash("sha256").update(text).digest("hex") };
}

/** The compiler is only needed to build the launcher; it stays off the database's class path. */
export function isCompiler(artifact: Artifact): boolean {
  return artifact.group === "org.eclipse.jdt" && artifact.artifact === "ecj";
}

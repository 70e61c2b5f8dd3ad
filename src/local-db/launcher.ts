import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Java, javaEnv } from "./java.js";
import { localDatabaseError, OTHER_WAYS, reasonOf } from "./local-database-error.js";
import { isCompiler, type LockFile, localDbFile } from "./lock-file.js";
import type { OnProgress } from "./progress.js";

/** Name of the class in Launcher.java. */
export const LAUNCHER_CLASS = "Launcher";

const COMPILER_CLASS = "org.eclipse.jdt.internal.compiler.batch.Main";

/** Options for compiling the launcher. `jarsDir` contains all jars of the lock file. */
export interface CompileOptions {
  readonly java: Java;
  readonly lock: LockFile;
  readonly jarsDir: string;
  readonly cacheDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

/** The class path of the database, without the compiler. */
export function neo4jClassPath(lock: LockFile, jarsDir: string): readonly string[] {
  return lock.artifacts.filter((artifact) => !isCompiler(artifact)).map(({ file }) => join(jarsDir, file));
}

/**
 * Compiles Launcher.java once per source text and lock file, and returns the folder with the class.
 * Uses the Eclipse compiler, because a plain Java runtime has no javac.
 * @throws PactError LOCAL_DATABASE if the compiler fails
 */
export async function compileLauncher(options: CompileOptions): Promise<string> {
  const source = localDbFile("Launcher.java");
  const text = await readFile(source);
  const key = createHash("sha256").update(options.lock.hash).update(text).digest("hex").slice(0, 16);
  const folder = join(options.cacheDir, `launcher-${key}`);
  if (existsSync(join(folder, `${LAUNCHER_CLASS}.class`))) return folder;

  options.onProgress({ step: "compile", message: "Compiling the launcher of the local Neo4j" });
  const fresh = `${folder}.${randomUUID()}`;
  try {
    await mkdir(fresh, { recursive: true });
    await runCompiler(options, source, fresh);
    await rename(fresh, folder).catch((problem: unknown) => {
      // Another process was faster; its class is identical.
      if (!existsSync(join(folder, `${LAUNCHER_CLASS}.class`))) throw problem;
    });
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

async function runCompiler(options: CompileOptions, source: string, target: string): Promise<void> {
  const { java, lock, jarsDir, env, signal } = options;
  const jars = lock.artifacts.map(({ file }) => join(jarsDir, file));
  const args = [COMPILER_CLASS, "-source", "17", "-target", "17", "-proc:none", "-nowarn"];
  args.push("-encoding", "UTF-8", "-d", target, source);
  try {
    const childEnv = javaEnv(env, jars);
    await promisify(execFile)(java.command, args, { env: childEnv, ...(signal ? { signal } : {}) });
  } catch (cause) {
    signal?.throwIfAborted();
    const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : reasonOf(cause);
    const problem = "The launcher of the local Neo4j could not be compiled.";
    const remedy = `Try another Java runtime (JAVA_HOME), or ${OTHER_WAYS}. Compiler output:`;
    throw localDatabaseError(problem, remedy, { cause, details: said.trim() });
  }
}

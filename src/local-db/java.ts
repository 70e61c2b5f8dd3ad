import { execFile } from "node:child_process";
import { delimiter, resolve } from "node:path";
import { localDatabaseError, OTHER_WAYS } from "./local-database-error.js";

/** The oldest Java version that Neo4j 5 supports. */
const MIN_JAVA_VERSION = 17;

/** A Java runtime and its version. */
export interface Java {
  /** Command or path of the executable. */
  readonly command: string;
  /** Feature release: 17, 21. */
  readonly major: number;
}

/** Parses the feature release from `java -version`: 8 for "1.8.0_392", 21 for "21.0.2" or "21-ea". */
export function parseJavaVersion(output: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(output);
  return match ? Number(match[1]) : undefined;
}

/**
 * Finds Java 17 or newer: first in `JAVA_HOME`, then on the PATH.
 * @throws PactError LOCAL_DATABASE with installation instructions
 */
export async function findJava(env: NodeJS.ProcessEnv, signal?: AbortSignal): Promise<Java> {
  const home = env.JAVA_HOME;
  const tooOld: string[] = [];
  for (const command of home ? [resolve(home, "bin", "java"), "java"] : ["java"]) {
    const major = await versionOf(command, env, signal);
    if (major !== undefined && major >= MIN_JAVA_VERSION) return { command, major };
    if (major !== undefined) tooOld.push(`${command} is Java ${major}`);
  }
  signal?.throwIfAborted();
  const found = tooOld.length > 0 ? tooOld.join(", ") : "none in JAVA_HOME or on the PATH";
  throw localDatabaseError(
    `The local Neo4j needs a Java runtime, version ${MIN_JAVA_VERSION} or newer; found: ${found}.`,
    "Install one (Debian, Ubuntu: apt install openjdk-17-jre-headless; macOS: brew install openjdk@21, " +
      `then set JAVA_HOME), or ${OTHER_WAYS}.`,
  );
}

/**
 * The environment of a Java process. Sets the class path here, because it would clutter the command line in `ps`, and
 * a UTF-8 locale, because in the C locale Java cannot open paths with non-ASCII characters.
 */
export function javaEnv(env: NodeJS.ProcessEnv, classPath: readonly string[]): NodeJS.ProcessEnv {
  return { ...env, LC_ALL: "C.UTF-8", CLASSPATH: classPath.join(delimiter) };
}

/** Undefined if the command is missing or is not Java (macOS has a stub `java`). */
function versionOf(
  command: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<number | undefined> {
  return new Promise((answer) => {
    execFile(command, ["-version"], { env, ...(signal ? { signal } : {}) }, (problem, stdout, stderr) => {
      answer(problem ? undefined : parseJavaVersion(stderr + stdout));
    });
  });
}

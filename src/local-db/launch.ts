import { type ChildProcess, spawn } from "node:child_process";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { bootFailure } from "./boot-failure.js";
import { javaEnv } from "./java.js";
import { LAUNCHER_CLASS } from "./launcher.js";
import type { OnProgress } from "./progress.js";

const TICK_MS = 3_000;
const BOOT_LIMIT_MS = 30 * 60_000;
/** A shutdown writes all that is in memory; a kill is safe as well, only the next start is slower. */
const STOP_LIMIT_MS = 120_000;

/** All that the Java process is started with. Paths are absolute. */
export interface LaunchOptions {
  readonly java: string;
  readonly jvmFlags: readonly string[];
  readonly classPath: readonly string[];
  readonly home: string;
  /** Settings; read when the database boots. */
  readonly confFile: string;
  /** Gets all that Java writes, at its end. */
  readonly logFile: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The Java process of a database. */
export interface DatabaseProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with words for how. */
  readonly ended: Promise<string>;
  /**
   * Lets the database boot, with a new password for the user neo4j if one is given; resolves when it answers.
   * @throws PactError LOCAL_DATABASE with the last lines of its log when it ends instead
   */
  boot(newPassword: string | undefined, onProgress: OnProgress, signal?: AbortSignal): Promise<void>;
  /** Shuts the database down in order and waits for its end; after two minutes it is killed. */
  stop(): Promise<void>;
}

/** Starts the Java process. It touches no data before `boot`. */
export async function launch(options: LaunchOptions): Promise<DatabaseProcess> {
  const log = await open(options.logFile, "a");
  try {
    const args = [...options.jvmFlags, LAUNCHER_CLASS, options.home, options.confFile];
    const child = spawn(options.java, args, {
      // Own session: a Ctrl-C in the terminal reaches this process alone, which then stops the database in order.
      detached: true,
      // Java leaves the report of a crash here.
      cwd: dirname(options.logFile),
      stdio: ["pipe", "pipe", log.fd],
      env: javaEnv(options.env, options.classPath),
    });
    return await supervise(child, options.logFile);
  } finally {
    await log.close();
  }
}

async function supervise(child: ChildProcess, logFile: string): Promise<DatabaseProcess> {
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) =>
      resolve(signal ? `was ended by ${signal}` : `ended with code ${code}`),
    );
  });
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const { pid, stdin, stdout } = child;
  if (pid === undefined || !stdin || !stdout) throw new Error("a started process has a pid and pipes");
  // The database may end while its password is on the way; `ended` tells that.
  stdin.on("error", () => undefined);
  const ready = new Promise<void>((resolve) => {
    createInterface({ input: stdout }).on("line", (line) => line === "READY" && resolve());
  });

  async function stop(): Promise<void> {
    stdin?.end();
    const kill = setTimeout(() => child.kill("SIGKILL"), STOP_LIMIT_MS);
    await ended;
    clearTimeout(kill);
  }

  async function boot(
    newPassword: string | undefined,
    onProgress: OnProgress,
    signal?: AbortSignal,
  ): Promise<void> {
    stdin?.write(`${newPassword ?? ""}\n`);
    const outcome = await firstOf(ready, ended, onProgress, signal);
    if (outcome === "ready") return;
    await stop();
    signal?.throwIfAborted();
    throw await bootFailure(outcome, logFile);
  }

  return { pid, ended, boot, stop };
}

/** Waits for the first of: ready, the end of the process (in words), an abort, the limit. */
function firstOf(
  ready: Promise<void>,
  ended: Promise<string>,
  onProgress: OnProgress,
  signal: AbortSignal | undefined,
): Promise<string> {
  const started = Date.now();
  return new Promise((resolve) => {
    const onAbort = () => settle("was interrupted");
    const tick = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      onProgress({ step: "boot", message: `Starting Neo4j: ${seconds} s` });
    }, TICK_MS);
    const limit = setTimeout(() => settle("was not ready after 30 minutes"), BOOT_LIMIT_MS);
    function settle(outcome: string): void {
      clearInterval(tick);
      clearTimeout(limit);
      signal?.removeEventListener("abort", onAbort);
      resolve(outcome);
    }
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
    void ready.then(() => settle("ready"));
    void ended.then(settle);
    onProgress({ step: "boot", message: "Starting Neo4j" });
  });
}

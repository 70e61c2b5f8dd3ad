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
/** A shutdown flushes memory to disk. Killing the process is safe too, but slows down the next start. */
const STOP_LIMIT_MS = 120_000;

/** Options for starting the Java process. Paths are absolute. */
export interface LaunchOptions {
  readonly java: string;
  readonly jvmFlags: readonly string[];
  readonly classPath: readonly string[];
  readonly home: string;
  /** Settings file, read when the database starts. */
  readonly confFile: string;
  /** File to which the output of Java is appended. */
  readonly logFile: string;
  readonly env: NodeJS.ProcessEnv;
}

/** The Java process of a database. */
export interface DatabaseProcess {
  readonly pid: number;
  /** Resolves when the process has ended, with a description of how. */
  readonly ended: Promise<string>;
  /**
   * Starts the database, with a new password for the user neo4j if given, and resolves when it responds.
   * @throws PactError LOCAL_DATABASE with the last lines of the log if the database ends instead
   */
  boot(newPassword: string | undefined, onProgress: OnProgress, signal?: AbortSignal): Promise<void>;
  /** Shuts down the database gracefully and waits for its end; kills it after two minutes. */
  stop(): Promise<void>;
}

/** Starts the Java process, which does not touch any data before `boot`. */
export async function launch(options: LaunchOptions): Promise<DatabaseProcess> {
  const log = await open(options.logFile, "a");
  try {
    const args = [...options.jvmFlags, LAUNCHER_CLASS, options.home, options.confFile];
    const child = spawn(options.java, args, {
      // A separate session, so that Ctrl-C reaches only this process, which then stops the database gracefully.
      detached: true,
      // Java writes crash reports here.
      cwd: dirname(options.logFile),
      stdio: ["pipe", "pipe", log.fd],
      env: javaEnv(options.env, options.classPath),
    });
    return await supervise(child, options.logFile);
  } finally {
    await log.close();
  }
}

/** The exit code of the launcher after a fault that only a restart repairs. */
const PANIC = 70;

function howItEnded(code: number | null): string {
  return code === PANIC
    ? "has failed; logs/debug.log in the data folder has the reason, for example a full disk"
    : `ended with code ${code}`;
}

async function supervise(child: ChildProcess, logFile: string): Promise<DatabaseProcess> {
  const ended = new Promise<string>((resolve) => {
    child.once("exit", (code, signal) => resolve(signal ? `was ended by ${signal}` : howItEnded(code)));
  });
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  const { pid, stdin, stdout } = child;
  if (pid === undefined || !stdin || !stdout) throw new Error("a started process has a pid and pipes");
  // The database may end while the password is being sent; `ended` reports this.
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

/** Waits until the database is ready, the process ends, the signal is aborted, or time is up. */
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

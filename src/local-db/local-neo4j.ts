import { mkdir, realpath, truncate, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { ensureArtifacts } from "./artifacts.js";
import { alreadyRunning, waitForFreeFolder } from "./claim.js";
import { claimInstance, instanceMark, releaseInstance } from "./instance-file.js";
import { findJava } from "./java.js";
import { type DatabaseProcess, launch } from "./launch.js";
import { compileLauncher, neo4jClassPath } from "./launcher.js";
import { localDatabaseError, OTHER_WAYS, reasonOf } from "./local-database-error.js";
import { NEO4J_VERSION, readLockFile } from "./lock-file.js";
import { keepPassword, readOrMakePassword } from "./password.js";
import { choosePort, HOST, rememberPort } from "./port.js";
import type { OnProgress, Progress } from "./progress.js";
import { jvmFlags, neo4jConf, STORE_DIR } from "./settings.js";

export type { Progress };

/** A running local Neo4j. */
export interface RunningNeo4j {
  /** Bolt address. */
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  /** Process id of the database. */
  readonly pid: number;
  /** Resolves when the process has ended and its folder is free again, with a description of how it ended. */
  readonly ended: Promise<string>;
  /** Shuts down the database gracefully and waits for its end. Safe to call again and after it has ended. */
  stop(): Promise<void>;
}

/** Options for starting a local Neo4j. */
export interface LocalNeo4jOptions {
  /** Folder for the data, the password and the logs; created if missing. */
  readonly dataDir: string;
  /** If undefined or 0: the last used port if it is free, else any free port. */
  readonly port?: number;
  /** Folder for the jars, shared by all checkouts of a user. */
  readonly cacheDir: string;
  /** Base URL of a Maven repository to use instead of the default one. */
  readonly mavenRepository?: string;
  /** Maximum Java heap size; default 1024. */
  readonly heapMegabytes?: number;
  /** Maximum memory for files of the database, outside the heap; default 1024. */
  readonly pageCacheMegabytes?: number;
  /** Start faster but run slower; for tests. Default false. */
  readonly quickBoot?: boolean;
  onProgress(progress: Progress): void;
  /** Stops the setup at any step; the promise rejects with the reason of the signal. */
  readonly signal?: AbortSignal;
  /** The environment with JAVA_HOME and PATH; default: that of this process. */
  readonly env?: NodeJS.ProcessEnv;
}

/**
 * Sets up and starts a Neo4j Community that belongs to this process: downloads what is missing, compiles the
 * launcher, starts the database, and resolves when it responds. It ends with this process, however that ends.
 * @throws PactError LOCAL_DATABASE with advice on how to fix the problem
 */
export async function startLocalNeo4j(options: LocalNeo4jOptions): Promise<RunningNeo4j> {
  const { signal, onProgress, env = process.env } = options;
  signal?.throwIfAborted();
  const dataDir = await makeFolder(options.dataDir);
  const abort = signal ? { signal } : {};
  await waitForFreeFolder(dataDir, onProgress, signal);
  const java = await findJava(env, signal);
  onProgress({ step: "java", message: `Java ${java.major}: ${java.command}` });

  const cacheDir = resolve(options.cacheDir);
  const lock = readLockFile();
  const { mavenRepository } = options;
  const mirror = mavenRepository ? { mavenRepository } : {};
  const jarsDir = await ensureArtifacts({ lock, cacheDir, ...mirror, onProgress, ...abort });
  const classDir = await compileLauncher({ java, lock, jarsDir, cacheDir, env, onProgress, ...abort });

  const logsDir = join(dataDir, "logs");
  await makeFolder(logsDir);
  const port = await choosePort(dataDir, options.port);
  const confFile = join(dataDir, "neo4j.conf");
  const logFile = join(logsDir, "neo4j.log");
  const { heapMegabytes = 1024, pageCacheMegabytes = 1024, quickBoot = false } = options;
  const database = await launch({
    java: java.command,
    jvmFlags: [...jvmFlags({ heapMegabytes, quickBoot }), instanceMark(dataDir)],
    classPath: [classDir, ...neo4jClassPath(lock, jarsDir)],
    home: dataDir,
    confFile,
    logFile,
    env,
  });
  const conf = neo4jConf({ port, pageCacheMegabytes });
  return await bootClaimed(database, { dataDir, confFile, conf, logFile, port, onProgress, ...abort });
}

/** Creates a folder and returns its real path, without symbolic links. */
async function makeFolder(path: string): Promise<string> {
  try {
    await mkdir(path, { recursive: true });
    return await realpath(path);
  } catch (cause) {
    const problem = `Cannot create the folder ${path} for the local Neo4j: ${reasonOf(cause)}.`;
    throw localDatabaseError(problem, `Change its permissions or choose another folder, or ${OTHER_WAYS}.`, {
      cause,
    });
  }
}

interface BootInput {
  readonly dataDir: string;
  readonly confFile: string;
  /** What the configuration file is to contain. */
  readonly conf: string;
  readonly logFile: string;
  readonly port: number;
  readonly onProgress: OnProgress;
  readonly signal?: AbortSignal;
}

async function bootClaimed(database: DatabaseProcess, input: BootInput): Promise<RunningNeo4j> {
  const { dataDir, confFile, conf, logFile, port, onProgress, signal } = input;
  const { pid } = database;
  const startedAt = new Date().toISOString();
  try {
    const holder = await claimInstance(dataDir, { pid, owner: process.pid, port, startedAt });
    if (holder) throw alreadyRunning(holder, dataDir);
    // Only the process with the claim may change these, because a running database may be using them.
    await truncate(logFile);
    await writeFile(confFile, conf);
    const password = await readOrMakePassword(dataDir, join(dataDir, STORE_DIR));
    const released = database.ended.then(() => releaseInstance(dataDir, pid));
    await database.boot(password.isNew ? password.text : undefined, onProgress, signal);
    if (password.isNew) await keepPassword(dataDir, password.text);
    await rememberPort(dataDir, port);
    const uri = `bolt://${HOST}:${port}`;
    onProgress({ step: "ready", message: `Neo4j ${NEO4J_VERSION} is running at ${uri}` });
    let stopped: Promise<void> | undefined;
    const stop = async () => {
      onProgress({ step: "stop", message: "Stopping Neo4j" });
      await database.stop();
      await released;
    };
    const ended = released.then(() => database.ended);
    return { uri, user: "neo4j", password: password.text, pid, ended, stop: () => (stopped ??= stop()) };
  } catch (problem) {
    await database.stop();
    await releaseInstance(dataDir, pid);
    throw problem;
  }
}

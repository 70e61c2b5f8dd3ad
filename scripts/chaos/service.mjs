// A service of its own, in a folder of its own, and the program beside it.
import { spawn } from "node:child_process";
import { createWriteStream, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const PROGRAM = join(import.meta.dirname, "..", "..", "dist", "cli", "main.js");
const KEY = "key-of-the-chaos-script";
/** A busy machine may take long to boot a database. */
const PATIENCE_MS = 15 * 60_000;

/** Waits until a check does not throw and returns something; throws the last problem when patience ends. */
export async function until(check, what) {
  const end = Date.now() + PATIENCE_MS;
  for (let problem; ; ) {
    try {
      const found = await check();
      if (found) return found;
    } catch (error) {
      problem = error;
    }
    if (Date.now() > end) throw new Error(`Waited in vain for ${what}.`, { cause: problem });
    await pause(200);
  }
}

/** Runs a command of the program; gives its exit code or signal, and what it said. */
export function run(args, { dataDir, onSaid = () => undefined }) {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    env: { ...process.env, PACTGRAPH_DATA_DIR: dataDir, LOG_LEVEL: "error" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk) => {
      said += chunk;
      onSaid(said, child);
    });
  const ended = new Promise((resolve) => child.on("exit", (code, signal) => resolve({ code, signal, said })));
  return { child, ended };
}

/** A running service. Like a process manager, it starts the service again when that gives up. */
export class Service {
  starts = 0;
  #isStopping = false;
  #running;

  constructor(dataDir, port, { env = {}, logFile = `${dataDir}.log` } = {}) {
    this.dataDir = dataDir;
    this.env = env;
    this.url = `http://127.0.0.1:${port}`;
    this.port = port;
    this.log = createWriteStream(logFile, { flags: "a" });
  }

  async start() {
    this.#spawn();
    await this.ready();
    return this;
  }

  #spawn() {
    this.starts += 1;
    const env = {
      ...process.env,
      PORT: String(this.port),
      PACTGRAPH_DATA_DIR: this.dataDir,
      PACTGRAPH_WRITE_KEY: KEY,
      ...this.env,
    };
    const child = spawn(process.execPath, [PROGRAM, "serve"], { env });
    child.stdout.pipe(this.log, { end: false });
    child.stderr.pipe(this.log, { end: false });
    this.#running = new Promise((resolve) => child.on("exit", resolve));
    this.child = child;
    child.on("exit", () => {
      if (!this.#isStopping) this.#spawn();
    });
  }

  /** Waits until it answers. */
  async ready() {
    await until(async () => (await fetch(`${this.url}/readyz`)).ok, "the service");
  }

  /** The process id of its database; undefined between two. */
  databasePid() {
    try {
      return JSON.parse(readFileSync(join(this.dataDir, "neo4j-instance.json"), "utf8")).pid;
    } catch {
      return undefined;
    }
  }

  /** The data of an answer. Throws what the errors say. */
  async ask(query, variables = {}, headers = {}) {
    const response = await fetch(`${this.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-pactgraph-key": KEY, ...headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(120_000),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(errors[0].message);
    return data;
  }

  async stop() {
    this.#isStopping = true;
    this.child.kill("SIGTERM");
    await this.#running;
  }
}

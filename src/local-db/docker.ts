import { execFile } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import type { DatabaseLogin } from "../db/database.js";
import { packageRoot } from "../package-root.js";
import { localDatabaseError } from "./local-database-error.js";
import { keepPassword, readOrMakePassword } from "./password.js";
import type { OnProgress } from "./progress.js";

/** Runs a program with arguments and additional environment variables; rejects if it fails. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
) => Promise<unknown>;

/** Options for starting Neo4j in Docker. */
export interface DockerOptions {
  readonly dataDir: string;
  readonly onProgress: OnProgress;
  readonly run?: RunProgram;
}

const PORT = 7687;

const runProgram: RunProgram = (program, args, env) =>
  promisify(execFile)(program, [...args], { env: { ...process.env, ...env } });

/** Starts Neo4j with docker-compose.yml; its data is kept in a volume. Throws LOCAL_DATABASE without Docker. */
export async function startDockerNeo4j(
  options: DockerOptions,
): Promise<DatabaseLogin & { stop(): Promise<void> }> {
  const { onProgress, run = runProgram } = options;
  // A separate folder, because the local database has another password.
  const dataDir = join(options.dataDir, "docker");
  await mkdir(dataDir, { recursive: true });
  const password = await readOrMakePassword(dataDir, dataDir);
  if (password.isNew) await keepPassword(dataDir, password.text);
  const file = join(packageRoot(), "docker-compose.yml");
  const compose = (...args: string[]) =>
    run("docker", ["compose", "-f", file, ...args], { NEO4J_PASSWORD: password.text });
  onProgress({
    step: "boot",
    message: "Starting Neo4j with docker compose (the first start downloads the image)",
  });
  let wasRunning = false;
  try {
    wasRunning = outputOf(await compose("ps", "--status", "running", "--quiet")) !== "";
    await compose("up", "--detach", "--wait");
  } catch (error) {
    throw localDatabaseError(
      `docker compose could not start Neo4j: ${firstLine(error)}`,
      "Start the Docker engine, or omit --docker to use a local Java, or set NEO4J_URI.",
    );
  }
  const stop = async () => {
    // Another command, for example the service, still uses it.
    if (wasRunning) return;
    onProgress({ step: "stop", message: "Stopping Neo4j" });
    await compose("stop");
  };
  return { uri: `bolt://127.0.0.1:${PORT}`, user: "neo4j", password: password.text, stop };
}

function outputOf(result: unknown): string {
  return typeof result === "object" && result !== null && "stdout" in result
    ? String(result.stdout).trim()
    : "";
}

function firstLine(error: unknown): string {
  const text =
    typeof error === "object" && error !== null && "stderr" in error ? String(error.stderr) : String(error);
  return text.trim().split("\n").at(-1) ?? "";
}

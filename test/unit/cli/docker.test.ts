import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunProgram, startDockerNeo4j } from "../../../src/local-db/docker.js";
import type { Progress } from "../../../src/local-db/progress.js";
import { packageRoot } from "../../../src/package-root.js";

interface Call {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const COMPOSE = join(packageRoot(), "docker-compose.yml");

describe("startDockerNeo4j", () => {
  let dataDir: string;
  let calls: Call[];
  let told: Progress[];
  const run: RunProgram = async (program, args, env) => {
    calls.push({ program, args, env });
  };
  const start = (withRun: RunProgram = run) =>
    startDockerNeo4j({ dataDir, run: withRun, onProgress: (progress) => told.push(progress) });

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), "pactgraph-docker-"));
    calls = [];
    told = [];
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  it("starts docker-compose.yml and waits, without using a shell", async () => {
    await start();
    expect(calls.map(({ program, args }) => [program, ...args])).toEqual([
      ["docker", "compose", "-f", COMPOSE, "ps", "--status", "running", "--quiet"],
      ["docker", "compose", "-f", COMPOSE, "up", "--detach", "--wait"],
    ]);
    expect(told.map(({ step }) => step)).toEqual(["boot"]);
  });

  it("returns the login of the container", async () => {
    const login = await start();
    expect(login).toMatchObject({ uri: "bolt://127.0.0.1:7687", user: "neo4j" });
    expect(calls[0]?.env.NEO4J_PASSWORD).toBe(login.password);
    expect(login.password.length).toBeGreaterThanOrEqual(16);
  });

  it("never puts the password into arguments or messages", async () => {
    const login = await start();
    await login.stop();
    const seen = JSON.stringify([calls.map(({ args }) => args), told]);
    expect(seen).not.toContain(login.password);
  });

  it("keeps the password for the next start, readable by its owner only", async () => {
    const first = await start();
    const second = await start();
    expect(second.password).toBe(first.password);
    const file = join(dataDir, "docker", "neo4j-password");
    expect(readFileSync(file, "utf8").trim()).toBe(first.password);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it("does not stop a container that was already running", async () => {
    const { stop } = await start(async (program, args, env) => {
      await run(program, args, env);
      return { stdout: args.includes("ps") ? "0123456789ab\n" : "" };
    });
    await stop();
    expect(calls.flatMap(({ args }) => args)).not.toContain("stop");
  });

  it("stops the container and leaves its data", async () => {
    const { stop } = await start();
    await stop();
    expect(calls.at(-1)?.args.slice(-1)).toEqual(["stop"]);
    expect(calls.flatMap(({ args }) => args)).not.toContain("down");
    expect(told.map(({ step }) => step)).toEqual(["boot", "stop"]);
  });

  it("explains in two lines what to do when Docker does not answer", async () => {
    const failing: RunProgram = () =>
      Promise.reject(
        Object.assign(new Error("exit 1"), { stderr: "warning\nCannot connect to the Docker daemon\n" }),
      );
    const error: unknown = await start(failing).catch((problem: unknown) => problem);
    expect(error).toMatchObject({ code: "LOCAL_DATABASE" });
    const message = error instanceof Error ? error.message : "";
    expect(message).toContain("Cannot connect to the Docker daemon");
    expect(message).toContain("NEO4J_URI");
    expect(message.split("\n")).toHaveLength(2);
  });
});

/** Why `docker compose` cannot be asked here, or nothing. */
function composeMissing(): string | undefined {
  try {
    execFileSync("docker", ["compose", "version"], { stdio: "pipe" });
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split("\n").at(0) ?? "unknown") : String(error);
  }
}

describe("docker-compose.yml", () => {
  it("is accepted by docker compose and requires a password", ({ skip }) => {
    const missing = composeMissing();
    if (missing !== undefined) {
      console.warn(`docker-compose.yml is not checked here: ${missing}`);
      return skip();
    }
    const config = (env: NodeJS.ProcessEnv) =>
      execFileSync("docker", ["compose", "-f", COMPOSE, "config"], { env, stdio: "pipe", encoding: "utf8" });
    const { NEO4J_PASSWORD: _removed, ...without } = process.env;
    expect(config({ ...without, NEO4J_PASSWORD: "for-tests-only" })).toContain("neo4j:5.26");
    expect(() => config(without)).toThrow(/NEO4J_PASSWORD/);
  });

  it("publishes the port to this machine only, and holds no password", () => {
    const text = readFileSync(COMPOSE, "utf8");
    expect(text.match(/127\.0\.0\.1:.*:7687"/g)).toHaveLength(1);
    expect(text).toMatch(/NEO4J_AUTH: "neo4j\/\$\{NEO4J_PASSWORD:\?/);
    // The program connects to 7687, so nothing may move the port that it publishes.
    expect(text).not.toMatch(/127\.0\.0\.1:\$\{/);
  });
});

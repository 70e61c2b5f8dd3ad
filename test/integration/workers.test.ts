import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import getPort from "get-port";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { buildCli } from "../fixtures/cli.js";
import { testLogin } from "../support/login.js";

const POLL_MS = 200;

let service: ChildProcess;
let base: string;
let output = "";

beforeAll(async () => {
  await buildCli();
  const { uri, user, password } = testLogin();
  const port = await getPort();
  base = `http://127.0.0.1:${port}`;
  service = spawn(process.execPath, [join(packageRoot(), "dist", "cli", "main.js"), "serve"], {
    env: {
      ...process.env,
      ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password },
      ...{ PORT: String(port), PACTGRAPH_WORKERS: "2", LOG_LEVEL: "error" },
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [service.stdout, service.stderr]) stream?.on("data", (text) => (output += text));
  await until(async () => (await statusOf("/readyz")) === 200);
});
afterAll(() => void service?.kill("SIGKILL"));

/** Waits for a condition; fails when the service has ended. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) {
    if (service.exitCode !== null) throw new Error(`The service has ended: ${output}`);
    await sleep(POLL_MS);
  }
}

const statusOf = (path: string) =>
  fetch(`${base}${path}`, { headers: { connection: "close" } }).then(
    ({ status }) => status,
    () => 0,
  );

/** The processes that the service has started. */
function workers(): readonly number[] {
  // It exits with 1 if there are none.
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(service.pid)], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => (line.trim() ? [Number(line)] : []));
}

async function nameOf(id: string): Promise<unknown> {
  const response = await fetch(`${base}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", connection: "close" },
    body: JSON.stringify({ query: `{ state(id: "${id}") { name } }` }),
  });
  return response.json();
}

describe("two workers", () => {
  it("report their metrics together, whichever is asked", async () => {
    const count = async () => {
      const response = await fetch(`${base}/metrics`, { headers: { connection: "close" } });
      const counts = (await response.text()).matchAll(
        /pactgraph_operations_total\{operation="other",[^}]*\} (\d+)/g,
      );
      return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
    };
    const before = await count();
    for (let n = 0; n < 6; n += 1) await nameOf("state:kaz");
    for (let n = 0; n < 4; n += 1) expect(await count()).toBe(before + 6);
  });

  it("share one port, and each is replaced when it ends", async () => {
    const before = workers();
    expect(before).toHaveLength(2);
    const answer = { data: { state: { name: "Kazakhstan" } } };
    expect(await nameOf("state:kaz")).toMatchObject(answer);
    for (const pid of before) process.kill(pid, "SIGKILL");
    await until(async () => workers().filter((pid) => !before.includes(pid)).length === 2);
    await until(async () => (await statusOf("/readyz")) === 200);
    expect(await nameOf("state:kaz")).toMatchObject(answer);
  });

  it("end with the service", async () => {
    const running = workers();
    service.kill("SIGTERM");
    await once(service, "exit");
    expect(service.exitCode).toBe(0);
    for (const pid of running) expect(() => process.kill(pid, 0)).toThrow("ESRCH");
  });
});

import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { packageRoot } from "../../src/package-root.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

/** /livez takes 100 ms at most; a machine may be much slower on a bad day. */
const MAX_MS = 100 * 30;
const CLIENTS = 40;
const SECONDS = 10;
const SCRIPT = join(packageRoot(), "test", "fixtures", "heavy-clients.mjs");

let server: TestServer;

serveForTests(bundledDatabase, (service) => {
  ({ server } = service);
});

it(`/livez answers while ${CLIENTS} clients ask for large answers`, async () => {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [SCRIPT, server.url, String(CLIENTS), String(SECONDS)]);
  const { answers, times } = JSON.parse(stdout) as {
    readonly answers: Readonly<Record<"ok" | "refused" | "failed", number>>;
    readonly times: readonly number[];
  };
  expect(answers).toMatchObject({ refused: 0, failed: 0 });
  expect(answers.ok).toBeGreaterThan(0);
  const sorted = [...times].sort((one, other) => one - other);
  const [median, most] = [sorted[Math.floor(sorted.length / 2)] ?? 0, sorted.at(-1) ?? 0];
  process.stdout.write(
    `/livez: median ${median.toFixed(0)} ms, at most ${most.toFixed(0)} ms, during ${answers.ok} large answers\n`,
  );
  expect(most).toBeLessThan(MAX_MS);
});

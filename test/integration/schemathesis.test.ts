import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { apiSchema } from "../../src/fields/api-schema.js";
import { packageRoot } from "../../src/package-root.js";
import { BASE, load } from "../fixtures/graph.js";
import { emptyDatabase } from "../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

const PYTHON = process.env.PACTGRAPH_TEST_PYTHON || "python3";
const HAS_IT = spawnSync(PYTHON, ["-c", "import schemathesis"]).status === 0;
if (!HAS_IT) process.stdout.write(`Skipped: schemathesis, which ${PYTHON} does not have.\n`);
/** Examples for each operation; PACTGRAPH_SCHEMATHESIS_EXAMPLES asks for more. */
const EXAMPLES = process.env.PACTGRAPH_SCHEMATHESIS_EXAMPLES ?? "3";

let database: Database;
let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), "pactgraph-schemathesis-"));

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeAll(async () => {
  await load(database, BASE);
});
afterAll(() => rmSync(folder, { recursive: true }));

it.skipIf(!HAS_IT)("schemathesis finds no error in any operation", async () => {
  const types = [apiSchema().getQueryType(), apiSchema().getMutationType()];
  const operations = types.reduce((sum, type) => sum + Object.keys(type?.getFields() ?? {}).length, 0);
  const { code, output } = await run([
    ...[
      "run",
      `${server.url}/graphql`,
      "--phases",
      "fuzzing",
      "--checks",
      "no_fault",
      "--continue-on-failure",
    ],
    // The same requests at each run, so that main does not fail by chance.
    ...["--generation-deterministic", "--max-examples", EXAMPLES, "--suppress-health-check", "all"],
    ...["--warnings", "off", "--no-color"],
    ...["-H", `x-pactgraph-key: ${TEST_WRITE_KEY}`],
  ]);
  expect(code, output).toBe(0);
  expect(output).toMatch(new RegExp(`Tested: +${operations}\\b`));
});

function run(args: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  const env = {
    ...process.env,
    SCHEMATHESIS_HOOKS: "schemathesis_hooks",
    PYTHONPATH: join(packageRoot(), "test", "readers"),
    PYTHONDONTWRITEBYTECODE: "1",
  };
  const child = spawn(PYTHON, ["-m", "schemathesis.cli", ...args], { cwd: folder, env });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      output += data.toString();
    });
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, output })));
}

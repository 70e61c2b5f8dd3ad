import { execFile, execFileSync } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { addKey } from "../../src/access/keys.js";
import type { Database } from "../../src/db/database.js";
import { packageRoot } from "../../src/package-root.js";
import { data } from "../support/ask.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

const PYTHON = process.env.PACTGRAPH_TEST_PYTHON || "python3";

/** Each script with the program that runs it, and a call that fails where a package is missing. */
const SCRIPTS = [
  ["pactgraph.sh", "bash", ["-c", "command -v curl && command -v jq"]],
  ["pactgraph.py", PYTHON, ["-c", "import httpx, pandas"]],
  ["pactgraph.R", "Rscript", ["-e", "library(httr2); library(jsonlite)"]],
] as const;

let server: TestServer;
let database: Database;

serveForTests(bundledDatabase, (service) => {
  ({ server, database } = service);
});

function isMissing(program: string, probe: readonly string[]): boolean {
  try {
    execFileSync(program, [...probe], { stdio: "ignore" });
    return false;
  } catch {
    return true;
  }
}

describe("an example script", () => {
  it.each(SCRIPTS)("records, pages, pulls and follows: %s", async (file, program, probe) => {
    if (isMissing(program, probe)) {
      process.stderr.write(`not run here: ${program} or a package of ${file} is missing\n`);
      return;
    }
    const key = await addKey(database, {
      name: file,
      role: "curator",
      sources: ["source:example-press"],
      expiresAt: undefined,
    });
    const env = { ...process.env, PACTGRAPH_URL: server.url, PACTGRAPH_KEY: key };
    const script = join(packageRoot(), "examples", file);
    const run = async () => (await promisify(execFile)(program, [script], { env })).stdout.trim().split("\n");
    const { treaty, organization, meeting } = await data(
      server,
      `{ treaty(id: "treaty:npt-1968") { parties { totalCount } }
         organization(id: "org:nato") { members(asOf: "2024-12-31", where: { role: { eq: MEMBER } }) { totalCount } }
         meeting(id: "meeting:example-astana-2026-11-30") { id } }`,
    );
    const first = await run();
    const parties = treaty.parties.totalCount;
    expect(first.slice(1)).toEqual([
      `Parties to the NPT: ${parties} in ${Math.ceil(parties / 50)} pages`,
      `Members of NATO at the end of 2024: ${organization.members.totalCount}`,
      expect.stringMatching(/^Changed: RECORDED PARTICIPATED (Armenia|Kazakhstan)$/),
    ]);
    // Only the first script finds the event missing; the others have the same content and another key.
    expect(first[0]).toBe(`Recorded: ${meeting ? "0 created, 4 unchanged" : "4 created, 0 unchanged"}`);
    expect(await run()).toEqual(first);
  });
});

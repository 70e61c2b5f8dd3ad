import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { packageRoot } from "../../src/package-root.js";
import { load } from "../fixtures/graph.js";
import { data } from "../support/ask.js";
import { launchBrowser, openPage, skipWithoutBrowser } from "../support/browser.js";
import { bundledDatabase } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

const DASHBOARDS = join(packageRoot(), "dashboards");

let server: TestServer;
let database: Database;

serveForTests(bundledDatabase, (service) => {
  ({ server, database } = service);
});

/** Two resolutions of two years: the states agree on the first, and not on the second. */
const VOTES = ["1995", "1996"].map((year) => ({ year, id: `document:test-vote-${year}` }));

beforeAll(async () => {
  const vote = (from: string, to: string, position: string, date: string) => ({
    ...{ type: "VOTED", from, to, position, date },
  });
  await load(database, {
    source: "source:test-votes",
    sources: [{ id: "source:test-votes", name: "Test votes", kind: "DATASET" }],
    nodes: VOTES.map(({ id, year }) => ({
      ...{ type: "Document", id, name: `Resolution of ${year}`, kind: "RESOLUTION", date: year },
    })),
    edges: [
      ...VOTES.map(({ id, year }) => ({
        ...{
          type: "ADOPTED",
          from: "org:unga",
          to: id,
          mode: "BY_VOTE",
          date: `${year}-12-01`,
        },
      })),
      vote("state:rus", VOTES[0]?.id ?? "", "YES", "1995-12-01"),
      vote("state:usa", VOTES[0]?.id ?? "", "YES", "1995-12-01"),
      vote("state:rus", VOTES[1]?.id ?? "", "YES", "1996-12-01"),
      vote("state:usa", VOTES[1]?.id ?? "", "NO", "1996-12-01"),
    ],
  });
});

/** What the API says of the last year of each series. */
async function lastNumbers() {
  const { organization, treaty } = await data(
    server,
    `{ organization(id: "org:nato") { members(asOf: "2025-12-31", where: { role: { eq: MEMBER } }) { totalCount } }
       treaty(id: "treaty:npt-1968") { parties(asOf: "2025-12-31") { totalCount } } }`,
  );
  return { members: organization.members.totalCount, parties: treaty.parties.totalCount };
}

describe("a Grafana panel", () => {
  const dashboard = JSON.parse(readFileSync(join(DASHBOARDS, "grafana", "pactgraph.json"), "utf8"));
  const values: Readonly<Record<string, string>> = Object.fromEntries(
    dashboard.templating.list.map(({ name, query }: { name: string; query: string }) => [name, query]),
  );

  it.each(
    dashboard.panels as readonly {
      title: string;
      targets: readonly { url: string; columns: readonly { selector: string }[] }[];
    }[],
  )("returns the columns that it draws: $title", async ({ targets }) => {
    for (const { url, columns } of targets) {
      const address = url.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
      const response = await fetch(server.url + address);
      expect(response.status).toBe(200);
      const [head = [], ...rows] = parse(await response.text(), { bom: true });
      expect(rows.length).toBeGreaterThan(1);
      expect(head).toEqual(expect.arrayContaining(columns.map(({ selector }) => selector)));
    }
  });
});

describe.skipIf(skipWithoutBrowser())("the dashboard page", () => {
  it("draws what the API says", async () => {
    const browser = await launchBrowser();
    try {
      const file = pathToFileURL(join(DASHBOARDS, "page", "index.html"));
      const { page } = await openPage(browser, `${file}?service=${encodeURIComponent(server.url)}`);
      await page.waitForSelector("main[data-drawn]");
      expect(await page.locator("[role=alert]").allTextContents()).toEqual([]);
      expect(await page.locator("figure svg").count()).toBe(3);
      expect(await page.locator("figcaption").allTextContents()).toContain(
        "Parties to treaty:npt-1968 at the end of each year",
      );
    } finally {
      await browser.close();
    }
  });
});

/** Runs a program beside the server; undefined, with a message, if it is not there. */
async function output(command: string, args: readonly string[]): Promise<string | undefined> {
  try {
    const env = { ...process.env, PACTGRAPH_URL: server.url, MPLBACKEND: "Agg" };
    return (await promisify(execFile)(command, [...args], { env })).stdout;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code !== "ENOENT" && code !== NOT_INSTALLED) throw error;
    process.stderr.write(`not run here: ${command} or a package of it is missing\n`);
    return undefined;
  }
}

const NOT_INSTALLED = 3;

describe("the notebook", () => {
  it("runs from top to bottom and shows the same tables as the API", async () => {
    const script = join(packageRoot(), "test", "readers", "notebook.py");
    const notebook = join(DASHBOARDS, "notebook", "pactgraph.ipynb");
    const text = await output(process.env.PACTGRAPH_TEST_PYTHON || "python3", [script, notebook]);
    if (text === undefined) return;
    const { members, parties, votes } = JSON.parse(text.trim().split("\n").at(-1) ?? "");
    expect({ members, parties }).toEqual(await lastNumbers());
    expect(votes).toEqual([1, 0]);
  });
});

describe("the R script", () => {
  it("writes its charts and counts the same as the API", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pactgraph-r-"));
    try {
      const file = join(folder, "out.pdf");
      const text = await output("Rscript", [join(DASHBOARDS, "r", "pactgraph.R"), file]);
      if (text === undefined) return;
      const { members, parties } = await lastNumbers();
      expect(text).toContain(`${members} members at the end of 2025, ${parties} parties at the end of 2025`);
      expect(statSync(file).size).toBeGreaterThan(4_000);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

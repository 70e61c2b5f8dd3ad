import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { loadFiles, loadTexts } from "../../../src/bundle/load.js";
import { withoutOlderReleases } from "../../../src/bundle/newer-releases.js";
import { formatReport } from "../../../src/cli/commands/seed.js";
import { bundledFiles } from "../../../src/cli/prepare.js";
import type { Database } from "../../../src/db/database.js";
import { revisionOf } from "../../../src/record/revision-pages.js";
import { buildCli, runCli } from "../../fixtures/cli.js";
import {
  applyBundle,
  BASE,
  bundle,
  load,
  outcomes,
  snapshot,
  timelessSnapshot,
} from "../../fixtures/graph.js";
import { data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(() => emptyOut(database));

const RICH = {
  ...BASE,
  nodes: [
    ...(BASE.nodes ?? []),
    {
      type: "Treaty",
      id: "treaty:rich",
      name: "Rich",
      kind: "ARMS_CONTROL",
      signed: "1987-12-08",
      inForce: "1988-06",
      bilateral: "true",
      untsNo: "0555",
      names: [
        { text: "РСМД", lang: "ru", kind: "ABBR" },
        { text: "Rich", lang: "en", preferred: "true", validFrom: "1987" },
        { text: "RCH", kind: "CODE", scheme: "x" },
      ],
      locator: "row 1",
      confidence: 90,
    },
    { type: "Treaty", id: "treaty:rich", name: "Rich", kind: "PEACE", source: "source:b" },
    { type: "Meeting", id: "meeting:m", name: "M", kind: "SUMMIT", date: "2018-06-11/2018-06-12" },
  ],
  edges: [
    {
      type: "PARTY_TO",
      from: "state:aaa",
      to: "treaty:rich",
      validFrom: "1988-06-01",
      validTo: "1991",
      obligations: ["X", "Y"],
    },
    { type: "PARTY_TO", from: "state:aaa", to: "treaty:rich", validFrom: "1995", validTo: ".." },
    { type: "PARTY_TO", from: "state:aaa", to: "treaty:rich", on: "1989-01-01", source: "source:b" },
    { type: "SIGNED", from: "state:bbb", to: "treaty:rich", date: "1987-12-08", collective: "true" },
    { type: "TREATY_ACTION", from: "state:aaa", to: "treaty:rich", act: "RATIFICATION", date: "1988" },
    { type: "TREATY_ACTION", from: "state:aaa", to: "treaty:rich", act: "WITHDRAWAL_NOTICE", date: "1990" },
    { type: "TREATY_ACTION", from: "state:aaa", to: "treaty:rich", act: "WITHDRAWAL_NOTICE", date: "1996" },
    {
      type: "PARTICIPATED",
      from: "state:aaa",
      to: "meeting:m",
      role: "CHAIR",
      confidence: 50,
      quote: "«кавычки»",
    },
  ],
};

it("a bundle that is loaded again changes nothing", async () => {
  const first = await load(database, RICH);
  expect(new Set(outcomes(first))).toEqual(new Set(["created"]));
  expect(first.retracted).toBe(0);
  const before = await snapshot(database);
  const second = await load(database, RICH);
  expect(second).toMatchObject({ created: 0, updated: 0, retracted: 0, unchanged: first.created });
  expect(new Set(outcomes(second))).toEqual(new Set(["unchanged"]));
  expect(await snapshot(database)).toEqual(before);
});

it("a bundle that changes nothing keeps the revision, so that a script that waits for it may write", async () => {
  await load(database, RICH);
  const revision = await revisionOf(database);
  await load(database, RICH);
  expect(await revisionOf(database)).toBe(revision);
  const renamed = { ...RICH, nodes: RICH.nodes.map((node) => ({ ...node, name: `${String(node.name)} 2` })) };
  await load(database, renamed);
  const next = await revisionOf(database);
  expect(Date.parse(next)).toBeGreaterThan(Date.parse(revision));
  await load(database, renamed);
  expect(await revisionOf(database)).toBe(next);
});

it("a bundle that is reordered and rephrased changes nothing", async () => {
  await load(database, RICH);
  const before = await snapshot(database);
  const reordered = {
    ...RICH,
    sources: [...(RICH.sources ?? [])].reverse(),
    nodes: [...RICH.nodes].reverse(),
    edges: [...RICH.edges].reverse(),
  };
  expect(await load(database, reordered)).toMatchObject({ created: 0, updated: 0, retracted: 0 });
  expect(await snapshot(database)).toEqual(before);
});

it("the same row twice in one bundle makes one assertion", async () => {
  await load(database, BASE);
  const edge = { type: "SIGNED", from: "state:aaa", to: "treaty:t", date: "1990" };
  await load(database, { source: "source:a", edges: [edge, edge] });
  const { treaty } = await data(
    server,
    '{ treaty(id: "treaty:t") { signatories { totalCount edges { assertions { id } } } } }',
  );
  expect(treaty.signatories.totalCount).toBe(1);
  expect(treaty.signatories.edges[0].assertions).toHaveLength(1);
});

describe("a dry run", () => {
  it("reports the same and writes nothing", async () => {
    const empty = await snapshot(database);
    const dry = await load(database, RICH, true);
    expect(await snapshot(database)).toEqual(empty);
    const real = await load(database, RICH);
    expect(dry).toEqual({ ...real, dryRun: true });
  });

  it("reports changes as well", async () => {
    await load(database, RICH);
    const before = await snapshot(database);
    const changes = {
      source: "source:a",
      sources: [{ id: "source:b", priority: 5 }],
      nodes: [{ type: "Treaty", id: "treaty:rich", signed: "1987-12-09", untsNo: null }],
      edges: [
        { type: "PARTY_TO", from: "state:aaa", to: "treaty:rich", validFrom: "1988-06-02", validTo: "1991" },
        { type: "SIGNED", from: "state:aaa", to: "treaty:rich" },
      ],
    };
    const dry = await applyBundle(server, bundle(changes), true);
    expect(await snapshot(database)).toEqual(before);
    const real = await applyBundle(server, bundle(changes));
    expect(dry.errors).toBeUndefined();
    expect(dry.data.applyBundle).toEqual({ ...real.data.applyBundle, dryRun: true });
    expect(real.data.applyBundle.rows.map((row: { outcome: string }) => row.outcome)).toEqual([
      "updated",
      "updated",
      "updated",
      "created",
    ]);
  });
});

describe("a bundle that is loaded by the command line", () => {
  beforeAll(() => buildCli());

  it("is reported row by row and in total, also on a dry run", async () => {
    const file = "test/fixtures/small.yaml";
    const dry = await runCli(["seed", "--dry-run", file]);
    const first = await runCli(["seed", file]);
    const second = await runCli(["seed", file]);
    const verbose = await runCli(["seed", "--verbose", file]);
    expect([dry.code, first.code, second.code, verbose.code]).toEqual([0, 0, 0, 0]);
    const rows = first.stdout.trim().split("\n");
    expect(rows).toEqual([
      "created   Source source:small  (test/fixtures/small.yaml:5:9)",
      "created   State state:sml  (test/fixtures/small.yaml:10:9)",
      "created   Treaty treaty:small  (test/fixtures/small.yaml:15:9)",
      "created   PARTY_TO state:sml → treaty:small  (test/fixtures/small.yaml:21:5)",
      "4 created, 0 updated, 0 unchanged, 0 assertions retracted",
    ]);
    expect(dry.stdout).toBe(first.stdout.replace("4 created", "Dry run (nothing was written): 4 created"));
    expect(second.stdout.trim()).toBe("0 created, 0 updated, 4 unchanged, 0 assertions retracted");
    expect(verbose.stdout.trim().split("\n")).toHaveLength(5);
    expect(verbose.stdout).toMatch(/^unchanged State state:sml /m);
  });

  it("makes the same graph as by the mutation, which records the name of the key", async () => {
    const file = "test/fixtures/small.yaml";
    await runCli(["seed", file]);
    const byCommand = await timelessSnapshot(database);
    await emptyOut(database);
    const { readFile } = await import("node:fs/promises");
    const answer = await applyBundle(server, await readFile(file, "utf8"));
    expect(answer.errors).toBeUndefined();
    const SENDER = ' | recordedBy="operator"';
    const byMutation = (await timelessSnapshot(database)).map(String);
    expect(byMutation.filter((row) => row.startsWith("edge"))).toSatisfy((rows: readonly string[]) =>
      rows.every((row) => row.includes(SENDER)),
    );
    expect(byMutation.map((row) => row.replace(SENDER, ""))).toEqual(byCommand);
  });
});

describe("bundled data of a source with a newer release in the graph", () => {
  const release = (publishedAt: string, date: string) => ({
    sources: [
      { id: "source:status", name: `Status of ${publishedAt}`, kind: "DATASET", publishedAt },
      { id: "source:other", name: "Other", kind: "BOOK" },
    ],
    edges: [
      { type: "SIGNED", from: "state:aaa", to: "treaty:t", date, source: "source:status" },
      { type: "SIGNED", from: "state:bbb", to: "treaty:t", date, source: "source:other" },
    ],
  });
  const seed = (publishedAt: string, date: string) =>
    loadTexts(
      database,
      [{ file: "seed.json", text: bundle(release(publishedAt, date)) }],
      false,
      [],
      withoutOlderReleases,
    );
  const signed = async () => {
    const query = `{ source(id: "source:status") { name }
      treaty(id: "treaty:t") { signatories(orderBy: [{ by: "node.id" }]) { edges { date } } } }`;
    const { source, treaty } = await data(server, query);
    return [source.name, ...treaty.signatories.edges.map(({ date }: { date: string }) => date)];
  };

  it("does not replace that release, but loads other sources", async () => {
    await load(database, BASE);
    await load(database, release("2026-08-22", "1990-02-02"));
    await seed("2025-01-01", "1990-01-01");
    expect(await signed()).toEqual(["Status of 2026-08-22", "1990-02-02", "1990-01-01"]);
  });

  it("is loaded if it is as new or newer", async () => {
    await load(database, BASE);
    await load(database, release("2025-01-01", "1990-02-02"));
    await seed("2025-01-01", "1990-01-01");
    expect(await signed()).toEqual(["Status of 2025-01-01", "1990-01-01", "1990-01-01"]);
    await seed("2026-08-22", "1990-03-03");
    expect(await signed()).toEqual(["Status of 2026-08-22", "1990-03-03", "1990-03-03"]);
  });
});

it("bundled data changes nothing when loaded again", async () => {
  const first = await loadFiles(database, bundledFiles(), false);
  const again = await loadFiles(database, bundledFiles(), true);
  const changed = again.rows.filter(({ outcome }) => outcome !== "unchanged");
  expect(formatReport({ ...again, rows: changed.slice(0, 20), warnings: [] }, true)).toMatch(
    /^Dry run \(nothing was written\): 0 created, 0 updated, \d+ unchanged, 0 assertions retracted$/,
  );
  expect(again.rows).toHaveLength(first.rows.length);
});

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { loadLargeBundle } from "../../../src/bundle/large.js";
import type { Database } from "../../../src/db/database.js";
import { discardStaging } from "../../../src/record/staging/staging.js";
import { edge, party, states, TWO_SOURCES, treaties } from "../../fixtures/edge-rows.js";
import { load } from "../../fixtures/graph.js";
import { BREAKS, BrokenOff, breaking, now, problem } from "../../fixtures/import/leagues.js";
import { data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

/** Relations between nodes obey the record time, and are not read before their import is published. */

let database: Database;
let server: TestServer;

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

const SUCCESSION = edge("RELATED_TO", "state:rus", "state:sun", { kind: "CONTINUES", date: "1991-12-26" });
const REPLY = edge("RELATED_TO", "statement:s1", "statement:s0", { kind: "RESPONDS_TO" });
const statement = (slug: string, date: string) => ({
  type: "Statement",
  id: `statement:${slug}`,
  name: `Statement ${slug}`,
  kind: "DECLARATION",
  date,
});

beforeEach(async () => {
  await emptyOut(database);
  await load(database, {
    source: "source:a",
    sources: TWO_SOURCES,
    nodes: [
      ...states("rus"),
      { type: "State", id: "state:sun", name: "Sun", existsTo: "1991-12-25" },
      ...treaties("t"),
      statement("s0", "2001-01-01"),
      statement("s1", "2001-02-01"),
    ],
    edges: [
      party("state:sun", "treaty:t", "1970-01-01", "1991-12-25"),
      edge("CONCERNS", "statement:s0", "treaty:t", {}),
      edge("CONCERNS", "statement:s1", "treaty:t", {}),
    ],
  });
});

/** Parties of the treaty in 1995, with what states inherit from those they continue. */
async function heirs(scope = ""): Promise<readonly string[]> {
  const { treaty } = await data(
    server,
    `{ treaty(id: "treaty:t"${scope}) { parties(asOf: "1995-01-01", followSuccession: [CONTINUES]) { nodes { id } } } }`,
  );
  return treaty.parties.nodes.map(({ id }: { id: string }) => id);
}

/** Statements about the treaty that respond to another, and to which. */
async function replies(scope = ""): Promise<readonly string[]> {
  const { timeline } = await data(
    server,
    `{ timeline(about: ["treaty:t"]${scope}) { edges { node { id } respondsTo { id } } } }`,
  );
  return timeline.edges.flatMap(
    ({ node, respondsTo }: { node: { id: string }; respondsTo: readonly { id: string }[] }) =>
      respondsTo.map(({ id }) => `${node.id} to ${id}`),
  );
}

/** Writes a bundle in lines, all but its publication. */
async function stage(...edges: readonly object[]): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pactgraph-record-"));
  const file = join(folder, "bundle.ndjson");
  // The name makes the last step before the publication one that writes a node.
  const name = { node: { type: "State", id: "state:rus", names: [{ text: "Rus", lang: "en" }] } };
  const lines = [{ bundle: "1", source: "source:a" }, name, ...edges.map((row) => ({ edge: row }))];
  await writeFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  try {
    const broken = breaking(database, BREAKS["before publishing, all edges staged"]());
    const error = await problem(
      loadLargeBundle(broken, file, { dryRun: false, onProgress: () => undefined }),
    );
    expect(error).toBeInstanceOf(BrokenOff);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe("a list with followSuccession", () => {
  it("ignores a succession that was recorded after asKnownAt", async () => {
    const before = await now(database);
    await load(database, { source: "source:a", edges: [SUCCESSION] });
    expect(await heirs()).toEqual(["state:rus"]);
    expect(await heirs(`, asKnownAt: "${before}"`)).toEqual([]);
  });

  it("ignores a succession of an unpublished import", async () => {
    await stage(SUCCESSION);
    expect(await heirs()).toEqual([]);
    expect(await heirs(`, asKnownAt: "${new Date(Date.now() + 60_000).toISOString()}"`)).toEqual([]);
    await discardStaging(database);
  });
});

describe("the field respondsTo of a timeline", () => {
  it("omits a reply that was recorded after asKnownAt", async () => {
    const before = await now(database);
    await load(database, { source: "source:a", edges: [REPLY] });
    expect(await replies()).toContain("statement:s1 to statement:s0");
    expect(await replies(`, asKnownAt: "${before}"`)).toEqual([]);
  });

  it("omits a reply of an unpublished import", async () => {
    await stage(REPLY);
    expect(await replies()).toEqual([]);
    await discardStaging(database);
  });
});

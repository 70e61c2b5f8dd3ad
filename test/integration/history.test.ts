import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { addKey } from "../../src/access/keys.js";
import type { Database } from "../../src/db/database.js";
import { historyLines, recordHash } from "../../src/history/read-record.js";
import { restoreHistory } from "../../src/history/restore.js";
import { propose } from "../../src/proposals/proposals.js";
import { mergeNodes } from "../../src/record/identity/merge-nodes.js";
import { retract } from "../../src/record/retract.js";
import { BASE, bundle, load, snapshot } from "../fixtures/graph.js";
import { ask, data } from "../support/ask.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import type { TestServer } from "../support/server.js";
import { serveForTests } from "../support/service.js";

let database: Database;
let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), "pactgraph-history-"));
const file = join(folder, "backup.ndjson");

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
afterAll(() => rmSync(folder, { recursive: true }));

const spell = (from: string, validFrom: string, source = "source:a") => ({
  source,
  edges: [{ type: "PARTY_TO", from, to: "treaty:t", validFrom }],
});
const QUIET = { replace: false, onProgress: () => undefined };

/** A record with a correction, a retraction by hand, a merge, a proposal, and a key. */
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
  await load(database, spell("state:aaa", "1990"));
  await load(database, spell("state:aaa", "1990-05-01"));
  await load(database, spell("state:bbb", "1991~", "source:b"));
  await load(database, {
    source: "source:a",
    nodes: [
      { type: "Person", id: "person:p", name: "Pat", born: "1950", names: [{ text: "Пат", lang: "ru" }] },
      { type: "Person", id: "person:q", name: "Pat Q" },
    ],
    edges: [{ type: "HELD_OFFICE", from: "person:q", to: "state:aaa", title: "PRESIDENT", on: "2001" }],
  });
  await retract(database, { source: "source:b", edge: undefined, reason: "A mistake" }, false);
  await mergeNodes(database, { from: "person:q", into: "person:p", reason: "One person" }, false);
  await propose(database, { bundle: bundle(spell("state:bbb", "1999")), note: null }, { by: "ann" });
  await addKey(database, { name: "ann", role: "curator", sources: undefined, expiresAt: undefined });
});

/** The edge types of which not every assertion is primary, as the service notes them. */
async function disputedTypes(): Promise<readonly unknown[]> {
  return database
    .read((tx) => tx.run("MATCH (f:RecordFacts) UNWIND f.disputed AS type RETURN type ORDER BY type"))
    .then((rows) => rows.map(({ type }) => type));
}

async function backedUp(): Promise<string> {
  const lines: string[] = [];
  for await (const line of historyLines(database)) lines.push(line);
  writeFileSync(file, lines.join(""));
  return lines.join("");
}

const QUESTIONS = `{
  then: state(id: "state:bbb") { partyTo(asKnownAt: "AT") { totalCount } }
  now: state(id: "state:bbb") { partyTo { totalCount } }
  one: person(id: "person:q") { id born offices { totalCount } }
  changes(since: "2020-01-01T00:00:00Z", types: [PARTY_TO]) { edges { kind at edge { id } } }
}`;

async function answers(at: string): Promise<unknown> {
  return data(server, QUESTIONS.replace("AT", at));
}

describe("a backup with history", () => {
  it("restores everything in an empty database, with the same record, hash and revision", async () => {
    const all = (rows: readonly string[]) => rows.filter((row) => !row.includes("| ApiKey |"));
    const before = all(await snapshot(database));
    const disputed = await disputedTypes();
    const hash = await recordHash(database);
    const { extensions } = await ask(server, "{ states { totalCount } }");
    const at = new Date().toISOString();
    const told = await answers(at);
    const text = await backedUp();
    expect(text).toContain("A mistake");
    await emptyOut(database);
    expect((await data(server, "{ states { totalCount } }")).states.totalCount).toBe(0);
    const restored = await restoreHistory(database, file, QUIET);
    expect(restored).toMatchObject({ hash, nodes: expect.any(Number) });
    expect(await recordHash(database)).toBe(hash);
    expect(all(await snapshot(database))).toEqual(before);
    expect(await disputedTypes()).toEqual(disputed);
    expect(disputed).toContain("PARTY_TO");
    expect(await answers(at)).toEqual(told);
    const after = await ask(server, "{ states { totalCount } }");
    expect(after.extensions?.dataRevision).toBe(extensions?.dataRevision);
    // What is written next is later than all that was restored.
    await load(database, spell("state:bbb", "2001"));
    expect(
      (await data(server, '{ state(id: "state:bbb") { partyTo { totalCount } } }')).state.partyTo.totalCount,
    ).toBe(1);
  });

  it("contains no keys", async () => {
    const text = await backedUp();
    expect(text).not.toContain("ApiKey");
    const [key] = await database.read((tx) => tx.run("MATCH (k:ApiKey) RETURN k.hash AS hash"));
    expect(key?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(text).not.toContain(String(key?.hash));
  });

  it("replaces existing data only if requested", async () => {
    await backedUp();
    const hash = await recordHash(database);
    await load(database, spell("state:bbb", "2005"));
    const before = await snapshot(database);
    await expect(restoreHistory(database, file, QUIET)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/--replace/),
    });
    expect(await snapshot(database)).toEqual(before);
    await restoreHistory(database, file, { ...QUIET, replace: true });
    expect(await recordHash(database)).toBe(hash);
  });

  it("can be compressed", async () => {
    writeFileSync(`${file}.gz`, gzipSync(await backedUp()));
    const hash = await recordHash(database);
    await emptyOut(database);
    expect((await restoreHistory(database, `${file}.gz`, QUIET)).hash).toBe(hash);
  });

  it.each<[string, (lines: string[]) => readonly string[], RegExp]>([
    ["was cut off", (lines) => lines.slice(0, -1), /incomplete/],
    ["lacks a line", (lines) => [...lines.slice(0, 3), ...lines.slice(4)], /changed or damaged/],
    [
      "was changed",
      (lines) => lines.map((line) => line.replace("1990-05-01", "1990-05-02")),
      /changed or damaged/,
    ],
    [
      "has other text",
      (lines) => [...lines.slice(0, 3), "nonsense", ...lines.slice(3)],
      /:4: this is not a line/,
    ],
    [
      "has a line of another shape",
      (lines) => [...lines.slice(0, 3), '{"node": 3}', ...lines.slice(3)],
      /:4: this is no/,
    ],
    [
      "has an unknown edge type",
      (lines) => lines.map((line) => line.replaceAll("PARTY_TO", "OWNS")),
      /unknown edge type/,
    ],
    ["is a bundle", () => ['{"bundle": 1}'], /:1: .*--history/],
  ])("is rejected without changes to the database if it %s", async (_what, change, message) => {
    const lines = (await backedUp()).trimEnd().split("\n");
    writeFileSync(file, `${change(lines).join("\n")}\n`);
    const before = await snapshot(database);
    await expect(restoreHistory(database, file, { ...QUIET, replace: true })).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(message),
    });
    expect(await snapshot(database)).toEqual(before);
  });

  it("is rejected if the file does not exist", async () => {
    await expect(restoreHistory(database, join(folder, "none"), QUIET)).rejects.toMatchObject({
      code: "BAD_INPUT",
    });
  });

  it("is the same again after a restore", async () => {
    const text = await backedUp();
    await emptyOut(database);
    await restoreHistory(database, file, QUIET);
    expect(await backedUp()).toBe(text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });
});

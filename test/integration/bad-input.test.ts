import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../src/db/database.js";
import { buildCli, runCli } from "../fixtures/cli.js";
import { applyBundle, BASE, bundle, load, snapshot } from "../fixtures/graph.js";
import { expectNoLeak } from "../fixtures/leaks.js";
import { emptyDatabase, emptyOut } from "../support/database.js";
import { serveDatabase, type TestServer } from "../support/server.js";

let database: Database;
let server: TestServer;
let folder = "";
let before: readonly string[] = [];

beforeAll(async () => {
  await buildCli();
  database = await emptyDatabase();
  server = await serveDatabase(database);
  folder = await mkdtemp(join(tmpdir(), "pactgraph-bad-"));
});

beforeEach(async () => {
  if (before.length && String(await snapshot(database)) === String(before)) return;
  await emptyOut(database);
  await load(database, BASE);
  before = await snapshot(database);
});

afterAll(async () => {
  await server?.stop();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

async function save(name: string, content: string | Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

/** Places `line:column` of a told list of errors, as they stand behind the name of a file. */
function placesIn(text: string, file: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith(`${file}:`))
    .map((line) => /^:(\d+:\d+): ./.exec(line.slice(file.length))?.[1] ?? line);
}

// One of each kind in "Bad input"; the comments give line and column, counted by hand.
const YAML = `bundle: 1
title: Every kind of error
source: source:a
nodes:
  - type: Treaty
    id: treaty:new
    name: New
    kind: ARMSCONTROL
  - type: Meeting
    id: meeting:m
    name: M
    kind: SUMMIT
    date: 2018-02-30
  - type: Topic
    id: topic:x
    name: X
    colour: red
  - type: Topic
    id: topic:x
    name: X again
edges:
  - type: PARTY_TO
    from: state:zzz
    to: treaty:t
  - type: PARTY_TO
    from: treaty:t
    to: state:aaa
  - type: PARTY_TO
    from: state:aaa
    to: treaty:t
    validFrom: 1992
    validTo: 1991
`;
const YAML_FAULTS: readonly (readonly [place: string, message: RegExp, path: string])[] = [
  ["8:11", /kind must be one of .*ARMS_CONTROL.*"ARMSCONTROL".*Did you mean ARMS_CONTROL\?/, "nodes[0].kind"],
  ["13:11", /"2018-02-30" is not a valid date.*write 2018-06-11/, "nodes[1].date"],
  ["17:5", /Unknown key "colour"/, "nodes[2].colour"],
  ["19:9", /topic:x is already described by source:a, at .*:15:9\. Combine both into one row/, "nodes[3].id"],
  ["23:11", /there is no State state:zzz\./, "edges[0].from"],
  [
    "27:9",
    /PARTY_TO cannot connect Treaty to State\. Allowed: State or Territory or Organization → Treaty/,
    "edges[1].to",
  ],
  ["32:14", /validTo 1991 is before validFrom 1992/, "edges[2].validTo"],
];

function expectProblems(text: string, file: string): void {
  const lines = text.split("\n").filter((line) => line.startsWith(`${file}:`));
  expect(lines).toEqual(
    YAML_FAULTS.map(([place, message]) =>
      expect.stringMatching(new RegExp(`:${place}: .*${message.source}`)),
    ),
  );
}

describe("a bundle with several errors", () => {
  it("is reported in full by the command line", async () => {
    const file = await save("errors.yaml", YAML);
    const run = await runCli(["seed", file]);
    expect(run.code).toBe(1);
    expect(run.stdout).toBe("");
    expect(run.stderr).toMatch(/7 errors; nothing was written/);
    expectProblems(run.stderr, file);
    expect(run.stderr).not.toMatch(/\n\s+at |\.js:\d/);
    expect(await snapshot(database)).toEqual(before);
  });

  it("is reported in full by the mutation", async () => {
    const answer = await applyBundle(server, YAML);
    expect(answer.data?.applyBundle ?? null).toBeNull();
    expect(answer.errors).toHaveLength(1);
    const [error] = answer.errors ?? [];
    expect(error?.path).toEqual(["applyBundle"]);
    expect(error?.extensions?.code).toBe("BUNDLE_INVALID");
    expect(error?.extensions?.problems).toEqual(
      YAML_FAULTS.map(([place, message, path]) => ({
        at: `bundle:${place}`,
        message: expect.stringMatching(message),
        path,
      })),
    );
    expectProblems(error?.message ?? "", "bundle");
    expectNoLeak(JSON.stringify(answer));
    expect(await snapshot(database)).toEqual(before);
  });

  it("is reported in full by a dry run", async () => {
    const file = await save("errors.yaml", YAML);
    const run = await runCli(["seed", "--dry-run", file]);
    expect(run.code).toBe(1);
    expectProblems(run.stderr, file);
    const answer = await applyBundle(server, YAML, true);
    expectProblems(answer.errors?.[0]?.message ?? "", "bundle");
  });

  it("is reported together with the errors of other files", async () => {
    const files = [
      await save("a-errors.yaml", YAML),
      await save("b-broken.yaml", 'bundle: 1\nnodes: ["\n'),
      await save("c-latin.yaml", Buffer.concat([Buffer.from("bundle: 1\ntitle: caf"), Buffer.from([0xe9])])),
      await save("d-empty.json", ""),
      join(folder, "e-absent.yaml"),
      await save(
        "f-rows.ndjson",
        '{"bundle": 1}\n{"node": {"type": "Topic", "id": "topic:", "name": "T"}}\n',
      ),
      await save(
        "g-good.yaml",
        "bundle: 1\nsource: source:a\nnodes:\n  - { type: Topic, id: topic:good, name: G }\n",
      ),
      await save("h-version.json", '{"bundle": 2}'),
      await save("i-map.yaml", "bundle: 1\nedges:\n  type: SIGNED\n"),
    ];
    const [a = "", b = "", c = "", d = "", e = "", f = "", g = "", h = "", i = ""] = files;
    const run = await runCli(["seed", ...files]);
    expect(run.code).toBe(1);
    expectProblems(run.stderr, a);
    expect(placesIn(run.stderr, b).length).toBeGreaterThan(0);
    expect(placesIn(run.stderr, c)).toEqual(["2:11"]);
    expect(placesIn(run.stderr, d)).toEqual(["1:1"]);
    expect(placesIn(run.stderr, e)).toEqual(["1:1"]);
    // The row has no source, and its id, behind 33 characters, is none.
    expect(placesIn(run.stderr, f)).toEqual(["2:10", "2:34"]);
    expect(placesIn(run.stderr, g)).toEqual([]);
    expect(placesIn(run.stderr, h)).toEqual(["1:12"]);
    expect(placesIn(run.stderr, i)).toEqual(["3:3"]);
    expect(await snapshot(database)).toEqual(before);
  });
});

describe("a bundle with errors in another format", () => {
  const rows = {
    nodes: [{ type: "Topic", id: "topic:x", name: "X", colour: "red" }],
    edges: [
      { type: "PARTY_TO", from: "state:zzz", to: "treaty:t" },
      { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "2018-02-30" },
    ],
  };
  const faults = [
    [/Unknown key "colour"/, "nodes[0].colour"],
    [/no State state:zzz/, "edges[0].from"],
    [/"2018-02-30"/, "edges[1].validFrom"],
  ] as const;
  const json = bundle({ source: "source:a", ...rows });
  const lines = [
    JSON.stringify({ bundle: 1, source: "source:a" }),
    ...rows.nodes.map((node) => JSON.stringify({ node })),
    ...rows.edges.map((edge) => JSON.stringify({ edge })),
  ].join("\n");

  it.each([
    ["JSON", "errors.json", json],
    ["JSON with tabs", "tabs.json", JSON.stringify(JSON.parse(json), null, "\t")],
    [
      "JSON with a byte order mark and CRLF",
      "bom.json",
      `\ufeff${JSON.stringify(JSON.parse(json), null, 2)}`.replaceAll("\n", "\r\n"),
    ],
    ["NDJSON", "errors.ndjson", lines],
    ["NDJSON with CRLF", "crlf.ndjson", lines.replaceAll("\n", "\r\n")],
  ])("has the same errors as %s", async (_case, name, text) => {
    const file = await save(name, text);
    // Where the wrong words stand in the text is where the errors must point.
    const clean = text.replace(/^\ufeff/, "");
    const placeOf = (word: string) => {
      const lead = clean.slice(0, clean.indexOf(word)).split("\n");
      return `${lead.length}:${(lead.at(-1)?.length ?? 0) + 1}`;
    };
    const expected = ['"colour"', '"state:zzz"', '"2018-02-30"'].map(placeOf);
    const run = await runCli(["seed", file]);
    expect(run.code).toBe(1);
    expect(placesIn(run.stderr, file)).toEqual(expected);
    const answer = await applyBundle(server, text);
    const problems = answer.errors?.[0]?.extensions?.problems;
    expect(problems).toEqual(
      faults.map(([message, path], index) => ({
        at: `bundle:${expected[index]}`,
        message: expect.stringMatching(message),
        path,
      })),
    );
    expect(await snapshot(database)).toEqual(before);
  });
});

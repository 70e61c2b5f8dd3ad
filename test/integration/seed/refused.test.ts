import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { applyBundle, BASE, bundle, load, snapshot } from "../../fixtures/graph.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import type { TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
let before: readonly string[] = [];

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});

beforeEach(async () => {
  if (before.length && String(await snapshot(database)) === String(before)) return;
  await emptyOut(database);
  const organization = { type: "Organization", id: "org:o", name: "O", kind: "IGO" };
  await load(database, { ...BASE, nodes: [...(BASE.nodes ?? []), organization] });
  before = await snapshot(database);
});

describe("an error that only the database can reveal", () => {
  it.each<[string, Parameters<typeof bundle>[0], RegExp]>([
    [
      "an unknown end",
      { source: "source:a", edges: [{ type: "SIGNED", from: "state:aab", to: "treaty:t" }] },
      /from: there is no State state:aab\. Did you mean state:aaa\?/,
    ],
    [
      "an unknown source",
      { source: "source:zzzzzzz", nodes: [{ type: "Topic", id: "topic:x", name: "X" }] },
      /source: there is no Source source:zzzzzzz\. .*load its bundle with this one/,
    ],
    [
      "an unknown principal",
      {
        source: "source:a",
        edges: [{ type: "SIGNED", from: "state:aaa", to: "treaty:t", onBehalfOf: "org:nobody" }],
      },
      /onBehalfOf: there is no Organization org:nobody/,
    ],
    [
      "an unknown country of a place",
      {
        source: "source:a",
        nodes: [
          {
            type: "Meeting",
            id: "meeting:m",
            name: "M",
            kind: "SUMMIT",
            date: "2018",
            placeCountry: "state:zzz",
          },
        ],
      },
      /placeCountry: there is no State state:zzz/,
    ],
    [
      "what is no id",
      { source: "source:a", edges: [{ type: "SIGNED", from: "Kazakhstan", to: "treaty:t" }] },
      /from: "Kazakhstan" is not a valid id\. Use an id such as state:kaz/,
    ],
    [
      "what is no id for the database",
      { source: "source:a", edges: [{ type: "SIGNED", from: "state:aaa' OR 1=1 //", to: "treaty:t" }] },
      /is not a valid id/,
    ],
    [
      "a new node that lacks something",
      { source: "source:a", nodes: [{ type: "Organization", id: "org:u" }] },
      /org:u is new and requires name and kind\. Or is its id mistyped\?/,
    ],
    [
      "a new source that lacks something",
      { sources: [{ id: "source:c", name: "C" }] },
      /source:c is new and requires kind/,
    ],
    [
      "taking away what a node must have",
      { source: "source:a", nodes: [{ type: "Organization", id: "org:o", kind: null }] },
      /org:o.*kind/,
    ],
    [
      "taking away the name of a node",
      { source: "source:a", nodes: [{ type: "State", id: "state:aaa", name: null }] },
      /state:aaa.*name/,
    ],
    ["taking away what a source must have", { sources: [{ id: "source:a", kind: null }] }, /source:a.*kind/],
  ])("is reported, and nothing is written: %s", async (_case, parts, message) => {
    const answer = await applyBundle(server, bundle(parts));
    expect(answer.errors).toHaveLength(1);
    expect(answer.errors?.[0]?.extensions?.code).toBe("BUNDLE_INVALID");
    expect(answer.errors?.[0]?.message).toMatch(message);
    expect(answer.errors?.[0]?.message).toMatch(/^1 error; nothing was written/);
    expect(await snapshot(database)).toEqual(before);
  });

  it("is reported once for an unknown source in the head", async () => {
    const nodes = ["x", "y", "z"].map((slug) => ({ type: "Topic", id: `topic:${slug}`, name: slug }));
    const answer = await applyBundle(server, bundle({ source: "source:zzz", nodes }));
    expect(answer.errors?.[0]?.message).toMatch(/^1 error; /);
  });

  it("is reported with both places if a fact is asserted twice with different content", async () => {
    const answer = await applyBundle(
      server,
      bundle({
        source: "source:a",
        edges: [
          { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1990", validTo: "1999" },
          { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1995", validTo: "2001" },
        ],
      }),
    );
    expect(answer.errors?.[0]?.extensions?.code).toBe("BUNDLE_INVALID");
    expect(answer.errors?.[0]?.message).toMatch(/asserted twice by source:a: first at bundle:1:\d+/);
    expect(await snapshot(database)).toEqual(before);
  });
});

describe("a malicious bundle", () => {
  it.each<[string, () => string]>([
    ["an empty text", () => ""],
    ["a word", () => "seed"],
    ["a list", () => "[]"],
    ["a null", () => "null"],
    [
      "an alias bomb",
      () =>
        `bundle: 1\na: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghij"
          .split("")
          .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefghi"[i]}`).join(",")}]`)
          .join("\n")}\n`,
    ],
    ["an alias of itself", () => "bundle: 1\nnodes: &n [*n]\n"],
    ["ten thousand brackets", () => "[".repeat(10_000)],
    ["ten thousand maps", () => '{"a":'.repeat(10_000)],
    ["a tag", () => "bundle: 1\nnodes: !!js/function 'function () {}'\n"],
    ["a key that every object has", () => '{"bundle": 1, "__proto__": {"polluted": true}}'],
    ["a NUL", () => 'bundle: 1\ntitle: "a\\0b"\nnodes: x\n'],
    ["half of a letter", () => 'bundle: 1\nnodes: "\\ud800"\n'],
    [
      "two million characters without a line break",
      () => `bundle: 1\ntitle: ${"x".repeat(2_000_000)}\nnodes: x\n`,
    ],
  ])("is rejected with places: %s", async (_case, make) => {
    const answer = await applyBundle(server, make());
    expect(answer.errors?.[0]?.extensions?.code).toBe("BUNDLE_INVALID");
    expect(answer.errors?.[0]?.message).toMatch(/nothing was written:\nbundle:\d+:\d+: /);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(await snapshot(database)).toEqual(before);
  });

  it("gets a thousand messages for a thousand errors", async () => {
    const edges = Array.from({ length: 1_000 }, () => ({
      type: "SIGNED",
      from: "state:zzz",
      to: "treaty:t",
    }));
    const answer = await applyBundle(server, bundle({ source: "source:a", edges }));
    expect(answer.errors?.[0]?.extensions?.problems).toHaveLength(1_000);
  });
});

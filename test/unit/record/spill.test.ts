import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Spill, type SpilledEdge } from "../../../src/record/staging/spill.js";
import { Suspects } from "../../../src/record/staging/suspects.js";
import { Folder } from "../import/support.js";

const folder = new Folder();
const open: Spill[] = [];

function spill(): Spill {
  const made = new Spill();
  open.push(made);
  return made;
}

afterEach(() => {
  for (const one of open.splice(0)) one.remove();
});

const vote = (
  from: string,
  to: string,
  line: number,
  properties: SpilledEdge["properties"] = { position: "YES" },
): SpilledEdge => ({
  ...{ type: "VOTED", from: `state:${from}`, to: `document:${to}`, properties },
  ...{ sourceId: "source:s", number: line, row: line, on: null, observedUntil: null },
  ...{ file: "votes.csv", line, locator: `line ${line}` },
});

/** All edges that come back, in the order in which the import reads them. */
async function all(of: Spill, size = 1000): Promise<readonly SpilledEdge[]> {
  const parts: SpilledEdge[] = [];
  for (const batch of of.batches(size)) parts.push(...(await of.read(batch)));
  return parts;
}

const byLine = (a: SpilledEdge, b: SpilledEdge) => a.line - b.line;

describe("edges in a spill file", () => {
  it("are read back unchanged, whatever they contain", async () => {
    const odd: SpilledEdge = {
      ...vote("kaz", "d", 1, {
        position: "YES",
        note: 'a\n"b"\u2028\\ ё 🕊',
        confidence: 0,
        provisional: false,
        list: ["x", "y\n"],
      }),
      ...{ on: "2018", observedUntil: "2018-12-31", locator: null },
    };
    const one = spill();
    one.add(odd);
    expect(await all(one)).toEqual([odd]);
    expect(await all(one)).toEqual([odd]);
  });

  it("are read back once each, with those of one node together", async () => {
    const one = spill();
    const long = "x".repeat(300);
    const edges = Array.from({ length: 6000 }, (_, n) =>
      vote(`s${n % 190}`, `d${n % 77}`, n + 2, { position: "NO", quote: long }),
    );
    for (const edge of edges) one.add(edge);
    const back = await all(one);
    expect([...back].sort(byLine)).toEqual(edges.map((edge, n) => ({ ...edge, number: n + 1 })));
    const runs = back.filter((edge, n) => edge.to !== back[n - 1]?.to).map(({ to }) => to);
    expect(runs).toHaveLength(77);
    expect(new Set(runs).size).toBe(77);
    expect(one.size).toBe(6000);
  });

  it("are read back in batches of the requested size, as far as one node allows", async () => {
    const one = spill();
    for (let n = 0; n < 500; n += 1) one.add(vote("kaz", `d${n}`, n));
    for (let n = 0; n < 50; n += 1) one.add(vote(`s${n}`, "crowd", 1000 + n));
    const batches = one.batches(40);
    const indexes = batches.flat();
    expect(new Set(indexes).size).toBe(indexes.length);
    for (const batch of batches) {
      const { length } = await one.read(batch);
      if (batch.length > 1) expect(length).toBeLessThanOrEqual(40);
      expect(length).toBeGreaterThan(0);
    }
    expect(await all(one, 40)).toHaveLength(550);
    expect(one.batches(100_000)).toHaveLength(1);
  });

  it("make no batches if there are none", () => {
    expect(spill().batches(10)).toEqual([]);
  });

  it("are read back if they were added after reading began", async () => {
    const one = spill();
    one.add(vote("kaz", "d", 2));
    expect(await all(one)).toHaveLength(1);
    one.add(vote("rus", "d", 3));
    expect((await all(one)).map(({ line }) => line).sort()).toEqual([2, 3]);
  });

  it("are counted by type, with the first row that names each node", () => {
    const one = spill();
    one.add(vote("kaz", "d1", 2));
    one.add(vote("kaz", "d2", 3));
    one.add({ ...vote("kaz", "t", 4, {}), type: "SIGNED", to: "treaty:t" });
    expect(one.counts).toEqual(
      new Map([
        ["VOTED", 2],
        ["SIGNED", 1],
      ]),
    );
    expect([...one.nodeIds].map(([id, { file, line }]) => [id, file, line])).toEqual([
      ["state:kaz", "votes.csv", 2],
      ["document:d1", "votes.csv", 2],
      ["document:d2", "votes.csv", 3],
      ["treaty:t", "votes.csv", 4],
    ]);
  });

  it("leave no files behind", () => {
    const before = process.env.TMPDIR;
    const place = join(folder.path, "temporary");
    mkdirSync(place);
    process.env.TMPDIR = place;
    try {
      const one = new Spill();
      for (let n = 0; n < 300; n += 1)
        one.add(vote("kaz", "d", n, { position: "YES", quote: "x".repeat(900) }));
      expect(readdirSync(place)).toHaveLength(1);
      one.remove();
      expect(readdirSync(place)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });
});

describe("a repeated edge", () => {
  /** The lines of all edges in the buckets that may say something twice. */
  const suspected = async (...edges: readonly SpilledEdge[]) => {
    const one = spill();
    for (const edge of edges) one.add(edge);
    return (await one.read([...one.repeated])).map(({ line }) => line).sort();
  };

  it.each<[string, SpilledEdge, SpilledEdge]>([
    ["in the same words", vote("kaz", "d", 2), vote("kaz", "d", 3)],
    ["in other words", vote("kaz", "d", 2), vote("kaz", "d", 3, { position: "NO", date: "1991-01-01" })],
    [
      "on the same ballot",
      vote("kaz", "d", 2, { position: "YES", ballot: "1" }),
      vote("kaz", "d", 3, { position: "NO", ballot: "1" }),
    ],
  ])("is found if the fact occurs twice %s", async (_case, one, other) => {
    expect(await suspected(one, vote("kaz", "e", 9), other)).toEqual(expect.arrayContaining([2, 3]));
  });

  it.each<[string, SpilledEdge, SpilledEdge]>([
    ["another node votes", vote("kaz", "d", 2), vote("rus", "d", 3)],
    ["on another text", vote("kaz", "d", 2), vote("kaz", "e", 3)],
    ["on another ballot", vote("kaz", "d", 2, { ballot: "1" }), vote("kaz", "d", 3, { ballot: "2" })],
    ["a ballot alone has a name", vote("kaz", "d", 2), vote("kaz", "d", 3, { ballot: "1" })],
    ["it is of another type", vote("kaz", "d", 2), { ...vote("kaz", "d", 3), type: "CONCERNS" }],
  ])("is not confused with another: %s", async (_case, one, other) => {
    expect(await suspected(one, other)).toEqual([]);
  });

  it("is found among thousands", () => {
    const suspects = new Suspects();
    const texts = Array.from(
      { length: 50_000 },
      (_, n) => `["VOTED","state:s${n % 193}","document:unga-${Math.floor(n / 193)}",[null]]`,
    );
    const wrongly = texts.filter((text) => suspects.note(text)).length;
    expect(texts.filter((text) => suspects.note(text))).toHaveLength(50_000);
    // Fewer than one of a million new texts is suspected wrongly.
    expect(wrongly).toBe(0);
  });

  it("is not confused with texts that differ in a letter, their order or their length", () => {
    const suspects = new Suspects();
    for (const text of [
      "",
      "a",
      "b",
      "ab",
      "ba",
      "aa",
      "aaa",
      "Ё",
      "Е",
      "\u0000",
      "\u0000\u0000",
      "🕊",
      "🕋",
    ]) {
      expect(suspects.note(text), text).toBe(false);
      expect(suspects.note(text), text).toBe(true);
    }
  });
});

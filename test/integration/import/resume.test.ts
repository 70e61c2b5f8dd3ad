import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { loadTexts } from "../../../src/bundle/load.js";
import type { Database } from "../../../src/db/database.js";
import { retract } from "../../../src/record/retract.js";
import { discardStaging, findStaging } from "../../../src/record/staging/staging.js";
import { applyBundle, bundle, load } from "../../fixtures/graph.js";
import {
  BEFORE,
  BREAKS,
  type Breaks,
  breakOff,
  dump,
  HEAD,
  importLeagues,
  problem,
  RELEASE_1,
  RELEASE_2,
  Scratch,
  sizes,
} from "../../fixtures/import/leagues.js";
import { ask, data } from "../../support/ask.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import { TEST_WRITE_KEY, type TestServer } from "../../support/server.js";
import { serveForTests } from "../../support/service.js";

let database: Database;
let server: TestServer;
const scratch = new Scratch();

serveForTests(emptyDatabase, (service) => {
  ({ database, server } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BEFORE);
});

const POINTS = Object.entries(BREAKS);
const second = { release: "2.0" } as const;

/** What a report says apart from when and how long. */
const said = ({ recordedAt: _then, seconds: _long, ...rest }: Awaited<ReturnType<typeof importLeagues>>) =>
  rest;

async function undisturbed(work: () => Promise<unknown>) {
  await work();
  const whole = await dump(database);
  await emptyOut(database);
  await load(database, BEFORE);
  return whole;
}

describe("an interrupted first import", () => {
  it.each(POINTS)(
    "is completed by the same command, which reports all rows as created: %s",
    async (_name, breaks) => {
      const whole = await undisturbed(() => importLeagues(database, RELEASE_1));
      await breakOff(database, breaks(), RELEASE_1);
      const staging = await findStaging(database);
      expect(staging).toMatchObject({ mapping: "test-leagues" });
      const report = await importLeagues(database, RELEASE_1);
      const all = (created: number) => ({ created, updated: 0, unchanged: 0, retracted: 0 });
      expect(report.edges).toEqual({ PARTY_TO: all(8), SIGNED: all(4), HAS_NAME: all(6), REPORTS: all(12) });
      expect(await findStaging(database)).toBeUndefined();
      expect(await dump(database)).toEqual(whole);
    },
  );

  it.each(POINTS)("counts its nodes as created when it is resumed: %s", async (_name, breaks) => {
    await breakOff(database, breaks(), RELEASE_1);
    const report = await importLeagues(database, RELEASE_1);
    expect(report.nodes).toEqual({ created: 3, updated: 1, unchanged: 0, retracted: 0 });
  });

  it.each(POINTS)("leaves the graph unchanged when it is discarded: %s", async (_name, breaks) => {
    const [before, count] = [await dump(database, true), await sizes(database)];
    await breakOff(database, breaks(), RELEASE_1);
    expect(await discardStaging(database)).toMatchObject({ mapping: "test-leagues" });
    expect(await dump(database, true)).toEqual(before);
    expect(await sizes(database)).toEqual(count);
    expect(await discardStaging(database)).toBeUndefined();
    await load(database, { source: "source:press", nodes: [{ type: "State", id: "state:eee", name: "E" }] });
    expect((await importLeagues(database, RELEASE_2, second)).edges.PARTY_TO?.created).toBe(7);
  });

  it("is completed after repeated interruptions", async () => {
    const whole = await undisturbed(() => importLeagues(database, RELEASE_1));
    for (const [, breaks] of [...POINTS, ...POINTS.slice(3)]) await breakOff(database, breaks(), RELEASE_1);
    await importLeagues(database, RELEASE_1);
    expect(await dump(database)).toEqual(whole);
  });

  it("is another import if an alias file has changed", async () => {
    const mapping = scratch.mapping(["    scheme: iso3\n", "    scheme: iso3\n    aliases: [who.csv]\n"]);
    const aliases = join(dirname(mapping), "who.csv");
    const row = (id: string) => `name,from,to,id\nZZZ,,,${id}\n`;
    writeFileSync(aliases, row("state:aaa"));
    const file = scratch.rows("x,,peace,,ZZZ,1990,,");
    await breakOff(database, BREAKS["before publishing, all edges staged"](), file, { mapping });
    writeFileSync(aliases, row("state:bbb"));
    expect((await problem(importLeagues(database, file, { mapping }))).code).toBe("IMPORT_UNFINISHED");
    await discardStaging(database);
    await importLeagues(database, file, { mapping });
    const { treaty } = await data(server, `{ treaty(id: "treaty:league-x") { parties { nodes { id } } } }`);
    expect(treaty.parties.nodes).toEqual([{ id: "state:bbb" }]);
  });

  it("is recorded at the instant at which it began", async () => {
    await breakOff(database, BREAKS["before publishing, all edges staged"](), RELEASE_1);
    const staging = await findStaging(database);
    const report = await importLeagues(database, RELEASE_1);
    expect(report.recordedAt).toBe(staging?.recordedAt);
    const { source, treaty } = await data(
      server,
      `{ source(id: "source:leagues") { recordedAt asserted { edges { recordedAt } } } treaty(id: "treaty:league-a") { recordedAt } }`,
    );
    const instants = [
      ...[source.recordedAt, treaty.recordedAt],
      ...source.asserted.edges.map(({ recordedAt }: { recordedAt: string }) => recordedAt),
    ].map((text) => Date.parse(text));
    expect(new Set(instants)).toEqual(new Set([Date.parse(staging?.recordedAt ?? "")]));
  });
});

describe("an interrupted second release", () => {
  it.each(POINTS)("is completed by the same command: %s", async (_name, breaks) => {
    const whole = await undisturbed(async () => {
      await importLeagues(database, RELEASE_1);
      await importLeagues(database, RELEASE_2, second);
    });
    await importLeagues(database, RELEASE_1);
    const tried = await importLeagues(database, RELEASE_2, { ...second, dryRun: true });
    await breakOff(database, breaks(), RELEASE_2, second);
    const report = await importLeagues(database, RELEASE_2, second);
    expect(said(report)).toEqual({ ...said(tried), dryRun: false });
    expect(await dump(database)).toEqual(whole);
  });

  it.each(POINTS)(
    "leaves the graph unchanged, with corrections undone, when it is discarded: %s",
    async (_name, breaks) => {
      await importLeagues(database, RELEASE_1);
      const [before, count] = [await dump(database, true), await sizes(database)];
      await breakOff(database, breaks(), RELEASE_2, second);
      await discardStaging(database);
      expect(await dump(database, true)).toEqual(before);
      expect(await sizes(database)).toEqual(count);
      expect((await importLeagues(database, RELEASE_1)).edges.PARTY_TO?.unchanged).toBe(8);
    },
  );
});

describe("an unfinished import", () => {
  const bundleOf = bundle({
    source: "source:press",
    edges: [{ type: "SIGNED", from: "state:bbb", to: "treaty:known", date: "1970-01-01" }],
  });

  beforeEach(() => breakOff(database, BREAKS["before publishing, all edges staged"](), RELEASE_1));

  const OTHERS: Readonly<Record<string, () => Promise<unknown>>> = {
    "another release": () => importLeagues(database, RELEASE_2, second),
    "the same file under another version": () => importLeagues(database, RELEASE_1, second),
    "the same in another mode": () => importLeagues(database, RELEASE_1, { mode: "merge" }),
    "another data set": () =>
      importLeagues(database, RELEASE_1, {
        mapping: scratch.mapping(["id: test-leagues", "id: other"], ["source:leagues", "source:other"]),
      }),
    "a dry run of another": () => importLeagues(database, RELEASE_2, { ...second, dryRun: true }),
    "a bundle": () => loadTexts(database, [{ file: "b.json", text: bundleOf }], false),
    "a dry run of a bundle": () => loadTexts(database, [{ file: "b.json", text: bundleOf }], true),
    "a retraction": () =>
      retract(database, { source: "source:press", edge: undefined, reason: "wrong" }, false),
  };

  it.each(Object.entries(OTHERS))("makes this fail without writing: %s", async (_name, work) => {
    const [before, count] = [await dump(database, true), await sizes(database)];
    const error = await problem(work());
    expect(error.code).toBe("IMPORT_UNFINISHED");
    expect(error.message).toMatch(/test-leagues/);
    expect(error.message).toMatch(/--discard/);
    expect(await dump(database, true)).toEqual(before);
    expect(await sizes(database)).toEqual(count);
  });

  it("makes mutations fail with its code", async () => {
    const before = await dump(database, true);
    const applied = await applyBundle(server, bundleOf);
    expect(applied.errors?.[0]?.extensions?.code).toBe("IMPORT_UNFINISHED");
    const retracted = await ask(
      server,
      `mutation { retract(source: "source:press", reason: "wrong") { retracted } }`,
      {},
      { "x-pactgraph-key": TEST_WRITE_KEY },
    );
    expect(retracted.errors?.[0]?.extensions?.code).toBe("IMPORT_UNFINISHED");
    expect(await dump(database, true)).toEqual(before);
  });

  it("is reported before the errors of another mapping", async () => {
    const error = await problem(importLeagues(database, scratch.rows("a,,defense,,nobody,1990,,"), second));
    expect(error.code).toBe("IMPORT_UNFINISHED");
  });
});

describe("an import of several batches", () => {
  // More than the ten thousand edges of one batch.
  const states = Array.from({ length: 120 }, (_, n) => `S${String(n).padStart(2, "0")}`);
  const leagues = Array.from({ length: 100 }, (_, n) => `l${n}`);
  const file = () =>
    scratch.write(
      "leagues.csv",
      [
        HEAD,
        ...leagues.flatMap((league) => states.map((state) => `${league},,peace,,${state},1990,1999,`)),
      ].join("\n"),
    );
  const manyStates = () =>
    load(database, {
      source: "source:press",
      nodes: states.map((code) => ({
        ...{ type: "State", id: `state:${code.toLowerCase()}`, name: `State ${code}` },
        names: [{ text: code, kind: "CODE", scheme: "iso3" }],
      })),
    });

  /** Before the nth statement that writes new edges whose transaction comes after a whole batch. */
  const betweenBatches = (): Breaks => {
    const { "before any batch, nodes staged": isCreate } = BREAKS;
    const test = isCreate();
    let [created, locked] = [0, false];
    return (text) => {
      if (test(text)) {
        created += 1;
        locked = false;
      } else if (created > 0 && text.includes("WriteLock")) locked = true;
      return created > 0 && locked;
    };
  };

  it("is completed or discarded after an interruption between them", async () => {
    await manyStates();
    const [before, path] = [await dump(database, true), file()];
    await importLeagues(database, path);
    const whole = await dump(database);
    await emptyOut(database);
    await load(database, BEFORE);
    await manyStates();

    await breakOff(database, betweenBatches(), path);
    const staged = Number((await sizes(database)).edges);
    expect(staged).toBeGreaterThan(5_000);
    expect(staged).toBeLessThan(12_000);
    expect((await data(server, "{ treaties { totalCount } }")).treaties.totalCount).toBe(1);
    const report = await importLeagues(database, path);
    expect(report.edges.PARTY_TO).toEqual({ created: 12_000, updated: 0, unchanged: 0, retracted: 0 });
    expect((await dump(database)).join("\n") === whole.join("\n")).toBe(true);

    await emptyOut(database);
    await load(database, BEFORE);
    await manyStates();
    const again = await dump(database);
    expect(again.length).toBe(before.length);
    await breakOff(database, betweenBatches(), path);
    await discardStaging(database);
    expect((await dump(database)).join("\n") === again.join("\n")).toBe(true);
  });
});

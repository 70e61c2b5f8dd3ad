import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { purge } from "../../../src/record/purge.js";
import { retract } from "../../../src/record/retract.js";
import { BASE, load, timelessSnapshot } from "../../fixtures/graph.js";
import { emptyDatabase, emptyOut } from "../../support/database.js";
import { serveForTests } from "../../support/service.js";

let database: Database;

serveForTests(emptyDatabase, (service) => {
  ({ database } = service);
});
beforeEach(async () => {
  await emptyOut(database);
  await load(database, BASE);
});

const MISTAKE = {
  source: "source:mistake",
  sources: [{ id: "source:mistake", name: "Mistake", kind: "NEWS" }],
  nodes: [
    { type: "Treaty", id: "treaty:mistake", name: "Mistaken Pact", names: [{ text: "MP", kind: "ABBR" }] },
    { type: "State", id: "state:aaa", region: "Nowhere" },
  ],
  edges: [
    { type: "PARTY_TO", from: "state:aaa", to: "treaty:mistake", validFrom: "1990" },
    { type: "PARTY_TO", from: "state:aaa", to: "treaty:t", validFrom: "1990" },
  ],
};

const retracted = async () => {
  await load(database, MISTAKE);
  await retract(database, { source: "source:mistake", edge: undefined, reason: "By mistake." }, false);
};

describe("a purge", () => {
  it("leaves the graph as if the source had never been loaded", async () => {
    const before = await timelessSnapshot(database);
    await retracted();
    // The treaty, its two names, and the assertions: two of parties, two names, and three reported values or mentions.
    const report = await purge(database, "source:mistake", false);
    expect(report.nodes).toBeGreaterThanOrEqual(2);
    expect(report.assertions).toBeGreaterThanOrEqual(5);
    expect(await timelessSnapshot(database)).toEqual(before);
  });

  it("on a dry run reports the same and deletes nothing", async () => {
    await retracted();
    const before = await timelessSnapshot(database);
    const tried = await purge(database, "source:mistake", true);
    expect(await timelessSnapshot(database)).toEqual(before);
    expect(await purge(database, "source:mistake", false)).toEqual({ ...tried, dryRun: false });
  });

  it("of a source that still asserts something is refused", async () => {
    await load(database, MISTAKE);
    await expect(purge(database, "source:mistake", false)).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(/still asserts \d+ facts\. Retract it first/),
    });
  });

  it("of a source that is not there is refused", async () => {
    await expect(purge(database, "source:none", false)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

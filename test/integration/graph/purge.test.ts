import { beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../src/db/database.js";
import { model } from "../../../src/model/registry.js";
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

  it("reports the same on a dry run and deletes nothing", async () => {
    await retracted();
    const before = await timelessSnapshot(database);
    const tried = await purge(database, "source:mistake", true);
    expect(await timelessSnapshot(database)).toEqual(before);
    expect(await purge(database, "source:mistake", false)).toEqual({ ...tried, dryRun: false });
  });

  it("is rejected for a source that still asserts something", async () => {
    await load(database, MISTAKE);
    await expect(purge(database, "source:mistake", false)).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: expect.stringMatching(/still asserts \d+ facts\. Retract it first/),
    });
  });

  it("is rejected for a source that does not exist", async () => {
    await expect(purge(database, "source:none", false)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("keeps a node that another source names in a property", async () => {
    await load(database, {
      ...MISTAKE,
      nodes: [
        ...MISTAKE.nodes,
        { type: "Organization", id: "org:mistake", name: "Mistaken Body", kind: "BODY" },
      ],
    });
    await load(database, {
      source: "source:b",
      edges: [{ type: "SIGNED", from: "state:bbb", to: "treaty:t", onBehalfOf: "org:mistake", date: "1990" }],
    });
    await retract(database, { source: "source:mistake", edge: undefined, reason: "By mistake." }, false);
    await purge(database, "source:mistake", false);
    const rows = await database.read((tx) =>
      tx.run("MATCH (n:Organization {id: 'org:mistake'}) RETURN n.id AS id"),
    );
    expect(rows).toHaveLength(1);
    const backup = {
      type: "SIGNED",
      from: "state:bbb",
      to: "treaty:t",
      onBehalfOf: "org:mistake",
      date: "1990",
    };
    expect(await load(database, { source: "source:b", edges: [backup] })).toMatchObject({ unchanged: 1 });
  });

  it("is completed by the same call after an interruption", async () => {
    const before = await timelessSnapshot(database);
    await retracted();
    let writes = 0;
    const failing = new Proxy(database, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        if (name !== "write") return value.bind(target);
        return (...given: readonly unknown[]) => {
          writes += 1;
          // All edges are gone by then, and the nodes are not.
          if (writes > model.edges.size + 1) throw new Error("The connection is lost.");
          return value.apply(target, given);
        };
      },
    });
    await expect(purge(failing, "source:mistake", false)).rejects.toThrow("The connection is lost.");
    expect(await timelessSnapshot(database)).not.toEqual(before);
    await purge(database, "source:mistake", false);
    expect(await timelessSnapshot(database)).toEqual(before);
  });

  it("does not delete what is asserted while it runs", async () => {
    await retracted();
    let isLoaded = false;
    const busy = new Proxy(database, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== "function") return value;
        if (name !== "write") return value.bind(target);
        return async (...given: readonly unknown[]) => {
          const answer: unknown = await value.apply(target, given);
          if (!isLoaded) {
            isLoaded = true;
            await load(database, {
              source: "source:mistake",
              edges: [{ type: "PARTY_TO", from: "state:bbb", to: "treaty:t", validFrom: "1991" }],
            });
          }
          return answer;
        };
      },
    });
    await expect(purge(busy, "source:mistake", false)).rejects.toThrow(/still asserts 1 facts/);
    const [row] = await database.read((tx) =>
      tx.run(
        "MATCH (:State {id: 'state:bbb'})-[e:PARTY_TO {sourceId: 'source:mistake'}]->() RETURN count(e) AS count",
      ),
    );
    expect(Number(row?.count)).toBe(1);
  });
});

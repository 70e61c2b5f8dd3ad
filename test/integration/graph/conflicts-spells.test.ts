import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedGraph, serveGraph } from "../../fixtures/serve-graph.js";

const ORGANIZATIONS = ["touching", "gap", "candidate", "observer", "start"];

/** A membership of one state, asserted by one of two sources. */
function member(source: string, organization: string, role: string, validFrom: string, validTo?: string) {
  const ends = { type: "MEMBER_OF", from: "state:s", to: `org:${organization}`, source: `source:${source}` };
  return { ...ends, role, validFrom, ...(validTo ? { validTo } : {}) };
}

const GRAPH = {
  source: "source:a",
  sources: ["a", "b"].map((id) => ({ id: `source:${id}`, name: id, kind: "BOOK" })),
  nodes: [
    { type: "State", id: "state:s", name: "S" },
    ...ORGANIZATIONS.map((id) => ({ type: "Organization", id: `org:${id}`, name: id, kind: "IGO" })),
  ],
  edges: [
    // One membership; the second source divides it where only a code changes.
    member("a", "touching", "MEMBER", "1946-01-17"),
    member("b", "touching", "MEMBER", "1946", "1970-12-31"),
    member("b", "touching", "MEMBER", "1971-01-01"),
    member("a", "gap", "MEMBER", "1946-01-17"),
    member("b", "gap", "MEMBER", "1946", "1969-12-31"),
    member("b", "gap", "MEMBER", "1971-01-01"),
    // One source also knows of another role before; the year of the other one may include its last months.
    member("a", "candidate", "CANDIDATE", "1999-12", "2004-04-30"),
    member("a", "candidate", "MEMBER", "2004-05-01"),
    member("b", "candidate", "MEMBER", "2004"),
    member("a", "observer", "OBSERVER", "1960-01-01", "1977-09-19"),
    member("a", "observer", "MEMBER", "1977-09-20"),
    member("b", "observer", "MEMBER", "1960"),
    member("a", "start", "CANDIDATE", "1990-01-01", "1994-12-31"),
    member("a", "start", "MEMBER", "1995-01-01"),
    member("b", "start", "MEMBER", "1999"),
  ],
};

let graph: ServedGraph;
beforeAll(async () => {
  graph = await serveGraph(GRAPH);
});
afterAll(() => graph?.stop());

async function differences(organization: string) {
  const { conflicts } = await graph.data(`{ conflicts(types: [MEMBER_OF], about: ["org:${organization}"]) {
    edges { differences { property values { source value } } } } }`);
  return conflicts.edges.flatMap(
    (edge: { readonly differences: readonly { readonly property: string }[] }) => edge.differences,
  );
}

describe("a conflict between the spells of two sources", () => {
  it("is not found where spells touch and say the same", async () => {
    expect(await differences("touching")).toEqual([]);
  });

  it("is found where one source leaves a gap", async () => {
    const found: readonly { readonly property: string; readonly values: unknown }[] =
      await differences("gap");
    expect(found.map(({ property }) => property)).toEqual(["spells"]);
    expect(found[0]?.values).toEqual(
      expect.arrayContaining([
        { source: "source:a", value: "1" },
        { source: "source:b", value: "2" },
      ]),
    );
  });

  it("is not found for an earlier role if both sources agree on the membership", async () => {
    expect(await differences("candidate")).toEqual([]);
  });

  it("is found for another role while the other source knows of a membership", async () => {
    const found: readonly { readonly property: string }[] = await differences("observer");
    expect(found.map(({ property }) => property)).toEqual(["validFrom", "role"]);
  });

  it("is found between starts in the same role", async () => {
    const [found, ...others]: readonly { readonly property: string; readonly values: unknown }[] =
      await differences("start");
    expect(others).toEqual([]);
    expect(found?.property).toBe("validFrom");
  });
});

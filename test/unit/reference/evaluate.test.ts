import { describe, expect, it } from "vitest";
import { answered, party } from "./support.js";

const [HIGH, LOW] = ["source:high", "source:low"];
const BOTH = [
  [
    party("state:a", LOW, { validFrom: "1980", validTo: "1989" }),
    party("state:a", HIGH, { on: "1985-03-01" }),
    party("state:b", LOW, { validFrom: "1970-01-01", validTo: ".." }),
    party("state:b", HIGH, { validFrom: "1975-01-01", validTo: "1976-01-01" }),
  ],
];
const parties = (args: string, fields = "nodes { id }") =>
  `{ treaty(id: "treaty:t") { parties${args} { ${fields} } } }`;
const listed = (...ids: readonly string[]) => ({
  treaty: { parties: { nodes: ids.map((id) => ({ id: `state:${id}` })) } },
});

/** Cases worked out by hand from the design; the random test is worth no more than its reference. */
describe("the reference", () => {
  it("reads a spell before evidence of one day, then the source of higher priority", async () => {
    const query = parties("", "edges { source { id } validFrom }");
    expect(await answered(BOTH, query)).toEqual({
      treaty: {
        parties: {
          edges: [
            { source: { id: LOW }, validFrom: "1980" },
            { source: { id: HIGH }, validFrom: "1975-01-01" },
          ],
        },
      },
    });
  });

  it.each([
    ['(asOf: "1980-06-01")', ["a"]],
    ['(asOf: "1980-06-01", certainty: CERTAIN)', []],
    ['(asOf: "1981-01-01", certainty: CERTAIN)', ["a"]],
    ['(asOf: "1989-06-01", certainty: CERTAIN)', []],
    ['(asOf: "1990-01-01")', []],
    ['(during: "1976/1980")', ["a", "b"]],
    ['(asOf: "1990-01-01", sources: ["source:low"])', ["b"]],
  ])("finds who holds %s", async (args, ids) => {
    expect(await answered(BOTH, parties(args))).toEqual(listed(...ids));
  });

  it("is certain of an open end only as long as both nodes live", async () => {
    const open = [[party("state:a", LOW, { validFrom: "1980-01-01", validTo: ".." })]];
    const at = (day: string, certainty: string) => parties(`(asOf: "${day}", certainty: ${certainty})`);
    expect(await answered(open, at("1991-01-01", "CERTAIN"))).toEqual(listed("a"));
    expect(await answered(open, at("1991-01-02", "CERTAIN"))).toEqual(listed());
    expect(await answered(open, at("1991-01-02", "POSSIBLE"))).toEqual(listed("a"));
  });

  it("sees an end that is not known last on the day its source was published", async () => {
    const unknown = [[party("state:b", LOW, { validFrom: "1980-01-01" })]];
    const at = (day: string) => parties(`(asOf: "${day}", certainty: CERTAIN)`);
    expect(await answered(unknown, at("2000-06-01"))).toEqual(listed("b"));
    expect(await answered(unknown, at("2000-06-02"))).toEqual(listed());
  });

  it("keeps what was corrected, and reads it as it was known before", async () => {
    const corrected = [
      [party("state:b", LOW, { validFrom: "1980-01-01", validTo: "1985" })],
      [party("state:b", LOW, { validFrom: "1980-01-01", validTo: "1989" })],
    ];
    const ends = "edges { validTo assertions(includeRetracted: true) { validTo retractedAt } }";
    const [first, second] = [
      { validTo: "1985", retractedAt: "2026-01-02T00:00:00Z" },
      { validTo: "1989", retractedAt: null },
    ];
    expect(await answered(corrected, parties("", ends))).toEqual({
      treaty: { parties: { edges: [{ validTo: "1989", assertions: [first, second] }] } },
    });
    expect(await answered(corrected, parties('(asKnownAt: "2026-01-01T12:00:00Z")', ends))).toEqual({
      treaty: { parties: { edges: [{ validTo: "1985", assertions: [first] }] } },
    });
  });

  it("never reads what is deprecated", async () => {
    const deprecated = [[party("state:b", LOW, { validFrom: "1980", rank: "DEPRECATED" })]];
    expect(await answered(deprecated, parties(""))).toEqual(listed());
  });

  it("takes the parts of a body with it, and says which part it was", async () => {
    const body = { type: "PART_OF", from: "org:body", to: "org:parent", kind: "BODY_OF", source: LOW };
    const ofBody = { ...party("org:body", LOW, { validFrom: "1980" }) };
    const query = (parts: boolean) =>
      `{ organization(id: "org:parent") { partyTo(includeParts: ${parts}) { totalCount edges { via { id } } } } }`;
    expect(await answered([[body, ofBody]], query(false))).toEqual({
      organization: { partyTo: { totalCount: 0, edges: [] } },
    });
    expect(await answered([[body, ofBody]], query(true))).toEqual({
      organization: { partyTo: { totalCount: 1, edges: [{ via: { id: "org:body" } }] } },
    });
  });

  it("pages from either end", async () => {
    const page = "nodes { id } pageInfo { hasNextPage hasPreviousPage }";
    const at = (id: string, hasNextPage: boolean) => ({
      treaty: {
        parties: { nodes: [{ id }], pageInfo: { hasNextPage, hasPreviousPage: !hasNextPage } },
      },
    });
    expect(await answered(BOTH, parties("(first: 1)", page))).toEqual(at("state:a", true));
    expect(await answered(BOTH, parties("(last: 1)", page))).toEqual(at("state:b", false));
  });
});

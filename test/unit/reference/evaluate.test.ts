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
describe("the reference implementation", () => {
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

  it("treats an open end as certain only while both nodes exist", async () => {
    const open = [[party("state:a", LOW, { validFrom: "1980-01-01", validTo: ".." })]];
    const at = (day: string, certainty: string) => parties(`(asOf: "${day}", certainty: ${certainty})`);
    expect(await answered(open, at("1991-01-01", "CERTAIN"))).toEqual(listed("a"));
    expect(await answered(open, at("1991-01-02", "CERTAIN"))).toEqual(listed());
    expect(await answered(open, at("1991-01-02", "POSSIBLE"))).toEqual(listed("a"));
  });

  it("treats an unknown end as lasting until its source was published", async () => {
    const unknown = [[party("state:b", LOW, { validFrom: "1980-01-01" })]];
    const at = (day: string) => parties(`(asOf: "${day}", certainty: CERTAIN)`);
    expect(await answered(unknown, at("2000-06-01"))).toEqual(listed("b"));
    expect(await answered(unknown, at("2000-06-02"))).toEqual(listed());
  });

  it("reports how an edge holds and counts certain edges", async () => {
    const query = parties(
      '(asOf: "1980-06-01")',
      "totalCount certainCount edges { holds assertions { holds source { id } } }",
    );
    expect(await answered(BOTH, query)).toEqual({
      treaty: {
        parties: {
          totalCount: 1,
          certainCount: 0,
          edges: [
            {
              holds: "POSSIBLE",
              assertions: [
                { holds: "POSSIBLE", source: { id: LOW } },
                { holds: null, source: { id: HIGH } },
              ],
            },
          ],
        },
      },
    });
    const timeless = parties("", "totalCount certainCount edges { holds }");
    expect(await answered([[party("state:b", LOW, { validFrom: "1980" })]], timeless)).toEqual({
      treaty: { parties: { totalCount: 1, certainCount: 1, edges: [{ holds: null }] } },
    });
  });

  it("limits unstated bounds by the lives of both nodes and shows no day without a limit", async () => {
    const bounds = "edges { validFromMin validFromMax validToMin validToMax }";
    const of = (state: string) => answered([[party(`state:${state}`, LOW, {})]], parties("", bounds));
    // Seen when its source was published; state A ended at some time in 1991, long before.
    expect(await of("a")).toEqual({
      treaty: {
        parties: {
          edges: [
            {
              ...{ validFromMin: null, validFromMax: "2000-06-01" },
              ...{ validToMin: "1991-01-01", validToMax: "1991-12-31" },
            },
          ],
        },
      },
    });
    expect(await of("b")).toEqual({
      treaty: {
        parties: {
          edges: [
            {
              ...{ validFromMin: null, validFromMax: "2000-06-01" },
              ...{ validToMin: "2000-06-01", validToMax: null },
            },
          ],
        },
      },
    });
  });

  it("finds acts by their date, or by the date of their meeting", async () => {
    const graph = [
      [
        { type: "SIGNED", from: "state:b", to: "treaty:t", source: LOW, date: "1990" },
        { type: "PARTICIPATED", from: "state:b", to: "meeting:m", role: "HOST", source: LOW },
      ],
    ];
    const counts = async (args: string) => {
      const data = await answered(
        graph,
        `{ state(id: "state:b") { signed${args} { totalCount certainCount } participated${args} { totalCount certainCount } } }`,
      );
      return data;
    };
    const both = (signed: readonly number[], participated: readonly number[]) => {
      const count = ([totalCount, certainCount]: readonly number[]) => ({ totalCount, certainCount });
      return { state: { signed: count(signed), participated: count(participated) } };
    };
    expect(await counts('(asOf: "1985-06-15")')).toEqual(both([0, 0], [1, 0]));
    expect(await counts('(asOf: "1990-06-15")')).toEqual(both([1, 0], [1, 1]));
    expect(await counts('(asOf: "2000-01-01")')).toEqual(both([1, 1], [1, 1]));
    expect(await counts('(during: "1990")')).toEqual(both([1, 1], [0, 0]));
    expect(await counts('(during: "1985-06-30/1990-06-30")')).toEqual(both([1, 0], [1, 0]));
  });

  it("lists nodes that existed and that the sources assert", async () => {
    const listed = async (args: string) =>
      answered(
        [[party("state:b", HIGH, { validFrom: "1980" })]],
        `{ states${args} { nodes { id } certainCount } }`,
      );
    const states = (ids: readonly string[], certainCount: number) => ({
      states: { nodes: ids.map((id) => ({ id: `state:${id}` })), certainCount },
    });
    expect(await listed('(asOf: "1991-06-01")')).toEqual(states(["a", "b"], 0));
    expect(await listed('(asOf: "1992-01-01")')).toEqual(states(["b"], 0));
    expect(await listed("")).toEqual(states(["a", "b"], 2));
    expect(await listed('(sources: ["source:high"])')).toEqual(states(["b"], 1));
  });

  it("chooses among reports by exactness before priority, and shows all of them", async () => {
    const exact = { type: "State", id: "state:b", source: LOW, existsFrom: "1918-02-24" };
    const vague = { type: "State", id: "state:b", source: HIGH, existsFrom: "1918" };
    const where = 'where: { property: { eq: "existsFrom" } }';
    const query = `{ state(id: "state:b") { existsFrom existsFromMax reportedBy(${where}) { edges { primary value dateValue dateValueMax } } } }`;
    expect(await answered([[]], query, [[exact, vague]])).toEqual({
      state: {
        ...{ existsFrom: "1918-02-24", existsFromMax: "1918-02-24" },
        reportedBy: {
          edges: [
            { primary: false, value: "1918", dateValue: "1918", dateValueMax: "1918-12-31" },
            { primary: true, value: "1918-02-24", dateValue: "1918-02-24", dateValueMax: "1918-02-24" },
          ],
        },
      },
    });
    const contradicting = { ...vague, existsFrom: "1920" };
    const shown = (existsFrom: string) => ({ state: { existsFrom } });
    const of = '{ state(id: "state:b") { existsFrom } }';
    expect(await answered([[]], of, [[exact, contradicting]])).toEqual(shown("1920"));
    expect(await answered([[], []], of, [[exact, contradicting], [{ ...vague, existsFrom: null }]])).toEqual(
      shown("1918-02-24"),
    );
  });

  it("reads what was chosen then, and the best of the given sources now", async () => {
    const bundles = [
      [party("state:b", LOW, { validFrom: "1980", validTo: "1985" })],
      [party("state:b", HIGH, { validFrom: "1990", validTo: "1995" })],
    ];
    const ends = (args: string) => answered(bundles, parties(args, "edges { validTo }"));
    const validTo = (text: string) => ({ treaty: { parties: { edges: [{ validTo: text }] } } });
    expect(await ends("")).toEqual(validTo("1995"));
    expect(await ends('(asKnownAt: "2026-01-01T12:00:00Z")')).toEqual(validTo("1985"));
    expect(await ends('(asKnownAt: "2026-01-02T12:00:00Z")')).toEqual(validTo("1995"));
    const both = 'sources: ["source:high", "source:low"]';
    expect(await ends(`(${both}, asKnownAt: "2026-01-01T12:00:00Z")`)).toEqual(validTo("1985"));
    expect(await ends('(sources: ["source:low"])')).toEqual(validTo("1985"));
  });

  it("keeps corrected assertions for asKnownAt", async () => {
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

  it("never reads deprecated assertions", async () => {
    const deprecated = [[party("state:b", LOW, { validFrom: "1980", rank: "DEPRECATED" })]];
    expect(await answered(deprecated, parties(""))).toEqual(listed());
  });

  it("includes the parts of a body and names the part", async () => {
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

  it("returns pages from either end", async () => {
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

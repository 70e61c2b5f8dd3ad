import { describe, expect, it } from "vitest";
import { SNAPSHOTS, unodaStatus } from "./published.js";
import { askBundled, ids, sourced } from "./run.js";
import { edgesOf, holding } from "./seed-facts.js";

/** The questions on a zone and on what changed a treaty, on the bundled data. */
const BACKGROUND = "source:background";
const SNAPSHOT_DAY = "2026-08-22";
const { ask } = askBundled();

describe("question 8: parties of the Central Asian zone that are in the CSTO", () => {
  interface ZoneState {
    readonly id: string;
    readonly partyTo: { readonly edges: readonly { readonly source: { readonly id: string } }[] };
    readonly memberOf: { readonly edges: readonly { readonly source: { readonly id: string } }[] };
  }

  it.each([
    ["2018-06-11", ["state:kaz", "state:kgz", "state:tjk"]],
    ["2010-01-01", ["state:kaz", "state:kgz", "state:tjk", "state:uzb"]],
    ["2013-01-01", ["state:kaz", "state:kgz", "state:tjk"]],
    ["2009-03-20", []],
  ])("on %s", async (day, expected) => {
    const { states } = await ask(8, { day });
    expect([...ids(states.nodes)].sort()).toEqual(expected);
    expect(states.totalCount).toBe(expected.length);
    for (const { partyTo, memberOf } of states.nodes as readonly ZoneState[]) {
      expect(partyTo.edges.map(({ source }) => source.id)).toEqual(["source:parties-by-final-clauses"]);
      expect(memberOf.edges.map(({ source }) => source.id)).toEqual([BACKGROUND]);
    }
    const parties = holding(edgesOf("PARTY_TO", { to: "treaty:canwfz-2006" }), day, day);
    const members = holding(edgesOf("MEMBER_OF", { to: "org:csto" }), day, day).map(({ from }) => from);
    const both = parties.map(({ from = "" }) => from).filter((state) => members.includes(state));
    expect(both.sort()).toEqual(expected);
  });

  it.skipIf(SNAPSHOTS.missing)("agrees with the published snapshot", async () => {
    const { states } = await ask(8);
    const joined = unodaStatus("canwfz", SNAPSHOT_DAY).filter(({ consent = "9" }) => consent <= "2018-06-11");
    const csto = ["state:arm", "state:blr", "state:kaz", "state:kgz", "state:rus", "state:tjk"];
    const expected = joined.map(({ state }) => state).filter((state) => csto.includes(state));
    expect([...ids(states.nodes)].sort()).toEqual(expected.sort());
  });
});

describe("question 9: what changed START I", () => {
  it("is the Lisbon Protocol and New START, each by its source", async () => {
    const { treaty } = await ask(9);
    expect(sourced(treaty.parts.edges)).toEqual([`treaty:lisbon-protocol-1992 ${BACKGROUND}`]);
    expect(treaty.parts.edges[0]).toMatchObject({ kind: "PROTOCOL_TO", node: { signed: "1992-05-23" } });
    expect(sourced(treaty.relatedFrom.edges)).toEqual([`treaty:new-start-2010 ${BACKGROUND}`]);
    expect(treaty.relatedFrom.edges[0]).toMatchObject({ kind: "SUCCEEDS", node: { signed: "2010-04-08" } });
  });

  it("is New START for SORT, and nothing for New START itself", async () => {
    const sort = await ask(9, { treaty: "treaty:sort-2002" });
    expect(sort.treaty.relatedFrom.edges).toMatchObject([
      { kind: "SUPERSEDES", node: { id: "treaty:new-start-2010" } },
    ]);
    const last = await ask(9, { treaty: "treaty:new-start-2010" });
    expect([last.treaty.parts.edges, last.treaty.relatedFrom.edges]).toEqual([[], []]);
  });
});

import { describe, expect, it } from "vitest";
import { type Ranked, standings } from "../../../src/record/standing.js";

const claim = (id: string, changes: Partial<Ranked>): Ranked => ({
  id,
  sourceId: "source:a",
  rank: "NORMAL",
  ofOneDay: false,
  priority: 0,
  recordedAt: "2026-01-01T00:00:00Z",
  retractedAt: null,
  ...changes,
});

const primaryOf = (...fact: readonly Ranked[]) =>
  [...standings(fact)].filter(([, { primary }]) => primary).map(([id]) => id);

/** Design, section 2: all spells of one preferred source (rank, then source priority, then first recorded). */
describe("which source of a fact is read", () => {
  it("the only one", () => {
    expect(primaryOf(claim("1", {}))).toEqual(["1"]);
  });
  it("rank goes before priority", () => {
    expect(
      primaryOf(
        claim("1", { priority: 50 }),
        claim("2", { sourceId: "source:b", rank: "PREFERRED", priority: -5 }),
      ),
    ).toEqual(["2"]);
  });
  it("priority goes before who was first", () => {
    expect(
      primaryOf(
        claim("1", { recordedAt: "2025-01-01T00:00:00Z" }),
        claim("2", { sourceId: "source:b", priority: 1 }),
      ),
    ).toEqual(["2"]);
  });
  it("else who was recorded first", () => {
    expect(
      primaryOf(
        claim("1", { sourceId: "source:z", recordedAt: "2025-12-31T23:00:00Z" }),
        claim("2", { sourceId: "source:b" }),
      ),
    ).toEqual(["1"]);
  });
  it("all spells of that source, and none of another: they never mix", () => {
    expect(
      primaryOf(
        claim("1", { priority: 1 }),
        claim("2", { priority: 1, recordedAt: "2026-05-05T00:00:00Z" }),
        claim("3", { sourceId: "source:b" }),
      ).sort(),
    ).toEqual(["1", "2"]);
  });
  it("never a retracted or a deprecated assertion", () => {
    expect(
      primaryOf(
        claim("1", { priority: 9, retractedAt: "2026-02-02T00:00:00Z" }),
        claim("2", { sourceId: "source:b", rank: "DEPRECATED", priority: 5 }),
        claim("3", { sourceId: "source:c" }),
      ),
    ).toEqual(["3"]);
  });
  it("none when nothing readable is left", () => {
    expect(
      primaryOf(
        claim("1", { retractedAt: "2026-02-02T00:00:00Z" }),
        claim("2", { sourceId: "source:b", rank: "DEPRECATED" }),
      ),
    ).toEqual([]);
  });
  it("does not depend on the order in which assertions come", () => {
    const fact = [
      claim("1", { sourceId: "source:b" }),
      claim("2", { sourceId: "source:a" }),
      claim("3", { sourceId: "source:c", ofOneDay: true, priority: 9 }),
    ];
    expect(primaryOf(...[...fact].reverse())).toEqual(primaryOf(...fact));
  });
  it("first recorded is a matter of instants, not of how their zones are written", () => {
    expect(
      primaryOf(
        claim("1", { sourceId: "source:b", recordedAt: "2026-01-01T15:00:00+05:00" }),
        claim("2", { sourceId: "source:a", recordedAt: "2026-01-01T06:00:00-05:00" }),
      ),
    ).toEqual(["1"]);
  });
});

import { describe, expect, it } from "vitest";
import { HEAD, rowsOf } from "./support.js";

/** The day until which each edge of a bundle is covered. */
function coveredDays(coverage: string, edges: string): readonly (string | null | undefined)[] {
  const text = `${HEAD}coverage:\n${coverage}\nedges:\n${edges}`;
  return rowsOf(text)
    .edges.filter(({ type }) => type !== "COVERS")
    .map(({ coveredUntil }) => coveredUntil);
}

const MEMBERS = "  - { of: org:o, relation: [members], from: 2001-01-01, until: 2026-11-25 }";
const member = (more: string) =>
  `  - { type: MEMBER_OF, from: state:kaz, to: org:o, role: MEMBER, validFrom: 2002${more} }`;

describe("an edge of a relation that its source covers", () => {
  it("is covered until the last day of the coverage, if its end is open", () => {
    expect(coveredDays(MEMBERS, member(""))).toEqual(["2026-11-25"]);
    expect(coveredDays(MEMBERS, member(', validTo: ".."'))).toEqual(["2026-11-25"]);
    const later = "  - { of: state:kaz, relation: [memberOf], from: 2001-01-01, until: 2027-01-01 }";
    expect(coveredDays(`${MEMBERS}\n${later}`, member(""))).toEqual(["2027-01-01"]);
  });

  it("is not covered if its source states the end or observed only one day", () => {
    expect(coveredDays(MEMBERS, member(", validTo: 2010"))).toEqual([null]);
    const seen = "  - { type: MEMBER_OF, from: state:kaz, to: org:o, role: MEMBER, on: 2002-05-05 }";
    expect(coveredDays(MEMBERS, seen)).toEqual([null]);
  });

  it("is not covered by another relation, node or source, or by a period before its start", () => {
    const others = [
      "  - { of: org:o, relation: [memberOf], from: 2001-01-01, until: 2026-11-25 }",
      "  - { of: org:p, relation: [members], from: 2001-01-01, until: 2026-11-25 }",
      "  - { of: org:o, relation: [members], source: source:t, from: 2001-01-01, until: 2026-11-25 }",
      "  - { of: org:o, relation: [members], from: 1995-01-01, until: 2001-12-31 }",
      "  - { of: org:o, relation: [members], from: 2001-01-01 }",
    ];
    for (const other of others) expect(coveredDays(other, member(""))).toEqual([null]);
  });
});

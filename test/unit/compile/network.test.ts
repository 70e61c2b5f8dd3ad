import { describe, expect, it } from "vitest";
import { compiledField } from "./support/compiled.js";

async function textOf(args: string, selection = "totalCount"): Promise<string> {
  return (await compiledField(`{ network(${args}) { ${selection} } }`)).text;
}

const SHARED = "projection: SHARED_TREATIES";
const VOTES = "projection: VOTE_AGREEMENT";
const GROUPS = "links { groups { key } }";

describe("a network", () => {
  it("sets the conditions on ties on both edges", async () => {
    const text = await textOf(`${SHARED}, ties: {partyTo: {provisional: {eq: true}}}`);
    expect(text).toMatch(/\[r0:PARTY_TO\]->\(m0\) WHERE [^[]*r0\.provisional = \$w0/);
    expect(text).toMatch(/\[r1:PARTY_TO\]-\(b0\) WHERE [^[]*r1\.provisional = \$w1/);
  });

  it("reads full members and ballots cast, unless the condition is about that", async () => {
    const joint = "projection: JOINT_MEMBERSHIP";
    expect(await textOf(joint)).toContain("r0.role IN ['MEMBER']");
    expect(await textOf(`${joint}, ties: {memberOf: {source: {eq: "s"}}}`)).toContain(
      "r0.role IN ['MEMBER']",
    );
    for (const where of [
      "role: {eq: OBSERVER}",
      "not: {role: {eq: MEMBER}}",
      "or: [{and: [{role: {eq: OBSERVER}}]}]",
    ])
      expect(await textOf(`${joint}, ties: {memberOf: {${where}}}`)).not.toContain("['MEMBER']");
  });

  it("has a minimum of shared nodes for ties, not for groups", async () => {
    expect(await textOf(`${SHARED}, minShared: 2`)).toContain("shared >= $minShared0");
    expect(await textOf(`${SHARED}, minShared: 2, by: {path: "kind"}`, GROUPS)).not.toContain("shared >=");
  });

  it("reads ties beside groups by their edges, because a shared node can count in several of these", async () => {
    expect(await textOf(`${SHARED}, by: {path: "kind"}`, GROUPS)).not.toContain("AS ties");
    const byEdge = await textOf(`${SHARED}, by: {path: "validFrom", bucket: YEAR}`, GROUPS);
    expect(byEdge).toContain("AS ties");
    expect(byEdge).toContain(
      "CASE WHEN r0.validFromMin >= r1.validFromMin THEN r0.validFromMin ELSE r1.validFromMin END",
    );
  });

  it("counts ballots of one body unless those of all are requested", async () => {
    expect(await textOf(VOTES)).toMatch(/ORDER BY ballots DESC, o\d+\.id LIMIT 1/);
    const asked = await textOf(`${VOTES}, bodies: ["org:x"]`);
    expect(asked).toMatch(/^WITH \$bodies0 AS bodies\d+ /);
    expect(asked).not.toContain("AS ballots");
    for (const args of [`${VOTES}, bodies: null`, SHARED])
      expect(await textOf(args)).not.toMatch(/ADOPTED|bodies/);
  });

  it("counts by period what both share at the same time", async () => {
    const series = `links { series(by: YEAR, during: "1990/1991") { shared } }`;
    const text = await textOf(SHARED, series);
    // The earlier of the two ends, as far as the lives of the nodes allow.
    expect(text).toMatch(/CASE WHEN r0\.validToMax < .* <= .*r1\.validToMax.* END AS to\d+/);
    expect(text).toContain("count(DISTINCT m0) AS shared ORDER BY");
    const certain = await textOf(`${SHARED}, certainty: CERTAIN`, series);
    expect(certain).toContain("CASE WHEN r0.validFromMax >= r1.validFromMax");
  });
});

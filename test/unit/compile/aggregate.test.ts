import { describe, expect, it } from "vitest";
import { compiledField } from "./support/compiled.js";

async function textOf(aggregate: string, list = "treaties"): Promise<string> {
  return (await compiledField(`{ ${list} { aggregate${aggregate} } }`)).text;
}

/** How often a text occurs in another one. */
function countOf(part: string, text: string): number {
  return text.split(part).length - 1;
}

describe("groups", () => {
  it("keep a row without the relation of a key, in the group whose key is not set", async () => {
    const text = await textOf('{ groups(by: [{ path: "parties.node.id" }]) { keys count } }');
    expect(text).toMatch(/OPTIONAL MATCH \(x0\)<-\[(\w+):PARTY_TO\]-\((\w+)\)/);
    expect(text).toMatch(/CASE WHEN (q\d+) IS NOT NULL THEN z\d+\.id END AS g0/);
  });

  it("count a row once in a group that it reaches in several ways", async () => {
    const branching = await textOf('{ groups(by: [{ path: "parties.node.id" }]) { keys count } }');
    expect(branching).toMatch(/WITH DISTINCT x0, .* AS g0 WITH g0, count\(\*\)/);
    // A value of the row itself is in one group only.
    expect(await textOf('{ groups(by: [{ path: "kind" }]) { keys count } }')).not.toContain("DISTINCT");
  });

  it("apply having to the groups before they are ordered and limited", async () => {
    const text = await textOf(
      '{ groups(by: [{ path: "kind" }], having: { count: { gte: 3 } }, first: 5) { count } }',
    );
    expect(text).toMatch(
      /count\(\*\) AS (count\d+), .*WHERE \1 >= \$\w+ WITH .* ORDER BY \1 DESC, g0 LIMIT \$limit\d+/,
    );
  });

  it("count nodes only where they are asked for", async () => {
    const members = async (args: string) => {
      const groups = `groups(by: [{ path: "role" }]${args}) { count }`;
      return (await compiledField(`{ organization(id: "x") { members { aggregate { ${groups} } } } }`)).text;
    };
    expect(await members("")).not.toContain("DISTINCT");
    expect(await members(", orderBy: NODES")).toContain("count(DISTINCT n0)");
    expect(await members(", having: { nodes: { gt: 1 } }")).toContain("count(DISTINCT n0)");
  });
});

describe("buckets of dates", () => {
  const bucket = (name: string) => textOf(`{ groups(by: [{ path: "signed", bucket: ${name} }]) { keys } }`);

  it.each([
    ["DAY", 10, ""],
    ["MONTH", 7, ""],
    ["YEAR", 4, ""],
    ["DECADE", 3, "X"],
    ["CENTURY", 2, "XX"],
  ])(
    "of a %s compare the first %i characters of the first and the last possible day",
    async (name, length, masked) => {
      const [first, last] = ["x0.signedMin", "x0.signedMax"];
      const text = await bucket(name);
      expect(text).toContain(`left(toString(${first}), ${length})`);
      expect(text).toMatch(
        new RegExp(`left\\(toString\\([^']*${last.replace(".", "\\.")}[^']*\\), ${length}\\)`),
      );
      expect(text).toContain(`left(toString(${first}), ${length}) + '${masked}' END`);
    },
  );

  it("give no key to a date whose end is open", async () => {
    expect(await bucket("YEAR")).toMatch(
      /CASE WHEN [^']*x0\.signedMax[^']* = date\('9999-12-31'\) THEN null/,
    );
  });
});

describe("a series", () => {
  const series = (args: string) =>
    textOf(
      `{ series(by: YEAR, during: "1990/1991", of: "signed"${args}) { count groups(by: [{ path: "kind" }]) { keys } } }`,
    );

  it("takes its periods from a parameter and puts a row into each that its date may lie in", async () => {
    const text = await series("");
    expect(text).toContain(
      "UNWIND [p IN range(0, size($periods0) - 1) WHERE x0.signedMin <= $periods0[p].max AND x0.signedMax >= $periods0[p].min]",
    );
    expect(text).not.toContain("1990");
  });

  it("puts a row for certain only into the period in which its date lies", async () => {
    const query =
      '{ treaties(certainty: CERTAIN) { aggregate { series(by: YEAR, during: "1990", of: "signed") { count } } } }';
    expect((await compiledField(query)).text).toContain(
      "WHERE x0.signedMin >= $periods0[p].min AND x0.signedMax <= $periods0[p].max]",
    );
  });

  it("counts and groups by period, and limits no groups, since each period has its own", async () => {
    const text = await series("");
    expect(text).toMatch(/WITH i0, count\(\*\) AS (m\d+) RETURN collect\(\{i: i0, count: \1\}\)/);
    expect(text).toMatch(/ORDER BY i0, count\d+ DESC, g0 RETURN/);
    expect(text).not.toContain("LIMIT");
  });
});

describe("an aggregate over relations", () => {
  it("counts each edge once, however often the relations lead to it", async () => {
    const far = await textOf('(over: "parties.node.memberOf") { count nodes }');
    expect(far).toMatch(/\[(q0):PARTY_TO\].*\[(q1):MEMBER_OF\].*WITH DISTINCT z0, q1, z1 /);
    expect(far).toContain("count(DISTINCT z1)");
    // One relation leads from nodes that are listed once to each edge once.
    expect(await textOf('(over: "parties") { count }')).not.toContain("DISTINCT");
  });

  it("reads the rows once for all totals, and not at all where nothing is asked of them", async () => {
    const text = await textOf('{ count min(of: "signed") max(of: "signed") }');
    expect(countOf("MATCH", text)).toBe(1);
    expect(text).toContain("min(x0.signedMin)");
    expect(text).toMatch(/max\(.*x0\.signedMax.*\)/);
    expect(text).not.toContain("COLLECT");
  });
});

import { describe, expect, it } from "vitest";
import { compiledField } from "./support/compiled.js";

async function textOf(args: string, selection = "paths { length }"): Promise<string> {
  return (await compiledField(`{ path(from: "a", to: "b"${args && `, ${args}`}) { ${selection} } }`)).text;
}

const VIA = "via: [{ type: SIGNED, direction: OUT }]";

describe("a path", () => {
  it("is one of the shortest unless all are asked for, and then it visits no node twice", async () => {
    const shortest = await textOf("");
    expect(shortest).toContain("= ALL SHORTEST (a0)(");
    expect(shortest).not.toContain("single(");
    const all = await textOf("all: true");
    expect(all).toMatch(/MATCH SHORTEST \d+ \(p0 = \(a0\)\(/);
    expect(all).toContain("all(node IN nodes(p0) WHERE single(other IN nodes(p0) WHERE other = node))");
  });

  it("has at least one edge, and from a node to itself none", async () => {
    const text = await textOf("all: true, maxHops: 3");
    expect(text).toContain("WHERE a0 = b0 RETURN 0 AS hops, 0 AS size UNION");
    expect(text).toContain("WHERE a0 = b0 RETURN [a0] AS passed0, [] AS edges0 UNION ALL");
    expect(text).toContain("WHERE a0 <> b0 AND nearest0 <= 3 MATCH");
  });

  it("over one node is found without a search, with the condition on this node", async () => {
    const text = await textOf('via: [{ type: VOTED }], where: { name: { contains: "x" } }');
    expect(text).toMatch(
      /fewest0 = 2 MATCH \(a0\)-\[r\d+:VOTED\]-\((z\d+)\) WHERE r\d+\.primary AND [^{}]*\1\.name[^{}]*MATCH \(\1\)-\[r\d+:VOTED\]-\(b0\) WHERE r\d+\.primary RETURN/,
    );
    expect(text).toContain("fewest0 <> 2 MATCH p0 = ALL SHORTEST");
  });

  it("is first sought at any length, so that one that is too long is told from none", async () => {
    for (const args of ["", "maxHops: 2", "all: true"])
      expect(await textOf(args, "status")).toMatch(/MATCH p0 = (ALL )?SHORTEST( 1)? \(a0\)\([^{]*\)\+\(b0\)/);
    const lengthOnly = await textOf("all: true", "length");
    expect(lengthOnly).not.toContain("nodes(p0)");
    expect(lengthOnly.match(/SHORTEST/g)).toHaveLength(1);
  });

  it("counts two edges that meet as one hop where both can tie actors", async () => {
    const bound = async (via: string) =>
      /\)\{1,(\d+)\}\(b0\)/.exec(await textOf(`all: true, maxHops: 3, via: [${via}]`))?.[1];
    expect(await bound("{ type: PARTY_TO }")).toBe("6");
    expect(await bound("{ type: PARTY_TO }, { type: RELATED_TO }")).toBe("6");
    expect(await bound("{ type: PARTY_TO, direction: OUT }, { type: SIGNED, direction: IN }")).toBe("6");
    expect(await bound("{ type: PARTY_TO, direction: OUT }")).toBe("3");
    expect(await bound("{ type: RELATED_TO }")).toBe("3");
  });

  it("needs all shortest routes for the length only if these can differ in it", async () => {
    const selector = async (via: string) =>
      /= (ALL SHORTEST|SHORTEST 1) /.exec(await textOf(`via: [${via}]`, "length"))?.[1];
    expect(await selector("{ type: PARTY_TO }, { type: SIGNED }")).toBe("SHORTEST 1");
    expect(await selector("{ type: RELATED_TO }")).toBe("SHORTEST 1");
    expect(await selector("{ type: PARTY_TO }, { type: RELATED_TO }")).toBe("ALL SHORTEST");
    // An organization can be a member and have members.
    expect(await selector("{ type: MEMBER_OF }")).toBe("ALL SHORTEST");
  });

  it("is followed along an edge, against it, or both ways", async () => {
    const out = await textOf(VIA);
    expect(out).toMatch(/\((x\d+)\)-\[(r\d+):SIGNED\]->\(([yz]\d+)\)/);
    expect(out).not.toMatch(/startNode|endNode/);
    const against = await textOf(VIA.replace("OUT", "IN"));
    expect(against).toMatch(/\((x\d+)\)-\[(r\d+):SIGNED\]-\([yz]\d+\) WHERE endNode\(\2\) = \1 AND/);
    const both = await textOf(VIA.replace("OUT", "BOTH"));
    expect(both).toMatch(/\(x\d+\)-\[r\d+:SIGNED\]-\([yz]\d+\)/);
    expect(both).not.toMatch(/(start|end)Node\(r\d+\) =/);
  });

  it("has a direction for each type where the types differ in it", async () => {
    const text = await textOf("via: [{ type: SIGNED, direction: OUT }, { type: VOTED, direction: IN }]");
    expect(text).toMatch(/\[(r\d+):SIGNED\|VOTED\]-\(/);
    expect(text).toMatch(
      /\((r\d+):SIGNED AND startNode\(\1\) = x\d+\) OR \(\1:VOTED AND endNode\(\1\) = x\d+\)/,
    );
  });

  it("leads over no names and reports unless they are asked for", async () => {
    const [usual = ""] = /\[r\d+:[\w|]+\]/.exec(await textOf("")) ?? [];
    expect(usual).toMatch(/\bSIGNED\b/);
    expect(usual).not.toMatch(/HAS_NAME|REPORTS/);
    expect(await textOf("via: [{ type: HAS_NAME }]")).toMatch(/\[r\d+:HAS_NAME\]/);
  });

  it("asks conditions of the nodes between the ends, not of the ends", async () => {
    const text = await textOf('where: { id: { ne: "c" } }');
    const inHop =
      /\[r\d+:[\w|]+\]-\((\w+)\) WHERE [^{]*AND \(\1 = b0 OR coalesce\(coalesce\(\1\.id <> \$w0, true\), false\)\)\)\+\(b0\)/;
    expect(text).toMatch(inHop);
  });

  it("is ordered by its length and its ids before it is cut off, and read only after that", async () => {
    const text = await textOf("first: 2", "paths { length nodes { name } edges { source { title } } }");
    const cut = text.indexOf("LIMIT $limit0");
    const order = text.indexOf(
      "ORDER BY hops, size(edges0), [node IN passed0 | node.id], [edge IN edges0 | edge.id]",
    );
    expect(order).toBeGreaterThan(0);
    expect(cut).toBeGreaterThan(order);
    expect(text.indexOf(".name")).toBeGreaterThan(cut);
    expect(text.indexOf("title")).toBeGreaterThan(cut);
  });

  it("names the ends that do not exist", async () => {
    const text = await textOf("");
    const missing = (end: string) =>
      new RegExp(
        `\\(${end}:Entity \\{id: (\\$\\w+)\\}\\).* CASE WHEN ${end} IS NULL THEN \\[\\1\\] ELSE \\[\\] END.* AS missing$`,
      );
    expect(text).toMatch(missing("a0"));
    expect(text).toMatch(missing("b0"));
  });
});

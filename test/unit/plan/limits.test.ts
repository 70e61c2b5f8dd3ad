import { describe, expect, it } from "vitest";
import { DEEPEST_NESTING, MOST_ROOT_FIELDS } from "../../../src/plan/limits.js";
import { compiledField, compiledFields } from "../compile/support/compiled.js";

const refused = (path: readonly string[] | undefined, message: string) =>
  expect.objectContaining({ message: expect.stringContaining(message), ...(path ? { path } : {}) });

/** Connections in connections: members of organizations, and so on. */
function nested(levels: number): string {
  return levels === 0
    ? "id"
    : `id ... on Organization { members(first: 1) { nodes { ${nested(levels - 1)} } } }`;
}

/** Assertions of assertions. */
function asserted(levels: number): string {
  return levels === 0 ? "id" : `assertions { ${asserted(levels - 1)} }`;
}

describe("limits of one request", () => {
  it("count the pages of each path multiplied", async () => {
    const query = (outer: number, inner: number) =>
      `{ state(id: "s") { partyTo(first: ${outer}) { nodes { parties(first: ${inner}) { nodes { id } } } } } }`;
    // 400 + 400 * 499 = 200,000: as many as may be.
    await expect(compiledField(query(400, 499))).resolves.toBeDefined();
    await expect(compiledField(query(400, 500))).rejects.toEqual(
      refused(["state", "partyTo", "parties"], "200400 rows"),
    );
  });

  it("count the usual page where no size is given", async () => {
    const query = `{ states { nodes { partyTo { nodes { parties { nodes { id } } } } } } }`;
    await expect(compiledField(query)).rejects.toEqual(
      expect.objectContaining({
        path: ["states", "partyTo", "parties"],
        extensions: { code: "QUERY_TOO_LARGE" },
        message: expect.stringContaining("1010100 rows"),
      }),
    );
  });

  it("sum lists that stand side by side", async () => {
    const lists = Array.from(
      { length: 201 },
      (_, index) =>
        `l${index}: partyTo(first: 1000, asOf: "1990-01-01", after: null, before: null, sources: ["${index}"]) { nodes { id } }`,
    );
    await expect(compiledField(`{ state(id: "s") { ${lists.join(" ")} } }`)).rejects.toEqual(
      refused(["state", "l200"], "201000 rows"),
    );
  });

  it("count the lists of each of many nodes", async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `"state:${index}"`).join(" ");
    const query = `{ nodes(ids: [${ids}]) { ... on State { partyTo(first: 1000) { nodes { id } } } } }`;
    await expect(compiledField(query).then(() => "planned")).rejects.toEqual(
      refused(["nodes", "partyTo"], "1001000 rows"),
    );
  });

  it("let connections nest as deep as they say, below a node and below a list", async () => {
    await expect(compiledField(`{ node(id: "o") { ${nested(DEEPEST_NESTING)} } }`)).resolves.toBeDefined();
    const below = nested(DEEPEST_NESTING - 1);
    await expect(compiledField(`{ organizations(first: 1) { nodes { ${below} } } }`)).resolves.toBeDefined();
  });

  it("refuse what nests deeper", async () => {
    const fault = expect.objectContaining({ code: "QUERY_TOO_LARGE" });
    await expect(compiledField(`{ node(id: "o") { ${nested(DEEPEST_NESTING + 1)} } }`)).rejects.toEqual(
      fault,
    );
    const below = nested(DEEPEST_NESTING);
    await expect(compiledField(`{ organizations(first: 1) { nodes { ${below} } } }`)).rejects.toEqual(fault);
  });

  it("refuse assertions of assertions without end", async () => {
    const query = `{ state(id: "s") { partyTo(first: 1) { edges { ${asserted(DEEPEST_NESTING + 2)} } } } }`;
    await expect(compiledField(query).then(() => "planned")).rejects.toMatchObject({
      code: "QUERY_TOO_LARGE",
    });
  });

  it("refuse more root fields than one request may have", async () => {
    const query = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `s${index}: state(id: "s${index}") { id }`).join(" ")} }`;
    expect((await compiledFields(query(MOST_ROOT_FIELDS))).size).toBe(MOST_ROOT_FIELDS);
    await expect(compiledFields(query(MOST_ROOT_FIELDS + 1)).then(() => "planned")).rejects.toEqual(
      expect.objectContaining({ code: "QUERY_TOO_LARGE" }),
    );
  });
});

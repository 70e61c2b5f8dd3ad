import { describe, expect, it } from "vitest";
import { Redirects } from "../../../src/model/redirects.js";
import { redirectedEdge, redirectedNodes, redirectedRows } from "../../../src/record/identity/redirected.js";
import type { NodeRow } from "../../../src/record/rows.js";

const AT = { file: "f", line: 1, column: 1 };
const MERGED = Redirects.of([
  { from: "person:b", into: "person:a", mergedAt: "2026-01-01T00:00:00Z", unmergedAt: null },
  { from: "state:y", into: "state:x", mergedAt: "2026-01-01T00:00:00Z", unmergedAt: null },
]);

const person = (id: string, name: string, sourceId = "source:s", names: readonly string[] = []): NodeRow => ({
  ...{ label: "Person", id, sourceId, properties: { name }, evidence: {}, at: AT },
  names: names.map((text) => ({ properties: { text, kind: "NAME" }, edge: {}, at: AT })),
});

describe("rows with the ids of merged nodes", () => {
  it("get new ids for both ends and for nodes in properties", () => {
    const edge = {
      type: "SIGNED",
      from: "person:b",
      to: "treaty:t",
      properties: { onBehalfOf: "state:y", place: "state:y" },
    };
    expect(redirectedEdge(edge, MERGED)).toEqual({
      ...edge,
      ...{ from: "person:a", properties: { onBehalfOf: "state:x", place: "state:y" } },
    });
  });

  it("are merged if they describe one node by one source", () => {
    const rows = [
      person("person:b", "B", "source:s", ["A", "B"]),
      person("person:a", "A", "source:s", ["A"]),
    ];
    expect(redirectedNodes(rows, MERGED)).toMatchObject([
      { id: "person:a", properties: {}, names: [{ properties: { text: "B" } }], isFurther: true },
      { id: "person:a", properties: { name: "A" } },
    ]);
  });

  it("are kept if they describe nodes of another source", () => {
    const rows = [person("person:b", "B", "source:t"), person("person:a", "A")];
    expect(redirectedNodes(rows, MERGED)).toMatchObject([
      { id: "person:a", properties: { name: "B" } },
      { id: "person:a", properties: { name: "A" } },
    ]);
  });

  it("leave out what only a new node asserts", () => {
    const row = { ...person("person:b", "B"), properties: { name: "B", born: "1950" }, ifNew: ["born"] };
    expect(redirectedNodes([row], MERGED)).toMatchObject([{ properties: { name: "B" } }]);
    expect(redirectedNodes([row], MERGED)[0]?.properties).not.toHaveProperty("born");
  });

  it("are the same if no nodes were merged", () => {
    const rows = {
      nodes: [person("person:b", "B")],
      edges: [],
      references: [{ id: "person:b", at: AT, role: "from" }],
    };
    expect(redirectedRows(rows, Redirects.of([]))).toEqual(rows);
    expect(redirectedRows(rows, MERGED).references).toEqual([{ id: "person:a", at: AT, role: "from" }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTexts } from "../../../src/bundle/load.js";
import type { Database } from "../../../src/db/database.js";
import { emptyDatabase } from "../../support/database.js";

let database: Database;

const text = (edges: string) => `bundle: 1
source: source:a
sources:
  - { id: source:a, name: A, kind: BOOK }
nodes:
  - { type: Organization, id: org:a, name: A, kind: IGO }
  - { type: Organization, id: org:b, name: B, kind: IGO }
  - { type: Organization, id: org:c, name: C, kind: IGO }
edges:
${edges}
`;
const part = (from: string, to: string) =>
  `  - { type: PART_OF, kind: BODY_OF, from: org:${from}, to: org:${to} }`;

beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database?.close());

describe("a circle of parts", () => {
  it("is reported once, with the nodes on the way", async () => {
    const chain = `${part("a", "b")}\n${part("b", "c")}`;
    const { warnings } = await loadTexts(database, [{ file: "chain.yaml", text: text(chain) }], false);
    expect(warnings).toEqual([]);
    const closed = await loadTexts(database, [{ file: "circle.yaml", text: text(part("c", "a")) }], true);
    expect(closed.warnings.map(({ at, message }) => `${at} ${message}`)).toEqual([
      "circle.yaml:10:5 org:c is a part of itself, by way of org:a, org:b. One of these edges is wrong.",
    ]);
  });
});

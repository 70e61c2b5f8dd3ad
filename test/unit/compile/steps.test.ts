import { describe, expect, it } from "vitest";
import { compiledField } from "./support/compiled.js";

const THEN = 'asKnownAt: "2001-01-01T00:00:00Z"';
/** A pattern of all types of edges. */
const ALL_TYPES = /\[\w+:ADOPTED\|BELONGS_TO\|CONCERNS\|[^\]]*\|VOTED\]/g;
/** The choice of a source among the claims of one fact. */
const CHOICE = /WITH other\d+ WHERE other\d+\.sourceId = \w+\.sourceId/g;

/** Neo4j plans each subquery by itself, and nothing can interrupt it: one choice for each edge type takes minutes. */
describe("a pattern of all types of edges", () => {
  it.each([
    `{ path(from: "state:a", to: "state:b", ${THEN}) { length } }`,
    `{ neighbourhood(ids: ["state:a"], ${THEN}) { nodes { distance } } }`,
    `{ timeline(about: ["treaty:t"], ${THEN}) { totalCount } }`,
  ])("chooses among sources once for all types: %s", async (query) => {
    const { text } = await compiledField(query);
    const patterns = text.match(ALL_TYPES)?.length ?? 0;
    const choices = text.match(CHOICE)?.length ?? 0;
    expect(patterns).toBeGreaterThan(0);
    // A timeline also has patterns of one type: reports, subjects and responses.
    expect(choices / patterns).toBeLessThanOrEqual(1 + (query.includes("timeline") ? 3 : 0));
  });
});

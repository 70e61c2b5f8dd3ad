import { describe, expect, it } from "vitest";
import { OperationCompiler } from "../../../src/answer/operation.js";
import { factsOf, type State } from "../../../src/answer/state.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { TemporalValue } from "../../../src/statement/parameters.js";
import { infoOf } from "./support/compiled.js";

const STATE: State = { importing: undefined, revision: "1", merged: "", disputed: ["PARTY_TO"] };
const compiler = new OperationCompiler(apiSchema(), DEFAULT_LIMITS);

async function textFor(state: State, document: string): Promise<string> {
  const { fields } = compiler.compile(await infoOf(document), factsOf(state));
  const [field] = fields.values();
  if (field?.kind !== "compiled") throw field?.error;
  return field.field.text;
}

const VOTES = `{ state(id: "state:fra") { votes { totalCount } } }`;
const PARTIES = `{ treaty(id: "treaty:inf") { parties { totalCount } } }`;

describe("a statement under the known facts of the record", () => {
  it("does not check primary if all edges of the type are primary", async () => {
    expect(await textFor(STATE, VOTES)).toContain("total: COUNT { MATCH (x0)-[r0:VOTED]->(n0) }");
  });

  it("checks primary if some edges of the type are not primary", async () => {
    expect(await textFor(STATE, PARTIES)).toContain(
      "COUNT { MATCH (x0)<-[r0:PARTY_TO]-(n0) WHERE r0.primary }",
    );
  });

  it("checks primary if one of several types is disputed", async () => {
    const document = `{ path(from: "state:fra", to: "state:usa", via: [{ type: VOTED }, { type: PARTY_TO }]) { length } }`;
    expect(await textFor(STATE, document)).toMatch(/r\d+\.primary/);
    expect(await textFor({ ...STATE, disputed: [] }, document)).not.toContain("primary");
  });

  it("checks primary if the facts are unknown", async () => {
    expect(await textFor({ ...STATE, disputed: undefined }, VOTES)).toContain("r0.primary");
  });

  it("checks that edges are published during an import", async () => {
    const importing = new TemporalValue("datetime", "2026-01-01T00:00:00Z");
    const text = await textFor({ ...STATE, importing }, VOTES);
    expect(text).toMatch(/r0\.primary AND r0\.recordedAt < /);
    expect(text).toContain("x0.mergedAt IS NULL");
  });

  it("checks what was known at an instant, whatever the current facts", async () => {
    const document = `{ state(id: "state:fra", asKnownAt: "2026-01-01T00:00:00Z") { votes { totalCount } } }`;
    const text = await textFor({ ...STATE, disputed: [] }, document);
    expect(text).toContain("r0.retractedAt");
    expect(text).toContain("r0.chosenFrom");
  });

  it("checks the sources of an edge, but not which one is best", async () => {
    const text = await textFor(STATE, VOTES.replace("votes", `votes(sources: ["source:a"])`));
    expect(text).toMatch(/WHERE r0\.sourceId IN \$sources\d+ \}/);
  });

  it("checks whether a node was merged if any was", async () => {
    const document = "{ states { totalCount } }";
    expect(await textFor(STATE, document)).toContain("COUNT { MATCH (x0:State) }");
    expect(await textFor({ ...STATE, merged: "2026-01-01T00:00:00Z" }, document)).toContain(
      "COUNT { MATCH (x0:State) WHERE x0.mergedAt IS NULL }",
    );
  });

  it("rejects an argument without effect, whatever the facts", async () => {
    const document = `{ states(sources: ["source:a"]) { totalCount } }`;
    for (const disputed of [[], ["VOTED"], undefined])
      await expect(textFor({ ...STATE, disputed }, document)).resolves.toContain("sourceId IN");
    const without = `{ state(id: "state:fra", asOf: "2000-01-01") { id } }`;
    for (const disputed of [[], ["VOTED"], undefined])
      await expect(textFor({ ...STATE, disputed }, without)).rejects.toThrow("asOf has no effect");
  });
});

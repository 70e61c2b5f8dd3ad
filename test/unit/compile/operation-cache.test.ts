import { describe, expect, it } from "vitest";
import { OperationCompiler } from "../../../src/answer/operation.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";
import { compiled, type Values } from "./support/compiled.js";

const QUERY = `
  query ($id: ID!, $day: Date, $certainty: Certainty, $more: Boolean!, $parts: Boolean) {
    organization(id: $id, asOf: $day, certainty: $certainty) {
      id
      name @include(if: $more)
      adopted(includeParts: $parts) { totalCount }
    }
  }`;
const VALUES = { id: "org:csto", day: "1990-01-01", certainty: "POSSIBLE", more: true, parts: false };

describe("OperationCompiler", () => {
  const compiler = new OperationCompiler(apiSchema(), DEFAULT_LIMITS);
  const compile = (values: Values, query = QUERY) => compiled(query, values, compiler);

  it("gives the same object for the same shape, whatever the values", async () => {
    const first = await compile(VALUES);
    expect(await compile({ ...VALUES, id: "org:nato", day: "2020-12-31" })).toBe(first);
  });

  it.each([
    ["a value that is absent", { id: "org:csto", certainty: "POSSIBLE", more: true, parts: false }],
    ["a value that is null", { ...VALUES, day: null }],
    ["another truth value in a directive", { ...VALUES, more: false }],
    ["another truth value of an argument", { ...VALUES, parts: true }],
    ["another value of an enum", { ...VALUES, certainty: "CERTAIN" }],
  ])("plans anew for %s", async (_what, values) => {
    const first = await compile(VALUES);
    const other = await compile(values);
    expect(other).not.toBe(first);
    expect(await compile(values)).toBe(other);
  });

  it("keeps only as many as it is told, the latest used ones", async () => {
    const small = new OperationCompiler(apiSchema(), DEFAULT_LIMITS, 1);
    const [one, other] = [`{ states { totalCount } }`, `{ topics { totalCount } }`];
    const first = await compiled(one, {}, small);
    expect(await compiled(one, {}, small)).toBe(first);
    await compiled(other, {}, small);
    expect(await compiled(one, {}, small)).not.toBe(first);
  });

  it("leaves an error of one root field with that field", async () => {
    const deep = (levels: number): string =>
      levels === 0 ? "id" : `id ... on Organization { members { nodes { ${deep(levels - 1)} } } }`;
    const { fields } = await compiled(`{ good: topics { totalCount } bad: node(id: "x") { ${deep(20)} } }`);
    expect([...fields.values()].map(({ kind }) => kind)).toEqual(["compiled", "rejected"]);
  });
});

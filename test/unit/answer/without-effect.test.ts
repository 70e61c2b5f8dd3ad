import { type GraphQLField, type GraphQLObjectType, isObjectType } from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { model, singularOf } from "../../../src/model/registry.js";
import { compiledField } from "../compile/support/compiled.js";

const VALUES: Readonly<Record<string, string>> = {
  asOf: '"2000-01-01"',
  during: '"1990/1999"',
  certainty: "CERTAIN",
  sources: '["source:a"]',
  asKnownAt: '"2026-01-01T00:00:00Z"',
};

const typeNamed = (name: string): GraphQLObjectType => {
  const type = apiSchema().getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not an object type.`);
  return type;
};

/** The relations of each node type, as fields of the API. */
const relations = [...model.nodes.values()].flatMap(({ label, edgeFields }) =>
  edgeFields.map(({ name, edge }) => ({ label, name, edge })),
);

const takes = (field: GraphQLField<unknown, unknown> | undefined, argument: string) =>
  field?.args.some(({ name }) => name === argument) === true;

/** The statement of a query without the numbers of its names, or the reason why it is rejected. */
async function textOf(query: string): Promise<string> {
  try {
    return (await compiledField(query)).text.replace(/\d+/g, "");
  } catch (error) {
    if (error instanceof Error && /has no effect/.test(error.message)) return "rejected";
    throw error;
  }
}

describe("an argument of the scope", () => {
  const cases = relations.flatMap(({ label, name, edge }) =>
    Object.keys(VALUES)
      .filter((argument) => takes(typeNamed(label).getFields()[name], argument))
      .map((argument) => ({ label, name, argument, edge })),
  );

  it("has an effect or is rejected on every relation of every node type", async () => {
    expect(cases.length).toBeGreaterThan(300);
    const without: string[] = [];
    const rejected = new Set<string>();
    for (const { label, name, argument } of cases) {
      const root = `${singularOf(label)}(id: "${model.nodes.get(label)?.prefix}:x")`;
      // A time makes certainty meaningful.
      const time = argument === "certainty" ? 'asOf: "2000-01-01", ' : "";
      const list = (given: string) => `{ ${root} { ${name}${given && `(${given})`} { totalCount } } }`;
      const [plain, scoped] = [
        await textOf(list(time)),
        await textOf(list(`${time}${argument}: ${VALUES[argument]}`)),
      ];
      if (scoped === "rejected") rejected.add(`${name} ${argument}`);
      else if (scoped === plain) without.push(`${label}.${name}(${argument})`);
    }
    expect(without).toEqual([]);
    // Reports have no validity, and names are read from all sources.
    for (const each of rejected) expect(each).toMatch(/^(reports|reportedBy|names|nameOf) /);
    expect([...rejected]).toEqual(
      expect.arrayContaining(["reportedBy asOf", "reportedBy during", "names sources"]),
    );
  });

  it.each([...model.nodes.values()].map(({ plural }) => plural))(
    "has an effect or is rejected on the list %s",
    async (plural) => {
      for (const argument of Object.keys(VALUES)) {
        const time = argument === "certainty" ? 'asOf: "2000-01-01", ' : "";
        const list = (given: string) => `{ ${plural}${given && `(${given})`} { totalCount } }`;
        const scoped = await textOf(list(`${time}${argument}: ${VALUES[argument]}`));
        if (scoped !== "rejected") expect(scoped, argument).not.toBe(await textOf(list(time)));
      }
    },
  );

  it.each([
    ["asOf", '{ state(id: "state:kaz", asOf: "2000-01-01") { id region } }'],
    ["during", '{ topics(during: "2000") { totalCount } }'],
    ["certainty", "{ states(certainty: CERTAIN) { totalCount } }"],
    ["sources", '{ state(id: "state:kaz", sources: ["source:a"]) { name } }'],
    ["asOf", '{ states { nodes { reportedBy(asOf: "2000-01-01") { totalCount } } } }'],
  ])("is rejected with a message: %s in %s", async (argument, query) => {
    await expect(compiledField(query)).rejects.toThrow(`${argument} has no effect: `);
  });

  it.each([
    '{ state(id: "state:kaz", asOf: "2000-01-01") { name(lang: "ru") } }',
    '{ state(id: "state:kaz", sources: ["source:a"]) { region } }',
    '{ states(certainty: CERTAIN, where: { existsFrom: { lt: "1990" } }) { totalCount } }',
    '{ states { aggregate(over: "memberOf") { series(during: "1990/1999", by: YEAR) { count } } } }',
    '{ states(asOf: "2000-01-01") { nodes { memberOf(asOf: null) { totalCount } } } }',
  ])("is accepted if it changes the answer: %s", async (query) => {
    expect((await compiledField(query)).text).toContain("RETURN");
  });
});

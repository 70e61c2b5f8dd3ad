import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { PactError } from "../../../src/errors.js";
import { exportOperation } from "../../../src/export/operation.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";

const operation = (query: string) => exportOperation(apiSchema(), query, {}, DEFAULT_LIMITS);

describe("what of a query is exported", () => {
  it.each([
    ["a list", "{ treaties { nodes { id name } } }", ["treaties"], ["id", "name"]],
    [
      "a list under another name",
      "{ all: states { edges { node { id iso3 } } } }",
      ["all"],
      ["node.id", "node.iso3"],
    ],
    [
      "a connection of a node",
      '{ treaty(id: "treaty:t") { parties(asOf: "2000-01-01") { edges { validFrom source { name } node { id } } } } }',
      ["treaty", "parties"],
      ["validFrom", "source.name", "node.id"],
    ],
    [
      "fragments",
      "query ($k: TreatyKind) { treaties(where: { kind: { eq: $k } }) { nodes { ...T ... on Treaty { kind } } } } fragment T on Treaty { id }",
      ["treaties"],
      ["id", "kind"],
    ],
    [
      "a network",
      "{ network(projection: SHARED_TREATIES) { links { from to weight } } }",
      ["network"],
      ["from", "to", "weight"],
    ],
  ])("%s, and what is sent for it fits the schema", (_what, query, path, columns) => {
    const made = operation(query);
    expect(made.path).toEqual(path);
    expect(made.columns).toEqual(columns);
    expect(validate(apiSchema(), parse(made.text)).map(({ message }) => message)).toEqual([]);
  });

  it('takes the whole list, whatever "first" says', () => {
    const { text } = operation("{ treaties(first: 3) { nodes { id } } }");
    expect(text).toContain("first: $exportFirst");
    expect(text).not.toContain("first: 3");
  });

  it.each([
    ["two root fields", "{ a: treaties { nodes { id } } b: states { nodes { id } } }", /one root field/],
    ["one node", '{ state(id: "state:kaz") { id } }', /Only lists/],
    [
      "two lists of a node",
      '{ state(id: "s:1") { signed { nodes { __typename } } votes { nodes { __typename } } } }',
      /Only lists/,
    ],
    ["a page of a list", '{ treaties(after: "x") { nodes { id } } }', /omit after/],
    ["the end of a list", "{ treaties(last: 5) { nodes { id } } }", /omit last/],
    ["a list without rows", "{ treaties { totalCount } }", /edges .* nodes/],
    ["a mutation", 'mutation { retract(source: "s", reason: "r") { retracted } }', /one query/],
    ["what is no GraphQL", "{ treaties", /Syntax Error/],
    ["a field that is not there", "{ treaties { nodes { colour } } }", /colour/],
  ])("refuses %s, and says what would be right", (_what, query, message) => {
    expect(() => operation(query)).toThrow(PactError);
    expect(() => operation(query)).toThrow(message);
  });
});

import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { PactError } from "../../../src/errors.js";
import { exportOperation } from "../../../src/export/operation.js";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { DEFAULT_LIMITS } from "../../../src/limits.js";

const operation = (query: string) => exportOperation(apiSchema(), query, {}, DEFAULT_LIMITS);

describe("the exported part of a query", () => {
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
  ])("is %s, and the rewritten query matches the schema", (_what, query, path, columns) => {
    const made = operation(query);
    expect(made.path).toEqual(path);
    expect(made.columns.map(({ name }) => name)).toEqual(columns);
    expect(validate(apiSchema(), parse(made.text)).map(({ message }) => message)).toEqual([]);
  });

  it("has as many rows as first requests, or all", () => {
    const { text, most } = operation("{ treaties(first: 3) { nodes { id } } }");
    expect(text).toContain("first: $exportFirst");
    expect(text).not.toContain("first: 3");
    expect(most).toBe(3);
    expect(operation("{ treaties { nodes { id } } }").most).toBeUndefined();
  });

  it.each([
    [
      "nodes of an interface",
      '{ treaty(id: "t:1") { parties { nodes { id name } } } }',
      { id: "text", name: "text" },
    ],
    [
      "values of all kinds",
      `{ treaty(id: "t:1") { parties { edges { confidence primary recordedAt validFromMin validFrom
        node { id names(first: 1) { totalCount } } } } } }`,
      {
        ...{ confidence: "integer", primary: "flag", recordedAt: "instant", validFromMin: "date" },
        ...{ validFrom: "text", "node.id": "text", "node.names.totalCount": "integer" },
      },
    ],
    [
      "one key for values of two kinds",
      "{ nodes(ids: []) { ... on State { x: existsFromMin } ... on Document { y: symbol } } }",
      { x: "date", y: "text" },
    ],
    [
      "groups",
      '{ states { aggregate { groups(by: [{ path: "region" }]) { keys count } } } }',
      { keys: "text", count: "integer" },
    ],
    [
      "a series",
      `{ organization(id: "o:1") { members { aggregate { series(by: YEAR, during: "1990/2000") { period count } } } } }`,
      { period: "text", count: "integer" },
    ],
    [
      "changes",
      `{ changes(since: "2020-01-01T00:00:00Z") { edges { at kind node { id } } } }`,
      { at: "instant", kind: "text", "node.id": "text" },
    ],
    [
      "a list inside a row",
      "{ treaties { nodes { id names { nodes { text } } } } }",
      { id: "text", "names.nodes": "nested" },
    ],
    ["paths", '{ path(from: "a:1", to: "b:1") { paths { length } } }', { length: "integer" }],
  ])("has typed columns for %s", (_what, query, kinds) => {
    const { columns, text } = operation(query);
    expect(Object.fromEntries(columns.map(({ name, kind }) => [name, kind]))).toEqual(kinds);
    expect(validate(apiSchema(), parse(text)).map(({ message }) => message)).toEqual([]);
  });

  it("includes values beside the list under their paths", () => {
    const { around, columns } = operation(
      '{ treaty(id: "t:1") { id title: name parties { totalCount edges { from: validFrom } } } }',
    );
    expect(around.map(({ column }) => [column.name, column.kind])).toEqual([
      ["treaty.id", "text"],
      ["treaty.title", "text"],
      ["treaty.parties.totalCount", "integer"],
    ]);
    expect(columns.map(({ name }) => name)).toEqual(["from"]);
  });

  it.each([
    ["two root fields", "{ a: treaties { nodes { id } } b: states { nodes { id } } }", /one root field/],
    ["one node", '{ state(id: "state:kaz") { id } }', /Only lists/],
    [
      "a list behind a fragment",
      '{ state(id: "s:1") { ... on State { signed { nodes { id } } } } }',
      /fragments/,
    ],
    [
      "two lists of a node",
      '{ state(id: "s:1") { signed { nodes { __typename } } votes { nodes { __typename } } } }',
      /state.signed and state.votes/,
    ],
    ["a page of a list", '{ treaties(after: "x") { nodes { id } } }', /omit after/],
    ["the end of a list", "{ treaties(last: 5) { nodes { id } } }", /omit last/],
    ["a list without rows", "{ treaties { totalCount } }", /edges .* nodes/],
    ["a mutation", 'mutation { retract(source: "s", reason: "r") { retracted } }', /one query/],
    ["what is no GraphQL", "{ treaties", /Syntax Error/],
    ["a field that is not there", "{ treaties { nodes { colour } } }", /colour/],
  ])("is rejected with a remedy for %s", (_what, query, message) => {
    expect(() => operation(query)).toThrow(PactError);
    expect(() => operation(query)).toThrow(message);
  });
});

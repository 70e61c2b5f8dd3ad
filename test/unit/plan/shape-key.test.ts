import { buildSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { shapeKey } from "../../../src/plan/shape.js";

const schema = buildSchema(`
  enum Colour { RED GREEN }
  input Inner { on: Boolean text: String colour: Colour }
  type Query { f(n: Int, colour: Colour, colours: [Colour!], flags: [Boolean!], inner: Inner, inners: [Inner!]): Int }
`);

function key(type: string, value: unknown, text = "{ f }"): string {
  const [operation] = parse(`query Q($v: ${type}) { f }`).definitions;
  if (operation?.kind !== "OperationDefinition") throw new Error("no operation");
  return shapeKey(schema, operation, text, value === undefined ? {} : { v: value });
}

describe("shapeKey", () => {
  it.each([
    ["Int", 1, 2],
    ["String", "a", "`})//"],
    ["[ID!]", ["a"], ["b", "c"]],
    ["Inner", { text: "a" }, { text: "b" }],
    ["[Inner!]", [{ text: "a" }], [{ text: "b" }]],
  ])("is the same for all values of %s", (type, one, other) => {
    expect(key(type, one)).toBe(key(type, other));
  });

  it.each([
    ["Int", 1, null],
    ["Int", 1, undefined],
    ["Int", null, undefined],
    ["Boolean", true, false],
    ["Colour", "RED", "GREEN"],
    ["[Colour!]", ["RED"], ["GREEN"]],
    ["[Colour!]", ["RED"], ["RED", "GREEN"]],
    ["[Boolean!]", [true], [false]],
    ["Inner", { on: true }, { on: false }],
    ["Inner", { colour: "RED" }, { colour: "GREEN" }],
    ["Inner", { text: "a" }, { text: null }],
    ["Inner", { text: "a" }, {}],
    ["[Inner!]", [{ on: true }], [{ on: false }]],
    ["[Inner!]", [{ text: "a" }], [{ text: "a" }, { text: "b" }]],
  ])("differs for %s between %j and %j", (type, one, other) => {
    expect(key(type, one)).not.toBe(key(type, other));
  });

  it("differs for another document or another of its operations", () => {
    expect(key("Int", 1, "{ f }")).not.toBe(key("Int", 1, "{ f f }"));
    const keys = parse("query A { f } query B { f }").definitions.map((operation) =>
      operation.kind === "OperationDefinition" ? shapeKey(schema, operation, "same", {}) : "",
    );
    expect(new Set(keys).size).toBe(2);
  });
});

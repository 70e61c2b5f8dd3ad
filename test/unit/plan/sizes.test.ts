import { GraphQLError, getOperationAST, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { checkSizes } from "../../../src/plan/sizes.js";

const QUERY = "query ($v: Any) { field(of: $v) }";
const MUTATION = "mutation ($v: Any) { field(of: $v) }";

const MAX_TEXT = 4_000;
const MAX_ITEMS = 10_000;
const MAX_OBJECTS = 300;
const MAX_NESTING = 300;

function check(text: string, variables: Readonly<Record<string, unknown>> = {}): void {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error("One operation is expected.");
  checkSizes(document, operation, variables);
}

/** The error a check throws; fails when it throws none, or another one. */
function refusal(run: () => void): GraphQLError {
  try {
    run();
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

const times = <T>(length: number, value: T): T[] => Array.from({ length }, () => value);
const literal = (value: string) => `{ field(of: ${value}) }`;
const listLiteral = (length: number, item: string) => literal(`[${times(length, item).join(" ")}]`);
const nestedLists = (levels: number, inmost: unknown) => {
  let value = inmost;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
};
const nestedObjects = (levels: number, inmost: unknown) => {
  let value = inmost;
  for (let level = 0; level < levels; level += 1) value = { and: value };
  return value;
};
const nestedListLiteral = (levels: number) => literal(`${"[".repeat(levels)}1${"]".repeat(levels)}`);
const nestedObjectLiteral = (levels: number) => literal(`${"{and: ".repeat(levels)}1${"}".repeat(levels)}`);

describe("the error for a value that is too large", () => {
  it("is BAD_INPUT with status 400, the place, the size and the maximum", () => {
    const { message, extensions } = refusal(() => check(QUERY, { v: { ids: times(500_000, "state:kaz") } }));
    expect(message).toBe("$v.ids has 500000 items; the maximum is 10000.");
    expect(extensions).toEqual({ code: "BAD_INPUT", http: { status: 400 } });
  });

  it("does not depend on the length of a list", () => {
    let read = 0;
    const list = new Proxy(times(500_000, "x"), {
      get(target, key, receiver) {
        if (key !== "length") read += 1;
        return Reflect.get(target, key, receiver);
      },
    });
    refusal(() => check(QUERY, { v: list }));
    // The first one tells whether they are objects.
    expect(read).toBeLessThanOrEqual(2);
  });

  it("contains the path inside lists and objects", () => {
    const value = { or: [{ name: "ok" }, { name: "x".repeat(MAX_TEXT + 1) }] };
    expect(refusal(() => check(QUERY, { v: value })).message).toBe(
      "$v.or[1].name has 4001 characters; the maximum is 4000.",
    );
  });
});

describe("a list of values", () => {
  it("may have as many items as the maximum", () => {
    expect(() => check(QUERY, { v: times(MAX_ITEMS, "x") })).not.toThrow();
    expect(() => check(listLiteral(MAX_ITEMS, "1"))).not.toThrow();
  });

  it("is rejected with one more item, in a variable or in the document", () => {
    expect(refusal(() => check(QUERY, { v: times(MAX_ITEMS + 1, 7) })).message).toBe(
      "$v has 10001 items; the maximum is 10000.",
    );
    expect(refusal(() => check(listLiteral(MAX_ITEMS + 1, "1"))).message).toBe(
      "A list in the document has 10001 items; the maximum is 10000.",
    );
  });

  it("has the same maximum in a mutation", () => {
    expect(refusal(() => check(MUTATION, { v: times(MAX_ITEMS + 1, "x") })).extensions.code).toBe(
      "BAD_INPUT",
    );
  });
});

describe("a list of input objects", () => {
  it("may have as many items as the maximum", () => {
    expect(() => check(QUERY, { v: times(MAX_OBJECTS, { eq: 1 }) })).not.toThrow();
    expect(() => check(listLiteral(MAX_OBJECTS, "{eq: 1}"))).not.toThrow();
  });

  it("is rejected with one more item, in a variable or in the document", () => {
    expect(refusal(() => check(QUERY, { v: { or: times(MAX_OBJECTS + 1, { eq: 1 }) } })).message).toBe(
      "$v.or has 301 items; the maximum is 300.",
    );
    expect(refusal(() => check(listLiteral(MAX_OBJECTS + 1, "{eq: 1}"))).message).toBe(
      "A list in the document has 301 items; the maximum is 300.",
    );
  });

  it("has the same maximum as a list of lists", () => {
    expect(() => check(QUERY, { v: times(MAX_OBJECTS, ["x"]) })).not.toThrow();
    expect(() => check(listLiteral(MAX_OBJECTS, "[1]"))).not.toThrow();
    const message = expect.stringContaining("has 301 items; the maximum is 300.");
    expect(refusal(() => check(QUERY, { v: times(MAX_OBJECTS + 1, ["x"]) })).message).toEqual(message);
    expect(refusal(() => check(listLiteral(MAX_OBJECTS + 1, "[1]"))).message).toEqual(message);
  });

  it("is distinguished from a list of values by any object in it", () => {
    const items = [...times(MAX_OBJECTS, "1"), "{eq: 1}"].join(" ");
    expect(refusal(() => check(literal(`[${items}]`))).message).toContain("the maximum is 300");
  });
});

describe("a text", () => {
  it("may be as long as the maximum", () => {
    expect(() => check(QUERY, { v: "x".repeat(MAX_TEXT) })).not.toThrow();
    expect(() => check(literal(`"${"x".repeat(MAX_TEXT)}"`))).not.toThrow();
  });

  it("is rejected with one more character at any place", () => {
    const long = "x".repeat(MAX_TEXT + 1);
    expect(refusal(() => check(QUERY, { v: long })).message).toBe(
      "$v has 4001 characters; the maximum is 4000.",
    );
    expect(refusal(() => check(QUERY, { v: ["short", long] })).message).toBe(
      "$v[1] has 4001 characters; the maximum is 4000.",
    );
    expect(refusal(() => check(literal(`{name: {eq: "${long}"}}`))).message).toBe(
      "A text in the document has 4001 characters; the maximum is 4000.",
    );
  });

  it("may be longer as a bundle", () => {
    const bundle = "x".repeat(500_000);
    expect(() => check(MUTATION, { v: bundle })).not.toThrow();
    expect(() => check(`mutation { field(of: "${bundle}") }`)).not.toThrow();
  });
});

describe("nesting", () => {
  it("may be as deep as the maximum", () => {
    expect(() => check(QUERY, { v: nestedLists(MAX_NESTING, "x") })).not.toThrow();
    expect(() => check(QUERY, { v: nestedObjects(MAX_NESTING, 1) })).not.toThrow();
    expect(() => check(nestedListLiteral(MAX_NESTING))).not.toThrow();
    expect(() => check(nestedObjectLiteral(MAX_NESTING))).not.toThrow();
  });

  it("is rejected one level deeper, in a variable or in the document", () => {
    const ofVariable = "$v is nested more than 300 levels deep.";
    expect(refusal(() => check(QUERY, { v: nestedLists(MAX_NESTING + 1, "x") })).message).toBe(ofVariable);
    expect(refusal(() => check(QUERY, { v: nestedObjects(MAX_NESTING + 1, 1) })).message).toBe(ofVariable);
    const ofDocument = "A value in the document is nested more than 300 levels deep.";
    expect(refusal(() => check(nestedListLiteral(MAX_NESTING + 1))).message).toBe(ofDocument);
    expect(refusal(() => check(nestedObjectLiteral(MAX_NESTING + 1))).message).toBe(ofDocument);
  });

  it("is rejected without a stack overflow, however deep it is", () => {
    expect(refusal(() => check(QUERY, { v: nestedLists(200_000, "x") })).extensions.code).toBe("BAD_INPUT");
  });

  it("has the same maximum in a mutation", () => {
    expect(refusal(() => check(MUTATION, { v: nestedObjects(MAX_NESTING + 1, 1) })).extensions.code).toBe(
      "BAD_INPUT",
    );
  });

  it("does not count sibling values", () => {
    const many = Array.from({ length: MAX_NESTING + 1 }, (_, index) => `f${index}`);
    expect(() => check(literal(`{${many.map((name) => `${name}: {eq: [1]}`).join(" ")}}`))).not.toThrow();
    expect(() =>
      check(QUERY, { v: Object.fromEntries(many.map((name) => [name, { eq: [1] }])) }),
    ).not.toThrow();
  });
});

describe("a value without a size", () => {
  it.each([null, undefined, true, 7, 1e300])("is accepted: %s", (value) => {
    expect(() => check(QUERY, { v: value })).not.toThrow();
    expect(() => check(QUERY, { v: [value] })).not.toThrow();
  });
});

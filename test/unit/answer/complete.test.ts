import { buildSchema, type FragmentDefinitionNode, graphqlSync, Kind, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { Completer, NotPlain } from "../../../src/answer/complete.js";
import { Slots } from "../../../src/plan/slots.js";

const schema = buildSchema(`
  interface Thing { id: ID! name(lang: String): String! }
  enum Kind { OLD NEW }
  scalar Codes
  type State implements Thing { id: ID! name(lang: String): String! kind: Kind number: Int share: Float flag: Boolean
    codes: Codes members: [Thing!]! best: Thing tags: [String] }
  type Group implements Thing { id: ID! name(lang: String): String! size: Int! }
  type Query { state: State things: [Thing] missing: State }
`);

const STATE = {
  ...{
    __typename: "State",
    id: "state:a",
    name: "A",
    name_0: "А",
    kind: "OLD",
    number: 3,
    share: 0.5,
    flag: false,
  },
  ...{ codes: { cow: "1" }, tags: ["x", null, "y"], best: null },
  members: [{ __typename: "Group", id: "g", name: "G", name_0: "Г", size: 2 }],
};
const ROOT = { state: STATE, things: [STATE, ...STATE.members, null], missing: null };

/** The answer of the completer, and that of graphql-js over the same rows. */
function answers(query: string, root: Readonly<Record<string, unknown>> = ROOT) {
  const document = parse(query);
  const [operation] = document.definitions.filter((one) => one.kind === Kind.OPERATION_DEFINITION);
  const type = schema.getQueryType();
  if (!operation || !type) throw new Error("There is no operation.");
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const one of document.definitions)
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const slots = new Slots();
  const completer = new Completer(schema, fragments, slots);
  const plain = () => completer.object(type, [operation.selectionSet], (slot) => root[slot]);
  const usual = graphqlSync({
    ...{ schema, source: query, rootValue: root },
    fieldResolver: (row, _args, _context, { fieldNodes: [node] }) => (node ? row[slots.of(node)] : undefined),
  });
  return { plain, usual };
}

describe("an answer with plain values only", () => {
  it.each([
    "{ state { id name kind number share flag codes tags best { id } } }",
    `{ state { ru: name(lang: "ru") name again: name } }`,
    "{ things { id __typename ... on State { kind } ... on Group { size } ... on Thing { name } } }",
    "{ state { ...a members { ...b } } } fragment a on State { id tags } fragment b on Thing { id ...c } fragment c on Group { size }",
    "{ state { members { id } members { name } id id } missing { id } __typename }",
    "query Named { one: state { id } two: state { number } }",
  ])("is the same as that of graphql-js: %s", (query) => {
    const { plain, usual } = answers(query);
    expect(usual.errors).toBeUndefined();
    expect(JSON.stringify(plain())).toBe(JSON.stringify(usual.data));
  });
});

describe("a request that is not plain", () => {
  it.each([
    ["a directive", "{ state { id @include(if: true) } }", ROOT],
    ["a directive of a fragment", "{ ...f @skip(if: false) } fragment f on Query { state { id } }", ROOT],
    ["introspection", "{ __schema { queryType { name } } }", ROOT],
    ["null where there must be a value", "{ state { id } }", { state: { id: null } }],
    ["a list that is none", "{ things { id } }", { things: {} }],
    ["a number that is none", "{ state { number } }", { state: { number: "three" } }],
    ["an unknown code", "{ state { kind } }", { state: { kind: "LATER" } }],
    ["an unknown type", "{ things { id } }", { things: [{ __typename: "Planet", id: "p" }] }],
  ])("is left to graphql-js: %s", (_, query, root) => {
    expect(answers(query, root).plain).toThrow();
  });

  it("throws NotPlain", () => {
    expect(answers("{ state { id @include(if: true) } }").plain).toThrow(NotPlain);
  });
});

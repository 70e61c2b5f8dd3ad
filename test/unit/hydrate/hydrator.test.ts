import { describe, expect, it } from "vitest";
import { type CutList, Hydrator } from "../../../src/hydrate/hydrator.js";
import type { Row } from "../../../src/hydrate/row.js";
import { decodeCursor } from "../../../src/plan/cursor.js";
import { compiledField, type Values } from "../compile/support/compiled.js";

/** Hydrates what the database would return for an operation with one root field. */
async function hydrated(
  query: string,
  value: Row,
  variables: Values = {},
): Promise<{ value: Row; cut: readonly CutList[]; fingerprint: string }> {
  const { field, bound } = await compiledField(query, variables);
  const hydrator = new Hydrator(bound);
  field.hydrate([{ value }], hydrator);
  const cut = hydrator.cutLists;
  const [page] = bound.pages.values();
  return { value, cut, fingerprint: page?.fingerprint ?? "" };
}

const rows = (...ids: readonly string[]) => ids.map((id) => ({ c: [id], node: { id } }));
const PAGE = "nodes { id } edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }";

describe("a page", () => {
  it.each([
    // The database gives one row more than the page where the list goes on.
    { page: "first: 2", items: ["a", "b", "c"], ids: ["a", "b"], next: true, previous: false },
    { page: "first: 2", items: ["a", "b"], ids: ["a", "b"], next: false, previous: false },
    { page: "first: 2", items: [], ids: [], next: false, previous: false },
    { page: "first: 0", items: ["a"], ids: [], next: true, previous: false },
    // A page from the end comes backwards.
    { page: "last: 2", items: ["c", "b", "a"], ids: ["b", "c"], next: false, previous: true },
    { page: "last: 2", items: ["c", "b"], ids: ["b", "c"], next: false, previous: false },
  ])("$page of $items is $ids", async ({ page, items, ids, next, previous }) => {
    const { value, fingerprint } = await hydrated(`{ states(${page}) { ${PAGE} } }`, {
      items: rows(...items),
    });
    expect(value.nodes).toEqual(ids.map((id) => ({ id })));
    const cursors = (Array.isArray(value.edges) ? value.edges : []).map((edge: Row) => edge.cursor);
    expect(cursors.map((cursor: unknown) => decodeCursor(String(cursor), fingerprint, ["text"]))).toEqual(
      ids.map((id) => [id]),
    );
    expect(value.pageInfo).toEqual({
      hasNextPage: next,
      hasPreviousPage: previous,
      startCursor: cursors[0] ?? null,
      endCursor: cursors.at(-1) ?? null,
    });
  });

  it.each([
    { page: "first: 1", more: false, before: true, behind: false, next: false, previous: true },
    { page: "first: 1", more: true, before: false, behind: false, next: true, previous: false },
    { page: "first: 1", more: false, before: false, behind: true, next: true, previous: false },
    { page: "last: 1", more: false, before: true, behind: false, next: false, previous: true },
    { page: "last: 1", more: true, before: false, behind: true, next: true, previous: true },
    { page: "last: 1", more: false, before: false, behind: false, next: false, previous: false },
  ])("$page between cursors: more $more, before $before, behind $behind", async (given) => {
    const { page, more, before, behind, next, previous } = given;
    const items = more ? rows("a", "b") : rows("a");
    const { value } = await hydrated(`{ states(${page}) { ${PAGE} } }`, { items, before, behind });
    expect(value.pageInfo).toMatchObject({ hasNextPage: next, hasPreviousPage: previous });
  });

  it("has only a count if only that was requested", async () => {
    const { value, cut } = await hydrated(`{ states { totalCount } }`, { total: 7 });
    expect(value.totalCount).toBe(7);
    expect(value).not.toHaveProperty("edges");
    expect(cut).toEqual([]);
  });
});

describe("truncated lists", () => {
  const items = () => rows("a", "b", "c");

  it("are reported if nothing else shows that there are more items", async () => {
    const { cut } = await hydrated(`{ all: states(first: 2) { nodes { id } } }`, { items: items() });
    expect(cut).toEqual([{ path: ["all"], size: 2 }]);
  });

  it.each(["pageInfo { hasNextPage }", "totalCount"])("are not named when %s tells it", async (also) => {
    const query = `{ states(first: 2) { nodes { id } ${also} } }`;
    const { cut } = await hydrated(query, { items: items(), total: 3 });
    expect(cut).toEqual([]);
  });

  it("are not reported if they are complete", async () => {
    const { cut } = await hydrated(`{ states(first: 3) { nodes { id } } }`, { items: items() });
    expect(cut).toEqual([]);
  });

  it("are reported once, however many nodes have such a list", async () => {
    const inner = () => ({ items: rows("x", "y") });
    const node = (id: string) => ({ c: [id], node: { id, partyTo_0: inner() } });
    const { cut } = await hydrated(
      `{ states { nodes { id partyTo(first: 1) { nodes { id } } } pageInfo { hasNextPage } } }`,
      {
        items: [node("a"), node("b")],
      },
    );
    expect(cut).toEqual([{ path: ["states", "partyTo"], size: 1 }]);
  });
});

describe("nested values", () => {
  it("are null for a null node", async () => {
    const { field, bound } = await compiledField(`{ state(id: "s") { partyTo { nodes { id } } } }`);
    expect(field.hydrate([{ value: null }], new Hydrator(bound))).toBeNull();
  });

  it("are shaped in lists of sources, nodes and assertions", async () => {
    const list = () => ({ items: [{ c: ["n", "r"], node: { id: "n" } }] });
    const value = {
      partyTo: {
        items: [
          {
            c: ["t", "r"],
            source: { names: list() },
            via: { __typename: "State", names: list() },
            node: { names: list() },
            assertions: [{ source: { names: list() } }],
          },
        ],
      },
    };
    const names = "names { nodes { id } }";
    await hydrated(
      `{ state(id: "s") { partyTo { edges {
        cursor source { ${names} } via { ... on State { ${names} } } node { ${names} } assertions { source { ${names} } }
      } } } }`,
      value,
    );
    const [edge] = value.partyTo.items;
    const nodes = expect.objectContaining({ nodes: [{ id: "n" }] });
    expect(edge).toMatchObject({
      source: { names: nodes },
      via: { names: nodes },
      node: { names: nodes },
      assertions: [{ source: { names: nodes } }],
    });
  });

  it("are shaped once if two aliases share a slot", async () => {
    const { value } = await hydrated(
      `{ state(id: "s") { a: partyTo(first: 2) { nodes { id } } b: partyTo(first: 2) { totalCount } } }`,
      { partyTo_1: { items: rows("t"), total: 1 } },
    );
    expect(value.partyTo_1).toMatchObject({ nodes: [{ id: "t" }], totalCount: 1 });
  });

  it("are shaped by the fields of their own type", async () => {
    const query = `{ node(id: "n") {
      ... on Organization { id memberOf { nodes { id } } }
      ... on State { iso3 memberOf { totalCount } }
    } }`;
    const { value } = await hydrated(query, { __typename: "State", iso3: "KAZ", memberOf: { total: 4 } });
    expect(value.memberOf).toMatchObject({ totalCount: 4 });
  });

  it("are shaped in lists below such a field", async () => {
    const query = `{ node(id: "n") {
      ... on Organization { id memberOf { nodes { id } } }
      ... on State { iso3 memberOf { nodes { names { nodes { id } } } } }
    } }`;
    const names = { items: [{ c: ["n", "r"], node: { id: "name:x" } }] };
    const row = {
      __typename: "State",
      iso3: "KAZ",
      memberOf: { items: [{ c: ["o", "r"], node: { names } }] },
    };
    const { value } = await hydrated(query, row);
    expect(value.memberOf).toMatchObject({ nodes: [{ names: { nodes: [{ id: "name:x" }] } }] });
  });
});

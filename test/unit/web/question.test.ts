import { parse, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchema } from "../../../src/fields/api-schema.js";
import {
  type Condition,
  filterKind,
  isListed,
  LISTS,
  OPERATORS,
  queryOf,
  questionOf,
  questionText,
} from "../../../web/page/views/build/question.js";

const EVERYTHING = { asOf: null, sources: null, lang: "en" } as const;
const OFFER = {
  filters: new Map([
    ["kind", "TreatyKindFilter"],
    ["inForce", "DateFilter"],
    ["signatures", "TreatySignaturesRelation"],
  ]),
  relations: new Set(["signatures"]),
};

describe("a question", () => {
  const conditions: readonly Condition[] = [
    { field: "kind", how: "eq", value: "DEFENSE_PACT" },
    { field: "signatures", how: "some", value: "state:usa" },
  ];

  it("is the same when read back from the address", () => {
    for (const isCertain of [true, false]) {
      const question = { type: "Treaty", conditions, columns: ["kind", "signatures"], isCertain };
      expect(questionOf("Treaty", questionText(question))).toEqual(question);
    }
  });

  it.each(["", "{", "null", "[1]", '[["kind"]]', '{"a": 1}'])("has no conditions with where=%s", (where) => {
    expect(questionOf("Treaty", { where }).conditions).toEqual([]);
  });

  it("becomes a query with the day and the sources of the page", () => {
    const scope = { asOf: "1990-01-01", sources: ["source:a", "source:b"], lang: "ru" } as const;
    expect(
      queryOf({ type: "Treaty", conditions, columns: ["signatures"], isCertain: true }, OFFER, scope),
    ).toBe(
      `query Question {
  treaties(asOf: "1990-01-01", sources: ["source:a","source:b"], certainty: CERTAIN, where: {and: [{kind: {eq: DEFENSE_PACT}}, {signatures: {some: {node: {id: {eq: "state:usa"}}}}}]}) {
    totalCount
    nodes {
      id
      name(lang: "ru")
      signatures { totalCount }
    }
  }
}`,
    );
  });

  it("omits properties that the type does not have", () => {
    const question = {
      ...{ conditions: [{ field: "none", how: "eq", value: "x" }], columns: ["none", "kind"] },
      isCertain: false,
    };
    expect(queryOf({ type: "Treaty", ...question }, OFFER, EVERYTHING)).not.toContain("none");
  });

  it("quotes any text", () => {
    const value = '"}) { __typename } #\n';
    const text = queryOf(
      { type: "Treaty", conditions: [{ field: "inForce", how: "eq", value }], columns: [], isCertain: false },
      OFFER,
      EVERYTHING,
    );
    expect(() => parse(text)).not.toThrow();
    expect(text).toContain(JSON.stringify(value));
  });
});

/** A value for each kind of filter, and a code of the schema. */
const VALUES = { relation: "state:usa", date: "1990", text: "a", number: "1", flag: "true", code: undefined };

describe("every field of every list", () => {
  const schema = apiSchema();
  it.each(Object.keys(LISTS).filter(isListed))("makes a valid query with every comparison: %s", (type) => {
    const where = schema.getType(`${type}Where`);
    if (!where || !("getFields" in where)) throw new Error(`no ${type}Where`);
    const filters = new Map(
      Object.values(where.getFields()).map(({ name, type: filter }) => [name, String(filter)] as const),
    );
    let asked = 0;
    for (const [field, filter] of filters) {
      const kind = filterKind(filter);
      if (!kind) continue;
      const ofFilter = schema.getType(filter);
      const code =
        kind === "code" && ofFilter && "getFields" in ofFilter ? ofFilter.getFields().eq?.type : null;
      const value =
        VALUES[kind] ?? (code && "getValues" in code ? (code.getValues()[0]?.name ?? "") : "true");
      const relations = new Set(kind === "relation" ? [field] : []);
      for (const how of OPERATORS[kind]) {
        const question = { type, conditions: [{ field, how, value }], columns: [field], isCertain: false };
        const text = queryOf(question, { filters, relations }, EVERYTHING);
        expect(validate(schema, parse(text)).map(String), text).toEqual([]);
        asked += 1;
      }
    }
    expect(asked).toBeGreaterThan(5);
  });
});

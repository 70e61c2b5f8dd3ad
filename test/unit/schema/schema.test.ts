import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isObjectType, parse, validateSchema } from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchema, schemaText } from "../../../src/fields/api-schema.js";
import { model } from "../../../src/model/registry.js";
import { packageRoot } from "../../../src/package-root.js";
import { undocumented } from "./undocumented.js";

const DRIFT =
  "graphql/schema.graphql is not the schema of the program: run `npm run schema` and review what changed.";

describe("the schema", () => {
  it("is the same as graphql/schema.graphql", () => {
    const kept = readFileSync(join(packageRoot(), "graphql", "schema.graphql"), "utf8");
    expect(kept === schemaText(), DRIFT).toBe(true);
  });

  it("is valid, also when it is read back", () => {
    expect(validateSchema(apiSchema())).toEqual([]);
    expect(validateSchema(buildSchema(schemaText()))).toEqual([]);
  });

  it("describes every type, field, argument and value of an enum", () => {
    expect(undocumented(apiSchema())).toEqual([]);
  });

  it("names each element once", () => {
    const names = parse(schemaText()).definitions.flatMap((definition) => {
      if (!("name" in definition) || !definition.name) return [];
      const type = definition.name.value;
      const parts = "fields" in definition ? (definition.fields ?? []) : [];
      const values = "values" in definition ? (definition.values ?? []) : [];
      return [type, ...[...parts, ...values].map((part) => `${type}.${part.name.value}`)];
    });
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("is the same object each time", () => {
    expect(apiSchema()).toBe(apiSchema());
  });
});

describe("the search for undocumented elements", () => {
  it("finds one undocumented element of each kind", () => {
    const schema = buildSchema(`
      type Query { plain(a: Int): Int "said" said("said" a: Int): Int }
      enum Colour { RED "said" GREEN }
      input In { x: Int }
      interface Thing { id: ID }
      scalar Day
      union Any = Query
    `);
    expect([...undocumented(schema)].sort()).toEqual(
      [
        ...["Query", "Query.plain", "Query.plain(a)", "Colour", "Colour.RED"],
        ...["In", "In.x", "Thing", "Thing.id", "Day", "Any"],
      ].sort(),
    );
  });

  it("finds nothing in a complete document", () => {
    expect(undocumented(buildSchema(`"said" type Query { "said" a("said" b: Int): Int }`))).toEqual([]);
  });
});

describe("fields of edges", () => {
  const edges = [...model.edges.values()];

  it.each(edges)("exist on every node type of either end: $type", ({ ends, forward, backward }) => {
    const schema = apiSchema();
    const connection = (label: string, field: string) => {
      const type = schema.getType(label);
      return isObjectType(type) ? String(type.getFields()[field]?.type) : "no type";
    };
    for (const [from, to] of ends) {
      for (const label of from)
        expect(connection(label, forward.name)).toBe(`${forward.typePrefix}Connection!`);
      for (const label of to)
        expect(connection(label, backward.name)).toBe(`${backward.typePrefix}Connection!`);
    }
  });

  it.each(edges)("are missing where the types do not match: $type", ({ ends, forward, backward }) => {
    const froms = new Set(ends.flatMap(([from]) => from));
    const tos = new Set(ends.flatMap(([, to]) => to));
    for (const { label, edgeFields } of model.nodes.values()) {
      expect(edgeFields.includes(forward)).toBe(froms.has(label));
      expect(edgeFields.includes(backward)).toBe(tos.has(label));
    }
  });

  it("have the same arguments, with includeParts where a node has parts", () => {
    const wanted = [
      "after",
      "asKnownAt",
      "asOf",
      "before",
      "certainty",
      "during",
      "first",
      "last",
      "sources",
    ];
    const schema = apiSchema();
    for (const { label, edgeFields } of model.nodes.values()) {
      const type = schema.getType(label);
      const hasParts = edgeFields.some(({ name }) => name === "parts");
      for (const { name } of edgeFields) {
        const args = isObjectType(type) ? (type.getFields()[name]?.args ?? []).map((arg) => arg.name) : [];
        expect(args).toEqual(expect.arrayContaining(wanted));
        expect(args.includes("includeParts"), `${label}.${name}`).toBe(hasParts);
      }
    }
  });

  it("have the names of the fields in their terms", () => {
    const names = edges.map(({ type, forward, backward }) => `${type} ${forward.name} ${backward.name}`);
    expect(names.sort()).toEqual(
      [
        "ADOPTED adopted adoptedBy",
        "BELONGS_TO belongsTo territories",
        "CONCERNS concerns concernedBy",
        "CONSIDERED considered consideredBy",
        "COVERS covers coveredBy",
        "HAS_NAME names nameOf",
        "HELD_OFFICE offices officeHolders",
        "MEMBER_OF memberOf members",
        "PARTICIPATED participated participants",
        "PARTY_TO partyTo parties",
        "PART_OF partOf parts",
        "RELATED_TO relatedTo relatedFrom",
        "REPORTS reports reportedBy",
        "SIGNED signed signatories",
        "TIED_TO tiedTo tiedFrom",
        "TREATY_ACTION treatyActions actions",
        "VOTED votes voters",
      ].sort(),
    );
  });
});

import { gzipSync } from "node:zlib";
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  getIntrospectionQuery,
  getNamedType,
  graphqlSync,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from "graphql";
import { describe, expect, it } from "vitest";
import { apiSchema } from "../../../src/fields/api-schema.js";
import { model } from "../../../src/model/registry.js";

/** Maximum size of the introspection with all descriptions, compressed with gzip, in bytes. */
const MAX_INTROSPECTION = 66 * 1024;

const schema: GraphQLSchema = apiSchema();

// What Relay, code generators and dashboards expect of a schema.
describe("the schema for clients", () => {
  it("has Relay's interface Node with only an id", () => {
    const node = schema.getType("Node");
    const fields = isInterfaceType(node) ? Object.values(node.getFields()) : [];
    expect(fields.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual(["id: ID!"]);
  });

  it.each(["Entity", ...model.nodes.keys()])("has %s as a Node", (name) => {
    const type = schema.getType(name);
    const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
    expect(interfaces.map((each) => each.name)).toContain("Node");
  });

  it("has only interfaces that implement Entity", () => {
    const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
    const others = interfaces.filter((each) => !each.getInterfaces().some(({ name }) => name === "Entity"));
    expect(others.map(({ name }) => name).sort()).toEqual(["Entity", "Node"]);
  });

  it("has nodes on every item of a connection and on the connection itself", () => {
    const connections = Object.values(schema.getTypeMap()).filter(
      (type) => isObjectType(type) && type.name.endsWith("Connection"),
    );
    expect(connections.length).toBeGreaterThan(40);
    const without = connections.filter((type) => {
      const { edges, nodes } = isObjectType(type) ? type.getFields() : {};
      const item = getNamedType(edges?.type);
      return !nodes || !isObjectType(item) || !item.getFields().node || !item.getFields().cursor;
    });
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  it("has only nullable root fields, so that an error in one leaves the others", () => {
    const roots = [schema.getQueryType(), schema.getMutationType()].filter(
      (type): type is GraphQLObjectType => type != null,
    );
    const strict = roots.flatMap((root) =>
      Object.values(root.getFields()).filter(({ type }) => isNonNullType(type)),
    );
    expect(strict.map(({ name }) => name)).toEqual([]);
  });

  it("specifies a URL for each custom scalar", () => {
    const own = Object.values(schema.getTypeMap()).filter(
      (type) => isScalarType(type) && !isSpecifiedScalarType(type),
    );
    expect(own.map(({ name }) => name).sort()).toEqual(["Codes", "Date", "DateTime", "EDTF", "Hops", "Path"]);
    const addresses = own.map((type) => (isScalarType(type) ? type.specifiedByURL : undefined));
    for (const address of addresses) expect(URL.canParse(address ?? ""), address ?? "none").toBe(true);
  });

  it("has a description", () => {
    expect(schema.description).toMatch(/International security agreements/);
  });

  it(`can be introspected with all descriptions in less than ${MAX_INTROSPECTION} bytes`, () => {
    const source = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      schemaDescription: true,
      directiveIsRepeatable: true,
      inputValueDeprecation: true,
    });
    const answer = gzipSync(JSON.stringify(graphqlSync({ schema, source })));
    expect(answer.byteLength).toBeLessThan(MAX_INTROSPECTION);
  });
});

import "reflect-metadata";
import {
  type GraphQLObjectType,
  type GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  printSchema,
} from "graphql";
import { buildSchemaSync } from "type-graphql";
import { model } from "../model/registry.js";
import { addAssertedField } from "./asserted-types.js";
import type { RequestContext } from "./context.js";
import { addEdgeFields } from "./edge-types.js";
import { MutationResolver } from "./mutations.js";
import { makeQueryResolver } from "./queries.js";
import { makeWhereTypes } from "./where.js";

let built: GraphQLSchema | undefined;

/** The schema of the API. It is made once: type-graphql keeps its declarations for the whole process. */
export function apiSchema(): GraphQLSchema {
  built ??= makeSchema();
  return built;
}

/** The schema as text, the content of graphql/schema.graphql. */
export function schemaText(): string {
  return `${printSchema(apiSchema())}\n`;
}

function makeSchema(): GraphQLSchema {
  makeWhereTypes(model);
  addEdgeFields(model);
  addAssertedField();
  const schema = buildSchemaSync({
    resolvers: [makeQueryResolver(model), MutationResolver],
    orphanedTypes: [],
    // Arguments are checked where the plan binds them, nested ones included.
    validate: false,
  });
  describeRoot(schema.getQueryType(), "What can be asked.");
  describeRoot(schema.getMutationType(), "What can be written.");
  readRows(schema);
  return schema;
}

function describeRoot(type: GraphQLObjectType | null | undefined, description: string): void {
  if (type) type.description = description;
}

/** Below the root every value already stands in the row: fields only look up their slot. */
function readRows(schema: GraphQLSchema): void {
  const roots = new Set([schema.getQueryType()?.name, schema.getMutationType()?.name]);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type) || roots.has(type.name)) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (row: Readonly<Record<string, unknown>>, _args, context: RequestContext, info) =>
        row[context.slotOf(info)];
    }
  }
}

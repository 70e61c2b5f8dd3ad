import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, execute, type GraphQLFieldResolver, type GraphQLSchema, parse } from "graphql";
import { packageRoot } from "../../src/package-root.js";
import { Item } from "./item.js";
import type { Reader } from "./reader.js";
import { rootItem } from "./root.js";

/** An answer without what cannot be foretold: texts of errors, and cursors, which are texts of this reference's own. */
export interface ReferenceAnswer {
  readonly data: unknown;
  readonly errors: readonly { readonly path: string; readonly code: string }[];
}

/** The published schema: the contract, not the code that made it. */
export const schema: GraphQLSchema = buildSchema(
  readFileSync(join(packageRoot(), "graphql", "schema.graphql"), "utf8"),
);

/** Answers an operation from the graph in memory, field by field. */
export async function evaluate(
  reader: Reader,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<ReferenceAnswer> {
  const { data, errors = [] } = await execute({
    schema,
    document: parse(query),
    variableValues: variables,
    fieldResolver: resolverFor(reader),
    typeResolver: (value) => (value instanceof Item ? value.typeName : undefined),
  });
  return {
    data: JSON.parse(JSON.stringify(data ?? null)),
    errors: errors.map((error) => {
      const code = error.extensions.code;
      if (typeof code !== "string") throw error;
      return { path: (error.path ?? []).join("."), code };
    }),
  };
}

function resolverFor(reader: Reader): GraphQLFieldResolver<unknown, unknown> {
  return (source, args, _context, { fieldName }) =>
    source instanceof Item ? source.field(fieldName, args) : rootItem(reader, fieldName, args);
}

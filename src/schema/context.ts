import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";

/** What a request brings along. Resolvers know no more of the service than this. */
export interface RequestContext {
  /** The answer of one root field; all root fields of the operation are read together. */
  answer(info: GraphQLResolveInfo): Promise<unknown>;
  /** The key under which the value of a field stands in its row. */
  slotOf(info: GraphQLResolveInfo): string;
}

/** The resolver of every field below the root: its value stands in the row already. */
export const readField: GraphQLFieldResolver<unknown, RequestContext> = (row, _args, context, info) =>
  (row as Readonly<Record<string, unknown>>)[context.slotOf(info)];

import type { GraphQLFieldResolver, GraphQLResolveInfo } from "graphql";

/** The context of a request. It is all that resolvers know about the service. */
export interface RequestContext {
  /** Answers one root field. All root fields of the operation are read together. */
  answer(info: GraphQLResolveInfo): Promise<unknown>;
  /** The key of a field's value in its row. */
  slotOf(info: GraphQLResolveInfo): string;
}

/** The resolver of every field below the root. The value is already in the row. */
export const readField: GraphQLFieldResolver<unknown, RequestContext> = (row, _args, context, info) =>
  (row as Readonly<Record<string, unknown>>)[context.slotOf(info)];

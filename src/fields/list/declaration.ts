import type { GraphQLResolveInfo } from "graphql";
import { Ctx, Info, Query, Resolver } from "type-graphql";
import type { NodeModel } from "../../model/registry.js";
import { Arguments } from "../../schema/adapter.js";
import { addAggregate } from "../../schema/aggregates.js";
import { plainEdge, timedConnection } from "../../schema/connections.js";
import type { RequestContext } from "../../schema/context.js";
import { listArgs } from "../../schema/filtered-args.js";

/** The resolver class for the list of all nodes of a type. */
export function listResolverOf(node: NodeModel): new () => object {
  const type = () => node.cls;
  const connection = timedConnection(node.label, plainEdge(node.label, type), type);
  addAggregate(connection);

  @Resolver()
  class ListResolver {
    @Query(() => connection, {
      name: node.plural,
      nullable: true,
      description: `All nodes of type ${node.label}.`,
    })
    list(
      @Arguments(listArgs(node.label)) _args: object,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: RequestContext,
    ): Promise<unknown> {
      return context.answer(info);
    }
  }
  return ListResolver;
}

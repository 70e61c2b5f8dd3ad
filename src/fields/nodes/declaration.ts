import { ArrayMaxSize } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, Query, Resolver } from "type-graphql";
import { MAX_IDS } from "../../model/bounds.js";
import { Entity } from "../../model/entity.js";
import { Arguments } from "../../schema/adapter.js";
import type { RequestContext } from "../../schema/context.js";
import { ScopeArgs } from "../../schema/scope-args.js";

@ArgsType()
class NodesArgs extends ScopeArgs {
  @ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` })
  @Field(() => [ID], { description: `Ids of the nodes, at most ${MAX_IDS}.` })
  ids!: string[];
}

@Resolver()
export class NodesResolver {
  @Query(() => [Entity], {
    nullable: "itemsAndList",
    description: "Nodes of any type by their ids, in the same order; null for each id that does not exist.",
  })
  nodes(
    @Arguments(NodesArgs) _args: NodesArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

import { MaxLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, ID, Info, Query, Resolver } from "type-graphql";
import { MAX_ID } from "../../model/bounds.js";
import { Entity } from "../../model/entity.js";
import { type NodeModel, singularOf } from "../../model/registry.js";
import { Arguments } from "../../schema/adapter.js";
import type { RequestContext } from "../../schema/context.js";
import { ShortText } from "../../schema/rules.js";
import { ScopeArgs } from "../../schema/scope-args.js";

@ArgsType()
class NodeArgs extends ScopeArgs {
  @MaxLength(MAX_ID, { message: `must have at most ${MAX_ID} characters` })
  @Field(() => ID, { description: "Id of the node." })
  id!: string;
}

@ArgsType()
class NodeOfTypeArgs extends ScopeArgs {
  @ShortText(MAX_ID)
  @Field(() => ID, { nullable: true, description: "Id of the node, for example state:kaz." })
  id?: string | null;

  @ShortText(200)
  @Field(() => String, { nullable: true, description: "A code of the node, for example KAZ." })
  code?: string | null;

  @ShortText(50)
  @Field(() => String, { nullable: true, description: "The scheme of the code, for example iso3." })
  scheme?: string | null;
}

@Resolver()
export class NodeResolver {
  @Query(() => Entity, { nullable: true, description: "One node of any type, by its id." })
  node(
    @Arguments(NodeArgs) _args: NodeArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

/** The resolver class for one node of a type, by its id or code. */
export function resolverOfType(node: NodeModel): new () => object {
  @Resolver()
  class NodeOfTypeResolver {
    @Query(() => node.cls, {
      name: singularOf(node.label),
      nullable: true,
      description: `One ${node.label}, by its id or by one of its codes.`,
    })
    nodeOfType(
      @Arguments(NodeOfTypeArgs) _args: NodeOfTypeArgs,
      @Info() info: GraphQLResolveInfo,
      @Ctx() context: RequestContext,
    ): Promise<unknown> {
      return context.answer(info);
    }
  }
  return NodeOfTypeResolver;
}

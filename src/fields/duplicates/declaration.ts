import { IsOptional, Max, Min } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, Float, Info, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../model/entity.js";
import { Arguments } from "../../schema/adapter.js";
import { nodeConnection } from "../../schema/connections.js";
import type { RequestContext } from "../../schema/context.js";
import { NodeLabel } from "../../schema/labels.js";
import { PageArgs } from "../../schema/page-args.js";
import { TypeList } from "../../schema/rules.js";
import { DEFAULT_MIN_SCORE } from "./plan.js";
import { DuplicateReasonKind } from "./reasons.js";

@ObjectType({ description: "One reason why two nodes may be the same.", simpleResolvers: true })
class DuplicateReason {
  @Field(() => DuplicateReasonKind.graphql, { description: "The kind of the reason." }) kind!: string;
  @Field(() => String, {
    description: "The shared name, the scheme and code, or the title and where it was held.",
  })
  text!: string;
}

@ObjectType({ description: "Two nodes of one type that may be the same.", simpleResolvers: true })
class DuplicateEdge {
  @Field(() => String, { description: "The cursor of this item." }) cursor!: string;
  @Field(() => Entity, { description: "The node with the first id in alphabetical order." }) node!: Entity;
  @Field(() => Entity, { description: "The other node." }) other!: Entity;
  @Field(() => Float, { description: "How likely they are the same, from 0 to 1." }) score!: number;
  @Field(() => [DuplicateReason], { description: "Why they may be the same." }) reasons!: DuplicateReason[];
}

const DuplicateConnection = nodeConnection("Duplicate", DuplicateEdge, () => Entity);

@ArgsType()
class DuplicatesArgs extends PageArgs {
  @TypeList()
  @Field(() => [NodeLabel.graphql], {
    nullable: true,
    description: "Only nodes of these types. Default: states, organizations, persons and treaties.",
  })
  types?: string[] | null;

  @IsOptional()
  @Min(0, { message: "must be between 0 and 1" })
  @Max(1, { message: "must be between 0 and 1" })
  @Field(() => Float, {
    nullable: true,
    description: `Only pairs with at least this score, from 0 to 1. Default ${DEFAULT_MIN_SCORE}.`,
  })
  minScore?: number | null;
}

@Resolver()
export class DuplicatesResolver {
  @Query(() => DuplicateConnection, {
    nullable: true,
    description: "Pairs of nodes that may be the same, with reasons, most likely first.",
  })
  duplicates(
    @Arguments(DuplicatesArgs) _args: DuplicatesArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

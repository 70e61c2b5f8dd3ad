import { IsOptional, MaxLength, Min, MinLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { Entity } from "../../model/entity.js";
import { Arguments } from "../../schema/adapter.js";
import type { RequestContext } from "../../schema/context.js";
import { NodeLabel } from "../../schema/labels.js";
import { TypeList } from "../../schema/rules.js";
import { DEFAULT_SUGGESTIONS } from "./plan.js";

const MAX_TEXT = 100;

@ObjectType({ description: "A piece of a suggested name.", simpleResolvers: true })
class NamePart {
  @Field(() => String, { description: "The letters of the piece." }) text!: string;
  @Field(() => Boolean, {
    description: "True if the typed text names this piece, for example to print it bold.",
  })
  isMatch!: boolean;
}

@ObjectType({ description: "A node that has a name with the typed words.", simpleResolvers: true })
class Suggestion {
  @Field(() => String, { description: "The name that the typed text begins." }) name!: string;
  @Field(() => [NamePart], { description: "The same name in pieces." }) parts!: NamePart[];
  @Field(() => Entity, { description: "The node with this name." }) node!: Entity;
}

@ArgsType()
class SuggestArgs {
  @MinLength(1, { message: "must not be empty" })
  @MaxLength(MAX_TEXT, { message: `must have at most ${MAX_TEXT} characters` })
  @Field(() => String, {
    description: `The beginnings of words of a name, in any script. At most ${MAX_TEXT} characters.`,
  })
  text!: string;

  @TypeList()
  @Field(() => [NodeLabel.graphql], {
    nullable: true,
    description: "Only nodes of these types. Default: all.",
  })
  types?: string[] | null;

  @IsOptional()
  @Min(1, { message: "must be at least 1" })
  @Field(() => Int, {
    nullable: true,
    description: `The maximum number of suggestions. Default ${DEFAULT_SUGGESTIONS}.`,
  })
  first?: number | null;
}

@Resolver()
export class SuggestResolver {
  @Query(() => [Suggestion], {
    nullable: true,
    description: "Complete a name while it is typed, better known nodes first.",
  })
  suggest(
    @Arguments(SuggestArgs) _args: SuggestArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

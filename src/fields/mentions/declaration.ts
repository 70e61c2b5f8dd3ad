import { MaxLength, MinLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, Float, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { MAX_RUNNING_TEXT } from "../../model/bounds.js";
import { Entity } from "../../model/entity.js";
import { Arguments } from "../../schema/adapter.js";
import type { RequestContext } from "../../schema/context.js";
import { NodeLabel } from "../../schema/labels.js";
import { ShortText, TypeList } from "../../schema/rules.js";

@ObjectType({ description: "A node that can be meant.", simpleResolvers: true })
class MentionCandidate {
  @Field(() => String, { description: "The name that fits." }) name!: string;
  @Field(() => Float, {
    description: "How well the name fits: 1 to the letter, 0.9 in another form, 0.5 for a surname.",
  })
  score!: number;
  @Field(() => Entity, { description: "The node." }) node!: Entity;
}

@ObjectType({ description: "A name in a text.", simpleResolvers: true })
class Mention {
  @Field(() => Int, {
    description: "Offset of the first character, in UTF-16 code units.",
  })
  start!: number;
  @Field(() => Int, { description: "Offset after the last character." }) end!: number;
  @Field(() => String, { description: "The words of the text." }) text!: string;
  @Field(() => [MentionCandidate], {
    description: "The nodes that can be meant, the best fit first.",
  })
  candidates!: MentionCandidate[];
}

@ArgsType()
class MentionsArgs {
  @MinLength(1, { message: "must not be empty" })
  @MaxLength(MAX_RUNNING_TEXT, { message: `must have at most ${MAX_RUNNING_TEXT} characters` })
  @Field(() => String, { description: `The text, of at most ${MAX_RUNNING_TEXT} characters.` })
  text!: string;

  @ShortText(35)
  @Field(() => String, {
    nullable: true,
    description:
      "Find only names in this language (for example ru), names without a language, and abbreviations.",
  })
  lang?: string | null;

  @TypeList()
  @Field(() => [NodeLabel.graphql], {
    nullable: true,
    description: "Only nodes of these types. Default: all.",
  })
  types?: string[] | null;
}

@Resolver()
export class MentionsResolver {
  @Query(() => [Mention], {
    nullable: true,
    description:
      "Find the names of the graph in a text, in all case forms. Where several names match, the longest one is returned. Codes are not matched.",
  })
  mentions(
    @Arguments(MentionsArgs) _args: MentionsArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

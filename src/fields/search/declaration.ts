import { IsOptional, MaxLength, MinLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import { ArgsType, Ctx, Field, Info, Int, ObjectType, Query, Resolver } from "type-graphql";
import { describeEnum } from "../../model/describe-enum.js";
import { Entity } from "../../model/entity.js";
import { Arguments, field } from "../../schema/adapter.js";
import { nodeConnection, plainEdge } from "../../schema/connections.js";
import type { RequestContext } from "../../schema/context.js";
import { NodeLabel } from "../../schema/labels.js";
import { ConnectionArgs } from "../../schema/page-args.js";
import { ShortText, TypeList } from "../../schema/rules.js";
import { nodeWhereOf } from "../../schema/where.js";

const SearchMatch = describeEnum("SearchMatch", "How the search text matches a node, best matches first.", {
  ID: "The text is the id of the node.",
  EXACT: "The text is a name of the node, ignoring case, ё, diacritics, dots, hyphens and quotation marks.",
  MORPHOLOGY: "All words of the text occur in one name of the node, in any grammatical form and order.",
  WORDS: "Every word of the text occurs in a name of the node, but not all in the same name.",
  TRANSLITERATION: "All words of the text occur in one name, in another script or transliteration.",
  FUZZY: "Like TRANSLITERATION, but allows typing errors in words of five letters or more.",
});

@ObjectType({
  description: "The number of hits of one node type. The argument types has no effect on it.",
  simpleResolvers: true,
})
class Facet {
  @Field(() => NodeLabel.graphql, { description: "The node type." }) type!: string;
  @Field(() => Int, { description: "The number of hits." }) count!: number;
}

const SearchEdge = plainEdge("Search", () => Entity);
field(SearchEdge, "matched", () => String, "The name that matches best.");
field(SearchEdge, "match", () => SearchMatch.graphql, "How that name matches.");
const SearchConnection = nodeConnection("Search", SearchEdge, () => Entity);
field(SearchConnection, "facets", () => [Facet], "The number of hits for each node type, largest first.");

const MAX_TEXT = 500;

@ArgsType()
class SearchArgs extends ConnectionArgs {
  @MinLength(1, { message: "must not be empty" })
  @MaxLength(MAX_TEXT, { message: `must have at most ${MAX_TEXT} characters` })
  @Field(() => String, {
    description: `A name, abbreviation, code, id or words of a name in any form. At most ${MAX_TEXT} characters.`,
  })
  text!: string;

  @ShortText(35)
  @Field(() => String, {
    nullable: true,
    description: "Search only codes and names in this language, for example ru.",
  })
  lang?: string | null;

  @TypeList()
  @Field(() => [NodeLabel.graphql], {
    nullable: true,
    description: "Only nodes of these types. Default: all.",
  })
  types?: string[] | null;

  @IsOptional()
  @Field(() => nodeWhereOf("Entity"), {
    nullable: true,
    description: "Only nodes that satisfy these conditions, for example {treaty: {kind: {eq: PEACE}}}.",
  })
  where?: object | null;
}

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    nullable: true,
    description:
      "Find nodes by name, abbreviation, code or id, best matches first. With asOf, names of that day come before others.",
  })
  search(
    @Arguments(SearchArgs) _args: SearchArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() context: RequestContext,
  ): Promise<unknown> {
    return context.answer(info);
  }
}

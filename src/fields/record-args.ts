import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, ID } from "type-graphql";
import { MAX_IDS, MAX_TYPES } from "../model/bounds.js";
import { EdgeLabel } from "../schema/labels.js";
import { PageArgs } from "../schema/page-args.js";
import { TypeList } from "../schema/rules.js";

/** The part of the record to read: edge types and nodes. */
@ArgsType()
export class RecordArgs extends PageArgs {
  @TypeList()
  @Field(() => [EdgeLabel.graphql], {
    nullable: true,
    description: `Only edges of these types, at most ${MAX_TYPES}. Default: all.`,
  })
  types?: string[] | null;

  @IsOptional()
  @ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` })
  @Field(() => [ID], { nullable: true, description: `Only edges of these nodes, at most ${MAX_IDS} ids.` })
  about?: string[] | null;
}

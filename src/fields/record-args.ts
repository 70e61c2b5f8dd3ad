import { ArrayMaxSize, IsOptional } from "class-validator";
import { ArgsType, Field, ID } from "type-graphql";
import { MAX_IDS, MAX_TYPES } from "../model/bounds.js";
import { EdgeLabel } from "../schema/labels.js";
import { PageArgs } from "../schema/page-args.js";
import { all, TypeList } from "../schema/rules.js";

/** Declares an argument for the types of edges. */
export const EdgeTypes = () =>
  all(
    TypeList(),
    Field(() => [EdgeLabel.graphql], {
      nullable: true,
      description: `Only edges of these types, at most ${MAX_TYPES}. Default: all.`,
    }),
  );

/** Declares an argument for the nodes of which edges are read. */
export const AboutNodes = () =>
  all(
    IsOptional(),
    ArrayMaxSize(MAX_IDS, { message: `must have at most ${MAX_IDS} ids` }),
    Field(() => [ID], { nullable: true, description: `Only edges of these nodes, at most ${MAX_IDS} ids.` }),
  );

/** The part of the record to read: edge types and nodes. */
@ArgsType()
export class RecordArgs extends PageArgs {
  @EdgeTypes() types?: string[] | null;

  @AboutNodes() about?: string[] | null;
}

import { ArrayMaxSize, IsInt, IsOptional, Max, MaxLength, Min, MinLength } from "class-validator";
import { ArgsType, Field, ID, Int } from "type-graphql";
import { Certainty } from "../model/enums.js";
import { DateScalar, DateTimeScalar, EdtfScalar } from "../model/scalars.js";
import { LARGEST_PAGE } from "../plan/limits.js";
import { EdgeLabel, NodeLabel } from "./labels.js";

const PAGE_RULE = `must be a whole number from 0 to ${LARGEST_PAGE}`;

/** Which assertions a field and everything below it reads. Absent: inherited; null: lifted. */
@ArgsType()
export class ScopeArgs {
  @IsOptional()
  @Field(() => DateScalar, { nullable: true, description: "Holds on this day." })
  asOf?: string | null;

  @IsOptional()
  @Field(() => EdtfScalar, { nullable: true, description: "Holds some time in it." })
  during?: string | null;

  @IsOptional()
  @Field(() => Certainty.graphql, { nullable: true, description: "How sure dates must be." })
  certainty?: string | null;

  @IsOptional()
  @ArrayMaxSize(100, { message: "must have at most 100 ids" })
  @Field(() => [ID], { nullable: true, description: "Asserted by these only." })
  sources?: string[] | null;

  @IsOptional()
  @Field(() => DateTimeScalar, { nullable: true, description: "As recorded then." })
  asKnownAt?: string | null;
}

/** Which page of a connection to read. */
@ArgsType()
export class ConnectionArgs extends ScopeArgs {
  @IsOptional()
  @IsInt({ message: PAGE_RULE })
  @Min(0, { message: PAGE_RULE })
  @Max(LARGEST_PAGE, { message: PAGE_RULE })
  @Field(() => Int, { nullable: true, description: "Size from the start." })
  first?: number | null;

  @IsOptional()
  @MaxLength(4_000, { message: "is no cursor of this service" })
  @Field(() => String, { nullable: true, description: "Cursor before it." })
  after?: string | null;

  @IsOptional()
  @IsInt({ message: PAGE_RULE })
  @Min(0, { message: PAGE_RULE })
  @Max(LARGEST_PAGE, { message: PAGE_RULE })
  @Field(() => Int, { nullable: true, description: "Size from the end." })
  last?: number | null;

  @IsOptional()
  @MaxLength(4_000, { message: "is no cursor of this service" })
  @Field(() => String, { nullable: true, description: "Cursor behind it." })
  before?: string | null;
}

/** A connection of a node that can have parts. */
@ArgsType()
export class PartsConnectionArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: "Also that of its parts, at any depth." })
  includeParts?: boolean | null;
}

/** A node by its id or by one of its codes. */
@ArgsType()
export class NodeArgs extends ScopeArgs {
  @IsOptional()
  @Field(() => ID, { nullable: true, description: "Its id, for example state:kaz." })
  id?: string | null;

  @IsOptional()
  @MaxLength(200, { message: "must have at most 200 characters" })
  @Field(() => String, { nullable: true, description: "One of its codes, for example KAZ." })
  code?: string | null;

  @IsOptional()
  @MaxLength(50, { message: "must have at most 50 characters" })
  @Field(() => String, { nullable: true, description: "Scheme of the code, for example iso3." })
  scheme?: string | null;
}

/** A name in a language; declared on the interfaces, checked here. */
export class NameArgs {
  @IsOptional()
  @MaxLength(35, { message: "must have at most 35 characters" })
  lang?: string | null;
}

/** A node of any type by its id. */
@ArgsType()
export class NodeIdArgs extends ScopeArgs {
  @Field(() => ID, { description: "Id of the node." })
  id!: string;
}

/** Nodes of any type by their ids. */
@ArgsType()
export class NodeIdsArgs extends ScopeArgs {
  @ArrayMaxSize(LARGEST_PAGE, { message: `must have at most ${LARGEST_PAGE} ids` })
  @Field(() => [ID], { description: "Ids of the nodes." })
  ids!: string[];
}

/** All assertions of one fact. */
@ArgsType()
export class AssertionsArgs {
  @IsOptional()
  @Field(() => Boolean, { nullable: true, description: "Also those that were retracted." })
  includeRetracted?: boolean | null;
}

/** A search over names of all types. */
@ArgsType()
export class SearchArgs extends ConnectionArgs {
  @MinLength(1, { message: "must not be empty" })
  @MaxLength(500, { message: "must have at most 500 characters" })
  @Field(() => String, { description: "A name, abbreviation, code or id, or words of one, in any form." })
  text!: string;

  @IsOptional()
  @Field(() => [NodeLabel.graphql], { nullable: true, description: "Only nodes of these types." })
  types?: string[] | null;
}

/** Everything a source asserts. */
@ArgsType()
export class AssertedArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => [EdgeLabel.graphql], { nullable: true, description: "Only edges of these types." })
  types?: string[] | null;
}

import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsInt,
  IsOptional,
  Max,
  MaxLength,
  Min,
  MinLength,
} from "class-validator";
import { ArgsType, Field, ID, InputType, Int } from "type-graphql";
import { BucketCodes, DirectionCodes, GroupOrderCodes, SeriesPointCodes } from "../model/aggregation.js";
import { Certainty } from "../model/enums.js";
import { DateScalar, DateTimeScalar, EdtfScalar, PathScalar } from "../model/scalars.js";
import { LARGEST_PAGE } from "../plan/limits.js";
import { intFilter } from "./filter-types.js";
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
  @Field(() => PathScalar, {
    nullable: true,
    description: "Holds on a date of an enclosing field: documents.date.",
  })
  on?: string | null;

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

/** Which page of a list to read. */
@ArgsType()
export class PageArgs {}

/** Which page of a connection to read, and within which scope. */
@ArgsType()
export class ConnectionArgs extends ScopeArgs {}

for (const cls of [PageArgs, ConnectionArgs]) addPage(cls.prototype);

/** Adds the arguments that say which page to read. */
function addPage(prototype: object): void {
  const add = (
    name: string,
    type: () => object,
    description: string,
    checks: readonly PropertyDecorator[],
  ) => {
    for (const check of [IsOptional(), ...checks]) check(prototype, name);
    Field(type, { nullable: true, description })(prototype, name);
  };
  const message = PAGE_RULE;
  const size = [IsInt({ message }), Min(0, { message }), Max(LARGEST_PAGE, { message })];
  const cursor = [MaxLength(4_000, { message: "is no cursor of this service" })];
  add("first", () => Int, "Size from the start.", size);
  add("after", () => String, "Cursor before it.", cursor);
  add("last", () => Int, "Size from the end.", size);
  add("before", () => String, "Cursor behind it.", cursor);
}

/** A key of an order. */
@InputType({ description: "A key of an order; rows in which it is unset come last." })
export class Order {
  @Field(() => PathScalar, {
    description: "By what: a property, node.name, or the count of a relation: parties.count.",
  })
  by!: string;

  @Field(() => DirectionCodes.graphql, { nullable: true, description: "ASC when not given." })
  direction?: string;

  @Field(() => String, { nullable: true, description: "For names: in this language, by its alphabet." })
  lang?: string;
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
  @MaxLength(35, { message: "must have at most 35 characters" })
  @Field(() => String, {
    nullable: true,
    description: "Only by names in this language, for example ru, and by codes.",
  })
  lang?: string | null;

  @IsOptional()
  @Field(() => [NodeLabel.graphql], { nullable: true, description: "Only nodes of these types." })
  types?: string[] | null;
}

/** The rows that an aggregate counts. */
@ArgsType()
export class AggregateArgs {
  @Field(() => PathScalar, {
    nullable: true,
    description: "Counts the edges that relations lead to: parties, node.memberOf; else those of the list.",
  })
  over?: string | null;
}

/** A value that a number is computed of. */
@ArgsType()
export class OfArgs {
  @Field(() => PathScalar, { description: "Of what: a property of the row, node.signed, parties.count." })
  of!: string;
}

/** A value that an average is computed of. */
@ArgsType()
export class AverageArgs extends OfArgs {
  @Field(() => PathScalar, {
    nullable: true,
    description: "An earlier date: the average of the days between. A parallel edge: pair.signatories.date.",
  })
  since?: string | null;
}

/** What rows are grouped by. */
@InputType({ description: "What rows are grouped by; a row with several values counts in each group." })
export class GroupBy {
  @Field(() => PathScalar, { description: "A property, also of a related node: node.partyTo.node.kind." })
  path!: string;

  @Field(() => BucketCodes.graphql, {
    nullable: true,
    description: "For dates: the period they lie in; unset when a date is not known so exactly.",
  })
  bucket?: string;

  @Field(() => String, { nullable: true, description: "For names: in this language." })
  lang?: string;
}

/** Which groups are wanted. */
@InputType({ description: "Which groups are wanted: all conditions given must hold." })
class Having {
  @Field(() => intFilter(), { nullable: true, description: "How many rows are in it." }) count?: object;
  @Field(() => intFilter(), { nullable: true, description: "How many different nodes." }) nodes?: object;
}

/** Groups of rows. */
@ArgsType()
export class GroupsArgs {
  @ArrayMinSize(1, { message: "needs at least one key" })
  @ArrayMaxSize(5, { message: "can have 5 keys at most" })
  @Field(() => [GroupBy], { description: "The keys." })
  by!: GroupBy[];

  @Field(() => Having, { nullable: true, description: "Which groups." }) having?: Having | null;

  @Field(() => GroupOrderCodes.graphql, { nullable: true, description: "COUNT when not given." })
  orderBy?: string | null;

  @IsOptional()
  @IsInt({ message: PAGE_RULE })
  @Min(0, { message: PAGE_RULE })
  @Max(LARGEST_PAGE, { message: PAGE_RULE })
  @Field(() => Int, { nullable: true, description: "At most so many; 100 when not given." })
  first?: number | null;
}

/** Rows over time. */
@ArgsType()
export class SeriesArgs {
  @IsIn(Object.keys(BucketCodes.codes))
  @Field(() => BucketCodes.graphql, { description: "Length of the periods." })
  by!: string;

  @Field(() => EdtfScalar, { description: "From when to when: 1990/2010. Empty periods are given, too." })
  during!: string;
  @Field(() => SeriesPointCodes.graphql, { nullable: true, description: "ANY when not given." })
  at?: string | null;
  @Field(() => PathScalar, {
    nullable: true,
    description: "Which date puts a row into a period; when not given, the time in which the edge holds.",
  })
  of?: string | null;
}

/** Everything a source asserts. */
@ArgsType()
export class AssertedArgs extends ConnectionArgs {
  @IsOptional()
  @Field(() => [EdgeLabel.graphql], { nullable: true, description: "Only edges of these types." })
  types?: string[] | null;
}

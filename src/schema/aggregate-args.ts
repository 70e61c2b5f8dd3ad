import { ArrayMaxSize, ArrayMinSize, IsIn } from "class-validator";
import { ArgsType, Field, InputType, Int } from "type-graphql";
import { BucketCodes, GroupOrderCodes, SeriesPointCodes } from "../model/aggregation.js";
import { DEFAULT_PAGE, MAX_KEYS } from "../model/bounds.js";
import { EdtfScalar, PathScalar } from "../model/scalars.js";
import { intFilter } from "./filters.js";
import { WholeNumber } from "./rules.js";

/** Most groups that one request may ask for. */
const MAX_GROUPS = 1_000;

/** The rows that an aggregate counts. */
@ArgsType()
export class AggregateArgs {
  @Field(() => PathScalar, {
    nullable: true,
    description:
      "Count the edges that these relations lead to, for example parties or node.memberOf. Default: the rows of the list.",
  })
  over?: string | null;
}

/** A value that a number is computed of. */
@ArgsType()
export class OfArgs {
  @Field(() => PathScalar, { description: "A property of the row, node.signed, or parties.count." })
  of!: string;
}

/** A value that an average is computed of. */
@ArgsType()
export class AverageArgs extends OfArgs {
  @Field(() => PathScalar, {
    nullable: true,
    description:
      "An earlier date: the average of the days in between. A parallel edge is written pair.signatories.date.",
  })
  since?: string | null;
}

/** What rows are grouped by. */
@InputType({
  description: "What rows are grouped by. A row with several values counts in each of their groups.",
})
export class GroupBy {
  @Field(() => PathScalar, {
    description: "A property, also of a related node, for example node.partyTo.node.kind.",
  })
  path!: string;

  @Field(() => BucketCodes.graphql, {
    nullable: true,
    description: "For dates: the period of the date; no key where the date is not known so exactly.",
  })
  bucket?: string;

  @Field(() => String, { nullable: true, description: "For names: the name in this language." })
  lang?: string;
}

/** Which groups are wanted. */
@InputType({ description: "Only groups that satisfy all of these conditions." })
class Having {
  @Field(() => intFilter(), { nullable: true, description: "The number of rows." }) count?: object;
  @Field(() => intFilter(), { nullable: true, description: "The number of different nodes." }) nodes?: object;
}

/** Groups of rows. */
@ArgsType()
export class GroupsArgs {
  @ArrayMinSize(1, { message: "needs at least one key" })
  @ArrayMaxSize(MAX_KEYS, { message: `can have at most ${MAX_KEYS} keys` })
  @Field(() => [GroupBy], { description: `The keys of the groups, at most ${MAX_KEYS}.` })
  by!: GroupBy[];

  @Field(() => Having, { nullable: true, description: "Only these groups." }) having?: Having | null;

  @Field(() => GroupOrderCodes.graphql, { nullable: true, description: "Default COUNT." })
  orderBy?: string | null;

  @WholeNumber(0, MAX_GROUPS)
  @Field(() => Int, {
    nullable: true,
    description: `Return the first n groups. Default ${DEFAULT_PAGE}, at most ${MAX_GROUPS}.`,
  })
  first?: number | null;
}

/** Rows over time. */
@ArgsType()
export class SeriesArgs {
  @IsIn(Object.keys(BucketCodes.codes))
  @Field(() => BucketCodes.graphql, { description: "Length of the periods." })
  by!: string;

  @Field(() => EdtfScalar, {
    description: "First and last period, for example 1990/2010. Empty periods are included.",
  })
  during!: string;

  @Field(() => SeriesPointCodes.graphql, { nullable: true, description: "Default ANY." })
  at?: string | null;

  @Field(() => PathScalar, {
    nullable: true,
    description: "The date that puts a row into a period. Default: the time in which the edge is valid.",
  })
  of?: string | null;
}

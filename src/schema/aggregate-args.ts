import { ArrayMaxSize, ArrayMinSize, IsIn } from "class-validator";
import { ArgsType, Field, InputType, Int } from "type-graphql";
import { BucketCodes, GroupOrderCodes, SeriesPointCodes } from "../model/aggregation.js";
import { DEFAULT_PAGE, MAX_KEYS } from "../model/bounds.js";
import { EdtfScalar, PathScalar } from "../model/scalars.js";
import { intFilter } from "./filters.js";
import { WholeNumber } from "./rules.js";

/** Maximum number of groups in one request. */
const MAX_GROUPS = 1_000;

/** Maximum number of groups to skip. */
const MAX_OFFSET = 100_000;

/** The rows to aggregate. */
@ArgsType()
export class AggregateArgs {
  @Field(() => PathScalar, {
    nullable: true,
    description:
      "Aggregate the edges that this path leads to, for example parties or node.memberOf. Default: the rows of the list.",
  })
  over?: string | null;
}

/** The value to aggregate. */
@ArgsType()
export class OfArgs {
  @Field(() => PathScalar, {
    description: "The value to aggregate: a property such as node.signed, or a count such as parties.count.",
  })
  of!: string;
}

/** The value to average. */
@ArgsType()
export class AverageArgs extends OfArgs {
  @Field(() => PathScalar, {
    nullable: true,
    description:
      "Average the days since this date. For another edge between the same nodes: pair.signatories.date.",
  })
  since?: string | null;
}

/** Two dates whose difference is measured. */
@ArgsType()
export class LagArgs {
  @Field(() => PathScalar, { description: "The later date, for example date or node.inForce." })
  of!: string;

  @Field(() => PathScalar, {
    description:
      "The earlier date, for example node.signed. For another edge between the same nodes: pair.signatories.date.",
  })
  since!: string;
}

/** A grouping key. */
@InputType({
  description: "A grouping key. A row with several values counts in the group of each value.",
})
export class GroupBy {
  @Field(() => PathScalar, {
    description: "A property of the row or of a related node, for example node.partyTo.node.kind.",
  })
  path!: string;

  @Field(() => BucketCodes.graphql, {
    nullable: true,
    description: "For dates: group by this period. The key is null if the date is less precise.",
  })
  bucket?: string;

  @Field(() => String, { nullable: true, description: "For names: group by the name in this language." })
  lang?: string;
}

/** Conditions on groups. */
@InputType({ description: "Conditions on groups. All of them must be true." })
class Having {
  @Field(() => intFilter(), { nullable: true, description: "The number of rows." }) count?: object;
  @Field(() => intFilter(), { nullable: true, description: "The number of distinct nodes." }) nodes?: object;
}

/** Arguments for the number of groups of rows. */
@ArgsType()
export class GroupCountArgs {
  @ArrayMinSize(1, { message: "needs at least one key" })
  @ArrayMaxSize(MAX_KEYS, { message: `can have at most ${MAX_KEYS} keys` })
  @Field(() => [GroupBy], {
    description: `The grouping keys, at most ${MAX_KEYS}. Keys over the same relation are about the same edge.`,
  })
  by!: GroupBy[];

  @Field(() => Having, { nullable: true, description: "Only groups that satisfy these conditions." })
  having?: Having | null;
}

/** Arguments for groups of rows. */
@ArgsType()
export class GroupsArgs extends GroupCountArgs {
  @Field(() => GroupOrderCodes.graphql, {
    nullable: true,
    description: "The order of the groups. Default COUNT.",
  })
  orderBy?: string | null;

  @WholeNumber(0, MAX_GROUPS)
  @Field(() => Int, {
    nullable: true,
    description: `Return the first n groups. Default ${DEFAULT_PAGE}, at most ${MAX_GROUPS}.`,
  })
  first?: number | null;

  @WholeNumber(0, MAX_OFFSET)
  @Field(() => Int, {
    nullable: true,
    description: `Skip the first n groups, at most ${MAX_OFFSET}. The order of groups is the same in each request.`,
  })
  offset?: number | null;
}

/** Consecutive periods. */
@ArgsType()
export class PeriodsArgs {
  @IsIn(Object.keys(BucketCodes.codes))
  @Field(() => BucketCodes.graphql, { description: "The length of each period." })
  by!: string;

  @Field(() => EdtfScalar, {
    description: "The first and last period, for example 1990/2010. The series includes empty periods.",
  })
  during!: string;

  @Field(() => SeriesPointCodes.graphql, {
    nullable: true,
    description: "When in a period a row must match. Default ANY.",
  })
  at?: string | null;
}

/** Arguments for rows over time. */
@ArgsType()
export class SeriesArgs extends PeriodsArgs {
  @Field(() => PathScalar, {
    nullable: true,
    description: "The date that assigns a row to a period. Default: the time during which the edge is valid.",
  })
  of?: string | null;
}

import { Field, Float, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { DateScalar } from "../model/scalars.js";
import { field } from "./adapter.js";
import {
  AggregateArgs,
  AverageArgs,
  GroupCountArgs,
  GroupsArgs,
  LagArgs,
  OfArgs,
  SeriesArgs,
} from "./aggregate-args.js";

@ObjectType({ description: "A group of rows with the same keys.", simpleResolvers: true })
class Group {
  @Field(() => [String], {
    nullable: "items",
    description: "The keys, in the order of the argument by; null if a value is not set.",
  })
  keys!: (string | null)[];
}

@ObjectType({ description: "A period in a series.", simpleResolvers: true })
class Period {
  @Field(() => String, { description: "The period in EDTF, for example 1987 or 198X." }) period!: string;
  @Field(() => DateScalar, { description: "First day of the period." }) from!: string;
  @Field(() => DateScalar, { description: "Last day of the period." }) to!: string;
  @Field(() => Int, { description: "How many of the rows certainly hold, or happened, in the period." })
  certainCount!: number;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "False if the period begins after the last day that the sources cover: nothing is known then. Null if the rows are not edges.",
  })
  covered?: boolean;
}

@ObjectType({
  description: "The days from one date to another, over all rows in which both dates are exact days.",
  simpleResolvers: true,
})
class Lag {
  @Field(() => Int, { description: "The number of rows in which both dates are exact days." }) count!: number;
  @Field(() => Int, {
    nullable: true,
    description: "The smallest number of days; negative if the date comes before the other one.",
  })
  min?: number;
  @Field(() => Int, { nullable: true, description: "The largest number of days." }) max?: number;
  @Field(() => Float, {
    nullable: true,
    description: "The middle number of days; the mean of the two middle ones if there are two.",
  })
  median?: number;
  @Field(() => Float, { nullable: true, description: "The average number of days." }) avg?: number;
}

@ObjectType({
  description: "Statistics over all rows of a list, not only over one page.",
  simpleResolvers: true,
})
class Aggregate {}

for (const cls of [Aggregate, Group, Period]) addMeasures(cls);
for (const cls of [Aggregate, Period]) {
  field(cls, "groups", () => [Group], "The rows, grouped by keys.", { args: GroupsArgs });
  field(cls, "groupCount", () => Int, "The number of groups, on all pages.", { args: GroupCountArgs });
}
field(Aggregate, "series", () => [Period], "The rows by period, including empty periods.", {
  args: SeriesArgs,
});

function addMeasures(cls: AnyClass): void {
  field(cls, "count", () => Int, "The number of rows.");
  field(cls, "nodes", () => Int, "The number of distinct nodes; for edges, of nodes at the other end.");
  const nullable = true;
  field(cls, "min", () => String, "The smallest value. For dates: the earliest possible day.", {
    nullable,
    args: OfArgs,
  });
  field(cls, "max", () => String, "The largest value. For dates: the latest possible day.", {
    nullable,
    args: OfArgs,
  });
  field(cls, "avg", () => Float, "The average of a number or, with since, of days between exact dates.", {
    nullable,
    args: AverageArgs,
  });
  field(cls, "lag", () => Lag, "The days from one date to another: smallest, largest, median, average.", {
    args: LagArgs,
  });
}

/** Adds `aggregate` to the type of a list. */
export function addAggregate(connection: AnyClass): void {
  field(connection, "aggregate", () => Aggregate, "Statistics over all rows of the list, on all pages.", {
    args: AggregateArgs,
  });
}

import { Field, Float, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { DateScalar } from "../model/scalars.js";
import { field } from "./adapter.js";
import { AggregateArgs, AverageArgs, GroupsArgs, OfArgs, SeriesArgs } from "./aggregate-args.js";

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
      "False if the period begins after the last day that the sources of the rows cover: a 0 then means that nothing " +
      "is known. Null if the rows are not edges, or there are none.",
  })
  covered?: boolean;
}

@ObjectType({
  description: "Statistics over all rows of a list, not only over one page.",
  simpleResolvers: true,
})
class Aggregate {}

for (const cls of [Aggregate, Group, Period]) addMeasures(cls);
for (const cls of [Aggregate, Period]) {
  field(cls, "groups", () => [Group], "The rows, grouped by keys.", { args: GroupsArgs });
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
}

/** Adds `aggregate` to the type of a list. */
export function addAggregate(connection: AnyClass): void {
  field(connection, "aggregate", () => Aggregate, "Statistics over all rows of the list, on all pages.", {
    args: AggregateArgs,
  });
}

import { Field, Float, Int, ObjectType } from "type-graphql";
import type { AnyClass } from "../model/decorators.js";
import { DateScalar } from "../model/scalars.js";
import { AggregateArgs, AverageArgs, GroupsArgs, OfArgs, SeriesArgs } from "./args.js";
import { addMethod } from "./methods.js";

@ObjectType({ description: "Rows with the same keys." })
class Group {
  @Field(() => [String], { nullable: "items", description: "Its keys, in the order of «by»; null: unset." })
  keys!: (string | null)[];
}

@ObjectType({ description: "A period of a series." })
class Period {
  @Field(() => String, { description: "The period as EDTF: 1987, 198X." }) period!: string;
  @Field(() => DateScalar, { description: "Its first day." }) from!: string;
  @Field(() => DateScalar, { description: "Its last day." }) to!: string;
}

@ObjectType({ description: "Numbers over all rows of a list, whatever its page." })
class Aggregate {}

for (const cls of [Aggregate, Group, Period]) addMeasures(cls);
for (const cls of [Aggregate, Period]) addGroups(cls);
addMethod(
  Aggregate.prototype,
  "series",
  SeriesArgs,
  () => [Period],
  "The rows over time: every period of «during», the empty ones, too.",
);

function addMeasures({ prototype }: AnyClass): void {
  Field(() => Int, { description: "How many rows." })(prototype, "count");
  Field(() => Int, { description: "How many different nodes (at the other end)." })(prototype, "nodes");
  const add = (name: string, args: AnyClass, type: () => object, description: string) =>
    addMethod(prototype, name, args, type, description, true);
  add("min", OfArgs, () => String, "The least; of a date its first possible day.");
  add("max", OfArgs, () => String, "The greatest; of a date its last possible day.");
  add("avg", AverageArgs, () => Float, "The average of numbers, or of the days between two exact dates.");
}

function addGroups({ prototype }: AnyClass): void {
  addMethod(prototype, "groups", GroupsArgs, () => [Group], "The rows in groups.");
}

/** Adds `aggregate` to the type of a list. */
export function addAggregate({ prototype }: AnyClass): void {
  addMethod(prototype, "aggregate", AggregateArgs, () => Aggregate, "Numbers over all its rows.");
}
